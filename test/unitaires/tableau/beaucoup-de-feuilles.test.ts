import { REFERENTIEL } from '../../../src/referentiel';
import { controlerClasseur, grilleDeValeurs, SANS_PRECISION } from '../../../src/tableau';

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord'];

test('deux mille feuilles d’une commune se réunissent en un temps proportionnel à leur nombre', () => {
  const feuilles = Array.from({ length: 2000 }, (_, i) =>
    grilleDeValeurs([ENTETES, [`Bourg ${i}`, 4082, 800, '20 %', 16, 'oui']], `Feuille ${i}`),
  );
  const debut = performance.now();
  const { tableaux } = controlerClasseur(feuilles, SANS_PRECISION, REFERENTIEL);
  expect(tableaux[0]?.tableau.lignes).toHaveLength(2000);
  expect(performance.now() - debut).toBeLessThan(15_000);
}, 60_000);
