import type { OptionsVerifier } from '../../src/cli/verifier';
import type { Precisions } from '../../src/tableau';

/** Les options de `verifier` quand l'agent ne précise que cela. */
export const options = (precisions: Partial<Precisions> = {}): OptionsVerifier => ({ precisions, feuille: null });
