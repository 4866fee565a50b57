import { DROIT_EN_VIGUEUR, droitDe, lirePeriode, type Rang } from '../../../src/droit';
import { fraction, lireNombre, type Fraction } from '../../../src/nombres';
import {
  estRefus,
  intervalleDe,
  nomDuTaux,
  objectifDepuis,
  partDe,
  phraseDuRefus,
  tauxDeRattrapageDepuis,
  tauxLegaux,
  type IntervalleDeTaux,
  type Refus,
} from '../../../src/regles';
import { direExamen } from '../../outils/regles';
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

describe('bornes d’un taux', () => {
  const lu = (valeur: Fraction, decimales: number) =>
    intervalleDe({ valeur, decimales, pourcent: true, ambigu: false });
  it('à douze décimales c’est encore un arrondi ; au-delà, un calcul', () => {
    const [douze, treize] = [fraction(1, 10 ** 12), fraction(1, 10 ** 13)];
    expect(lu(douze, 12)).toEqual({ bas: fraction(1, 2 * 10 ** 12), haut: fraction(3, 2 * 10 ** 12) });
    expect(lu(treize, 13)).toEqual({ bas: treize, haut: treize });
  });
  it('un tiers à l’entier près : de −1/6 à 5/6', () => {
    expect(lu(fraction(1, 3), 0)).toEqual({ bas: fraction(-1, 6), haut: fraction(5, 6) });
  });
});

describe('taux de rattrapage que la loi connaît', () => {
  it.each([
    [2026, 3, [33, 50, 100]],
    [2026, 2, [25]],
    [2026, 1, [15]],
    [2026, 0, [10]],
    [2020, 3, [50]],
    [2020, 1, []],
    [1999, 3, []],
  ] as const)('période qui commence en %d, rang %d : %j', (debut, rang, attendus) => {
    expect(tauxLegaux(droitDe({ debut }), rang).map(({ pourcent }) => pourcent)).toStrictEqual(attendus);
  });
});

describe('le palier d’un intervalle', () => {
  const du = (bas: number, haut: number, droit = DROIT_EN_VIGUEUR, rang: Rang = 3) => {
    const trouve = tauxDeRattrapageDepuis(de(bas, haut), 20, rang, droit);
    return 'refus' in trouve ? trouve.refus : [trouve.pourcent, nomDuTaux(trouve), trouve.motif, trouve.certitude];
  };
  it.each([
    [1600, 1600, [50, 'de 2 à 4 points', 'écart de 4 points exactement, lu comme « compris entre »', 'interprétation']],
    // À 4 points au plus, sans les atteindre sûrement : la lettre suffit.
    [1600, 1650, [50, 'de 2 à 4 points', 'écart de 2 à 4 points', 'texte']],
    [1800, 1800, [50, 'de 2 à 4 points', 'écart de 2 à 4 points', 'texte']],
    [1599, 1600, 'PALIER_INDETERMINE'],
    [1550, 1599, [33, 'plus de 4 points', 'écart supérieur à 4 points', 'texte']],
    [1800, 1801, 'PALIER_INDETERMINE'],
    // La commune est déficitaire : un taux arrondi à la cible est du palier le plus proche.
    [2000, 2050, [100, 'moins de 2 points', 'écart inférieur à 2 points', 'texte']],
  ] as const)('de %d à %d centièmes de point', (bas, haut, attendu) => {
    expect(du(bas, haut)).toEqual(attendu);
  });
  it('avant la loi 3DS, un taux unique, sans palier', () => {
    const motif = 'taux unique, sans palier';
    expect(du(1500, 1900, droitDe({ debut: 2020 }))).toEqual([50, motif, motif, 'source secondaire']);
  });
  it('une entrante n’a pas de palier', () => {
    const motif = 'commune entrante, rang triennal 1';
    expect(du(1500, 1900, DROIT_EN_VIGUEUR, 1)).toEqual([15, motif, motif, 'texte']);
  });
});

test('une part reste exacte quand son produit déborde', () => {
  expect(partDe(fraction(9007199254740991), 50)).toEqual(fraction(9007199254740991, 2));
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

  it('dit les bornes du taux et les paliers qu’elles touchent', () => {
    const refus = depuis(publie('16 %')) as Refus;
    const phrase =
      'taux n’est connu qu’à son arrondi près, de 15,5 à 16,5 % : l’écart au taux cible peut relever de « de 2 à 4 points » ou « plus de 4 points ». Donner les résidences principales et les logements sociaux, ou un taux plus précis.';
    expect(direExamen(refus)).toEqual([`Le ${phrase}`]);
    expect(direExamen({ ...refus, commune: 'Dampart' } as Refus)).toEqual([`Dampart : le ${phrase}`]);
  });

  it.each([
    ['20,5 %', 500, 'd’au moins 20,45 % atteint la cible de 20 %, mais 500 logements manquent'],
    ['20,5 %', 1, 'd’au moins 20,45 % atteint la cible de 20 %, mais 1 logement manque'],
    ['19,5 %', 0, 'd’au plus 19,55 % n’atteint pas la cible de 20 %, mais aucun logement ne manque'],
  ])('%s et %d manquants se contredisent', (taux, manquants, attendu) => {
    expect(direExamen(depuis(publie(taux), 3, fraction(manquants)) as Refus)).toEqual([
      `Un taux ${attendu} : l’un des deux est faux (un taux de 1 ou moins est lu comme un rapport : 0,146 vaut 14,6 %).`,
    ]);
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
