import { blanc } from '../../classeur/contrat-redige';
import { anneeDeBase, ecrirePeriode, precedente } from '../../droit';
import { difference, ecrire, fraction, type Quantite } from '../../nombres';
import { entierLu, type LigneEvaluee } from '../../tableau';
import { superieur } from '../mots';
import { mots, nombre, paragraphe, tableau, titre, type Bloc } from '../note/document';
import type { Cas } from './cas';
import { source } from './mots';

/** Premier volet : la situation du logement social, en nombres tirés du tableau, puis ce que seul le territoire sait. */
export function reperes(cas: Cas): Bloc[] {
  const { communes, cadre } = cas;
  const { periode } = cadre.droit;
  const date = periode ? `au 1er janvier ${anneeDeBase(periode)}` : blanc('date des chiffres');
  const colonnes = SITUATION.filter(({ si }) => !si || communes.some(si));
  const avant = periode ? ecrirePeriode(precedente(periode)) : blanc('période précédente');
  return [
    titre(2, 'Premier volet. Points de repère'),
    tableau(
      `Parc et déficit ${date} ; manquants à l’entier supérieur`,
      [mots('Commune', 24), ...colonnes.map(({ titre: nom, largeur }) => nombre(nom, largeur))],
      communes.map((l) => [l.ligne.nom, ...colonnes.map(({ ecrite }) => ecrite(l))]),
    ),
    paragraphe(
      `Taux : logements sociaux sur résidences principales (${source('L302-5', 'texte')}). Écart et manquants : ce qui sépare ce taux du taux cible, en points et en logements (${source('L302-8-VII', 'texte')}). Le reste est repris du tableau contrôlé.`,
    ),
    tableau(
      'Ce qui a précédé',
      [mots('Commune', 24), mots(`Bilan ${avant} et prélèvement`, 76)],
      communes.map((l) => [l.ligne.nom, passe(l)]),
    ),
    tableau(
      'Ce que le territoire sait de ses besoins',
      [mots('Sujet', 24), mots('Repère', 76)],
      BESOINS.map(([sujet, attendu]) => [sujet, blanc(attendu)]),
    ),
  ];
}

const compte = (n: number | null): string => (n === null ? '?' : ecrire(n));
const points = (f: Quantite | null, unite: string): string => (f ? `${ecrire(f)} ${unite}` : '?');
const cibleDe = ({ ligne }: LigneEvaluee): number | null => entierLu(ligne, 'taux_cible');
const population = ({ ligne }: LigneEvaluee): number | null => entierLu(ligne, 'population');

interface Grandeur {
  readonly titre: string;
  readonly largeur: number;
  readonly ecrite: (l: LigneEvaluee) => string;
  /** La colonne n'est là que si une commune au moins la remplit. */
  readonly si?: (l: LigneEvaluee) => boolean;
}

const SITUATION: readonly Grandeur[] = [
  { titre: 'Population', largeur: 13, ecrite: (l) => compte(population(l)), si: (l) => population(l) !== null },
  {
    titre: 'Résidences principales',
    largeur: 14,
    ecrite: ({ ligne }) => compte(entierLu(ligne, 'residences_principales')),
  },
  { titre: 'Logements sociaux', largeur: 13, ecrite: ({ ligne }) => compte(entierLu(ligne, 'logements_sociaux')) },
  { titre: 'Taux', largeur: 10, ecrite: ({ taux }) => points(taux, '%') },
  { titre: 'Taux cible', largeur: 9, ecrite: (l) => (cibleDe(l) === null ? '?' : `${cibleDe(l)} %`) },
  { titre: 'Écart', largeur: 10, ecrite: (l) => points(ecartDe(l), 'pt') },
  { titre: 'Manquants', largeur: 13, ecrite: ({ manquants }) => superieur(manquants) },
];

function ecartDe(l: LigneEvaluee): Quantite | null {
  const cible = cibleDe(l);
  return l.taux && cible !== null ? difference(fraction(cible), l.taux) : null;
}

/** Ce que le tableau dit de la carence ; le reste du passé n'y est pas. */
function passe({ ligne: { drapeaux } }: LigneEvaluee): string {
  const carencee = drapeaux.carencee?.etat === 'lue' ? drapeaux.carencee.valeur : null;
  const dit =
    carencee === null
      ? ''
      : carencee
        ? 'Commune carencée d’après le tableau. '
        : 'Commune non carencée d’après le tableau. ';
  return `${dit}${blanc('objectif, logements réalisés, part de PLAI, carence, prélèvement des trois dernières années')}`;
}

const BESOINS: readonly (readonly [string, string])[] = [
  ['Demande', 'nombre de demandeurs, délai d’attente, demandes par attribution, date et source'],
  ['Ménages', 'évolution de la population, taille et ressources des ménages'],
  ['Construction', 'logements autorisés et livrés par an, part de logements sociaux'],
  ['Parc existant', 'logements vacants, parc privé conventionné, ventes de logements sociaux'],
  ['Contraintes', 'risques, protections, foncier rare : ce qui a freiné la production, et de combien'],
];
