import {
  BUXEROLLES,
  communes,
  ENTETES,
  MONTAMISE,
  pourcent,
  tableau,
  valeur,
  valeurs,
  VOUNEUIL,
  type Rangees,
} from './outils';

const SOMME = ['Total', 8045, 1103, '', 178, 121] as const;
const TROIS = [BUXEROLLES, MONTAMISE, VOUNEUIL] as const;
const NOMS = ['Buxerolles', 'Montamisé', 'Vouneuil-sous-Biard'];
const lire = (...rangees: Rangees) => tableau([ENTETES, ...rangees]);

describe('la ligne de total', () => {
  it.each<[string, readonly unknown[]]>([
    ['Total', SOMME],
    ['TOTAL GÉNÉRAL', ['TOTAL GÉNÉRAL', ...SOMME.slice(1)]],
    ['Ensemble', ['Ensemble', ...SOMME.slice(1)]],
    ['CU Grand Poitiers - total', ['CU Grand Poitiers - total', ...SOMME.slice(1)]],
    ['au nom de l’EPCI', ['CU du Grand Poitiers', ...SOMME.slice(1)]],
    ['au nom d’un département, si elle fait la somme', ['Département de la Vienne', ...SOMME.slice(1)]],
    ['au nom d’un territoire que rien ne distingue d’une commune', ['Grand Poitiers', ...SOMME.slice(1)]],
    ['sans étiquette', ['', ...SOMME.slice(1)]],
    ['sans étiquette ni tous les totaux', ['', '', 1103, '', '', 121]],
    ['sans étiquette, un total faux parmi les autres', ['', 8045, 9999, '', 178, 121]],
  ])('%s', (_, total) => {
    const t = lire(...TROIS, total);
    expect(communes(t)).toEqual(NOMS);
    expect(t.total && [t.total.ligne, valeur(t.total, 'objectif_contrat')]).toEqual([4, 121]);
  });

  it('étiquetée dans la colonne du code ou de l’EPCI, ou dans une colonne inconnue à gauche', () => {
    const t = tableau([
      ['Dép.', 'EPCI', 'Code INSEE', ...ENTETES],
      ['86', 'CU', '86041', ...BUXEROLLES],
      ['Total', '', '', '', 4082, 800, '', 16, 16],
    ]);
    expect(communes(t)).toEqual(['Buxerolles']);
    expect(t.total?.ligne).toBe(2);
  });

  it('en haut', () => {
    const t = lire(SOMME, ...TROIS);
    expect(communes(t)).toEqual(NOMS);
    expect(t.total?.ligne).toBe(1);
  });

  it('fausse, elle reste un total si elle en porte le nom', () => {
    const t = lire(...TROIS, ['Total', 1, 1, '', 1, 1]);
    expect(t.total?.ligne).toBe(4);
  });

  it('arrondie quand les communes ne le sont pas', () => {
    const t = tableau([
      ['Commune', 'Manquants', 'Objectif CMS'],
      ['A', 16.4, 16],
      ['B', 178.4, 45],
      ['', 195, 61],
    ]);
    expect(t.total?.ligne).toBe(3);
  });

  it('n’est pas sûre quand un nom inconnu, parmi des inconnus, fait la somme des autres : la question est posée', () => {
    const t = tableau([
      ['Commune', 'Manquants', 'Référence', 'Objectif CMS'],
      ['A', 100, 33, 33],
      ['B', 200, 66, 66],
      ['C', 300, 99, 99],
    ]);
    expect(communes(t)).toEqual(['A', 'B']);
    expect(t.douteuses.map(({ ligne }) => ligne.commune)).toEqual(['C']);
    expect(t.total).toBeNull();
  });

  it('jamais une ligne qui porte un code INSEE', () => {
    const t = tableau([
      ['Code INSEE', ...ENTETES],
      ['86041', ...BUXEROLLES],
      ['86163', ...MONTAMISE],
      ['86297', 'X', 5559, 917, '', 75, 61],
    ]);
    expect(t.lignes).toHaveLength(3);
  });

  it('sans nom et sans rapport avec la somme : une commune dont le nom manque', () => {
    const t = lire(...TROIS, ['', 5000, 300, 20, 231, 200]);
    expect(communes(t)).toEqual([...NOMS, '?']);
  });
});

