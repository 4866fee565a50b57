import type { Alignment, Border, Borders, Color, Fill, FillPatterns, Font, Style as StyleExcelJS } from 'exceljs';
import { type Style } from '../hote/contrat';
import { ecrireEffets, lireEffets } from './effets';

/** Les noms de motifs d'Office.js et ceux du fichier. */
const MOTIFS: Readonly<Record<string, FillPatterns>> = {
  Solid: 'solid',
  Gray50: 'mediumGray',
  Gray75: 'darkGray',
  Gray25: 'lightGray',
  Gray16: 'gray125',
  Gray8: 'gray0625',
  Horizontal: 'darkHorizontal',
  Vertical: 'darkVertical',
  Down: 'darkDown',
  Up: 'darkUp',
  Checker: 'darkGrid',
  SemiGray75: 'darkTrellis',
  LightHorizontal: 'lightHorizontal',
  LightVertical: 'lightVertical',
  LightDown: 'lightDown',
  LightUp: 'lightUp',
  Grid: 'lightGrid',
  CrissCross: 'lightTrellis',
};

const HORIZONTAUX: Readonly<Record<string, NonNullable<Alignment['horizontal']>>> = {
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
};

const VERTICAUX: Readonly<Record<string, NonNullable<Alignment['vertical']>>> = {
  Top: 'top',
  Center: 'middle',
  Bottom: 'bottom',
  Distributed: 'distributed',
  Justify: 'justify',
};

/** Excel nomme à part le trait et son épaisseur ; le fichier, d'un seul mot. Le contrat n'a que le trait, ou le mot du fichier. */
const TRAITS: Readonly<Record<string, NonNullable<Border['style']>>> = {
  Continuous: 'thin',
  Dash: 'dashed',
  DashDot: 'dashDot',
  DashDotDot: 'dashDotDot',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'slantDashDot',
};

const COTES = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;

const inverse = (table: Readonly<Record<string, string>>, mot: string | undefined): string | undefined =>
  mot && (Object.keys(table).find((cle) => table[cle] === mot) ?? mot);

/** La palette du classeur, dans l'ordre des numéros de thème. */
export type Palette = readonly string[];

const PALETTE_OFFICE: Palette = [
  ...['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31'],
  ...['A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'],
];

/** Lit le thème du classeur ; clair et sombre y sont intervertis par rapport à leurs numéros. */
export function lirePalette(theme: string | undefined): Palette {
  const couleurs = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'].map(
    (nom) => new RegExp(`<a:${nom}>.*?(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"`, 's').exec(theme ?? '')?.[1],
  );
  return PALETTE_OFFICE.map((couleur, rang) => couleurs[rang] ?? couleur);
}

type CouleurLue = Partial<Color> & { theme?: number; tint?: number };

