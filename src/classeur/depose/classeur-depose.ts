import type { Grille } from '../../tableau';
import { ErreurDeClasseur, type Classeur, type Feuille } from '../classeur';

/** Ce qu'un fichier déposé demande à la page. */
export interface Depot {
  readonly nom: string;
  readonly lire: (signal?: AbortSignal) => Promise<readonly Grille[]>;
  /** Montre une cellule ou une plage ; aucun tableur n'est là pour la sélectionner. */
  readonly montrer: (feuille: Feuille, adresse: string) => void;
  /** Où les réglages se gardent, sous le nom du fichier : lui n'est jamais récrit. */
  readonly memoire: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export interface ClasseurDepose extends Classeur {
  oublierLesReglages(): void;
}

/** Un fichier déposé dans la page, en lecture seule. Son contenu est celui du dépôt : il n'est lu qu'une fois. */
export function classeurDepose({ nom, lire, montrer, memoire }: Depot): ClasseurDepose {
  let feuilles: readonly Feuille[] | null = null;
  const place = `mutualisation-sru/${nom}`;
  const gardes = (): Record<string, unknown> => {
    try {
      return { ...(JSON.parse(memoire.getItem(place) ?? '{}') as object) };
    } catch {
      return {};
    }
  };
  return {
    async lire({ signal } = {}) {
      feuilles ??= (await lire(signal)).map((grille, i) => ({ ...grille, id: `f${i + 1}` }));
      return feuilles;
    },
    allerA({ feuille, adresse }) {
      const visee = feuilles?.find((f) => f.id === feuille);
      if (visee) montrer(visee, adresse);
      return Promise.resolve();
    },
    reglage: (cle) => Promise.resolve(gardes()[cle] ?? null),
    garder(cle, valeur) {
      try {
        memoire.setItem(place, JSON.stringify({ ...gardes(), [cle]: valeur }));
        return Promise.resolve();
      } catch {
        return Promise.reject(new ErreurDeClasseur(NON_GARDE));
      }
    },
    surChangement: () => Promise.resolve(() => undefined),
    oublierLesReglages: () => memoire.removeItem(place),
  };
}

const NON_GARDE =
  'Le navigateur n’a pas gardé ce réglage (mémoire pleine ou interdite) : il vaut jusqu’à la fermeture de la page.';