describe('sous-totaux et groupes', () => {
  const autre = ['Châtellerault', 16_000, 4000, 20, 0, 0];

  it('un sous-total n’est ni une commune ni le total', () => {
    const t = lire(BUXEROLLES, ['Sous-total CU', 4082, 800, '', 16, 16], MONTAMISE, ['Total', 5559, 917, '', 75, 61]);
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé']);
    expect(t.total?.ligne).toBe(4);
  });

  it('un total par groupe, puis un total général', () => {
    const t = lire(
      ['CU Grand Poitiers'],
      BUXEROLLES,
      MONTAMISE,
      ['Total CU', 5559, 917, '', 75, 61],
      ['CA Grand Châtellerault'],
      autre,
      ['Total CA', 16_000, 4000, '', 0, 0],
      ['Total général', 21_559, 4917, '', 75, 61],
    );
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé', 'Châtellerault']);
    expect(t.total?.ligne).toBe(8);
  });

  it('un total par groupe et pas de total général : aucun ne vaut pour tous', () => {
    const t = lire(BUXEROLLES, MONTAMISE, ['Total CU', 5559, 917, '', 75, 61], autre, [
      'Total CA',
      16_000,
      4000,
      '',
      0,
      0,
    ]);
    expect(t.lignes).toHaveLength(3);
    expect(t.total).toBeNull();
  });

  it('des totaux de groupe sans étiquette', () => {
    const t = lire(BUXEROLLES, MONTAMISE, ['', 5559, 917, '', 75, 61], autre, VOUNEUIL, [
      '',
      18_486,
      4186,
      '',
      103,
      60,
    ]);
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé', 'Châtellerault', 'Vouneuil-sous-Biard']);
  });

  it('un intertitre fusionné sur le tableau n’est pas une commune', () => {
    const t = tableau([ENTETES, ['Communes nouvellement soumises'], BUXEROLLES, ['Autres'], MONTAMISE], {
      fusions: ['A2:F2', 'A4:F4'],
    });
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé']);
  });
});

describe('notes, blancs et récapitulatifs', () => {
  it.each([
    'Source : DDT 86, inventaire SRU 2022',
    'NB : données provisoires',
    '* commune entrante',
    '(1) commune nouvelle',
    'DDT de la Vienne',
    'Les objectifs sont arrondis à l’entier le plus proche.',
    'Mise à jour le 12 mars',
    'Communes non soumises',
  ])('« %s » juste sous le tableau', (note) => {
    expect(communes(lire(BUXEROLLES, [note]))).toEqual(['Buxerolles']);
  });

  it('une note loin dessous, après une ligne vide', () => {
    expect(communes(lire(BUXEROLLES, [], ['Le chef de service'], ['Jean Dupont']))).toEqual(['Buxerolles']);
  });

  it('des lignes vides au milieu ne l’arrêtent pas', () => {
    expect(communes(lire(BUXEROLLES, [], ['', '', ''], MONTAMISE, [], [], VOUNEUIL))).toEqual(NOMS);
  });

  it.each([
    'Moyenne',
    'Écart',
    'Rappel 2020-2022',
    'Objectif EPCI',
    'dont Buxerolles : 12',
    'Part dans le département',
  ])('« %s » porte des nombres sans être une commune', (libelle) => {
    const t = lire(BUXEROLLES, MONTAMISE, SOMME, [libelle, 1, 2, '', 3, 4]);
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé']);
  });

  it('une ligne de comparaison avec un territoire', () => {
    const t = lire(BUXEROLLES, MONTAMISE, ['Département', 210_000, 30_000, '', 900, 800], ['France', 3e7, 5e6]);
    expect(communes(t)).toEqual(['Buxerolles', 'Montamisé']);
    expect(t.total).toBeNull();
  });

  it('une commune encore sans nombres reste une commune', () => {
    expect(communes(lire(BUXEROLLES, ['Chauvigny'], MONTAMISE))).toEqual(['Buxerolles', 'Chauvigny', 'Montamisé']);
  });

  it('une commune dont tout est « n.c. » ou en erreur aussi', () => {
    const t = lire(['Chauvigny', 'n.c.', 'n.c.', 'n.c.'], ['Jaunay-Marigny', { code: '#REF!' }, '#N/A', '']);
    expect(valeurs(t, 'residences_principales', 'logements_sociaux')).toEqual([
      ['Chauvigny', '?', '?'],
      ['Jaunay-Marigny', '!', '!'],
    ]);
  });

  it('un commentaire sans nom sous une colonne n’est pas une ligne', () => {
    expect(communes(lire(BUXEROLLES, ['', '', 'chiffre à vérifier'], MONTAMISE))).toEqual(['Buxerolles', 'Montamisé']);
  });
});

