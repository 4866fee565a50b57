import { redistributionDesLoyers } from '../../regles';
import { accepter } from '../arguments';
import { enTableau, facultatif, plageEntiere } from '../declaration';
import { lireAnnees, lireMontant } from '../montants';
import { diffuserEnLignes, ErreurDeCellule, estAbsent } from '../valeurs';
import { enMots } from '../verdicts';
import { PERIODE } from '../vocabulaire';

export const APL_NPL = enTableau({
  nom: 'APL.NPL',
  resume: 'redistribution des loyers conforme ou non',
  description:
    'Nouvelle politique des loyers (L. 445-2 du CCH) : redistribution des loyers maximaux à somme constante, aucun loyer au-dessus du PLS, conventions de plus de six ans. Un seul verdict pour toutes les lignes.',
  arguments: [
    plageEntiere(
      'loyers_maximaux',
      'Loyers maximaux avant redistribution, en euros par mois ; une colonne, une ligne par logement ou ensemble.',
    ),
    plageEntiere('nouveaux_loyers', 'Loyers maximaux après redistribution ; une colonne.'),
    plageEntiere('loyers_pls', 'Loyers maximaux d’un PLS ; une colonne ou une seule valeur.'),
    facultatif(plageEntiere('anciennetes', 'Ancienneté des conventions, en années ; une colonne ou une seule valeur.')),
    PERIODE,
  ],
  rend: '« CONFORME : … », « NON CONFORME : … » ou « INDÉTERMINÉ : … » avec tous les motifs ; #VALEUR! si un loyer ou une ancienneté ne se lit pas.',
  exemples: [
    '=APL.NPL(500;500;600;7) → CONFORME (loyer inchangé, sous le PLS)',
    '=APL.NPL({300;500};{250;550};600;7) → CONFORME',
    '=APL.NPL({300;500};{250;560};600;7) → NON CONFORME (somme de 800 à 810 €)',
  ],
  dispositif: 'Nouvelle politique des loyers',
  calculer: (maximaux, nouveaux, desPls, anciennetes, droit) => {
    const lignes = diffuserEnLignes([maximaux, nouveaux, desPls, anciennetes], 1, (avant, apres, pls, age) => [
      {
        avant: lireMontant('loyers_maximaux', avant),
        apres: lireMontant('nouveaux_loyers', apres),
        pls: lireMontant('loyers_pls', pls),
        anciennete: estAbsent(age) ? null : lireAnnees('anciennetes', age),
      },
    ]).map(([ligne]) => {
      if (ligne instanceof ErreurDeCellule) throw ligne;
      return ligne as Parameters<typeof redistributionDesLoyers>[0][number];
    });
    const examen = accepter(redistributionDesLoyers(lignes, droit));
    return [[enMots(examen, { oui: 'CONFORME', non: 'NON CONFORME' })]];
  },
});
