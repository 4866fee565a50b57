import { COLONNES, ecrireZone, lireZone } from './adresses';
import { type Modification, type Zone } from './contrat';
import { ErreurHote } from './erreurs';
import { typeDeValeur } from './modele/saisie';
import { type Modele } from './modele/modele';

/** Numéros que la bibliothèque donne aux événements de feuille. */
export const EVENEMENTS = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowHiddenChanged: 22,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
} as const;
type NomDEvenement = keyof typeof EVENEMENTS;

/** Une entrée du canal `richApiMessage`. */
export interface Message {
  messageCategory: number;
  messageType: number;
  targetId: string;
  message: string;
  isRemoteOverride: boolean;
}

/** Événements d'objets ; les fonctions personnalisées ont la catégorie 1. */
const CATEGORIE = 65536;
const VISIBILITE = 65539;
export const CLASSEUR_ENTIER = 'Workbook';
const SENS = { bas: 'ShiftCellDown', droite: 'ShiftCellRight', haut: 'ShiftCellUp', gauche: 'ShiftCellLeft' } as const;

/** Tient les abonnements du complément et leur envoie ce qui change. */
export class Evenements {
  readonly #abonnements = new Map<string, number>();
  readonly #rappels = new Set<(messages: readonly Message[]) => void>();
  /** `context.runtime.enableEvents`. */
  actifs = true;

  constructor(private readonly modele: Modele) {
    modele.surModification((modification) => {
      this.#suivre(modification);
    });
  }

  abonner(nom: NomDEvenement, cible: string): void {
    const cle = `${nom} ${cible}`;
    this.#abonnements.set(cle, (this.#abonnements.get(cle) ?? 0) + 1);
  }

  desabonner(nom: NomDEvenement, cible: string): void {
    const cle = `${nom} ${cible}`;
    this.#abonnements.set(cle, Math.max(0, (this.#abonnements.get(cle) ?? 0) - 1));
  }

  /** Ce que le complément n'a pas désabonné. */
  get abonnes(): number {
    return [...this.#abonnements.values()].reduce((somme, nombre) => somme + nombre, 0);
  }

  /** Le canal par lequel les messages partent. */
  surMessages(rappel: (messages: readonly Message[]) => void): () => void {
    this.#rappels.add(rappel);
    return () => this.#rappels.delete(rappel);
  }

  envoyer(messages: readonly Message[]): void {
    if (messages.length > 0) for (const rappel of [...this.#rappels]) rappel(messages);
  }

  /** Le volet vient de se montrer ou de se cacher. */
  visible(oui: boolean): void {
    const message = JSON.stringify({ visibility: oui ? 'Visible' : 'Hidden' });
    this.envoyer([
      { messageCategory: CATEGORIE, messageType: VISIBILITE, targetId: '', message, isRemoteOverride: false },
    ]);
  }

  /** La plage qu'un événement désigne à son `getRange`. */
  plage(reference: string): { feuille: string; zone: Zone } {
    const coupe = reference.lastIndexOf('!');
    const zone = lireZone(reference.slice(coupe + 1));
    if (!zone) throw new ErreurHote('ItemNotFound');
    return { feuille: this.modele.exigerFeuille(reference.slice(0, coupe)).id, zone };
  }

  #publier(nom: NomDEvenement, feuille: string, details: object) {
    if (!this.actifs) return;
    const message = JSON.stringify({ worksheetId: feuille, source: 'Local', ...details });
    const cibles = [feuille, CLASSEUR_ENTIER].filter((cible) => (this.#abonnements.get(`${nom} ${cible}`) ?? 0) > 0);
    this.envoyer(
      cibles.map((targetId) => ({
        ...{ messageCategory: CATEGORIE, messageType: EVENEMENTS[nom], targetId, message, isRemoteOverride: false },
      })),
    );
  }

  #changer(m: Modification, feuille: string, changeType: string, zone: Zone, details: object = {}) {
    this.#publier('DataChanged', feuille, {
      ...{ changeType, address: ecrireZone(zone), shiftDirection: 'None', ...details },
      referenceId: `${feuille}!${ecrireZone(zone)}`,
      ...(m.origine === 'complement' ? { triggerSource: 'ThisLocalAddin' } : { triggerSource: 'Unknown' }),
    });
  }

  #suivre(m: Modification): void {
    switch (m.type) {
      case 'cellules':
        if (m.origine === 'calcul') this.#publier('Calculated', m.feuille, { address: ecrireZone(m.zone) });
        else this.#changer(m, m.feuille, 'RangeEdited', m.zone, detailsDe(m));
        break;
      case 'lignes':
      case 'colonnes': {
        const quoi = m.type === 'lignes' ? 'Row' : 'Column';
        this.#changer(m, m.feuille, quoi + (m.sens === 'inserees' ? 'Inserted' : 'Deleted'), m.zone);
        break;
      }
      case 'decalage': {
        const insere = m.sens === 'bas' || m.sens === 'droite';
        this.#changer(m, m.feuille, insere ? 'CellInserted' : 'CellDeleted', m.zone, { shiftDirection: SENS[m.sens] });
        break;
      }
      case 'styles':
        this.#publier('FormatChanged', m.feuille, { address: ecrireZone(m.zone) });
        break;
      case 'masquage':
        // Excel n'annonce que les lignes.
        if (m.zone.colonneFin - m.zone.colonne === COLONNES - 1) {
          const changeType = this.modele.feuille(m.feuille)?.lignesMasquees?.[m.zone.ligne] ? 'Hidden' : 'Unhidden';
          this.#publier('RowHiddenChanged', m.feuille, { address: ecrireZone(m.zone), changeType });
        }
        break;
      case 'selection':
        this.#publier('SelectionChanged', m.feuille, { address: ecrireZone(m.zone) });
        break;
      case 'protection':
        this.#publier('ProtectionChanged', m.feuille, { isProtected: this.modele.feuille(m.feuille)?.protegee });
        break;
      case 'feuille':
        this.#feuille(m);
        break;
      default:
    }
  }

  #feuille(m: Modification & { type: 'feuille' }) {
    const feuille = this.modele.feuille(m.feuille);
    if (m.sens === 'ajoutee') this.#publier('Added', m.feuille, {});
    else if (m.sens === 'supprimee') this.#publier('Deleted', m.feuille, {});
    else if (m.sens === 'renommee')
      this.#publier('NameChanged', m.feuille, { nameBefore: m.avant, nameAfter: feuille?.nom });
    else if (m.sens === 'visibilite')
      this.#publier('VisibilityChanged', m.feuille, { visibilityAfter: feuille?.visibilite });
    else if (m.sens === 'activee') {
      if (m.avant !== undefined) this.#publier('Deactivated', m.avant, {});
      this.#publier('Activated', m.feuille, {});
    }
  }
}

function detailsDe({ avant, apres }: Modification & { type: 'cellules' }): object {
  if (avant === undefined || apres === undefined) return {};
  return {
    ...{ valueBefore: avant, valueAfter: apres },
    ...{ valueTypeBefore: typeDeValeur(avant), valueTypeAfter: typeDeValeur(apres) },
  };
}
