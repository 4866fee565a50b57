import { ouvrirHote, type HoteOuvert } from '../../banc/hote/transports/executeur';

let banc: HoteOuvert;
beforeEach(() => {
  banc = ouvrirHote();
});
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

/** Le code de l'erreur d'un `Excel.run`, et le membre en cause. */
const echec = async (faire: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> => {
  try {
    await banc.Excel.run(faire);
    return 'aucune erreur';
  } catch (erreur) {
    return (erreur as OfficeExtension.Error).code;
  }
};

test('écrit et relit une plage', async () => {
  const lu = await banc.Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.getActiveWorksheet();
    feuille.getRange('A1:C2').values = [
      ['Nom', 'Nombre', "'=texte"],
      ['x', '12', '=B2*2'],
    ];
    const relue = feuille.getUsedRange().load('address, values, formulas, rowCount');
    await context.sync();
    return relue.toJSON();
  });
  expect(lu.address).toBe('Feuil1!A1:C2');
  expect(lu.values).toEqual([
    ['Nom', 'Nombre', '=texte'],
    ['x', 12, 0],
  ]);
  expect(lu.formulas?.[1]).toEqual(['x', 12, '=B2*2']);
  expect(banc.journal.allersRetours).toBe(1);
});

test('une propriété non chargée, un objet absent, un objet nul', async () => {
  expect(await echec(async (context) => context.workbook.worksheets.getActiveWorksheet().name)).toBe(
    'PropertyNotLoaded',
  );
  const absente = async (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem('Absente').load('name');
    await context.sync();
  };
  expect(await echec(absente)).toBe('ItemNotFound');
  await banc.Excel.run(async (context) => {
    const nulle = context.workbook.worksheets.getItemOrNullObject('Absente').load('name');
    const vide = context.workbook.worksheets.getItem('Feuil1').getUsedRangeOrNullObject(true).load('address');
    await context.sync();
    expect([nulle.isNullObject, vide.isNullObject]).toEqual([true, true]);
  });
});

test('une erreur laisse ce qui la précède', async () => {
  const code = await echec(async (context) => {
    const feuille = context.workbook.worksheets.getItem('Feuil1');
    feuille.getRange('A1').values = [['fait']];
    feuille.getRange('A2:B3').values = [['trop court']];
    feuille.getRange('A4').values = [['jamais']];
    await context.sync();
  });
  expect(code).toBe('InvalidArgument');
  expect(banc.modele.cellule('{F1}', 0, 0)?.valeur).toBe('fait');
  expect(banc.modele.cellule('{F1}', 3, 0)).toBeUndefined();
});

test('les collections imbriquées se lisent en une fois', async () => {
  await banc.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add('Autre').comments.add('A1', 'Vu');
    worksheets.load('items/name, items/comments/items/content');
    await context.sync();
    expect(worksheets.items.map((f) => [f.name, f.comments.items.map((c) => c.content)])).toEqual([
      ['Feuil1', []],
      ['Autre', ['Vu']],
    ]);
  });
});

test('un nom défini suit ses cellules, une plage gardée aussi', async () => {
  await banc.Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.getItem('Feuil1');
    const plage = feuille.getRange('B2:B4');
    const nom = context.workbook.names.add('_cache', plage);
    nom.visible = false;
    await context.sync();
    feuille.getRange('1:2').insert('Down');
    feuille.name = 'Renommée';
    nom.load('formula, visible');
    plage.load('address');
    await context.sync();
    expect([nom.formula, nom.visible]).toEqual(['=Renommée!$B$4:$B$6', false]);
    expect(plage.address).toBe('Renommée!B4:B6');
    banc.modele.supprimerLignes('{F1}', 3, 3);
    nom.load('formula');
    await context.sync();
    expect(nom.formula).toBe('=Renommée!#REF!');
  });
});

test('un commentaire se pose, se lit et suit sa cellule', async () => {
  await banc.Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.getItem('Feuil1');
    context.workbook.comments.add('Feuil1!B2', 'À revoir');
    feuille.getRange('1:1').insert('Down');
    const { comments } = feuille;
    comments.load('items/content');
    await context.sync();
    const [seul] = comments.items;
    const endroit = seul?.getLocation().load('address');
    await context.sync();
    expect([seul?.content, endroit?.address]).toEqual(['À revoir', 'Feuil1!B3']);
    seul?.delete();
    await context.sync();
  });
  expect(banc.modele.classeur.commentaires).toEqual([]);
});

