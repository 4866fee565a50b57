import { ecrire, produit, fraction, versNombre } from '../nombres';
import { bilanQualitatif, bilanTriennal, type Bilan } from '../regles';
import { accepter, lireDroit, lireEntier, lireReponse, lireTauxLls } from './arguments';
import { lireEntierRelatif } from './montants';
import { diffuserEnLignes, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Bilan triennal d’une commune (L. 302-9-1 et L. 302-8, III du CCH) : taux de réalisation de l’objectif, verdict quantitatif avec le
 * taux plancher de majoration, verdict qualitatif sur les logements réalisés. Rend trois colonnes.
 * @customfunction SRU.BILAN
 * @param objectif Objectif de la période, celui du contrat s’il y en a un ; entier, cellule ou colonne.
 * @param realises Logements réalisés ; entier, négatif si le parc a diminué.
 * @param [plai] Dont PLAI ; entier.
 * @param [pls] Dont PLS ; entier.
 * @param [taux_lls] Taux de logements sociaux de la commune : 14,6 ou 0,146 ou « 14,6 % » (0,94 est ambigu, refusé).
 * @param [plh] Commune couverte par un programme local de l’habitat : oui ou non.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Trois colonnes : taux de réalisation (rapport), verdict quantitatif, verdict qualitatif ; #VALEUR! si un argument ne se lit pas.
 * @example =SRU.BILAN(16;6) → 0,375 | NON ATTEINT : … majoration d’au moins 63 % | NON EXAMINÉ
 * @example =SRU.BILAN(100;100;30;30;12) → 1 | ATTEINT | CONFORME
 * @example =SRU.BILAN(100;100;30;20;9,9;"non") → 1 | ATTEINT | CONFORME (20 % de PLS)
 * @example =SRU.BILAN(100;100;30;21;9,9;"non") → 1 | ATTEINT | NON CONFORME
 * @example =SRU.BILAN(100;100;80;30;12) → 1 | ATTEINT | INDÉTERMINÉ (plus que les réalisés : à vérifier)
 */
export function sruBilan(
  objectif: unknown[][],
  realises: unknown[][],
  plai?: unknown[][],
  pls?: unknown[][],
  taux_lls?: unknown[][],
  plh?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuserEnLignes(
    [objectif, realises, plai, pls, taux_lls, plh, periode],
    3,
    (o, r, a, s, taux, couverte, quand) => {
      const droit = lireDroit(quand);
      const nombre = lireEntierRelatif('realises', r);
      const bilan = bilanTriennal(lireEntier('objectif', o), nombre, droit);
      const reponse = lireReponse('plh', couverte);
      const connu = estAbsent(taux) ? null : lireTauxLls(taux);
      const plaiLus = estAbsent(a) ? null : lireEntier('plai', a);
      const plsLus = estAbsent(s) ? null : lireEntier('pls', s);
      const parts = bilanQualitatif(nombre, plaiLus, plsLus, connu, reponse, droit);
      const qualitatif =
        plaiLus === null && plsLus === null
          ? 'NON EXAMINÉ : préciser plai et pls'
          : parts
            ? enMots(accepter(parts), { oui: 'CONFORME', non: 'NON CONFORME' })
            : 'SANS OBJET : rien de réalisé';
      return [bilan.taux ? versNombre(bilan.taux) : '', quantitatifEnMots(bilan), qualitatif];
    },
  );
}

function quantitatifEnMots({ taux, quantitatif, majoration }: Bilan): string {
  if (!taux) return 'SANS OBJET : objectif nul';
  const mots = enMots(quantitatif, { oui: 'ATTEINT', non: 'NON ATTEINT' });
  if (!majoration) return mots;
  return `${mots} ; si la carence est prononcée, majoration d’au moins ${ecrire(produit(majoration, fraction(100)))} %`;
}
