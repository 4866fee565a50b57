import { nomLocal, parcourirXml } from './xml';

/** Ce que des compléments Office gardent dans un classeur, par clé. */
export type Gardes = Readonly<Record<string, unknown>>;

const EXTENSION = /^xl\/webextensions\/webextension\d*\.xml$/i;

export function gardesDe(parties: ReadonlyMap<string, Uint8Array>): Gardes {
  const gardes: Record<string, unknown> = {};
  for (const [nom, octets] of parties) {
    if (!EXTENSION.test(nom)) continue;
    parcourirXml(new TextDecoder().decode(octets), {
      ouvre(element, { name, value }) {
        if (nomLocal(element) === 'property' && name !== undefined) gardes[name] = valeurDe(value ?? '');
      },
      ferme: () => undefined,
      texte: () => undefined,
    });
  }
  return gardes;
}

/** Office garde chaque valeur en JSON ; ce qui n'en est pas est un texte. */
function valeurDe(texte: string): unknown {
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    return texte;
  }
}
