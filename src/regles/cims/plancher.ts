import { ecrire, type Logements } from '../../nombres';
import type { Droit } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { estRefus, regleInconnue, type Refus } from '../refus';
import { objectifDeReference, partDe } from '../sru/objectif';
import type { Situation } from '../sru/situation';

/**
 * Plancher d'une commune dans un contrat mutualisant, en logements, non arrondi (L. 302-8, X) : la moitié de son objectif de
 * référence. Une commune entrante ne s'abaisse pas (VIII) : son plancher est sa référence même.
 * @example 1500 sur 10 000, cible 20 → 50 % × 165 = 82,5, donc 83 : 83 et 84 suffisent, malgré les 17 % de la plaquette
 * @example 1900 sur 10 000, cible 20 → 50 % × 100 = 50
 * @example rang 1, 1500 sur 10 000 → 15 % × 500 = 75, non abaissable
 */
export function plancherCims(s: Situation, droit: Droit): Calcul<'logements'> | Refus {
  if (!droit.mutualisation) return regleInconnue('Plancher de mutualisation', droit);
  const objectif = objectifDeReference(s, droit);
  if (estRefus(objectif)) return objectif;
  const entrante = s.rang < 3;
  const valeur = entrante ? objectif.valeur : reductionMaximale(objectif.valeur, droit)!;
  const { regle, reference, certitude } = droit.mutualisation;
  return calcul(valeur, () => [
    ...objectif.etapes,
    entrante
      ? {
          nom: 'Plancher de mutualisation',
          valeur,
          unite: 'logements',
          formule: `référence non abaissable, commune entrante (rang ${s.rang})`,
          reference: 'L302-8-VIII',
          certitude: 'texte',
        }
      : {
          nom: 'Plancher de mutualisation',
          valeur,
          unite: 'logements',
          formule: `${regle.partDeLaReference} % × ${ecrire(objectif.valeur, 4)}`,
          reference,
          certitude,
        },
  ]);
}

/** La moitié d'une référence, exacte ou notifiée ; `null` si la période ne connaît pas la mutualisation. */
export function reductionMaximale(reference: Logements, { mutualisation }: Droit): Logements | null {
  return mutualisation && partDe(reference, mutualisation.regle.partDeLaReference);
}
