import JSZip from 'jszip';

/** Les parties XML d'un classeur, par leur chemin ; `binaires` : le reste (images), rendu tel quel. */
export type Parties = Map<string, string>;

export async function ouvrir(octets: Uint8Array): Promise<Parties> {
  let archive: JSZip;
  try {
    archive = await JSZip.loadAsync(octets);
  } catch {
    throw new Error('Ce fichier n’est pas un classeur .xlsx lisible.');
  }
  if (!archive.file('xl/workbook.xml'))
    throw new Error('Ce fichier n’est pas un classeur .xlsx : xl/workbook.xml y manque.');
  const entrees = Object.values(archive.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  return new Map(await Promise.all(entrees.map(async (f) => [f.name, await f.async('string')] as const)));
}

export async function fermer(octets: Uint8Array, parties: Parties): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(octets);
  for (const [chemin, texte] of parties) archive.file(chemin, texte);
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const ENTITES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

export const decoder = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (tout, hexa?: string, decimal?: string, nom?: string) => {
    if (nom) return ENTITES[nom] ?? tout;
    return String.fromCodePoint(hexa ? parseInt(hexa, 16) : Number(decimal));
  });

export const encoder = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface Element {
  attributs: Readonly<Record<string, string>>;
  contenu: string;
}

/** Les éléments de ce nom, dans l'ordre ; leur contenu reste du XML. */
export function elements(xml: string | undefined, nom: string): Element[] {
  const motif = new RegExp(`<(?:\\w+:)?${nom}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${nom}>)`, 'g');
  return [...(xml ?? '').matchAll(motif)].map(([, entete = '', contenu = '']) => ({
    attributs: Object.fromEntries(
      [...entete.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, cle = '', valeur = '']) => [cle, decoder(valeur)]),
    ),
    contenu,
  }));
}

/** Les parties reliées à une autre, par type de relation (sa dernière partie). */
export function reliees(parties: Parties, chemin: string, type: string): { id: string; chemin: string }[] {
  const dossier = chemin.replace(/[^/]+$/, '');
  const relations = parties.get(`${dossier}_rels/${chemin.slice(dossier.length)}.rels`);
  return elements(relations, 'Relationship')
    .filter(({ attributs }) => attributs.Type?.endsWith(`/${type}`))
    .map(({ attributs: { Id: id = '', Target: cible = '' } }) => ({ id, chemin: resoudre(dossier, cible) }));
}

function resoudre(dossier: string, cible: string): string {
  if (cible.startsWith('/')) return cible.slice(1);
  const morceaux = dossier.split('/').slice(0, -1);
  for (const morceau of cible.split('/')) {
    if (morceau === '..') morceaux.pop();
    else if (morceau !== '.') morceaux.push(morceau);
  }
  return morceaux.join('/');
}

/** Déclare une partie : son type, et la relation qui y mène. */
export function declarer(
  parties: Parties,
  partie: { chemin: string; xml: string; type?: string; relation?: { de: string; type: string; cible: string } },
): void {
  parties.set(partie.chemin, partie.xml);
  if (partie.type) {
    const types = parties.get('[Content_Types].xml') ?? '';
    const declaration = `<Override PartName="/${partie.chemin}" ContentType="${partie.type}"/>`;
    parties.set(
      '[Content_Types].xml',
      types.replace('</Types>', () => `${declaration}</Types>`),
    );
  }
  if (!partie.relation) return;
  const { de, type, cible } = partie.relation;
  const dossier = de.replace(/[^/]*$/, '');
  const fichier = `${dossier}_rels/${de.slice(dossier.length)}.rels`;
  const avant =
    parties.get(fichier) ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const id = `rIdBanc${elements(avant, 'Relationship').length + 1}`;
  const lien = `<Relationship Id="${id}" Type="${type}" Target="${cible}"/>`;
  parties.set(
    fichier,
    avant.replace(/<Relationships([^>]*)\/>|<\/Relationships>/, (_, seul?: string) =>
      seul === undefined ? `${lien}</Relationships>` : `<Relationships${seul}>${lien}</Relationships>`,
    ),
  );
}
