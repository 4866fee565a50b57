import { ecrire, ecrireCompte, fraction, produit, versNombre, type Fraction } from '../nombres';
import type { CommuneAuBilan } from '../tableau';

export const COLONNES_DU_BILAN = ['Commune', 'Objectif', 'Réalisés', 'Taux', 'Manquent', 'Majoration'] as const;

/** Un bilan triennal, commune par commune ; la majoration est le taux plancher, si la carence est prononcée. */
export function rangeesDuBilan(communes: readonly CommuneAuBilan[]): string[][] {
  const { objectif, realises, taux } = totalDuBilan(communes);
  return [
    ...communes.map((c) => [
      c.ligne.nom,
      compte(c.objectif),
      compte(c.realises),
      pourcent(c.bilan?.taux),
      compte(manquentAu(c)),
      pourcent(c.bilan?.majoration),
    ]),
    ['Total', compte(objectif), compte(realises), pourcent(taux), '', ''],
  ];
}

/** Les logements qui manquent à l'objectif d'une commune. */
export const manquentAu = ({ objectif, realises }: CommuneAuBilan): number | null =>
  objectif === null || realises === null ? null : realises < objectif ? objectif - realises : 0;

/** L'objectif de toutes, ce qu'elles ont réalisé et leur taux de réalisation ; `null` si l'une manque. */
export function totalDuBilan(communes: readonly CommuneAuBilan[]) {
  const [objectif, realises] = [sommer(communes.map((c) => c.objectif)), sommer(communes.map((c) => c.realises))];
  return { objectif, realises, taux: objectif && realises !== null ? fraction(realises, objectif) : null };
}

const sommer = (nombres: readonly (number | null)[]): number | null =>
  nombres.reduce((a, b) => (a === null || b === null ? null : a + b), 0);

export function phraseDuBilan(communes: readonly CommuneAuBilan[]): string {
  const atteints = communes.filter((c) => c.bilan?.quantitatif.remplie === true).length;
  return `Objectif atteint par ${ecrireCompte(atteints, 'commune')} sur ${ecrire(communes.length)}.`;
}

/** Un bilan, tel que `--json` l'écrit ; les taux sont des rapports, non arrondis ; `null` : inconnu ou sans objet. */
export interface ResultatBilan {
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly cellule: string;
  readonly objectif: number | null;
  readonly realises: number | null;
  readonly tauxRealisation: number | null;
  readonly majorationPlancher: number | null;
}

export const resultatBilan = ({ ligne, objectif, realises, bilan }: CommuneAuBilan): ResultatBilan => ({
  commune: ligne.commune,
  codeInsee: ligne.codeInsee,
  cellule: ligne.cellule('commune'),
  objectif,
  realises,
  tauxRealisation: bilan?.taux ? versNombre(bilan.taux) : null,
  majorationPlancher: bilan?.majoration ? versNombre(bilan.majoration) : null,
});

const compte = (n: number | null): string => (n === null ? '?' : ecrire(n));
const pourcent = (rapport: Fraction | null | undefined): string =>
  rapport ? `${ecrire(produit(rapport, fraction(100)), 1)} %` : '';
