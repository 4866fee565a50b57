import { type Ennuis } from '../../banc/hote/ennuis';
import { ouvrirHote, type HoteOuvert, type OptionsDHote } from '../../banc/hote/transports/executeur';

let banc: HoteOuvert;
const ouvrir = (options: OptionsDHote) => {
  banc = ouvrirHote(options);
};
afterEach(() => {
  banc.fermer();
});

/** Écrit « avant » en A1 puis « après » en A2 ; rend le code de l'erreur et ce qui est resté. */
async function ecrire(): Promise<[string, unknown, unknown]> {
  let code = 'aucune erreur';
  try {
    await banc.Excel.run(async (context) => {
      const feuille = context.workbook.worksheets.getItem('Feuil1');
      feuille.getRange('A1').values = [['avant']];
      feuille.getRange('A2').values = [['après']];
      await context.sync();
    });
  } catch (erreur) {
    ({ code } = erreur as OfficeExtension.Error);
  }
  const valeur = (ligne: number) => banc.modele.cellule('{F1}', ligne, 0)?.valeur;
  return [code, valeur(0), valeur(1)];
}

test.each<[string, Ennuis, [string, unknown, unknown]]>([
  ['aucun ennui', {}, ['aucune erreur', 'avant', 'après']],
  [
    'ItemNotFound au milieu d’un lot',
    { echouer: { requete: 1, code: 'ItemNotFound', action: 7 } },
    ['ItemNotFound', 'avant', undefined],
  ],
  ['demande trop lourde', { tailleMax: 100 }, ['RequestPayloadSizeLimitExceeded', undefined, undefined]],
  ['saisie en cours', { saisieEnCours: true }, ['InvalidOperationInCellEditMode', undefined, undefined]],
  ['session perdue', { sessionPerdue: true }, ['InvalidOrTimedOutSession', undefined, undefined]],
  ['réponses lentes', { lenteur: 20 }, ['aucune erreur', 'avant', 'après']],
])('%s', async (_, ennuis, attendu) => {
  ouvrir({ ennuis });
  expect(await ecrire()).toEqual(attendu);
});

test('un ennui à la deuxième requête laisse passer la première, puis s’oublie', async () => {
  ouvrir({ ennuis: { echouer: { requete: 2, code: 'GeneralException' } } });
  expect((await ecrire())[0]).toBe('aucune erreur');
  expect((await ecrire())[0]).toBe('GeneralException');
  expect((await ecrire())[0]).toBe('aucune erreur');
});

test('une réponse trop lourde est refusée, la même en deux fois passe', async () => {
  ouvrir({ ennuis: { tailleMax: 20_000 } });
  const lignes = Array.from({ length: 2000 }, (_, i) => [`ligne ${i}`]);
  banc.modele.saisir('{F1}', { ligne: 0, colonne: 0, ligneFin: 1999, colonneFin: 0 }, lignes);
  const lire = (adresse: string) =>
    banc.Excel.run(async (context) => {
      const plage = context.workbook.worksheets.getItem('Feuil1').getRange(adresse).load('values');
      await context.sync();
      return plage.values.length;
    });
  await expect(lire('A1:A2000')).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  expect((await lire('A1:A1000')) + (await lire('A1001:A2000'))).toBe(2000);
});

test('une feuille protégée refuse l’écriture, pas la lecture', async () => {
  ouvrir({});
  banc.modele.proteger('{F1}', true, 'agent');
  expect(await ecrire()).toEqual(['AccessDenied', undefined, undefined]);
  await banc.Excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem('Feuil1').load('protection/protected');
    await context.sync();
    expect(protection.protected).toBe(true);
  });
  banc.modele.proteger('{F1}', false, 'agent');
  expect((await ecrire())[0]).toBe('aucune erreur');
});

test('un Excel plus ancien ne connaît pas les membres récents', async () => {
  ouvrir({ exigences: { ExcelApi: '1.10' } });
  const lire = (quoi: (cellule: Excel.Range) => Excel.Range) =>
    banc.Excel.run(async (context) => {
      quoi(context.workbook.worksheets.getItem('Feuil1').getRange('A1')).load('address');
      await context.sync();
    });
  await expect(lire((cellule) => cellule)).resolves.toBeUndefined();
  await expect(lire((cellule) => cellule.getSpillingToRangeOrNullObject())).rejects.toMatchObject({
    code: 'ApiNotFound',
    debugInfo: { errorLocation: 'Range.GetSpillingToRangeOrNullObject' },
  });
  expect(banc.Office.context.requirements.isSetSupported('ExcelApi', '1.12')).toBe(false);
  expect(banc.journal.inconnus).toEqual([]);
});

test('sans commentaires : ExcelApi 1.9', async () => {
  ouvrir({ exigences: { ExcelApi: '1.9' } });
  const commenter = banc.Excel.run(async (context) => {
    context.workbook.comments.add('Feuil1!A1', 'non');
    await context.sync();
  });
  await expect(commenter).rejects.toMatchObject({ code: 'ApiNotFound' });
});

test('un appel que l’hôte ignore échoue avec son nom, dans l’essai et au journal', async () => {
  ouvrir({});
  const trier = banc.Excel.run(async (context) => {
    context.workbook.worksheets
      .getItem('Feuil1')
      .getRange('A1:A3')
      .sort.apply([{ key: 0 }]);
    await context.sync();
  });
  await expect(trier).rejects.toMatchObject({ code: 'ApiNotFound', message: 'L’hôte ne connaît pas Range.sort.' });
  expect(banc.journal.inconnus).toEqual(['Range.sort']);
});
