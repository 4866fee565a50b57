import type { Annuaire } from '../annuaire/annuaire';
import { lirePeriode, type Periode } from '../droit';
import { estRefus, type Refus } from '../regles';
import { ditAilleurs, feuilleIncomprise, type TitreIncompris } from './ailleurs';
import { faitsRetenus, lireAlentours, reunir, type Alentours } from './alentours';
import type { Contexte, Reperes } from './controle/contexte';
import { verdictDesTableaux, type Verdict } from './controle/verdict';
import { adressePlage, type Grille } from './grille';
import type { Ligne } from './lecture/ligne';
import { reunirPieces } from './lecture/pieces';
import { trouverEntetes } from './lecture/entetes';
import { trouverTableaux, type OptionsDeLecture, type Tableau } from './lecture/tableaux';
import { controler, type Controle } from './natures';
import type { Precisions } from './precisions';
import { completerLesBilans } from './retrouver';
import { entetesDates, situer } from './situer';
import { transposer } from './transposition';

/** Un tableau lu, ce que l'on sait de son contexte, et son contrôle ou la raison pour laquelle le droit n'en permet pas. */
export interface TableauJuge {
  readonly tableau: Tableau;
  readonly contexte: Contexte;
  readonly resultat: Controle | Refus;
}

export interface ClasseurJuge {
  /** Dans l'ordre des feuilles ; ceux des feuilles masquées à la fin. */
  readonly tableaux: readonly TableauJuge[];
  /** Les feuilles qui ont des en-têtes et pas une commune. */
  readonly vierges: readonly string[];
  /** `null` : aucun tableau jugé. Une feuille masquée n'en décide pas. */
  readonly verdict: Verdict | null;
}

/**
 * Lit et contrôle un classeur entier : des feuilles aux tableaux, des tableaux aux contrôles. C'est le seul chemin : la ligne de
 * commande, le volet, la page et les fonctions le prennent.
 */
export function controlerClasseur(feuilles: readonly Grille[], precisions: Precisions, reperes: Reperes): ClasseurJuge {
  const { annuaire } = reperes;
  const lues = feuilles.map((feuille) => lireFeuille(feuille, precisions, annuaire));
  const sansTableau = lues.flatMap((lue) => lue.sansTableau ?? []);
  const incomprises = sansTableau.flatMap(({ incomprise }) => incomprise ?? []);
  const tropLongues = feuilles.flatMap(({ nom, tropLongue }) =>
    tropLongue ? [{ feuille: nom, lignes: tropLongue }] : [],
  );
  const aCompleter = feuilles.flatMap((feuille) => feuille.aCompleter ?? []);
  const redites = feuilles.flatMap((feuille) => feuille.redites ?? []);
  const trouves = reunirPieces(
    lues.flatMap(({ tableaux }) => tableaux),
    annuaire,
  ).map((t) => ({
    ...t,
    tropLongues,
    aCompleter,
    redites,
    incomprises,
    alentours: reunir([t.alentours, ...sansTableau.map(({ dit }) => dit)]),
  }));
  const juges = [...trouves.filter((t) => !t.masquee), ...trouves.filter((t) => t.masquee)].map((lu): TableauJuge => {
    const { tableau, contexte } = situer(lu, precisions, reperes);
    return { tableau, contexte, resultat: controler(tableau, contexte) };
  });
  const tableaux = avecLesAutres(juges);
  const vierges = sansTableau.filter(({ vierge }) => vierge).map(({ nom }) => nom);
  return { tableaux, vierges, verdict: verdictDuClasseur(tableaux) };
}

/** Un bilan dit aussi ce que les autres tableaux savent de ses communes : leur parc, leurs comptes. */
function avecLesAutres(juges: readonly TableauJuge[]): readonly TableauJuge[] {
  const completer = completerLesBilans(juges.flatMap(({ resultat }) => (estRefus(resultat) ? [] : [resultat])));
  return juges.map((juge) => (estRefus(juge.resultat) ? juge : { ...juge, resultat: completer(juge.resultat) }));
}

