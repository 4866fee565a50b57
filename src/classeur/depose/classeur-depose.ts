import { ErreurDeClasseur, type Classeur, type Feuille } from '../classeur';
import type { Gardes } from '../contenu/gardes';
import type { ClasseurLu } from '../contenu/lire-contenu';
import { retoucheDe, retoucher } from './retouche';

/** Ce qu'un fichier déposé demande à la page. */
export interface Depot {
  readonly nom: string;
  readonly lire: (signal?: AbortSignal) => Promise<ClasseurLu>;
  /** Montre une cellule ou une plage ; aucun tableur n'est là pour la sélectionner. */
  readonly montrer: (feuille: Feuille, adresse: string) => void;
  /** Où se garde, sous le nom du fichier, ce que la page change des réglages qu'il porte : lui n'est jamais récrit. */
  readonly memoire: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export interface ClasseurDepose extends Classeur {
  /** Ce que le fichier garde lui-même, une fois lu. */
  duFichier(cle: string): unknown;
  /** Seuls ceux du fichier valent à nouveau. */
  oublierLesReglages(): void;
}

/** Un fichier déposé dans la page, en lecture seule. Son contenu est celui du dépôt : il n'est lu qu'une fois. */
export function classeurDepose({ nom, lire, montrer, memoire }: Depot): ClasseurDepose {
  let feuilles: readonly Feuille[] | null = null;
  let portes: Gardes = {};
  /** La lecture en cours ou faite : les réglages que porte le fichier l'attendent. */
  let lecture: Promise<unknown> | null = null;
  const place = `mutualisation-sru/${nom}`;
  const retouches = (): Record<string, unknown> => {
    try {
      return { ...(JSON.parse(memoire.getItem(place) ?? '{}') as object) };
    } catch {
      return {};
    }
  };
  const duFichier = (cle: string): unknown => portes[cle] ?? null;
  return {
    async lire({ signal } = {}) {
      if (!feuilles) {
        const lue = lire(signal).then(({ feuilles: grilles, gardes }) => {
          portes = gardes;
          return grilles;
        });
        lecture = lue;
        feuilles = (await lue).map((grille, i) => ({ ...grille, id: `f${i + 1}` }));
      }
      return feuilles;
    },
    allerA({ feuille, adresse }) {
      const visee = feuilles?.find((f) => f.id === feuille);
      if (visee) montrer(visee, adresse);
      return Promise.resolve();
    },
    async reglage(cle) {
      await lecture?.catch(() => null);
      const retouche = retouches()[cle];
      return retouche === undefined ? duFichier(cle) : retoucher(duFichier(cle), retouche);
    },
    async garder(cle, valeur) {
      await lecture?.catch(() => null);
      const retouche = retoucheDe(duFichier(cle) ?? {}, valeur);
      try {
        memoire.setItem(place, JSON.stringify({ ...retouches(), [cle]: retouche }));
      } catch {
        throw new ErreurDeClasseur(NON_GARDE);
      }
    },
    surChangement: () => Promise.resolve(() => undefined),
    duFichier,
    oublierLesReglages: () => memoire.removeItem(place),
  };
}

const NON_GARDE =
  'Le navigateur n’a pas gardé ce réglage (mémoire pleine ou interdite) : il vaut jusqu’à la fermeture de la page.';
