import { BARRE, EXPOSANT } from '../cellule';
import type { Attributs } from './xml';

/** Le style d'un élément : le sien, et celui des classes que la page déclare. */
export type StyleDe = (attributs: Attributs) => string;

const UTILE = /line-through|super|display *: *none|collapse/i;

export function stylesDe(html: string): StyleDe {
  const classes = new Map<string, string>();
  for (const regle of feuillesDeStyle(html).split('}')) {
    const [selecteur = '', declarations = ''] = regle.split('{');
    if (!UTILE.test(declarations)) continue;
    for (const [, classe = ''] of selecteur.matchAll(/\.([\w-]+)/g)) classes.set(classe, declarations.toLowerCase());
  }
  return ({ style = '', class: noms = '' }) =>
    classes.size === 0 || noms === ''
      ? style.toLowerCase()
      : [style.toLowerCase(), ...noms.split(/\s+/).map((nom) => classes.get(nom) ?? '')].join(';');
}

function feuillesDeStyle(html: string): string {
  let feuilles = '';
  for (let debut = html.indexOf('<style'); debut >= 0;) {
    const fin = html.indexOf('</style', debut);
    if (fin < 0) break;
    feuilles += html.slice(html.indexOf('>', debut) + 1, fin);
    debut = html.indexOf('<style', fin);
  }
  return feuilles;
}

export const estCache = (style: string, attributs: Attributs): boolean =>
  attributs.hidden !== undefined || /display *: *none|visibility *: *(?:collapse|hidden)/.test(style);

const BARRANTS = new Set(['s', 'strike', 'del']);

/** La marque qu'un élément met à ce qu'il contient ; vide s'il n'en met pas. */
export function marqueDe(element: string, { class: classe = '' }: Attributs, style: string): string {
  if (BARRANTS.has(element) || style.includes('line-through')) return BARRE;
  const exposant = element === 'sup' || element === 'sub' || /vertical-align *: *(?:super|sub)\b/.test(style);
  return exposant || classe === 'msocomanchor' ? EXPOSANT : '';
}
