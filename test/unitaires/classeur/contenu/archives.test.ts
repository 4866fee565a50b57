import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import { feuilleXml, lire, xlsxMinimal } from '../fabrique';

jest.setTimeout(60_000);

const MIO = 2 ** 20;
const FEUILLE = 'xl/worksheets/sheet1.xml';
const DEMESURE = /dépasse ce que le contrôle accepte/;
const ILLISIBLE = /illisible \(tronqué ou endommagé\)/;
const LOCAL = { signature: 0x04034b50, drapeaux: 6, methode: 8, comprime: 18, taille: 22, nom: 30 };
const ANNUAIRE = { signature: 0x02014b50, drapeaux: 8, methode: 10, comprime: 20, taille: 24, nom: 46 };
type Champ = 'drapeaux' | 'methode' | 'comprime' | 'taille';

const refuser = (octets: Uint8Array, motif: RegExp) => expect(lire(octets)).rejects.toThrow(motif);

/** Récrit un champ d'une entrée, dans son en-tête local ou dans l'annuaire. */
function forger(archive: Buffer, entree: string, ou: typeof LOCAL, champ: Champ, valeur: number): Buffer {
  const debut = Buffer.alloc(4);
  debut.writeUInt32LE(ou.signature);
  let place = archive.indexOf(debut);
  while (archive.toString('latin1', place + ou.nom, place + ou.nom + entree.length) !== entree) {
    place = archive.indexOf(debut, place + 1);
    if (place < 0) throw new Error(`${entree} introuvable`);
  }
  if (champ === 'drapeaux' || champ === 'methode') archive.writeUInt16LE(valeur, place + ou[champ]);
  else archive.writeUInt32LE(valeur, place + ou[champ]);
  return archive;
}

describe('une entrée que l’annuaire et son en-tête local disent autrement', () => {
  const bombe = () => xlsxMinimal({ [FEUILLE]: Buffer.alloc(60 * MIO) });
  test.each([
    ['une taille', LOCAL, 'taille', 1000],
    ['une taille compressée', LOCAL, 'comprime', 10],
    ['une méthode', LOCAL, 'methode', 0],
  ] as const)('%s de l’en-tête local', async (_, ou, champ, valeur) => {
    await refuser(forger(await xlsxMinimal(), FEUILLE, ou, champ, valeur), ILLISIBLE);
  });
  test('une bombe que l’annuaire dit petite : arrêtée au premier octet de trop', async () => {
    const menteuse = forger(await bombe(), FEUILLE, ANNUAIRE, 'taille', 1000);
    const avant = process.memoryUsage().arrayBuffers;
    await refuser(menteuse, ILLISIBLE);
    await refuser(forger(menteuse, FEUILLE, LOCAL, 'taille', 1000), ILLISIBLE);
    expect(process.memoryUsage().arrayBuffers - avant).toBeLessThan(30 * MIO);
  });
});

test('des entrées qui se recouvrent (une même bombe citée par chacune)', async () => {
  const bombe = Buffer.alloc(30 * MIO);
  const coeur = deflateRawSync(bombe);
  const interieure = enTete(LOCAL, 'xl/b.bin', coeur.length, bombe);
  const citee = Buffer.concat([interieure, coeur]);
  // Un bloc « stocké », non final, qui cite l'en-tête de l'autre entrée, puis son contenu même.
  const bloc = Buffer.from([0, interieure.length, 0, ~interieure.length & 0xff, 0xff]);
  const clair = Buffer.concat([interieure, bombe]);
  const exterieure = enTete(LOCAL, 'xl/a.bin', bloc.length + citee.length, clair);
  const corps = Buffer.concat([exterieure, bloc, citee]);
  const annuaire = Buffer.concat([
    enTete(ANNUAIRE, 'xl/a.bin', bloc.length + citee.length, clair),
    enTete(ANNUAIRE, 'xl/b.bin', coeur.length, bombe, exterieure.length + bloc.length),
  ]);
  const fin = Buffer.alloc(22);
  fin.writeUInt32LE(0x06054b50);
  fin.writeUInt16LE(2, 8);
  fin.writeUInt16LE(2, 10);
  fin.writeUInt32LE(annuaire.length, 12);
  fin.writeUInt32LE(corps.length, 16);
  await refuser(Buffer.concat([corps, annuaire, fin]), ILLISIBLE);
});

