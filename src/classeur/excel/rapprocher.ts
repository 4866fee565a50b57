import type { Fond } from './fonds';
import type { Identite } from './empreinte';

/** Une cellule annotée : où son nom la dit, ce qu'elle était. */
export interface Cherchee {
  readonly ligne: number;
  readonly colonne: number;
  readonly fond: string;
  readonly avant: Fond | null;
  readonly identite?: Identite;
}

/** Une cellule qui porte un de nos fonds. */
export interface Coloree extends Omit<Cherchee, 'avant'> {
  readonly identite: Identite;
}

/**
 * Rapproche les cellules annotées d'une feuille de celles qui y portent nos fonds. Un tri emporte le fond et le contenu, non le nom :
 * ce qui a été déplacé est retrouvé, dans sa colonne, à sa ligne et à son contenu. Rien n'est rapproché qui ne soit sûr : ou bien une
 * seule cellule convient, ou bien toutes celles qui conviennent avaient le même fond.
 */
export function rapprocher<E extends Cherchee, C extends Coloree>(cherchees: readonly E[], colorees: readonly C[]) {
  const paires: { readonly cherchee: E; readonly coloree: C }[] = [];
  const [attendent, libres] = [new Set(parLigne(cherchees)), new Set(parLigne(colorees))];
  let deplacees = false;
  const lier = (cherchee: E, coloree: C) => {
    paires.push({ cherchee, coloree });
    attendent.delete(cherchee);
    libres.delete(coloree);
    deplacees ||= cherchee.ligne !== coloree.ligne;
  };
  /** `enOrdre` : ce que la clé confond est identique en tout, et un tri le laisse dans son ordre. */
  const passer = (cle: (cellule: Cherchee | Coloree) => string | null, enOrdre = false) => {
    const candidates = grouper(libres, cle);
    for (const [valeur, groupe] of grouper(attendent, cle)) {
      const places = candidates.get(valeur) ?? [];
      const [memes, autant] = [memeAvant(groupe), places.length === groupe.length];
      if (memes && places.length <= groupe.length) {
        const ailleurs = places.filter((place) => {
          const memeLigne = groupe.find((e) => e.ligne === place.ligne);
          if (memeLigne) lier(memeLigne, place);
          return !memeLigne;
        });
        for (const place of ailleurs)
          lier(
            groupe.find((e) => attendent.has(e))!,
            place,
          );
      } else if (autant && enOrdre) groupe.forEach((e, rang) => lier(e, places[rang]!));
    }
  };
  const couleur = ({ colonne, fond }: Cherchee | Coloree) => `${colonne} ${fond.toUpperCase()}`;
  const avec = (dire: (identite: Identite) => string) => (cellule: Cherchee | Coloree) =>
    cellule.identite ? `${couleur(cellule)} ${dire(cellule.identite)}` : null;
  passer(
    avec(({ ligne, contenu }) => `${ligne} ${contenu}`),
    true,
  );
  passer(avec(({ ligne }) => ligne));
  passer(avec(({ contenu }) => contenu));
  // Rien n'a bougé : la cellule est où son nom la dit, l'agent l'a remplie autrement.
  if (!deplacees) {
    const places = grouper(libres, (cellule) => `${couleur(cellule)} ${cellule.ligne}`);
    for (const e of attendent) {
      const [place] = places.get(`${couleur(e)} ${e.ligne}`) ?? [];
      if (place && libres.has(place)) lier(e, place);
    }
  }
  if (deplacees) passer(couleur);
  // Là où plus rien ne porte notre fond, l'agent l'a ôté : il n'y a rien à rendre.
  const perdues = new Set([...attendent].map(couleur));
  return { paires, incertaines: [...libres].filter((cellule) => perdues.has(couleur(cellule))) };
}

const parLigne = <T extends { readonly ligne: number }>(cellules: readonly T[]): T[] =>
  [...cellules].sort((a, b) => a.ligne - b.ligne);

const memeAvant = (groupe: readonly Cherchee[]): boolean =>
  new Set(groupe.map(({ avant }) => JSON.stringify(avant))).size === 1;

function grouper<T>(elements: Iterable<T>, cle: (element: T) => string | null): Map<string, T[]> {
  const groupes = new Map<string, T[]>();
  for (const element of elements) {
    const valeur = cle(element);
    if (valeur === null) continue;
    const groupe = groupes.get(valeur);
    if (groupe) groupe.push(element);
    else groupes.set(valeur, [element]);
  }
  return groupes;
}
