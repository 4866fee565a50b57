import { grilleDeValeurs, plageDe, type Cellule, type Grille } from '../../../../src/tableau';
import { lireAlentours, type Alentours } from '../../../../src/tableau/alentours';

type Rangees = readonly (readonly unknown[])[];

/** Un tableau à sa plage, dont toutes les lignes sont lues. */
function alentours(
  rangees: Rangees,
  adresse: string,
  { nom = '', autres = [] as string[], nonLues = [] as number[] } = {},
) {
  return deLaGrille(grilleDeValeurs(rangees, nom), adresse, autres, nonLues);
}

function deLaGrille(grille: Grille, adresse: string, autres: readonly string[] = [], nonLues: readonly number[] = []) {
  const plage = plageDe(adresse);
  const lignesLues = new Set<number>();
  for (let l = plage.ligne + 1; l <= plage.ligneFin; l++) if (!nonLues.includes(l)) lignesLues.add(l);
  return lireAlentours(grille, { plage, ligneEntete: plage.ligne, lignesLues }, autres.map(plageDe));
}

const TABLEAU: Rangees = [
  ['Commune', 'RP', 'LLS', 'Objectif du contrat'],
  ['Ligugé', 1500, 200, 30],
  ['Iteuil', 1200, 100, 20],
];
const VIDE = ['', '', '', ''];

const faits = ({ faits: lus }: Alentours) => lus.map((f) => [f.quoi, f.valeur, f.cellule, f.lieu]);
const motifs = (textes: Alentours['sansEffet']) => textes.map(({ cellule, motif }) => [cellule, motif]);

describe('ce qui entoure un tableau', () => {
  test('au-dessus, à côté, au-dessous et le nom de la feuille, du plus proche au plus lointain', () => {
    const lus = alentours(
      [
        ['Contrat de mixité sociale mutualisant'],
        ['Période : 2026-2028', '', '', '', '', 'PLH : oui'],
        VIDE,
        [...TABLEAU[0]!, '', 'Taux cible : 20 %'],
        [...TABLEAU[1]!, 'accord retiré'],
        TABLEAU[2]!,
        VIDE,
        ['Source : DDT'],
        ['Avis CNSRU à recueillir'],
      ],
      'A4:D6',
      { nom: 'CMS 2026-2028' },
    );
    expect(faits(lus)).toEqual([
      ['taux_cible', 20, 'F4', 'à côté'],
      ['periode', { debut: 2026 }, 'A2', 'au-dessus'],
      ['plh', true, 'F2', 'au-dessus'],
      ['genre', 'cims', 'A1', 'au-dessus'],
      ['avis', 'a-recueillir', 'A9', 'au-dessous'],
      ['periode', { debut: 2026 }, '', 'feuille'],
    ]);
    expect(motifs(lus.nonCompris)).toEqual([['E5', 'parle de l’accord de communes']]);
    expect(motifs(lus.sansEffet)).toEqual([['A8', 'source']]);
  });

  test('un libellé prend sa valeur à droite, sinon dessous', () => {
    const aDroite = [
      ['Période triennale', '2026-2028'],
      ['PLH', '', 'oui'],
      ['Avis de la commission nationale', 'à recueillir'],
    ];
    expect(faits(alentours([...aDroite, VIDE, ...TABLEAU], 'A5:D7'))).toEqual([
      ['avis', 'a-recueillir', 'B3', 'au-dessus'],
      ['plh', true, 'C2', 'au-dessus'],
      ['periode', { debut: 2026 }, 'B1', 'au-dessus'],
    ]);
    const dessous = alentours(
      [['PLH', 'Période', 'EPCI'], ['non', '2023-2025', 'CU Grand Poitiers'], VIDE, ...TABLEAU],
      'A4:D6',
    );
    expect(faits(dessous).map(([quoi, valeur, cellule]) => [quoi, valeur, cellule])).toEqual([
      ['plh', false, 'A2'],
      ['periode', { debut: 2023 }, 'B2'],
      ['epci', 'CU Grand Poitiers', 'C2'],
    ]);
    expect(dessous.faits.map((f) => f.libelle)).toEqual(['A1', 'B1', 'C1']);
  });

  test('un pourcentage se lit comme il s’affiche', () => {
    const cible: Cellule = { valeur: 0.2, pourcent: true };
    expect(faits(alentours([['Taux cible', cible], ...TABLEAU], 'A2:D4'))).toEqual([
      ['taux_cible', 20, 'B1', 'au-dessus'],
    ]);
  });

  test('à côté d’une commune, une réserve parle d’elle sans la nommer', () => {
    const [entetes, liguge, iteuil] = TABLEAU;
    const lus = alentours([entetes!, [...liguge!, 'à confirmer'], [...iteuil!, 'vu le 12/03']], 'A1:D3');
    expect(motifs(lus.nonCompris)).toEqual([['E2', 'parle de la commune de cette ligne']]);
    expect(motifs(lus.sansEffet).map(([cellule]) => cellule)).toEqual(['E3']);
  });

  test('une ligne non lue du tableau a un sort ; ses en-têtes et ses lignes lues n’en ont pas', () => {
    const lus = alentours([TABLEAU[0]!, ['Sauf Vouneuil'], TABLEAU[1]!, TABLEAU[2]!], 'A1:D4', { nonLues: [1] });
    expect(motifs(lus.nonCompris).map(([cellule]) => cellule)).toEqual(['A2']);
    expect([...lus.faits, ...lus.sansEffet]).toEqual([]);
  });

  test('un texte barré ne dit rien', () => {
    const barre: Cellule = { valeur: 'PLH : oui', barree: true };
    const lus = alentours([[barre], ...TABLEAU], 'A2:D4');
    expect(motifs(lus.sansEffet)).toEqual([['A1', 'texte barré']]);
  });

  test('chaque ligne d’une cellule se lit', () => {
    expect(
      faits(alentours([['Période 2026-2028\nPLH exécutoire\nAccord de Ligugé en attente'], ...TABLEAU], 'A2:D4')),
    ).toEqual([
      ['periode', { debut: 2026 }, 'A1', 'au-dessus'],
      ['plh', true, 'A1', 'au-dessus'],
    ]);
  });

  test('chaque tableau empilé a son titre et ses notes', () => {
    const feuille = [['Période 2023-2025'], ...TABLEAU, ['(1) accord retiré'], VIDE, ['Période 2026-2028'], ...TABLEAU];
    const premier = alentours(feuille, 'A2:D4', { autres: ['A8:D10'] });
    const second = alentours(feuille, 'A8:D10', { autres: ['A2:D4'] });
    expect(faits(premier)).toEqual([['periode', { debut: 2023 }, 'A1', 'au-dessus']]);
    expect(motifs(premier.nonCompris).map(([cellule]) => cellule)).toEqual(['A5']);
    expect(faits(second)).toEqual([['periode', { debut: 2026 }, 'A7', 'au-dessus']]);
    expect(second.nonCompris).toEqual([]);
  });

  test('deux tableaux côte à côte partagent le titre de la feuille, non le leur', () => {
    const cote = TABLEAU.map((ligne) => [...ligne, '', ...ligne]);
    const feuille = [['EPCI : CU Grand Poitiers'], ['Période 2023-2025', '', '', '', '', 'Période 2026-2028'], ...cote];
    const [gauche, droite] = [
      alentours(feuille, 'A3:D5', { autres: ['F3:I5'] }),
      alentours(feuille, 'F3:I5', { autres: ['A3:D5'] }),
    ];
    expect(faits(gauche).map(([quoi, valeur]) => [quoi, valeur])).toEqual([
      ['periode', { debut: 2023 }],
      ['epci', 'CU Grand Poitiers'],
    ]);
    expect(faits(droite).map(([quoi, valeur]) => [quoi, valeur])).toEqual([
      ['periode', { debut: 2026 }],
      ['epci', 'CU Grand Poitiers'],
    ]);
  });

  test('plus loin, un texte est hors de portée, et le dit', () => {
    const loin = Array.from({ length: 70 }, () => VIDE);
    const lus = alentours([['Sauf Vouneuil'], ...loin, ...TABLEAU, ...loin, ['Sauf Iteuil']], 'A72:D74');
    expect(motifs(lus.sansEffet)).toEqual([
      ['A1', 'hors de portée'],
      ['A145', 'hors de portée'],
    ]);
    expect(lus.nonCompris).toEqual([]);
  });

  test('tout texte a un sort et un seul', () => {
    const feuille = [
      ['Titre', 'PLH', 'oui'],
      ['PLH : oui', 12, 'Hors Ligugé'],
      ...TABLEAU,
      [542, 'Le préfet'],
      ['CMS 2026-2028'],
    ];
    const { faits: lus, sansEffet, nonCompris } = alentours(feuille, 'A3:D5');
    const cellules = [
      ...lus.flatMap((f) => [f.cellule, f.libelle ?? []].flat()),
      ...[...sansEffet, ...nonCompris].map((t) => t.cellule),
    ];
    expect(cellules.sort()).toEqual(['A1', 'A2', 'A6', 'A7', 'B1', 'B2', 'B6', 'C1', 'C2']);
  });
});

