import type { Bornes, ContrainteBasse, ContrainteHaute } from './bornes';
import type { CommuneARepartir } from './commune';
import { sommer } from './remplir';

/** Une contrainte qui en heurte d'autres, et ce qu'elle devrait céder. */
export interface ContrainteEnCause {
  /** `null` : l'ensemble des communes. */
  readonly commune: string | null;
  readonly contrainte: ContrainteBasse | ContrainteHaute | 'TOTAL' | 'TOTAL_LEGAL';
  readonly valeur: number;
  /** Logements qu'elle peut céder, jusqu'au manque ; 0 pour la loi et les logements manquants. */
  readonly ceder: number;
  /** Elle peut céder tout le manque, les autres contraintes restant entières. */
  readonly suffit: boolean;
}

/** Le plus petit ensemble de contraintes qui se heurtent : qu'une seule disparaisse, et le heurt avec elle. */
export interface Heurt {
  readonly manque: number;
  readonly contraintes: readonly ContrainteEnCause[];
}

/** Les communes dont le minimum dépasse le maximum : ces deux bornes se heurtent, quel que soit le total. */
export function heurtsPropres(communes: readonly CommuneARepartir[], bornes: readonly Bornes[]): Heurt[] {
  return communes.flatMap(({ nom: commune }, i) => {
    const { bas, hauts, legale } = bornes[i]!;
    const haut = hauts[0];
    if (!haut || haut.valeur >= bas.valeur) return [];
    const manque = bas.valeur - haut.valeur;
    return [
      {
        manque,
        contraintes: [
          { commune, ...bas, ...cession(bas.valeur - legale, manque) },
          { commune, ...haut, ...cession(jeuDe(bornes[i]!), manque) },
        ],
      },
    ];
  });
}

/**
 * Le total que les maximums ne permettent pas. Les logements manquants bornent d'abord chaque commune ; des autres maximums (accord
 * refusé, maximum propre), ceux qui retirent le plus entrent dans l'ensemble, un à un, jusqu'à ce que le total ne passe plus : c'est
 * le moins qu'il en faille.
 */
export function heurtsDuTotal(
  communes: readonly CommuneARepartir[],
  bornes: readonly Bornes[],
  total: number,
  totalLegal: number,
): Heurt[] {
  const hauts = bornes.map(({ hauts: [haut] }) => haut?.valeur ?? total);
  const manque = total - sommer(hauts);
  if (manque <= 0) return [];
  const fonds = bornes.map((b) => b.hauts.find((h) => !estNegociable(h.contrainte))?.valeur ?? total);
  const retraits = [...communes.keys()]
    .map((i) => ({ i, retrait: Math.max(0, fonds[i]! - hauts[i]!) }))
    .sort((a, b) => b.retrait - a.retrait || a.i - b.i);
  const enCause: number[] = [];
  let possible = sommer(fonds);
  for (const { i, retrait } of retraits) {
    if (possible < total) break;
    possible -= retrait;
    enCause.push(i);
  }
  const manquants = { commune: null, contrainte: 'MANQUANTS', valeur: possible, ceder: 0, suffit: false } as const;
  const heurt: Heurt = {
    manque,
    contraintes: [
      {
        commune: null,
        contrainte: total > totalLegal ? 'TOTAL' : 'TOTAL_LEGAL',
        valeur: total,
        ...cession(total - totalLegal, manque),
      },
      ...(enCause.length === 0 ? [manquants] : []),
      ...enCause
        .sort((a, b) => a - b)
        .map((i) => ({
          commune: communes[i]!.nom,
          ...bornes[i]!.hauts[0]!,
          ...cession(jeuDe(bornes[i]!), manque),
        })),
    ],
  };
  return [heurt];
}

const estNegociable = (c: ContrainteHaute): boolean => c === 'ACCORD' || c === 'MAXIMUM';

/** De combien le maximum le plus serré peut s'ouvrir avant que le suivant ne l'arrête ; `null` : sans fin. */
function jeuDe({ hauts: [premier, suivant] }: Bornes): number | null {
  if (!premier || !estNegociable(premier.contrainte)) return 0;
  return suivant ? suivant.valeur - premier.valeur : null;
}

function cession(jeu: number | null, manque: number) {
  const ceder = jeu === null ? manque : Math.min(jeu, manque);
  return { ceder, suffit: ceder === manque };
}
