import { cleDeNom, type Annuaire } from '../../annuaire/annuaire';
import { versNombre } from '../../nombres';
import { reunir } from '../alentours';
import { OBJECTIFS_COMPARES, type Colonne } from '../colonnes';
import type { Ligne } from './ligne';
import { peuCommunes, unDoublon } from './peu-communes';
import type { Tableau } from './tableaux';

/**
 * Réunit les morceaux d'un même contrat : un tableau coupé en deux (titres répétés, « suite », deux feuilles), une feuille par
 * commune, les références dans une feuille et le contrat dans une autre. Le contrat d'un EPCI se juge entier.
 */
export function reunirPieces(tableaux: readonly Tableau[], annuaire: Annuaire): Tableau[] {
  return completer(concatener(tableaux, annuaire));
}

/** De quel EPCI sont la plupart des communes ; `null` si l'annuaire n'en connaît pas la moitié. */
function epciDe({ lignes }: Tableau, annuaire: Annuaire): string | null {
  const comptes = new Map<string, number>();
  for (const ligne of lignes) {
    const commune = communeDe(ligne, annuaire);
    if (commune) comptes.set(commune.epci, (comptes.get(commune.epci) ?? 0) + 1);
  }
  const [premier] = [...comptes].sort(([, a], [, b]) => b - a);
  return premier && 2 * premier[1] >= lignes.length ? premier[0] : null;
}

function communeDe({ codeInsee, commune }: Ligne, annuaire: Annuaire) {
  if (codeInsee) return annuaire.parCode(codeInsee);
  const homonymes = annuaire.parNom(commune);
  return homonymes.length === 1 ? homonymes[0] : undefined;
}

/** Par le nom, que les deux morceaux écrivent toujours ; par le code, à défaut. */
const cleDe = (ligne: Ligne): string => cleDeNom(ligne.commune) || (ligne.codeInsee ?? '');

const communes = (tableau: Tableau) => new Set(tableau.lignes.map(cleDe));

/** Mêmes colonnes de part et d'autre, à une près que l'un n'aurait pas remplie. */
function memesColonnes(a: Tableau, b: Tableau): boolean {
  const communes = [...a.colonnes].filter((c) => b.colonnes.has(c)).length;
  return communes >= 3 && communes >= Math.max(a.colonnes.size, b.colonnes.size) - 1;
}

/** Deux périodes ne se réunissent pas ; des en-têtes qui n'en disent pas suivent celle des autres. */
const memesPeriodes = (a: Tableau, b: Tableau): boolean =>
  OBJECTIFS_COMPARES.every((c) => {
    const [une, autre] = [a.entetes.get(c)?.tranche ?? null, b.entetes.get(c)?.tranche ?? null];
    return une === null || autre === null || une === autre;
  });

/** Des morceaux réunis, et ce qu'on en a lu : le relire à chaque tableau prendrait un temps qui croîtrait comme le carré des feuilles. */
interface Groupe {
  readonly pieces: Tableau[];
  readonly lues: Set<string>;
  uneParFeuille: boolean;
  /** L'EPCI du premier ; `undefined` tant qu'on n'a pas eu à le chercher. */
  epci?: string | null;
}

function concatener(tableaux: readonly Tableau[], annuaire: Annuaire): Tableau[] {
  const groupes: Groupe[] = [];
  for (const tableau of tableaux) {
    const siennes = communes(tableau);
    const seule = tableau.lignes.length === 1;
    const groupe = groupes.find((g) => seSuivent(g, tableau, siennes, annuaire));
    if (!groupe) groupes.push({ pieces: [tableau], lues: siennes, uneParFeuille: seule });
    else {
      groupe.pieces.push(tableau);
      siennes.forEach((cle) => groupe.lues.add(cle));
      groupe.uneParFeuille &&= seule;
    }
  }
  return groupes.map(({ pieces }) => (pieces.length === 1 ? pieces[0]! : enUnSeul(pieces)));
}

/** Deux morceaux d'un même contrat : mêmes colonnes, communes différentes, un seul EPCI ou une commune par feuille. */
function seSuivent(groupe: Groupe, suite: Tableau, siennes: ReadonlySet<string>, annuaire: Annuaire): boolean {
  const [premier] = groupe.pieces;
  if (!premier || !porteUnObjectif(premier) || premier.masquee !== suite.masquee) return false;
  if (!memesColonnes(premier, suite) || !memesPeriodes(premier, suite)) return false;
  const ailleurs = premier.feuille !== suite.feuille;
  if (!peuCommunes(groupe.lues, siennes) && !(ailleurs && unDoublon(groupe.lues, siennes))) return false;
  if (ailleurs && groupe.uneParFeuille && suite.lignes.length === 1) return true;
  if (groupe.epci === undefined) groupe.epci = epciDe(premier, annuaire);
  return groupe.epci !== null && groupe.epci === epciDe(suite, annuaire);
}

const porteUnObjectif = ({ colonnes }: Tableau): boolean => OBJECTIFS_COMPARES.some((c) => colonnes.has(c));

