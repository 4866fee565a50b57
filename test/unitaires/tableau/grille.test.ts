import { adressePlage, plageDe } from '../../../src/tableau';

describe('une adresse', () => {
  it.each([
    ['B2:AA9', { ligne: 1, colonne: 1, ligneFin: 8, colonneFin: 26 }],
    ['C:C', { ligne: 0, colonne: 2, ligneFin: 1_048_575, colonneFin: 2 }],
    ['3:4', { ligne: 2, colonne: 0, ligneFin: 3, colonneFin: 16_383 }],
    ['$B$12', { ligne: 11, colonne: 1, ligneFin: 11, colonneFin: 1 }],
  ])('se lit en lignes et colonnes comptées de zéro : %s', (adresse, plage) => expect(plageDe(adresse)).toEqual(plage));

  it('se récrit telle quelle', () => expect(adressePlage(plageDe('AB2:AC10'))).toBe('AB2:AC10'));
});
