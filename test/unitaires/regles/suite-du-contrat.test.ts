import { DROIT_EN_VIGUEUR, paliers, type Rang } from '../../../src/droit';
import { fraction, versNombre } from '../../../src/nombres';
import {
  articleDuSens,
  estRefus,
  plancherDuContrat,
  rangSuivant,
  referenceSuivante,
  sensDe,
  suiteDuContrat,
  type Sens,
} from '../../../src/regles';

const suite = (rang: Rang, sens: Sens, periodes: number | null) => {
  const s = suiteDuContrat(rang, sens, periodes, 2);
  return Object.values(s).join(', ');
};

test.each<[Rang, Sens, number | null, string]>([
  [0, 'égal', null, 'non, RANG'],
  [1, 'abaissé', 1, 'non, RANG'],
  [2, 'égal', null, 'oui, 1'],
  [3, 'égal', 2, 'oui, 1'],
  [3, 'relevé', 2, 'oui, 1'],
  [3, 'abaissé', null, 'à confirmer'],
  [3, 'abaissé', 0, 'oui, 2'],
  [3, 'abaissé', 1, 'oui, 2'],
  [3, 'abaissé', 2, 'non, DUREE'],
  [3, 'abaissé', 3, 'non, DUREE'],
])('rang %d, %s, %p période(s) : %s', (rang, sens, periodes, attendu) =>
  expect(suite(rang, sens, periodes)).toBe(attendu),
);

test('la référence suivante, à parc constant, l’objectif réalisé', () => {
  const parc = { residencesPrincipales: 10_000, logementsSociaux: 1500, tauxCible: 20, rang: 3 } as const;
  const calcul = referenceSuivante(parc, 165, DROIT_EN_VIGUEUR);
  // 1 665 logements : écart de 3,35 points, 50 % des 335 manquants.
  expect(estRefus(calcul) ? calcul : versNombre(calcul.valeur)).toBe(167.5);
});

const LOINTAIN = paliers({ auDela: 4, taux: 33, planchers: { abaissement: 25 } })[0]!;

test.each([
  ['cims', 3, 82.5],
  ['cms', 3, 125],
  ['aucun', 3, null],
  ['cims', 1, 165],
  ['cms', 1, 165],
] as const)('plancher, contrat %s, rang %d : %p', (contrat, rang, attendu) => {
  const commune = {
    rang,
    reference: fraction(165),
    manquants: fraction(500),
    palier: LOINTAIN,
  } as const;
  const plancher = plancherDuContrat(contrat, commune, DROIT_EN_VIGUEUR);
  expect(plancher && versNombre(plancher)).toBe(attendu);
});

test.each([
  ['sans manquants', null, LOINTAIN],
  ['sans palier', fraction(500), null],
] as const)('un contrat abaissant %s n’a pas de plancher connu', (_, manquants, palier) => {
  const commune = { rang: 3, reference: fraction(165), manquants, palier } as const;
  expect(plancherDuContrat('cms', commune, DROIT_EN_VIGUEUR)).toBeNull();
});

test('un objectif de 164,01 se réalise à 165 : la suite est la même', () => {
  const parc = { residencesPrincipales: 10_000, logementsSociaux: 1500, tauxCible: 20, rang: 3 } as const;
  const calcul = referenceSuivante(parc, fraction(16_401, 100), DROIT_EN_VIGUEUR);
  expect(estRefus(calcul) ? calcul : versNombre(calcul.valeur)).toBe(167.5);
});

test('L. 302-8, VIII : le rang avance d’un jusqu’au droit commun', () => {
  expect(([0, 1, 2, 3] as const).map(rangSuivant)).toEqual([1, 2, 3, 3]);
});

test.each([
  ['cims', 'abaissé', 'L302-8-X'],
  ['cims', 'relevé', 'L302-8-X'],
  ['cms', 'abaissé', 'L302-8-IX'],
  ['cms', 'relevé', 'L302-8-VII'],
  ['aucun', 'abaissé', 'L302-8-VII'],
  ['aucun', 'relevé', 'L302-8-VII'],
] as const)('contrat %s, objectif %s : %s', (contrat, sens, article) => {
  expect(articleDuSens(contrat, sens)).toBe(article);
});

// Un arrondi de la référence n'est ni une baisse ni une hausse ; zéro n'en est jamais un.
test.each([
  [165, 16_500, 'égal'],
  [164, 16_500, 'abaissé'],
  [166, 16_500, 'relevé'],
  [162, 16_203, 'égal'],
  [163, 16_203, 'égal'],
  [161, 16_203, 'abaissé'],
  [164, 16_203, 'relevé'],
  [0, 0, 'égal'],
  [1, 0, 'relevé'],
  [0, 40, 'abaissé'],
  [1, 40, 'égal'],
])('un objectif de %d pour une référence de %d centièmes : %s', (contrat, centiemes, sens) => {
  expect(sensDe(contrat, fraction(centiemes, 100))).toBe(sens);
});
