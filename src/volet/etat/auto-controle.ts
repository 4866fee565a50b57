import type { Appelable } from '../../fonctions/declaration';
import { enNotationDExcel } from './formules';

export interface Eprouvees {
  readonly reussies: readonly string[];
  readonly defaillantes: readonly string[];
}

/** Des tableaux d'une commune, pour les fonctions qui en prennent un : un contrat, un bilan. */
const TABLEAUX = [
  [
    ['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Objectif du contrat'],
    ['Essai', 10_000, 1_000, 20, 1_000],
  ],
  [
    ['Commune', 'Objectif', 'Réalisés'],
    ['Essai', 100, 100],
  ],
];

/** Appelle chaque fonction sur son premier exemple : une erreur, ou rien en retour, et elle est défaillante. */
export async function eprouver(fonctions: Readonly<Record<string, Appelable>>): Promise<Eprouvees> {
  const { TOUTES } = await import(/* webpackChunkName: "fonctions-aide" */ '../../fonctions/toutes');
  const essais = await Promise.all(
    TOUTES.map(async ({ nom, arguments: [premier], exemples }) => {
      const appels = premier?.nom === 'tableau' ? TABLEAUX.map((t) => [t]) : [argumentsDe(exemples[0]!)];
      const reponses = await Promise.all(appels.map((plages) => repond(fonctions[nom]!, plages)));
      return { nom, repond: reponses.includes(true) };
    }),
  );
  const noms = (repond: boolean) => essais.filter((e) => e.repond === repond).map((e) => e.nom);
  return { reussies: noms(true), defaillantes: noms(false) };
}

async function repond(fonction: Appelable, plages: readonly unknown[][][]): Promise<boolean> {
  try {
    const [[valeur] = []] = await fonction(plages);
    return valeur !== undefined && !(valeur instanceof Error);
  } catch {
    return false;
  }
}

/** « =F(10000,"oui") » : chaque argument, comme une plage d'une cellule. */
function argumentsDe(exemple: string): unknown[][][] {
  const liste = /^[^(]*\((.*)\)/.exec(enNotationDExcel(exemple))?.[1] ?? '';
  if (liste === '') return [];
  return liste.split(',').map((texte) => [[texte.startsWith('"') ? texte.slice(1, -1) : Number(texte)]]);
}
