import type { Contexte } from '../../controle/contexte';
import type { Tableau } from '../../lecture/tableaux';
import { anneeParAnnee } from '../annee-par-annee';
import { dresser, type Commun } from '../commun';
import { suspendre } from '../suspendre';
import { dresserBilan } from './commune';
import { verifierBilan } from './controler';
import { dresserLeBilan, type CommuneDressee } from './dresse';
import type { Ailleurs } from './places';

export { dresserBilan, type CommuneAuBilan } from './commune';
export { ISSUES, type IssueDuBilan } from './conclure';
export { carencesPossibles, parManque, type CommuneDressee } from './dresse';
export type { BilanPasse } from './historique';
export { bornesEnMots, type Part } from './part';
export type { Ailleurs, Place } from './places';
export { estBilan, porteUnBilan } from './reconnaitre';
export { anneeDuParc, periodeDuBilan, type Suite } from './suite';

/** Un bilan triennal : des objectifs et ce qui en est réalisé, de n'importe quelle période. */
export interface ControleBilan extends Commun {
  readonly nature: 'bilan';
  readonly communes: readonly CommuneDressee[];
}

/** Un bilan compare des nombres écrits : il ne demande aucune règle d'objectif, et ne refuse aucune période. */
export function controlerBilan(tableau: Tableau, contexte: Contexte): ControleBilan {
  const communes = tableau.lignes.map((ligne) => dresserBilan(ligne, contexte.droit));
  const constats = verifierBilan(communes, tableau, contexte);
  const annees = anneeParAnnee(tableau, contexte);
  const compare = communes.some(({ bilan }) => bilan !== null);
  const commun = dresser(tableau, contexte, annees ? suspendre(annees, constats) : constats, compare);
  return { nature: 'bilan', ...commun, communes: dresserLeBilan(communes, commun.constats, tableau, contexte) };
}

/** Le même bilan, avec ce que les autres tableaux du classeur disent de ses communes. */
export const bilanDansSonClasseur = (controle: ControleBilan, ailleurs: Ailleurs): ControleBilan => {
  const { communes, constats, tableau, contexte } = controle;
  return { ...controle, communes: dresserLeBilan(communes, constats, tableau, contexte, ailleurs) };
};
