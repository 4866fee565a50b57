import { readdirSync, readFileSync } from 'node:fs';
import { lireCsv } from '../../../../src/classeur/contenu/csv';
import { decoder } from '../../../../src/classeur/contenu/encodage';
import { cellulesDe, lire } from '../fabrique';
import { titreSaufSi } from '../../../outils/saute';

describe('decoder', () => {
  const PHRASE = 'Résidences principales à Saint-Benoît (déjà prévues) ; « Haÿ-les-Roses », Œuilly, ça, où, hôtel';
  const DOS: Readonly<Record<string, number>> = {
    é: 0x82,
    à: 0x85,
    î: 0x8c,
    ç: 0x87,
    ù: 0x97,
    ô: 0x93,
    '«': 0xae,
    '»': 0xaf,
    ÿ: 0x98,
  };
  const MAC: Readonly<Record<string, number>> = {
    é: 0x8e,
    à: 0x88,
    î: 0x94,
    ç: 0x8d,
    ù: 0x9d,
    ô: 0x99,
    '«': 0xc7,
    '»': 0xc8,
    ÿ: 0xd8,
    Œ: 0xce,
  };
  const en = (table: Readonly<Record<string, number>>, texte: string) =>
    Buffer.from([...texte].map((c) => table[c] ?? c.charCodeAt(0)));
  const double = (alphabet: string) => Buffer.from(new TextDecoder(alphabet).decode(Buffer.from(PHRASE)));

  test.each([
    ['UTF-8', Buffer.from(PHRASE)],
    ['UTF-8 avec marque', Buffer.from(`\ufeff${PHRASE}`)],
    ['UTF-16 LE avec marque', Buffer.from(`\ufeff${PHRASE}`, 'utf16le')],
    ['UTF-16 LE sans marque', Buffer.from(PHRASE, 'utf16le')],
    ['UTF-16 BE sans marque', Buffer.from(PHRASE, 'utf16le').swap16()],
    ['MacRoman', en(MAC, PHRASE)],
    ['UTF-8 encodé deux fois, par MacRoman', double('macintosh')],
    ['UTF-8 et un Ctrl-Z', Buffer.from(`${PHRASE}\x1a`)],
    ['UTF-8 et un octet nul', Buffer.from(`${PHRASE}\0`)],
  ])('%s', (_, octets) => expect(decoder(octets)).toBe(PHRASE));
  test('cp850', () => {
    const sansLigature = PHRASE.replace('Œ', 'Oe');
    expect(decoder(en(DOS, sansLigature))).toBe(sansLigature);
  });
  test('Windows-1252 encodé deux fois', () => {
    const phrase = 'RÃ©sidences Ã  Saint-BenoÃ®t, lâ€™objectif : 12 â‚¬';
    expect(decoder(Buffer.from(phrase.replace('Ã ', 'Ã\u00a0')))).toBe('Résidences à Saint-Benoît, l’objectif : 12 €');
  });
  test('Windows-1252 : « € » en 0x80, « œ », apostrophe et points de suspension', () => {
    expect(decoder(Buffer.from([0x80, 0x9c, 0x8c, 0x92, 0x85, 0xe9, 0xa0, 0x41]))).toBe('€œŒ’…é\u00a0A');
  });
  test('Windows-1252, une seule lettre accentuée', () => expect(decoder(Buffer.from('Rési', 'latin1'))).toBe('Rési'));
  test('UTF-8, avec ses propres € et œ', () => expect(decoder(Buffer.from('é€œ — 16,5 %'))).toBe('é€œ — 16,5 %'));
  test('Windows-1252 pris pour du latin-1 puis enregistré en UTF-8', () => {
    expect(decoder(Buffer.from('MARCQ-EN-BAR\u008cUL, 12 \u0080'))).toBe('MARCQ-EN-BARŒUL, 12 €');
  });
  test('les cinq codes que Windows-1252 n’attribue pas restent ce qu’ils sont', () => {
    const texte = 'déjà reçu à la mairie : \u0081\u008d\u008f\u0090\u009d';
    expect(decoder(Buffer.from(texte, 'latin1'))).toBe(texte);
  });
});