export function couleurDe(couleur: CouleurLue | undefined, palette: Palette): string | undefined {
  if (couleur?.argb) return `#${couleur.argb.slice(-6).toUpperCase()}`;
  const base = couleur?.theme === undefined ? undefined : palette[couleur.theme];
  if (!base) return undefined;
  const teinte = couleur?.tint ?? 0;
  const nuancer = (n: number) => Math.round(teinte < 0 ? n * (1 + teinte) : n + (255 - n) * teinte);
  const composantes = [0, 2, 4].map((i) => nuancer(parseInt(base.slice(i, i + 2), 16)));
  return `#${composantes.map((n) => n.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

const argb = (couleur: string): Partial<Color> => ({ argb: `FF${couleur.replace('#', '').toUpperCase()}` });

/** Les entrées définies seulement ; rien s'il n'en reste aucune. */
function garder<T extends object>(objet: { [K in keyof T]?: T[K] | undefined }): T | undefined {
  const entrees = Object.entries(objet).filter(([, valeur]) => valeur !== undefined);
  return entrees.length > 0 ? (Object.fromEntries(entrees) as T) : undefined;
}

const PAR_DEFAUT = { nom: 'Calibri', taille: 11, couleur: '#000000' };
const sauf = <T>(valeur: T | undefined, defaut: T): T | undefined => (valeur === defaut ? undefined : valeur);

export function lireStyle(style: Partial<StyleExcelJS>, palette: Palette): Style | undefined {
  const { font, alignment, border } = style;
  const couleur = (lue: CouleurLue | undefined) => couleurDe(lue, palette);
  const bordures = Object.entries(COTES).flatMap(([cote, nom]) => {
    const { style: trait, color } = border?.[nom] ?? {};
    if (!trait) return [];
    const teinte = couleur(color);
    return [[cote, { style: inverse(TRAITS, trait), ...(teinte && { couleur: teinte }) }]];
  });
  return garder<Style>({
    ...lireFond(style.fill, couleur),
    police: garder<NonNullable<Style['police']>>({
      nom: sauf(font?.name, PAR_DEFAUT.nom),
      taille: sauf(font?.size, PAR_DEFAUT.taille),
      gras: font?.bold ? true : undefined,
      italique: font?.italic ? true : undefined,
      ...lireEffets(font),
      couleur: sauf(couleur(font?.color), PAR_DEFAUT.couleur),
    }),
    horizontal: inverse(HORIZONTAUX, alignment?.horizontal),
    vertical: inverse(VERTICAUX, alignment?.vertical),
    retourALaLigne: alignment?.wrapText ? true : undefined,
    bordures: bordures.length > 0 ? (Object.fromEntries(bordures) as NonNullable<Style['bordures']>) : undefined,
  });
}

function lireFond(fond: Fill | undefined, couleur: (lue: CouleurLue | undefined) => string | undefined) {
  if (fond?.type !== 'pattern' || fond.pattern === 'none') return {};
  if (fond.pattern === 'solid') return { fond: couleur(fond.fgColor) };
  return { fond: couleur(fond.bgColor), motif: inverse(MOTIFS, fond.pattern), couleurMotif: couleur(fond.fgColor) };
}

export function ecrireStyle(style: Style): Partial<StyleExcelJS> {
  const { police, horizontal, vertical, retourALaLigne, bordures } = style;
  const remplissage = ecrireFond(style);
  const traits = Object.entries(bordures ?? {}).flatMap(([cote, { style: trait, couleur }]) =>
    trait === 'None'
      ? []
      : [
          [
            COTES[cote as keyof typeof COTES],
            { style: TRAITS[trait] ?? trait, ...(couleur && { color: argb(couleur) }) },
          ],
        ],
  );
  const alignement = garder<Alignment>({
    horizontal: horizontal ? HORIZONTAUX[horizontal] : undefined,
    vertical: vertical ? VERTICAUX[vertical] : undefined,
    wrapText: retourALaLigne,
  });
  return {
    ...(remplissage && { fill: remplissage }),
    ...(police && { font: ecrirePolice(police) }),
    ...(alignement && { alignment: alignement }),
    ...(traits.length > 0 && { border: Object.fromEntries(traits) as Partial<Borders> }),
  };
}

const ecrirePolice = ({
  nom,
  taille,
  gras,
  italique,
  couleur,
  ...effets
}: NonNullable<Style['police']>): Partial<Font> =>
  garder<Font>({
    name: nom ?? PAR_DEFAUT.nom,
    size: taille ?? PAR_DEFAUT.taille,
    bold: gras,
    italic: italique,
    ...ecrireEffets(effets),
    color: couleur ? argb(couleur) : undefined,
  }) ?? {};

function ecrireFond({ fond, motif, couleurMotif }: Style): Fill | undefined {
  const pattern = motif && motif !== 'None' ? (MOTIFS[motif] ?? 'solid') : undefined;
  if (!pattern || pattern === 'solid')
    return fond ? { type: 'pattern', pattern: 'solid', fgColor: argb(fond) } : undefined;
  return {
    type: 'pattern',
    pattern,
    ...(couleurMotif && { fgColor: argb(couleurMotif) }),
    ...(fond && { bgColor: argb(fond) }),
  };
}
