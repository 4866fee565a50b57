import { DROIT_EN_VIGUEUR } from '../../droit';
import { articleDe } from '../../regles';
import { parCellule } from '../declaration';

const { ressources, fin } = DROIT_EN_VIGUEUR.loyers!.regle.derogatoires;

export const APL_PLD = parCellule({
  nom: 'APL.PLD',
  resume: `dit que les loyers dérogatoires sont clos depuis ${fin}`,
  description: `Politique des loyers dérogatoires (ordonnance n° 2019-453) : expérimentation close en ${fin}, plus rien à calculer. Elle ouvrait des logements à des ménages dont les ressources étaient inférieures à ${ressources} % du plafond PLAI, loyers au plus au niveau du PLS.`,
  arguments: [],
  rend: '« TERMINÉE : … ».',
  exemples: ['=APL.PLD() → TERMINÉE : expérimentation close depuis mai 2024'],
  dispositif: 'Politique des loyers dérogatoires',
  calculer: () =>
    `TERMINÉE : expérimentation close depuis ${fin} (${articleDe('ordonnance-2019-453')}) ; voir APL.NPL pour redistribuer des loyers`,
});
