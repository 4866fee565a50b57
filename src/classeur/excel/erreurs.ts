import { typographier } from '../../nombres';
import { ErreurDeClasseur } from '../classeur';

export const EN_SAISIE = 'InvalidOperationInCellEditMode';
export const REQUETE_TROP_GRANDE = 'RequestPayloadSizeLimitExceeded';
export const REPONSE_TROP_GRANDE: readonly string[] = [
  'ResponsePayloadSizeLimitExceeded',
  'RangeExceedsLimit',
  'OperationCellsExceedLimit',
];

const PROTEGEE =
  'La feuille ou le classeur est protégé : ôtez la protection (onglet « Révision ») ou activez la modification (bandeau jaune), puis recommencez.';
const DISPARU =
  'Une feuille ou une cellule n’est plus là : elle a été supprimée ou déplacée pendant l’opération. Recommencez.';
const SESSION =
  'Le lien avec Excel est rompu (réseau, ou classeur ouvert ailleurs) : attendez quelques secondes et recommencez, sinon fermez puis rouvrez le classeur.';
const TROP =
  'Excel ne peut pas traiter autant de cellules en une fois : réduisez le tableau, ou fermez les autres classeurs.';
const ANCIEN =
  'Cette version d’Excel ne sait pas le faire : mettez-la à jour, ou ouvrez le classeur dans Excel sur le web.';
const FUSION = 'Des cellules fusionnées ou un tableau empêchent d’écrire à cet endroit : choisissez une autre cellule.';
const OCCUPE = 'Excel est occupé : attendez la fin du calcul ou fermez la boîte de dialogue ouverte, puis recommencez.';

/** Ce que dit chaque code d'Office.js, et que faire. */
const PHRASES: Readonly<Record<string, string>> = {
  AccessDenied: PROTEGEE,
  ItemNotFound: DISPARU,
  InvalidReference: DISPARU,
  InvalidBinding: DISPARU,
  [EN_SAISIE]: 'Une cellule est en cours de saisie : validez par Entrée (ou annulez par Échap), puis recommencez.',
  [REQUETE_TROP_GRANDE]: TROP,
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
  UnsupportedSheet: 'Cette feuille n’est pas une feuille de calcul (graphique, macro) : choisissez-en une autre.',
  InvalidSelection: 'La sélection n’est pas une cellule : choisissez-en une, puis recommencez.',
  MergedRangeConflict: FUSION,
  InsertDeleteConflict: FUSION,
  PivotTableRangeConflict: 'Un tableau croisé dynamique occupe cet endroit : choisissez une autre cellule.',
  FilteredRangeConflict: 'Un filtre masque des lignes à cet endroit : effacez-le, puis recommencez.',
  NonBlankCellOffSheet: 'Il n’y a pas la place dans la feuille : libérez les dernières lignes ou colonnes.',
  FormulaLengthExceedsLimit: 'La formule dépasse la longueur qu’Excel admet : raccourcissez-la.',
  ItemAlreadyExists: 'Un élément du même nom existe déjà : renommez-le, puis recommencez.',
};

const REFUS = 'Excel a refusé l’opération : enregistrez le classeur, rouvrez-le et recommencez.';

const AUTRE_VOLET =
  'Un autre volet, ouvert sur ce classeur, y écrivait en même temps : ce geste s’est arrêté pour ne rien défaire du sien. Recommencez pour partir de l’état actuel.';

/** Un de nos noms n'est plus, ou est déjà, là : un autre volet a écrit depuis notre lecture (`Tour`). */
export const estDevance = (erreur: unknown): boolean =>
  estDispute(erreur) && /^(?:NamedItemCollection|Workbook\.names)\b/i.test(lieuDe(erreur));

/** Un élément n'est plus, ou est déjà, là. */
export const estDispute = (erreur: unknown): boolean =>
  ['ItemNotFound', 'ItemAlreadyExists'].includes(codeDe(erreur) ?? '');

/** Le code d'une erreur d'Office.js, `null` pour toute autre. */
export function codeDe(erreur: unknown): string | null {
  if (typeof erreur !== 'object' || erreur === null || !('code' in erreur)) return null;
  return typeof erreur.code === 'string' ? erreur.code : null;
}

/** Une erreur de l'hôte, non du geste : refait, il échouerait de même. */
export const arreteTout = (code: string | null): boolean =>
  code === EN_SAISIE || [SESSION, OCCUPE].includes(PHRASES[code ?? ''] ?? '');

export const phraseDe = (code: string): string => typographier(PHRASES[code] ?? `${REFUS} (${code})`);

/** L'erreur à montrer. Ce qui n'est pas d'Office (un défaut du programme, une interruption) passe tel quel. */
export function traduire(erreur: unknown): unknown {
  const code = codeDe(erreur);
  if (code === null || erreur instanceof ErreurDeClasseur) return erreur;
  const phrase = estDevance(erreur) ? typographier(AUTRE_VOLET) : phraseDe(code);
  return new ErreurDeClasseur(phrase, { cause: erreur });
}

export const refuser = (phrase: string): never => {
  throw new ErreurDeClasseur(typographier(phrase));
};

/** Le membre d'Office.js qui a échoué : « CommentCollection.add ». */
export function lieuDe(erreur: unknown): string {
  const { debugInfo } = (erreur ?? {}) as { debugInfo?: { errorLocation?: unknown } };
  return typeof debugInfo?.errorLocation === 'string' ? debugInfo.errorLocation : '';
}
