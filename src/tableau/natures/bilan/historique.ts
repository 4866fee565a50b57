import { periodeDe, type Periode } from '../../../droit';
import { estEntiere, fraction, type NombreLu, type Rapport } from '../../../nombres';
import { lireNombreDe, lireTexte, type Lecture } from '../../lecture/cellules';
import type { EntetePlacee } from '../../lecture/entete-placee';
import type { Ligne } from '../../lecture/ligne';
import type { Tableau } from '../../lecture/tableaux';
import { lireOuiNon } from '../../reponses';
import { estInconnue, estVide, normaliser } from '../../texte';

/** Ce qu'un bilan rappelle d'une période qu'il ne juge pas, ou du cumul de plusieurs. */
export interface BilanPasse {
  readonly debut: number;
  readonly fin: number;
  /** Ses titres ne portent pas toutes leurs années : celles de leurs voisines. */
  readonly deduite: boolean;
  readonly objectif: number | null;
  readonly realises: number | null;
  /** Réalisés / objectif, non arrondi. */
  readonly taux: Rapport | null;
  readonly carencee: boolean | null;
}

type Quoi = 'contrat' | 'objectif' | 'realises' | 'carencee';

interface ColonnePassee {
  readonly quoi: Quoi;
  readonly debut: number;
  readonly fin: number;
  readonly deduite: boolean;
  readonly position: number;
}

const ANNEES = /(?<!\d)(20\d{2})\s*(?:[-–—/_]|à|au|et)\s*(20\d{2})(?!\d)/;
const DUREE = 2;

/** Ce qui se compte ou se demande, sans être l'objectif ni le bilan d'une période. */
const AUTRE_CHOSE =
  /^(?:nombre|nb|taux|fourchette|total)\b|\b(?:plai|pls|taux|atteinte|respect|report\w*|envisag\w*|demand\w*|supplementaire|remarques?|arguments?|majoration|arrete)\b/;

function quoiDe({ colonne, texte }: EntetePlacee): Quoi | null {
  if (colonne === 'realises') return colonne;
  if (colonne === 'objectif_contrat') return 'contrat';
  if (colonne === 'objectif_reference') return 'objectif';
  const mots = normaliser(texte);
  if (AUTRE_CHOSE.test(mots)) return null;
  if (colonne === 'carencee' || /\bcarence\b/.test(mots)) return 'carencee';
  if (/\b(?:realis\w*|bilan)\b/.test(mots)) return 'realises';
  return /\bobjectifs?\b/.test(mots) ? 'objectif' : null;
}

/** Les colonnes d'autres périodes que celle qu'on juge ; jamais une colonne que le contrôle retient, hors la carence, sans période. */
function colonnesPassees({ entetes, ignorees, pieces }: Tableau, jugee: Periode | null): readonly ColonnePassee[] {
  // Des morceaux réunis n'ont pas leurs colonnes aux mêmes places.
  if (!jugee || pieces.length > 1) return [];
  const retenues = new Set([...entetes].flatMap(([c, e]) => (c === 'carencee' ? [] : [e.position])));
  const toutes = [...entetes.values(), ...ignorees].sort((a, b) => a.position - b.position);
  return toutes.flatMap((entete, rang): ColonnePassee[] => {
    const quoi = retenues.has(entete.position) ? null : quoiDe(entete);
    if (!quoi) return [];
    const annees = anneesDe(entete) ?? anneesVoisines(toutes, rang, retenues);
    if (!annees || !estPassee(annees, jugee)) return [];
    return [{ quoi, ...annees, deduite: anneesDe(entete) === null, position: entete.position }];
  });
}

interface Annees {
  readonly debut: number;
  readonly fin: number;
}

function anneesDe({ texte }: EntetePlacee): Annees | null {
  const [, debut, fin] = (ANNEES.exec(texte) ?? []).map(Number);
  return debut && fin && fin > debut ? { debut, fin } : null;
}

const estTriennale = ({ debut, fin }: Annees): boolean => fin - debut === DUREE && periodeDe(debut).debut === debut;

/** Une période entière d'avant celle qu'on juge, ou un cumul qui ne va pas au-delà d'elle. */
const estPassee = (annees: Annees, jugee: Periode): boolean =>
  estTriennale(annees)
    ? annees.debut < jugee.debut
    : annees.fin - annees.debut > DUREE && annees.fin <= jugee.debut + DUREE;

/** La période que dit la plus proche voisine datée, sans passer par une colonne de la période jugée. */
function anneesVoisines(toutes: readonly EntetePlacee[], rang: number, retenues: ReadonlySet<number>): Annees | null {
  for (const pas of [1, -1]) {
    for (let i = rang + pas; contigu(toutes, i, i - pas) && !retenues.has(toutes[i]!.position); i += pas) {
      const annees = anneesDe(toutes[i]!);
      if (!annees) continue;
      if (estTriennale(annees)) return annees;
      break;
    }
  }
  return null;
}

const contigu = (toutes: readonly EntetePlacee[], i: number, j: number): boolean => {
  const [a, b] = [toutes[i], toutes[j]];
  return a !== undefined && b !== undefined && Math.abs(a.position - b.position) === 1;
};

/** De quoi lire, d'une commune, ce que le tableau rappelle des autres périodes, de la plus récente à la plus ancienne, puis les cumuls. */
export function historiqueDe(tableau: Tableau, jugee: Periode | null): (ligne: Ligne) => readonly BilanPasse[] {
  const groupes = new Map<string, ColonnePassee[]>();
  for (const colonne of colonnesPassees(tableau, jugee)) {
    const cle = `${colonne.debut}-${colonne.fin}`;
    groupes.set(cle, [...(groupes.get(cle) ?? []), colonne]);
  }
  const ranges = [...groupes.values()]
    .filter((colonnes) => colonnes.some(({ quoi }) => quoi !== 'carencee'))
    .sort(([a], [b]) => Number(estTriennale(b!)) - Number(estTriennale(a!)) || b!.fin - a!.fin || b!.debut - a!.debut);
  return (ligne) => ranges.flatMap((colonnes) => passeDe(ligne, colonnes) ?? []);
}

function passeDe(ligne: Ligne, colonnes: readonly ColonnePassee[]): BilanPasse | null {
  // Deux colonnes pour la même chose : aucune n'est choisie.
  const seule = (quoi: Quoi) => {
    const [premiere, ...autres] = colonnes.filter((c) => c.quoi === quoi);
    return premiere && autres.length === 0 ? ligne.ecritEn(premiere.position) : undefined;
  };
  const logements = (quoi: Quoi) => entier(lireNombreDe('realises', seule(quoi), false));
  const [objectif, realises] = [logements('contrat') ?? logements('objectif'), logements('realises')];
  const carence = lireTexte(seule('carencee'));
  const carencee = estVide(carence) || estInconnue(carence) ? null : lireOuiNon(carence);
  if (objectif === null && realises === null && carencee === null) return null;
  const { debut, fin } = colonnes[0]!;
  const taux = objectif && realises !== null ? fraction(realises, objectif) : null;
  return { debut, fin, deduite: colonnes.some((c) => c.deduite), objectif, realises, taux, carencee };
}

function entier(lecture: Lecture<NombreLu>): number | null {
  if (lecture.etat !== 'lue') return null;
  const { valeur } = lecture.valeur;
  return estEntiere(valeur) ? valeur.numerateur / valeur.denominateur : null;
}
