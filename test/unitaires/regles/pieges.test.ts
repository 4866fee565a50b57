import { DROIT_EN_VIGUEUR, droitDe, lirePeriode, type TauxCible } from '../../../src/droit';
import {
  manquants,
  objectifDeReference,
  plancherCims,
  plancherCms,
  situation,
  tauxDeRattrapage,
} from '../../../src/regles';
import { accepte, resultat } from '../../outils/valeurs';

const taux = (rp: number, lls: number, cible: TauxCible) =>
  accepte(tauxDeRattrapage(accepte(situation(rp, lls, cible, 3)), DROIT_EN_VIGUEUR)).pourcent;

describe('tableau inversé de l’article juridique (24 février 2022)', () => {
  // L'article imprime « > 23 % : 33 %, entre 23 et 21 % : 50 %, < 21 % : 100 % » ; sa prose et la loi disent l'inverse.
  it.each([
    // cible  LLS    article  loi
    [25, 2301, 33, 100],
    [25, 2200, 50, 50],
    [25, 2099, 100, 33],
    [20, 1801, 33, 100],
    [20, 1700, 50, 50],
    [20, 1599, 100, 33],
  ] as const)('cible %d, %d logements sur 10 000 : l’article imprime %d %%, la loi dit %d %%', (cible, lls, _, loi) => {
    expect(taux(10_000, lls, cible)).toBe(loi);
  });
});

describe('pièges de la virgule flottante', () => {
  // En flottant, 0,25 − 0,23 < 0,02 et 0,25 − 0,21 > 0,04 : l'écart de 2 ou 4 points exactement tomberait d'un palier.
  it.each([
    [100, 23, 25, 50],
    [100, 21, 25, 50],
    [100, 18, 20, 50],
    [100, 16, 20, 50],
    [25, 4, 20, 50],
    [4082, 653, 20, 33],
    [100, 20, 20, 0],
    [10_000, 2500, 25, 0],
    [100_000_000, 18_000_001, 20, 100],
    [100_000_000, 15_999_999, 20, 33],
  ] as const)('%d résidences, %d logements, cible %d : %d %%', (rp, lls, cible, attendu) => {
    expect(taux(rp, lls, cible)).toBe(attendu);
  });

  it('garde les manquants décimaux : 20 % de 4 082 moins 800 font 16,4, dus en entier sous deux points', () => {
    const commune = accepte(situation(4082, 800, 20, 3));
    expect(resultat(objectifDeReference(commune, DROIT_EN_VIGUEUR))).toBe('16,4');
    expect(resultat(plancherCms(commune, DROIT_EN_VIGUEUR))).toBe('13,12');
    expect(resultat(plancherCims(commune, DROIT_EN_VIGUEUR))).toBe('8,2');
  });

  it('compte moins d’un logement manquant : 20 % de 7 moins 1 font 0,4', () => {
    const commune = accepte(situation(7, 1, 20, 3));
    expect(resultat(manquants(commune))).toBe('0,4');
    expect(resultat(objectifDeReference(commune, DROIT_EN_VIGUEUR))).toBe('0,132');
  });
});

test('sans règle connue, le taux se refuse même à une commune qui atteint la cible', () => {
  expect(tauxDeRattrapage(accepte(situation(10_000, 2000, 20, 3)), droitDe({ debut: 1999 }))).toMatchObject({
    refus: 'REGLE_INCONNUE',
  });
});

test('avant la loi 3DS, pas de plancher de contrat, même pour une commune qui atteint la cible', () => {
  const avant = droitDe(lirePeriode('2020-2022')!);
  expect(resultat(plancherCms(accepte(situation(10_000, 2000, 20, 3)), avant))).toBe('REGLE_INCONNUE');
  expect(resultat(plancherCms(accepte(situation(10_000, 2000, 20, 3)), DROIT_EN_VIGUEUR))).toBe('0');
});

describe('taux selon la période, pour 500 logements manquants sur 10 000 (plaquette de février 2023)', () => {
  it.each([
    ['2014-2016', '125'],
    ['2017-2019', '165'],
    ['2020-2022', '250'],
    ['2023-2025', '165'],
    ['2026-2028', '165'],
  ])('%s : %s logements', (periode, attendu) => {
    const commune = accepte(situation(10_000, 1500, 20, 3));
    expect(resultat(objectifDeReference(commune, droitDe(lirePeriode(periode)!)))).toBe(attendu);
  });

  it('avant la loi 3DS, aucun palier : à un point de la cible, 2020-2022 reste à 50 %', () => {
    const commune = accepte(situation(10_000, 1900, 20, 3));
    expect(resultat(objectifDeReference(commune, droitDe(lirePeriode('2020-2022')!)))).toBe('50');
    expect(resultat(objectifDeReference(commune, droitDe(lirePeriode('2023-2025')!)))).toBe('100');
  });
});