function enUnSeul(pieces: readonly Tableau[]): Tableau {
  const [premier] = pieces as [Tableau];
  const dernier = pieces.at(-1)!;
  const totaux = pieces.filter((p) => p.total);
  return {
    ...premier,
    lignes: pieces.flatMap((p) => p.lignes),
    // Un total par morceau n'est celui d'aucun ensemble ; un seul, au bout, est celui de tous.
    total: totaux.length === 1 && totaux[0] === dernier ? dernier.total : null,
    colonnes: new Set(pieces.flatMap((p) => [...p.colonnes])),
    entetes: new Map(pieces.toReversed().flatMap((p) => [...p.entetes])),
    ecartees: pieces.flatMap((p) => p.ecartees),
    douteuses: pieces.flatMap((p) => p.douteuses),
    nonComprises: pieces.flatMap((p) => p.nonComprises),
    alentours: reunir(pieces.map((p) => p.alentours)),
    pieces: pieces.flatMap((p) => p.pieces),
  };
}

const PROPRES_AU_CONTRAT: readonly Colonne[] = [
  'objectif_contrat',
  'accord_commune',
  'periodes_consecutives_abaissees',
];
const PROPRES_A_LA_SITUATION: readonly Colonne[] = [
  'objectif_reference',
  'residences_principales',
  'logements_sociaux',
  'manquants',
];

/** Joint à un contrat sans références le tableau des mêmes communes qui les donne, s'il est seul à le faire et n'en dit pas un autre. */
function completer(tableaux: readonly Tableau[]): Tableau[] {
  const joints = new Set<Tableau>();
  const complets = new Map<Tableau, Tableau>();
  for (const contrat of tableaux) {
    const seul =
      contrat.colonnes.has('objectif_contrat') && !PROPRES_A_LA_SITUATION.some((c) => contrat.colonnes.has(c));
    if (!seul) continue;
    const cles = communes(contrat);
    const candidats = tableaux.filter(
      (t) =>
        t !== contrat &&
        t.masquee === contrat.masquee &&
        (!t.colonnes.has('objectif_contrat') || memeContrat(t, contrat)) &&
        PROPRES_A_LA_SITUATION.some((c) => t.colonnes.has(c)) &&
        [...communes(t)].filter((cle) => cles.has(cle)).length * 2 > cles.size,
    );
    const [situation, autre] = candidats;
    if (!situation || autre || joints.has(situation)) continue;
    joints.add(situation);
    complets.set(contrat, joindre(situation, contrat));
  }
  return tableaux.flatMap((t) => (joints.has(t) ? [] : [complets.get(t) ?? t]));
}

/** Les mêmes objectifs de contrat, commune par commune : un seul contrat, écrit deux fois. */
function memeContrat(a: Tableau, b: Tableau): boolean {
  const dits = ({ lignes }: Tableau) =>
    new Map(lignes.map((ligne) => [cleDe(ligne), valeurDuContrat(ligne)] as const).filter(([, dit]) => dit !== null));
  const [uns, autres] = [dits(a), dits(b)];
  return uns.size > 0 && uns.size === autres.size && [...uns].every(([cle, dit]) => autres.get(cle) === dit);
}

function valeurDuContrat({ nombres: { objectif_contrat: lu } }: Ligne): string | null {
  return lu?.etat === 'lue' ? String(versNombre(lu.valeur.valeur)) : null;
}

function joindre(situation: Tableau, contrat: Tableau): Tableau {
  const parCle = new Map(contrat.lignes.map((ligne) => [cleDe(ligne), ligne]));
  const lignes = situation.lignes.map((ligne) => {
    const cle = cleDe(ligne);
    const autre = parCle.get(cle);
    parCle.delete(cle);
    return autre ? jointe(ligne, autre, contrat.colonnes) : ligne;
  });
  const duContrat = [...contrat.entetes].filter(([colonne]) => PROPRES_AU_CONTRAT.includes(colonne));
  return {
    ...situation,
    lignes: [...lignes, ...parCle.values()],
    colonnes: new Set([...situation.colonnes, ...contrat.colonnes]),
    entetes: new Map([...contrat.entetes, ...situation.entetes, ...duContrat]),
    ignorees: [...situation.ignorees, ...contrat.ignorees],
    ambigues: new Map([...contrat.ambigues, ...situation.ambigues]),
    ecartees: [...situation.ecartees, ...contrat.ecartees],
    douteuses: [...situation.douteuses, ...contrat.douteuses],
    nonComprises: [...situation.nonComprises, ...contrat.nonComprises],
    alentours: reunir([situation.alentours, contrat.alentours]),
    pieces: [...situation.pieces, ...contrat.pieces],
  };
}

function jointe(ligne: Ligne, contrat: Ligne, colonnes: ReadonlySet<Colonne>): Ligne {
  const duContrat = (colonne: Colonne) =>
    colonnes.has(colonne) && (PROPRES_AU_CONTRAT.includes(colonne) || !(colonne in ligne.nombres));
  const nombres = { ...contrat.nombres, ...ligne.nombres };
  for (const colonne of PROPRES_AU_CONTRAT)
    if (colonnes.has(colonne) && colonne in contrat.nombres)
      Object.assign(nombres, { [colonne]: contrat.nombres[colonne as keyof typeof nombres] });
  return {
    ...ligne,
    nombres,
    accord: colonnes.has('accord_commune') ? contrat.accord : ligne.accord,
    soumisePrelevement: colonnes.has('soumise_prelevement') ? contrat.soumisePrelevement : ligne.soumisePrelevement,
    cellule: (colonne) => (duContrat(colonne) && colonne !== 'commune' ? contrat : ligne).cellule(colonne),
    feuille: (colonne) => (duContrat(colonne) && colonne !== 'commune' ? contrat : ligne).feuille(colonne),
  };
}
