import type { Certitude, IdReference } from '../../src/droit';
import type { CodeConstat } from '../../src/tableau';

/** Un dispositif nommé par les sources : une ligne du registre du droit. */
export interface Dispositif {
  readonly nom: string;
  readonly reference: IdReference;
  readonly certitude: Certitude;
  /** Ce que dit la règle, avec ses chiffres. */
  readonly regle: string;
  /** Le fichier qui la calcule ou la contrôle. */
  readonly code?: string;
  readonly constats?: readonly CodeConstat[];
  /** Les essais qui la tiennent. */
  readonly cas?: readonly string[];
  /** Pourquoi rien n'est calculé. */
  readonly sansCalcul?: string;
}

export interface Theme {
  readonly titre: string;
  readonly dispositifs: readonly Dispositif[];
}
