import { ouvrirHote, type HoteOuvert } from '../../banc/hote/transports/executeur';

let banc: HoteOuvert;
beforeEach(() => {
  banc = ouvrirHote();
});
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});
const surFeuille = <T>(faire: (feuille: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  banc.Excel.run((context) => faire(context.workbook.worksheets.getItem('Feuil1'), context));

test('fonds et polices : par défaut, communs, mêlés, retirés', async () => {
  await surFeuille(async (feuille, context) => {
    feuille.getRange('A1:A2').format.fill.color = 'yellow';
    feuille.getRange('A1').format.font.bold = true;
    const lues = ['A1', 'A1:A2', 'A2:A3', 'B9'].map((adresse) => {
      const { format } = feuille.getRange(adresse);
      format.load('fill/color, font/bold');
      return format;
    });
    await context.sync();
    expect(lues.map(({ fill }) => fill.color)).toEqual(['#FFFF00', '#FFFF00', null, '#FFFFFF']);
    expect(lues.map(({ font }) => font.bold)).toEqual([true, null, false, false]);
    feuille.getRange('A1:A2').format.fill.clear();
    await context.sync();
  });
  expect(banc.modele.feuille('{F1}')?.cellules).toEqual({ '0,0': { valeur: '', style: { police: { gras: true } } } });
});

test('une couleur se donne aussi par son nom HTML, partout où il en va une', async () => {
  await surFeuille(async (feuille, context) => {
    const { format } = feuille.getRange('A1');
    const bord = format.borders.getItem('EdgeTop');
    format.fill.color = 'RebeccaPurple';
    format.font.color = 'tomato';
    bord.color = 'lightgoldenrodyellow';
    format.load('fill/color, font/color');
    bord.load('color');
    await context.sync();
    expect([format.fill.color, format.font.color, bord.color]).toEqual(['#663399', '#FF6347', '#FAFAD2']);
  });
});

test('getCellProperties rend les fonds, même quand le motif est muet', async () => {
  banc.ennuis.motifMuet = true;
  await surFeuille(async (feuille, context) => {
    feuille.getRange('A1').format.fill.color = '#ff0000';
    const demande = { format: { fill: { color: true, pattern: true, tintAndShade: true }, font: { bold: true } } };
    const lues = feuille.getRange('A1:B1').getCellProperties(demande);
    await context.sync();
    expect(lues.value[0]?.map(({ format }) => format?.fill)).toEqual([
      { color: '#FF0000', pattern: null, tintAndShade: 0 },
      { color: '#FFFFFF', pattern: null, tintAndShade: null },
    ]);
  });
});

test('des lignes insérées et supprimées décalent tout, formules comprises', async () => {
  await surFeuille(async (feuille, context) => {
    feuille.getRange('A1:A3').values = [[1], [2], [3]];
    feuille.getRange('B1').formulas = [['=SUM($A$1:A3)+Feuil1!A2&"A2"']];
    feuille.getRange('A2:B2').merge();
    feuille.getRange('2:3').insert('Down');
    await context.sync();
    const formule = feuille.getRange('B1').load('formulas');
    const fusions = feuille.getUsedRange().getMergedAreasOrNullObject().load('address');
    await context.sync();
    expect(formule.formulas).toEqual([['=SUM($A$1:A5)+Feuil1!A4&"A2"']]);
    expect(fusions.address).toBe('Feuil1!A4:B4');
    banc.modele.supprimerLignes('{F1}', 3, 1);
    formule.load('formulas');
    await context.sync();
    expect(formule.formulas).toEqual([['=SUM($A$1:A4)+Feuil1!#REF!&"A2"']]);
  });
});

test('une formule déverse, sa zone se lit, une saisie la rompt', async () => {
  banc.modele.saisir('{F1}', { ligne: 0, colonne: 0, ligneFin: 0, colonneFin: 0 }, [['=ESSAI()']]);
  const zone = { ligne: 0, colonne: 0, ligneFin: 1, colonneFin: 1 };
  banc.modele.recevoirCalcul('{F1}', zone, [
    [1, 2],
    [3, 4],
  ]);
  await surFeuille(async (feuille, context) => {
    const tout = feuille.getRange('A1:B2').load('values, formulas');
    const deversee = feuille.getRange('A1').getSpillingToRangeOrNullObject().load('address');
    const rien = feuille.getRange('C3').getSpillingToRangeOrNullObject().load('address');
    await context.sync();
    expect(tout.formulas).toEqual([
      ['=ESSAI()', 2],
      [3, 4],
    ]);
    expect(deversee.address).toBe('Feuil1!A1:B2');
    expect(rien.isNullObject).toBe(true);
    feuille.getRange('B1').values = [['obstacle']];
    await context.sync();
  });
  const { cellules } = banc.modele.feuille('{F1}') ?? {};
  expect(cellules).toEqual({ '0,0': { valeur: '#SPILL!', formule: '=ESSAI()' }, '0,1': { valeur: 'obstacle' } });
});

test('null laisse, vide efface, un nombre tapé en texte devient nombre', async () => {
  await surFeuille(async (feuille, context) => {
    const plage = feuille.getRange('A1:D1');
    plage.values = [['garde', 'efface', '1.5', 'x']];
    plage.formulas = [[null, '', '=A1', '=B1&","']] as never;
    plage.load('formulas, formulasLocal');
    await context.sync();
    expect(plage.formulas).toEqual([['garde', '', '=A1', '=B1&","']]);
    feuille.getRange('E1').formulasLocal = [['=SOMME(A1;B1)']];
    const locale = feuille.getRange('E1').load('formulas');
    await context.sync();
    expect(locale.formulas).toEqual([['=SOMME(A1,B1)']]);
  });
});

test.each([
  ['getRange d’une adresse mauvaise', (f: Excel.Worksheet) => f.getRange('Z0').load('address'), 'InvalidArgument'],
  ['une feuille au nom interdit', (f: Excel.Worksheet) => (f.name = 'a/b'), 'InvalidArgument'],
  ['un nom de feuille trop long', (f: Excel.Worksheet) => (f.name = 'x'.repeat(32)), 'InvalidArgument'],
  ['la dernière feuille visible', (f: Excel.Worksheet) => f.delete(), 'InvalidOperation'],
  ['un décalage hors de la feuille', (f: Excel.Worksheet) => f.getRange('A1').getCell(-1, 0), 'InvalidArgument'],
  [
    'une couleur qui n’en est pas une',
    (f: Excel.Worksheet) => (f.getRange('A1').format.fill.color = 'rouge vif'),
    'InvalidArgument',
  ],
  [
    'une bordure d’une couleur qui n’en est pas une',
    (f: Excel.Worksheet) => (f.getRange('A1').format.borders.getItem('EdgeTop').color = 'toString'),
    'InvalidArgument',
  ],
])('%s est refusé', async (_, faire, code) => {
  const essai = surFeuille(async (feuille, context) => {
    faire(feuille);
    await context.sync();
  });
  await expect(essai).rejects.toMatchObject({ code });
});

test('un nom de feuille déjà pris est refusé', async () => {
  const ajouter = banc.Excel.run(async (context) => {
    context.workbook.worksheets.add('feuil1');
    await context.sync();
  });
  await expect(ajouter).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
});

test('une feuille s’apprête à imprimer, avec un graphique', async () => {
  await surFeuille(async (feuille, context) => {
    feuille.getRange('A1:C3').values = [
      ['', 'Un', 'Deux'],
      ['x', 1, 2],
      ['y', 3, 4],
    ];
    const { pageLayout } = feuille;
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.headersFooters.defaultForAllPages.rightFooter = '&P / &N';
    pageLayout.setPrintTitleRows('$1:$1');
    const graphique = feuille.charts.add('ColumnClustered', feuille.getRange('A1:C3'), 'Columns');
    graphique.title.text = 'Titre';
    graphique.setPosition('E2', 'K20');
    graphique.legend.position = 'Bottom';
    pageLayout.load('orientation, zoom');
    await context.sync();
    expect([pageLayout.orientation, pageLayout.zoom]).toEqual(['Landscape', { horizontalFitToPages: 1 }]);
  });
  expect(banc.modele.classeur.graphiques[0]).toMatchObject({
    ...{ type: 'ColumnClustered', titre: 'Titre', position: { ligne: 1, colonne: 4, ligneFin: 19, colonneFin: 10 } },
    reglages: { 'legend.position': 'Bottom' },
  });
  expect(banc.modele.feuille('{F1}')?.miseEnPage).toMatchObject({ printTitleRows: '1:1' });
});

test('bordures et tailles', async () => {
  await surFeuille(async (feuille, context) => {
    feuille.getRange('A1:B2').format.borders.getItem('EdgeBottom').style = 'Continuous';
    feuille.getRange('A:A').format.columnWidth = 100;
    const { format } = feuille.getRange('A1:B1').load('format/columnWidth');
    await context.sync();
    expect(format.columnWidth).toBeNull();
  });
  const bordure = (l: number) => banc.modele.cellule('{F1}', l, 0)?.style?.bordures;
  expect([bordure(0), bordure(1)]).toEqual([undefined, { EdgeBottom: { style: 'Continuous' } }]);
});

test('le calcul de secours passe par les fonctions du complément', async () => {
  banc.fermer();
  const metadonnees = {
    functions: [{ name: 'ESSAI.TOTAL', parameters: [{ dimensionality: 'matrix' }, { dimensionality: 'scalar' }] }],
  };
  banc = ouvrirHote({ calculer: 'complement', metadonnees });
  banc.CustomFunctions.associate('ESSAI.TOTAL', (plage: number[][], facteur: number | null) =>
    plage.map(([n = 0]) => [n * (facteur ?? 10)]),
  );
  const saisir = (ligne: number, colonne: number, v: string | number) => {
    banc.modele.saisir('{F1}', { ligne, colonne, ligneFin: ligne, colonneFin: colonne }, [[v]]);
  };
  saisir(0, 0, 1);
  saisir(1, 0, 2);
  saisir(0, 2, '=ESSAI.TOTAL(A1:A2)');
  saisir(4, 2, '=ESSAI.TOTAL(C1:C2,2)');
  await banc.calme();
  const colonne = (lignes: number[]) => lignes.map((l) => banc.modele.cellule('{F1}', l, 2)?.valeur);
  expect(colonne([0, 1, 4, 5])).toEqual([10, 20, 20, 40]);
  saisir(0, 0, 5);
  await banc.calme();
  expect(colonne([0, 1, 4, 5])).toEqual([50, 20, 100, 40]);
});
