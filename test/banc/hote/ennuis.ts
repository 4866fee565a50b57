import { ErreurHote, type CodeErreur } from './erreurs';

/** Les ennuis d'Excel, à la demande ; chacun se pose et s'ôte pendant que l'hôte tourne. */
export interface Ennuis {
  /** Fait échouer la n-ième requête à venir (1 : la prochaine), au milieu de ses actions, puis s'oublie. */
  echouer?: { requete: number; code: CodeErreur; action?: number };
  /** Juste avant la n-ième requête à venir, un autre volet du même classeur passe, en entier. */
  intercaler?: { requete: number; faire: () => Promise<unknown> };
  /** Octets au-delà desquels Excel refuse la demande ou la réponse ; 5 Mo par défaut. */
  tailleMax?: number;
  /** L'agent est en train de taper dans une cellule : aucune requête ne passe. */
  saisieEnCours?: boolean;
  /** Attente avant chaque réponse, en millisecondes. */
  lenteur?: number;
  /** Une cellule vide arrive à une fonction comme un zéro, comme sur le bureau (office-js#4702, #5262). */
  videCommeZero?: boolean;
  /** Les adresses des arguments ne sont pas dites : CustomFunctionsRuntime d'avant 1.3. */
  sansAdresses?: boolean;
  /** `fill.pattern` est nul sans fond comme avec un fond uni, comme rapporté (office-js#4900). */
  motifMuet?: boolean;
  /** La session est perdue : plus aucune requête ne passe. */
  sessionPerdue?: boolean;
}

export const TAILLE_MAX = 5 * 1024 * 1024;

/** Laisse passer l'autre volet, si c'est son tour ; ses propres requêtes ne comptent pas. */
export async function laisserPasser(ennuis: Ennuis): Promise<void> {
  const { intercaler } = ennuis;
  if (!intercaler || --intercaler.requete > 0) return;
  delete ennuis.intercaler;
  await intercaler.faire();
}

/** L'action que l'ennui fait échouer dans cette requête, s'il y en a une. */
export function actionQuiEchoue(ennuis: Ennuis, actions: number): { rang: number; code: CodeErreur } | undefined {
  const { echouer } = ennuis;
  if (!echouer) return undefined;
  echouer.requete--;
  if (echouer.requete > 0) return undefined;
  delete ennuis.echouer;
  return { rang: echouer.action ?? Math.floor(actions / 2), code: echouer.code };
}

/** Ce qui fait refuser une requête entière, avant toute action. */
export function refuserRequete(ennuis: Ennuis, taille: number): void {
  if (ennuis.sessionPerdue) throw new ErreurHote('InvalidOrTimedOutSession');
  if (ennuis.saisieEnCours) throw new ErreurHote('InvalidOperationInCellEditMode');
  if (taille > (ennuis.tailleMax ?? TAILLE_MAX)) throw new ErreurHote('RequestPayloadSizeLimitExceeded');
}

export function refuserReponse(ennuis: Ennuis, taille: number): void {
  if (taille > (ennuis.tailleMax ?? TAILLE_MAX)) throw new ErreurHote('ResponsePayloadSizeLimitExceeded');
}
