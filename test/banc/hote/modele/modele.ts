import { type ClasseurDonnees, type Commentaire, type ModeleDuBanc, type Origine, type Zone } from '../contrat';
import { COLONNES, LIGNES, uneCellule } from '../adresses';
import { ErreurHote } from '../erreurs';
import { plageSeule } from '../formules';
import { Cellules } from './cellules';
import { appliquerDecalage, decalerZone, type Decalage } from './decalage';
import { deplacerCellules, trierLignes } from './deplacement';
import { feuilleVide } from './feuilles';

const NOM_VALABLE = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** Le classeur en mémoire : ce que l'agent et le complément y changent, sans moteur de calcul. */
export class Modele extends Cellules implements ModeleDuBanc {
  static vide(): Modele {
    return new Modele({
      ...{ feuilles: [feuilleVide('{F1}', 'Feuil1')], active: '{F1}', noms: [], tableaux: [] },
      ...{ commentaires: [], graphiques: [], reglages: {} },
    });
  }

  /** Reprend une copie d'un classeur. */
  static depuis(donnees: ClasseurDonnees): Modele {
    return new Modele(structuredClone(donnees));
  }

  // --- Lignes et colonnes

  insererLignes(feuille: string, ligne: number, nombre: number, origine: Origine = 'agent'): void {
    this.#decalerEntier({ feuille, axe: 'lignes', position: ligne, nombre }, origine);
  }

  supprimerLignes(feuille: string, ligne: number, nombre: number, origine: Origine = 'agent'): void {
    this.#decalerEntier({ feuille, axe: 'lignes', position: ligne, nombre: -nombre }, origine);
  }

  insererColonnes(feuille: string, colonne: number, nombre: number, origine: Origine = 'agent'): void {
    this.#decalerEntier({ feuille, axe: 'colonnes', position: colonne, nombre }, origine);
  }

  supprimerColonnes(feuille: string, colonne: number, nombre: number, origine: Origine = 'agent'): void {
    this.#decalerEntier({ feuille, axe: 'colonnes', position: colonne, nombre: -nombre }, origine);
  }

  #decalerEntier(decalage: Decalage, origine: Origine) {
    const { feuille, axe, position, nombre } = decalage;
    const fin = position + Math.abs(nombre) - 1;
    const zone: Zone =
      axe === 'lignes'
        ? { ligne: position, ligneFin: fin, colonne: 0, colonneFin: COLONNES - 1 }
        : { ligne: 0, ligneFin: LIGNES - 1, colonne: position, colonneFin: fin };
    this.#decaler(decalage);
    this.emettre({ type: axe, feuille, zone, sens: nombre > 0 ? 'inserees' : 'supprimees', origine });
  }

  #decaler(decalage: Decalage) {
    appliquerDecalage(this.classeur, this.exigerFeuille(decalage.feuille), decalage);
    for (const repere of this.reperes)
      if (repere.feuille === decalage.feuille && repere.zone) repere.zone = decalerZone(repere.zone, decalage);
  }

  /** Insère (`inserer`) ou supprime des cellules et décale les suivantes ; des lignes ou colonnes entières si la zone en est. */
  decalerCellules(feuille: string, zone: Zone, sens: 'bas' | 'droite' | 'haut' | 'gauche', origine: Origine): void {
    const vertical = sens === 'bas' || sens === 'haut';
    const taille = vertical ? zone.ligneFin - zone.ligne + 1 : zone.colonneFin - zone.colonne + 1;
    const decalage: Decalage = {
      feuille,
      axe: vertical ? 'lignes' : 'colonnes',
      position: vertical ? zone.ligne : zone.colonne,
      nombre: sens === 'bas' || sens === 'droite' ? taille : -taille,
      bande: vertical ? [zone.colonne, zone.colonneFin] : [zone.ligne, zone.ligneFin],
    };
    this.#decaler(decalage);
    this.emettre({ type: 'decalage', feuille, zone, sens, origine });
  }

  /** L'agent coupe la zone et la colle à partir d'une cellule, de la même feuille ou d'une autre. */
  couperColler(feuille: string, zone: Zone, vers: { feuille: string; ligne: number; colonne: number }): void {
    const cible = this.exigerOuverte(vers.feuille);
    const arrivee = deplacerCellules(
      this.classeur,
      [this.exigerOuverte(feuille), zone],
      [cible, vers.ligne, vers.colonne],
    );
    for (const [touchee, ou] of [
      [feuille, zone],
      [cible.id, arrivee],
    ] as const)
      this.emettre({ type: 'cellules', feuille: touchee, zone: ou, origine: 'agent' });
  }

  /** L'agent trie les lignes de la zone selon une de ses colonnes. */
  trier(feuille: string, zone: Zone, ordre: { colonne: number; decroissant?: boolean }): void {
    trierLignes(this.classeur, this.exigerOuverte(feuille), zone, ordre);
    this.emettre({ type: 'cellules', feuille, zone, origine: 'agent' });
  }

  // --- Noms, commentaires, réglages

  /** Un nom défini du classeur, ou de la feuille donnée. */
  nom(nom: string, feuille?: string) {
    return this.classeur.noms.find((n) => n.nom.toLowerCase() === nom.toLowerCase() && n.feuille === feuille);
  }

  ajouterNom(nom: string, formule: string, origine: Origine) {
    if (!NOM_VALABLE.test(nom) || nom.length > 255) throw new ErreurHote('InvalidArgument');
    if (this.nom(nom)) throw new ErreurHote('ItemAlreadyExists');
    const ajoute = { nom, formule, visible: true };
    this.classeur.noms.push(ajoute);
    this.emettre({ type: 'noms', origine });
    return ajoute;
  }

  /** La plage que le nom désigne ; rien s'il porte une constante, une formule ou #REF!. */
  plageDuNom(formule: string): { feuille: string; zone: Zone } | undefined {
    const plage = plageSeule(formule);
    const feuille = plage?.feuille === undefined ? undefined : this.feuilleNommee(plage.feuille);
    return plage && feuille ? { feuille: feuille.id, zone: plage.zone } : undefined;
  }

  commenter(feuille: string, ligne: number, colonne: number, texte: string, origine: Origine): Commentaire {
    if (texte === '') throw new ErreurHote('InvalidArgument');
    const { commentaires } = this.classeur;
    if (commentaires.some((c) => c.feuille === feuille && c.ligne === ligne && c.colonne === colonne))
      throw new ErreurHote('InvalidOperation');
    const commentaire = {
      ...{ id: this.identifiant('C'), feuille, ligne, colonne },
      ...{ auteur: this.auteur, texte, reponses: [] },
    };
    commentaires.push(commentaire);
    this.emettre({ type: 'commentaires', origine });
    return commentaire;
  }

  regler(cle: string, valeur: unknown, origine: Origine): void {
    if (valeur === undefined) delete this.classeur.reglages[cle];
    else this.classeur.reglages[cle] = valeur;
    this.emettre({ type: 'reglages', origine });
  }

  /** Une plage qui suivra ses cellules jusqu'à ce qu'on l'oublie. */
  suivre(feuille: string, zone: Zone = uneCellule(0, 0)) {
    const repere = { feuille, zone: zone as Zone | undefined };
    this.reperes.add(repere);
    return repere;
  }
}
