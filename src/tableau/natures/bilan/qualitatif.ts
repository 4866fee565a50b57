import { et, type Ternaire } from '../../../regles';
import type { Contexte } from '../../controle/contexte';
import type { LigneEvaluee } from '../../controle/evaluation';
import type { Tableau } from '../../lecture/tableaux';
import type { CommuneAuBilan } from './commune';
import { partDe, type Part } from './part';

/** Le volet qualitatif d'un bilan (L. 302-8, III ; L. 302-9-1) : ses PLAI et ses PLS. */
export interface VoletQualitatif {
  readonly remplie: Ternaire;
  readonly plai: Part;
  readonly pls: Part;
}

export function voletQualitatif(
  commune: CommuneAuBilan,
  evaluee: LigneEvaluee,
  tableau: Tableau,
  contexte: Contexte,
): VoletQualitatif {
  const plai = partDe('plai', commune, evaluee, tableau, contexte);
  const pls = partDe('pls', commune, evaluee, tableau, contexte);
  const remplie = et(plai.remplie, pls.remplie);
  // Plus de PLAI et de PLS que de réalisés : l'un des nombres est faux.
  const excede = (plai.constate ?? 0) + (pls.constate ?? 0) > Math.max(commune.realises ?? 0, 0);
  return { plai, pls, remplie: commune.sansObjet || (remplie === true && excede) ? null : remplie };
}
