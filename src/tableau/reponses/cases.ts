/** Les cases à cocher d'une réponse : ce qui les précède, et chacune avec son libellé. */
export interface Cases {
  readonly titre: readonly string[];
  readonly libelles: readonly CaseLibellee[];
  /** La case précède son libellé : ce qui suit la dernière peut porter sur toutes. */
  readonly ouvertes: boolean;
}

interface CaseLibellee {
  readonly cochee: boolean;
  readonly jetons: readonly string[];
}

const COCHEE = '☒';
const VIDE = '☐';
const CROIX = '✗';

/**
 * `aucune` sans case ; `null` si l'on ne sait pas quel libellé va avec quelle case.
 * @example casesDe(['☒', 'oui', '☐', 'non']) // la première, « oui », est cochée
 */
export function casesDe(jetons: readonly string[]): Cases | 'aucune' | null {
  const suite = traduireCroix(jetons);
  const places = suite.flatMap((jeton, i) => (jeton === COCHEE || jeton === VIDE ? [i] : []));
  if (places.length === 0) return 'aucune';
  const mots = suite.filter((jeton) => !estPonctuation(jeton));
  const [premiere, derniere] = [mots[0]!, mots.at(-1)!].map((jeton) => jeton === COCHEE || jeton === VIDE);
  if (premiere && derniere && mots.length > 1) return null;
  const cochee = (i: number) => suite[places[i]!] === COCHEE;
  if (derniere && !premiere) {
    const libelles = places.map((place, i) => ({
      cochee: cochee(i),
      jetons: rogner(suite.slice((places[i - 1] ?? -1) + 1, place)),
    }));
    return { titre: [], libelles, ouvertes: false };
  }
  const libelles = places.map((place, i) => ({
    cochee: cochee(i),
    jetons: rogner(suite.slice(place + 1, places[i + 1])),
  }));
  return { titre: suite.slice(0, places[0]), libelles, ouvertes: true };
}

/** À côté d'une case vide, une croix coche ; à côté d'une case cochée, elle écarte ; seule, elle dit non. */
function traduireCroix(jetons: readonly string[]): readonly string[] {
  const sens = jetons.includes(VIDE) ? COCHEE : jetons.includes(COCHEE) ? VIDE : CROIX;
  return jetons.map((jeton) => (jeton === CROIX ? sens : jeton));
}

const estPonctuation = (jeton: string): boolean => jeton === ',' || jeton === ':' || jeton === '/';

/** Le « / » qui sépare deux cases n'est pas un choix. */
function rogner(jetons: readonly string[]): readonly string[] {
  const debut = jetons.findIndex((jeton) => !estPonctuation(jeton));
  if (debut < 0) return [];
  return jetons.slice(debut, jetons.findLastIndex((jeton) => !estPonctuation(jeton)) + 1);
}
