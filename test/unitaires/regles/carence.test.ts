import { DROIT_EN_VIGUEUR, droitDe, lirePeriode } from '../../../src/droit';
import { arrondir, fraction, produit, versNombre } from '../../../src/nombres';
import {
  bilanQualitatif,
  bilanTriennal,
  prelevementMajore,
  programme,
  tauxPlancher,
  type SituationDeProgramme,
} from '../../../src/regles';
import { lireCas } from '../../outils/csv';
import { nombre, nombreOuRien, raisons, sort } from '../../outils/regles';
import { accepte, resultat } from '../../outils/valeurs';

const AVANT = droitDe(lirePeriode('2020-2022')!);
const PUBLIE = lireCas('carence-2011-2013.csv', [
  'commune',
  'insee',
  'objectif',
  'realise',
  'taux_realisation_publie',
  'majoration_publiee',
]);
const pourcent = (texte: string) => Number(texte.replace('%', ''));
const bilanDe = (c: (typeof PUBLIE)[number]) =>
  accepte(bilanTriennal(Number(c.objectif), Number(c.realise), DROIT_EN_VIGUEUR));

describe('carence 2011-2013, telle que publiée (test/cas/carence-2011-2013.md)', () => {
  it.each(PUBLIE)('$commune : $realise sur $objectif, taux publié $taux_realisation_publie', (c) => {
    const { taux, quantitatif } = bilanDe(c);
    expect(arrondir(produit(taux!, fraction(100)), 'PROCHE')).toBe(pourcent(c.taux_realisation_publie));
    expect(sort(quantitatif)).toBe('non');
  });

  const majorees = PUBLIE.filter((c) => c.majoration_publiee !== 'non');
  const plancher = (c: (typeof PUBLIE)[number]) =>
    accepte(tauxPlancher(Number(c.objectif), Number(c.realise), DROIT_EN_VIGUEUR));
  const discretionnaires = majorees.filter(
    (c) => pourcent(c.majoration_publiee) > versNombre(plancher(c).valeur) * 100 + 1,
  );

  it.each(majorees.filter((c) => !discretionnaires.includes(c)))(
    '$commune : majoration publiée $majoration_publiee, la part non réalisée à l’entier le plus proche',
    (c) => {
      const exact = plancher(c).etapes[0]!.valeur;
      if (typeof exact === 'string') throw new Error('une part est un nombre');
      expect(arrondir(produit(exact, fraction(100)), 'PROCHE')).toBe(pourcent(c.majoration_publiee));
    },
  );

  it('cinq majorations de 200 % dépassent le plancher : discrétionnaires, non fausses', () => {
    expect(discretionnaires.map((c) => c.commune)).toEqual([
      "L'Etang La Ville",
      'Perigny-Sur-Yerres',
      'Saint-Maur-Des-Fosses',
      'La Frette Sur Seine',
      'Montlignon',
    ]);
    expect(discretionnaires.every((c) => c.majoration_publiee === '200%')).toBe(true);
  });

  it('un minimum va à l’entier supérieur : seule Yerres (41,46 %, publiée 41) serait sous le plancher d’aujourd’hui', () => {
    const sous = majorees.filter(
      (c) => pourcent(c.majoration_publiee) < Math.round(versNombre(plancher(c).valeur) * 100),
    );
    expect(sous.map((c) => [c.commune, resultat(plancher(c))])).toEqual([['Yerres', '0,42']]);
  });
});

describe('taux plancher de majoration (L. 302-9-1)', () => {
  it.each([
    [100, 0, '1'],
    [100, -5, '1'],
    [100, 99, '0,01'],
    [1000, 999, '0,01'],
    [100, 100, '0'],
    [100, 101, '0'],
    [21, 4, '0,81'],
    [3, 1, '0,67'],
    [1, 0, '1'],
  ])('objectif %d, %d réalisés : %s', (objectif, realises, attendu) => {
    expect(resultat(tauxPlancher(objectif, realises, DROIT_EN_VIGUEUR))).toBe(attendu);
  });

  it('refuse un objectif nul, et une période sans règle', () => {
    expect(tauxPlancher(0, 0, DROIT_EN_VIGUEUR)).toMatchObject({ refus: 'VALEUR', grandeur: 'objectif' });
    expect(resultat(tauxPlancher(10, 0, AVANT))).toBe('REGLE_INCONNUE');
  });
});

describe('prélèvement majoré', () => {
  const cas = lireCas('regles/majore.csv', ['cas', 'prelevement', 'taux', 'depenses', 'potentiel_eleve', 'majore']);

  it.each(cas)('$cas : $majore', (c) => {
    const eleve = c.potentiel_eleve === 'oui';
    const majore = prelevementMajore(
      nombre(c.prelevement),
      nombre(c.taux),
      nombre(c.depenses),
      eleve,
      DROIT_EN_VIGUEUR,
    );
    expect(resultat(majore)).toBe(c.majore);
  });

  it('n’a pas de règle avant la loi 3DS', () => {
    expect(resultat(prelevementMajore(fraction(1), fraction(1), fraction(1), false, AVANT))).toBe('REGLE_INCONNUE');
  });
});

