import { blanc } from '../../classeur/contrat-redige';
import { ecrire, ecrireCompte } from '../../nombres';
import { entierLu, type LigneEvaluee } from '../../tableau';
import { mots, nombre, paragraphe, tableau, titre, type Bloc } from '../note/document';
import type { Cas } from './cas';

/** Article 3 : les opérations par lesquelles chaque commune atteint son objectif. */
export function projets({ communes, controle }: Cas): Bloc[] {
  const recenses = controle.tableau.colonnes.has('projets_identifies');
  return [
    titre(3, 'Article 3. Projets de logements sociaux'),
    paragraphe(
      'Une ligne par opération, y compris les acquisitions et le conventionnement de logements existants. Ajouter autant de lignes qu’il en faut.',
    ),
    ...(recenses
      ? [
          tableau(
            'Logements des projets recensés au tableau, et objectif',
            [mots('Commune', 34), nombre('Projets recensés', 16), nombre('Objectif', 16), mots('Reste', 34)],
            communes.map(compte),
          ),
        ]
      : []),
    tableau(
      'Liste des projets',
      [mots('Commune', 22), mots('Opération et maître d’ouvrage', 34), mots('Logements', 24), mots('Calendrier', 20)],
      communes.map(({ ligne }) => [
        ligne.nom,
        blanc('nom, adresse, porteur'),
        blanc('PLAI, PLUS, PLS, autres'),
        blanc('agrément, livraison'),
      ]),
    ),
  ];
}

function compte({ ligne, contrat }: LigneEvaluee): string[] {
  const connus = entierLu(ligne, 'projets_identifies');
  if (connus === null || contrat === null)
    return [ligne.nom, connus === null ? '?' : ecrire(connus), contrat === null ? '?' : ecrire(contrat), '?'];
  const reste = contrat - connus;
  return [
    ligne.nom,
    ecrire(connus),
    ecrire(contrat),
    reste > 0 ? `${ecrireCompte(reste, 'logement')} sans projet` : 'aucun : les projets y suffisent',
  ];
}