describe('la commune et son code', () => {
  it.each([
    [1427, '01427'],
    ['01427', '01427'],
    ['1427', '01427'],
    ['2A004', '2A004'],
    ['2a004', '2A004'],
    [' 86 041 ', '86041'],
    ["'86041", '86041'],
    [97411, '97411'],
    ['n.c.', null],
    ['-', null],
    ['', null],
  ])('code INSEE écrit %p', (ecrit, code) => {
    const t = tableau([
      ['INSEE', ...ENTETES],
      [ecrit, ...BUXEROLLES],
    ]);
    expect(t.lignes[0]).toMatchObject({ commune: 'Buxerolles', codeInsee: code });
  });

  it.each([
    ['86041', '', '86041'],
    [86041, '', '86041'],
    ['86041 Buxerolles', 'Buxerolles', '86041'],
    ['86041 - Buxerolles', 'Buxerolles', '86041'],
    ['Buxerolles (86041)', 'Buxerolles', '86041'],
    ['2A004 – Ajaccio', 'Ajaccio', '2A004'],
    ['Buxerolles (86)', 'Buxerolles', null],
    ['Buxerolles*', 'Buxerolles', null],
    ['Buxerolles (1)', 'Buxerolles', null],
    ['Saint-Georges-\nlès-Baillargeaux', 'Saint-Georges- lès-Baillargeaux', null],
    ['  Migné\u00a0Auxances ', 'Migné Auxances', null],
    ['Buxe\u200brolles', 'Buxerolles', null],
    ['\u001b[2JBuxerolles\u0007', '[2JBuxerolles', null],
    ['\u202eBuxerolles', 'Buxerolles', null],
  ])('commune écrite %p', (ecrite, commune, codeInsee) => {
    expect(tableau([ENTETES, [ecrite, ...BUXEROLLES.slice(1)]]).lignes[0]).toMatchObject({ commune, codeInsee });
  });
});

describe('cellules fusionnées sur plusieurs communes', () => {
  it('valent pour chacune si c’est un taux, un rang ou une réponse ; jamais si c’est un nombre de logements', () => {
    const t = tableau(
      [
        ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord'],
        ['Buxerolles', 4082, 800, '20 %', 61, 'oui'],
        ['Montamisé', 1477, 117, '', '', ''],
      ],
      { fusions: ['D2:D3', 'E2:E3', 'F2:F3'] },
    );
    expect(valeurs(t, 'taux_cible', 'objectif_contrat')).toEqual([
      ['Buxerolles', 20, 61],
      ['Montamisé', 20, ''],
    ]);
    expect(t.lignes.map((l) => l.accord)).toEqual([
      { etat: 'lue', valeur: true },
      { etat: 'lue', valeur: true },
    ]);
  });

  it('ne font pas d’une ligne vide une commune', () => {
    const t = tableau([ENTETES, BUXEROLLES, ['', '', '', ''], ['Fin']], { fusions: ['D2:D4'] });
    expect(communes(t)).toEqual(['Buxerolles']);
  });
});

describe('taux', () => {
  const taux = (...ecrits: unknown[]) =>
    valeurs(
      tableau([['Commune', 'Taux LLS', 'Taux cible'], ...ecrits.map((t, i) => [`C${i}`, t, 20])]),
      'taux_lls',
    ).map(([, v]) => v);

  it('en points, en pourcentage, en rapport', () => {
    expect(taux(16.5, '16,5', '16,5 %', '16.5%', pourcent(0.165))).toEqual([16.5, 16.5, 16.5, 16.5, 16.5]);
  });

  it('une colonne entière de rapports', () => {
    expect(taux(0.165, '0,2', pourcent(0.1), '12 %', 0)).toEqual([16.5, 20, 10, 12, 0]);
  });

  it('0,165 parmi des points reste 0,165 %', () => {
    expect(taux(0.165, 16.5)).toEqual([0.165, 16.5]);
  });

  it('hors de 0 à 100 : illisible', () => {
    expect(taux(165, -1, 1e15, '165 %')).toEqual(['!', '!', '!', '!']);
  });
});