describe('bilan triennal', () => {
  it('dit ce qui manque et le plancher de majoration', () => {
    const bilan = accepte(bilanTriennal(16, 6, DROIT_EN_VIGUEUR));
    expect([
      resultat({ valeur: bilan.taux!, etapes: [] }),
      resultat({ valeur: bilan.majoration!, etapes: [] }),
    ]).toEqual(['0,375', '0,63']);
    expect(raisons(bilan.quantitatif)).toEqual(['6 réalisés sur 16, il manque 10 logements']);
  });

  it('atteint n’a pas de majoration ; sans objectif, pas de taux', () => {
    expect(bilanTriennal(16, 16, DROIT_EN_VIGUEUR)).toMatchObject({ majoration: null, quantitatif: { remplie: true } });
    expect(bilanTriennal(0, 3, DROIT_EN_VIGUEUR)).toMatchObject({ taux: null, quantitatif: { remplie: true } });
  });

  const DOUZE = { bas: fraction(12), haut: fraction(12) };
  const HUIT = { bas: fraction(8), haut: fraction(8) };
  it.each([
    [100, 30, 30, DOUZE, null, 'oui'],
    [100, 29, 30, DOUZE, null, 'non'],
    [100, 30, 31, DOUZE, null, 'non'],
    [100, 30, 21, HUIT, false, 'non'],
    [100, 30, 21, HUIT, true, 'oui'],
    [100, 30, 21, HUIT, null, 'indéterminé'],
    [100, null, 30, DOUZE, null, 'indéterminé'],
    [100, 30, null, DOUZE, null, 'indéterminé'],
    [100, null, 31, DOUZE, null, 'non'],
    [100, 70, 30, DOUZE, null, 'oui'],
    [100, 71, 30, DOUZE, null, 'indéterminé'],
    [100, 101, null, DOUZE, null, 'indéterminé'],
    [100, 71, 31, DOUZE, null, 'non'],
    [100, 30, 20, HUIT, false, 'oui'],
    [0, 0, 0, DOUZE, null, 'rien'],
    [-3, 0, 0, DOUZE, null, 'rien'],
  ] as const)(
    'qualitatif de %d réalisés, %p PLAI, %p PLS, taux %j, PLH %p : %s',
    (realises, plai, pls, taux, plh, attendu) => {
      const examen = bilanQualitatif(realises, plai, pls, taux, plh, DROIT_EN_VIGUEUR);
      expect(examen === null ? 'rien' : sort(accepte(examen))).toBe(attendu);
    },
  );
});

describe('logements sociaux d’une opération', () => {
  const cas = lireCas('regles/programme.csv', ['logements', 'surface', 'situation', 'exact', 'a_prevoir']);

  it.each(cas)('$logements logements, $surface m², $situation : $exact, donc $a_prevoir', (c) => {
    const situation = c.situation as SituationDeProgramme;
    const part = accepte(programme(Number(c.logements), nombreOuRien(c.surface), situation, DROIT_EN_VIGUEUR));
    expect([resultat(part), String(arrondir(part.valeur, 'SUPERIEUR'))]).toEqual([c.exact, c.a_prevoir]);
  });

  it('demande la surface quand elle décide, et seulement alors', () => {
    expect(programme(12, null, 'carencée', DROIT_EN_VIGUEUR)).toMatchObject({
      refus: 'VALEUR',
      grandeur: 'surface_habitation',
    });
    // 10 logements familiaux, 934 m² de plancher dont 759 d’habitation : ni plus de 12, ni plus de 800 (CE, 11/02/2025, n° 491009).
    expect(resultat(programme(10, fraction(759), 'carencée', DROIT_EN_VIGUEUR))).toBe('0');
    expect(resultat(programme(12, null, 'aucune', DROIT_EN_VIGUEUR))).toBe('0');
    expect(resultat(programme(13, null, 'carencée', AVANT))).toBe('REGLE_INCONNUE');
  });
});

test('le bilan de 2020-2022 rappelle que les objectifs ont été recalés, aucun autre (instruction du 16 mai 2023)', () => {
  const note = (debut: number) => accepte(bilanTriennal(16, 6, droitDe({ debut }))).note;
  expect(note(2020)).toMatch(/« recalé » sur les taux de la loi 3DS .* \(instruction publiée le 16 mai 2023/);
  expect([2014, 2017, 2023, 2026].map(note)).toEqual([null, null, null, null]);
});
