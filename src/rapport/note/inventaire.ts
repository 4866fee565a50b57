import type { Inventaire } from '../../tableau';
import {
  RESERVE_DES_OBJECTIFS,
  tableDesDepartements,
  tableDesEpcis,
  tableDesObjectifs,
} from '../natures/inventaire-objectifs';
import {
  RESERVE,
  tableDesCommunes,
  tableDesMutualisables,
  tableDesPaliers,
  type Table,
} from '../natures/inventaire-tables';
import { mots, nombre, paragraphe, section, tableau, type Bloc } from './document';

/** Un inventaire publié : ses paliers, les EPCI qui pourraient mutualiser, ses communes. */
export const blocsDeLInventaire = (inventaire: Inventaire): Bloc[] => [
  ...enSection(tableDesPaliers(inventaire), 'Communes déficitaires, par taux de rattrapage', [50, 25, 25]),
  ...enSection(
    tableDesObjectifs(inventaire),
    'Communes déficitaires : objectif et planchers',
    [22, 8, 12, 12, 12, 12, 22],
  ),
  paragraphe(RESERVE_DES_OBJECTIFS),
  ...enSection(tableDesDepartements(inventaire), 'Objectifs par département', PAR_GROUPE),
  ...enSection(tableDesEpcis(inventaire), 'Objectifs par EPCI', PAR_GROUPE),
  ...enSection(tableDesMutualisables(inventaire), 'Communes de droit commun d’un même EPCI', [34, 12, 54]),
  paragraphe(RESERVE),
  ...enSection(
    tableDesCommunes(inventaire),
    'Chaque commune, telle que l’inventaire la donne',
    [28, 10, 10, 10, 22, 24],
  ),
];

const PAR_GROUPE = [36, 14, 18, 18, 14];

const NOMBRES: ReadonlySet<string> = new Set([
  'Communes',
  'dont exemptées',
  'Taux',
  'Cible',
  'Manquants',
  'Référence',
  'Plancher CMS',
  'Plancher mutualisation',
  'Sans chiffres',
]);

const enSection = ({ titre, entetes, rangees }: Table, legende: string, largeurs: readonly number[]): Bloc[] =>
  section(titre, [
    tableau(
      legende,
      entetes.map((entete, i) => (NOMBRES.has(entete) ? nombre : mots)(entete, largeurs[i] ?? 10)),
      rangees,
    ),
  ]);
