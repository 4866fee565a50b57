import { blanc } from '../../classeur/contrat-redige';
import { element, liste, mots, paragraphe, tableau, titre, type Bloc } from '../note/document';
import { estAbaissee, estRelevee } from '../note/raisons';
import type { Cas } from './cas';
import { enumerer } from './mots';
import { LEVIERS } from './outils';

/** Article 1 : ce que chacun fera. */
export const actions = (cas: Cas): Bloc[] => [
  titre(3, 'Article 1. Actions et engagements'),
  paragraphe('Chaque action a un porteur, une date et une mesure : ce qui n’en a pas ne pourra pas être suivi.'),
  tableau(
    'Grille des actions, une ligne au moins par champ',
    [mots('Champ', 20), mots('Action', 38), mots('Porteur et échéance', 22), mots('Mesure', 20)],
    LEVIERS.map(({ champ }) => [
      champ,
      blanc('action, lieu, moyens'),
      blanc('qui, pour quand'),
      blanc('indicateur et valeur visée'),
    ]),
  ),
  liste(engagements(cas)),
];

function engagements({ communes, places, mutualisant }: Cas) {
  const nommer = (garder: typeof estAbaissee) => communes.filter(garder).map((l) => l.ligne.nom);
  const [abaissees, relevees] = [nommer(estAbaissee), nommer(estRelevee)];
  const seule = places.filter((p) => p.startsWith('Commune')).length === 1;
  return [
    element(seule ? 'La commune' : 'Les communes', blanc('engagements propres')),
    element('L’intercommunalité', blanc('engagements propres, moyens humains et financiers')),
    element('L’État', blanc('appui, délais d’instruction, programmation, terrains')),
    ...(abaissees.length > 0
      ? [
          element(
            `En contrepartie de l’abaissement (${enumerer(abaissees)})`,
            blanc('difficultés démontrées, efforts engagés, logements préparés pour la période suivante'),
          ),
        ]
      : []),
    ...(mutualisant && relevees.length > 0
      ? [
          element(
            `Communes qui portent davantage (${enumerer(relevees)})`,
            blanc('ce que l’intercommunalité et l’État leur apportent'),
          ),
        ]
      : []),
  ];
}
