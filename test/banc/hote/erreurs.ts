/** Les erreurs qu'Excel rend dans une réponse : un code, et la phrase que l'agent verrait. */
const MESSAGES = {
  AccessDenied: 'Vous ne pouvez pas effectuer l’opération demandée.',
  ApiNotFound: 'L’API que vous tentez d’utiliser est introuvable.',
  GeneralException: 'Une erreur interne s’est produite lors du traitement de la demande.',
  InsertDeleteConflict: 'L’opération d’insertion ou de suppression a provoqué un conflit.',
  InvalidArgument: 'L’argument est incorrect ou manquant, ou a un format incorrect.',
  InvalidOperation: 'L’opération tentée n’est pas valide sur l’objet.',
  InvalidOperationInCellEditMode:
    'Excel est en mode de modification de cellule. Quittez-le avec Entrée, Tab ou Échap, puis réessayez.',
  InvalidReference: 'Cette référence n’est pas valide pour l’opération en cours.',
  ItemAlreadyExists: 'La ressource en cours de création existe déjà.',
  ItemNotFound: 'La ressource demandée n’existe pas.',
  RequestPayloadSizeLimitExceeded: 'La taille de la charge utile de la demande a dépassé la limite.',
  ResponsePayloadSizeLimitExceeded: 'La taille de la charge utile de la réponse a dépassé la limite.',
  InvalidOrTimedOutSession: 'La session n’est plus valide : rechargez le classeur.',
} as const;

export type CodeErreur = keyof typeof MESSAGES;

export class ErreurHote extends Error {
  constructor(
    readonly code: CodeErreur,
    message: string = MESSAGES[code],
    /** Le membre en cause, « Range.machin ». */
    readonly lieu = '',
  ) {
    super(message);
  }
}

/** Un appel que l'hôte n'a pas appris : Excel le connaît peut-être. */
export class ErreurInconnue extends ErreurHote {
  constructor(lieu: string) {
    super('ApiNotFound', `L’hôte ne connaît pas ${lieu}.`, lieu);
  }
}
