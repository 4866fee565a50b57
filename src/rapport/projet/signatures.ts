import { blanc } from '../../classeur/contrat-redige';
import { mots, tableau, titre, type Bloc } from '../note/document';
import type { Cas } from './cas';

/** Les signatures, celles que la loi demande d'abord. */
export const signatures = ({ places }: Cas): Bloc[] => [
  titre(2, 'Signatures'),
  tableau(
    `Fait à ${blanc('lieu')}, le ${blanc('date')}`,
    [mots('Signataire', 40), mots('Nom et qualité', 30), mots('Signature', 30)],
    [...places, blanc('autre signataire, s’il y en a')].map((place) => [place, '', '']),
    { aSigner: true },
  ),
];
