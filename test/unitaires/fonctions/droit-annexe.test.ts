import { appeler, cellule, sansInsecables } from '../../outils/fonctions';

describe('lecture des arguments', () => {
  test.each([
    ['1 000 €', 125000],
    ['1000', 125000],
    [1000, 125000],
    ['1 000,00 €', 125000],
  ])('potentiel fiscal %p', async (potentiel, attendu) => {
    expect(await cellule('SRU.PRELEVEMENT', potentiel, 10000, 1500, 20, 1e7)).toBe(attendu);
  });

  test.each([-1, 'n.c.', '', null, true, '5 %', 1e13])('potentiel fiscal %p : refusé', async (potentiel) => {
    expect(await cellule('SRU.PRELEVEMENT', potentiel, 10000, 1500, 20, 1e7)).toMatch(
      /^#VALEUR! potentiel_fiscal_habitant : reçu .*, attendu un montant en euros, de 0 à 100 000\.$/,
    );
  });

  test('les dépenses déductibles et le report absents valent zéro ; vides de sens, ils sont refusés', async () => {
    expect(await cellule('SRU.PRELEVEMENT', 1000, 10000, 1500, 20, 1e7, null, '')).toBe(125000);
    expect(await cellule('SRU.PRELEVEMENT', 1000, 10000, 1500, 20, 1e7, 'x')).toMatch(/^#VALEUR! depenses_deductibles/);
    expect(await cellule('SRU.PRELEVEMENT', 1000, 10000, 1500, 20, 1e7, 0, -5)).toMatch(/^#VALEUR! report/);
    expect(await cellule('SRU.PRELEVEMENT', 1000, 10000, 1500, 20, '')).toMatch(/^#VALEUR! depenses_fonctionnement/);
  });

  test.each([
    [0.81, 18100],
    ['81 %', 18100],
    [81, 18100],
    [2, 30000],
    ['200 %', 30000],
    [200, 30000],
    [4, 50000],
    ['4 %', 10400],
    [4.5, 10450],
    [0, 10000],
  ])('un taux de majoration de %p', async (taux, attendu) => {
    expect(await cellule('SRU.PRELEVEMENT.MAJORE', 10000, taux, 1e7)).toBe(attendu);
  });
  test.each([-1, 'beaucoup', null])('un taux de majoration de %p : refusé', async (taux) => {
    expect(await cellule('SRU.PRELEVEMENT.MAJORE', 10000, taux, 1e7)).toMatch(/^#VALEUR! taux/);
  });

  test.each([46387, '31/12/2026', '31-12-2026', '31.12.2026'])('une échéance %p', async (echeance) => {
    expect(await cellule('SRU.DECONVENTIONNEMENT', 11, 'oui', echeance)).toContain('30/06/2024');
  });
  test.each(['31/02/2026', 'demain', 0, 46387.5, null, true])('une échéance %p : refusée', async (echeance) => {
    expect(await cellule('SRU.DECONVENTIONNEMENT', 11, 'oui', echeance)).toMatch(
      /^#VALEUR! echeance : reçu .*attendu une date comme 31\/12\/2026/,
    );
  });

  test.each(['carencée', 'CARENCEE', ' Carencée '])('la situation %p', async (situation) => {
    expect(await cellule('SRU.PROGRAMME', 13, 500, situation)).toBe(4);
  });
  test.each(['', null, 'normale', 3])('la situation %p : refusée', async (situation) => {
    expect(await cellule('SRU.PROGRAMME', 13, 500, situation)).toMatch(
      /^#VALEUR! situation.*« carencée », « exemptée »/,
    );
  });

  test.each([
    ['SRU.MAJORATION', [0, 0], /^#VALEUR! objectif/],
    ['SRU.MAJORATION', [10, 1.5], /^#VALEUR! realises/],
    ['SRU.MAJORATION', [-10, 1], /^#VALEUR! objectif/],
    ['SRU.REPORT', [10, 0], /^#VALEUR! obligation_triennale/],
    ['SRU.BILAN', [10, 'n.c.'], /^#VALEUR! realises/],
    ['SRU.CIBLE', [3, null], /^#VALEUR! periode : reçu une cellule vide/],
    [
      'SRU.CIBLE',
      [3, '2029-2031'],
      /^#N\/A Seuil de tension du taux cible : aucune règle connue pour la période 2029-2031/,
    ],
    ['SRU.TRAJECTOIRE', [10000, 1500, 20, 0, 25], /^#VALEUR! periodes : reçu 25, attendu un nombre entier de 1 à 24/],
    ['SRU.TRAJECTOIRE', [10000, 1500, 20, 101], /^#VALEUR! croissance_rp/],
    ['SRU.TRAJECTOIRE', [[[10000], [2]], 1500, 20], /^#VALEUR! residences_principales : reçu une plage/],
    ['ATTRIB.HORSQPV', [10, 11], /^#VALEUR! premier_quartile : reçu 11, attendu au plus le nombre de baux, 10/],
    ['ATTRIB.QPV', [10, 11], /^#VALEUR! autres_quartiles/],
    ['APL.SLS', [1, 0], /^#VALEUR! plafond/],
    ['APL.NPL', [[[300], ['x']], 300, 600, 7], /^#VALEUR! loyers_maximaux : reçu « x »/],
    ['APL.NPL', [[[300, 200]], 300, 600, 7], /^#VALEUR! Résultat de 1 colonne/],
    ['CALENDRIER.SRU', [2022], /^#VALEUR! annee : reçu 2022, attendu une année de 2023 à 2100/],
    ['APL.SLS', ['123456789012345', '123456789012344,1'], /^#VALEUR! /],
  ] as [string, unknown[], RegExp][])('%s(%j)', async (nom, args, erreur) => {
    expect(await cellule(nom, ...args)).toMatch(erreur);
  });
});

describe('diffusion', () => {
  test('SRU.PRELEVEMENT remplit une colonne', async () => {
    expect(await appeler('SRU.PRELEVEMENT', 1000, 10000, [[1500], [1985], [2000]], 20, 1e7)).toEqual([
      [125000],
      [0],
      [0],
    ]);
  });

  test('SRU.BILAN rend trois colonnes par ligne ; une erreur ne touche que sa ligne', async () => {
    const lignes = await appeler('SRU.BILAN', [[16], ['?'], [0]], [[6], [6], [6]], 2, 1, '12 %');
    expect(lignes.map((l) => l.length)).toEqual([3, 3, 3]);
    expect(lignes[0]).toEqual([
      0.375,
      'NON ATTEINT : 6 réalisés sur 16, il manque 10 logements ; si la carence est prononcée, majoration d’au moins 63 %',
      'CONFORME : 2 PLAI, 2 au moins ; 1 PLS (taux de 12 %), 1 au plus',
    ]);
    expect(lignes[1]).toEqual([expect.objectContaining({ code: '#VALEUR!' }), '', '']);
    expect(lignes[2]!.slice(0, 2)).toEqual(['', 'SANS OBJET : objectif nul']);
  });

  test('SRU.BILAN refuse une plage de plusieurs colonnes', async () => {
    expect(await cellule('SRU.BILAN', [[16, 17]], 6)).toMatch(/^#VALEUR! Résultat de 3 colonnes : attendu une colonne/);
  });

  test('APL.CLAUSEMIXITE rend trois colonnes', async () => {
    const lignes = await appeler('APL.CLAUSEMIXITE', [[4], [10]]);
    expect(lignes.map((l) => l.slice(0, 2))).toEqual([
      [1, 0],
      [3, 1],
    ]);
  });
});

describe('verdicts', () => {
  test.each([
    [
      'SRU.SOUMISE',
      [1000, 'non', 'non', 'oui', 25.5, 25],
      'NON SOUMISE : population de 1 000 (seuil : 3 500) ; hors d’une agglomération ou d’un EPCI de plus de 50 000 habitants comprenant une commune de plus de 15 000 ; taux de 25,5 %, taux cible de 25 % atteint',
    ],
    [
      'SRU.EXEMPTION',
      [],
      'INDÉTERMINÉ : préciser inconstructibilite ; préciser hors_agglomeration et isolee ; préciser tension (source secondaire)',
    ],
    [
      'SRU.EXEMPTION',
      [60, null, null, 1],
      'EXEMPTÉE DE DROIT : 60 % du territoire urbanisé inconstructible, plus de 50 % exigés',
    ],
    [
      'ATTRIB.SUBSTITUTION',
      [1000, 250],
      'SANS OBJET : 250 sur 1 000 baux, 25 %, 25 % au moins, flux des 12 derniers mois (source secondaire)',
    ],
    [
      'SRU.DECONVENTIONNEMENT',
      [11, null, '31/12/2026'],
      'INDÉTERMINÉ : préciser commune_sru (source secondaire) ; avis au plus tard le 30/06/2024 s’ils sont requis',
    ],
    [
      'SRU.DECONVENTIONNEMENT',
      [11, 'oui', '31/12/2026', 'oui', 'oui', '30/06/2024'],
      /^POSSIBLE : avis conforme du préfet recueilli/,
    ],
    [
      'APL.PLD',
      [],
      'TERMINÉE : expérimentation close depuis mai 2024 (ordonnance n° 2019-453 du 15 mai 2019) ; voir APL.NPL pour redistribuer des loyers',
    ],
    ['APL.SLS', [60000, 30000], 'INDÉTERMINÉ : préciser qpv : jamais dû en QPV (source secondaire)'],
  ] as [string, unknown[], string | RegExp][])('%s(%j)', async (nom, args, attendu) => {
    const rendu = await cellule(nom, ...args);
    if (typeof attendu === 'string') expect(rendu).toBe(attendu);
    else expect(rendu).toMatch(attendu);
  });
});

describe('ce qui se déverse', () => {
  test('SRU.PRELEVEMENT.EXPLIQUER finit par le net et le surplus', async () => {
    const lignes = await appeler('SRU.PRELEVEMENT.EXPLIQUER', 1000, 10000, 1500, 20, 1e7, 130000);
    expect(lignes[0]).toEqual(['étape', 'valeur', 'unité', 'formule', 'article']);
    expect(lignes.slice(-5).map((l) => [l[0], l[1], l[2], l[4]])).toEqual([
      ['Seuil de recouvrement', 125000, '€', 'L. 302-7 du CCH (interprétation)'],
      ['Solde', -5000, '€', 'L. 302-7 du CCH'],
      ['Arrondi', -5000, '€', 'règle de lecture du contrôle (interprétation)'],
      ['Prélèvement net', 0, '€', 'L. 302-7 du CCH'],
      ['Surplus à reporter', 5000, '€', 'L. 302-7 du CCH'],
    ]);
  });

  test('SRU.TRAJECTOIRE montre où le palier change et si la cible est atteinte', async () => {
    const lignes = await appeler('SRU.TRAJECTOIRE', 10000, 1500, 20);
    expect(lignes.every((l) => l.length === 10)).toBe(true);
    expect(lignes.slice(1).map((l) => [l[0], l[4], l[6], l[9]])).toEqual([
      [1, 'plus de 4 points', 165, ''],
      [2, 'de 2 à 4 points', 168, 'changement de palier'],
      [3, 'moins de 2 points', 167, 'changement de palier'],
      [
        'taux cible atteint',
        '',
        '',
        '2026-2028 à 2032-2034 (droit lu au 27/02/2026) ; croissance de 0 % par période, objectif réalisé à 100 %',
      ],
    ]);
    expect((await appeler('SRU.TRAJECTOIRE', 10000, 1500, 20, '1 %', 2)).at(-1)![0]).toBe('taux cible non atteint');
    expect((await appeler('SRU.TRAJECTOIRE', 10000, 1600, 20, null, 1))[1]![9]).toBe('interprétation');
    expect((await appeler('SRU.TRAJECTOIRE', 10000, 1500, 20, 0.03, 2))[2]![1]).toBe(10300);
    expect((await appeler('SRU.TRAJECTOIRE', 10000, 1500, 20, -0.03, 2))[2]![1]).toBe(9700);
    expect((await appeler('SRU.TRAJECTOIRE', 10000, 1500, 20, null, 1, 0.5))[1]![7]).toBe(83);
  });

  test('CALENDRIER.SRU dit l’échéance, l’objet et l’article avec sa certitude', async () => {
    const lignes = await appeler('CALENDRIER.SRU', 2026);
    expect(lignes[0]).toEqual(['échéance', 'objet', 'article']);
    expect(lignes).toContainEqual([
      'avant le 01/07/2026',
      'inventaire des logements sociaux, des bailleurs au préfet',
      'L. 302-6 du CCH',
    ]);
    const articles = lignes.slice(1).map((l) => sansInsecables(String(l[2])));
    expect(articles).toContain('L. 441-1 du CCH (source secondaire)');
  });
});

describe('SRU.BILAN.TABLEAU', () => {
  const TABLEAU = [
    ['Bilan triennal 2023-2025', '', ''],
    ['Commune', 'Objectif de référence 2023-2025', 'Réalisés 2023-2025'],
    ['Dagneux', 68, 46],
    ['Furiani', 104, 104],
    ['', '', ''],
    ['Conches-sur-Gondoire', 16, 0],
  ];
  test('une ligne par commune, en regard du tableau, la majoration à part', async () => {
    expect(await appeler('SRU.BILAN.TABLEAU', TABLEAU, '2023-2025')).toEqual([
      ['', '', '', ''],
      ['Taux de réalisation', 'Quantitatif', 'Majoration minimale', 'À vérifier'],
      [46 / 68, 'NON ATTEINT : 46 réalisés sur 68, il manque 22 logements', 0.33, ''],
      [1, 'ATTEINT : 104 réalisés sur 104', '', ''],
      ['', '', '', ''],
      [0, 'NON ATTEINT : 0 réalisé sur 16, il manque 16 logements', 1, ''],
    ]);
  });
  test('un tableau d’objectifs n’est pas un bilan', async () => {
    expect(
      await cellule('SRU.BILAN.TABLEAU', [
        ['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible'],
        ['A', 10_000, 1500, 20],
      ]),
    ).toMatch(/^#VALEUR! tableau : ce n’est pas un bilan/);
  });
});

describe('ce qu’une plage ne dit pas ne se suppose pas', () => {
  const MUTUALISE = [
    [
      'Commune',
      'Résidences principales',
      'Logements sociaux',
      'Taux cible',
      'Rang',
      'Objectif du contrat',
      'Accord',
      'EPCI',
    ],
    ['Annoville', 10_000, 1500, 20, 3, 85, '', 'CU du Grand Poitiers'],
    ['Bourgneuf', 6000, 900, 20, 3, 179, 'oui', 'CU du Grand Poitiers'],
  ];
  const valider = (plage: unknown[][], periode?: string) => cellule('CIMS.VALIDER', plage, 'oui', 'recueilli', periode);

  test('deux tableaux : aucun n’est jugé à la place de l’autre', async () => {
    expect(await valider(MUTUALISE)).toBe('CONFORME');
    const autre = [
      ['Commune', 'RP', 'LLS', 'Cible', 'Objectif du contrat', 'Accord de la commune', 'Rang triennal', ''],
      ['Cergy', 10_000, 1500, 20, 10, '', 3, ''],
    ];
    expect(await valider([...MUTUALISE, ['', '', '', '', '', '', '', ''], ...autre])).toMatch(
      /^(#VALEUR!|NON CONFORME)/,
    );
  });
  test('deux EPCI écrits par le tableau : la question se pose', async () => {
    const deux = MUTUALISE.map((l, i) => (i === 2 ? [...l.slice(0, 7), 'CA du Grand Dax'] : l));
    expect(await valider(deux)).toMatch(/^INDÉTERMINÉ/);
  });
  test('un verdict sur une période postérieure au droit lu le dit', async () => {
    expect(await valider(MUTUALISE, '2029-2031')).toBe('CONFORME ; droit lu au 27/02/2026');
  });
  test.each(['?', 'NC', 'x'])('un rang « %s » laisse la référence et les planchers vides', async (rang) => {
    const table = MUTUALISE.map((l, i) => (i === 1 ? [...l.slice(0, 4), rang, ...l.slice(5)] : l));
    const rendu = await appeler('SRU.TABLEAU', table);
    expect(rendu[1]).toEqual([500, 0.15, '', '', '']);
    expect(rendu[2]).toEqual([300, 0.15, 99, 75, 50]);
    expect(await cellule('CIMS.REPARTIR', table)).toMatch(/^#VALEUR! Annoville, le rang triennal : reçu « /);
  });
  test('« NR » n’est pas un objectif nul', async () => {
    const bilan = [
      ['Commune', 'Objectif de référence 2023-2025', 'Réalisés 2023-2025'],
      ['Dagneux', 'NR', 3],
      ['Furiani', 0, 3],
    ];
    const rendu = await appeler('SRU.BILAN.TABLEAU', bilan, '2023-2025');
    expect(rendu.slice(1).map((l) => l[1])).toEqual([
      'SANS OBJET : le tableau ne donne pas d’objectif',
      'SANS OBJET : objectif nul',
    ]);
  });
  test('le volet quantitatif d’un bilan se juge sans règle de typologie', async () => {
    const [ligne] = await appeler('SRU.BILAN', 100, 120, 40, 10, null, null, '2014-2016');
    expect(ligne!.slice(0, 2)).toEqual([1.2, 'ATTEINT : 120 réalisés sur 100']);
    expect(ligne![2]).toMatch(/^NON EXAMINÉ : /);
  });
  test.each([
    [[null, null, null, 1.5, '2020-2022'], /^EXEMPTION PAR DÉCRET POSSIBLE/],
    [[60, null, null, null, '2029-2031'], /^EXEMPTÉE DE DROIT : .* ; droit lu au 27\/02\/2026$/],
  ])('SRU.EXEMPTION(%j)', async (args, attendu) => {
    expect(await cellule('SRU.EXEMPTION', ...args)).toMatch(attendu);
  });
});

describe('une période postérieure au droit lu se répond en mots avec sa réserve', () => {
  test.each([
    ['SRU.TYPOLOGIE', [100, 30, 30, 12, null, '2029-2031'], / ; droit lu au 27\/02\/2026$/],
    ['SRU.TYPOLOGIE', [100, 30, 30, 12, null, '2026-2028'], /au plus$/],
    ['SRU.OBJECTIF', [10_000, 1500, 20, null, '2029-2031'], /^165$/],
  ] as const)('%s(%j)', async (nom, args, attendu) => {
    expect(String(await cellule(nom, ...args))).toMatch(attendu);
  });
  test('SRU.EXPLIQUER la dit à l’étape de la période', async () => {
    const [, periode] = await appeler('SRU.EXPLIQUER', 10_000, 1500, 20, null, '2029-2031');
    expect(periode!.join(' ')).toContain('droit lu au 27/02/2026');
  });
});
