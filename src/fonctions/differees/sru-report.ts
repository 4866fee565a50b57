import { versNombre } from '../../nombres';
import { OBLIGATION_ATTENDUE, reportDuSurplus } from '../../regles';
import { accepter, lireDecimal, lireEntier } from '../arguments';
import { argument, parCellule } from '../declaration';
import { PERIODE } from '../vocabulaire';

export const SRU_REPORT = parCellule({
  nom: 'SRU.REPORT',
  resume: 'années de report du surplus',
  description:
    'Nombre d’années de report du surplus de dépenses déductibles (L. 302-7 du CCH) : deux ; davantage si les logements aidés, rapportés au tiers de l’obligation triennale et arrondis à l’entier supérieur, dépassent trois.',
  arguments: [
    argument('logements_aides', 'Logements sociaux réalisés à l’aide de ces dépenses ; entier.', lireEntier),
    argument('obligation_triennale', 'Objectif de la période triennale, en logements.', (nom, valeur) =>
      lireDecimal(nom, valeur, OBLIGATION_ATTENDUE),
    ),
    PERIODE,
  ],
  rend: 'Nombre d’années de report du surplus ; #VALEUR! si l’obligation est nulle ou négative.',
  exemples: ['=SRU.REPORT(90;90) → 2 (90 / 30 = 3, qui ne dépasse pas 3)', '=SRU.REPORT(91;90) → 4 (3,03 arrondi à 4)'],
  dispositif: 'Report du surplus',
  calculer: (aides, obligation, droit) => versNombre(accepter(reportDuSurplus(aides, obligation, droit)).valeur),
});
