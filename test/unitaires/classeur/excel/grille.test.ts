import { celluleExcel, ecrireJour, estFormatDeDate } from '../../../../src/classeur/excel/cellules';
import { nomLibre } from '../../../../src/classeur/excel/feuilles';
import { feuilleExcel, recoller } from '../../../../src/classeur/excel/grille-excel';
import { repartir } from '../../../../src/classeur/excel/releves';

describe('une cellule d’Excel', () => {
  test.each([
    ['', 'General', undefined],
    [12, 'General', { valeur: 12 }],
    [0.165, '0.0%', { valeur: 0.165, pourcent: true }],
    [44562, 'dd/mm/yyyy', { valeur: '01/01/2022' }],
    ['n.c.', 'dd/mm/yyyy', { valeur: 'n.c.' }],
    [true, 'General', { valeur: true }],
    ['#NAME?', 'General', { valeur: null, erreur: '#NOM?' }],
    ['#VALUE!', '0%', { valeur: null, erreur: '#VALEUR!' }],
    ['#SPILL!', 'General', { valeur: null, erreur: '#SPILL!' }],
    ['#1 du classement', 'General', { valeur: '#1 du classement' }],
  ])('%s sous « %s »', (valeur, format, attendu) => expect(celluleExcel(valeur, format)).toEqual(attendu));

  test.each([
    ['dd/mm/yyyy', true],
    ['[$-40C]d mmmm yyyy', true],
    ['[h]:mm', true],
    ['General', false],
    ['0.00 "jours"', false],
    ['#,##0\\ \\h', false],
    ['[Red]#,##0', false],
    ['0.00E+00', false],
    ['@', false],
  ])('format de date : %s → %s', (format, attendu) => expect(estFormatDeDate(format)).toBe(attendu));

  it('compte les jours comme Excel, qui a un 29 février 1900', () => {
    expect([ecrireJour(1), ecrireJour(59), ecrireJour(61), ecrireJour(45657.75)]).toEqual([
      '01/01/1900',
      '28/02/1900',
      '01/03/1900',
      '31/12/2024',
    ]);
  });
});

describe('une feuille d’Excel', () => {
  const releve = (ligne: number, colonne: number, valeurs: unknown[][]) => ({
    ligne,
    colonne,
    valeurs,
    formats: valeurs.map((rangee) => rangee.map(() => 'General')),
    aspect: { lignesMasquees: new Set<number>(), colonnesMasquees: new Set<number>(), marques: new Map() },
  });
  const feuille = feuilleExcel({ id: '1', nom: 'F', fusions: [] }, [
    releve(2, 1, [
      ['a', ''],
      ['b', 3],
    ]),
  ]);
  const tout = (f: typeof feuille) =>
    Array.from({ length: f.nombreDeLignes }, (_, l) =>
      f.colonnes(l).map((c) => `${l},${c}=${f.cellule(l, c)?.valeur}`),
    );

  it('garde la place de son étendue utilisée', () => {
    expect(tout(feuille)).toEqual([[], [], ['2,1=a'], ['3,1=b', '3,2=3']]);
    expect(feuille.cellule(0, 0)).toBeUndefined();
    expect(feuille.cellule(99, 0)).toBeUndefined();
  });

  it('reçoit une plage relue sans changer la feuille d’avant', () => {
    const zone = { ligne: 3, colonne: 1, ligneFin: 4, colonneFin: 2 };
    expect(tout(recoller(feuille, zone, releve(4, 2, [['z']])))).toEqual([[], [], ['2,1=a'], [], ['4,2=z']]);
    expect(tout(recoller(feuille, { ...zone, colonneFin: 1 }, null))).toEqual([[], [], ['2,1=a'], ['3,2=3']]);
    expect(tout(feuille)[3]).toEqual(['3,1=b', '3,2=3']);
  });

  it('se découpe en aussi peu de morceaux que la limite le permet', () => {
    const tranche = (id: string, lignes: number, colonnes: number) => ({ id, ligne: 0, colonne: 0, lignes, colonnes });
    const lots = repartir([tranche('a', 10, 4), tranche('b', 3, 10), tranche('c', 1, 200)], 40);
    expect(lots.map((lot) => lot.map(({ id, ligne, lignes }) => `${id}${ligne}+${lignes}`))).toEqual([
      ['a0+10'],
      ['b0+3'],
      ['c0+1'],
    ]);
    const grand = repartir([tranche('a', 1000, 7)], 700);
    expect(grand).toHaveLength(10);
    expect(grand.flat().reduce((n, { lignes }) => n + lignes, 0)).toBe(1000);
    expect(grand.flat().map(({ ligne }) => ligne)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  it('prend un nom libre, admis par Excel', () => {
    expect(nomLibre('Contrôle', ['contrôle', 'Contrôle (2)'])).toBe('Contrôle (3)');
    expect(nomLibre("'a/b:c*[d]'", [])).toBe('a b c  d');
    expect(nomLibre('x'.repeat(40), ['x'.repeat(31)])).toHaveLength(31);
  });
});
