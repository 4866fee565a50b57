import type { Appelable } from '../../fonctions/declaration';
import { enNotationDExcel } from './formules';

export interface Eprouvees {
  readonly reussies: readonly string[];
  readonly defaillantes: readonly string[];
}

/** Un tableau d'une commune, pour les fonctions qui en prennent un. */
const TABLEAU = [
  ['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Objectif du contrat'],
  ['Essai', 10_000, 1_000, 20, 1_000],
];

/** Appelle chaque fonction sur son premier exemple : une erreur, ou rien en retour, et elle est défaillante. */
export async function eprouver(fonctions: Readonly<Record<string, Appelable>>): Promise<Eprouvees> {
  const { TOUTES } = await import(/* webpackChunkName: "fonctions-aide" */ '../../fonctions/toutes');
  const essais = await Promise.all(
    TOUTES.map(async ({ nom, arguments: [premier], exemples }) => {
      const plages = premier?.nom === 'tableau' ? [TABLEAU] : argumentsDe(exemples[0]!);
      try {
        const [[valeur] = []] = await fonctions[nom]!(plages);
        return { nom, repond: valeur !== undefined && !(valeur instanceof Error) };
      } catch {
        return { nom, repond: false };
      }
    }),
  );
  const noms = (repond: boolean) => essais.filter((e) => e.repond === repond).map((e) => e.nom);
  return { reussies: noms(true), defaillantes: noms(false) };
}

/** « =F(10000,"oui") » : chaque argument, comme une plage d'une cellule. */
function argumentsDe(exemple: string): unknown[][][] {
  const liste = /^[^(]*\((.*)\)/.exec(enNotationDExcel(exemple))?.[1] ?? '';
  if (liste === '') return [];
  return liste.split(',').map((texte) => [[texte.startsWith('"') ? texte.slice(1, -1) : Number(texte)]]);
}
