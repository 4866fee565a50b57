/** Les couleurs d'un dessin, par ce qu'elles y font ; en clair, toutes différentes : un autre thème les remplace une à une. */
export interface Encres {
  readonly fond: string;
  readonly texte: string;
  readonly discret: string;
  /** Ce qu'une barre ne remplit pas. */
  readonly filet: string;
  readonly barre: string;
  /** Le trait qui marque la cible ou l'objectif. */
  readonly repere: string;
}

export const CLAIRES: Encres = {
  fond: '#ffffff',
  texte: '#1e1e1e',
  discret: '#555555',
  filet: '#dddddd',
  barre: '#000091',
  repere: '#b34000',
};
const SOMBRES: Encres = {
  fond: '#1e1e1e',
  texte: '#f5f5f5',
  discret: '#c8c8c8',
  filet: '#484848',
  barre: '#a8a8ff',
  repere: '#ff9d5c',
};
/** Les couleurs que le système impose, en contraste élevé. */
const IMPOSEES: Encres = {
  fond: 'Canvas',
  texte: 'CanvasText',
  discret: 'CanvasText',
  filet: 'GrayText',
  barre: 'CanvasText',
  repere: 'Highlight',
};

/** Les variables d'une page : elle les pose, et les change avec son thème. */
export const DE_LA_PAGE = Object.fromEntries(
  Object.keys(CLAIRES).map((nom) => [nom, `var(--portrait-${nom})`]),
) as unknown as Encres;

const NOMS = Object.keys(CLAIRES) as (keyof Encres)[];

/** Un dessin en clair, qu'un lecteur en sombre ou en contraste élevé voit dans ses couleurs. */
export const STYLE_DU_DESSIN = [
  ['prefers-color-scheme:dark', SOMBRES],
  ['forced-colors:active', IMPOSEES],
]
  .map(([condition, encres]) => {
    const regles = NOMS.map((nom) => {
      const autre = (encres as Encres)[nom];
      return `[fill="${CLAIRES[nom]}"]{fill:${autre}}[stroke="${CLAIRES[nom]}"]{stroke:${autre}}`;
    });
    return `@media(${condition as string}){${regles.join('')}}`;
  })
  .join('');

const variables = (encres: Encres): string => NOMS.map((nom) => `--portrait-${nom}:${encres[nom]}`).join(';');
/** Les variables d'une page toujours claire, sauf en contraste élevé. */
export const STYLE_DE_LA_PAGE = `:root{${variables(CLAIRES)}}@media(forced-colors:active){:root{${variables(IMPOSEES)}}}`;
