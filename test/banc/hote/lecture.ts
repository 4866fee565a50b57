import { ErreurHote } from './erreurs';
import { type Hote } from './hote';
import { type Objet } from './objets/cadre';

/** Ce qu'un `load` demande : « address », « items/name », « worksheet/name »… */
export interface Demande {
  Select?: readonly string[];
  Expand?: readonly string[];
  Top?: number;
  Skip?: number;
}

/** Les premiers segments d'une liste de chemins, avec ce qui suit chacun. */
function grouper(chemins: readonly string[]): Map<string, string[]> {
  const groupes = new Map<string, string[]>();
  for (const chemin of chemins) {
    const [tete = '', ...suite] = chemin.trim().split('/');
    const groupe = groupes.get(tete) ?? [];
    if (suite.length > 0) groupe.push(suite.join('/'));
    groupes.set(tete, groupe);
  }
  return groupes;
}

/** Répond à une lecture, dans la forme que la bibliothèque attend : collections en `_Items`, liens imbriqués. */
export function lire(hote: Hote, objet: Objet, demande: Demande): Record<string, unknown> {
  const chemins = [...(demande.Select ?? []), ...(demande.Expand ?? [])];
  const { collection } = objet.definition;
  return collection ? lireCollection(hote, objet, chemins, demande) : lireObjet(hote, objet, chemins);
}

function lireCollection(hote: Hote, objet: Objet, chemins: readonly string[], { Top, Skip = 0 }: Demande) {
  const pourElements: string[] = [];
  const pourElle: string[] = [];
  for (const chemin of chemins) {
    if (chemin === 'items') pourElements.push('*');
    else if (chemin.startsWith('items/')) pourElements.push(chemin.slice('items/'.length));
    else if (chemin.toLowerCase() === 'count') pourElle.push(chemin);
    else if (chemin !== '$all' && chemin !== '$none') pourElements.push(chemin);
  }
  const elements = objet.definition.collection?.elements(objet.cible) ?? [];
  const choisis = elements.slice(Skip, Top === undefined ? undefined : Skip + Top);
  return {
    ...(pourElle.length > 0 ? lireObjet(hote, objet, pourElle) : {}),
    _Items: choisis.map((element) => lireObjet(hote, element, pourElements)),
  };
}

function lireObjet(hote: Hote, objet: Objet, chemins: readonly string[]): Record<string, unknown> {
  const { definition, cible } = objet;
  const lu: Record<string, unknown> = { ...definition.identite?.(cible) };
  const groupes = grouper(chemins);
  const nommes = new Set(groupes.keys());
  if (groupes.size === 0 || groupes.has('*')) {
    groupes.delete('*');
    for (const [nom, membre] of Object.entries(definition.membres))
      if (membre.genre === 'valeur' && membre.parDefaut && hote.connait(membre.exigence)) groupes.set(nom, []);
  }
  for (const [tete, suite] of groupes) {
    if (/^(isNullObject|\$none|_ReferenceId|)$/i.test(tete)) continue;
    const { nom, membre } = objet.membre(tete, nommes.has(tete));
    const lieu = `${definition.nom}.${nom}`;
    if (!hote.connait(membre.exigence))
      throw new ErreurHote('ApiNotFound', `${lieu} demande ${membre.exigence}, que cet Excel n’a pas.`, lieu);
    if (membre.genre === 'valeur') lu[nom] = membre.lire(cible);
    else if (membre.genre === 'lien') {
      const suivi = membre.suivre(cible);
      lu[nom] = suivi ? lire(hote, suivi, suite.length > 0 ? { Select: suite } : {}) : null;
    } else throw new ErreurHote('ApiNotFound', `${lieu} ne se lit pas.`, lieu);
  }
  const reference = hote.referenceDe(objet);
  return reference === undefined ? lu : { ...lu, _ReferenceId: reference };
}
