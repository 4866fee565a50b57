// Ce que la construction tire des déclarations des fonctions personnalisées : functions.json et leur guide.
import { charger } from './charger.mjs';

const NOM_EXCEL = /^[A-Z][A-Z0-9_.]{2,}$/;
export const GUIDE = 'fonctions.html';

/** Les métadonnées des fonctions déclarées ; lève une erreur qui dit tous les défauts. */
export async function metadonneesDesFonctions() {
  const { METADONNEES } = await charger('../src/fonctions/metadonnees.ts');
  const defauts = defautsDesNoms(METADONNEES.functions.map(({ id }) => id));
  if (defauts.length > 0) throw new Error(`Fonctions personnalisées :\n${defauts.join('\n')}`);
  return METADONNEES;
}

export const pageDesFonctions = async () => (await charger('./fonctions/page.ts')).pageDesFonctions();

/** Deux fonctions d’un même nom, ou un nom de la forme qu’Excel refuse. */
const defautsDesNoms = (noms) => [
  ...(noms.length === 0 ? ['aucune fonction'] : []),
  ...noms.filter((nom, rang) => noms.indexOf(nom) < rang).map((nom) => `${nom} : déclarée deux fois`),
  ...noms.filter((nom) => !NOM_EXCEL.test(nom)).map((nom) => `${nom} : nom qu’Excel refuse`),
];
