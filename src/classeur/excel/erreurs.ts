import { typographier } from '../../nombres';
import { ErreurDeClasseur } from '../classeur';

export const EN_SAISIE = 'InvalidOperationInCellEditMode';
export const REPONSE_TROP_GRANDE: readonly string[] = [
  'ResponsePayloadSizeLimitExceeded',
  'RangeExceedsLimit',
  'OperationCellsExceedLimit',
];

const PROTEGEE =
  'La feuille ou le classeur est protégé : ôter la protection (onglet « Révision »), ou l’activer en modification, puis recommencer.';
const DISPARU =
  'Une feuille ou une cellule n’est plus là : elle a été supprimée ou déplacée pendant l’opération. Recommencer.';
const SESSION =
  'Le lien avec Excel est rompu (réseau, ou classeur ouvert ailleurs) : attendre quelques secondes et recommencer, sinon fermer puis rouvrir le classeur.';
const TROP =
  'Excel ne peut pas traiter autant de cellules en une fois : réduire le tableau, ou fermer les autres classeurs.';
const ANCIEN =
  'Cette version d’Excel ne sait pas le faire : la mettre à jour, ou ouvrir le classeur dans Excel sur le web.';
const FUSION = 'Des cellules fusionnées ou un tableau empêchent d’écrire à cet endroit : choisir une autre cellule.';
const OCCUPE = 'Excel est occupé : attendre la fin du calcul ou fermer la boîte de dialogue ouverte, puis recommencer.';

/** Ce que dit chaque code d'Office.js, et que faire. */
const PHRASES: Readonly<Record<string, string>> = {
  AccessDenied: PROTEGEE,
  ItemNotFound: DISPARU,
  InvalidReference: DISPARU,
  InvalidBinding: DISPARU,
  [EN_SAISIE]: 'Une cellule est en cours de saisie : valider par Entrée (ou annuler par Échap), puis recommencer.',
  RequestPayloadSizeLimitExceeded: TROP,
  ResponsePayloadSizeLimitExceeded: TROP,
  RangeExceedsLimit: TROP,
  OperationCellsExceedLimit: TROP,
  RequestAborted: SESSION,
  InvalidRequestContext: SESSION,
  InactiveWorkbook: SESSION,
  ActivityLimitReached: OCCUPE,
  HostIsBusy: OCCUPE,
  Conflict: OCCUPE,
  Unauthenticated: SESSION,
  SessionNotFound: SESSION,
  InvalidSession: SESSION,
  InvalidOrTimedOutSession: SESSION,
  ConnectionFailure: SESSION,
  Timeout: SESSION,
  ServiceNotAvailable: SESSION,
  ApiNotFound: ANCIEN,
  ApiNotAvailable: ANCIEN,
  NotImplemented: ANCIEN,
  UnsupportedOperation: ANCIEN,
  UnsupportedFeature: ANCIEN,
  UnsupportedSheet: 'Cette feuille n’est pas une feuille de calcul (graphique, macro) : en choisir une autre.',
  InvalidSelection: 'La sélection n’est pas une cellule : en choisir une, puis recommencer.',
  MergedRangeConflict: FUSION,
  InsertDeleteConflict: FUSION,
  PivotTableRangeConflict: 'Un tableau croisé dynamique occupe cet endroit : choisir une autre cellule.',
  FilteredRangeConflict: 'Un filtre masque des lignes à cet endroit : l’effacer, puis recommencer.',
  NonBlankCellOffSheet: 'Il n’y a pas la place dans la feuille : libérer les dernières lignes ou colonnes.',
  FormulaLengthExceedsLimit: 'La formule dépasse la longueur qu’Excel admet : la raccourcir.',
  ItemAlreadyExists: 'Un élément du même nom existe déjà : le renommer, puis recommencer.',
};

const REFUS = 'Excel a refusé l’opération : enregistrer le classeur, le rouvrir et recommencer.';

/** Le code d'une erreur d'Office.js, `null` pour toute autre. */
export function codeDe(erreur: unknown): string | null {
  if (typeof erreur !== 'object' || erreur === null || !('code' in erreur)) return null;
  return typeof erreur.code === 'string' ? erreur.code : null;
}

export const phraseDe = (code: string): string => typographier(PHRASES[code] ?? `${REFUS} (${code})`);

/** L'erreur à montrer. Ce qui n'est pas d'Office (un défaut du programme, une interruption) passe tel quel. */
export function traduire(erreur: unknown): unknown {
  const code = codeDe(erreur);
  if (code === null || erreur instanceof ErreurDeClasseur) return erreur;
  return new ErreurDeClasseur(phraseDe(code), { cause: erreur });
}

export const refuser = (phrase: string): never => {
  throw new ErreurDeClasseur(typographier(phrase));
};

/** Le membre d'Office.js qui a échoué : « CommentCollection.add ». */
export function lieuDe(erreur: unknown): string {
  const { debugInfo } = (erreur ?? {}) as { debugInfo?: { errorLocation?: unknown } };
  return typeof debugInfo?.errorLocation === 'string' ? debugInfo.errorLocation : '';
}
