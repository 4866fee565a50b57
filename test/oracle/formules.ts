import type { Feuille } from './feuille';

// La loi comme un agent l'écrirait dans son tableur. Tout y reste entier, pour qu'aucune virgule flottante ne choisisse un palier :
// les manquants en centièmes de logement, l'objectif en dix-millièmes. Un quotient d'entiers par 10 000 ne tombe sur une demie
// que s'il en est une, exactement représentée : ARRONDI, ARRONDI.SUP et ENT y sont sûrs.

const MANQUE = '=MAX(0;[cible]*[RP]-100*[LLS])';
const TAUX =
  '=SI([manque]=0;0;SI([rang]=0;10;SI([rang]=1;15;SI([rang]=2;25;SI(100*[LLS]>([cible]-2)*[RP];100;SI(100*[LLS]>=([cible]-4)*[RP];50;33))))))';
const TAUX_CMS = 'SI([taux]=100;80;SI([taux]=50;40;25))';

/** Objectif de référence, plancher du contrat abaissant, plancher de mutualisation, et les trois arrondis de chacun. */
export const OBJECTIFS: Feuille = {
  donnees: ['RP', 'LLS', 'cible', 'rang'],
  formules: {
    manque: MANQUE,
    taux: TAUX,
    // VII et VIII, en dix-millièmes de logement.
    objectif: '=[taux]*[manque]',
    'objectif INFERIEUR': '=ENT([objectif]/10000)',
    'objectif PROCHE': '=ARRONDI([objectif]/10000;0)',
    'objectif SUPERIEUR': '=ARRONDI.SUP([objectif]/10000;0)',
    'objectif, reste': '=MOD([objectif];10000)',
    // IX, en dix-millièmes.
    cms: `=${TAUX_CMS}*[manque]`,
    refus: '=SI(ET([manque]>0;[rang]<3);"ENTRANTE";"")',
    'cms INFERIEUR': '=ENT([cms]/10000)',
    'cms PROCHE': '=ARRONDI([cms]/10000;0)',
    'cms SUPERIEUR': '=ARRONDI.SUP([cms]/10000;0)',
    'cms, reste': '=MOD([cms];10000)',
    // X : la moitié de la référence, en vingt-millièmes ; la référence même pour une entrante.
    cims: '=SI([rang]<3;2;1)*[objectif]',
    'cims INFERIEUR': '=ENT([cims]/20000)',
    'cims PROCHE': '=ARRONDI([cims]/20000;0)',
    'cims SUPERIEUR': '=ARRONDI.SUP([cims]/20000;0)',
    'cims, reste': '=MOD([cims];20000)',
  },
};
