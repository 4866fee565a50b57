import { DROIT_EN_VIGUEUR, droitDe, lirePeriode } from '../../../src/droit';
import { fraction } from '../../../src/nombres';
import {
  clauseMixite,
  flux,
  majorationPlai,
  objectifDAttributions,
  redistributionDesLoyers,
  substitution,
  supplementDeLoyer,
  type Lieu,
} from '../../../src/regles';
import { lireCas } from '../../outils/csv';
import { raisons, sort } from '../../outils/regles';
import { accepte, resultat } from '../../outils/valeurs';

const AVANT = droitDe(lirePeriode('2020-2022')!);

describe('attributions (L. 441-1)', () => {
  const cas = lireCas('regles/attributions.csv', ['origine', 'lieu', 'baux', 'publics', 'atteint', 'manque']);
  const fluxDe = (baux: number, publics: number) => accepte(flux(baux, publics, 'publics'));

  it.each(cas)('$origine, $lieu : $publics sur $baux', (c) => {
    const examen = accepte(
      objectifDAttributions(fluxDe(Number(c.baux), Number(c.publics)), c.lieu as Lieu, DROIT_EN_VIGUEUR),
    );
    expect(sort(examen)).toBe(c.atteint);
    const manque = /il manque ([\d ]+) attribution/.exec(raisons(examen)[0]!)?.[1] ?? '';
    expect(manque).toBe(c.manque);
  });

  it.each([
    [1000, 249, null, null, 'oui'],
    [1000, 250, null, null, 'non'],
    [1000, 250, null, true, 'non'],
    [1000, 250, null, false, 'oui'],
    [1000, 299, 30, true, 'oui'],
    [1000, 300, 30, true, 'non'],
  ])(
    'substitution : %d baux, %d publics, objectif %p, transmises %p : %s',
    (baux, publics, objectif, transmises, attendu) => {
      const vise = objectif === null ? null : fraction(objectif);
      expect(sort(accepte(substitution(fluxDe(baux, publics), vise, transmises, DROIT_EN_VIGUEUR)))).toBe(attendu);
    },
  );

  it('refuse plus de ménages visés que de baux', () => {
    expect(flux(10, 11, 'premier_quartile')).toMatchObject({ refus: 'VALEUR', grandeur: 'premier_quartile' });
  });
});

describe('clause de mixité (D. 331-12)', () => {
  const cas = lireCas('regles/clause-mixite.csv', ['logements', 'minimum', 'maximum', 'pourquoi']);
  const clause = (logements: number, modestes: number | null, aises: number | null, sansSubvention: boolean | null) =>
    accepte(clauseMixite({ logements, modestes, aises, sansSubvention, qpv: null }, DROIT_EN_VIGUEUR));

  it.each(cas)('$logements logements : au moins $minimum, au plus $maximum ($pourquoi)', (c) => {
    const { minimumModestes, maximumAises } = clause(Number(c.logements), null, null, null);
    expect([minimumModestes, maximumAises].map(String)).toEqual([c.minimum, c.maximum]);
  });

  it.each([
    [11, 4, 1, null, 'oui'],
    [11, 3, 1, null, 'non'],
    [11, 4, 2, false, 'non'],
    [11, 4, 2, null, 'indéterminé'],
    [11, 4, 2, true, 'indéterminé'],
    [11, 3, 2, true, 'non'],
    [11, null, 1, null, 'indéterminé'],
    [11, 4, null, null, 'indéterminé'],
    [1, 0, 0, null, 'oui'],
  ])('%d logements, %p modestes, %p aisés, sans subvention %p : %s', (logements, modestes, aises, sans, attendu) => {
    expect(sort(clause(logements, modestes, aises, sans).examen)).toBe(attendu);
  });

  // 11 logements : 3,3 donc 4 au moins à 60 % du plafond ; 1,1 donc 1 au plus au-dessus.
  const MODESTES = (n: number) => `${n} à des ménages dont les ressources n’excèdent pas 60 % du plafond, 4 au moins`;
  const AISES = (n: number) =>
    `${n} à des ménages dont les ressources dépassent le plafond (+20 % au plus, loyer majoré de 33 %), 1 au plus`;
  it.each([
    [null, null, null, ['préciser modestes', 'préciser aises']],
    [4, 1, null, [MODESTES(4), AISES(1)]],
    [3, 1, null, [MODESTES(3)]],
    [4, 2, false, [AISES(2)]],
    [
      4,
      2,
      true,
      [
        '2 à des ménages dont les ressources dépassent le plafond : au-delà de 1, la convention doit le prévoir, jusqu’au plafond PLS (+30 %)',
      ],
    ],
    [
      4,
      2,
      null,
      [
        '2 à des ménages dont les ressources dépassent le plafond : 1 au plus, sauf prêt sans subvention : préciser sans_subvention',
      ],
    ],
  ])('11 logements, %p modestes, %p aisés, sans subvention %p : les raisons', (modestes, aises, sans, attendues) => {
    expect(raisons(clause(11, modestes, aises, sans).examen)).toEqual(attendues);
  });

  it.each([
    [10, 9, 1, 'accepté'],
    [10, 10, 0, 'accepté'],
    [10, 10, 1, 'modestes et aises'],
    [10, 11, null, 'modestes'],
    [10, null, 11, 'aises'],
  ])('%d logements, %p modestes et %p aisés : %s', (logements, modestes, aises, attendu) => {
    const rendu = clauseMixite({ logements, modestes, aises, sansSubvention: null, qpv: null }, DROIT_EN_VIGUEUR);
    expect('refus' in rendu && rendu.refus === 'VALEUR' ? rendu.grandeur : 'accepté').toBe(attendu);
  });

  it.each([
    [null, 1, []],
    [true, 1, ['en QPV, aucune convention APL sans la clause des 10 % au-dessus du plafond']],
    [false, 1, ['hors QPV, part de PLAI significativement supérieure à 30 %']],
    [
      false,
      2,
      [
        'hors QPV, la négociation au-delà de 10 % n’a pas à servir',
        'hors QPV, part de PLAI significativement supérieure à 30 %',
      ],
    ],
  ])('circulaire, QPV %p, %d ménages aisés sur 11 : alertes', (qpv, aises, attendu) => {
    const operation = { logements: 11, modestes: 4, aises, sansSubvention: true, qpv };
    expect(accepte(clauseMixite(operation, DROIT_EN_VIGUEUR)).alertes).toEqual(attendu);
  });
});

