import { DROIT_EN_VIGUEUR, droitDe, lirePeriode } from '../../../src/droit';
import { fraction, type Fraction } from '../../../src/nombres';
import { typologie } from '../../../src/regles';
import { ecritureExacte } from '../../outils/valeurs';

const exactement = (taux: Fraction) => ({ bas: taux, haut: taux });
const [DIX, SOUS_DIX] = [exactement(fraction(10)), exactement(fraction(999, 100))];
const DIX_PUBLIE = { bas: fraction(95, 10), haut: fraction(105, 10) };
const AVEC_PLH = true;
const SANS_PLH = false;

// L. 302-8, III : au moins 30 % de PLAI, au plus 30 % de PLS ; 20 % si le taux est inférieur à 10 % et qu'aucun PLH ne couvre.
describe('parts de PLAI et de PLS', () => {
  it.each([
    // logements  PLAI  suffisant
    [100, 30, true],
    [100, 29, false],
    [10, 3, true],
    [11, 3, false],
    [11, 4, true],
    [0, 0, true],
  ])('%d logements, %d PLAI : %s', (logements, plai, suffisant) => {
    expect(typologie(logements, plai, 0, DIX, AVEC_PLH, DROIT_EN_VIGUEUR)?.plaiSuffisant).toBe(suffisant);
  });

  it.each([
    // PLS  taux      PLH        admis
    [30, DIX, AVEC_PLH, true],
    [31, DIX, AVEC_PLH, false],
    [30, DIX, SANS_PLH, true],
    [25, DIX_PUBLIE, SANS_PLH, null],
    [20, DIX_PUBLIE, SANS_PLH, true],
    [30, SOUS_DIX, AVEC_PLH, true],
    [31, SOUS_DIX, AVEC_PLH, false],
    [20, SOUS_DIX, SANS_PLH, true],
    [21, SOUS_DIX, SANS_PLH, false],
    // Le taux ou le PLH manque : entre 20 et 30 %, on ne peut pas dire.
    [20, null, SANS_PLH, true],
    [21, null, SANS_PLH, null],
    [30, SOUS_DIX, null, null],
    [31, SOUS_DIX, null, false],
    [21, null, null, null],
    // L'un des deux suffit à ouvrir les 30 %.
    [30, null, AVEC_PLH, true],
    [30, DIX, null, true],
  ] as const)('%d PLS sur 100, taux %j, PLH %p : %p', (pls, taux, plh, admis) => {
    expect(typologie(100, 30, pls, taux, plh, DROIT_EN_VIGUEUR)?.plsAdmis).toBe(admis);
  });

  it('rend ses bornes non arrondies, la plus stricte et la plus large', () => {
    const { plaiMinimum, plsMaximum } = typologie(83, 25, 20, null, null, DROIT_EN_VIGUEUR)!;
    expect(ecritureExacte(plaiMinimum)).toBe('24,9');
    expect([plsMaximum.strict, plsMaximum.large].map(ecritureExacte)).toEqual(['16,6', '24,9']);
  });

  it('n’a pas de règle avant la loi 3DS', () => {
    expect(typologie(100, 30, 30, DIX, AVEC_PLH, droitDe(lirePeriode('2020-2022')!))).toBeNull();
  });
});
