import { ecrire, fraction, produit, versNombre, type Fraction } from '../nombres';
import type { CommuneAuBilan } from '../tableau';
import { nommer } from './inventaire';

export const COLONNES_DU_BILAN = ['Commune', 'Objectif', 'Réalisés', 'Taux', 'Manquent', 'Majoration'] as const;

/** Un bilan triennal, commune par commune ; la majoration est le taux plancher, si la carence est prononcée. */
export function rangeesDuBilan(communes: readonly CommuneAuBilan[]): string[][] {
  const corps = communes.map(({ ligne, objectif, realises, bilan }) => [
    nommer({ ligne }),
    compte(objectif),
    compte(realises),
    pourcent(bilan?.taux),
    compte(manque(objectif, realises)),
    pourcent(bilan?.majoration),
  ]);
  const [objectif, realises] = [sommer(communes.map((c) => c.objectif)), sommer(communes.map((c) => c.realises))];
  const taux = objectif && realises !== null ? fraction(realises, objectif) : null;
  return [...corps, ['Total', compte(objectif), compte(realises), pourcent(taux), '', '']];
}

const manque = (objectif: number | null, realises: number | null): number | null =>
  objectif === null || realises === null ? null : realises < objectif ? objectif - realises : 0;

const sommer = (nombres: readonly (number | null)[]): number | null =>
  nombres.reduce((a, b) => (a === null || b === null ? null : a + b), 0);

export function phraseDuBilan(communes: readonly CommuneAuBilan[]): string {
  const atteints = communes.filter((c) => c.bilan?.quantitatif.remplie === true).length;
  return `Objectif atteint par ${ecrire(atteints)} des ${ecrire(communes.length)} communes.`;
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
