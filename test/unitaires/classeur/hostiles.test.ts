import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import JSZip from 'jszip';
import { donneesXml, dossier, ecrire, feuilleXml, TABLEAU, xlsxMinimal } from './fabrique';

jest.setTimeout(60_000);

const MIO = 2 ** 20;
const FEUILLE = 'xl/worksheets/sheet1.xml';

/** Contrôle un fichier dans un processus borné en mémoire et en temps : un dépassement le tuerait, et le code ne serait plus 3. */
function verifier(fichier: string): { code: number | null; sortie: string; phrase: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/mutualisation-sru.mjs', 'verifier', fichier], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=1200' },
  });
  return { code: status, sortie: stdout, phrase: stderr };
}

function attendreLeRefus(fichier: string, motif: RegExp): void {
  const avant = readdirSync(dossier);
  const { code, phrase } = verifier(fichier);
  expect(phrase).toMatch(motif);
  expect(phrase.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(3);
  expect(readdirSync(dossier)).toEqual(avant);
}

const DEMESURE = /dépasse ce que le contrôle accepte/;
const ILLISIBLE = /illisible \(tronqué ou endommagé\)/;

describe('fichiers qui ne se lisent pas', () => {
  test('absent, dossier, vide', () => {
    attendreLeRefus(join(dossier, 'absent.xlsx'), /Fichier introuvable/);
    const sousDossier = join(dossier, 'dossier.xlsx');
    mkdirSync(sousDossier);
    attendreLeRefus(sousDossier, /Aucun classeur/);
    attendreLeRefus(ecrire('vide.xlsx', ''), /Le fichier est vide/);
  });
  test('PDF, octets quelconques, archive d’autre chose', async () => {
    attendreLeRefus(ecrire('note.xlsx', '%PDF-1.7\n%âãÏÓ'), /Ce fichier est un document PDF/);
    attendreLeRefus(
      ecrire('octets.xls', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))),
      /Format non reconnu/,
    );
    const archive = await new JSZip().file('lisez-moi.txt', 'bonjour').generateAsync({ type: 'nodebuffer' });
    attendreLeRefus(ecrire('archive.xlsx', archive), /archive zip d’un autre format/);
  });
  test('tronqué, où que ce soit', async () => {
    const entier = await xlsxMinimal();
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      attendreLeRefus(ecrire('tronque.xlsx', entier.subarray(0, Math.floor(entier.length * part))), ILLISIBLE);
    }
    const xls = readFileSync('test/cas/tableaux/ministere.xls');
    attendreLeRefus(ecrire('tronque.xls', xls.subarray(0, 700)), ILLISIBLE);
  });
  test('chiffré', () => {
    const conteneur = CFB.utils.cfb_new();
    for (const nom of ['/EncryptionInfo', '/EncryptedPackage']) CFB.utils.cfb_add(conteneur, nom, Buffer.alloc(512, 1));
    attendreLeRefus(
      ecrire('chiffre.xlsx', CFB.write(conteneur, { type: 'buffer' }) as Buffer),
      /mot de passe|illisible/,
    );
  });
});

test('des noms d’entrées qui seraient des chemins : refusé, rien n’est écrit', async () => {
  const alentour = readdirSync(join(dossier, '..')).length;
  const parties = { '../../evasion.txt': 'x', '/etc/evasion': 'x' };
  attendreLeRefus(ecrire('chemins.xlsx', await xlsxMinimal(parties)), ILLISIBLE);
  expect(readdirSync(join(dossier, '..'))).toHaveLength(alentour);
});

describe('fichiers démesurés', () => {
  test('une bombe de décompression : 200 Mio de zéros', async () => {
    attendreLeRefus(ecrire('bombe.xlsx', await xlsxMinimal({ [FEUILLE]: Buffer.alloc(200 * MIO) })), DEMESURE);
  });
  test('une bombe qui ment sur sa taille', async () => {
    const bombe = await xlsxMinimal({ [FEUILLE]: Buffer.alloc(200 * MIO) });
    const taille = Buffer.alloc(4);
    taille.writeUInt32LE(200 * MIO);
    for (let i = bombe.indexOf(taille); i >= 0; i = bombe.indexOf(taille, i)) bombe.writeUInt32LE(1000, i);
    attendreLeRefus(ecrire('menteuse.xlsx', bombe), /illisible|dépasse/);
  });
  test('dix millions de lignes', async () => {
    attendreLeRefus(
      ecrire('lignes.xlsx', await xlsxMinimal({ [FEUILLE]: feuilleXml('<row/>'.repeat(10_000_000)) })),
      /dépasse|Aucun tableau/,
    );
    attendreLeRefus(
      ecrire(
        'remplies.xlsx',
        await xlsxMinimal({ [FEUILLE]: feuilleXml('<row><c><v>1</v></c></row>'.repeat(10_000_000)) }),
      ),
      DEMESURE,
    );
    attendreLeRefus(ecrire('lignes.csv', '1;2\n'.repeat(6_000_000)), DEMESURE);
  });
  test('une seule ligne sans fin', () => {
    attendreLeRefus(ecrire('large.csv', `Commune;RP;LLS;Taux cible\n${'1;'.repeat(12 * MIO)}`), DEMESURE);
  });
  test('une cellule d’ods répétée un milliard de fois', async () => {
    const zip = await JSZip.loadAsync(readFileSync('test/cas/tableaux/ministere.ods'));
    const contenu = await zip.file('content.xml')!.async('string');
    zip.file(
      'content.xml',
      contenu.replace(/<table:table-row /, '<table:table-row table:number-rows-repeated="1000000000" '),
    );
    attendreLeRefus(
      ecrire('repetee.ods', await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })),
      DEMESURE,
    );
  });
});

describe('fichiers piégés, lus sans dommage', () => {
  async function lire(nom: string, parties: Record<string, string>): Promise<string> {
    const { code, sortie, phrase } = verifier(ecrire(nom, await xlsxMinimal(parties)));
    expect([code, phrase]).toEqual([4, '']);
    return sortie;
  }
  test('des formules qui appelleraient au-dehors : seule leur valeur enregistrée compte', async () => {
    const appel = '<c t="str"><f>WEBSERVICE("http://localhost:1/vol")</f><v>Buxerolles</v></c>';
    const rangee = `<row>${appel}<c><f>cmd|'/c calc'!A1</f><v>4082</v></c><c><v>800</v></c><c><v>20</v></c></row>`;
    expect(await lire('formules.xlsx', { [FEUILLE]: feuilleXml(donneesXml([TABLEAU[0]]) + rangee) })).toMatch(
      /Buxerolles +17/,
    );
  });
  test('des entités en cascade ne se déplient pas', async () => {
    const entites = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('');
    const xml = feuilleXml(donneesXml(TABLEAU)).replace('?>', `?><!DOCTYPE x [<!ENTITY e0 "ha">${entites}]>`);
    expect(await lire('entites.xlsx', { [FEUILLE]: xml.replace('Buxerolles', 'Buxerolles&e30;') })).toContain(
      'Buxerolles',
    );
  });
  test('une cellule au bout de la feuille', async () => {
    const loin = '<row r="9999"><c r="XFD9999"><v>1</v></c></row>';
    expect(await lire('loin.xlsx', { [FEUILLE]: feuilleXml(donneesXml(TABLEAU) + loin) })).toContain('Buxerolles');
  });
});
