import { arrondir, versNombre } from '../../nombres';
import type { Droit } from '../../droit';
import { CRITERES } from '../../regles';
import { evaluer, type Tableau } from '../../tableau';
import type { TableauControle } from './controles';
import { LETTRES, objectifsDe, type Scenario } from './scenarios';
import { proposer } from './scenarios-proposition';

type Ligne = Tableau['lignes'][number];

/** Les deux premiers : ce que le classeur porte, et ce qui y change le moins. */
export function scenariosDeDepart({ tableau }: TableauControle, droit: Droit): Scenario[] {
  const porte = tableau.colonnes.has('objectif_contrat');
  const [a, b] = LETTRES;
  const premier: Scenario = porte
    ? { lettre: a, origine: 'classeur', objectifs: objectifsDe(tableau, ecritDe) }
    : { lettre: a, origine: 'references', objectifs: objectifsDe(tableau, (ligne) => referenceDe(ligne, droit)) };
  const proposition = proposer(tableau, droit, CRITERES[0], '');
  return [
    premier,
    proposition.issue === 'faite'
      ? { lettre: b, origine: CRITERES[0], objectifs: proposition.objectifs }
      : { ...premier, lettre: b },
  ];
}

function ecritDe({ nombres: { objectif_contrat: lecture } }: Ligne): string {
  if (!lecture || lecture.etat === 'vide') return '';
  return lecture.etat === 'lue' ? String(versNombre(lecture.valeur.valeur)) : lecture.texte;
}

function referenceDe(ligne: Ligne, droit: Droit): string {
  const { reference } = evaluer(ligne, droit);
  return reference ? String(arrondir(reference, 'SUPERIEUR')) : '';
}
