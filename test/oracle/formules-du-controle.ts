import type { Feuille } from './feuille';

// Le contrôle d'un tableau comme un agent l'écrirait dans son tableur, la loi à côté. Manquants en centièmes de logement, références en
// dix-millièmes : tout y reste entier. −1 : ne se connaît pas. Un constat vaut 0 (rien), 1 (il bloque) ou 2 (il empêche de conclure).

/** La référence écrite est ce taux des manquants, ou l'un de ses arrondis. */
const estNotifiee = (taux: string | number) =>
  `ET([notifiée]>=ENT(${taux}*[manque]/10000);[notifiée]<=ARRONDI.SUP(${taux}*[manque]/10000;0))`;
const PALIER = 'SI(100*[LLS]>([cible]-2)*[RP];100;SI(100*[LLS]>=([cible]-4)*[RP];50;33))';
// Sans parc : le palier du taux de rattrapage écrit, à défaut celui que dit la référence, à défaut le plus faible.
const TAUX_DE_DROIT_COMMUN = 'OU([rattrapage]=33;[rattrapage]=50;[rattrapage]=100)';
const PALIER_ECRIT = `SI(${TAUX_DE_DROIT_COMMUN};[rattrapage];-1)`;
const PALIER_DIT = `SI([notifiée]="";-1;SI(${estNotifiee(33)};33;SI(${estNotifiee(50)};50;SI(${estNotifiee(100)};100;33))))`;
const DROIT_COMMUN = 'OU([rang]="";[rang]>=3)';
const SOUS_DIX_POUR_CENT = '10000*[contrat]<10*[manque]';
const SOUS_LA_MOITIE = '20000*[contrat]<[référence]';
/** La moitié de la référence avant son arrondi : l'entier notifié la manque parfois de peu (ADR 0032). */
const SOUS_LA_MOITIE_EXACTE = `ET([notifiée]<>"";[taux]>=0;${estNotifiee('[taux]')};20000*[contrat]<[taux]*[manque])`;
const TAUX_CMS = 'SI([taux3]=100;80;SI([taux3]=50;40;25))';
const SOMMES = (colonnes: readonly string[]) => `SOMME(${colonnes.map((c) => `[${c}:]`).join(';')})`;
/** Combien de lignes valent `valeur` dans ces colonnes. */
const compter = (valeur: 1 | 2, colonnes: readonly string[]) =>
  colonnes.map((c) => `NB.SI([${c}:];${valeur})`).join('+');
const verdict = (colonnes: readonly string[]) =>
  `=SI(${compter(1, colonnes)}>0;"non conforme";SI(${compter(2, colonnes)}>0;"indetermine";SI(${SOMMES(['comparée'])}>0;"conforme";"rien a controler")))`;
const COMMUNS = ['REFERENCE_INCOHERENTE', 'ENTRANTE_ABAISSEE', 'ACCORD_MANQUANT', 'porte'];