function verdictDuClasseur(tableaux: readonly TableauJuge[]): Verdict | null {
  const dits = (masquee: boolean) =>
    tableaux.flatMap(({ tableau, resultat }) =>
      tableau.masquee === masquee && !estRefus(resultat) ? [resultat.verdict] : [],
    );
  // Rien que des feuilles masquées : l'agent ne voit pas ce qui serait jugé.
  return verdictDesTableaux(dits(false)) ?? (dits(true).length > 0 ? 'indetermine' : null);
}

/** Ce qu'une feuille donne : ses tableaux, ou ce qu'elle dit sans en avoir. */
interface Lecture {
  readonly cle: string;
  readonly tableaux: readonly Tableau[];
  readonly sansTableau: {
    readonly nom: string;
    readonly dit: Alentours;
    readonly incomprise: TitreIncompris | null;
    readonly vierge: boolean;
  } | null;
}

/** Une lecture se garde tant que rien de ce qui la guide ne change. */
const lectures = new WeakMap<Grille, Lecture>();

function lireFeuille(grille: Grille, precisions: Precisions, annuaire: Annuaire): Lecture {
  const { periode, colonnes, lignes } = precisions;
  const cle = JSON.stringify([periode, colonnes, lignes]);
  const gardee = lectures.get(grille);
  if (gardee?.cle === cle) return gardee;
  const aLaMain = new Map(Object.entries(colonnes));
  const options: OptionsDeLecture = {
    periode: periode === null ? null : lirePeriode(periode),
    annuaire,
    colonnes: aLaMain,
    lignes: new Map(Object.entries(lignes)),
  };
  const tableaux = lireDroite(grille, options);
  const transposee = tableaux.length === 0 ? transposer(grille) : null;
  const couches = transposee ? lireDroite(transposee, options) : [];
  const lus = couches.every((t) => t.lignes.every((ligne) => estCommune(ligne, annuaire)))
    ? [...tableaux, ...couches]
    : [];
  const sansTableau =
    lus.length > 0
      ? null
      : {
          nom: grille.nom,
          dit: ditAilleurs(grille),
          incomprise: feuilleIncomprise(grille),
          vierge: trouverEntetes(grille, aLaMain).length > 0,
        };
  const lecture = { cle, tableaux: lus, sansTableau };
  lectures.set(grille, lecture);
  return lecture;
}

/** Une notice se couche comme un tableau : seules des communes connues le distinguent. */
const estCommune = ({ codeInsee, commune }: Ligne, annuaire: Annuaire): boolean =>
  (codeInsee !== null && annuaire.parCode(codeInsee) !== undefined) || annuaire.connait(commune);

/** Les tableaux d'une feuille et ce qui les entoure ; la période qui y est écrite départage leurs colonnes datées. */
function lireDroite(grille: Grille, options: OptionsDeLecture): Tableau[] {
  const trouves = trouverTableaux(grille, options);
  const plages = trouves.map(({ plage }) => plage);
  const relus = new Map<number, readonly Tableau[]>();
  const relire = (periode: Periode) => {
    const deja = relus.get(periode.debut) ?? trouverTableaux(grille, { ...options, periode });
    relus.set(periode.debut, deja);
    return deja;
  };
  return trouves.map((tableau, i) => {
    const alentours = lireAlentours(
      grille,
      { ...tableau, lignesLues: lignesLues(tableau) },
      plages.filter((_, j) => j !== i),
    );
    const { periode } = faitsRetenus(alentours, entetesDates(tableau), options.periode).valeurs;
    const relu =
      periode?.valeur && !options.periode
        ? relire(periode.valeur).find((r) => adressePlage(r.plage) === adressePlage(tableau.plage))
        : undefined;
    return { ...(relu ?? tableau), alentours };
  });
}

/** Les lignes dont le sort est déjà dit. */
const lignesLues = ({ lignes, total, ecartees, douteuses }: Tableau): ReadonlySet<number> =>
  new Set([
    ...lignes.map(({ ligne }) => ligne),
    ...ecartees.map(({ ligne }) => ligne),
    ...douteuses.map(({ ligne: { ligne } }) => ligne),
    ...(total ? [total.ligne] : []),
  ]);
