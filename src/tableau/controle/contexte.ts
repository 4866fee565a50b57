import type { Annuaire } from '../../annuaire/annuaire';
import type { InventairePublie } from '../../referentiel/inventaire';
import type { Droit } from '../../droit';
import type { Contradiction, Fait, Sujet, TexteDeFeuille } from '../alentours';
import type { Avis, Contrat } from '../contrat-et-avis';
import { normaliser } from '../texte';

/** Ce que le tableau ne dit pas ; `null` : non précisé. */
export interface Contexte {
  readonly droit: Droit;
  readonly contrat: Contrat;
  readonly plh: boolean | null;
  /** Ce que la feuille écrit du PLH sans dire s'il est exécutoire : « PLH en cours d'élaboration ». */
  readonly plhIncertain?: string;
  readonly avis: Avis | null;
  /** Ce que la feuille écrit de l'avis sans dire s'il est recueilli : « avis de la commission à voir ». */
  readonly avisIncertain?: string;
  readonly annuaire: Annuaire;
  /** Les inventaires publiés, du plus récent au plus ancien ; absents d'un essai. */
  readonly inventaires?: readonly InventairePublie[];
  /** L'EPCI précisé, ou écrit dans la feuille ; vide sinon. */
  readonly epci?: string;
  /** Ce que la feuille dit autour du tableau ; absent d'une plage ou d'un essai, qui n'ont pas d'alentours. */
  readonly lecture?: LectureDuContexte;
}

/** Ce que l'État publie des communes, que le contrôle reçoit avec le tableau : un `Referentiel` en est un. */
export type Reperes = Pick<Contexte, 'annuaire' | 'inventaires'>;

/** Ce qui a été lu autour d'un tableau, et ce que l'agent a précisé lui-même. */
export interface LectureDuContexte {
  readonly faits: readonly Fait[];
  readonly contradictions: readonly Contradiction[];
  readonly nonCompris: readonly TexteDeFeuille[];
  readonly precises: readonly Sujet[];
  /** Les textes, normalisés, dont l'agent a dit qu'ils ne changent rien. */
  readonly acceptes: ReadonlySet<string>;
}

/** L'agent a répondu que ce texte, ou cette lecture, ne change rien : la réponse à `sansEffet` (../precisions). */
export const estAccepte = ({ lecture }: Pick<Contexte, 'lecture'>, texte: string): boolean =>
  lecture?.acceptes.has(normaliser(texte)) ?? false;
