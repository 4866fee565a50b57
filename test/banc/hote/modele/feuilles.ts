import { type ClasseurDonnees, type FeuilleDonnees, type Modification, type Origine, type Zone } from '../contrat';
import { uneCellule } from '../adresses';
import { ErreurHote } from '../erreurs';
import { renommerDansFormule } from '../formules';

/** Une plage qui suit ses cellules quand des lignes vont et viennent ; sans zone, elle a été supprimée. */
export interface Repere {
  feuille: string;
  zone: Zone | undefined;
}

const INTERDITS = /[:\\/?*[\]]/;
export const feuilleVide = (id: string, nom: string): FeuilleDonnees => ({
  ...{ id, nom, visibilite: 'Visible', protegee: false },
  ...{ cellules: {}, fusions: [], largeurs: {}, hauteurs: {}, miseEnPage: {} },
});

/** Les feuilles d'un classeur, leurs noms, la sélection, et l'annonce de ce qui change. */
export class Feuilles {
  /** Celui qui signe les commentaires du complément. */
  auteur = 'Agent';
  readonly reperes = new Set<Repere>();
  readonly #rappels = new Set<(modification: Modification) => void>();
  readonly #selections = new Map<string, Zone>();
  /** Zones utilisées déjà calculées, par identifiant de feuille et façon de compter. */
  protected readonly bornes = new Map<string, Zone | undefined>();
  #compteur = 0;

  protected constructor(readonly classeur: ClasseurDonnees) {}

  donnees(): ClasseurDonnees {
    return structuredClone(this.classeur);
  }

  surModification(rappel: (modification: Modification) => void): () => void {
    this.#rappels.add(rappel);
    return () => this.#rappels.delete(rappel);
  }

  emettre(modification: Modification): void {
    this.bornes.clear();
    for (const rappel of [...this.#rappels]) rappel(modification);
  }

  /** Un identifiant encore jamais donné, de la forme que le fichier sait garder ; l'initiale du genre y est, en hexadécimal. */
  identifiant(prefixe: string): string {
    this.#compteur++;
    const genre = prefixe.charCodeAt(0).toString(16).toUpperCase();
    const id = `{${genre}000000-0000-4000-8000-${String(this.#compteur).padStart(12, '0')}}`;
    const { feuilles, commentaires, graphiques, tableaux } = this.classeur;
    const pris = [...feuilles, ...commentaires, ...graphiques, ...tableaux].some((objet) => objet.id === id);
    return pris ? this.identifiant(prefixe) : id;
  }

  // --- Feuilles

  feuille(id: string): FeuilleDonnees | undefined {
    return this.classeur.feuilles.find((feuille) => feuille.id === id);
  }

  /** La feuille de cet identifiant ; Excel dit ItemNotFound si elle n'y est plus. */
  exigerFeuille(id: string): FeuilleDonnees {
    const feuille = this.feuille(id);
    if (!feuille) throw new ErreurHote('ItemNotFound');
    return feuille;
  }

  feuilleNommee(nom: string): FeuilleDonnees | undefined {
    return this.classeur.feuilles.find((feuille) => feuille.nom.toLowerCase() === nom.toLowerCase());
  }

  #verifierNom(nom: string, sauf?: FeuilleDonnees) {
    const interdit = nom === '' || nom.length > 31 || INTERDITS.test(nom) || /^'|'$/.test(nom);
    if (interdit) throw new ErreurHote('InvalidArgument');
    const pris = this.feuilleNommee(nom);
    if (pris && pris !== sauf) throw new ErreurHote('ItemAlreadyExists');
  }

  ajouterFeuille(nom: string, origine: Origine = 'agent'): FeuilleDonnees {
    this.#verifierNom(nom);
    const feuille = feuilleVide(this.identifiant('F'), nom);
    this.classeur.feuilles.push(feuille);
    this.emettre({ type: 'feuille', feuille: feuille.id, sens: 'ajoutee', origine });
    return feuille;
  }

  renommer(id: string, nom: string, origine: Origine = 'agent'): void {
    const feuille = this.exigerFeuille(id);
    const avant = feuille.nom;
    if (nom === avant) return;
    this.#verifierNom(nom, feuille);
    feuille.nom = nom;
    this.#reecrireFormules((formule) => renommerDansFormule(formule, avant, nom));
    this.emettre({ type: 'feuille', feuille: id, sens: 'renommee', avant, origine });
  }

  supprimerFeuille(id: string, origine: Origine = 'agent'): void {
    const feuille = this.exigerFeuille(id);
    const restantes = this.classeur.feuilles.filter((autre) => autre !== feuille);
    const suivante = restantes.find((autre) => autre.visibilite === 'Visible');
    if (!suivante) throw new ErreurHote('InvalidOperation');
    const d = this.classeur;
    d.feuilles = restantes;
    const ailleurs = (objet: { feuille: string }) => objet.feuille !== id;
    d.tableaux = d.tableaux.filter(ailleurs);
    d.commentaires = d.commentaires.filter(ailleurs);
    d.graphiques = d.graphiques.filter(ailleurs);
    d.noms = d.noms.filter((nom) => nom.feuille !== id);
    this.#reecrireFormules((formule) => renommerDansFormule(formule, feuille.nom));
    for (const repere of this.reperes) if (repere.feuille === id) repere.zone = undefined;
    this.emettre({ type: 'feuille', feuille: id, sens: 'supprimee', origine });
    if (d.active === id) this.activer(suivante.id, origine);
  }

  #reecrireFormules(recrire: (formule: string) => string) {
    for (const feuille of this.classeur.feuilles)
      for (const cellule of Object.values(feuille.cellules))
        if (cellule.formule !== undefined) cellule.formule = recrire(cellule.formule);
    for (const nom of this.classeur.noms) nom.formule = recrire(nom.formule);
  }

  activer(id: string, origine: Origine = 'agent'): void {
    if (this.exigerFeuille(id).visibilite !== 'Visible') throw new ErreurHote('InvalidOperation');
    const avant = this.classeur.active;
    if (avant === id) return;
    this.classeur.active = id;
    this.emettre({ type: 'feuille', feuille: id, sens: 'activee', avant, origine });
  }

  montrer(id: string, visibilite: FeuilleDonnees['visibilite'], origine: Origine): void {
    const feuille = this.exigerFeuille(id);
    if (!['Visible', 'Hidden', 'VeryHidden'].includes(visibilite)) throw new ErreurHote('InvalidArgument');
    const suivante = this.classeur.feuilles.find((autre) => autre !== feuille && autre.visibilite === 'Visible');
    if (visibilite !== 'Visible' && !suivante) throw new ErreurHote('InvalidOperation');
    feuille.visibilite = visibilite;
    this.emettre({ type: 'feuille', feuille: id, sens: 'visibilite', origine });
    if (visibilite !== 'Visible' && suivante && this.classeur.active === id) this.activer(suivante.id, origine);
  }

  proteger(id: string, protegee: boolean, origine: Origine): void {
    this.exigerFeuille(id).protegee = protegee;
    this.emettre({ type: 'protection', feuille: id, origine });
  }

  selectionner(feuille: string, zone: Zone, origine: Origine = 'agent'): void {
    this.activer(feuille, origine);
    this.#selections.set(feuille, zone);
    this.emettre({ type: 'selection', feuille, zone, origine });
  }

  selection(): { feuille: string; zone: Zone } {
    const feuille = this.classeur.active;
    return { feuille, zone: this.#selections.get(feuille) ?? uneCellule(0, 0) };
  }
}
