import type { EnPoints, PourCent } from '../nombres';

/** Ce que la loi demande d'une commune selon son écart au taux cible. */
export interface Seuil {
  /** L'écart (taux cible − taux), en points, à partir duquel le palier s'applique. */
  readonly auDela: EnPoints;
  /** Vrai si cet écart exactement en relève. */
  readonly compris?: true;
  /** Taux de rattrapage, en pour cent des manquants. */
  readonly taux: PourCent;
  readonly planchers?: Planchers;
}

/** Ce sous quoi un objectif ne descend pas, en pour cent des manquants. */
export interface Planchers {
  /** Contrat abaissant (L. 302-8, IX). */
  readonly abaissement: PourCent;
  /** Mutualisation, tel que la plaquette l'écrit : alerte, jamais blocage. */
  readonly plaquette?: PourCent;
}

/** Un palier, et le suivant vers le haut, qui le borne. */
export interface Palier extends Seuil {
  /** Le palier des écarts plus grands ; `null` pour le premier. */
  readonly precedent: Seuil | null;
  /** « plus de 4 points » ; `null` si la règle n'a qu'un taux. */
  readonly libelle: string | null;
}

/** Les paliers d'une règle, du plus grand écart au plus petit ; un seul : un taux uniforme. */
export const paliers = (...seuils: readonly Seuil[]): readonly Palier[] =>
  seuils.map((seuil, i) => {
    const precedent = seuils[i - 1] ?? null;
    return { ...seuil, precedent, libelle: seuils.length === 1 ? null : ecrireEcart(seuil, precedent) };
  });

function ecrireEcart({ auDela }: Seuil, precedent: Seuil | null): string {
  if (!precedent) return `plus de ${auDela} points`;
  return auDela === 0 ? `moins de ${precedent.auDela} points` : `de ${auDela} à ${precedent.auDela} points`;
}