describe('le séparateur d’un csv se devine', () => {
  const RANGEE = ['86041', 'Buxerolles', '20,00 %', '1 204,50 €'];
  const ecrire = (separateur: string, rangee: readonly string[]) =>
    rangee.map((mot) => (mot.includes(separateur) ? `"${mot}"` : mot)).join(separateur);
  test.each([
    ['« ; » malgré des décimales à virgule', ';'],
    ['tabulation', '\t'],
    ['« | »', '|'],
    ['« , », les décimales entre guillemets', ','],
  ])('%s', (_, separateur) => {
    const ligne = ecrire(separateur, RANGEE);
    const entetes = ['Code', 'Nom', 'Taux', 'Montant'].join(separateur);
    for (const texte of [
      `${entetes}\r\n${ligne}\r\n`,
      `${entetes}\r${ligne}\r`,
      `\r\n${entetes}\r\n${ligne}\r\n`,
      `${entetes}\r\n${ligne}\n${ligne}\r\n\r\n`,
      `${'Note, avec, des, virgules; partout\r\n'.repeat(30)}${entetes}\r\n${ligne}\r\n${ligne}\r\n`,
    ]) {
      expect(lireCsv(texte).filter((r) => r.length > 1)).toContainEqual(RANGEE);
    }
  });
  test('des titres aux virgules serrées ne décident pas', () => {
    const texte = `${'un,deux,trois,quatre,cinq,six\n'.repeat(8)}Commune;RP;LLS\nA;100;20\nB;200;30\n`;
    expect(lireCsv(texte)).toContainEqual(['A', '100', '20']);
  });
  test('un texte sans séparateur est d’une colonne', () => expect(lireCsv('a\nb')).toEqual([['a'], ['b']]));
  test('le séparateur annoncé l’emporte', () => expect(lireCsv('sep=|\r\na;b|c\r\n')).toEqual([['a;b', 'c']]));
  test('une ligne vide en tête garde sa place : les adresses des cellules n’en dépendent pas', () => {
    expect(lireCsv('\r\nCommune;RP\r\nBuxerolles;4082\r\n')).toEqual([[''], ['Commune', 'RP'], ['Buxerolles', '4082']]);
  });
});

describe('guillemets', () => {
  const TETE = 'Commune;RP;LLS\n';
  test.each([
    ['ouvrant, jamais fermé', `${TETE}"A;100;20\nB;200;30\n`, 2],
    ['ouvrant, jamais fermé, à la dernière ligne', `${TETE}A;100;20\n"B;200;30\n`, 3],
    ['ouvrant, fermé deux lignes plus bas', `${TETE}"A;100;20\nB;200;30\nC";300;40\n`, 2],
    ['ouvrant, rencontrant un nom entre guillemets', `${TETE}"A;100;20\n"B";200;30\n`, 2],
    ['fermé au-delà d’un séparateur', `${TETE}A;100;20\n"B;200";30\nC;1;2\n`, 3],
    ['après un titre de plusieurs lignes', `"Un\ntitre"\n${TETE}"A;100;20\nB;200;30\n`, 4],
    ['virgules', 'Commune,RP,LLS\n"A,100,20\nB,200,30\nC",300,40\n', 2],
  ])('%s : refusé, avec sa ligne', async (_, texte, ligne) => {
    await expect(lire(texte)).rejects.toThrow(new RegExp(`^Ligne ${ligne} du fichier : un guillemet`));
  });
  test.each([
    ['titre de colonne sur deux lignes', 'Commune;"RP\n(au 01/01/2022)";LLS\nA;100;20\n', 'RP\n(au 01/01/2022)'],
    [
      'phrase à points-virgules sur deux lignes',
      `Commune;RP;"Note : un ; deux\net trois"\nA;100;20\n`,
      'Note : un ; deux\net trois',
    ],
    ['guillemets doublés', 'Commune;RP;"dit ""Le Bourg"""\nA;100;20\n', 'dit "Le Bourg"'],
    ['guillemet au milieu d’un mot', 'Commune;RP;rue 3"\nA;100;20\n', 'rue 3"'],
    ['séparateur dans un champ', 'Commune;RP;"a;b"\nA;100;20\n', 'a;b'],
  ])('%s : lu', (_, texte, attendu) => expect(lireCsv(texte).flat()).toContain(attendu));
});

test('="86041", "#N/A" et 01427', async () => {
  expect(await cellulesDe('="86041";#N/A;01427\n="86070";########;x\n')).toEqual({
    A1: { valeur: '86041' },
    B1: { valeur: null, erreur: '#N/A' },
    C1: { valeur: '01427' },
    A2: { valeur: '86070' },
    B2: { valeur: null, erreur: '########' },
    C2: { valeur: 'x' },
  });
});

test('la limite de lignes ne compte pas celles, vides, de la fin', async () => {
  expect((await lire(`Commune;RP\nA;100\n${';\r\n'.repeat(20_000)}`)).feuilles[0]!.nombreDeLignes).toBe(2);
  await expect(lire(`Commune;RP\n${'A;100\n'.repeat(10_000)}`)).rejects.toThrow(/« essai ».*10\s001 lignes/);
});

const NATIONAUX = '../shared/data/nationaux';
const fichiers = (() => {
  try {
    return readdirSync(NATIONAUX).filter((f) => f.endsWith('.csv'));
  } catch {
    return [];
  }
})();
(fichiers.length > 0 ? test.each(fichiers) : test.skip.each(['absents']))(
  titreSaufSi(fichiers.length === 0 && `${NATIONAUX} absent`, 'fichier national %s'),
  (fichier) => {
    const data = lireCsv(decoder(readFileSync(`${NATIONAUX}/${fichier}`)));
    const [entetes = []] = data;
    expect(entetes.length).toBeGreaterThan(10);
    expect(new Set(data.map((r) => r.length))).toEqual(new Set([entetes.length]));
  },
);
