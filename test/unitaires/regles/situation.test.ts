import {
  estRefus,
  parc,
  phraseDuRefus,
  plancherCms,
  rangDe,
  rangDepuisEntree,
  situation,
  tauxCibleDe,
  type Refus,
} from '../../../src/regles';
import { DROIT_EN_VIGUEUR } from '../../../src/droit';
import { direExamen } from '../../outils/regles';
import { accepte } from '../../outils/valeurs';

describe('situation', () => {
  const dire = (rp: number, lls: number) => {
    const resultat = situation(rp, lls, 20, 3);
    return estRefus(resultat) ? phraseDuRefus(resultat).replace(/\u202f/g, ' ') : 'acceptée';
  };

  it.each([
    [1, 0],
    [1, 1],
    [100_000_000, 100_000_000],
  ])('accepte %d résidences principales et %d logements sociaux', (rp, lls) => {
    expect(dire(rp, lls)).toBe('acceptée');
  });

  it.each([
    [0, 0, 'residences_principales : reçu 0, attendu un entier de 1 à 100 000 000.'],
    [-5, 0, 'residences_principales : reçu −5, attendu un entier de 1 à 100 000 000.'],
    [1.5, 0, 'residences_principales : reçu 1,5, attendu un entier de 1 à 100 000 000.'],
    [100_000_001, 0, 'residences_principales : reçu 100 000 001, attendu un entier de 1 à 100 000 000.'],
    [NaN, 0, 'residences_principales : reçu NaN, attendu un entier de 1 à 100 000 000.'],
    [100, -1, 'logements_sociaux : reçu −1, attendu un entier positif ou nul.'],
    [100, 0.5, 'logements_sociaux : reçu 0,5, attendu un entier positif ou nul.'],
    [
      1500,
      10_000,
      'logements_sociaux : reçu 10 000, attendu au plus les résidences principales, 1 500 (les deux valeurs sont peut-être interverties).',
    ],
  ])('refuse %d résidences principales et %d logements sociaux, en français', (rp, lls, phrase) => {
    expect(dire(rp, lls)).toBe(phrase);
  });

  it('un parc garde ses deux nombres', () => {
    expect(parc(10, 1)).toEqual({ residencesPrincipales: 10, logementsSociaux: 1 });
  });

  // L. 302-8, VIII : entrée en cours de période, première pleine, deuxième, droit commun ; ce dernier aussi avant 2015.
  it.each([
    [2020, 2020, 0],
    [2022, 2020, 0],
    [2020, 2023, 1],
    [2022, 2023, 1],
    [2020, 2026, 2],
    [2020, 2029, 3],
    [2020, 2038, 3],
    [2025, 2023, 0],
    [2015, 2014, 0],
    [2015, 2017, 1],
    [2014, 2014, 3],
    [2014, 2017, 3],
    [2002, 2023, 3],
  ])('entrée en %d, dans la période qui commence en %d : rang %d', (annee, debut, rang) => {
    expect(rangDepuisEntree(annee, { debut })).toBe(rang);
  });

  it('refuse une entrée après la période, ou qui n’est pas une année', () => {
    expect(direExamen(rangDepuisEntree(2026, { debut: 2023 }) as Refus)).toEqual([
      'entree : reçu 2026, attendu une année d’entrée, 2025 au plus tard pour la période 2023-2025.',
    ]);
    expect(rangDepuisEntree(2020.5, { debut: 2023 })).toMatchObject({ refus: 'VALEUR', grandeur: 'entree' });
  });

  it('ne connaît que les taux cibles 20 et 25', () => {
    expect([20, 25, 15, 0.2, 22.5, NaN].map(tauxCibleDe)).toEqual([20, 25, null, null, null, null]);
  });

  it('range au droit commun le rang 3 et au-delà', () => {
    expect([0, 1, 2, 3, 4, 12].map(rangDe)).toEqual([0, 1, 2, 3, 3, 3]);
    expect([-1, 1.5, NaN].map(rangDe)).toEqual([null, null, null]);
  });

  it.each([0, 1, 2] as const)('refuse d’abaisser une entrante de rang %d, en citant l’alinéa VIII', (rang) => {
    const refus = plancherCms(accepte(situation(10_000, 1500, 20, rang)), DROIT_EN_VIGUEUR);
    expect(estRefus(refus) && phraseDuRefus(refus)).toBe(
      `Commune entrante (rang ${rang}) : son objectif ne peut pas être abaissé avant la troisième période triennale pleine (L. 302-8, VIII).`,
    );
  });
});
