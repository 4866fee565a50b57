import { DROIT_EN_VIGUEUR, droitDe, type Droit, type Rang, type TauxCible } from '../../../src/droit';
import { arrondir, lireNombre } from '../../../src/nombres';
import {
  chiffresPublies,
  estRefus,
  intervalleDe,
  objectifDeReference,
  phraseDuRefus,
  situation,
} from '../../../src/regles';
import { accepte } from '../../outils/valeurs';

interface Cas {
  readonly rang?: Rang;
  readonly droit?: Droit;
  readonly deficitaire?: true | null;
}

const chiffres = (lls: number, taux: string, cible: TauxCible, cas: Cas = {}) => {
  const { rang = 3, droit = DROIT_EN_VIGUEUR, deficitaire = null } = cas;
  return chiffresPublies(lls, intervalleDe(lireNombre(taux)!), cible, rang, droit, deficitaire);
};

const encadrer = (...[lls, taux, cible, rang = 3, droit = DROIT_EN_VIGUEUR]: Appel) => {
  const lus = chiffres(lls, taux, cible, { rang, droit });
  return estRefus(lus) ? lus : lus.reference;
};
type Appel = [number, string, TauxCible, Rang?, Droit?];

describe('objectif encadré par l’inventaire publié : LLS / (taux + 0,005) < RP ≤ LLS / (taux − 0,005)', () => {
  it.each([
    // 1 939,8 < RP ≤ 1 940,9 : 1 940 seulement ; 485 − 345 = 140 manquants, 33 % = 46,2.
    [345, '17,78', 25, 46, 46],
    // 9 996,9 < RP ≤ 10 003,1 (16,00 pour 20) : à 10 000, 50 % de 400 ; dès 10 001, 33 % de 400,2 = 132,1 ; à 10 003, 33 % de 400,6.
    [1600, '16,00', 20, 132, 200],
    // 9 697 ≤ RP ≤ 10 322 : 33 % de 400,2 = 132,1 à 10 001 ; 50 % de 400 à 10 000.
    [1600, '16', 20, 132, 200],
    // 17,995 ≤ taux < 18,005 : à 9 998 résidences, 18,003 %, 100 % de 199,6 = 200 ; à 10 002, 50 % de 200,4 = 100.
    [1800, '18,00', 20, 100, 200],
    // 9 524 ≤ RP ≤ 10 526 : 33 % de 904,8 = 298,6 ; 33 % de 1 105,2 = 364,7.
    [1000, '10', 20, 299, 365],
    // 2 résidences au moins, 2 au plus (1,99 < RP ≤ 2,01) : taux atteint.
    [1, '50', 20, 0, 0],
    // La cible peut être atteinte : 9 999 résidences, 20,002 %, aucun objectif ; à 10 002, 100 % de 0,4 = 0.
    [2000, '20,00', 20, 0, 0],
    [2000, '20,0', 20, 0, 5],
  ] as const)('%d logements, %s %% pour %d : de %d à %d', (lls, taux, cible, bas, haut) => {
    expect(encadrer(lls, taux, cible)).toEqual({ bas, haut });
  });

  it.each([
    [1600, '16', 20],
    [1800, '18', 20],
    [345, '17,78', 25],
    [77, '2,9', 25],
    [2000, '20,0', 20],
  ] as const)(
    '%d logements, %s %% pour %d : ce que donnent toutes les résidences possibles, une à une',
    (lls, taux, cible) => {
      const objectifs: number[] = [];
      const decimales = taux.split(',')[1]?.length ?? 0;
      const [centre, unite] = [Number(taux.replace(',', '')) * 10, 10 ** (decimales + 1)];
      for (let rp = lls; rp <= 60 * lls; rp++) {
        // Arrondi à la dernière décimale écrite, 0,5 vers le haut, en entiers.
        if (100 * lls * unite < (centre - 5) * rp || 100 * lls * unite >= (centre + 5) * rp) continue;
        objectifs.push(
          arrondir(
            accepte(objectifDeReference(accepte(situation(rp, lls, cible, 3)), DROIT_EN_VIGUEUR)).valeur,
            'PROCHE',
          ),
        );
      }
      expect(encadrer(lls, taux, cible)).toEqual({ bas: Math.min(...objectifs), haut: Math.max(...objectifs) });
    },
  );

  it('une entrante : 15 % des manquants (VIII)', () => {
    expect(encadrer(1500, '15,00', 20, 1)).toEqual({ bas: 75, haut: 75 });
  });

  it('avant la loi 3DS : 50 % sans palier', () => {
    expect(encadrer(345, '17,78', 25, 3, droitDe({ debut: 2020 }))).toEqual({ bas: 70, haut: 70 });
  });

  it.each([
    [0, '0', 'ce taux, pour 0 logement social'],
    [0, '14,6', 'ce taux, pour 0 logement social'],
    [3, '0', 'ce taux, pour 3 logements sociaux'],
    // 2,90 < RP ≤ 2,99 : aucun entier.
    [1, '34', 'ce taux, pour 1 logement social'],
    [101, '100,9', 'ce taux, pour 101 logements sociaux'],
    // Plus de cent millions de résidences.
    [2_000_000, '1', 'ce taux, pour 2 000 000 logements sociaux'],
  ])('%d logements, %s %% n’encadrent rien', (lls, taux, recu) => {
    const refus = encadrer(lls, taux, 20);
    expect(refus).toMatchObject({ refus: 'VALEUR', grandeur: 'taux_publie' });
    expect(estRefus(refus) && phraseDuRefus(refus).replace(/[\u00a0\u202f]/g, ' ')).toBe(
      `taux_publie : reçu ${recu}, attendu un taux et un nombre de logements sociaux qui encadrent les résidences principales.`,
    );
  });

  it('cent millions de résidences au plus', () => {
    // 0,5 ≤ taux < 1,5 : 500 000 logements sur 100 000 000 résidences, 33 % des 19 500 000 qui manquent.
    expect(encadrer(500_000, '1', 20)).toEqual({ bas: 2_035_000, haut: 6_435_000 });
    expect(estRefus(encadrer(500_001, '1', 20))).toBe(true);
  });

  it.each([
    [3, 1999],
    [1, 2020],
  ] as const)('refuse ce que la loi de la période ne dit pas (rang %d, %d)', (rang, debut) => {
    expect(encadrer(345, '17,78', 25, rang, droitDe({ debut }))).toMatchObject({ refus: 'REGLE_INCONNUE' });
  });
});

