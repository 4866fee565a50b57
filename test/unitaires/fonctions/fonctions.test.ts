import { FONCTIONS } from '../../../src/fonctions/registre';
import { ErreurDeCellule } from '../../../src/fonctions/valeurs';

type Argument = unknown;
const enPlage = (a: Argument): unknown[][] | null =>
  a === undefined || a === null ? null : Array.isArray(a) ? (a as unknown[][]) : [[a]];

async function appeler(nom: string, ...args: Argument[]): Promise<unknown[][]> {
  return FONCTIONS[nom]!(args.map(enPlage));
}
const valeur = async (nom: string, ...args: Argument[]): Promise<unknown> => (await appeler(nom, ...args))[0]![0];

async function erreur(nom: string, ...args: Argument[]): Promise<string> {
  const resultat = await valeur(nom, ...args).catch((e: unknown) => e);
  return resultat instanceof ErreurDeCellule
    ? `${resultat.code} ${resultat.message}`
    : `pas d’erreur : ${String(resultat)}`;
}

describe('taux_cible', () => {
  test.each([20, 0.2, '20 %', '20%', '20', '0,2'])('%p veut dire 20 %%', async (cible) => {
    expect(await valeur('SRU.OBJECTIF', 10000, 1500, cible)).toBe(165);
  });
  test.each([25, 0.25, '25 %'])('%p veut dire 25 %%', async (cible) => {
    expect(await valeur('SRU.MANQUANTS', 10000, 1500, cible)).toBe(1000);
  });
  test.each([0, 1, 2, 15, 21, 30, 0.3, 0.02, 2000, -20, 'vingt', '', null, true])('%p est refusé', async (cible) => {
    expect(await erreur('SRU.OBJECTIF', 10000, 1500, cible)).toMatch(
      /^#VALEUR! taux_cible\s: reçu .*attendu .*20 ou 25/,
    );
  });
});

describe('une cellule vide n’est pas zéro', () => {
  test.each([
    ['residences_principales', '', 1500, 20],
    ['logements_sociaux', 10000, null, 20],
    ['logements_sociaux', 10000, '', 20],
  ])('%s', async (nom, rp, lls, cible) => {
    const message = await erreur('SRU.OBJECTIF', rp, lls, cible);
    expect(message).toContain(`#VALEUR! ${nom}`);
    expect(message).toContain('reçu une cellule vide');
  });
  test('zéro logement social en est un', async () => expect(await valeur('SRU.OBJECTIF', 10000, 0, 20)).toBe(660));
});

describe('diffusion, comme Excel', () => {
  const rp = [[10000], [10000], [10000]];
  test('une colonne et une valeur seule : une formule remplit la colonne', async () => {
    expect(await appeler('SRU.OBJECTIF', rp, [[1500], [1800], [1900]], 20)).toEqual([[165], [100], [100]]);
  });
  test('une colonne et une ligne : un tableau', async () => {
    expect(await appeler('SRU.MANQUANTS', rp, [[0, 1000]], 20)).toEqual([
      [2000, 1000],
      [2000, 1000],
      [2000, 1000],
    ]);
  });
  test('une plage plus courte : #N/A en regard de ce qui manque', async () => {
    const colonne = await appeler('SRU.OBJECTIF', rp, [[1500], [1800]], 20);
    expect(colonne.slice(0, 2)).toEqual([[165], [100]]);
    expect(colonne[2]![0]).toMatchObject({ code: '#N/A' });
  });
  test('une erreur ne touche que sa cellule', async () => {
    const colonne = await appeler('SRU.OBJECTIF', [[10000], ['n.c.'], [10000]], 1500, 20);
    expect([colonne[0]![0], colonne[2]![0]]).toEqual([165, 165]);
    expect(colonne[1]![0]).toMatchObject({
      code: '#VALEUR!',
      message: expect.stringContaining('reçu «\u00a0n.c.\u00a0»') as string,
    });
  });
  test('2 186 lignes en un appel', async () => {
    const lignes = Array.from({ length: 2186 }, (_, i) => [1000 + i]);
    const objectifs = await appeler('SRU.OBJECTIF', lignes, 100, 20);
    expect(objectifs).toHaveLength(2186);
    expect(objectifs[2185]).toEqual([Math.floor((33 * (20 * 3185 - 10000)) / 10000 + 0.5)]);
  });
});

