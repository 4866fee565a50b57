import { DROIT_EN_VIGUEUR } from '../../droit';
import { conditionsDeTypologie, toutes } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { enMots } from '../verdicts';
import { PERIODE, PLH_DE_LA_COMMUNE, TAUX_LLS } from '../vocabulaire';

const { regle } = DROIT_EN_VIGUEUR.typologie!;

export const SRU_TYPOLOGIE = parCellule({
  nom: 'SRU.TYPOLOGIE',
  resume: 'conformité des parts de PLAI et de PLS',
  description: `Parts de PLAI et de PLS des logements à produire (L. 302-8, III du CCH) : au moins ${regle.plaiMinimum} % de PLAI, au plus ${regle.plsMaximum} % de PLS, et ${regle.plsMaximumSansPlh} % si le taux de logements sociaux est inférieur à ${regle.seuilTauxSansPlh} % sans programme local de l’habitat.`,
  arguments: [
    argument('logements', 'Logements à produire, objectif ou production ; entier.', lireEntier),
    argument('plai', 'Logements en PLAI ; entier.', lireEntier),
    argument('pls', 'Logements en PLS ; entier.', lireEntier),
    facultatif(TAUX_LLS),
    PLH_DE_LA_COMMUNE,
    PERIODE,
  ],
  rend: '« CONFORME : … », « NON CONFORME : … » ou « INDÉTERMINÉ : … » avec les nombres ; #VALEUR! si un argument ne se lit pas.',
  exemples: [
    '=SRU.TYPOLOGIE(100;30;30;12) → CONFORME : 30 PLAI, 30 au moins ; 30 PLS (taux de 12 %), 30 au plus',
    '=SRU.TYPOLOGIE(100;29;30;12) → NON CONFORME : 29 PLAI, 30 au moins',
    '=SRU.TYPOLOGIE(100;30;25;9,9;"non") → NON CONFORME : 25 PLS, 20 au plus',
  ],
  dispositif: 'Typologie',
  calculer: (logements, plai, pls, taux, plh, droit) =>
    enMots(toutes(accepter(conditionsDeTypologie(logements, plai, pls, taux, plh, droit))), {
      oui: 'CONFORME',
      non: 'NON CONFORME',
    }),
});
