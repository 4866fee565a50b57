/**
 * Ce qui entoure un tableau : les textes au-dessus, à côté, au-dessous, le nom de la feuille, les années des en-têtes.
 *
 * - `lireFaits(texte, voisin?)` : les faits que dit un texte, seul ou comme libellé d'une cellule voisine.
 * - `lireAlentours(grille, tableau, autresTableaux)` : le sort de chaque texte. `faits` : compris ; `sansEffet` : rien n'en
 *   dépend ; `nonCompris` : parle d'une condition bloquante sans qu'on en tire un fait, et interdit « conforme ». Un texte qui
 *   dit un fait et une réserve (« CMS 2026-2028, hors Saint-Benoît ») a son fait dans le premier, le passage dans le dernier.
 * - `faitsRetenus(alentours, entetes, periode?)` : un fait par sujet, et les contradictions, prêtes à devenir des constats.
 * - `confronter(retenus, choix)` : ce que la feuille dit contre le choix de l'agent.
 *
 * Un fait dont la `valeur` est nulle est à confirmer : le texte en parle, il ne répond pas.
 */
export { lireFaits } from './faits';
export { lireAlentours } from './lire';
export { faitsRetenus, type EnteteDatee, type FaitsRetenus } from './retenir';
export { confronter, type Choix } from './confronter';
export { citerFait, contradiction, type Contradiction } from './contradictions';
export { reunir } from './reunir';
export { sortDuTexte, type SortDuTexte } from './sort';
export type { TableauSitue } from './voisinage';
export type { Alentours, Annees, Fait, FaitLu, Lieu, Sujet, TexteDeFeuille, ValeursDesFaits } from './types';
