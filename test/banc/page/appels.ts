import { DRAPEAUX, type Appel, type Reponse, type Transport } from './hote';

/** Au-delà, la cellule dit que le complément manque, comme dans un Excel qui ne l'a pas. */
const ATTENTE_DU_COMPLEMENT = 15_000;
const ATTENTE_DE_LA_REPONSE = 60_000;
const ABSENT: Reponse = { erreur: '#NAME?', message: 'Le complément ne répond pas.' };
const MUET: Reponse = { erreur: '#VALUE!', message: 'Le complément n’a pas répondu en une minute.' };

/** Une cellule du tableur, par l'identifiant que sa feuille y a. */
export interface Position {
  feuille: string;
  ligne: number;
  colonne: number;
}

const apres = <T>(delai: number, valeur: T) => new Promise<T>((tenir) => setTimeout(() => tenir(valeur), delai));
const cleDe = ({ cellule, fonction, arguments: args }: Appel) => JSON.stringify([cellule, fonction, args]);

/**
 * Les appels de fonctions personnalisées. Comme dans Excel, une cellule dont la réponse manque l'attend et le reste se
 * calcule ; à la fin du calcul, tous les appels partent ensemble, et leurs cellules se recalculent au retour.
 */
export class Appels {
  readonly #recues = new Map<string, Reponse>();
  readonly #aEnvoyer = new Map<string, { appel: Appel; position: Position }>();
  readonly #partis = new Map<string, Position>();
  #complement: { transport: Transport; pret: Promise<boolean> } | undefined;
  /** La phrase de la dernière erreur de chaque cellule. */
  readonly phrases = new Map<string, string>();

  /** `erreursAdmises` : une fonction reçoit les erreurs de ses arguments ; sinon elle n'est pas appelée. */
  constructor(readonly erreursAdmises: boolean) {}

  get enCours(): number {
    return this.#aEnvoyer.size + this.#partis.size;
  }

  /** Le complément qui répond désormais, si ses fonctions se laissent lire. */
  brancher(transport: Transport, declarations: Promise<unknown>): void {
    const pret = Promise.race([
      Promise.all([transport.fonctionsPretes, declarations]).then(
        () => true,
        () => false,
      ),
      apres(ATTENTE_DU_COMPLEMENT, false),
    ]);
    this.#complement = { transport, pret };
    this.#recues.clear();
  }

  /** Un autre classeur s'ouvre : rien ne vaut plus. */
  vider(): void {
    for (const table of [this.#recues, this.#aEnvoyer, this.#partis, this.phrases]) table.clear();
  }

  /** La réponse, si elle est là ; sinon la cellule attend. */
  demander(appel: Appel, position: Position): Reponse | undefined {
    const cle = cleDe(appel);
    const recue = this.#recues.get(cle);
    if (!recue && !this.#partis.has(cle)) this.#aEnvoyer.set(cle, { appel, position });
    return recue;
  }

  /** Envoie d'un coup ce que le calcul a demandé ; rend les cellules à recalculer, aucune si tout est calculé. */
  async finirLeCalcul(): Promise<Position[]> {
    const vague = [...this.#aEnvoyer];
    this.#aEnvoyer.clear();
    if (vague.length === 0) {
      // Les réponses ne servent que le temps d'un calcul : une cellule changée rappelle le complément.
      if (this.#partis.size === 0) this.#recues.clear();
      return [];
    }
    for (const [cle, { position }] of vague) this.#partis.set(cle, position);
    const pret = await this.#complement?.pret;
    await Promise.all(
      vague.map(async ([cle, { appel }]) => {
        const reponse = pret ? await this.#envoyer(appel) : ABSENT;
        if (!this.#partis.delete(cle)) return;
        this.#recues.set(cle, reponse);
        if (reponse.message) this.phrases.set(appel.cellule, reponse.message);
        else this.phrases.delete(appel.cellule);
      }),
    );
    return vague.map(([, { position }]) => position);
  }

  async #envoyer(appel: Appel): Promise<Reponse> {
    const lance = this.#complement?.transport.invoquer(appel, this.erreursAdmises ? DRAPEAUX.erreursAdmises : 0);
    if (!lance) return ABSENT;
    const reponse = await Promise.race([lance.reponse, apres(ATTENTE_DE_LA_REPONSE, undefined)]);
    if (!reponse) lance.annuler();
    return reponse ?? MUET;
  }
}
