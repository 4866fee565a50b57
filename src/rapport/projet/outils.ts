import { blanc } from '../../classeur/contrat-redige';
import { mots, paragraphe, tableau, titre, type Bloc } from '../note/document';
import type { Cas } from './cas';

/** Les quatre champs où se joue la production de logements sociaux, et les outils qu'on y trouve d'ordinaire. */
export const LEVIERS: readonly { readonly champ: string; readonly outils: readonly string[] }[] = [
  {
    champ: 'Foncier',
    outils: [
      'Repérage des terrains et des bâtiments mutables',
      'Préemption : qui l’exerce, sur quels secteurs',
      'Convention avec un établissement public foncier ; terrains publics cédés',
    ],
  },
  {
    champ: 'Urbanisme et aménagement',
    outils: [
      'Part de logements sociaux imposée par le document d’urbanisme, et seuil qui la déclenche',
      'Emplacements réservés, orientations d’aménagement, densité permise',
      'Opérations sous maîtrise publique',
    ],
  },
  {
    champ: 'Programmation et financement',
    outils: [
      'Agréments demandés chaque année, par financement',
      'Garanties d’emprunt, aides directes, dépenses déduites du prélèvement',
      'Accession sociale, bail réel solidaire, conventionnement du parc privé',
    ],
  },
  {
    champ: 'Attributions',
    outils: [
      'Orientations et convention intercommunales d’attribution',
      'Cotation et gestion de la demande, contingents de réservation',
    ],
  },
];

/** Deuxième volet : ce qui est déjà fait, et ce que cela a donné. */
export const outils = ({ communes }: Cas): Bloc[] => [
  titre(2, 'Deuxième volet. Outils déjà actionnés'),
  paragraphe(
    'Pour chaque outil : depuis quand et par qui il est employé, combien de logements il a permis, ce qui le limite. Un outil non employé se dit aussi, avec sa raison.',
  ),
  tableau(
    'État des lieux, par champ',
    [mots('Champ', 20), mots('Outil', 36), mots('Emploi, résultats et limites', 44)],
    LEVIERS.flatMap(({ champ, outils: siens }) =>
      siens.map((outil) => [
        champ,
        outil,
        blanc(communes.length > 1 ? 'communes, date, résultats, limites' : 'date, résultats, limites'),
      ]),
    ),
  ),
];
