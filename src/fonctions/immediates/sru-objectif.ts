import { arrondie, versNombre } from '../../nombres';
import { objectifDeReference, situation } from '../../regles';
import { accepter } from '../arguments';
import { parCellule } from '../declaration';
import { AU_PLUS_PROCHE, CIBLE, LLS, PARC_REFUSE, PERIODE, RANG, RP } from '../vocabulaire';

export const SRU_OBJECTIF = parCellule({
  nom: 'SRU.OBJECTIF',
  resume: 'objectif de référence',
  description:
    'Objectif de référence de la période triennale : taux de rattrapage × logements manquants, arrondi à la fin seulement (L. 302-8, VII et VIII du CCH). Une seule formule remplit toute une colonne.',
  arguments: [RP, LLS, CIBLE, RANG, PERIODE, AU_PLUS_PROCHE],
  rend: `Logements ; ${PARC_REFUSE}, #N/A pour une période sans règle.`,
  exemples: [
    '=SRU.OBJECTIF(10000;1500;20) → 165 (plus de 4 points : 33 % de 500)',
    '=SRU.OBJECTIF(10000;1800;20) → 100 (50 % de 200)',
    '=SRU.OBJECTIF(10000;2000;20) → 0 (taux atteint)',
    '=SRU.OBJECTIF(10000;1500;20;1) → 75 (commune entrante : 15 % de 500)',
  ],
  dispositif: 'Objectif de référence',
  calculer: (rp, lls, cible, rang, droit, arrondi) => {
    const objectif = accepter(objectifDeReference(accepter(situation(rp, lls, cible, rang)), droit));
    return versNombre(arrondie(objectif.valeur, arrondi));
  },
});
