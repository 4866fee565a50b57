import Sequenceur from '@jest/test-sequencer';

/** Du plus long au plus court, parmi ce qui dure ; jest range le reste, par durée connue ou par taille. */
const LONGS = [
  'e2e/acces',
  'e2e/',
  'oracle/',
  'unitaires/fonctions/cellules-vides',
  'unitaires/classeur/hostiles',
  'unitaires/classeur/textes-hostiles',
  'unitaires/classeur/excel/',
  'unitaires/cli/',
  'proprietes/',
];
const rang = ({ path }) => {
  const trouve = LONGS.findIndex((debut) => path.replaceAll('\\', '/').includes(`/test/${debut}`));
  return trouve < 0 ? LONGS.length : trouve;
};

/** Une longue suite lancée la dernière laisserait l’autre cœur sans travail. */
export default class LongsDAbord extends Sequenceur {
  sort(essais) {
    return super.sort(essais).sort((a, b) => rang(a) - rang(b));
  }
}
