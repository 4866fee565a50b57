import { estInconnue, estVide } from '../../../src/tableau';
import { controle, resumer } from '../../outils/tableau';
import { ENTETES, pourcent, tableau, valeurs } from './outils';

const compte = (ecrit: unknown) =>
  valeurs(tableau([ENTETES, ['A', ecrit, 0, 20, 0, 0]]), 'residences_principales')[0]![1];
const manquants = (ecrit: unknown) =>
  valeurs(
    tableau([
      ['Commune', 'Manquants', 'RP'],
      ['A', ecrit, 10],
    ]),
    'manquants',
  )[0]![1];

describe('un nombre de logements tel qu’on le tape', () => {
  it.each([
    [4082, 4082],
    ['4082', 4082],
    ['4 082', 4082],
    ['4\u00a0082', 4082],
    ['4\u202f082', 4082],
    ['4\u2009082 ', 4082],
    ['12 345,0', 12_345],
    ['4082.0', 4082],
    [4082.0000000000005, 4082],
  ])('%p', (ecrit, lu) => expect(compte(ecrit)).toBe(lu));

  it.each(['', ' ', '-', '–', '—', '--', '/', null, undefined])('%p : vide', (ecrit) => {
    expect(compte(ecrit)).toBe('');
  });

  it.each([
    'n.c.',
    'NC',
    'n.d.',
    'N/A',
    '?',
    '…',
    'non connu',
    'non renseignée',
    'à compléter',
    's.o.',
    'sans objet',
    'en cours',
  ])('%p : connu de quelqu’un, pas du tableau', (ecrit) => expect(compte(ecrit)).toBe('?'));

  it.each([
    ['#REF!'],
    [{ code: '#N/A' }],
    ['environ 4000'],
    ['4 082 logements environ'],
    ['80 60 logements'],
    ['4,082'],
    ['4.082'],
    ['1.234'],
    ['33 %'],
    [pourcent(0.33)],
    ['12/03/2023'],
    [-4082],
    [4082.5],
    [1e15],
    [9_007_199_254_740_991],
    [Infinity],
    [NaN],
    [true],
    ['9'.repeat(400)],
  ])('%p : illisible, et dit', (ecrit) => expect(compte(ecrit)).toBe('!'));

  it('les manquants d’une commune non déficitaire peuvent être négatifs', () => {
    expect([-12, '-12', '−12,4', '– 12'].map(manquants)).toEqual([-12, -12, -12.4, -12]);
  });

  it('un quotient garde six décimales, pour que les sommes restent exactes', () => {
    expect(manquants(100 / 3)).toBe(33.333333);
    expect(manquants('33,333333333333333')).toBe('!');
    expect(manquants(1e-13)).toBe(0);
  });

  it('ce qui est illisible est cité, coupé s’il est long', () => {
    const resultat = controle([...ENTETES], [['A', 'x'.repeat(5000), 100, 20, 10, 10]]);
    const { message } = resultat.constats.find((c) => c.code === 'VALEUR_INVALIDE')!;
    expect(message.length).toBeLessThan(300);
  });
});

describe('une ambiguïté entre deux colonnes est dite', () => {
  it('par LIGNE_INCOMPLETE, qui nomme les deux', () => {
    const resultat = controle(
      ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Objectif mutualisé'],
      [['A', 10_000, 1500, 20, 85, 90]],
    );
    expect(resultat.verdict).toBe('indetermine');
    expect(resumer(resultat, 'LIGNE_INCOMPLETE')).toHaveLength(1);
    const { message } = resultat.constats.find((c) => c.code === 'LIGNE_INCOMPLETE')!;
    expect(message).toContain('Objectif CMS');
    expect(message).toContain('Objectif mutualisé');
  });
});

describe('vide ou inconnu', () => {
  it.each(['', '   ', '\u00a0', '-', '- -', '/', '−'])('%p est vide', (texte) => expect(estVide(texte)).toBe(true));
  it.each(['0', 'néant', 'n.c.'])('%p ne l’est pas', (texte) => expect(estVide(texte)).toBe(false));
  it.each(['nc', 'N.D.', '??', '...', 'non communiqué'])('%p est inconnu', (texte) =>
    expect(estInconnue(texte)).toBe(true),
  );
  it.each(['0', 'Nancy', 'non', 'naf'])('%p ne l’est pas', (texte) => expect(estInconnue(texte)).toBe(false));
});
