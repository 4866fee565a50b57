/// <reference types="office-js" />

/** Le fond d'une cellule ; `null` : aucun. */
export interface Fond {
  readonly couleur: string;
  readonly motif: string;
  readonly couleurMotif: string;
}

const PROPRIETES = 'color,pattern,patternColor,tintAndShade';
const BLANC = '#FFFFFF';

/** Demande le fond d'une cellule dans la requête en cours ; `undefined` : un dégradé, que rien ne sait rendre. */
export function demanderFond(cellule: Excel.Range): () => Fond | null | undefined {
  const { fill } = cellule.format;
  fill.load(PROPRIETES);
  return () => {
    const { color: couleur, patternColor: couleurMotif } = fill;
    // Selon l'Excel, le motif d'un fond uni ou absent est nul (office-js#4900) : une cellule sans fond est blanche et sans teinte.
    const motif = (fill.pattern as string | null) ?? (estSansTeinte(fill) && couleur === BLANC ? 'None' : 'Solid');
    if (motif === 'None') return null;
    return !couleur || motif.endsWith('Gradient') ? undefined : { couleur, motif, couleurMotif };
  };
}

const estSansTeinte = ({ tintAndShade }: Excel.RangeFill): boolean => (tintAndShade as number | null) === null;

/** La couleur en dernier sous un motif, en premier sans : interrompu entre deux, le fond est d'avant ou encore `estNotre`. */
export function poserFond(cellule: Excel.Range, fond: Fond | null): void {
  const { fill } = cellule.format;
  if (!fond) {
    fill.clear();
    return;
  }
  if (fond.motif !== 'Solid') {
    fill.pattern = fond.motif as Excel.FillPattern;
    fill.patternColor = fond.couleurMotif;
  }
  fill.color = fond.couleur;
  if (fond.motif === 'Solid') fill.pattern = 'Solid';
}

/** Un fond uni. */
export const uni = (couleur: string): Fond => ({ couleur, motif: 'Solid', couleurMotif: '' });

/** Le fond est encore celui que nous avons posé, fût-ce sur le motif d'avant : l'agent ne l'a pas changé depuis. */
export const estNotre = (fond: Fond | null | undefined, couleur: string, avant: Fond | null = null): boolean =>
  ['Solid', avant?.motif].includes(fond?.motif) && fond?.couleur.toUpperCase() === couleur.toUpperCase();

/** Un fond relu des réglages, tel qu'un autre poste a pu l'écrire. */
export function estFond(valeur: unknown): valeur is Fond | null {
  if (valeur === null) return true;
  return (
    typeof valeur === 'object' &&
    ['couleur', 'motif', 'couleurMotif'].every((cle) => typeof (valeur as Record<string, unknown>)[cle] === 'string')
  );
}
