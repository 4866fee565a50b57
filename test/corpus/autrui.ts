import type { Feuille, Valeur } from '../outils/lecture';
import { ISERE, POITIERS } from './bases';
import { cas, ecrit, ENTIER, type Attendu, type Cas } from './cas';

const feuille = (...cellules: readonly (readonly Valeur[])[]): Feuille[] => [{ nom: 'Feuil1', cellules }];
/** Rien à contrôler, ou une phrase. */
const RIEN: readonly Attendu[] = ['rien a controler', 'refus'];
const noms = POITIERS.communes.map((c) => [c.code!, c.commune!] as const);
const liste = (titres: readonly string[], valeurs: (i: number) => readonly Valeur[]): Feuille[] =>
  feuille(['Code INSEE', 'Commune', ...titres], ...noms.map(([code, nom], i) => [code, nom, ...valeurs(i)]));
const long = (annees: readonly number[]): Feuille[] =>
  feuille(
    ['Code INSEE', 'Commune', 'Année', 'Logements sociaux', 'Taux LLS'],
    ...noms.flatMap(([code, nom], i) => annees.map((an) => [code, nom, an, 100 + 20 * i + (an - 2018), 8 + i / 2])),
  );

export const AUTRUI: readonly Cas[] = [
  cas(
    'population par commune',
    liste(['Population municipale'], (i) => [2500 + 300 * i]),
    RIEN,
  ),
  cas(
    'population, plusieurs millésimes',
    liste(['Population 2019', 'Population 2020', 'Population 2021'], (i) => [2500 + i, 2520 + i, 2540 + i]),
    RIEN,
  ),
  cas(
    'population totale, municipale, comptée à part',
    liste(['Population municipale', 'Population comptée à part', 'Population totale'], (i) => [2500 + i, 40, 2540 + i]),
    RIEN,
  ),
  cas(
    'communes déléguées : une commune revient',
    feuille(
      ['Code INSEE', 'Commune', 'Population municipale', 'Population totale'],
      ['86115', 'Jaunay-Marigny', 5900, 6010],
      ['86115', 'Jaunay-Marigny', 1690, 1700],
      ['86041', 'Buxerolles', 10253, 10400],
    ),
    RIEN,
  ),
  cas(
    'équipements',
    liste(['Écoles', 'Crèches'], (i) => [i, 1]),
    RIEN,
  ),
  cas(
    'maires et téléphones',
    liste(['Maire', 'Téléphone'], (i) => [`M. X${i}`, `05490000${i}0`]),
    RIEN,
  ),
  cas(
    'surfaces et densités',
    liste(['Surface (km²)', 'Densité'], (i) => [10 + i, 250 - i]),
    RIEN,
  ),
  cas(
    'élections',
    liste(['Inscrits', 'Votants', 'Exprimés'], (i) => [4000 + i, 2500, 2400]),
    RIEN,
  ),
  cas(
    'logements vacants',
    liste(['Logements', 'Logements vacants', 'Part'], (i) => [3000, 120 + i, '4 %']),
    RIEN,
  ),
  cas(
    'demande et attributions',
    liste(['Demandes en stock', 'Attributions annuelles'], (i) => [400 + i, 60]),
    RIEN,
  ),
  cas(
    'marché immobilier',
    liste(['Prix médian au m²', 'Ventes'], (i) => [1900 + 20 * i, 44]),
    RIEN,
  ),
  cas('parc social par année, format long', long([2020, 2021, 2022]), ['rien a controler', 'refus', 'question']),
  cas(
    'parc social, une année',
    liste(['Logements sociaux', 'Taux LLS'], (i) => [120 + 30 * i, 9 + i / 2]),
    RIEN,
  ),
  cas(
    'EPCI par ligne',
    feuille(
      ['SIREN', 'EPCI', 'Population', 'Logements sociaux'],
      ['200069854', 'CU du Grand Poitiers', 195000, 24000],
      ['243700754', 'Tours Métropole Val de Loire', 297000, 38000],
    ),
    RIEN,
  ),
  cas(
    'départements par ligne',
    feuille(['Département', 'Logements sociaux', 'Taux'], ['Vienne', 36000, '17 %'], ['Charente', 22000, '12 %']),
    RIEN,
  ),
  cas(
    'tableau croisé d’une autre matière',
    feuille(
      ['Étiquettes de lignes', 'Somme de Montant', 'Nombre de Dossiers'],
      ['Buxerolles', 12000, 4],
      ['Saint-Benoît', 9000, 3],
      ['Total général', 21000, 7],
    ),
    RIEN,
  ),
  cas('liste de communes seules', feuille(['Commune'], ...noms.map(([, nom]) => [nom])), RIEN),
  cas(
    'une page de texte',
    feuille(['Note de cadrage'], ['Le contrat de mixité sociale fixe des objectifs.'], ['Les communes délibèrent.']),
    RIEN,
  ),
  cas('une feuille vide', feuille(), RIEN),
  cas(
    'le modèle, sans aucune commune',
    feuille(['Commune', 'Résidences principales', 'Logements sociaux', 'Objectif de référence', 'Objectif du contrat']),
    ['refus', 'rien a controler', 'question'],
  ),
  cas('de quoi calculer, aucun objectif', ecrit({}, ISERE), 'rien a controler', { communes: 4 }),
  cas(
    'manquants et taux, aucun objectif',
    liste(['Résidences principales', 'Logements sociaux', 'Taux cible', 'Manquants'], (i) => [
      2000,
      300,
      '20 %',
      100 + 0 * i,
    ]),
    'rien a controler',
    { communes: 10 },
  ),
  cas(
    'inventaire publié',
    liste(['Logements sociaux', 'Taux SRU', 'Taux cible'], (i) => [200 + i, '11,20 %', '20 %']),
    ['rien a controler', 'question'],
  ),
  cas(
    'inventaire, taux sous 1 en points',
    feuille(
      ['Commune', 'Taux LLS', 'Taux cible'],
      ['Buxerolles', 0.7, 20],
      ['Montamisé', 0.4, 20],
      ['Saint-Benoît', 0.9, 20],
    ),
    'jamais conforme',
    { tait: /[4-9]0 ?%/ },
  ),
  cas(
    'inventaire, carence dite par un arrêté',
    feuille(
      ['Commune', 'Taux LLS', 'Taux cible', 'Carencée'],
      ['Buxerolles', '12,4 %', '20 %', 'Arrêté du 21/12/2023'],
      ['Montamisé', '9,1 %', '20 %', 'non'],
    ),
    'jamais non conforme',
    { tait: /ne se lit pas|ne convient pas/ },
  ),
  cas(
    'une population à côté d’un contrat',
    [...ecrit(), ...liste(['Population municipale'], (i) => [2500 + i])],
    'conforme',
    ENTIER,
  ),
  cas(
    'une population à côté d’un contrat rompu',
    [...ecrit({ communes: { Montamisé: { contrat: 12 } } }), ...liste(['Population municipale'], (i) => [2500 + i])],
    'non conforme',
  ),
  cas(
    'un contrat et l’inventaire d’où il vient',
    [...ecrit(), { nom: 'Inventaire', cellules: ecrit({}, ISERE)[0]!.cellules }],
    'conforme',
    ENTIER,
  ),
];
