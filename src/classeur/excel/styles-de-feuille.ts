/// <reference types="office-js" />
import type { StyleDeCellule } from '../feuille-a-ecrire';
import { FONDS } from './fonds';

interface Aspect {
  readonly gras?: boolean;
  readonly italique?: boolean;
  readonly taille?: number;
  /** En points, quand la ligne de texte dépasse celle d'une rangée : une fusion n'ajuste pas la sienne. */
  readonly hauteur?: number;
  readonly couleur?: string;
  readonly fond?: string;
  readonly aligne?: 'Center' | 'Right';
  readonly encadre?: boolean;
  readonly format?: 'logements' | 'taux';
}

/** L'entier a son format : sous « #,##0.## », Excel lui laisserait une virgule orpheline. */
const FORMATS = {
  logements: { entier: '#,##0', decimal: '#,##0.00' },
  taux: { entier: '0 %', decimal: '0.0 %' },
} as const;
/** Les verdicts se lisent aussi sans couleur : le mot est dans la cellule. */
const VERDICT: Aspect = { gras: true, encadre: true };

const ASPECTS: Readonly<Record<StyleDeCellule, Aspect>> = {
  titre: { gras: true, taille: 16, hauteur: 24, couleur: '#1F3864' },
  'sous-titre': { gras: true, taille: 12, hauteur: 18, couleur: '#1F3864' },
  entete: { gras: true, fond: '#D9E2F3', aligne: 'Center', encadre: true },
  texte: { encadre: true },
  note: { italique: true, taille: 9, couleur: '#404040' },
  nombre: { encadre: true, aligne: 'Right', format: 'logements' },
  taux: { encadre: true, aligne: 'Right', format: 'taux' },
  conforme: { ...VERDICT, fond: '#D9EAD3' },
  bloquant: { ...VERDICT, fond: FONDS.bloquant },
  alerte: { ...VERDICT, fond: FONDS.alerte },
  information: { encadre: true, fond: FONDS.information },
  total: { gras: true, encadre: true, fond: '#F2F2F2', format: 'logements' },
};

const BORDS = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** Le format de nombre d'une cellule : celui de son style ; un texte n'est jamais compris comme autre chose. */
export const formatDe = (valeur: unknown, style: StyleDeCellule | undefined): string => {
  if (typeof valeur === 'string') return '@';
  const format = style && ASPECTS[style].format;
  if (!format || typeof valeur !== 'number') return 'General';
  return FORMATS[format][Number.isInteger(format === 'taux' ? valeur * 100 : valeur) ? 'entier' : 'decimal'];
};

export function habiller(plage: Excel.Range, style: StyleDeCellule): void {
  const { gras, italique, taille, hauteur, couleur, fond, aligne, encadre } = ASPECTS[style];
  const { format } = plage;
  if (gras) format.font.bold = true;
  if (italique) format.font.italic = true;
  if (taille) format.font.size = taille;
  if (hauteur) format.rowHeight = hauteur;
  if (couleur) format.font.color = couleur;
  if (fond) format.fill.color = fond;
  if (aligne) format.horizontalAlignment = aligne;
  format.verticalAlignment = 'Center';
  format.wrapText = encadre === true;
  if (!encadre) return;
  const interieurs = ['InsideVertical', 'InsideHorizontal'] as const;
  for (const bord of [...BORDS, ...interieurs]) {
    const trait = format.borders.getItem(bord);
    trait.style = 'Continuous';
    trait.color = '#A6A6A6';
  }
}
