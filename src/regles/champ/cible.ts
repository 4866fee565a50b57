import { comparer, ecrire, fraction, type Fraction } from '../../nombres';
import { CIBLES, type Droit } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { regleInconnue, type Refus } from '../refus';

/**
 * Taux cible d'un territoire, en pour cent, selon la tension sur la demande de logement social (L. 302-5, II) : 20 sous le seuil du
 * décret, 25 sinon. Refuse un seuil qui contredit celui de la période, et une période dont le seuil est inconnu et n'est pas donné.
 * @param tension demandes de logement social par emménagement annuel, hors mutations
 * @param seuil celui d'un décret que le droit chargé ne connaît pas ; `null` pour celui de la période
 * @example 3,99 en 2023-2025 → 20 ; 4 → 25 ; en 2026-2028, sans seuil → refus : aucune règle connue
 * @example seuil de 3,5 donné pour 2023-2025 → refus : le seuil est 4 ; pour 2026-2028 → 3,49 : 20, 3,5 : 25
 */
export function tauxCibleSelonTension(tension: Fraction, seuil: Fraction | null, droit: Droit): Calcul | Refus {
  const connu = droit.cible;
  if (!seuil && !connu) {
    const remede = 'Le lire dans le décret et le donner en troisième argument, seuil';
    return regleInconnue('Seuil de tension du taux cible', droit, remede);
  }
  const limite = connu ? fraction(connu.regle.tension) : seuil!;
  if (seuil && comparer(seuil, limite) !== 0) {
    const attendu = `${ecrire(limite, 4)}, celui de la ${droit.libelle} (ou rien)`;
    return { refus: 'VALEUR', grandeur: 'seuil', recu: ecrire(seuil, 4), attendu };
  }
  const sous = comparer(tension, limite) < 0;
  const [reduit, plein] = CIBLES;
  const valeur = fraction(sous ? reduit : plein);
  return calcul(valeur, () => [
    {
      nom: 'Taux cible',
      valeur,
      unite: '%',
      formule: `tension de ${ecrire(tension, 4)} ${sous ? '<' : '≥'} ${ecrire(limite, 4)}${connu ? '' : ' (seuil donné)'}`,
      reference: 'L302-5-II',
      certitude: connu?.certitude ?? 'interprétation',
    },
  ]);
}
