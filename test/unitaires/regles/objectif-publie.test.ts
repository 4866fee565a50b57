import { DROIT_EN_VIGUEUR, droitDe, type Rang, type TauxCible } from '../../../src/droit';
import { arrondir, lireNombre } from '../../../src/nombres';
import {
  estRefus,
  intervalleDe,
  objectifDeReference,
  objectifPublie,
  phraseDuRefus,
  situation,
} from '../../../src/regles';
import { accepte } from '../../outils/valeurs';

const encadrer = (lls: number, taux: string, cible: TauxCible, rang: Rang = 3, droit = DROIT_EN_VIGUEUR) =>
  objectifPublie(lls, intervalleDe(lireNombre(taux)!), cible, rang, droit);

describe('objectif encadré par l’inventaire publié : LLS / (taux + 0,005) < RP ≤ LLS / (taux − 0,005)', () => {
  it.each([
    // 1 939,8 < RP ≤ 1 940,9 : 1 940 seulement ; 485 − 345 = 140 manquants, 33 % = 46,2.
    [345, '17,78', 25, 46, 46],
    // 9 993,8 < RP ≤ 10 006,3 (16,00 pour 20) : à 10 000, 50 % de 400 ; dès 10 001, 33 % de 400,2 = 132,1 ; à 10 006, 33 % de 401,2.
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
