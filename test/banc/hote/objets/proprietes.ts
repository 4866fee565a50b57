import { ecrireZone, uneCellule } from '../adresses';
import { ErreurHote } from '../erreurs';
import { type Objet } from './cadre';
import { type Plage } from './cible-plage';
import { format } from './format';
import { AXES, masquage, type Axe } from './masquage';

type Arbre = Record<string, unknown>;
const estArbre = (v: unknown): v is Arbre => typeof v === 'object' && v !== null && !Array.isArray(v);

function lireArbre(objet: Objet, demande: Arbre): Arbre {
  return Object.fromEntries(
    Object.entries(demande)
      .filter(([, voulu]) => voulu !== false && voulu !== undefined)
      .map(([cle, dessous]) => {
        const { membre } = objet.membre(cle);
        if (membre.genre === 'valeur') return [cle, membre.lire(objet.cible)];
        const suivi = membre.genre === 'lien' && membre.suivre(objet.cible);
        if (!suivi) throw new ErreurHote('InvalidArgument');
        return [cle, lireArbre(suivi, estArbre(dessous) ? dessous : {})];
      }),
  );
}

/** `getCellProperties` : pour chaque cellule, l'adresse et le format demandés. */
export function lireProprietes(p: Plage, demande: unknown): Arbre[][] | null {
  if (!estArbre(demande)) throw new ErreurHote('InvalidArgument');
  const { address, addressLocal, format: voulu } = demande;
  return p.tableau((_, l, c) => ({
    ...(address ? { address: ecrireZone(uneCellule(l, c)) } : {}),
    ...(addressLocal ? { addressLocal: ecrireZone(uneCellule(l, c)) } : {}),
    ...(voulu ? { format: lireArbre(format(p.autre(uneCellule(l, c))), estArbre(voulu) ? voulu : {}) } : {}),
  }));
}

/** `getRowProperties`, `getColumnProperties` : pour chaque ligne ou colonne de la plage, ce qui en est masqué et le format commun à ses cellules. */
export function lireRangees(p: Plage, axe: Axe, demande: unknown): Arbre[] {
  if (!estArbre(demande)) throw new ErreurHote('InvalidArgument');
  const { format: voulu } = demande;
  const { debut, fin, cle } = AXES[axe];
  const { bornes } = p;
  return Array.from({ length: bornes[fin] - bornes[debut] + 1 }, (_, rang) => {
    const rangee = p.autre({ ...bornes, [debut]: bornes[debut] + rang, [fin]: bornes[debut] + rang });
    return {
      ...(demande[cle] ? { [cle]: masquage(rangee, axe) } : {}),
      ...(voulu ? { format: lireArbre(format(rangee), estArbre(voulu) ? voulu : {}) } : {}),
    };
  });
}
