/// <reference types="office-js" />
import type { StyleDeCellule } from '../feuille-a-ecrire';
import { ASPECTS } from '../habillage';

const BORDS = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

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
