import {
  ABAISSEMENT,
  CHAMP,
  CIBLES,
  ENTRANTES,
  MUTUALISATION,
  RATTRAPAGE,
  REFERENCES,
  TYPOLOGIE,
  type Datee,
} from '../../../src/droit';
import { REGISTRE } from '../../../src/tableau';

/** La règle de la loi 3DS, et elle seule. */
function loi3ds<T>(table: readonly Datee<T>[]): T {
  const regles = table.filter(({ de }) => de === 2023);
  expect(regles).toHaveLength(1);
  expect(regles[0]).toMatchObject({ avant: null, certitude: 'texte' });
  return regles[0]!.regle;
}

// Chaque nombre de la loi est écrit ici une fois, tel que l'article le dit : une constante qui dérive y tombe.
describe('nombres de la loi', () => {
  it('L. 302-5 : 20 ou 25 % de logements sociaux', () => {
    expect(CIBLES).toEqual([20, 25]);
  });

  it('L. 302-8, VII : 33 %, 50 % de deux à quatre points, 100 % sous deux points', () => {
    expect(loi3ds(RATTRAPAGE)).toMatchObject({
      type: 'paliers',
      ecartProche: 2,
      ecartMedian: 4,
      proche: { id: 'moins de 2 points', taux: 100 },
      median: { id: 'de 2 à 4 points', taux: 50 },
      lointain: { id: 'plus de 4 points', taux: 33 },
    });
  });

  it('L. 302-8 avant la loi 3DS : 25 %, 33 % puis 50 %, sans palier, de source secondaire', () => {
    const anciennes = RATTRAPAGE.filter(({ de }) => de < 2023);
    expect(anciennes.map(({ de, avant, regle, certitude }) => [de, avant, regle, certitude])).toEqual([
      [2014, 2017, { type: 'uniforme', taux: 25 }, 'source secondaire'],
      [2017, 2020, { type: 'uniforme', taux: 33 }, 'source secondaire'],
      [2020, 2023, { type: 'uniforme', taux: 50 }, 'source secondaire'],
    ]);
  });

  it('L. 302-8, VIII : 10 % en cours de période, 15 % à la première période pleine, 25 % à la deuxième', () => {
    expect(loi3ds(ENTRANTES)).toEqual({ 0: 10, 1: 15, 2: 25 });
  });

  it('L. 302-8, IX : 25, 40 ou 80 %, trois périodes, moins de 5 000 habitants ou 30 à 50 % inconstructibles', () => {
    expect(loi3ds(ABAISSEMENT)).toEqual({
      planchers: { 'plus de 4 points': 25, 'de 2 à 4 points': 40, 'moins de 2 points': 80 },
      periodesConsecutives: 3,
      derogation: { populationInferieureA: 5000, inconstructibilite: [30, 50] },
    });
  });

  it('L. 302-8, X : la moitié de la référence, deux périodes ; 17 % selon la plaquette', () => {
    expect(loi3ds(MUTUALISATION)).toEqual({ partDeLaReference: 50, periodesConsecutives: 2, partPlaquette: 17 });
  });

  it('L. 302-8, III : PLAI 30 %, PLS 30 %, ou 20 % sous 10 % de logements sociaux sans PLH', () => {
    expect(loi3ds(TYPOLOGIE)).toEqual({
      plaiMinimum: 30,
      plsMaximum: 30,
      plsMaximumSansPlh: 20,
      seuilTauxSansPlh: 10,
    });
  });

  it('L. 302-5 : 3 500 habitants, 1 500 dans l’unité urbaine de Paris', () => {
    expect(loi3ds(CHAMP)).toMatchObject({ population: 3500, populationUniteUrbaineDeParis: 1500 });
  });
});

describe('références', () => {
  const cites = [
    ...[RATTRAPAGE, ENTRANTES, ABAISSEMENT, MUTUALISATION, TYPOLOGIE, CHAMP].flat().map((r) => r.reference),
    ...Object.values(REGISTRE).map(([, reference]) => reference),
  ];

  it.each([...new Set(cites)])('%s, citée par une règle ou un constat, est au registre', (id) => {
    expect(Object.keys(REFERENCES)).toContain(id);
  });

  it.each(Object.entries(REFERENCES))('%s a un article, une date et une adresse', (_, reference) => {
    expect(reference.article).not.toBe('');
    expect(reference.objet).not.toBe('');
    expect(reference.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(new Date(reference.version).toISOString().slice(0, 10)).toBe(reference.version);
    expect(new URL(reference.url).protocol).toBe('https:');
  });

  it('chaque règle de la loi cite son alinéa', () => {
    const alineas = { VII: RATTRAPAGE, VIII: ENTRANTES, IX: ABAISSEMENT, X: MUTUALISATION, III: TYPOLOGIE };
    for (const [alinea, table] of Object.entries(alineas)) {
      const reference = table.find(({ de }) => de === 2023)!.reference;
      expect(REFERENCES[reference]).toMatchObject({
        article: `L. 302-8, ${alinea} du CCH`,
        version: '2022-02-23',
      });
    }
  });
});