describe('periode et rang', () => {
  test.each([
    [undefined, 165],
    ['2023-2025', 165],
    ['2026-2028', 165],
    ['2020-2022', 250],
    ['2017-2019', 165],
    ['2014-2016', 125],
    ['2011-2013', 75],
    ['2002-2004', 75],
  ])('%p', async (periode, attendu) => expect(await valeur('SRU.OBJECTIF', 10000, 1500, 20, 3, periode)).toBe(attendu));
  test('absente, la trace dit la règle suivie', async () => {
    const etapes = await appeler('SRU.EXPLIQUER', 10000, 1500, 20);
    expect(etapes[1]).toEqual([
      'Période',
      'non précisée',
      '',
      'période non précisée\u00a0: 2026-2028, la dernière période dont l’outil connaît les règles',
      'L. 302-8, I du CCH',
    ]);
    expect(etapes.map((e) => [e[0], e[1]]).slice(2)).toEqual([
      ['Taux de logements sociaux', 0.15],
      ['Logements manquants', 500],
      ['Écart au taux cible', 5],
      ['Taux de rattrapage', 33],
      ['Objectif de référence', 165],
      ['Arrondi', 165],
    ]);
  });
  test('une période sans règle : #N/A', async () =>
    expect(await erreur('SRU.OBJECTIF', 10000, 1500, 20, 1, '2011-2013')).toMatch(/^#N\/A/));
  test.each(['2022-2024', '2023', 2023])('%p n’est pas une période', async (p) => {
    expect(await erreur('SRU.OBJECTIF', 10000, 1500, 20, 3, p)).toMatch(/^#VALEUR! periode/);
  });
  test.each([
    [0, 50],
    [1, 75],
    [2, 125],
    [3, 165],
    [7, 165],
    ['', 165],
  ])('rang %p', async (rang, attendu) => expect(await valeur('SRU.OBJECTIF', 10000, 1500, 20, rang)).toBe(attendu));
});

describe('arrondi', () => {
  // 20 % × 4 082 − 800 = 16,4
  test.each([
    [undefined, 17],
    ['SUPERIEUR', 17],
    ['supérieur', 17],
    ['PROCHE', 16],
    ['INFERIEUR', 16],
    ['EXACT', 16.4],
  ])('%p', async (mode, attendu) => expect(await valeur('SRU.MANQUANTS', 4082, 800, 20, mode)).toBe(attendu));
  test('0,5 s’arrondit vers le haut : 82,5 → 83', async () => {
    expect(await valeur('CIMS.PLANCHER', 10000, 1500, 20)).toBe(83);
    expect(await valeur('CIMS.PLANCHER', 10000, 1500, 20, 3, 'PROCHE')).toBe(83);
    expect(await valeur('CIMS.PLANCHER', 10000, 1500, 20, 3, 'EXACT')).toBe(82.5);
  });
});

describe('ce que chaque fonction rend', () => {
  test('SRU.TAUX', async () => expect(await valeur('SRU.TAUX', 1500, 10000)).toBe(0.15));
  test('SRU.RATTRAPAGE', async () => {
    const lls = [[1801], [1800], [1600], [1599], [2000]];
    expect(await appeler('SRU.RATTRAPAGE', 10000, lls, 20)).toEqual([[1], [0.5], [0.5], [0.33], [0]]);
    expect(await appeler('SRU.RATTRAPAGE', 10000, 1500, 20, [[0, 1, 2]])).toEqual([[0.1, 0.15, 0.25]]);
  });
  test('CMS.PLANCHER', async () => {
    expect(await appeler('CMS.PLANCHER', 10000, [[1500], [1800], [1900]], 20)).toEqual([[125], [80], [80]]);
    expect(await erreur('CMS.PLANCHER', 10000, 1500, 20, 2)).toMatch(/^#N\/A Commune entrante/);
  });
  test('SRU.OBJECTIF.DEPUIS, un taux est arrondi à sa dernière décimale écrite', async () => {
    expect(await appeler('SRU.OBJECTIF.DEPUIS', 500, [[15], [0.15], ['16,2 %'], ['15,9 %']], 20)).toEqual([
      [165],
      [165],
      [250],
      [165],
    ]);
    for (const taux of [16, 0.16, '16 %', '18,0 %']) {
      expect(await erreur('SRU.OBJECTIF.DEPUIS', 500, taux, 20)).toMatch(/^#N\/A Le taux n’est connu/);
    }
    expect(await valeur('SRU.OBJECTIF.DEPUIS', 500, 16, 20, 1)).toBe(75);
    expect(await valeur('SRU.OBJECTIF.DEPUIS', 500, 16, 20, 3, '2020-2022')).toBe(250);
    expect(await erreur('SRU.OBJECTIF.DEPUIS', 500, 0.5, 20)).toMatch(/^#VALEUR! Un taux d’au moins/);
  });
  test('CMS.DUREE', async () => {
    expect(await valeur('CMS.DUREE', 3)).toBe('CONFORME');
    expect(await valeur('CMS.DUREE', 4, 4999)).toMatch(/^DÉROGATION POSSIBLE/);
    expect(await valeur('CMS.DUREE', 4, 5000, '29 %')).toMatch(/^NON CONFORME/);
    expect(await valeur('CMS.DUREE', 4, 5000, 0.3)).toMatch(/^DÉROGATION POSSIBLE/);
    expect(await valeur('CMS.DUREE', 4)).toMatch(/^INDÉTERMINÉ/);
  });
  test('SRU.TYPOLOGIE', async () => {
    expect(await valeur('SRU.TYPOLOGIE', 100, 30, 30, 12)).toMatch(/^CONFORME/);
    expect(await valeur('SRU.TYPOLOGIE', 100, 29, 31, 12)).toBe(
      'NON CONFORME : 29 PLAI, 30 au moins ; 31 PLS (taux de 12 %), 30 au plus',
    );
    expect(await valeur('SRU.TYPOLOGIE', 100, 30, 25, 9.9, 'non')).toMatch(/^NON CONFORME : 25 PLS/);
    expect(await valeur('SRU.TYPOLOGIE', 100, 30, 25, '10,1 %', 'non')).toMatch(/^CONFORME/);
    expect(await valeur('SRU.TYPOLOGIE', 100, 30, 25, 10, 'non')).toMatch(/^INDÉTERMINÉ/);
    expect(await valeur('SRU.TYPOLOGIE', 100, 30, 25)).toMatch(/^INDÉTERMINÉ/);
  });
});

describe('les fonctions de tableau', () => {
  const PLAQUETTE = [
    ['Commune', 'Logements manquants', 'Taux de rattrapage', 'Objectif de référence', 'Objectif du contrat', 'Accord'],
    ['Commune A', 500, 0.33, 165, 85, ''],
    ['Commune B', 300, 0.33, 99, 179, 'oui'],
  ];
  test('l’exemple officiel passe', async () => {
    expect(await valeur('CIMS.VALIDER', PLAQUETTE)).toBe('CONFORME');
    expect(await valeur('CIMS.VALIDER', PLAQUETTE, 'oui', 'recueilli', '2023-2025')).toBe('CONFORME');
    expect(await valeur('CIMS.VALIDER', PLAQUETTE, 'non')).toBe('NON CONFORME (1)');
    expect(await valeur('CIMS.VALIDER', PLAQUETTE, 'oui', 'manquant')).toBe('NON CONFORME (1)');
  });
  test('CIMS.CONSTATS se déverse, du plus grave au moins grave', async () => {
    const constats = await appeler('CIMS.CONSTATS', PLAQUETTE, 'non', 'à recueillir');
    expect(constats[0]).toEqual(['gravité', 'code', 'commune', 'message', 'article']);
    expect(constats[1]!.slice(0, 3)).toEqual(['bloquant', 'PLH_MANQUANT', '']);
    expect(constats.map((c) => c.slice(0, 2))).toContainEqual(['information', 'AVIS_MANQUANT']);
    expect(constats.at(-1)![3]).toContain('2026-2028, la dernière période dont l’outil connaît les règles');
  });
  test('CMS.VALIDER : 125 passe, 124 non', async () => {
    const tableau = (objectif: number) => [
      ['Commune', 'RP', 'LLS', 'Taux cible', 'Rang', 'Objectif CMS'],
      ['Commune A', 10000, 1500, 20, 3, objectif],
    ];
    expect(await valeur('CMS.VALIDER', tableau(125))).toBe('CONFORME');
    expect(await valeur('CMS.VALIDER', tableau(124))).toBe('NON CONFORME (1)');
    expect(await erreur('CMS.VALIDER', tableau(124), '2020-2022')).toMatch(
      /^#N\/A Contrat de mixité sociale abaissant/,
    );
  });
  test('SRU.TABLEAU a autant de lignes que la plage, en regard de chaque commune', async () => {
    const plage = [
      ['Contrat', '', '', '', ''],
      ['Commune', 'RP', 'LLS', 'Taux cible', 'Rang'],
      ['Commune A', 10000, 1500, 20, 3],
      ['Commune B', 10000, 1900, 20, 1],
      ['Total', 20000, 3400, '', ''],
    ];
    expect(await appeler('SRU.TABLEAU', plage)).toEqual([
      ['', '', '', '', ''],
      ['Manquants', 'Taux', 'Référence', 'Plancher CMS', 'Plancher de mutualisation'],
      [500, 0.15, 165, 125, 83],
      [100, 0.19, 15, '', ''],
      ['', '', '', '', ''],
    ]);
  });
  test('sans tableau reconnu : #VALEUR! et ce qui est attendu', async () => {
    expect(await erreur('CIMS.VALIDER', [['x', 1]])).toMatch(/^#VALEUR! tableau.*ligne d’en-têtes/);
  });
});