describe('ce qui s’ensuit : manquants, planchers, paliers', () => {
  it('sans doute sur les résidences : un seul nombre partout', () => {
    // RP = 1 940 : 140 manquants ; 33 % : 46,2 ; 25 % : 35 ; moitié de 46,2 : 23,1, donc 24.
    expect(chiffres(345, '17,78', 25)).toEqual({
      residences: { bas: 1940, haut: 1940 },
      manquants: { bas: 140, haut: 140 },
      reference: { bas: 46, haut: 46 },
      plancherCms: { bas: 35, haut: 35 },
      plancherMutualisation: { bas: 24, haut: 24 },
      rattrapages: [expect.objectContaining({ motif: 'écart supérieur à 4 points', pourcent: 33 })],
    });
  });

  it('à cheval sur 4 points : les deux paliers, et leurs planchers', () => {
    // À 10 000 : 400 manquants, 50 %, plancher 40 % = 160, moitié 100 ; à 10 001 : 400,2, 33 % = 132,07, plancher 100,05, moitié 66,03.
    expect(chiffres(1600, '16,00', 20)).toMatchObject({
      residences: { bas: 9997, haut: 10_003 },
      manquants: { bas: 400, haut: 401 },
      plancherCms: { bas: 101, haut: 160 },
      plancherMutualisation: { bas: 67, haut: 100 },
      rattrapages: [{ pourcent: 50 }, { pourcent: 33 }],
    });
  });

  it('une entrante n’a pas de plancher (VIII)', () => {
    expect(chiffres(1500, '15,00', 20, { rang: 1 })).toMatchObject({
      plancherCms: null,
      plancherMutualisation: { bas: 75, haut: 76 },
    });
  });

  it('dite déficitaire par l’inventaire, la cible n’est pas atteinte', () => {
    expect(chiffres(2000, '20,0', 20)).toMatchObject({
      residences: { bas: 9976, haut: 10_025 },
      manquants: { bas: 0 },
    });
    expect(chiffres(2000, '20,0', 20, { deficitaire: true })).toMatchObject({
      residences: { bas: 10_001, haut: 10_025 },
      manquants: { bas: 1, haut: 5 },
    });
    expect(chiffres(2000, '20,1', 20, { deficitaire: true })).toMatchObject({ refus: 'VALEUR' });
  });
});
