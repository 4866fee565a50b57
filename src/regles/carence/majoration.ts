import { auCentime, comparer, ecrire, fraction, produitArrondi, somme, type Euros, type Rapport } from '../../nombres';
import type { Droit } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { regleInconnue, type Refus } from '../refus';

/**
 * Taux plancher de la majoration du prélèvement d'une commune carencée, en rapport (L. 302-9-1) : part non réalisée de l'objectif, arrondie
 * au pour-cent supérieur, car c'est un minimum ; des réalisations négatives (démolitions, ventes) comptent pour zéro.
 * @param objectif objectif triennal, du contrat s'il y en a un ; entier d'au moins 1
 * @example tauxPlancher(21, 4) // 80,95 % → 0,81
 * @example tauxPlancher(58, -1) // 1
 * @example tauxPlancher(20, 20) // 0
 */
export function tauxPlancher(objectif: number, realises: number, droit: Droit): Calcul<'ratio'> | Refus {
  if (!droit.majoration) return regleInconnue('Majoration du prélèvement', droit);
  if (objectif < 1) return objectifNul(objectif);
  const comptes = realises > 0 ? realises : 0;
  const nonRealises = objectif > comptes ? objectif - comptes : 0;
  const exact = fraction(nonRealises, objectif);
  const pourcent = produitArrondi([exact, fraction(100)], 'SUPERIEUR');
  const valeur = fraction(pourcent, 100);
  const { reference, certitude } = droit.majoration;
  return calcul(valeur, () => [
    {
      nom: 'Part non réalisée',
      valeur: exact,
      unite: 'ratio',
      formule: `(${ecrire(objectif)} − ${ecrire(comptes)}) / ${ecrire(objectif)}`,
      reference,
      certitude,
    },
    {
      nom: 'Taux plancher de majoration',
      valeur,
      unite: 'ratio',
      formule: `${ecrire(fraction(nonRealises * 100, objectif), 4)} %, à l’entier supérieur`,
      reference,
      certitude: 'interprétation',
      arrondi: 'SUPERIEUR',
    },
  ]);
}

/**
 * Prélèvement majoré, en euros, au centime (L. 302-9-1) : prélèvement × (1 + taux), au plus cinq fois le prélèvement, et au plus 5 %
 * des dépenses réelles de fonctionnement, ou 7,5 % si le potentiel fiscal par habitant atteint 150 % de la médiane. Refuse un prélèvement
 * qui dépasse déjà 5 % des dépenses : L. 302-7 l'y plafonne.
 * @param taux rapport : 0,81 pour 81 %, 2 pour 200 %
 * @example 10 000 € × (1 + 2) = 30 000 ; × (1 + 4) = 50 000, cinq fois exactement ; × (1 + 5) → 50 000
 * @example 10 000 €, 200 000 € de dépenses → 10 000 au plus ; 199 999 € → refus
 * @example 10 000 € × (1 + 2), 400 000 € de dépenses → 20 000 (5 %), ou 30 000 (7,5 %) si le potentiel est élevé
 */
export function prelevementMajore(
  prelevement: Euros,
  taux: Rapport,
  depensesFonctionnement: Euros,
  potentielEleve: boolean,
  droit: Droit,
): Calcul | Refus {
  if (!droit.majoration) return regleInconnue('Prélèvement majoré', droit);
  const { reference, certitude, regle } = droit.majoration;
  const socle = auCentime([depensesFonctionnement, fraction(regle.plafondDepenses, 1000)], 'INFERIEUR');
  if (comparer(prelevement, socle) > 0) {
    const attendu = `au plus ${ecrire(socle)} €, ${ecrire(fraction(regle.plafondDepenses * 100, 1000))} % des dépenses de fonctionnement`;
    return { refus: 'VALEUR', grandeur: 'prelevement', recu: `${ecrire(prelevement)} €`, attendu };
  }
  const milliemes = potentielEleve ? regle.plafondDepensesPotentielEleve : regle.plafondDepenses;
  const majore = auCentime([prelevement, somme(fraction(1), taux)]);
  const multiple = auCentime([prelevement, fraction(regle.multiple)]);
  const plafond = auCentime([depensesFonctionnement, fraction(milliemes, 1000)], 'INFERIEUR');
  const valeur = [multiple, plafond].reduce((a, b) => (comparer(b, a) < 0 ? b : a), majore);
  const etape = (nom: string, montant: Euros, formule: string) =>
    ({ nom, valeur: montant, unite: '€', formule, reference, certitude }) as const;
  return calcul(valeur, () => [
    etape('Prélèvement et majoration', majore, `${ecrire(prelevement)} € × (1 + ${ecrire(taux, 4)})`),
    etape('Plafond en multiple', multiple, `${regle.multiple} × ${ecrire(prelevement)} €`),
    etape(
      'Plafond en dépenses',
      plafond,
      `${ecrire(fraction(milliemes * 100, 1000))} % × ${ecrire(depensesFonctionnement)} €${potentielEleve ? ` (potentiel fiscal d’au moins ${regle.potentielEleve} % de la médiane)` : ''}`,
    ),
    etape('Prélèvement majoré', valeur, 'le plus petit des trois'),
  ]);
}

export const OBJECTIF_ATTENDU = 'un nombre entier de logements d’au moins 1';

export const objectifNul = (objectif: number): Refus => ({
  refus: 'VALEUR',
  grandeur: 'objectif',
  recu: ecrire(objectif),
  attendu: OBJECTIF_ATTENDU,
});
