import { COLONNES, LIGNES } from '../adresses';
import { ErreurHote } from '../erreurs';
import { valeur, type Membre } from './cadre';
import { type Plage } from './cible-plage';

export const AXES = {
  lignes: { debut: 'ligne', fin: 'ligneFin', masquees: 'lignesMasquees', cle: 'rowHidden' },
  colonnes: { debut: 'colonne', fin: 'colonneFin', masquees: 'colonnesMasquees', cle: 'columnHidden' },
} as const;
export type Axe = keyof typeof AXES;

/** Les lignes ou colonnes de la plage sont-elles masquées ? `null` : en partie. */
export function masquage(p: Plage, axe: Axe): boolean | null {
  const { debut, fin, masquees } = AXES[axe];
  const [premiere, derniere] = [p.bornes[debut], p.bornes[fin]];
  const nombre = Object.keys(p.donnees[masquees] ?? {}).filter((n) => Number(n) >= premiere && Number(n) <= derniere);
  if (nombre.length === 0) return false;
  return nombre.length === derniere - premiere + 1 ? true : null;
}

/** `rowHidden`, `columnHidden`. */
export const membreDeMasquage = (axe: Axe): Membre<Plage> =>
  valeur(
    '1.2',
    (p) => masquage(p, axe),
    (p, v) => {
      if (typeof v !== 'boolean') throw new ErreurHote('InvalidArgument');
      const { debut, fin, masquees } = AXES[axe];
      const { bornes } = p;
      const feuille = p.hote.modele.exigerOuverte(p.feuille);
      const cachees = { ...feuille[masquees] };
      for (let n = bornes[debut]; n <= bornes[fin]; n++) {
        if (v) cachees[n] = true;
        else delete cachees[n];
      }
      feuille[masquees] = cachees;
      const zone =
        axe === 'lignes'
          ? { ...bornes, colonne: 0, colonneFin: COLONNES - 1 }
          : { ...bornes, ligne: 0, ligneFin: LIGNES - 1 };
      p.hote.modele.emettre({ type: 'masquage', feuille: p.feuille, zone, origine: 'complement' });
    },
  );
