import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/presets';
import { type Style } from '../hote/contrat';

const HORIZONTAUX: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAUX: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const TRAITS: Readonly<Record<string, BorderStyleTypes>> = {
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  hair: BorderStyleTypes.HAIR,
};
const COTES = { EdgeTop: 't', EdgeBottom: 'b', EdgeLeft: 'l', EdgeRight: 'r' } as const;

export const STYLE_PAR_DEFAUT: IStyleData = { ff: 'Calibri', fs: 11, vt: VerticalAlign.BOTTOM };

const rgb = (couleur: string | undefined) => (couleur ? { rgb: couleur } : null);

/** `remplacer` : toutes les clés y sont, celles à `null` effacent ce qui était là ; sans lui, aucune n'est nulle. */
export function versStyle(style: Style | undefined, format: string | undefined, remplacer = false): IStyleData {
  const { fond, couleurMotif, motif, police, horizontal, vertical, retourALaLigne, bordures } = style ?? {};
  const trait = (cote: keyof typeof COTES) => {
    const bordure = bordures?.[cote];
    if (!bordure || bordure.style === 'None') return null;
    return { s: TRAITS[bordure.style] ?? BorderStyleTypes.THIN, cl: { rgb: bordure.couleur ?? '#000000' } };
  };
  const complet: object = {
    bg: rgb(motif && motif !== 'Solid' ? (couleurMotif ?? fond) : fond),
    cl: rgb(police?.couleur),
    ff: police?.nom ?? null,
    fs: police?.taille ?? null,
    bl: police?.gras ? BooleanNumber.TRUE : null,
    it: police?.italique ? BooleanNumber.TRUE : null,
    ht: HORIZONTAUX[horizontal ?? ''] ?? null,
    vt: VERTICAUX[vertical ?? ''] ?? null,
    tb: retourALaLigne ? WrapStrategy.WRAP : null,
    n: format ? { pattern: format } : null,
    bd: Object.fromEntries(Object.entries(COTES).map(([cote, c]) => [c, trait(cote as keyof typeof COTES)])),
  };
  return remplacer ? complet : sansNuls(complet);
}

const sansNuls = (objet: object): object =>
  Object.fromEntries(
    Object.entries(objet).flatMap(([cle, valeur]: [string, unknown]) => {
      if (valeur === null) return [];
      const allegee = typeof valeur === 'object' && cle === 'bd' ? sansNuls(valeur) : valeur;
      return [[cle, allegee]];
    }),
  );

const inverse = <T>(table: Readonly<Record<string, T>>, valeur: T) =>
  Object.keys(table).find((cle) => table[cle] === valeur);

/** Ce que l'agent vient de mettre en forme dans Univer. */
export function depuisStyle(style: Nullable<IStyleData>): { style?: Style; format?: string } {
  if (!style) return {};
  const police: NonNullable<Style['police']> = {
    ...(style.ff && style.ff !== STYLE_PAR_DEFAUT.ff && { nom: style.ff }),
    ...(style.fs && style.fs !== STYLE_PAR_DEFAUT.fs && { taille: style.fs }),
    ...(style.bl && { gras: true }),
    ...(style.it && { italique: true }),
    ...(style.cl?.rgb && { couleur: hexa(style.cl.rgb) }),
  };
  const horizontal = style.ht ? inverse(HORIZONTAUX, style.ht) : undefined;
  const vertical = style.vt ? inverse(VERTICAUX, style.vt) : undefined;
  const bordures = Object.fromEntries(
    Object.entries(COTES).flatMap(([cote, c]) => {
      const trait = style.bd?.[c];
      if (!trait?.s) return [];
      return [
        [
          cote,
          { style: inverse(TRAITS, trait.s) ?? 'Continuous', ...(trait.cl?.rgb && { couleur: hexa(trait.cl.rgb) }) },
        ],
      ];
    }),
  );
  const lu: Style = {
    ...(style.bg?.rgb && { fond: hexa(style.bg.rgb) }),
    ...(Object.keys(police).length > 0 && { police }),
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(style.tb === WrapStrategy.WRAP && { retourALaLigne: true }),
    ...(Object.keys(bordures).length > 0 && { bordures }),
  };
  const format = style.n?.pattern;
  return {
    ...(Object.keys(lu).length > 0 && { style: lu }),
    ...(format && format !== 'General' && { format }),
  };
}

/** Univer écrit « #rrggbb » ou « rgb(r, g, b) ». */
function hexa(couleur: string): string {
  const composantes = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(couleur)?.slice(1);
  const texte = composantes?.map((n) => Number(n).toString(16).padStart(2, '0')).join('') ?? couleur.replace('#', '');
  return `#${texte.toUpperCase()}`;
}
