import { redistributionDesLoyers } from '../regles';
import { accepter, lireDroit } from './arguments';
import { lireAnnees, lireMontant } from './montants';
import { diffuserEnLignes, ErreurDeCellule, estAbsent, valeurSeule } from './valeurs';
import { enMots } from './verdicts';

/**
 * Nouvelle politique des loyers (L. 445-2 du CCH) : redistribution des loyers maximaux à somme constante, aucun loyer au-dessus du PLS,
 * conventions de plus de six ans. Un seul verdict pour toutes les lignes.
 * @customfunction APL.NPL
 * @param loyers_maximaux Loyers maximaux avant redistribution, en euros par mois ; une colonne, une ligne par logement ou ensemble.
 * @param nouveaux_loyers Loyers maximaux après redistribution ; une colonne.
 * @param loyers_pls Loyers maximaux d’un PLS ; une colonne ou une seule valeur.
 * @param [anciennetes] Ancienneté des conventions, en années ; une colonne ou une seule valeur.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « CONFORME : … », « NON CONFORME : … » ou « INDÉTERMINÉ : … » avec tous les motifs ; #VALEUR! si un loyer ou une ancienneté ne se lit pas.
 * @example =APL.NPL(500;500;600;7) → CONFORME (loyer inchangé, sous le PLS)
 * @example =APL.NPL({300;500};{250;550};600;7) → CONFORME
 * @example =APL.NPL({300;500};{250;560};600;7) → NON CONFORME (somme de 800 à 810 €)
 */
export function aplNpl(
  loyers_maximaux: unknown[][],
  nouveaux_loyers: unknown[][],
  loyers_pls: unknown[][],
  anciennetes?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  const lignes = diffuserEnLignes([loyers_maximaux, nouveaux_loyers, loyers_pls, anciennetes], 1, (a, b, pls, age) => [
    {
      avant: lireMontant('loyers_maximaux', a),
      apres: lireMontant('nouveaux_loyers', b),
      pls: lireMontant('loyers_pls', pls),
      anciennete: estAbsent(age) ? null : lireAnnees('anciennetes', age),
    },
  ]).map(([ligne]) => {
    if (ligne instanceof ErreurDeCellule) throw ligne;
    return ligne as Parameters<typeof redistributionDesLoyers>[0][number];
  });
  const examen = accepter(redistributionDesLoyers(lignes, lireDroit(valeurSeule('periode', periode))));
  return [[enMots(examen, { oui: 'CONFORME', non: 'NON CONFORME' })]];
}
