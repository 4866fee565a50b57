import { comparer, ecrire, fraction, type Fraction } from '../../nombres';
import { CIBLES, type Droit } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import { regleInconnue, type Refus } from '../refus';

/**
 * Taux cible d'un territoire, en pour cent, selon la tension sur la demande de logement social (L. 302-5, II) : 20 sous le seuil du
 * décret, 25 sinon. Une commune d'une agglomération et d'un EPCI n'est à 20 que si les deux le sont : la plus forte tension décide.
 * Refuse un seuil qui contredit celui de la période, et une période dont le seuil est inconnu et n'est pas donné.
 * @param tensions demandes de logement social par emménagement annuel, hors mutations : du territoire, ou de l'agglomération et de l'EPCI
 * @param seuil celui d'un décret que le droit chargé ne connaît pas ; `null` pour celui de la période
 * @example 3,99 en 2023-2025 → 20 ; 4 → 25 ; 5,49 en 2026-2028 → 20 ; 5,5 → 25
 * @example 3 et 6 en 2026-2028 → 25 : l'EPCI n'est pas sous 5,5
 * @example seuil de 3,5 donné pour 2023-2025 → refus : le seuil est 4 ; pour 2029-2031, inconnu → 3,49 : 20, 3,5 : 25
 */
export function tauxCibleSelonTension(
  tensions: readonly [Fraction, ...Fraction[]],
  seuil: Fraction | null,
  droit: Droit,
): Calcul | Refus {
  const connu = droit.cible;
  if (!seuil && !connu) {
    const remede = 'Le lire dans le décret et le donner en troisième argument, seuil';
    return regleInconnue('Seuil de tension du taux cible', droit, remede);
  }
  const limite = connu ? connu.regle.tension : seuil!;
  if (seuil && comparer(seuil, limite) !== 0) {
    const attendu = `${ecrire(limite, 4)}, celui de la ${droit.libelle} (ou rien)`;
    return { refus: 'VALEUR', grandeur: 'seuil', recu: ecrire(seuil, 4), attendu };
  }
  const tension = tensions.reduce((a, b) => (comparer(a, b) >= 0 ? a : b));
  const sous = comparer(tension, limite) < 0;
  const [reduit, plein] = CIBLES;
  const valeur = fraction(sous ? reduit : plein);
  return calcul(valeur, () => [
    {
      nom: 'Taux cible',
      valeur,
      unite: '%',
      formule: `tension de ${ecrire(tension, 4)} ${sous ? '<' : '≥'} ${ecrire(limite, 4)}${connu ? '' : ' (seuil donné)'}`,
      reference: connu?.reference ?? 'L302-5-II',
      certitude: connu?.certitude ?? 'interprétation',
    },
  ]);
}