describe('devant une feuille hostile', () => {
  const longs = [
    'PLH ',
    'a',
    '2026-',
    'accord non ',
    '1 er janvier ',
    ', avis',
    '((((',
    '. A',
    'Saint-',
    ' : ',
    'ne sera pas ',
    '202',
  ];

  test.each(longs)('« %s » répété cent mille fois se lit vite', (motif) => {
    const debut = performance.now();
    alentours([[motif.repeat(100_000)], ...TABLEAU], 'A2:D4');
    expect(performance.now() - debut).toBeLessThan(1000);
  });

  test('trop de texte ne se lit pas en entier, et n’est pas tenu pour sans effet', () => {
    const long = 'Accord de Ligugé à confirmer, PLH exécutoire, période 2026-2028, avis. '.repeat(60);
    const longs = Array.from({ length: 40 }, () => Array.from({ length: 25 }, () => long));
    const debut = performance.now();
    const { nonCompris } = alentours([...longs, ...TABLEAU], 'A41:D43');
    expect(performance.now() - debut).toBeLessThan(5000);
    expect(nonCompris.at(-1)?.motif).toBe('n’est pas lu : il y a trop de texte autour du tableau');
  });

  test('une feuille pleine de textes ne se lit qu’autour du tableau', () => {
    const pleine = Array.from({ length: 20_000 }, () =>
      Array.from({ length: 40 }, () => 'Accord de Ligugé à confirmer'),
    );
    TABLEAU.forEach((ligne, i) => pleine[10_000 + i]!.splice(0, 4, ...ligne.map(String)));
    const debut = performance.now();
    const lus = alentours(pleine, 'A10001:D10003');
    expect(performance.now() - debut).toBeLessThan(3000);
    expect(lus.nonCompris.length).toBeLessThanOrEqual(3000);
    expect(lus.sansEffet.map(({ motif }) => motif)).toContain('hors de portée');
  });
});
