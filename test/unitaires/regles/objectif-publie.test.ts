import { DROIT_EN_VIGUEUR, droitDe, type Rang, type TauxCible } from '../../../src/droit';
import { arrondir, lireNombre } from '../../../src/nombres';
import { estRefus, intervalleDe, objectifDeReference, objectifPublie, situation } from '../../../src/regles';
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
    [0, '0,00'],
    [3, '0'],
    [101, '100,1'],
  ])('%d logements, %s %% n’encadrent rien', (lls, taux) => {
    expect(estRefus(encadrer(lls, taux, 20))).toBe(true);
  });
});
