import { casesDe } from './cases';
import { decouper } from './jetons';
import { reconnaitre, type Lexique, type Separateur } from './lexique';

/**
 * Ce que pèse une locution dans une réponse :
 * - `positif` suffit à dire oui ; `accord`, le mot seul, le dit aussi, mais peut être retiré ou refusé par la suite ;
 * - `acte` (« adopté ») le dit, ou s'applique au refus qu'il suit (« refus adopté ») ; `recu` (« obtenu ») de même, mais une
 *   pièce reçue ne dit pas son sens ;
 * - `refus` nie ; `perte` ôte ce qui était dit avant elle (« retiré ») ;
 * - `piece` et `neutre` sont sans effet ; `equivoque` est une double négation, qu'on ne tranche pas.
 */
export type Genre = 'positif' | 'accord' | 'acte' | 'recu' | 'refus' | 'perte' | 'piece' | 'neutre' | 'equivoque';

export interface Grammaire {
  readonly mots: Lexique<Genre>;
  /** Des mots qui répondent s'ils sont tout le texte ; ailleurs, « n » ou « pour » disent autre chose. */
  readonly seuls: ReadonlyMap<string, boolean>;
  /** Ce que porte une case laissée vide, à côté de celle qui est cochée. */
  readonly etiquettes: ReadonlySet<string>;
}

type Jugement = boolean | null;
type Genres = readonly (Genre | Separateur | 'hors')[];

/** Oui, non, ou `null` : ni l'un ni l'autre, les deux, une case à choisir, ou un mot hors de la grammaire. */
export function lireReponse(texte: string, grammaire: Grammaire): Jugement {
  const courte = texte.length <= 5 ? grammaire.seuls.get(texte.toLowerCase()) : undefined;
  if (courte !== undefined) return courte;
  const jetons = decouper(texte);
  const cases = casesDe(jetons);
  if (cases === 'aucune') return juger(jetons, grammaire);
  if (cases === null) return null;
  const [cochee, ...autres] = cases.libelles.filter((c) => c.cochee);
  if (!cochee || autres.length > 0 || !estUnTitre(cases.titre, grammaire, cases.libelles.length > 1)) return null;
  const derniere = cases.libelles.at(-1)!;
  if (cases.ouvertes && !derniere.cochee && !estUneEtiquette(derniere.jetons, grammaire)) return null;
  const seule = cases.libelles.length === 1;
  if (!seule && cases.libelles.some((c) => c.jetons.length === 0)) return null;
  return seule && estSansEffet(cochee.jetons, grammaire) ? true : juger(cochee.jetons, grammaire);
}

/** Ce qui précède les cases ne dit rien par soi-même : « Avis du conseil municipal : ». */
function estUnTitre(jetons: readonly string[], { mots }: Grammaire, plusieurs: boolean): boolean {
  const genres = reconnaitre(jetons, mots);
  if (genres.some((g) => !['neutre', 'piece', 'accord', ',', ':'].includes(g))) return false;
  return !plusieurs || !genres.includes('accord') || genres.at(-1) === ':';
}

/** Rien ne suit le libellé de la dernière case vide : « ☒ Oui ☐ Non », mais pas « ☒ Oui ☐ Non, sous réserve ». */
function estUneEtiquette(jetons: readonly string[], { mots, seuls, etiquettes }: Grammaire): boolean {
  const texte = jetons.join(' ');
  if (etiquettes.has(texte) || seuls.has(texte)) return true;
  const genres = reconnaitre(jetons, mots).filter((g) => g !== 'neutre' && g !== 'piece' && g !== ',');
  return genres.length === 1 && ['positif', 'accord', 'acte', 'refus'].includes(genres[0]!);
}

const estSansEffet = (jetons: readonly string[], { mots }: Grammaire): boolean =>
  reconnaitre(jetons, mots).every((g) => g === 'neutre' || g === ',' || g === ':');

function juger(jetons: readonly string[], { mots, seuls }: Grammaire): Jugement {
  const paroles = jetons.filter((jeton) => jeton !== ',' && jeton !== ':');
  const seul = paroles.length === 1 ? seuls.get(paroles[0]!) : undefined;
  if (seul !== undefined) return seul;
  const genres = reconnaitre(jetons, mots);
  const dit = (...cherches: Genre[]) => cherches.some((genre) => genres.includes(genre));
  if (genres.includes('hors') || dit('equivoque')) return null;
  if (dit('refus', 'perte')) return estUnRefus(genres) ? false : null;
  return dit('positif', 'accord', 'acte') || (dit('recu') && !dit('piece')) ? true : null;
}

/** Un refus que rien ne dément : ni un oui, ni une seconde négation qui porterait sur la première (« opposition retirée »). */
function estUnRefus(genres: Genres): boolean {
  let nie = false;
  let pose = false;
  let separe = false;
  for (const [i, genre] of genres.entries()) {
    if (genre === 'positif') return false;
    // « Accord / refus » est un choix qu'on n'a pas fait.
    if (genre === '/' && pose) return false;
    if (genre === ',' || genre === '/' || (genre === ':' && nie)) separe = true;
    if (genre === 'accord' || genre === 'recu' || genre === 'acte') {
      const porteSurLeRefus = genres[i - 1] === 'refus' && genre !== 'accord';
      if (nie && !porteSurLeRefus) return false;
      if (!nie) [pose, separe] = [true, false];
    }
    if (genre === 'refus') {
      if ((nie && !separe) || (!nie && pose && separe)) return false;
      [nie, separe] = [true, false];
    }
    if (genre === 'perte') {
      if (nie) return false;
      [nie, separe] = [true, false];
    }
  }
  return true;
}
