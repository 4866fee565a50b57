import { ecrire, fraction, ZERO, type Logements, type Rapport } from '../../nombres';
import type { IdReference } from '../../droit';
import { calcul, type Calcul } from '../calcul';
import type { Parc, Situation } from './situation';

/**
 * Taux de logements sociaux, en rapport (L. 302-5) : logements sociaux / résidences principales.
 * @example tauxLls(1500 sur 10 000) // 0,15
 */
export function tauxLls({ logementsSociaux, residencesPrincipales }: Parc): Calcul<'ratio'> {
  const valeur: Rapport = fraction(logementsSociaux, residencesPrincipales);
  return calcul(valeur, () => [
    {
      nom: 'Taux de logements sociaux',
      valeur,
      unite: 'ratio',
      formule: `${ecrire(logementsSociaux)} / ${ecrire(residencesPrincipales)}`,
      reference: 'L302-5',
      certitude: 'texte',
    },
  ]);
}

/**
 * Logements manquants, en logements, non arrondis (L. 302-8, VII, et L. 302-7 pour le prélèvement) : max(0, cible × résidences principales − logements sociaux).
 * @example manquants(500 sur 10 000, cible 20) // 1 500
 * @example manquants(2 000 sur 10 000, cible 20) // 0 : taux atteint
 */
export function manquants(s: Situation, reference: IdReference = 'L302-8-VII'): Calcul<'logements'> {
  const valeur = nombreManquant(s);
  return calcul(valeur, () => [
    ...tauxLls(s).etapes,
    {
      nom: 'Logements manquants',
      valeur,
      unite: 'logements',
      formule: `max(0 ; ${s.tauxCible} % × ${ecrire(s.residencesPrincipales)} − ${ecrire(s.logementsSociaux)})`,
      reference,
      certitude: 'texte',
    },
  ]);
}

/** Les manquants sans leur trace ; en centièmes de logement, tout reste entier. */
export function nombreManquant({ tauxCible, residencesPrincipales, logementsSociaux }: Situation): Logements {
  const centiemes = tauxCible * residencesPrincipales - 100 * logementsSociaux;
  return centiemes > 0 ? fraction(centiemes, 100) : ZERO;
}
