import type { Contexte } from '../../controle/contexte';
import type { Tableau } from '../../lecture/tableaux';
import { anneeParAnnee } from '../annee-par-annee';
import { dresser, type Commun } from '../commun';
import { suspendre } from '../suspendre';
import { dresserBilan, type CommuneAuBilan } from './commune';
import { verifierBilan } from './controler';

export { dresserBilan, type CommuneAuBilan } from './commune';
export { estBilan } from './reconnaitre';

/** Un bilan triennal : des objectifs et ce qui en est réalisé, de n'importe quelle période. */
export interface ControleBilan extends Commun {
  readonly nature: 'bilan';
  readonly communes: readonly CommuneAuBilan[];
}

/** Un bilan compare des nombres écrits : il ne demande aucune règle d'objectif, et ne refuse aucune période. */
export function controlerBilan(tableau: Tableau, contexte: Contexte): ControleBilan {
  const communes = tableau.lignes.map((ligne) => dresserBilan(ligne, contexte.droit));
  const constats = verifierBilan(communes, tableau, contexte);
  const annees = anneeParAnnee(tableau, contexte);
  const compare = communes.some(({ bilan }) => bilan !== null);
  return {
    nature: 'bilan',
    ...dresser(tableau, contexte, annees ? suspendre(annees, constats) : constats, compare),
    communes,
  };
}
