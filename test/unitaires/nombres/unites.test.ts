import {
  comparer,
  difference,
  fraction,
  somme,
  type Euros,
  type EnPoints,
  type Logements,
  type Points,
  type PourCent,
  type Rapport,
} from '../../../src/nombres';
import { partDe } from '../../../src/regles';

const [logements, points, rapport, euros]: [Logements, Points, Rapport, Euros] = [
  fraction(500),
  fraction(15),
  fraction(15, 100),
  fraction(4000),
];
const [trenteTrois, quatre]: [PourCent, EnPoints] = [33, 4];

/** Ce fichier ne compile que si chaque mélange est refusé : `@ts-expect-error` échoue sans erreur. */
test('deux unités ne se mêlent pas', () => {
  expect(partDe(logements, trenteTrois)).toEqual(fraction(16_500, 100));
  // @ts-expect-error -- un écart en points n'est pas une part en pour cent
  partDe(logements, quatre);
  // @ts-expect-error -- 33 % de points n'est pas un objectif
  partDe(points, trenteTrois);
  // @ts-expect-error -- un taux en points ne se compare pas à un taux en rapport
  comparer(points, rapport);
  // @ts-expect-error -- ni des logements à des euros
  comparer(logements, euros);
  // @ts-expect-error -- ni ne s'ajoutent
  somme(euros, rapport);
  // @ts-expect-error -- ni ne se retranchent
  difference(logements, points);
  // @ts-expect-error -- un rapport n'est pas un nombre de points
  const mele: Points = rapport;
  expect(mele).toBe(rapport);
  // Un nombre nu, tel qu'une cellule le donne, va partout ; deux mêmes unités aussi.
  expect(comparer(points, fraction(20))).toBeLessThan(0);
  expect(somme(logements, logements)).toEqual(fraction(1000));
});
