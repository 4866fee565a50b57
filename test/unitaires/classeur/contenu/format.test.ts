import { CFB } from '@e965/xlsx';
import JSZip from 'jszip';
import { lire } from '../fabrique';

const zip = (...entrees: readonly (readonly [string, string])[]) =>
  entrees
    .reduce((archive, [nom, contenu]) => archive.file(nom, contenu), new JSZip())
    .generateAsync({ type: 'nodebuffer' });
const ole = (flux: string) => {
  const conteneur = CFB.utils.cfb_new();
  CFB.utils.cfb_add(conteneur, `/${flux}`, Buffer.alloc(5000, 1));
  return CFB.write(conteneur, { type: 'buffer' }) as Buffer;
};
const octets = (debut: string) => Buffer.concat([Buffer.from(debut, 'latin1'), Buffer.alloc(64)]);
const odf = (nature: string) =>
  zip(['mimetype', `application/vnd.oasis.opendocument.${nature}`], ['content.xml', '<x/>']);

test.each([
  ['document PDF', '%PDF-1.7\n'],
  ['document texte RTF', '{\\rtf1\\ansi a\\cell}'],
  ['SYLK', 'ID;PWXL;N;E\r\nP;PGeneral\r\n'],
  ['DIF', 'TABLE\r\n0,1\r\n"x"\r\n'],
  ['JSON', ' [["86041",12]]'],
  ['JSON', '\ufeff{"communes":[]}'],
  ['document XML', '<?xml version="1.0"?><communes><a/></communes>'],
  ['page web sans tableau', '<html><body>Bonjour</body></html>'],
  ['MHTML', 'MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx'],
  ['image PNG', octets('\x89PNG\r\n\x1a\n')],
  ['image JPEG', octets('\xff\xd8\xff\xe0')],
  ['Parquet', octets('PAR1')],
  ['SQLite', octets('SQLite format 3\0')],
  ['gzip', octets('\x1f\x8b\x08')],
  ['document Word', zip(['[Content_Types].xml', '<Types/>'], ['word/document.xml', '<x/>'])],
  ['PowerPoint', zip(['[Content_Types].xml', '<Types/>'], ['ppt/presentation.xml', '<x/>'])],
  ['.xlsb', zip(['[Content_Types].xml', '<Types/>'], ['xl/workbook.bin', 'x'])],
  ['Numbers', zip(['Index/Document.iwa', 'x'])],
  ['odt', odf('text')],
  ['odp', odf('presentation')],
  ['archive zip', zip(['lisez-moi.txt', 'bonjour'])],
  ['document Word \\(.doc\\)', ole('WordDocument')],
  ['Outlook', ole('__properties_version1.0')],
  ['mot de passe', ole('EncryptedPackage')],
])('%s : refusé en le nommant', async (nom, contenu) => {
  const refus = await lire(await contenu).then(
    () => 'lu',
    (erreur: Error) => erreur.message,
  );
  expect(refus).toMatch(new RegExp(nom));
  expect(refus).toMatch(/[Ff]ormat|document|mot de passe/);
  expect(refus).not.toContain('\n');
});

test.each(['BMX;1\nA;2', 'MZ;1\nA;2', '{a;b\n1;2', '[1;2'])('« %s » reste un csv', async (texte) => {
  expect((await lire(texte)).feuilles[0]!.cellule(0, 0)!.valeur).toBe(texte.split(';')[0]);
});
