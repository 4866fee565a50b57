import { citer, ecrireZone, hauteur, largeur, LIGNES, COLONNES, verifier, couper, lireZone } from '../adresses';
import { type Cellule, type FeuilleDonnees, type Valeur, type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { type Repere } from '../modele/feuilles';

/** Une plage qu'une requête manie ; elle suit ses cellules, et dit ItemNotFound quand elles ont disparu. */
export class Plage implements Repere {
  zone: Zone | undefined;

  constructor(
    readonly hote: Hote,
    readonly feuille: string,
    zone: Zone,
  ) {
    this.zone = verifier(zone);
    hote.modele.exigerFeuille(feuille);
    hote.modele.reperes.add(this);
  }

  get bornes(): Zone {
    if (!this.zone) throw new ErreurHote('ItemNotFound');
    return this.zone;
  }

  get donnees(): FeuilleDonnees {
    return this.hote.modele.exigerFeuille(this.feuille);
  }

  get adresse(): string {
    return `${citer(this.donnees.nom)}!${ecrireZone(this.bornes)}`;
  }

  get lignes(): number {
    return hauteur(this.bornes);
  }

  get colonnes(): number {
    return largeur(this.bornes);
  }

  /** Des lignes, des colonnes ou la feuille entières : Excel n'en rend pas les valeurs. */
  get sansBornes(): boolean {
    return this.lignes === LIGNES || this.colonnes === COLONNES;
  }

  /** Un tableau de la taille de la plage ; `null` si elle n'a pas de bornes. */
  tableau<T>(lire: (cellule: Cellule | undefined, ligne: number, colonne: number) => T): T[][] | null {
    if (this.sansBornes) return null;
    const { cellules } = this.donnees;
    const { ligne, colonne, ligneFin, colonneFin } = this.bornes;
    const tableau: T[][] = [];
    const suffixes = Array.from({ length: colonneFin - colonne + 1 }, (_, i) => `,${colonne + i}`);
    for (let l = ligne; l <= ligneFin; l++) {
      tableau.push(suffixes.map((suffixe, i) => lire(cellules[l + suffixe], l, colonne + i)));
    }
    return tableau;
  }

  /** La valeur commune à toute la plage ; `null` si elle diffère d'une cellule à l'autre. */
  commune<T>(lire: (cellule: Cellule | undefined) => T): T | null {
    const { hote, donnees, bornes } = this;
    const ecrites = hote.modele.cellulesDe(donnees, bornes);
    const premiere = lire(donnees.cellules[`${bornes.ligne},${bornes.colonne}`]);
    const meme = (valeur: T) => valeur === premiere;
    const vides = ecrites.length < hauteur(bornes) * largeur(bornes);
    return ecrites.every(({ cellule }) => meme(lire(cellule))) && (!vides || meme(lire(undefined))) ? premiere : null;
  }

  /** Un tableau de la taille exacte de la plage, ou une valeur pour toutes ses cellules. */
  contenus(valeur: unknown): (Valeur | null)[][] {
    if (this.sansBornes) throw new ErreurHote('InvalidArgument');
    const lisible = (v: unknown): v is Valeur | null =>
      v === null || typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean';
    const { lignes, colonnes } = this;
    const tableau: unknown = Array.isArray(valeur)
      ? valeur
      : Array.from({ length: lignes }, () => Array.from({ length: colonnes }, () => valeur));
    const rangees = tableau as unknown[][];
    const juste =
      rangees.length === lignes &&
      rangees.every((rangee) => Array.isArray(rangee) && rangee.length === colonnes && rangee.every(lisible));
    if (!juste)
      throw new ErreurHote(
        'InvalidArgument',
        'Le nombre de lignes ou de colonnes du tableau d’entrée ne correspond pas à la taille ou aux dimensions de la plage.',
      );
    return rangees as (Valeur | null)[][];
  }

  /** La même feuille, une autre zone. */
  autre(zone: Zone): Plage {
    return new Plage(this.hote, this.feuille, zone);
  }
}

/** Les zones d'une adresse, « A1:B2, D4 », dans une feuille ou dans celle qu'elle nomme. */
export function zonesDe(hote: Hote, feuille: string, adresse: string): { feuille: string; zone: Zone }[] {
  return adresse.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((partie) => {
    const { feuille: nom, reste } = couper(partie);
    const nommee = nom === undefined ? undefined : hote.modele.feuilleNommee(nom);
    if (nom !== undefined && nommee?.id !== feuille) throw new ErreurHote('InvalidArgument');
    const zone = lireZone(reste);
    if (zone) return { feuille, zone };
    const defini = hote.modele.nom(reste, feuille) ?? hote.modele.nom(reste);
    const plage = defini && hote.modele.plageDuNom(defini.formule);
    if (plage?.feuille !== feuille) throw new ErreurHote('InvalidArgument');
    return plage;
  });
}
