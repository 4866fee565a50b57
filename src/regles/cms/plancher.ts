import { ecrire, ZERO, type Logements } from '../../nombres';
import type { Droit, Palier } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { estRefus, regleInconnue, type Refus } from '../refus';
import { nombreManquant } from '../sru/manquants';
import { objectifDeReference, partDe } from '../sru/objectif';
import { tauxDeRattrapage } from '../sru/rattrapage';
import type { Situation } from '../sru/situation';

/**
 * Plancher d'un contrat de mixité sociale abaissant, en logements, non arrondi (L. 302-8, IX) :
 * 25, 40 ou 80 % des manquants selon le palier ; 0 si la commune n'est pas déficitaire ; refus si elle est entrante.
 * @example 1500 sur 10 000, cible 20 → 25 % × 500 = 125
 * @example 1800 sur 10 000, cible 20 → 40 % × 200 = 80 (écart de 2 points exactement)
 * @example 1900 sur 10 000, cible 20 → 80 % × 100 = 80
 */
export function plancherCms(s: Situation, droit: Droit): Calcul<'logements'> | Refus {
  if (!droit.abaissement) return regleInconnue('Plancher du contrat de mixité sociale', droit);
  const objectif = objectifDeReference(s, droit);
  if (estRefus(objectif)) return objectif;
  const nombre = nombreManquant(s);
  if (nombre.numerateur === 0) return calcul(ZERO, () => objectif.etapes);
  if (s.rang < 3) return { refus: 'ENTRANTE', rang: s.rang };
  const taux = tauxDeRattrapage(s, droit);
  if (estRefus(taux)) return taux;
  const { palier, motif, certitude } = taux;
  const valeur = palier && abaissementMaximal(nombre, palier);
  if (!valeur) return regleInconnue('Plancher du contrat de mixité sociale', droit);
  const { reference } = droit.abaissement;
  return calcul(valeur, () => [
    ...objectif.etapes,
    {
      nom: 'Plancher du contrat de mixité sociale',
      valeur,
      unite: 'logements',
      formule: `${palier.planchers!.abaissement} % × ${ecrire(nombre, 4)} (${motif})`,
      reference,
      certitude,
    },
  ]);
}

/** Le plancher d'un palier donné, pour un tableau qui ne dit que les manquants ; `null` si la période n'en a pas. */
export const abaissementMaximal = (nombre: Logements, { planchers }: Palier): Logements | null =>
  planchers ? partDe(nombre, planchers.abaissement) : null;
