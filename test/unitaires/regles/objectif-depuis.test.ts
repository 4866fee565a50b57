import { DROIT_EN_VIGUEUR, droitDe, lirePeriode, type Rang } from '../../../src/droit';
import { fraction, lireNombre } from '../../../src/nombres';
import { estRefus, intervalleDe, objectifDepuis, phraseDuRefus, type IntervalleDeTaux } from '../../../src/regles';
import { ecritureExacte, resultat } from '../../outils/valeurs';

/** Un intervalle en points, bornes comprises, écrit en centièmes. */
const de = (bas: number, haut: number): IntervalleDeTaux => ({ bas: fraction(bas, 100), haut: fraction(haut, 100) });
const publie = (texte: string) => intervalleDe(lireNombre(texte)!);
const depuis = (taux: IntervalleDeTaux, rang: Rang = 3, manquants = fraction(500), droit = DROIT_EN_VIGUEUR) =>
  objectifDepuis(manquants, taux, 20, rang, droit);

describe('intervalle d’un taux publié', () => {
  it.each([
    ['16 %', '15,5', '16,5'],
    ['16,0 %', '15,95', '16,05'],
    ['14,60', '14,595', '14,605'],
    ['0', '-0,5', '0,5'],
  ])('« %s » : de %s à %s', (texte, bas, haut) => {
    const { bas: b, haut: h } = publie(texte);
    expect([b, h].map(ecritureExacte)).toEqual([bas, haut]);
  });
});

// Pour 500 manquants et une cible de 20 % : 165 (33 %), 250 (50 %) ou 500 (100 %).
describe('objectif depuis les manquants et un taux arrondi', () => {
  it.each([
    ['10 %', '165'],
    ['15,0 %', '165'],
    ['15,9 %', '165'],
    ['15,95 %', '165'],
    ['16,1 %', '250'],
    ['17 %', '250'],
    ['17,9 %', '250'],
    ['18,1 %', '500'],
    ['19 %', '500'],
    ['20 %', '500'],
  ])('%s pour 20 : %s', (taux, objectif) => {
    expect(resultat(depuis(publie(taux)))).toBe(objectif);
  });

  it.each([
    ['de 15,90 à 15,99', de(1590, 1599), '165'],
    ['de 15,99 à 16 compris', de(1599, 1600), 'PALIER_INDETERMINE'],
    ['16 exactement', de(1600, 1600), '250'],
    ['de 16 à 18, les deux bornes du palier médian', de(1600, 1800), '250'],
    ['18 exactement', de(1800, 1800), '250'],
    ['de 18 à 18,01', de(1800, 1801), 'PALIER_INDETERMINE'],
    ['de 18,01 à 18,02', de(1801, 1802), '500'],
    ['de 19,99 à 20, la cible peut-être atteinte', de(1999, 2000), '500'],
    ['20 exactement, la cible atteinte', de(2000, 2000), 'TAUX_CONTRADICTOIRE'],
    ['de 15 à 19', de(1500, 1900), 'PALIER_INDETERMINE'],
  ])('%s', (_, taux, attendu) => {
    expect(resultat(depuis(taux))).toBe(attendu);
  });

  it.each([
    ['16 %', 'de 15,5 à 16,5 %', '« de 2 à 4 points » ou « plus de 4 points »'],
    ['16,0 %', 'de 15,95 à 16,05 %', '« de 2 à 4 points » ou « plus de 4 points »'],
    ['18 %', 'de 17,5 à 18,5 %', '« moins de 2 points » ou « de 2 à 4 points »'],
  ])('refuse de choisir un palier pour %s, et dit entre lesquels', (taux, intervalle, paliers) => {
    const refus = depuis(publie(taux));
    expect(resultat(refus)).toBe('PALIER_INDETERMINE');
    const phrase = estRefus(refus) ? phraseDuRefus(refus) : '';
    expect(phrase).toContain(intervalle);
    expect(phrase).toContain(paliers);
  });

  it.each([
    [0, '50'],
    [1, '75'],
    [2, '125'],
  ] as const)('au rang %d, aucun palier : 16 %% suffit à conclure à %s', (rang, objectif) => {
    expect(resultat(depuis(publie('16 %'), rang))).toBe(objectif);
  });

  it.each(['20,5 %', '20,50 %', '25 %'])('refuse %s, qui contredit des logements manquants', (taux) => {
    const refus = depuis(publie(taux));
    expect(resultat(refus)).toBe('TAUX_CONTRADICTOIRE');
    expect(estRefus(refus) && phraseDuRefus(refus)).toContain('atteint la cible de 20 %, mais 500 logements manquent');
  });

  it.each([
    ['25 %', '0'],
    ['20 %', '0'],
    ['19,5 %', 'TAUX_CONTRADICTOIRE'],
    ['16 %', 'TAUX_CONTRADICTOIRE'],
  ])('sans logement manquant, %s pour 20 : %s', (taux, attendu) => {
    expect(resultat(depuis(publie(taux), 3, fraction(0)))).toBe(attendu);
  });
  it('sans logement manquant, un taux dont la borne haute est la cible ne la contredit pas', () => {
    expect([de(1999, 2000), de(1999, 1999)].map((t) => resultat(depuis(t, 3, fraction(0))))).toEqual([
      '0',
      'TAUX_CONTRADICTOIRE',
    ]);
  });

  it('applique le taux unique d’avant la loi 3DS, sans palier à choisir', () => {
    expect(resultat(depuis(publie('16 %'), 3, fraction(500), droitDe(lirePeriode('2020-2022')!)))).toBe('250');
  });

  it('refuse une période sans règle', () => {
    expect(resultat(depuis(publie('10 %'), 1, fraction(500), droitDe(lirePeriode('2011-2013')!)))).toBe(
      'REGLE_INCONNUE',
    );
  });
});
