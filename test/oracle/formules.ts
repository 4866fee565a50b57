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

const DEFICITAIRE = '[manque]>0';
// Un objectif n'est abaissé ou relevé que hors des arrondis de la référence ; zéro n'en est pas un.
const ABAISSE = 'OU([contrat]<ENT([référence]/10000);ET([contrat]=0;[référence]>0))';
const RELEVE = '[contrat]>ARRONDI.SUP([référence]/10000;0)';
const SOUS_LA_MOITIE = '20000*[contrat]<[référence]';

/** Les constats d'un tableau de communes : 1 si la ligne (ou le tableau, pour le total et le verdict) les porte. */
export const TABLEAU: Feuille = {
  donnees: ['commune', 'RP', 'LLS', 'cible', 'rang', 'notifiée', 'contrat', 'accord'],
  formules: {
    manque: MANQUE,
    taux: TAUX,
    référence: '=SI([notifiée]="";[taux]*[manque];10000*[notifiée])',
    REDUCTION_EXCESSIVE: `=SI(ET(${DEFICITAIRE};[rang]>=3;${ABAISSE};${SOUS_LA_MOITIE});1;0)`,
    ENTRANTE_ABAISSEE: `=SI(ET(${DEFICITAIRE};[rang]<3;${ABAISSE});1;0)`,
    ACCORD_MANQUANT: `=SI(ET(${DEFICITAIRE};${RELEVE};[accord]<>"oui");1;0)`,
    NON_DEFICITAIRE: `=SI([manque]=0;1;0)`,
    SOUS_PLANCHER_PLAQUETTE: `=SI(ET(${DEFICITAIRE};[taux]=33;${ABAISSE};20000*[contrat]>=[référence];10000*[contrat]<17*[manque]);1;0)`,
    TOTAL_INSUFFISANT: '=SI(10000*SOMME([contrat:])<SOMME([référence:]);1;0)',
    porte: '=SI([manque]=0;[contrat];0)',
    verdict:
      '=SI(SOMME([REDUCTION_EXCESSIVE:];[ENTRANTE_ABAISSEE:];[ACCORD_MANQUANT:];[porte:];[TOTAL_INSUFFISANT])>0;"non conforme";"conforme")',
    // Les mêmes objectifs portés par un contrat abaissant (IX), puis sans contrat.
    SOUS_PLANCHER_CMS: `=SI(ET(${DEFICITAIRE};[rang]>=3;${ABAISSE};10000*[contrat]<${TAUX_CMS}*[manque]);1;0)`,
    'sans contrat': `=SI(ET(${DEFICITAIRE};${ABAISSE});1;0)`,
  },
};