test('les réglages se gardent dans le classeur', async () => {
  await banc.Excel.run(async (context) => {
    context.workbook.settings.add('clef', { a: [1, 'deux'] });
    await context.sync();
    const reglage = context.workbook.settings.getItemOrNullObject('clef').load('value');
    const autre = context.workbook.settings.getItemOrNullObject('autre').load('value');
    await context.sync();
    expect([reglage.value, autre.isNullObject]).toEqual([{ a: [1, 'deux'] }, true]);
  });
});

test('onChanged dit qui, quoi et où', async () => {
  const recus: Excel.WorksheetChangedEventArgs[] = [];
  await banc.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (evenement) => {
      recus.push(evenement);
    });
    await context.sync();
    context.workbook.worksheets.getItem('Feuil1').getRange('A1:A2').values = [['a'], ['b']];
    await context.sync();
  });
  banc.modele.saisir('{F1}', { ligne: 1, colonne: 1, ligneFin: 1, colonneFin: 1 }, [[5]]);
  banc.modele.insererLignes('{F1}', 0, 1);
  await banc.calme();
  expect(recus.map((e) => [e.address, e.changeType, e.triggerSource, e.worksheetId, e.source])).toEqual([
    ['A1:A2', 'RangeEdited', 'ThisLocalAddin', '{F1}', 'Local'],
    ['B2', 'RangeEdited', 'Unknown', '{F1}', 'Local'],
    ['1:1', 'RowInserted', 'Unknown', '{F1}', 'Local'],
  ]);
  expect(recus[1]?.details).toEqual({
    ...{ valueBefore: '', valueAfter: 5, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' },
  });
});

test('une fonction personnalisée passe par le vrai aiguilleur', async () => {
  banc.CustomFunctions.associate('ESSAI.SOMME', (a: number, b: number) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- l’erreur d’Excel n’est pas typée en Error
    if (b < 0) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'b est négatif');
    return [[a + b, 'ok']];
  });
  const appeler = (...args: unknown[]) =>
    banc.invoquer({ fonction: 'ESSAI.SOMME', arguments: args, cellule: 'Feuil1!A1' }).reponse;
  expect(await Promise.all([appeler(1, 2), appeler(1, -2)])).toEqual([
    { valeur: [[3, 'ok']] },
    { erreur: '#VALUE!', message: 'b est négatif' },
  ]);
});

test('un bouton du ruban appelle l’action associée', async () => {
  const recus: string[] = [];
  banc.Office.actions.associate('agir', (evenement: Office.AddinCommands.Event) => {
    recus.push(evenement.source.id);
    evenement.completed();
  });
  await banc.commander('agir');
  expect(recus).toEqual(['agir']);
  await expect(banc.commander('inconnue')).rejects.toThrow('Aucune action « inconnue »');
});

test('la sélection s’annonce, au classeur comme aux feuilles', async () => {
  const recus: string[] = [];
  await banc.Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(async () => {
      recus.push('classeur');
    });
    context.workbook.worksheets.onSelectionChanged.add(async ({ address }) => {
      recus.push(address);
    });
    await context.sync();
    context.workbook.worksheets.getItem('Feuil1').getRange('B2:C3').select();
    await context.sync();
  });
  expect(banc.modele.selection()).toEqual({
    feuille: '{F1}',
    zone: { ligne: 1, colonne: 1, ligneFin: 2, colonneFin: 2 },
  });
  await banc.calme();
  expect(recus.sort()).toEqual(['B2:C3', 'classeur']);
});

test('enableEvents tait les événements', async () => {
  let recus = 0;
  await banc.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async () => {
      recus++;
    });
    await context.sync();
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [['tu']];
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await banc.calme();
  expect(recus).toBe(0);
});

test('le volet se montre, se cache et le fait savoir', async () => {
  const demandes: unknown[] = [];
  banc.hote.services.set('montrer le volet', ([etat]) => demandes.push(etat));
  await banc.Office.addin.showAsTaskpane();
  await banc.Office.addin.hide();
  await banc.Office.addin.setStartupBehavior('Load' as Office.StartupBehavior);
  expect(demandes).toEqual(['Visible', 'Background']);
});
