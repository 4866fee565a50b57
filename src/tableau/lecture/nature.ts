import { COLONNES_ETENDUES, type Colonne } from '../colonnes';
import { fusionDe, type Grille } from '../grille';
import { estVide, normaliser } from '../texte';
import { estNombre, lireBrut, lireTexte } from './cellules';
import type { BlocEntetes } from './entetes';

/**
 * Ce qu'est une ligne sous des en-têtes. « Territoire » : des nombres au nom d'un EPCI, d'un département… ; « anonyme » : des
 * nombres sans nom ; « nom seul » : un nom sans nombres, une commune encore à remplir ou un texte.
 */
export type Nature = 'vide' | 'note' | 'nom seul' | 'commune' | 'anonyme' | 'territoire' | 'sous-total' | 'total';

const TOTAL = /^(?:total|totaux|ensemble|somme|cumul)\b|\btotal(?: general)?$/;
const SOUS_TOTAL = /^sous tota(?:l|ux)\b/;
const TERRITOIRE =
  /^(?:c[acu]|ccu?|cua|epci|ept|communautes?|metropole|agglo\w*|interco\w*|departement|region|france|territoire)\b/;
const RECAPITULATIF =
  /^(?:moyenne|mediane|minimum|maximum|mini|maxi|ecart|solde|difference|verification|controle|rappel|reste|objectifs?|evolution|dont|pour memoire|taux|part)\b/;
const NOTE =
  /^(?:sources?|notes?|nb|n b|lecture|champ|remarques?|attention|legende|calcul|donnees|tableau|liste|communes?|fait a|ddtm?|dreal|drihl|prefecture|mise a jour)\b/;
const PONCTUATION_DE_PHRASE = /[:;=?!]|\.$/;
const LONGUEUR_NOM = 60;
const CODE = /^\w{0,3}\d+$/;
const REPERE = /^\(?\d{1,3}\)?$|=/;

/** Dit la nature d'une ligne ; `premiere` : aucune commune n'a encore été lue. */
export function naturesDe(grille: Grille, positions: ReadonlyMap<Colonne, number>, bloc: BlocEntetes) {
  const noms = (['commune', 'code_insee'] as const).flatMap((c) => positions.get(c) ?? []);
  const nombres = [...positions].filter(([c]) => estNombre(c));
  const comptes = nombres.filter(([c]) => !COLONNES_ETENDUES.has(c)).map(([, position]) => position);
  const bord = bordGauche(bloc);
  const texte = (ligne: number, position: number) => lireTexte(grille.cellule(ligne, position));
  const estRemplie = (ligne: number, position: number) => {
    const cellule = grille.cellule(ligne, position);
    return typeof cellule?.valeur === 'number' || !estVide(lireTexte(cellule));
  };

  return (ligne: number, premiere: boolean): Nature => {
    const remplies = grille.colonnes(ligne).filter((c) => c >= bord && c <= bloc.droite && estRemplie(ligne, c));
    if (remplies.length === 0) return 'vide';
    const nom = noms.map((position) => texte(ligne, position)).find((t) => !estVide(t)) ?? '';
    const etiquette = nom ? undefined : remplies.find((c) => !lireBrut(grille.cellule(ligne, c)));
    const etiquettes = etiquette === undefined ? noms : [...noms, etiquette];
    const libelles = etiquettes
      .map((c) => texte(ligne, c))
      .filter((t) => !CODE.test(t))
      .map(normaliser);
    const est = (motif: RegExp) => libelles.some((libelle) => motif.test(libelle));
    const chiffree = comptes.some((position) => remplies.includes(position));

    if (est(SOUS_TOTAL)) return 'sous-total';
    if (est(TOTAL)) return chiffree ? 'total' : 'note';
    if (!nom) return comptes.some((position) => lireBrut(grille.cellule(ligne, position))) ? 'anonyme' : 'note';
    if (premiere && remplies.every((c) => REPERE.test(texte(ligne, c)))) return 'note';
    const libelle = normaliser(nom);
    if (TERRITOIRE.test(libelle)) return chiffree ? 'territoire' : 'note';
    if (chiffree) return RECAPITULATIF.test(libelle) ? 'note' : 'commune';
    return estTexte(nom, libelle) || estIntertitre(ligne) ? 'note' : 'nom seul';
  };

  function estIntertitre(ligne: number): boolean {
    return noms.some((nom) => {
      const fusion = fusionDe(grille, ligne, nom);
      return fusion !== undefined && nombres.some(([, p]) => p >= fusion.colonne && p <= fusion.colonneFin);
    });
  }
}

/** Un nom de commune est court, sans chiffre ni ponctuation de phrase. */
const estTexte = (nom: string, libelle: string): boolean =>
  nom.length > LONGUEUR_NOM ||
  NOTE.test(libelle) ||
  RECAPITULATIF.test(libelle) ||
  /^\W|\d/u.test(libelle || '?') ||
  /^[*(]/.test(nom) ||
  PONCTUATION_DE_PHRASE.test(nom);

/** La première des colonnes à en-tête qui touchent, à gauche, celles du tableau : « Total » s'y écrit parfois. */
function bordGauche({ gauche, entetes }: BlocEntetes): number {
  const positions = new Set(entetes.map((e) => e.position));
  let bord = gauche;
  while (positions.has(bord - 1)) bord -= 1;
  return bord;
}
