import { couper, ecrire } from '../nombres';
import type { CelluleAEcrire, StyleDeCellule } from './feuille-a-ecrire';

/** L'aspect d'un style, le même dans Excel et dans un fichier. */
export interface Aspect {
  readonly gras?: boolean;
  readonly italique?: boolean;
  readonly taille?: number;
  /** En points, quand la ligne de texte dépasse celle d'une rangée : une fusion n'ajuste pas la sienne. */
  readonly hauteur?: number;
  readonly couleur?: string;
  readonly fond?: string;
  readonly aligne?: 'Center' | 'Right';
  readonly encadre?: boolean;
  readonly format?: keyof typeof FORMATS;
}

/** L'entier a son format : sous « #,##0.## », Excel lui laisserait une virgule orpheline. */
const FORMATS = {
  logements: { entier: '#,##0', decimal: '#,##0.00' },
  taux: { entier: '0 %', decimal: '0.0 %', centieme: '0.00 %' },
  euros: { entier: '#,##0 "€"', decimal: '#,##0.00 "€"' },
} as const;

/** Nos fonds : clairs, pour un texte noir, et distincts sans la couleur par un mot, un commentaire ou la légende. */
export const FONDS = { bloquant: '#F4C7C3', alerte: '#FCE8B2', information: '#CFE2F3' } as const;

/** Les verdicts se lisent aussi sans couleur : le mot est dans la cellule. */
const VERDICT: Aspect = { gras: true, encadre: true };

export const ASPECTS: Readonly<Record<StyleDeCellule, Aspect>> = {
  titre: { gras: true, taille: 16, hauteur: 24, couleur: '#1F3864' },
  'sous-titre': { gras: true, taille: 12, hauteur: 18, couleur: '#1F3864' },
  entete: { gras: true, fond: '#D9E2F3', aligne: 'Center', encadre: true },
  texte: { encadre: true },
  note: { italique: true, taille: 9, couleur: '#404040' },
  nombre: { encadre: true, aligne: 'Right', format: 'logements' },
  taux: { encadre: true, aligne: 'Right', format: 'taux' },
  euros: { encadre: true, aligne: 'Right', format: 'euros' },
  saisie: { encadre: true, fond: '#FFF9E0', format: 'logements' },
  conforme: { ...VERDICT, fond: '#D9EAD3' },
  bloquant: { ...VERDICT, fond: FONDS.bloquant },
  alerte: { ...VERDICT, fond: FONDS.alerte },
  information: { encadre: true, fond: FONDS.information },
  total: { gras: true, encadre: true, fond: '#F2F2F2', format: 'logements' },
};

/** Le format de nombre d'une cellule : celui de son style ; un texte n'est jamais compris comme autre chose. */
export function formatDe({ valeur, formule, style }: CelluleAEcrire): string {
  const format = style && ASPECTS[style].format;
  if (formule !== undefined) return format ? FORMATS[format][format === 'taux' ? 'decimal' : 'entier'] : 'General';
  if (typeof valeur === 'string') return '@';
  if (!format || typeof valeur !== 'number') return 'General';
  if (format !== 'taux') return FORMATS[format][Number.isInteger(valeur) ? 'entier' : 'decimal'];
  const decimales = ecrire(valeur * 100, 2).split(',')[1]?.length ?? 0;
  return FORMATS.taux[decimales === 0 ? 'entier' : decimales === 1 ? 'decimal' : 'centieme'];
}

const POINTS_PAR_LIGNE = 15;

/**
 * La hauteur d'une rangée dont un texte passe à la ligne, en points ; `null` : celle d'une seule ligne. Un tableur ne mesure pas les
 * textes d'un fichier qu'il ouvre.
 */
export function hauteurDe(ligne: readonly CelluleAEcrire[], largeurs: readonly number[]): number | null {
  const lignes = ligne.map(({ valeur, style }, c) => {
    const passe = style && ASPECTS[style].encadre === true && typeof valeur === 'string';
    return passe ? couper(valeur, largeurs[c] ?? 10).length : 1;
  });
  const plus = Math.max(1, ...lignes);
  return plus > 1 ? plus * POINTS_PAR_LIGNE : null;
}

/** Dans un en-tête ou un pied de page, « & » annonce un code. */
export const texteDePage = (texte: string): string => texte.replaceAll('&', '&&');
