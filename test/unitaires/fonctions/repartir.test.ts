import { readFileSync } from 'node:fs';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { ErreurDeCellule } from '../../../src/fonctions/valeurs';

async function appeler(plage: unknown[][], critere?: unknown, total?: unknown): Promise<unknown[][]> {
  const cellule = (v: unknown) => (v === undefined ? null : [[v]]);
  return FONCTIONS['CIMS.REPARTIR']!([plage, cellule(critere), cellule(total)]);
}
const erreur = async (...args: Parameters<typeof appeler>): Promise<string> => {
  const resultat = await appeler(...args).catch((e: unknown) => e);
  if (!(resultat instanceof ErreurDeCellule)) throw new Error('pas d’erreur');
  return `${resultat.code} ${resultat.message}`.replace(/[\u00a0\u202f]/g, ' ');
};
const proposes = (rendu: unknown[][]) => rendu.slice(1, -1).map((l) => l[4]);

const CSV: unknown[][] = readFileSync('test/cas/grand-poitiers.csv', 'utf8')
  .trim()
  .split('\n')
  .map((l) => l.split(';'));
/** Une colonne de plus, une valeur par commune. */
const avec = (entete: string, valeurs: readonly unknown[]) => CSV.map((l, i) => [...l, i ? valeurs[i - 1] : entete]);
const CONTRAT = CSV.slice(1).map((l) => l[10]);

describe('Grand Poitiers, références de 471 logements', () => {
  const REFERENCES = [16, 23, 39, 52, 38, 45, 39, 57, 59, 103];
  // Ce que les trois communes abaissées disent pouvoir faire : 45, 45 et 60, soit 69 de moins que leurs références.
  const CAPACITES = avec('Capacité', ['', '', '', '', '', '', '', 45, 45, 60]);

  test.each(['MINIMAL', 'PROPORTIONNEL', 'EQUITABLE', undefined])(
    '471, rien ne l’empêche : %s tient les références',
    async (critere) => {
      expect(proposes(await appeler(CSV, critere, 471))).toEqual(REFERENCES);
    },
  );
  test.each([
    // 71 de plus à une seule commune : la plus grande marge parmi les accords donnés, 157 − 39 = 118.
    ['MINIMAL', [16, 23, 110, 52, 38, 45, 39, 57, 59, 103]],
    // 542 / 471 = 1,15 ; Buxerolles s’arrête à ses 17 manquants : 525 / 455 = 1,1538 pour les autres.
    ['PROPORTIONNEL', [17, 26, 45, 60, 44, 52, 45, 66, 68, 119]],
    // 71 − 1 = 70 entre neuf : sept fois 8 et deux fois 7.
    ['EQUITABLE', [17, 31, 47, 60, 46, 53, 47, 65, 66, 110]],
  ])('542 : %s', async (critere, attendus) => {
    const rendu = await appeler(CSV, critere, 542);
    expect(proposes(rendu)).toEqual(attendus);
    expect(rendu.at(-1)).toEqual(['Total', 471, '', '', 542, 71, critere, '']);
  });
  test.each([
    // Il faut 69 ailleurs : Jaunay-Marigny, seule, le peut avec son accord.
    ['MINIMAL', [16, 23, 108, 52, 38, 45, 39, 45, 45, 60]],
    // 321 sur 252 = 1,274, Buxerolles arrêtée à 17 : 304 / 236 = 1,288.
    ['PROPORTIONNEL', [17, 30, 50, 67, 49, 58, 50, 45, 45, 60]],
    // 69 − 1 = 68 entre six : deux fois 12 et quatre fois 11.
    ['EQUITABLE', [17, 35, 51, 63, 49, 56, 50, 45, 45, 60]],
  ])('471, trois communes limitées : %s', async (critere, attendus) => {
    expect(proposes(await appeler(CAPACITES, critere))).toEqual(attendus);
  });
  test('542, les objectifs du contrat comme projets connus : CAPACITE retrouve le contrat', async () => {
    expect(proposes(await appeler(avec('Projets identifiés', CONTRAT), 'capacité', 542))).toEqual(CONTRAT.map(Number));
  });
  test('471 avec les mêmes projets : nul n’en construit plus qu’il n’en connaît', async () => {
    const x = proposes(await appeler(avec('Projets identifiés', CONTRAT), 'CAPACITE', 471)) as number[];
    expect(x.reduce((a, b) => a + b)).toBe(471);
    expect(x.filter((n, i) => n > Number(CONTRAT[i]))).toEqual([]);
    expect(x.slice(-3)).toEqual([45, 45, 60]);
  });
  test('CAPACITE sans projets ni capacité le dit', async () => {
    expect(await erreur(CSV, 'CAPACITE')).toContain('attendu une colonne « Projets identifiés » ou « Capacité »');
  });
  test('chaque ligne : ses bornes, son écart, sa raison, la suite', async () => {
    const rendu = (await appeler(CAPACITES, 'EQUITABLE')).map((l) =>
      l.map((v) => String(v).replace(/[\u00a0\u202f]/g, ' ')),
    );
    expect(rendu[0]).toEqual([
      'Commune',
      'Référence',
      'Minimum',
      'Maximum',
      'Proposé',
      'Écart',
      'Raison',
      'Abaissable ensuite',
    ]);
    expect([rendu[1], rendu[2], rendu[10]]).toEqual([
      [
        'Buxerolles',
        '16',
        '9',
        '17',
        '17',
        '1',
        'Hausse de 1, accord à recueillir ; au plus haut : logements manquants.',
        'oui',
      ],
      ['Chauvigny', '23', '23', '93', '35', '12', 'Hausse de 12, accord donné.', 'oui'],
      [
        'Vouneuil-sous-Biard',
        '103',
        '52',
        '60',
        '60',
        '-43',
        'Baisse de 43 ; au plus haut : maximum de la commune.',
        'oui',
      ],
    ]);
  });
});

