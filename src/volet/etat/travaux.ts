import { ErreurDeClasseur, type Suivi } from '../../classeur/classeur';
import type { Action, Etat } from './etat';

const IMPREVU =
  'Le complément n’a pas pu finir. Réessayez ; si cela se répète, fermez le volet, rouvrez-le et contrôlez le classeur.';

/** De quoi dire où en est le travail, et savoir s'il est interrompu. */
export type TravailSuivi = Required<Suivi>;

type Faire = (suivi: TravailSuivi) => Promise<void>;

export interface Manieres {
  readonly interruptible?: boolean;
  /** Sans que l'agent l'ait demandé : ce que le dernier geste a dit reste affiché. */
  readonly discret?: boolean;
}

/** Un travail à la fois : sa progression, son interruption, et la phrase de ce qui échoue. Rien n'y est rejeté. */
export function creerTravaux(etat: () => Etat, agir: (action: Action) => void) {
  let interruption: AbortController | null = null;
  let dernier: (() => Promise<void>) | null = null;
  let ensuite: (() => Promise<void>) | null = null;

  const suiviDe = (signal: AbortSignal): TravailSuivi => ({
    signal,
    avancer(fait, total) {
      const { travail } = etat();
      if (travail && !signal.aborted) agir({ type: 'travail', travail: { ...travail, fait, total } });
    },
  });

  async function essayer(faire: Faire, signal: AbortSignal, refaire: () => Promise<void>) {
    try {
      await Promise.race([faire(suiviDe(signal)), arretDe(signal)]);
    } catch (erreur) {
      if (signal.aborted) return;
      dernier = refaire;
      agir({ type: 'probleme', phrase: erreur instanceof ErreurDeClasseur ? erreur.message : IMPREVU });
    }
  }

  async function lancer(libelle: string, faire: Faire, manieres: Manieres = {}): Promise<void> {
    if (etat().travail) return;
    const { interruptible = false, discret = false } = manieres;
    interruption = new AbortController();
    if (!discret) oublier();
    agir({ type: 'travail', travail: { libelle, fait: 0, total: 0, interruptible } });
    await essayer(faire, interruption.signal, () => lancer(libelle, faire, manieres));
    agir({ type: 'travail', travail: null });
    const suivant = ensuite;
    ensuite = null;
    await suivant?.();
  }

  function oublier() {
    if (etat().probleme !== null) agir({ type: 'probleme', phrase: null });
    if (etat().compteRendu !== null) agir({ type: 'compte rendu', compteRendu: null });
  }

  return {
    lancer,
    oublier,
    /** Un geste bref, sans progression ni attente. */
    tenter: (faire: () => Promise<void>): Promise<void> => {
      const refaire = () => essayer(faire, new AbortController().signal, refaire);
      return refaire();
    },
    /** Ce travail maintenant, ou dès que celui qui court est fini. */
    remettre(faire: () => Promise<void>) {
      if (etat().travail) ensuite = faire;
      else void faire();
    },
    interrompre: () => interruption?.abort(),
    reessayer: async () => {
      const refaire = dernier;
      dernier = null;
      oublier();
      await refaire?.();
    },
  };
}

const arretDe = (signal: AbortSignal): Promise<void> =>
  new Promise((finir) => signal.addEventListener('abort', () => finir()));
