import { appeler, cellule } from '../../outils/fonctions';

const TAUX_LLS: readonly [string, (taux: unknown) => unknown[]][] = [
  ['SRU.OBJECTIF.DEPUIS', (taux) => [500, taux, 20]],
  ['SRU.TYPOLOGIE', (taux) => [100, 30, 25, taux, 'non']],
  ['SRU.BILAN', (taux) => [100, 100, 30, 25, taux, 'non']],
  ['SRU.SOUMISE', (taux) => [5000, 'non', 'oui', 'oui', taux, 20]],
  ['SRU.PRELEVEMENT.EXONERE', (taux) => [taux, 20, 'oui', 'non']],
];

// Aucune commune ne dépasse 89 % de logements sociaux : de 0,9 à 1, un nombre nu est sans doute un petit taux en pour cent.
describe.each(TAUX_LLS)('%s, taux_lls', (nom, args) => {
  test.each([
    [0.94, '« 94 % » ou « 0,94 % »'],
    ['0,94', '« 94 % » ou « 0,94 % »'],
    [0.901, '« 90,1 % » ou « 0,901 % »'],
    [1, '« 100 % » ou « 1 % »'],
  ])('%p est refusé', async (taux, ecritures) => {
    expect(await cellule(nom, ...args(taux))).toMatch(
      new RegExp(`^#VALEUR! taux_lls : reçu .*, attendu un taux sans ambiguïté : écrire ${ecritures}\\.$`),
    );
  });
  test.each([0.9, '0,94 %', '1 %', 1.01, 0.094])('%p se lit', async (taux) => {
    expect(String(await cellule(nom, ...args(taux)))).not.toMatch(/ambiguïté/);
  });
});

describe('le taux est dit tel qu’il est lu', () => {
  test.each([
    [
      'SRU.SOUMISE',
      [5000, 'non', 'oui', 'oui', '0,94 %', 20],
      /^SOUMISE : .*taux de 0,94 %, taux cible de 20 % non atteint$/,
    ],
    ['SRU.SOUMISE', [5000, 'non', 'oui', 'oui', 0.25, 20], 'NON SOUMISE : taux de 25 %, taux cible de 20 % atteint'],
    [
      'SRU.SOUMISE',
      [5000, 'non', 'oui', 'oui', 25, 25],
      'INDÉTERMINÉ : taux de 25 % (de 24,5 à 25,5 %), pour un taux cible de 25 % : en donner plus de décimales',
    ],
    ['SRU.SOUMISE', [5000, 'non', 'oui', 'oui', '19,99 %', 20], /taux de 19,99 %, taux cible de 20 % non atteint$/],
    [
      'SRU.PRELEVEMENT.EXONERE',
      ['17,5 %', 20, 'oui', 'non'],
      /^EXONÉRÉE : bénéficiaire de la DSU .*, taux de 17,5 % qui excède 15 %$/,
    ],
    [
      'SRU.PRELEVEMENT.EXONERE',
      ['20 %', 25, 'oui', 'non'],
      /^INDÉTERMINÉ : .*, taux de 20 % \(de 19,5 à 20,5 %\), qui doit excéder 20 % : en donner plus de décimales$/,
    ],
    [
      'SRU.BILAN',
      [100, 100, 30, 30, 12],
      [1, 'ATTEINT : 100 réalisés sur 100', 'CONFORME : 30 PLAI, 30 au moins ; 30 PLS (taux de 12 %), 30 au plus'],
    ],
    ['SRU.TYPOLOGIE', [100, 30, 30, '12 %'], 'CONFORME : 30 PLAI, 30 au moins ; 30 PLS (taux de 12 %), 30 au plus'],
    ['SRU.TYPOLOGIE', [100, 30, 25, 9.9, 'non'], 'NON CONFORME : 25 PLS (taux de 9,9 %), 20 au plus'],
    ['SRU.EXEMPTION', [0.55], 'EXEMPTÉE DE DROIT : 55 % du territoire urbanisé inconstructible, plus de 50 % exigés'],
    [
      'CMS.DUREE',
      [4, 5000, 0.29],
      /^NON CONFORME : .* ; 5 000 habitants, moins de 5 000 exigés ; 29 % du territoire urbanisé inconstructible, de 30 à 50 % exigés$/,
    ],
  ] as [string, unknown[], string | RegExp | unknown[]][])('%s(%j)', async (nom, args, attendu) => {
    const rendu = await cellule(nom, ...args);
    if (attendu instanceof RegExp) expect(rendu).toMatch(attendu);
    else if (typeof attendu === 'string') expect(rendu).toBe(attendu);
    else expect((await appeler(nom, ...args))[0]).toEqual(attendu);
  });
});