export const CONTROLE: Feuille = {
  donnees: [
    ...['commune', 'RP', 'LLS', 'cible', 'rang', 'manquants', 'rattrapage', 'notifiée', 'contrat', 'accord'],
    ...['périodes', 'population', 'inconstructible'],
  ],
  formules: {
    manque: '=SI([RP]="";MAX(0;100*[manquants]);MAX(0;[cible]*[RP]-100*[LLS]))',
    // VII : le taux de droit commun ; VIII : celui d'une entrante.
    taux3: `=SI([manque]=0;0;SI([RP]<>"";${PALIER};SI([rattrapage]<>"";${PALIER_ECRIT};${PALIER_DIT})))`,
    taux: '=SI([manque]=0;0;SI([rang]="";[taux3];SI([rang]=0;10;SI([rang]=1;15;SI([rang]=2;25;[taux3])))))',
    // Le préfet qui a notifié la référence du droit commun connaissait le rang ; celle d'une entrante est peut-être une référence abaissée.
    'rang connu': `=SI(OU([rang]<>"";[manque]=0;ET([notifiée]<>"";[taux3]>=0;${estNotifiee('[taux3]')}));1;0)`,
    entrante: `=SI(ET([rang connu]=0;[notifiée]<>"";OU(${estNotifiee(25)};${estNotifiee(15)};${estNotifiee(10)}));1;0)`,
    référence: '=SI([notifiée]<>"";10000*[notifiée];SI([taux]<0;-1;[taux]*[manque]))',
    // Un objectif n'est abaissé ou relevé que hors des arrondis de la référence ; zéro n'en est pas un.
    abaissé:
      '=SI(ET([manque]>0;[contrat]<>"";[référence]>=0;OU([contrat]<ENT([référence]/10000);ET([contrat]=0;[référence]>0)));1;0)',
    relevé: '=SI(ET([manque]>0;[contrat]<>"";[référence]>=0;[contrat]>ARRONDI.SUP([référence]/10000;0));1;0)',
    'total inconnu': '=SI(OU([référence]<0;ET([contrat]="";[manque]>0));1;0)',
    LIGNE_INCOMPLETE: '=2*[total inconnu]',
    // VIII : sans rang, l'objectif abaissé n'est fautif que s'il l'est à tout rang, 10 % des manquants étant la moindre référence.
    RANG_INCONNU: `=SI(OU([entrante]=1;ET([rang connu]=0;[abaissé]=1;OU(10000*[contrat]>=10*[manque];20000*[contrat]>=[référence])));2;0)`,
    'RANG_INCONNU, cms': `=SI(OU([entrante]=1;ET([rang connu]=0;[abaissé]=1;OU(10000*[contrat]>=10*[manque];[taux3]<0)));2;0)`,
    // VII : une référence sous celle de la loi. Le palier inconnu, sous 33 % des manquants ; le rang inconnu, qu’un taux de rattrapage de droit commun dit aussi, sous 10 %.
    'moindre taux': '=SI([taux]<0;33;[taux])',
    REFERENCE_INCOHERENTE: `=SI(OU([notifiée]="";[entrante]=1;10000*[notifiée]>=[moindre taux]*[manque];${estNotifiee('[moindre taux]')});0;SI(OU([rang connu]=1;${TAUX_DE_DROIT_COMMUN};10000*[notifiée]<10*[manque]);1;2))`,
    ENTRANTE_ABAISSEE: '=SI(ET([abaissé]=1;[rang]<>"";[rang]<3);1;0)',
    // X, 3° et VII : l'accord de la commune.
    ACCORD_MANQUANT: '=SI(OU([relevé]=0;[entrante]=1;[accord]="oui");0;SI(OU([accord]="non";[accord]="");1;2))',
    NON_DEFICITAIRE: '=SI([manque]=0;1;0)',
    porte: '=SI(ET([manque]=0;[contrat]>0);1;0)',
    // X : la moitié de la référence, le total, deux périodes.
    REDUCTION_EXCESSIVE: `=SI(ET([abaissé]=1;${DROIT_COMMUN};[RANG_INCONNU]=0;${SOUS_LA_MOITIE});1;0)`,
    MOITIE_ARRONDIE: `=SI(ET([abaissé]=1;${DROIT_COMMUN};[RANG_INCONNU]=0;20000*[contrat]>=[référence];${SOUS_LA_MOITIE_EXACTE});2;0)`,
    SOUS_PLANCHER_PLAQUETTE: `=SI(ET([abaissé]=1;${DROIT_COMMUN};[RANG_INCONNU]=0;[MOITIE_ARRONDIE]=0;[taux3]=33;20000*[contrat]>=[référence];10000*[contrat]<17*[manque]);1;0)`,
    'DUREE_DEPASSEE, cims': '=SI(ET([abaissé]=1;[RANG_INCONNU]=0;[périodes]>2);1;0)',
    moindre: '=SI(ET([rang connu]=0;[notifiée]="");10*[manque];[référence])',
    TOTAL_INSUFFISANT:
      '=SI(SOMME([total inconnu:])>0;0;SI(10000*SOMME([contrat:])>=SOMME([référence:]);0;SI(10000*SOMME([contrat:])<SOMME([moindre:]);1;2)))',
    // IX : 25, 40 ou 80 % des manquants ; trois périodes, sauf dérogation.
    SOUS_PLANCHER_CMS: `=SI(ET([abaissé]=1;${DROIT_COMMUN};[RANG_INCONNU, cms]=0);SI(ET([taux3]>=0;10000*[contrat]<${TAUX_CMS}*[manque]);1;0);0)`,
    'LIGNE_INCOMPLETE, cms': `=SI(ET([abaissé]=1;${DROIT_COMMUN};[RANG_INCONNU, cms]=0;[taux3]<0);2;[LIGNE_INCOMPLETE])`,
    'DUREE_DEPASSEE, cms':
      '=SI(ET([abaissé]=1;[RANG_INCONNU, cms]=0;[périodes]>3);SI(OU(ET([population]<>"";[population]<5000);ET([inconstructible]<>"";[inconstructible]>=30;[inconstructible]<=50));0;SI(OU([population]="";[inconstructible]="");2;1));0)',
    'sans contrat': `=SI(ET([abaissé]=1;OU([rang connu]=1;ET([entrante]=0;${SOUS_DIX_POUR_CENT})));1;0)`,
    comparée:
      '=SI(OU(ET([contrat]<>"";OU([référence]>=0;[manque]=0));ET([contrat]="";[notifiée]<>"";[taux]>=0;OU([RP]<>"";[taux]<=25)));1;0)',
    'verdict, cims': verdict([
      ...[
        ...COMMUNS,
        'LIGNE_INCOMPLETE',
        'RANG_INCONNU',
        'REDUCTION_EXCESSIVE',
        'MOITIE_ARRONDIE',
        'DUREE_DEPASSEE, cims',
        'TOTAL_INSUFFISANT',
      ],
    ]),
    'verdict, cms': verdict([
      ...COMMUNS,
      'LIGNE_INCOMPLETE, cms',
      'RANG_INCONNU, cms',
      'SOUS_PLANCHER_CMS',
      'DUREE_DEPASSEE, cms',
    ]),
  },
};
