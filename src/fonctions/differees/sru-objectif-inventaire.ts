import { intervalleDe, chiffresPublies } from '../../regles';
import { accepter, lireTaux } from '../arguments';
import { argument, enLignes } from '../declaration';
import { CIBLE, LLS, PERIODE, RANG } from '../vocabulaire';

const TAUX_PUBLIE = argument(
  'taux_publie',
  'Taux de l’inventaire publié, pris comme arrondi à sa dernière décimale : 17,78 ou 0,1778 ou « 17,78 % ».',
  (nom, valeur) => intervalleDe(lireTaux(nom, valeur)),
);

export const SRU_OBJECTIF_INVENTAIRE = enLignes(2, {
  nom: 'SRU.OBJECTIF.INVENTAIRE',
  resume: 'le plus petit et le plus grand objectif que l’inventaire publié permet',
  description:
    'Encadre l’objectif de référence (L. 302-8, VII du CCH) par les chiffres publiés, qui ne donnent pas les résidences principales : LLS / (taux + ½ arrondi) < RP ≤ LLS / (taux − ½ arrondi). Reconstitué : jamais l’objectif notifié.',
  arguments: [LLS, TAUX_PUBLIE, CIBLE, RANG, PERIODE],
  rend: 'Logements, à l’entier le plus proche : le plus petit et le plus grand objectif, ou un seul nombre s’ils sont égaux ; #VALEUR! si rien n’encadre les résidences (aucun logement social, taux arrondi à zéro).',
  exemples: [
    '=SRU.OBJECTIF.INVENTAIRE(345;17,78;25) → 46 (1 940 résidences, 140 manquants, à plus de 4 points)',
    '=SRU.OBJECTIF.INVENTAIRE(1600;16;20) → 132 | 200 (de 9 697 à 10 322 résidences : deux paliers possibles)',
    '=SRU.OBJECTIF.INVENTAIRE("0";0;20) → #VALEUR! (aucun logement n’encadre rien)',
  ],
  dispositif: 'Objectif de référence',
  calculer: (lls, taux, cible, rang, droit) => {
    const { bas, haut } = accepter(chiffresPublies(lls, taux, cible, rang, droit)).reference;
    return bas === haut ? [bas] : [bas, haut];
  },
});