test('infaisable : les contraintes qui se heurtent et ce que chacune devrait céder', async () => {
  const rendu = await appeler(
    [
      ['Commune', 'Objectif de référence', 'Capacité', 'Accord'],
      ['Commune A', 165, 100, 'oui'],
      ['Commune B', 99, '', 'non'],
    ],
    'MINIMAL',
  );
  expect(rendu.map((l) => l.map((v) => (typeof v === 'string' ? v.replace(/[\u00a0\u202f]/g, ' ') : v)))).toEqual([
    ['Répartition impossible', 'Contrainte', 'Valeur', 'Devrait céder'],
    [
      'Il manque 65 logements : somme des références (L. 302-8, X) (264) ; Commune A, maximum de la commune (100) ; Commune B, accord refusé à une hausse (99).',
      '',
      '',
      '',
    ],
    ['', 'somme des références (L. 302-8, X)', 264, 'ne peut pas céder'],
    ['Commune A', 'maximum de la commune', 100, 'porter à 165'],
    ['Commune B', 'accord refusé à une hausse', 99, 'accord à une hausse de 65, jusqu’à 164'],
  ]);
});

describe('entrées mauvaises', () => {
  const ENTETES = ['Commune', 'Objectif de référence', 'Minimum', 'Capacité'];
  const B = ['Commune B', 99, '', ''];
  test.each([
    [
      'un critère inconnu',
      [ENTETES, B],
      'JUSTE',
      undefined,
      /^#VALEUR! critere : reçu « JUSTE », attendu MINIMAL, PROPORTIONNEL, CAPACITE, EQUITABLE/,
    ],
    [
      'un total sous la loi',
      [ENTETES, B],
      '',
      98,
      /^#VALEUR! total : reçu 98, attendu un entier d’au moins 99 logements/,
    ],
    ['un total qui n’est pas un entier', [ENTETES, B], '', 99.5, /^#VALEUR! total : reçu 99,5/],
    [
      'un minimum illisible',
      [ENTETES, ['Commune A', 165, 'beaucoup', ''], B],
      '',
      undefined,
      /^#VALEUR! Commune A, le minimum de la commune : reçu « beaucoup »/,
    ],
    [
      'une capacité négative',
      [ENTETES, ['Commune A', 165, '', -3], B],
      '',
      undefined,
      /^#VALEUR! Commune A, le maximum de la commune : reçu/,
    ],
    [
      'une référence inconnue',
      [ENTETES, ['Commune A', 'n.c.', 10, ''], B],
      '',
      undefined,
      /^#VALEUR! Commune A, l’objectif de référence : .*attendu la référence, ou les résidences principales/,
    ],
    ['aucun tableau', [['x', 1]], '', undefined, /^#VALEUR! tableau : aucun tableau reconnu/],
  ])('%s', async (_, plage, critere, total, attendu) => {
    expect(await erreur(plage, critere, total)).toMatch(attendu);
  });
  test('une borne à virgule se resserre à l’entier', async () => {
    const rendu = await appeler([ENTETES, ['Commune A', 100, 60.2, 80.9], B]);
    expect(rendu[1]!.slice(2, 5)).toEqual([61, 80, 80]);
  });
});
