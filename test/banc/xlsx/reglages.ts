import { partiesDuComplement, type Complement } from '../../../scripts/exemples/complement';
import { declarer, elements, encoder, reliees, type Parties } from './archive';

/** La partie qui décrit le complément et garde ses réglages ; le classeur y mène par son volet. */
function cheminDeLExtension(parties: Parties): string | undefined {
  const volets = elements(parties.get('_rels/.rels'), 'Relationship').find(({ attributs }) =>
    attributs.Type?.endsWith('/webextensiontaskpanes'),
  )?.attributs.Target;
  return volets && reliees(parties, volets.replace(/^\//, ''), 'webextension')[0]?.chemin;
}

/** Les réglages que le complément garde dans le document ; une valeur qui n'est pas du JSON est un texte. */
export function lireReglages(parties: Parties): Record<string, unknown> {
  const chemin = cheminDeLExtension(parties);
  const reglages = elements(chemin && parties.get(chemin), 'property').map(
    ({ attributs: { name = '', value = '' } }) => {
      try {
        return [name, JSON.parse(value) as unknown] as const;
      } catch {
        return [name, value] as const;
      }
    },
  );
  return Object.fromEntries(reglages);
}

/** Écrit le complément, ses réglages et les fonctions qu'emploie le classeur. */
export function ecrireReglages(
  parties: Parties,
  complement: Complement,
  fonctions: readonly string[],
  reglages: Readonly<Record<string, unknown>>,
): void {
  const proprietes = Object.entries(reglages).map(
    ([nom, valeur]) => `<we:property name="${encoder(nom)}" value="${encoder(JSON.stringify(valeur))}"/>`,
  );
  for (const { chemin, xml, type, relation } of partiesDuComplement(complement, fonctions)) {
    declarer(parties, {
      chemin,
      xml: xml.replace(
        /<we:properties>.*<\/we:properties>/,
        () => `<we:properties>${proprietes.join('')}</we:properties>`,
      ),
      ...(type && { type }),
      ...(relation && {
        relation: {
          de: relation.fichier.replace(/_rels\/(.*)\.rels$/, '$1'),
          type: relation.type,
          cible: relation.cible,
        },
      }),
    });
  }
}
