import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { chainesEnrichies } from '../../../../src/classeur/contenu/biff-chaines';
import { lire } from '../fabrique';

/** Réécrit les enregistrements d'un type dans le classeur d'essai. */
function reecrire(type: number, changer: (corps: Buffer, rang: number) => void): Buffer {
  const conteneur = CFB.read(readFileSync('test/cas/tableaux/ministere.xls'), { type: 'buffer' }) as {
    FullPaths: string[];
    FileIndex: { content: Buffer }[];
  };
  const flux = conteneur.FileIndex[conteneur.FullPaths.findIndex((c) => c.endsWith('/Workbook'))]!.content;
  let rang = 0;
  for (let i = 0; i + 4 <= flux.length; i += 4 + flux.readUInt16LE(i + 2)) {
    if (flux.readUInt16LE(i) === type) changer(flux.subarray(i + 4, i + 4 + flux.readUInt16LE(i + 2)), rang++);
  }
  return CFB.write(conteneur, { type: 'buffer' }) as Buffer;
}

const BARREE = 0x0008;
const FONT = 0x31;

test('une police barrée barre ses cellules, qui gardent leur valeur', async () => {
  const [grille] = (await lire(reecrire(FONT, (corps) => corps.writeUInt16LE(BARREE, 2)))).feuilles;
  expect(grille!.cellule(4, 2)).toEqual({ valeur: 4082, barree: true });
  const [temoin] = (await lire(readFileSync('test/cas/tableaux/ministere.xls'))).feuilles;
  expect(temoin!.cellule(4, 2)).toEqual({ valeur: 4082 });
});

test('lignes masquées', async () => {
  const [grille] = (await lire(readFileSync('test/cas/tableaux/ministere.xls'))).feuilles;
  expect(Array.from({ length: 10 }, (_, l) => grille!.ligneMasquee!(l)).indexOf(true)).toBe(7);
});

test('un enregistrement qui dépasse la fin : illisible, sans s’y perdre', async () => {
  const xls = reecrire(0x0200, (corps) => Buffer.from(corps.buffer, corps.byteOffset - 2, 2).writeUInt16LE(0xffff));
  await expect(lire(xls)).rejects.toThrow(/illisible/);
});

describe('chaînes enrichies', () => {
  const entete = Buffer.from([2, 0, 0, 0, 2, 0, 0, 0]);
  const marqueDe = (police: number) => (police === 5 ? '<' : '');
  /** « Ab » sans mise en forme, puis « 601 » dont le « 1 » est de police 5. */
  const simple = Buffer.from([2, 0, 0, 0x41, 0x62]);
  const enrichie = [3, 0, 0x08, 1, 0, 0x36, 0x30, 0x31, 2, 0, 5, 0];
  const attendu = new Map([[1, '60<1\ufdd2']]);

  test('d’un seul tenant', () => {
    expect(chainesEnrichies([Buffer.concat([entete, simple, Buffer.from(enrichie)])], marqueDe)).toEqual(attendu);
  });
  test('coupée dans ses lettres : la suite redit leur largeur', () => {
    const debut = Buffer.concat([entete, simple, Buffer.from(enrichie.slice(0, 6))]);
    const large = Buffer.from([1, 0x30, 0, 0x31, 0, 2, 0, 5, 0]);
    expect(chainesEnrichies([debut, large], marqueDe)).toEqual(attendu);
  });
  test('coupée dans ses morceaux', () => {
    const debut = Buffer.concat([entete, simple, Buffer.from(enrichie.slice(0, 9))]);
    expect(chainesEnrichies([debut, Buffer.from(enrichie.slice(9))], marqueDe)).toEqual(attendu);
  });
  test('tronquée : rien ne s’y perd', () => {
    expect(chainesEnrichies([Buffer.from([255, 255, 255, 255, 255, 255, 255, 255, 9, 0, 0])], marqueDe).size).toBe(0);
  });
});
