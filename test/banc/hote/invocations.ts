import { type Appel, type Reponse } from './contrat';
import { type Hote } from './hote';

/** Catégorie des fonctions personnalisées sur le canal des messages, et ses deux genres. */
const CATEGORIE = 1;
const INVOQUER = 1000;
const ANNULER = 1001;

/** Ce que functions.json dit d'une fonction, dans les drapeaux de l'appel. */
export const DRAPEAUX = { annulable: 1, flux: 2, erreursAdmises: 4 } as const;

const CODES: Record<number, string> = {
  ...{ 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' },
  ...{ 9: '#NAME?', 10: '#NAME?' },
};

interface EnAttente {
  appel: Appel;
  debut: number;
  repondre(reponse: Reponse): void;
}

/** Les fonctions personnalisées du complément, par l'aiguilleur de la bibliothèque. */
export class Invocations {
  readonly #enAttente = new Map<number, EnAttente>();
  #numero = 0;
  #pretes: () => void = () => undefined;
  /** Tenue quand le complément peut recevoir des appels. */
  readonly pretes = new Promise<void>((tenir) => {
    this.#pretes = tenir;
  });

  constructor(private readonly hote: Hote) {
    hote.services.set('fonctions pretes', () => {
      this.#pretes();
    });
    hote.services.set('resultats', ([resultats]) => {
      for (const resultat of resultats as unknown[]) this.#recevoir(resultat);
    });
  }

  /** Un appel d'une cellule ; la promesse ne se tient pas si l'appel est annulé. */
  invoquer(appel: Appel, drapeaux = 0): { reponse: Promise<Reponse>; annuler: () => void } {
    const id = ++this.#numero;
    const reponse = new Promise<Reponse>((repondre) => {
      this.#enAttente.set(id, { appel, debut: performance.now(), repondre });
    });
    this.#envoyer(INVOQUER, [
      ...[id, appel.fonction, appel.arguments, appel.cellule, drapeaux],
      ...(appel.adresses ? [appel.adresses] : []),
    ]);
    return {
      reponse,
      annuler: () => {
        if (this.#enAttente.delete(id)) this.#envoyer(ANNULER, { invocationId: id });
      },
    };
  }

  #envoyer(messageType: number, message: unknown) {
    this.hote.evenements.envoyer([
      {
        messageCategory: CATEGORIE,
        messageType,
        targetId: '',
        message: JSON.stringify(message),
        isRemoteOverride: false,
      },
    ]);
  }

  #recevoir(resultat: unknown) {
    const [id, reussi, valeur, code] = enTableau(resultat);
    const attente = this.#enAttente.get(Number(id));
    if (!attente) return;
    this.#enAttente.delete(Number(id));
    const reponse: Reponse =
      reussi === true
        ? enReponse(valeur)
        : {
            erreur: CODES[Number(code)] ?? '#VALUE!',
            ...(typeof valeur === 'string' && valeur !== '' ? { message: valeur } : {}),
          };
    this.hote.journal.noter({
      ...{ genre: 'invocation', fonction: attente.appel.fonction, cellule: attente.appel.cellule },
      ...{ debut: attente.debut, duree: performance.now() - attente.debut },
      ...('erreur' in reponse ? { erreur: reponse.erreur } : {}),
    });
    attente.repondre(reponse);
  }
}

/** Les vieux résultats sont des objets, les nouveaux des tableaux. */
function enTableau(resultat: unknown): unknown[] {
  if (Array.isArray(resultat)) return resultat as unknown[];
  const { id, failed, value, errorCode } = resultat as Record<string, unknown>;
  return [id, failed !== true, value, errorCode];
}

/** Une erreur rendue seule porte sa phrase. */
function enReponse(valeur: unknown): Reponse {
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur))
    return { valeur: enValeurs(valeur), ...phraseDe(valeur) };
  const { message } = valeur as { message?: unknown };
  return { erreur: String(enValeurs(valeur)), ...(typeof message === 'string' ? { message } : {}) };
}

/** La phrase de la première erreur d'une plage. */
function phraseDe(valeur: unknown): { message?: string } {
  const objets = [valeur]
    .flat(2)
    .filter((v): v is { message: unknown } => typeof v === 'object' && v !== null && 'message' in v);
  const [message] = objets.flatMap((v) => (typeof v.message === 'string' && v.message !== '' ? [v.message] : []));
  return message === undefined ? {} : { message };
}

/** Une erreur au milieu d'une plage y arrive en objet : elle devient son texte. */
function enValeurs(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(enValeurs);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  const objet = valeur as Record<string, unknown>;
  return objet.basicValue ?? objet.primitive ?? objet.code ?? '#VALUE!';
}
