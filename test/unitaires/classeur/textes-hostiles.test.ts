import { REFERENTIEL } from '../../../src/referentiel';
import { ErreurDeFichier } from '../../../src/classeur/contenu';
import { controlerClasseur, grilleDeValeurs, SANS_PRECISION } from '../../../src/tableau';
import { lire } from './fabrique';

jest.setTimeout(300_000);

/** Ce qui prend un instant s'il est lu une fois, des minutes s'il l'est autant de fois qu'il a de lettres. */
const LETTRES = 128_000;
const SECONDES = 5;

const MOTIFS = [
  ...['*', '(', '()', ')', '[', '(1)', ' ', '\u00a0', '-', ',', '; ', '/', '.', '%', "'", 'é', '\n', 'x\n', '²'],
  ...['0', '0 ', '1/', '1,', '1 %', '20/', '2020-', '2020 à ', 'A1', 'a1 ', '« ', 'oui ', 'oui, ', "l'", 'et '],
];

const TABLEAU = [
  ['Commune', 'Code INSEE', 'RP', 'LLS', 'Taux cible', 'Taux de rattrapage', 'Objectif CMS', 'Accord'],
  ['Buxerolles', '86041', '4082', '800', '20 %', '33 %', '16', 'oui'],
  ['Montamisé', '86163', '1477', '117', '20 %', '33 %', '59', 'oui'],
  ['Total', '', '5559', '917', '', '', '75', ''],
];
const avec = (ligne: number, colonne: number, texte: string): string[][] =>
  TABLEAU.map((rangee, l) => rangee.map((v, c) => (l === ligne && c === colonne ? texte : v)));

const PLACES: readonly (readonly [string, (texte: string) => string[][]])[] = [
  ['une commune', (t) => avec(1, 0, t)],
  ['la suite d’une commune', (t) => avec(1, 0, `Buxerolles ${t}`)],
  ['un code', (t) => avec(1, 1, t)],
  ['un nombre', (t) => avec(1, 2, `4082 ${t}`)],
  ['un taux', (t) => avec(1, 5, t)],
  ['un accord', (t) => avec(1, 7, `oui ${t}`)],
  ['un en-tête', (t) => avec(0, 7, t)],
  ['la suite d’un en-tête', (t) => avec(0, 6, `Objectif CMS ${t}`)],
  ['un total', (t) => avec(3, 0, `Total ${t}`)],
  ['une ligne au-dessus', (t) => [[`Contrat de mixité sociale 2023-2025 ${t}`], ...TABLEAU]],
  ['un libellé et sa valeur', (t) => [['Période', t], [`EPCI ${t}`, 'x'], ...TABLEAU]],
  ['une note', (t) => [...TABLEAU, [t]]],
];

const csv = (rangees: readonly (readonly string[])[]): string =>
  rangees.map((rangee) => rangee.map((v) => `"${v.replaceAll('"', '""')}"`).join(';')).join('\n');

async function secondesDe(rangees: string[][], nom: string): Promise<number> {
  const debut = performance.now();
  // Un csv de trop de lignes ou de colonnes est refusé : ce qui compte est de l'être vite.
  await lire(csv(rangees)).catch((erreur) => expect(erreur).toBeInstanceOf(ErreurDeFichier));
  controlerClasseur([grilleDeValeurs(rangees, nom)], SANS_PRECISION, REFERENTIEL);
  return (performance.now() - debut) / 1000;
}

test.each(MOTIFS)('%j, répété dans chaque texte qu’un classeur peut porter, se lit et se juge vite', async (motif) => {
  const texte = `${motif.repeat(LETTRES / motif.length)}x`;
  const lents: string[] = [];
  for (const [place, rangees] of PLACES) {
    const secondes = await secondesDe(rangees(texte), 'Feuille');
    if (secondes > SECONDES) lents.push(`${place} : ${secondes} s`);
  }
  const secondes = await secondesDe(TABLEAU, texte);
  if (secondes > SECONDES) lents.push(`le nom de la feuille : ${secondes} s`);
  expect(lents).toEqual([]);
});
