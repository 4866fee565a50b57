import { cellules, feuilleXml, lire, xlsxMinimal } from './fabrique';
import { lireCommeLaPage } from '../hors-excel/outils';
import { classeurDepose } from '../../../src/classeur/depose/classeur-depose';
import { memoireVive } from '../hors-excel/outils';

const EXTENSION =
  '<we:webextension xmlns:we="x"><we:properties><we:property name="cle" value="&quot;du fichier&quot;"/></we:properties></we:webextension>';
const DONNEES =
  '<row r="1"><c r="A1" t="inlineStr"><is><r><t>60</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c></row>' +
  '<row r="2" hidden="1"><c r="A2"><f>B1</f></c><c r="B2" t="str"><v>#BUSY!</v></c></row>';
const classeur = () =>
  xlsxMinimal({
    'xl/webextensions/webextension1.xml': EXTENSION,
    'xl/worksheets/sheet1.xml': feuilleXml(DONNEES).replace(
      '<sheetData>',
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>',
    ),
  });

test('ce que dit un fichier traverse le fil de la page', async () => {
  const octets = await classeur();
  const [page, disque] = [await lireCommeLaPage(octets, 'essai'), await lire(octets)];
  const [lue] = page.feuilles;
  expect(cellules(lue!)).toEqual(cellules(disque.feuilles[0]!));
  expect(cellules(lue!)).toEqual({
    A1: { valeur: '60', ote: '¹' },
    A2: { valeur: null, sansValeur: true },
    B2: { valeur: null, erreur: '#BUSY!' },
  });
  expect([lue!.masquee, lue!.ligneMasquee!(0), lue!.ligneMasquee!(1), lue!.colonneMasquee!(1)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(page.gardes).toEqual(disque.gardes);
});

test('un fichier déposé dit les réglages qu’il garde, à défaut de ceux de la page', async () => {
  const octets = await classeur();
  const depose = classeurDepose({
    nom: 'essai.xlsx',
    lire: () => lireCommeLaPage(octets, 'essai'),
    montrer: () => undefined,
    memoire: memoireVive(),
  });
  const lecture = depose.lire();
  expect(await depose.reglage('cle')).toBe('du fichier');
  await lecture;
  await depose.garder('cle', 'de la page');
  expect(await depose.reglage('cle')).toBe('de la page');
  depose.oublierLesReglages();
  expect(await depose.reglage('cle')).toBe('du fichier');
  expect(await depose.reglage('autre')).toBeNull();
});
