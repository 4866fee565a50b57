import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { notesDe, SIGNATURE } from '../../../src/classeur/note';
import { grilleDeFeuilleLue, feuilleLueDe } from '../../../src/classeur/contenu';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { lireComplement } from '../../../scripts/exemples/complement';
import { ecrireXlsx } from '../../banc/xlsx';
import { classeur, feuille } from './excel/outils';
import { lire } from './fabrique';

const ICI = { ligne: 1, colonne: 1 };
const fil = (texte: string, reponses: string[] = []) => ({
  ...{ id: '1', feuille: '{T}', ...ICI, auteur: 'Jeanne Martin', texte },
  reponses: reponses.map((reponse) => ({ auteur: 'Préfecture', texte: reponse })),
});
const enFils = (commentaire: ReturnType<typeof fil>) =>
  ecrireXlsx(
    { ...classeur(feuille('T', [['Commune'], ['Lanton', 60]])), commentaires: [commentaire] },
    { fonctions: Object.keys(FONCTIONS), complement: lireComplement(readFileSync('manifest.xml', 'utf8')) },
  );
async function enNote(note: string): Promise<Uint8Array> {
  const source = new ExcelJS.Workbook();
  const onglet = source.addWorksheet('T');
  onglet.getCell('A1').value = 'Commune';
  onglet.getCell('B2').note = note;
  return new Uint8Array(await source.xlsx.writeBuffer());
}
const fods = (annotation: string) =>
  `<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="T"><table:table-row><table:table-cell office:value-type="string"><text:p>Commune</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell/><table:table-cell office:value-type="float" office:value="60">${annotation}<text:p>60</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`;
const xml2003 = (commentaire: string) =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="T"><Table><Row><Cell><Data ss:Type="String">Commune</Data></Cell></Row><Row><Cell/><Cell><Data ss:Type="Number">60</Data>${commentaire}</Cell></Row></Table></Worksheet></Workbook>`;

describe('les commentaires d’un fichier', () => {
  const CAS: [string, () => Uint8Array | string | Promise<Uint8Array>, string[]][] = [
    ['une note d’xlsx', () => enNote('à confirmer'), ['à confirmer']],
    ['un fil d’xlsx et sa réponse', () => enFils(fil('accord ?', ['refusé'])), ['accord ?', 'refusé']],
    ['le nôtre', () => enFils(fil(`${SIGNATURE}À vérifier`)), []],
    [
      'le nôtre, auquel on a répondu',
      () => enFils(fil(`${SIGNATURE}À vérifier`, ['accord retiré'])),
      ['accord retiré'],
    ],
    [
      'une annotation d’ods',
      () =>
        fods(
          '<office:annotation><dc:creator>Jeanne</dc:creator><dc:date>2026-05-12</dc:date><text:p>accord <text:span>retiré</text:span></text:p><text:p>le 12/10</text:p></office:annotation>',
        ),
      ['accord retiré\nle 12/10'],
    ],
    [
      'un commentaire d’XML 2003',
      () =>
        xml2003(
          '<Comment ss:Author="Jeanne"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Jeanne:</B><Font>&#10;à revoir</Font></ss:Data></Comment>',
        ),
      ['à revoir'],
    ],
  ];
  it.each(CAS)('%s', async (_, fichier, textes) => {
    const source = await fichier();
    const [grille] = (await lire(Buffer.from(source))).feuilles;
    expect(grille!.notes).toEqual(textes.map((texte) => ({ ...ICI, texte })));
    expect(grilleDeFeuilleLue(feuilleLueDe(grille!)).notes).toEqual(grille!.notes);
  });
});

describe('ce qu’un tableur met de lui-même dans un commentaire', () => {
  const dire = (contenu: string, auteur?: string) => notesDe(0, 0, contenu, auteur).map(({ texte }) => texte);
  it('est ôté', () => {
    expect(dire('Jeanne Martin:\nà confirmer', 'Jeanne Martin')).toEqual(['à confirmer']);
    expect(dire('Auteur:\nà confirmer')).toEqual(['à confirmer']);
    expect(
      dire(
        '[Commentaire à thread]\n\nVotre version d’Excel vous permet de lire ce commentaire à thread. Toutefois, les modifications éventuelles seront supprimées si le fichier est ouvert dans une version plus récente d’Excel. En savoir plus: https://go.microsoft.com/fwlink/?linkid=870924\n\nCommentaire:\n    à confirmer',
        'tc={1}',
      ),
    ).toEqual(['à confirmer']);
  });
  it('n’emporte pas ce que l’agent écrit', () => {
    expect(dire('PLH :\nnon', 'Jeanne')).toEqual(['PLH :\nnon']);
    expect(dire(' \n')).toEqual([]);
  });
  it('laisse reconnaître le nôtre', () => {
    expect(dire(`Jeanne :\n${SIGNATURE}À vérifier`, 'Jeanne')).toEqual([]);
  });
});
