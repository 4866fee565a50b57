import type { Feuille, Valeur } from '../outils/lecture';
import { cas, type Cas, type Precise } from './cas';
import { enCsv, windows1252 } from './recritures/formats';

type Fichier = Readonly<Record<string, readonly Valeur[]>>;
const feuille = (nom: string, colonnes: Fichier): Feuille => {
  const lignes = Math.max(...Object.values(colonnes).map((c) => c.length));
  return {
    nom,
    cellules: [
      Object.keys(colonnes),
      ...Array.from({ length: lignes }, (_, i) => Object.values(colonnes).map((c) => c[i] ?? '')),
    ],
  };
};
const QUI: Fichier = {
  Numreg: ['', ''],
  Région: ['Normandie', 'Occitanie'],
  Dép: ['14', '9'],
  'Code INSEE': ['14220', '9122'],
  Commune: ['Deauville', 'Foix'],
  'Population municipale 2018': [3570, 9721],
};
const AUTOUR: Fichier = {
  'Structure d’application': ['EPCI', 'Agglo'],
  'Code Agglo': ['14501', '09501'],
  'Nom Agglo': ['Trouville', 'Foix'],
  'Population Agglo': [20100, 21400],
  'Code EPCI': ['200065563', '200067791'],
  'Nom EPCI': ['CC Cœur Côte Fleurie', 'CA Pays Foix-Varilhes'],
  'Population EPCI': [20800, 32000],
  'Zonage ABC': ['B1', 'C'],
  'Parc national': ['', ''],
  PFH: [2310, 780],
  'Montant DSU': [0, 144000],
  'Décrois. démo': ['', ''],
  'Catégorie 1': [410, 900],
  'Catégorie 2': [12, 4],
  'Catégorie 3': [0, 0],
  'Catégorie 3a': [0, 0],
  'Catégorie 4': [44, 61],
  'Logts vendus aux locataires': [3, 0],
  'Inventaire réalisé': ['oui', 'oui'],
  'Conv Préfet org HLM.': ['NC', 'NR'],
  'Nb conventions SEM': [0, 0],
  'Nb DIA examiné': [0, 0],
  observations: ['', 'RAS'],
};
const triennal = (p: string, objectif: number, bilan: number): Fichier => ({
  ...QUI,
  ...AUTOUR,
  [`Objectif quantitatif ${p}`]: [objectif, 40],
  [`Etat quantitatif des réalisations ${p}`]: [bilan, 52],
  'dont report du précédent triennal': [4, 0],
  [`Taux de réalisation de l'objectif ${p}`]: [`${Math.round((100 * bilan) / objectif)} %`, '130 %'],
  'Constat de carence': [0, 0],
  'Arrêté de carence': ['', ''],
});
const ANCIENNES: Fichier = {
  'Objectif 2011-2013': [200, 200],
  'Bilan 2011-2013': [1, 1],
  'Taux de réal 2011-2013': ['0 %', '0 %'],
  'Arrêté de carence 2011-2013': [1, 1],
};
const COMPOSE = (objectif: number, bilan: number): Fichier => ({
  ...QUI,
  'Taux LS 2013': ['14,2 %', '17,8 %'],
  'Variation Inventaire 2013-2010': [60, 50],
  "LLS financés et comptabilisés aux précédents bilans et figurant à l'inventaire 2013": [4, 0],
  'LLS financés en 2011': [10, 0],
  'LLS financés en 2012': [0, 2],
  'LLS financés en 2013': [5, 0],
  'Bilan 2011-2013': [bilan, 52],
  'Objectif 2011-2013': [objectif, 40],
  'Taux de réal': ['', ''],
  'Objectif non atteint': [0, 0],
});
const annuel = (an: number): Fichier => ({
  ...QUI,
  ...AUTOUR,
  [`RP ${an}`]: [4120, 5030],
  [`Nombre logements locatifs sociaux ${an}`]: [466, 965],
  [`Taux logements locatifs sociaux ${an}`]: ['11,31 %', '19,18 %'],
  [`Taux légal de logements locatifs sociaux applicable au 01/01/${an}`]: ['20 %', '20 %'],
  'Prélèvement brut': [88000, 0],
  'Majoration brute': [0, 0],
  'Commune carencée': ['', ''],
  'Taux de majoration': ['', ''],
});
const csv = (f: Fichier) => windows1252(enCsv(feuille('tableau', f)));
const DEUX: Precise = { communes: 2 };
const P = ['2008-2010', '2014-2016', '2017-2019', '2020-2022'];

/** Fichiers larges, comme le ministère les tient ; titres du même genre, valeurs inventées. */
export const NATIONAUX: readonly Cas[] = [
  ...P.map((p) => cas(`triennal ${p} : atteint`, csv(triennal(p, 60, 71)), 'conforme', DEUX)),
  ...P.map((p) => cas(`triennal ${p} : non atteint`, csv(triennal(p, 60, 41)), 'non conforme', { ...DEUX, dit: /41/ })),
  cas(
    'deux périodes côte à côte : l’ancienne non atteinte',
    csv({ ...triennal('2014-2016', 60, 71), ...ANCIENNES }),
    ['conforme', 'question'],
    { precisions: { periode: '2014-2016' } },
  ),
  cas(
    'deux périodes côte à côte : celle-ci non atteinte',
    csv({ ...triennal('2014-2016', 60, 41), ...ANCIENNES }),
    'jamais conforme',
  ),
  cas('composé : atteint', csv(COMPOSE(68, 71)), 'conforme', DEUX),
  cas('composé : non atteint', csv(COMPOSE(80, 71)), 'non conforme', { ...DEUX, dit: /71/ }),
  ...[2015, 2018, 2021].map((an) => cas(`annuel ${an} : rien à contrôler`, csv(annuel(an)), 'rien a controler', DEUX)),
  cas(
    'codes sans leur zéro',
    csv({ ...triennal('2017-2019', 60, 71), 'Code INSEE': ['1142', '9122'], Commune: ['Dagneux', 'Foix'] }),
    'conforme',
    { ...DEUX, premierCode: '01142' },
  ),
  cas(
    'NC et NR aux réalisations',
    csv({ ...triennal('2017-2019', 60, 71), 'Etat quantitatif des réalisations 2017-2019': ['NC', 52] }),
    'jamais non conforme',
  ),
  cas(
    'titres à la ligne',
    csv(Object.fromEntries(Object.entries(triennal('2017-2019', 60, 41)).map(([t, v]) => [t.replace(/ /g, '\n'), v]))),
    'non conforme',
  ),
  cas('en feuille plutôt qu’en csv', [feuille('Bilan', triennal('2017-2019', 60, 41))], 'non conforme'),
];