function enTete(ou: typeof LOCAL, nom: string, comprime: number, clair: Buffer, place = 0): Buffer {
  const octets = Buffer.alloc(ou.nom);
  octets.writeUInt32LE(ou.signature);
  octets.writeUInt16LE(8, ou.methode);
  octets.writeUInt32LE(crc32(clair), ou.comprime - 4);
  octets.writeUInt32LE(comprime, ou.comprime);
  octets.writeUInt32LE(clair.length, ou.taille);
  octets.writeUInt16LE(nom.length, ou.taille + 4);
  if (ou === ANNUAIRE) octets.writeUInt32LE(place, 42);
  return Buffer.concat([octets, Buffer.from(nom)]);
}

test('deux entrées de même nom, à la casse près ; une entrée chiffrée', async () => {
  await refuser(await xlsxMinimal({ [FEUILLE.toUpperCase()]: feuilleXml('') }), ILLISIBLE);
  const chiffree = forger(await xlsxMinimal(), FEUILLE, ANNUAIRE, 'drapeaux', 1);
  await refuser(forger(chiffree, FEUILLE, LOCAL, 'drapeaux', 1), /mot de passe/);
});

test('un nom d’entrée écrit avec des barres de Windows', async () => {
  const parties = await JSZip.loadAsync(await xlsxMinimal());
  const zip = new JSZip();
  for (const [nom, entree] of Object.entries(parties.files)) {
    zip.file(nom.replaceAll('/', '\\'), await entree.async('uint8array'), { createFolders: false });
  }
  const { feuilles } = await lire(await zip.generateAsync({ type: 'nodebuffer' }));
  expect(feuilles[0]?.cellule(1, 0)?.valeur).toBe('Buxerolles');
});

describe('ce qu’un classeur ne contient jamais', () => {
  test.each(['Index.zip', 'INDEX.ZIP', 'xl/Index.zip'])('une archive imbriquée (%s) n’est pas ouverte', async (nom) => {
    const imbriquee = await xlsxMinimal();
    const seule = await new JSZip().file(nom, imbriquee).file('xl/x.xml', '').generateAsync({ type: 'nodebuffer' });
    await refuser(seule, /archive zip d’un autre format|Numbers/);
  });
  test('« CONTENT.XML » n’est pas le contenu d’un ods, et un xlsx n’est pas lu comme un ods', async () => {
    const contenu = readFileSync('test/cas/tableaux/ministere.ods');
    const ods = await JSZip.loadAsync(contenu);
    const xml = await ods.file('content.xml')!.async('string');
    ods.remove('content.xml').file('CONTENT.XML', xml);
    await refuser(await ods.generateAsync({ type: 'nodebuffer' }), /archive zip d’un autre format/);
    const pieges = { 'META-INF/MANIFEST.xml': '<manifest/>', 'CONTENT.XML': xml };
    expect((await lire(await xlsxMinimal(pieges))).feuilles[0]?.nombreDeLignes).toBe(2);
  });
  test('un « > » dans un attribut d’ods ne cache pas une répétition sans fin', async () => {
    const ods = await JSZip.loadAsync(readFileSync('test/cas/tableaux/ministere.ods'));
    const xml = await ods.file('content.xml')!.async('string');
    const repetee = '<table:table-row table:x="a>b" table:number-rows-repeated="1000000000" ';
    ods.file('content.xml', xml.replace('<table:table-row ', repetee));
    await refuser(await ods.generateAsync({ type: 'nodebuffer' }), DEMESURE);
  });
});
