import type { Inventaire } from '../../tableau';
import { RESERVE, tableDesCommunes, tableDesMutualisables, tableDesPaliers, type Table } from '../inventaire';
import { mots, paragraphe, section, tableau, type Bloc } from './document';

/** Un inventaire publié : ses paliers, les EPCI qui pourraient mutualiser, ses communes. */
export const blocsDeLInventaire = (inventaire: Inventaire): Bloc[] => [
  ...enSection(tableDesPaliers(inventaire), [50, 25, 25]),
  ...enSection(tableDesMutualisables(inventaire), [34, 12, 54]),
  paragraphe(RESERVE),
  ...enSection(tableDesCommunes(inventaire), [28, 10, 10, 10, 22, 24]),
];

const enSection = ({ titre, entetes, rangees }: Table, largeurs: readonly number[]): Bloc[] =>
  section(titre, [
    tableau(
      titre,
      entetes.map((entete, i) => mots(entete, largeurs[i] ?? 10)),
      rangees,
    ),
  ]);
