import { FICHES, NOMS_PUBLICS, type Colonne, type Drapeau } from './colonnes';
import { anneesDuLibelle, compteAutreChose, decouper, motsDe, NEUTRES, recoller } from './mots';
import { normaliser } from './texte';

interface Tournure {
  readonly colonne: Colonne;
  readonly mots: readonly string[];
  readonly toleres: ReadonlySet<string>;
  readonly appui: boolean;
}

const tournuresDe = (colonne: Colonne, tournures: string, toleres: string, appui = false): Tournure[] => {
  const admis = new Set(decouper(`${NEUTRES} ${toleres}`));
  return tournures.split('|').map((mots) => ({ colonne, mots: decouper(mots), toleres: admis, appui }));
};

/** De la plus longue à la plus courte, puis dans l'ordre des colonnes. */
const TOURNURES = NOMS_PUBLICS.flatMap((colonne) => {
  const { tournures, toleres, seules, appui } = FICHES[colonne];
  return [
    ...tournuresDe(colonne, tournures, toleres),
    ...(seules ? tournuresDe(colonne, seules, 'tranche pourcent') : []),
    ...(appui ? tournuresDe(colonne, appui, toleres, true) : []),
  ];
}).sort((a, b) => b.mots.length - a.mots.length);

/** Ce qu'un libellé désigne. `appui` : une tournure qui ne vaut qu'à défaut d'une autre colonne de même sens. */
export interface Sens {
  readonly colonne: Colonne;
  readonly appui: boolean;
}

/** La colonne qu'un libellé désigne, ou `null` : on ne devine pas. */
export function colonneDuLibelle(texte: string): Sens | null {
  const recolle = recoller(texte);
  return sensDesMots(texte) ?? (recolle === texte ? null : sensDesMots(recolle));
}

function sensDesMots(texte: string): Sens | null {
  if (compteAutreChose(texte)) return null;
  const mots = motsDe(texte);
  const annee = rangDeLAnnee(texte, mots);
  return chercher(mots) ?? (annee ? chercher(new Set([...mots, annee])) : null);
}

function chercher(mots: ReadonlySet<string>): Sens | null {
  const convient = ({ mots: tournure, toleres }: Tournure) =>
    tournure.every((mot) => mots.has(mot)) && [...mots].every((mot) => toleres.has(mot) || tournure.includes(mot));
  return TOURNURES.find(convient) ?? null;
}

const ANNEES_D_UNE_PERIODE = decouper('premiereannee deuxiemeannee troisiemeannee');
const FINANCEMENT = decouper('finance agree agrement');

/** Les tranches partent de 2002 : l'année d'un financement dit si c'est la première, la deuxième ou la troisième d'une période. */
function rangDeLAnnee(texte: string, mots: ReadonlySet<string>): string | null {
  if (!FINANCEMENT.some((mot) => mots.has(mot))) return null;
  const { tranche, annees } = anneesDuLibelle(texte);
  const [annee] = annees;
  if (tranche !== null || annees.length !== 1 || !annee || annee < 2002) return null;
  return ANNEES_D_UNE_PERIODE[(annee - 2002) % 3] ?? null;
}

/** Le drapeau que peut être une colonne lue comme le nom de la commune : « commune_deficitaire » et « Commune SRU ». */
export function drapeauPossible(texte: string): Drapeau | null {
  const mots = motsDe(texte);
  if (mots.has('deficitair')) return 'deficitaire';
  return mots.has('sru') ? 'soumise_sru' : null;
}

const NU = new Set(
  decouper(`objectif obligation legal logement lls tranche periode rattrapage quantitatif total bilan ${NEUTRES}`),
);
const PRECIS = new Set(decouper('obligation tranche rattrapage quantitatif triennal sru'));
const DE_DROIT = new Set(decouper('obligation rattrapage'));

/**
 * Un objectif dont rien ne dit s'il est celui de la loi ou du contrat : « nu » (« Objectif »), « précis » s'il se dit triennal ou SRU
 * (« Objectif 2020-2022 »), « de droit » s'il dit l'obligation ou le rattrapage, mots de la loi. `null` : ce n'en est pas un.
 */
export function objectifNu(texte: string): 'nu' | 'precis' | 'de droit' | null {
  const mots = motsDe(recoller(texte));
  if (!mots.has('objectif') && !mots.has('obligation')) return null;
  if (![...mots].every((mot) => NU.has(mot))) return null;
  if ([...mots].some((mot) => DE_DROIT.has(mot))) return 'de droit';
  return [...mots].some((mot) => PRECIS.has(mot)) ? 'precis' : 'nu';
}

const CONTRAIRES =
  /\b(?:realis\w*|financ\w*|agre\w*|livr\w*|programm\w*|autoris\w*|construi\w*|production|previ\w*|prevu\w*|projet\w*|projection|rappel|ancien\w*|precedent\w*|historique|anterieur\w*|demand\w*|attribu\w*|vacan\w*)\b/;

/** Sous un titre de groupe comme « Réalisé 2020-2022 », « PLAI » n'a plus le sens de son seul libellé. */
export function changeLeSens(titre: string, libelle = ''): boolean {
  const mots = normaliser(titre);
  return CONTRAIRES.test(mots) || (/\bbilan\b/.test(mots) && !DIT_SA_PART_DU_BILAN.test(normaliser(libelle)));
}

/** Sous « Bilan 2020-2022 », « Objectif PLAI » reste un objectif ; « PLAI » n'est plus ce qu'il faut produire. */
const DIT_SA_PART_DU_BILAN = /\b(?:obj|objectifs?|minimum|maximum|plafond|realis\w*|taux|carence|majoration|report)\b/;
