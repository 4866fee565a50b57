import { blanc } from '../../classeur/contrat-redige';
import { mots, tableau, titre, type Bloc } from '../note/document';
import type { Cas } from './cas';
import { source } from './mots';

/** Article 4 : qui pilote, ce qui se mesure, quand on se revoit. */
export const gouvernance = ({ periode }: Cas): Bloc[] => [
  titre(3, 'Article 4. Gouvernance, suivi et animation'),
  tableau(
    'Organisation',
    [mots('Sujet', 24), mots('Ce qui est convenu', 76)],
    [
      ['Pilotage', blanc('composition du comité, présidence, rythme des réunions')],
      ['Suivi technique', blanc('services et agents chargés du suivi, outil tenu à jour')],
      ['Indicateurs', blanc('mesures de l’article 1, agréments et livraisons de l’article 3, données et source')],
      ['Point annuel', blanc('mois du point, document présenté, à qui')],
      ['Animation', blanc('qui relance les porteurs, appui aux communes, information des habitants')],
      ['Révision', blanc('ce qui ouvre un avenant, et sa procédure')],
      [
        'Fin du contrat',
        `Le bilan de ${periode} compare les logements réalisés aux objectifs de l’article 2, en nombre et par financement (${source('L302-9-1', 'texte')}).`,
      ],
    ],
  ),
];
