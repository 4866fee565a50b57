import { ecrire } from '../nombres';
import { abreger, nettoyer, type Cellule } from '../tableau';

const LONGUEUR = 60;

/** Une cellule comme le tableur la montre, abrégée. */
export function celluleEnMots(cellule: Cellule | undefined): string {
  if (!cellule) return '';
  const { valeur, erreur, pourcent } = cellule;
  if (erreur !== undefined) return erreur;
  if (typeof valeur === 'number') return pourcent ? `${ecrire(valeur * 100)} %` : ecrire(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return abreger(nettoyer(valeur ?? ''), LONGUEUR);
}