describe('« préciser » nomme ce qui manque et déciderait, rien d’autre', () => {
  test.each([
    ['SRU.TYPOLOGIE', [100, 30, 25], /sans PLH : préciser taux_lls et plh$/],
    ['SRU.TYPOLOGIE', [100, 30, 25, null, 'non'], /sans PLH : préciser taux_lls$/],
    ['SRU.TYPOLOGIE', [100, 30, 25, '9 %'], /sans PLH : préciser plh$/],
    ['SRU.TYPOLOGIE', [100, 30, 25, 10, 'non'], /sans PLH : donner plus de décimales à taux_lls$/],
    ['SRU.TYPOLOGIE', [100, 30, 25, 10], /sans PLH : donner plus de décimales à taux_lls, et préciser plh$/],
    ['SRU.TYPOLOGIE', [100, 30, 25, 12], /^CONFORME/],
    ['SRU.PRELEVEMENT.EXONERE', ['24 %', 25, null, 'non'], /^INDÉTERMINÉ : préciser dsu, taux de 24 %/],
    ['SRU.PRELEVEMENT.EXONERE', ['24 %', 25, 'non', null], /^INDÉTERMINÉ : préciser dsr_cible, taux de 24 %/],
    ['SRU.PRELEVEMENT.EXONERE', ['24 %', 25], /^INDÉTERMINÉ : préciser dsu et dsr_cible, taux de 24 %/],
    [
      'SRU.PRELEVEMENT.EXONERE',
      ['10 %', 25],
      'NON EXONÉRÉE : taux de 10 % qui n’excède pas 20 % ; commune qui n’est pas nouvellement soumise',
    ],
    [
      'SRU.PRELEVEMENT.EXONERE',
      ['20 %', 25, 'non', 'non'],
      'NON EXONÉRÉE : ni DSU ni troisième fraction de la DSR ; commune qui n’est pas nouvellement soumise',
    ],
    ['SRU.EXEMPTION', [50, 'oui', null, 2], 'INDÉTERMINÉ : préciser isolee'],
    ['SRU.EXEMPTION', [50, null, 'oui', 2], 'INDÉTERMINÉ : préciser hors_agglomeration'],
    ['CMS.DUREE', [4, 5000], /^INDÉTERMINÉ : .* ; préciser inconstructibilite$/],
    ['CMS.DUREE', [4, null, 29], /^INDÉTERMINÉ : .* ; préciser population$/],
  ] as [string, unknown[], string | RegExp][])('%s(%j)', async (nom, args, attendu) => {
    const rendu = await cellule(nom, ...args);
    if (attendu instanceof RegExp) expect(rendu).toMatch(attendu);
    else expect(rendu).toBe(attendu);
  });

  test('SRU.BILAN dit la borne de 10 %', async () => {
    const [, , qualitatif] = (await appeler('SRU.BILAN', 100, 100, 30, 25))[0]!;
    expect(qualitatif).toBe(
      'INDÉTERMINÉ : 25 PLS, 30 au plus, ou 20 si le taux est inférieur à 10 % et sans PLH : préciser taux_lls et plh',
    );
  });
});

describe('CMS.DUREE, L. 302-8, IX : de 30 à 50 % du territoire urbanisé', () => {
  test.each([
    [30, /^DÉROGATION POSSIBLE : .*30 % du territoire urbanisé inconstructible.*\(interprétation\)$/],
    [50, /^DÉROGATION POSSIBLE : .*50 % du territoire urbanisé inconstructible.*\(interprétation\)$/],
    [30.01, /^DÉROGATION POSSIBLE : .*30,01 % du territoire urbanisé inconstructible, de 30 à 50 % exigés$/],
    [29.99, /^NON CONFORME/],
    [29.999999, /^NON CONFORME.* 29,999999 % du territoire/],
    [50.01, /^NON CONFORME/],
  ])('%p %%', async (part, attendu) => expect(await cellule('CMS.DUREE', 4, 5000, part)).toMatch(attendu));

  test('le motif de la dérogation est la population ou le territoire', async () => {
    expect(await cellule('CMS.DUREE', 4, 4999, 60)).toBe(
      'DÉROGATION POSSIBLE : 4 périodes, 3 au plus sauf dérogation du préfet, sur demande motivée ; 4 999 habitants, moins de 5 000 exigés',
    );
  });
});