describe('loyers', () => {
  it.each([
    [300_00, null, null, '420'],
    [300_00, 20, null, '360'],
    [300_00, 40, null, '420'],
    [300_00, 0, null, '300'],
    [300_00, null, 400, '400'],
    [300_00, null, 420, '420'],
    [300_00, null, 421, '420'],
    [6_27, null, null, '8,77'],
    [300_00, 41, null, 'VALEUR'],
  ])('PLAI de %d centimes, majoration %p %%, PLUS %p : %s', (plai, taux, plus, attendu) => {
    const majore = majorationPlai(
      fraction(plai, 100),
      taux === null ? null : fraction(taux),
      plus === null ? null : fraction(plus),
      DROIT_EN_VIGUEUR,
    );
    expect(resultat(majore)).toBe(attendu);
  });

  const ligne = (avant: number, apres: number, pls: number, age: number | null) => ({
    avant: fraction(avant),
    apres: fraction(apres),
    pls: fraction(pls),
    anciennete: age === null ? null : fraction(age),
  });
  it.each([
    ['somme constante', [ligne(300, 250, 600, 7), ligne(500, 550, 600, 7)], 'oui'],
    ['somme en hausse', [ligne(300, 250, 600, 7), ligne(500, 551, 600, 7)], 'non'],
    ['somme en baisse', [ligne(300, 250, 600, 7), ligne(500, 549, 600, 7)], 'non'],
    ['au niveau du PLS', [ligne(300, 200, 600, 7), ligne(500, 600, 600, 7)], 'oui'],
    ['au-dessus du PLS', [ligne(300, 199, 600, 7), ligne(500, 601, 600, 7)], 'non'],
    ['six ans exactement', [ligne(300, 300, 600, 6)], 'non'],
    ['ancienneté inconnue', [ligne(300, 300, 600, null)], 'indéterminé'],
    ['ancienneté inconnue, PLS dépassé', [ligne(700, 700, 600, null)], 'non'],
  ])('nouvelle politique des loyers, %s : %s', (_, logements, attendu) => {
    expect(sort(accepte(redistributionDesLoyers(logements, DROIT_EN_VIGUEUR)))).toBe(attendu);
  });

  it.each([
    [36_000_00, 30_000, false, 'oui'],
    [35_999_99, 30_000, false, 'non'],
    [60_000_00, 30_000, true, 'non'],
    [60_000_00, 30_000, null, 'indéterminé'],
    [30_000_00, 30_000, null, 'non'],
  ])('supplément : %d centimes pour un plafond de %d, QPV %p : %s', (ressources, plafond, qpv, attendu) => {
    const examen = supplementDeLoyer(fraction(ressources, 100), fraction(plafond), qpv, DROIT_EN_VIGUEUR);
    expect(sort(accepte(examen))).toBe(attendu);
  });

  it('refuse un plafond nul, et une période sans règle', () => {
    expect(supplementDeLoyer(fraction(1), fraction(0), null, DROIT_EN_VIGUEUR)).toMatchObject({ refus: 'VALEUR' });
    expect(supplementDeLoyer(fraction(1), fraction(1), null, AVANT)).toMatchObject({ refus: 'REGLE_INCONNUE' });
    expect(redistributionDesLoyers([], AVANT)).toMatchObject({ refus: 'REGLE_INCONNUE' });
    expect(clauseMixite({ logements: 1, modestes: 0, aises: 0, sansSubvention: null, qpv: null }, AVANT)).toMatchObject(
      {
        refus: 'REGLE_INCONNUE',
      },
    );
    expect(resultat(majorationPlai(fraction(1), null, null, AVANT))).toBe('REGLE_INCONNUE');
    expect(objectifDAttributions({ baux: 1, publics: 1 }, 'enQpv', AVANT)).toMatchObject({ refus: 'REGLE_INCONNUE' });
  });
});
