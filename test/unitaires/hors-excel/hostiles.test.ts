import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import JSZip from 'jszip';
import { feuilleXml, xlsxMinimal } from '../classeur/fabrique';
import { lireCommeLaPage } from './outils';

jest.setTimeout(60_000);

const MIO = 2 ** 20;
const FEUILLE = 'xl/worksheets/sheet1.xml';
const DEMESURE = /dépasse ce que le contrôle accepte/;
const ILLISIBLE = /illisible \(tronqué ou endommagé\)/;

const refuser = (octets: Uint8Array, motif: RegExp) => expect(lireCommeLaPage(octets, 'essai')).rejects.toThrow(motif);

/** Remplace partout quatre octets par d'autres, comme le ferait un outil qui forge une archive. */
function forger(archive: Buffer, avant: number, apres: number): Buffer {
  const [cherche, pose] = [Buffer.alloc(4), Buffer.alloc(4)];
  cherche.writeUInt32LE(avant);
  pose.writeUInt32LE(apres);
  for (let i = archive.indexOf(cherche); i >= 0; i = archive.indexOf(cherche, i + 1)) pose.copy(archive, i);
  return archive;
}

test('vide, PDF, octets quelconques', async () => {
  await refuser(new Uint8Array(), /Le fichier est vide/);
  await refuser(Buffer.from('%PDF-1.7\n%âãÏÓ'), /Format non reconnu/);
  await refuser(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)), /Format non reconnu/);
});

test('tronqué, où que ce soit', async () => {
  const entier = await xlsxMinimal();
  for (const part of [0.1, 0.5, 0.9, 0.99]) {
    await refuser(entier.subarray(0, Math.floor(entier.length * part)), ILLISIBLE);
  }
  await refuser(readFileSync('test/cas/tableaux/ministere.xls').subarray(0, 700), ILLISIBLE);
});

test('chiffré', async () => {
  const conteneur = CFB.utils.cfb_new();
  for (const nom of ['/EncryptionInfo', '/EncryptedPackage']) CFB.utils.cfb_add(conteneur, nom, Buffer.alloc(512, 1));
  await refuser(CFB.write(conteneur, { type: 'buffer' }) as Buffer, /mot de passe|illisible/);
});

test('des noms d’entrées qui seraient des chemins', async () => {
  await refuser(await xlsxMinimal({ '../../evasion.txt': 'x' }), ILLISIBLE);
});

describe('fichiers démesurés', () => {
  test('une bombe de décompression : 200 Mio de zéros', async () => {
    await refuser(await xlsxMinimal({ [FEUILLE]: Buffer.alloc(200 * MIO) }), DEMESURE);
  });
  test('une bombe qui ment sur sa taille', async () => {
    const bombe = forger(await xlsxMinimal({ [FEUILLE]: Buffer.alloc(200 * MIO) }), 200 * MIO, 1000);
    await refuser(bombe, /illisible|dépasse/);
  });
  test('dix mille lignes et une de plus, vingt mille entrées, un csv trop large', async () => {
    const rangees = '<row><c><v>1</v></c></row>'.repeat(10_001);
    await refuser(await xlsxMinimal({ [FEUILLE]: feuilleXml(rangees) }), DEMESURE);
    const entrees = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`xl/${i}`, '']));
    await refuser(await xlsxMinimal(entrees), DEMESURE);
    await refuser(Buffer.from(`Commune;RP\n${'1;'.repeat(MIO)}`), DEMESURE);
  });
  test('une cellule d’ods répétée un milliard de fois', async () => {
    const zip = await JSZip.loadAsync(readFileSync('test/cas/tableaux/ministere.ods'));
    const contenu = await zip.file('content.xml')!.async('string');
    zip.file(
      'content.xml',
      contenu.replace(/<table:table-row /, '<table:table-row table:number-rows-repeated="1000000000" '),
    );
    await refuser(await zip.generateAsync({ type: 'nodebuffer' }), DEMESURE);
  });
});

test('une entrée que l’annuaire de l’archive et son en-tête disent autrement : seul ce qui est compté arrive au lecteur', async () => {
  const archive = await xlsxMinimal({ 'xl/piege.bin': Buffer.alloc(50 * MIO) });
  // L'annuaire annonce l'entrée stockée telle quelle ; son en-tête local, compressée, ce que SheetJS croirait.
  const annuaire = archive.lastIndexOf('xl/piege.bin') - 46;
  expect(archive.readUInt32LE(annuaire)).toBe(0x02014b50);
  archive.writeUInt16LE(0, annuaire + 10);
  archive.writeUInt32LE(archive.readUInt32LE(annuaire + 20), annuaire + 24);
  const avant = process.memoryUsage().arrayBuffers;
  const [feuille] = await lireCommeLaPage(archive, 'essai').then(
    (lu) => lu.feuilles,
    () => [],
  );
  expect(process.memoryUsage().arrayBuffers - avant).toBeLessThan(40 * MIO);
  expect(feuille?.nombreDeLignes ?? 0).toBeLessThan(10);
});
