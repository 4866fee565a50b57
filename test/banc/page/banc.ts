/** Un classeur ouvert : son modèle, l'hôte qui l'interprète, le tableur qui le montre, le complément dans son cadre. */
import { Hote, Modele, type Transport } from './hote';
import { ecrireXlsx, lireXlsx } from '../xlsx';
import { cle, lireCle } from '../xlsx/adresses';
import { Appels, type Position } from './appels';
import { ouvrirCadre } from './cadre';
import { dire, element } from './dom';
import { montrerEchanges } from './echanges';
import { lireDeclarations, type Declarations } from './declarations';
import { type Manifeste } from './manifeste';
import { listerObjets } from './objets';
import { Tableur } from './tableur';
import { TROUBLES } from './troubles';

export class Banc {
  readonly appels: Appels;
  readonly tableur: Tableur;
  nom = '';
  hote!: Hote;
  calculs = 0;
  /** Les appels qu'aucun des hôtes de la page n'a connus, journal vidé ou non. */
  readonly inconnus: string[] = [];
  #trouble = 'aucun';
  #transport: Transport | undefined;
  #duClasseur: (() => void)[] = [];
  #duComplement: (() => void)[] = [];

  constructor(
    readonly manifeste: Manifeste,
    /** L'adresse d'où le complément est servi. */
    readonly complement: string,
    readonly declarations: Declarations,
  ) {
    this.appels = new Appels(declarations.allowErrorForDataTypeAny ?? false);
    const adresse = ({ feuille, ligne, colonne }: Position) =>
      this.tableur.lien?.adresse(this.tableur.lien.versModele(feuille), ligne, colonne) ?? '';
    this.tableur = new Tableur(
      element('tableur'),
      declarations.functions,
      { appels: this.appels, adresse },
      () => this.calculs++,
    );
  }

  get modele(): Modele {
    return this.hote.modele;
  }

  get fonctions(): string[] {
    return this.declarations.functions.map(({ name }) => name);
  }

  async ouvrirOctets(nom: string, octets: Uint8Array): Promise<void> {
    dire(`Ouverture de ${nom}…`);
    const modele = Modele.depuis(await lireXlsx(octets, this.fonctions));
    for (const fermer of this.#duClasseur.splice(0)) fermer();
    this.nom = nom;
    this.appels.vider();
    this.#brancher(modele);
    const lien = this.tableur.ouvrir(modele);
    this.#duClasseur = [listerObjets(modele), this.#direLaCellule(modele)];
    const feuilles = lien.classeur.getSheetOrders().length;
    dire(`${nom} : ${feuilles} feuille${feuilles > 1 ? 's' : ''}.`);
  }

  /** Le fichier .xlsx du classeur, tel qu'il est. */
  async enregistrer(): Promise<{ nom: string; octets: Uint8Array }> {
    const octets = await ecrireXlsx(this.modele.classeur, {
      fonctions: this.fonctions,
      complement: this.manifeste.identite,
    });
    return { nom: this.nom, octets };
  }

  /** Pose un ennui d'Excel ; certains demandent de recharger le complément. */
  poserTrouble(nom: string): void {
    const trouble = TROUBLES[nom];
    if (!trouble) throw new Error(`Ennui inconnu : « ${nom} ». Connus : ${Object.keys(TROUBLES).join(', ')}.`);
    const recharge = (t: string) => !!TROUBLES[t]?.exigences || !!TROUBLES[t]?.dossier;
    const recharger = recharge(nom) || recharge(this.#trouble);
    this.#trouble = nom;
    if (recharger) {
      this.#brancher(this.modele);
      this.tableur.recalculer();
    }
    this.hote.ennuis = trouble.ennuis?.() ?? {};
    for (const feuille of this.modele.classeur.feuilles) feuille.protegee = trouble.feuilleProtegee ?? false;
  }

  /** Presse un bouton du ruban ; la promesse se tient quand sa commande est finie. */
  async presser(id: string): Promise<void> {
    const bouton = this.manifeste.boutons.find((b) => b.id === id);
    if (!bouton) throw new Error(`Le manifeste n’a pas de bouton « ${id} ».`);
    if (bouton.fonction) await this.#transport?.commander(bouton.fonction);
    else this.montrerVolet(true);
  }

  montrerVolet(ouvert: boolean): void {
    document.body.classList.toggle('ferme', !ouvert);
    this.#transport?.direVisible(ouvert);
  }

  /** Met un hôte et un complément neufs devant le modèle. */
  #brancher(modele: Modele): void {
    for (const fermer of this.#duComplement.splice(0)) fermer();
    const { exigences, dossier = '', ennuis } = TROUBLES[this.#trouble] ?? {};
    const hote = new Hote(modele, exigences, ennuis?.());
    this.hote = hote;
    hote.journal.abonner(({ inconnu }) => inconnu !== undefined && this.inconnus.push(inconnu));
    hote.nomDuClasseur = this.nom;
    const { page, nom, fonctions, prefixe } = this.manifeste;
    const base = this.complement + dossier;
    const transport = ouvrirCadre(element('cadre'), hote, base + page, nom, (visible) => this.montrerVolet(visible));
    this.#transport = transport;
    this.appels.brancher(transport, lireDeclarations(base + fonctions, prefixe));
    this.#duComplement = [montrerEchanges(hote.journal), transport.fermer];
    this.montrerVolet(true);
  }

  /** La phrase d'erreur de la fonction qui écrit dans cette cellule, ou s'y déverse. */
  phraseDe(feuille: string, ligne: number, colonne: number): string {
    const donnees = this.modele.feuille(feuille);
    const [l, c] = lireCle((donnees && this.modele.deversement(donnees, ligne, colonne)?.ancre) ?? cle(ligne, colonne));
    return this.appels.phrases.get(this.tableur.lien?.adresse(feuille, l, c) ?? '') ?? '';
  }

  /** Sous la grille : pourquoi la cellule choisie est en erreur. */
  #direLaCellule(modele: Modele): () => void {
    return modele.surModification((m) => {
      if (m.type !== 'selection') return;
      const { ligne, colonne } = m.zone;
      const valeur = modele.cellule(m.feuille, ligne, colonne)?.valeur;
      const phrase = typeof valeur === 'string' && valeur.startsWith('#') && this.phraseDe(m.feuille, ligne, colonne);
      dire(phrase ? `${this.tableur.lien?.adresse(m.feuille, ligne, colonne)} : ${phrase}` : '');
    });
  }
}