describe('SRU.TRAJECTOIRE', () => {
  const trajectoire = (croissance: unknown, realisation?: unknown) =>
    cellule('SRU.TRAJECTOIRE', 10000, 1500, 20, croissance, 3, realisation);

  test.each([
    [1, '« 100 % » ou « 1 % »'],
    [0.21, '« 21 % » ou « 0,21 % »'],
    [-0.5, '« −50 % » ou « −0,5 % »'],
  ])('une croissance de %p est refusée', async (croissance, ecritures) => {
    expect(await trajectoire(croissance)).toBe(
      `#VALEUR! croissance_rp : reçu ${String(croissance).replace('.', ',')}, attendu un taux sans ambiguïté : écrire ${ecritures}.`,
    );
  });
  test.each([-100, '-100 %'])('une croissance de %p ne laisse pas de parc : elle est nommée', async (croissance) => {
    expect(await trajectoire(croissance)).toMatch(/^#VALEUR! croissance_rp : reçu .*résidences principales/);
  });

  test.each([
    [0.2, '20 %', 1, '100 %'],
    ['1 %', '1 %', 0.8, '80 %'],
    [null, '0 %', 80, '80 %'],
    [3, '3 %', 3.9, '3,9 %'],
    [3, '3 %', 4.1, '4,1 %'],
    [-0.03, '−3 %', '120 %', '120 %'],
    [0, '0 %', 200, '200 %'],
  ])('croissance %p lue %s, réalisation %p lue %s', async (croissance, lue, realisation, realisee) => {
    const lignes = await appeler('SRU.TRAJECTOIRE', 10000, 1500, 20, croissance, 3, realisation);
    expect(lignes.at(-1)![9]).toMatch(
      new RegExp(
        `^2026-2028 à 20\\d\\d-20\\d\\d \\(droit lu au .*\\) ; croissance de ${lue} par période, objectif réalisé à ${realisee}$`,
      ),
    );
  });
  test.each([1.2, 2])('une réalisation de %p, rapport ou pour cent, est refusée', async (realisation) => {
    expect(await trajectoire(0, realisation)).toMatch(/^#VALEUR! taux_realisation : .*sans ambiguïté/);
  });
  test.each([201, '201 %', -1])('une réalisation de %p est refusée', async (realisation) => {
    expect(await trajectoire(0, realisation)).toMatch(/^#VALEUR! taux_realisation : .*attendu une part de 0 à 200 %/);
  });
});

describe('SRU.CIBLE, le seuil du décret', () => {
  test.each([
    [[3.99, '2023-2025', 4], 20],
    [[3.6, '2023-2025', 3.5], /^#VALEUR! seuil : reçu 3,5, attendu 4, celui de la période 2023-2025 \(ou rien\)\.$/],
    [[5.2, '2026-2028'], 20],
    [[5.5, '2026-2028'], 25],
    [[3, '2026-2028', null, 6], 25],
    [[3.6, '2029-2031', 3.5], 25],
    [
      [3.6, '2029-2031'],
      /^#N\/A Seuil de tension du taux cible : aucune règle connue pour la période 2029-2031 \(droit lu au 27\/02\/2026\)\. Le lire dans le décret et le donner en troisième argument, seuil\.$/,
    ],
  ] as [unknown[], number | RegExp][])('%j', async (args, attendu) => {
    const rendu = await cellule('SRU.CIBLE', ...args);
    if (attendu instanceof RegExp) expect(rendu).toMatch(attendu);
    else expect(rendu).toBe(attendu);
  });
});

describe('un refus dit pourquoi', () => {
  test.each([
    ['SRU.OBJECTIF', [10000, -5, 20], /^#VALEUR! logements_sociaux : reçu -5, attendu .*positif ou nul\.$/],
    [
      'SRU.OBJECTIF',
      [10000, '1.500', 20],
      /^#VALEUR! logements_sociaux : reçu « 1\.500 », .* : le point est ambigu, écrire « 1500 » ou « 1,500 »\.$/,
    ],
    [
      'SRU.PRELEVEMENT',
      ['1.000 €', 10000, 1500, 20, 1e7],
      /^#VALEUR! potentiel_fiscal_habitant : reçu « 1\.000 € », .* le point est ambigu, écrire « 1000 € » ou « 1,000 € »\.$/,
    ],
    [
      'SRU.PRELEVEMENT',
      [1000, 10000, 1500, 20, 1e13],
      /^#VALEUR! depenses_fonctionnement : .*attendu un montant en euros, de 0 à 1 000 000 000 000\.$/,
    ],
    [
      'SRU.PRELEVEMENT',
      [100000.01, 10000, 1500, 20, 1e7],
      /^#VALEUR! potentiel_fiscal_habitant : .*attendu un montant en euros, de 0 à 100 000\.$/,
    ],
    ['SRU.PRELEVEMENT', ['- €', 10000, 1500, 20, 1e7], /^#VALEUR! potentiel_fiscal_habitant : reçu « - € », attendu/],
    [
      'SRU.MAJORATION',
      [-10, 1],
      /^#VALEUR! objectif : reçu -10, attendu un nombre entier de logements d’au moins 1\.$/,
    ],
    ['SRU.MAJORATION', [0, 1], /^#VALEUR! objectif : reçu 0, attendu un nombre entier de logements d’au moins 1\.$/],
    [
      'SRU.REPORT',
      [1, -3],
      /^#VALEUR! obligation_triennale : reçu -3, attendu un nombre de logements supérieur à 0\.$/,
    ],
    ['SRU.REPORT', [1, 0], /^#VALEUR! obligation_triennale : reçu 0, attendu un nombre de logements supérieur à 0\.$/],
    [
      'SRU.PRELEVEMENT.EXONERE',
      ['8 %', 25, 'non', 'non', 2015],
      /^#VALEUR! annees_depuis_entree : reçu 2015, attendu une durée en années entières, de 0 à 100 \(et non une année\)\.$/,
    ],
    ['APL.NPL', [500, 500, 600, 2015], /^#VALEUR! anciennetes : reçu 2015, attendu une durée en années, de 0 à 100/],
    [
      'SRU.DECONVENTIONNEMENT',
      [11, 'oui', '31/12/1976'],
      /^#VALEUR! echeance : .*attendu une date comme 31\/12\/2026, depuis 1977\.$/,
    ],
    ['SRU.DECONVENTIONNEMENT', [11, 'oui', '31/12/0002'], /^#VALEUR! echeance/],
    [
      'SRU.DECONVENTIONNEMENT',
      [11, 'oui', '31/12/2026', 'oui', 'oui', '01/01/1976'],
      /^#VALEUR! date_avis : .*, depuis 1977\.$/,
    ],
    [
      'SRU.PRELEVEMENT.MAJORE',
      [10000, 0, 100000],
      /^#VALEUR! prelevement : reçu 10 000 €, attendu au plus 5 000 €, 5 % des dépenses de fonctionnement\.$/,
    ],
    [
      'APL.CLAUSEMIXITE',
      [10, 11, 0],
      /^#VALEUR! modestes et aises : reçu 11 \+ 0 ménages, attendu au plus 10, le nombre de logements de l’opération\.$/,
    ],
    [
      'APL.CLAUSEMIXITE',
      [10, 10, 1],
      /^#VALEUR! modestes et aises : reçu 10 \+ 1 ménages, attendu au plus 10, le nombre de logements de l’opération\.$/,
    ],
    [
      'APL.CLAUSEMIXITE',
      [10, 11],
      /^#VALEUR! modestes : reçu 11 ménages, attendu au plus 10, le nombre de logements de l’opération\.$/,
    ],
    [
      'SRU.OBJECTIF.DEPUIS',
      [0, 16, 20],
      /^#VALEUR! Un taux d’au plus 16,5 % n’atteint pas la cible de 20 %, mais aucun logement ne manque : l’un des deux est faux/,
    ],
  ] as [string, unknown[], RegExp][])('%s(%j)', async (nom, args, attendu) => {
    expect(await cellule(nom, ...args)).toMatch(attendu);
  });

  test('SRU.DECONVENTIONNEMENT, 31/12/1977 se lit', async () => {
    expect(await cellule('SRU.DECONVENTIONNEMENT', 11, 'oui', '31/12/1977')).toContain('30/06/1975');
  });
});

test('SRU.BILAN : plus de PLAI et de PLS que de réalisés n’est pas conforme, mais à vérifier', async () => {
  const [, , qualitatif] = (await appeler('SRU.BILAN', 100, 100, 80, 30, 12))[0]!;
  expect(qualitatif).toBe('INDÉTERMINÉ : 80 PLAI et 30 PLS, plus que les 100 réalisés : à vérifier');
  const [, , insuffisant] = (await appeler('SRU.BILAN', 100, 100, 80, 31, 12))[0]!;
  expect(insuffisant).toBe('NON CONFORME : 31 PLS (taux de 12 %), 30 au plus');
  const [, , egal] = (await appeler('SRU.BILAN', 100, 100, 70, 30, 12))[0]!;
  expect(egal).toMatch(/^CONFORME/);
});

test('ATTRIB : la part écrite n’est jamais de l’autre côté du seuil', async () => {
  expect(await cellule('ATTRIB.HORSQPV', 10000, 2499)).toMatch(
    /^NON ATTEINT : 2 499 sur 10 000 baux, 24,99 %, 25 % au moins/,
  );
  expect(await cellule('ATTRIB.HORSQPV', 100000, 24999)).toMatch(/ 24,999 %, 25 % au moins/);
  expect(await cellule('ATTRIB.HORSQPV', 3, 1)).toMatch(/^ATTEINT : 1 sur 3 baux, 33,3 %, 25 % au moins/);
  expect(await cellule('ATTRIB.SUBSTITUTION', 10000, 3004, '30,05 %')).toMatch(/, 30 %, 30,05 % au moins/);
});

test('APL.CLAUSEMIXITE dit la majoration de loyer des ménages aisés', async () => {
  const [, , verdict] = (await appeler('APL.CLAUSEMIXITE', 11, 4, 1))[0]!;
  expect(verdict).toContain(
    '1 à des ménages dont les ressources dépassent le plafond (+20 % au plus, loyer majoré de 33 %), 1 au plus',
  );
});

describe('une erreur du moteur devient celle d’une cellule, en français', () => {
  test('hors de tout calcul cellule par cellule', async () => {
    const long = '0,123456789012345';
    expect(await cellule('SRU.PRELEVEMENT.EXPLIQUER', 1e5, 1e8, 0, 20, 1e12, long)).not.toMatch(/safe|sûrs/);
    expect(await cellule('APL.NPL', [['0,123456789012345'], ['999999999,3']], 1, 2, 7)).toMatch(
      /^#VALEUR! Nombre trop grand, ou à trop de décimales, pour un calcul exact\.$/,
    );
  });
  test('le potentiel fiscal est borné là où il se lit', async () => {
    expect(await cellule('SRU.PRELEVEMENT.EXPLIQUER', 1e11, 1e8, 0, 20, 1e12)).toMatch(
      /^#VALEUR! potentiel_fiscal_habitant : reçu 100000000000, attendu un montant en euros, de 0 à 100 000\.$/,
    );
  });
});

test('CIMS.REPARTIR laisse un palier indéterminé indéterminé, avec sa commune', async () => {
  const tableau = [
    ['Commune', 'Logements manquants', 'Taux LLS', 'Taux cible', 'Objectif du contrat'],
    ['Commune A', 500, '16 %', 20, ''],
    ['Commune B', 300, '10 %', 20, ''],
  ];
  expect(await cellule('CIMS.REPARTIR', tableau)).toMatch(
    /^#N\/A Commune A : le taux n’est connu qu’à son arrondi près, de 15,5 à 16,5 %/,
  );
});

describe('SRU.RANG, d’après la première soumission', () => {
  test.each([
    [[2020, '2020-2022'], 0],
    [[2020, '2023-2025'], 1],
    [[2020, '2026-2028'], 2],
    [[2020, '2029-2031'], 3],
    [[2014, '2023-2025'], 3],
    [[2015, '2014-2016'], 0],
    [['01/01/2023', '2023-2025'], 0],
    [[44927, '2023-2025'], 0],
    [['2023', '2026-2028'], 1],
    [[2024, '2026-2028', 'oui'], 3],
    [[2026], 0],
    [[2026, '2023-2025'], /^#VALEUR! entree : reçu 2026, attendu une année d’entrée, 2025 au plus tard/],
    [[1999], /^#VALEUR! entree : reçu 1999, attendu une année comme 2020, ou une date/],
    [[2020.5], /^#VALEUR! entree/],
    [['bientôt'], /^#VALEUR! entree : reçu « bientôt »/],
  ] as [unknown[], number | RegExp][])('%j', async (args, attendu) => {
    const rendu = await cellule('SRU.RANG', ...args);
    if (attendu instanceof RegExp) expect(rendu).toMatch(attendu);
    else expect(rendu).toBe(attendu);
  });
});
