import { ecrireZone, uneCellule } from '../adresses';
import { ErreurHote } from '../erreurs';
import { type Objet } from './cadre';
import { type Plage } from './cible-plage';
import { format } from './format';
import { AXES, masquage, type Axe } from './masquage';

type Arbre = Record<string, unknown>;
const estArbre = (v: unknown): v is Arbre => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Les côtés d'une cellule dans `getCellProperties`, et le nom que leur donne `format.borders`. */
const COTES: Record<string, string> = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' };

/** Suit une propriété d'un objet : un objet dessous, ou une valeur à lire et écrire. */
function suivre(objet: Objet, cle: string): Objet | { lire(): unknown; ecrire(v: unknown): void } {
  const { collection } = objet.definition;
  const { membre } = collection ? objet.membre('GetItem') : objet.membre(cle);
  if (collection?.elements) {
    const cote = COTES[cle];
    const trouve = collection.elements(objet.cible).find((bord) => valeurDe(bord, 'SideIndex') === cote);
    if (!trouve) throw new ErreurHote('InvalidArgument');
    return trouve;
  }
  if (membre.genre === 'lien') {
    const dessous = membre.suivre(objet.cible);
    if (dessous) return dessous;
  }
  if (membre.genre !== 'valeur') throw new ErreurHote('InvalidArgument');
  return {
    lire: () => membre.lire(objet.cible),
    ecrire: (v) => {
      if (!membre.ecrire) throw new ErreurHote('InvalidArgument');
      membre.ecrire(objet.cible, v);
    },
  };
}

const valeurDe = (objet: Objet, nom: string): unknown => {
  const { membre } = objet.membre(nom);
  return membre.genre === 'valeur' ? membre.lire(objet.cible) : undefined;
};

function lireArbre(objet: Objet, demande: Arbre): Arbre {
  return Object.fromEntries(
    Object.entries(demande).flatMap(([cle, dessous]) => {
      if (dessous === false || dessous === undefined) return [];
      const suivi = suivre(objet, cle);
      if ('lire' in suivi) return [[cle, suivi.lire()]];
      return [[cle, lireArbre(suivi, estArbre(dessous) ? dessous : {})]];
    }),
  );
}

function ecrireArbre(objet: Objet, arbre: Arbre): void {
  for (const [cle, dessous] of Object.entries(arbre)) {
    if (dessous === undefined || dessous === null) continue;
    const suivi = suivre(objet, cle);
    if ('ecrire' in suivi) suivi.ecrire(dessous);
    else ecrireArbre(suivi, estArbre(dessous) ? dessous : {});
  }
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

/** `setCellProperties` : un tableau de la taille de la plage. */
export function ecrireProprietes(p: Plage, tableau: unknown): void {
  const rangees = Array.isArray(tableau) ? (tableau as unknown[]) : [];
  const juste =
    rangees.length === p.lignes &&
    rangees.every((r) => Array.isArray(r) && r.length === p.colonnes && r.every(estArbre));
  if (!juste) throw new ErreurHote('InvalidArgument');
  const { ligne, colonne } = p.bornes;
  p.hote.modele.regrouper(
    () => {
      (rangees as Arbre[][]).forEach((rangee, i) => {
        rangee.forEach((proprietes, j) => {
          const cellule = p.autre(uneCellule(ligne + i, colonne + j));
          if (estArbre(proprietes.format)) ecrireArbre(format(cellule), proprietes.format);
        });
      });
    },
    { type: 'styles', feuille: p.feuille, zone: p.bornes, origine: 'complement' },
  );
}
