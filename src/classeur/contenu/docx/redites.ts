import { ARTICLE_2, COMMUNE, PERIODES_REDITES } from '../../contrat-redige';
import { normaliser, type Redite } from '../../../tableau';
import type { Bloc, CelluleDeTableau } from './blocs';

const PERIODE = /\d{4}\s?(?:[-–—‑/]|à|au)\s?\d{4}/g;

/** Ce que le corps d'un contrat redit de son annexe : sa période, et les nombres de l'article 2. */
export const reditesDe = (corps: readonly Bloc[]): Redite[] => [
  ...corps.flatMap(periodes),
  ...ARTICLE_2.flatMap((colonnes) => nombres(corps, colonnes)),
];

function periodes(bloc: Bloc): Redite[] {
  const textes =
    bloc.type === 'paragraphe' ? [bloc.texte] : bloc.lignes.flatMap((l) => l.map(({ texte }) => texte.trim()));
  return textes.flatMap((texte) =>
    PERIODES_REDITES.flatMap(({ ou, phrase }) =>
      [...(phrase.exec(texte)?.[0] ?? '').matchAll(PERIODE)].map(([ecrite]): Redite => ({
        sur: 'periode',
        ou,
        commune: null,
        texte: ecrite,
      })),
    ),
  );
}

type Colonnes = (typeof ARTICLE_2)[number];

/** D'un tableau reconnu à tous ses en-têtes ; s'il n'est nulle part, cela aussi se dit, sans commune. */
function nombres(corps: readonly Bloc[], colonnes: Colonnes): Redite[] {
  const tableaux = corps.flatMap((bloc) => (bloc.type === 'tableau' ? (lire(bloc.lignes, colonnes) ?? []) : []));
  if (tableaux.length > 0) return tableaux;
  const entetes = colonnes.map(({ entete }) => `« ${entete} »`).join(', ');
  return [{ sur: colonnes[0].sur, ou: `Article 2, tableau ${entetes}`, commune: null, texte: '' }];
}

function lire([entete = [], ...lignes]: readonly (readonly CelluleDeTableau[])[], colonnes: Colonnes): Redite[] | null {
  const colonneDe = (nom: string) => entete.find(({ texte }) => normaliser(texte) === normaliser(nom))?.colonne;
  const communes = colonneDe(COMMUNE);
  const places = colonnes.map((c) => ({ ...c, colonne: colonneDe(c.entete) }));
  if (communes === undefined || places.some(({ colonne }) => colonne === undefined)) return null;
  return lignes.flatMap((ligne) => {
    const dit = (colonne: number | undefined) => ligne.find((c) => c.colonne === colonne)?.texte.trim() ?? '';
    return places.flatMap(({ sur, entete: nom, colonne }): Redite[] =>
      sur ? [{ sur, ou: `Article 2, « ${nom} »`, commune: dit(communes), texte: dit(colonne) }] : [],
    );
  });
}
