import { DROIT_EN_VIGUEUR, paliers, type Rang } from '../../../src/droit';
import { fraction, versNombre } from '../../../src/nombres';
import { estRefus, plancherDuContrat, referenceSuivante, suiteDuContrat, type Sens } from '../../../src/regles';

const suite = (rang: Rang, sens: Sens, periodes: number | null) => {
  const s = suiteDuContrat(rang, sens, periodes, 2);
  return 'periode' in s ? `oui, ${s.periode}` : 'motif' in s ? `non, ${s.motif}` : s.abaissable;
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
    palier: paliers({ auDela: 4, taux: 33, planchers: { abaissement: 25 } })[0]!,
  } as const;
  const plancher = plancherDuContrat(contrat, commune, DROIT_EN_VIGUEUR);
  expect(plancher && versNombre(plancher)).toBe(attendu);
});
