import { versNombre } from '../../nombres';
import { bilanQualitatif, bilanTriennal, estRefus, phraseDuRefus } from '../../regles';
import { lireEntier } from '../arguments';
import { argument, enLignes, facultatif } from '../declaration';
import { quantitatifEnMots } from '../bilans';
import { lireEntierRelatif } from '../montants';
import { enMots } from '../verdicts';
import { PERIODE, PLH_DE_LA_COMMUNE, TAUX_LLS } from '../vocabulaire';

export const SRU_BILAN = enLignes(3, {
  nom: 'SRU.BILAN',
  resume: 'taux de réalisation, verdicts quantitatif et qualitatif',
  description:
    'Bilan triennal d’une commune (L. 302-9-1 et L. 302-8, III du CCH) : taux de réalisation de l’objectif, verdict quantitatif avec le taux plancher de majoration, verdict qualitatif sur les logements réalisés. Rend trois colonnes.',
  arguments: [
    argument('objectif', 'Objectif de la période, celui du contrat s’il y en a un ; entier.', lireEntier),
    argument('realises', 'Logements réalisés ; entier, négatif si le parc a diminué.', lireEntierRelatif),
    facultatif(argument('plai', 'Dont PLAI ; entier.', lireEntier)),
    facultatif(argument('pls', 'Dont PLS ; entier.', lireEntier)),
    facultatif(TAUX_LLS),
    PLH_DE_LA_COMMUNE,
    PERIODE,
  ],
  rend: 'Trois colonnes : taux de réalisation (rapport), verdict quantitatif, verdict qualitatif ; #VALEUR! si un argument ne se lit pas.',
  exemples: [
    '=SRU.BILAN(16;6) → 0,375 | NON ATTEINT : … majoration d’au moins 63 % | NON EXAMINÉ',
    '=SRU.BILAN(16;6;;;;;"2020-2022") → 0,375 | NON ATTEINT : … | NON EXAMINÉ (et rappelle que l’objectif a pu être recalé)',
    '=SRU.BILAN(100;100;30;30;12) → 1 | ATTEINT | CONFORME',
    '=SRU.BILAN(100;100;30;20;9,9;"non") → 1 | ATTEINT | CONFORME (20 % de PLS)',
    '=SRU.BILAN(100;100;30;21;9,9;"non") → 1 | ATTEINT | NON CONFORME',
    '=SRU.BILAN(100;100;80;30;12) → 1 | ATTEINT | INDÉTERMINÉ (plus que les réalisés : à vérifier)',
  ],
  dispositif: 'Bilan triennal',
  calculer: (objectif, realises, plai, pls, taux, plh, droit) => {
    const bilan = bilanTriennal(objectif, realises, droit);
    const parts = bilanQualitatif(realises, plai, pls, taux, plh, droit);
    const qualitatif =
      plai === null && pls === null
        ? 'NON EXAMINÉ : préciser plai et pls'
        : parts
          ? estRefus(parts)
            ? `NON EXAMINÉ : ${phraseDuRefus(parts)}`
            : enMots(parts, { oui: 'CONFORME', non: 'NON CONFORME' })
          : 'SANS OBJET : rien de réalisé';
    return [bilan.taux ? versNombre(bilan.taux) : '', quantitatifEnMots(bilan), qualitatif];
  },
});
