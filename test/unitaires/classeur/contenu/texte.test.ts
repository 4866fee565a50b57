import { decoder, lireCsv } from '../../../../src/classeur/contenu/texte';

describe('decoder', () => {
  test('Windows-1252 : « € » en 0x80, « œ », apostrophe et points de suspension', () => {
    expect(decoder(Buffer.from([0x80, 0x9c, 0x8c, 0x92, 0x85, 0xe9, 0xa0, 0x41]))).toBe('€œŒ’…é\u00a0A');
  });
  test('UTF-8, avec ses propres € et œ', () => expect(decoder(Buffer.from('é€œ — 16,5 %'))).toBe('é€œ — 16,5 %'));
  test('Windows-1252 pris pour du latin-1 puis enregistré en UTF-8', () => {
    expect(decoder(Buffer.from('MARCQ-EN-BAR\u008cUL, 12 \u0080'))).toBe('MARCQ-EN-BARŒUL, 12 €');
  });
  test('les cinq codes que Windows-1252 n’attribue pas restent ce qu’ils sont', () => {
    expect(decoder(Buffer.from([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xe9]))).toBe('\u0081\u008d\u008f\u0090\u009dé');
  });
});

describe('le séparateur d’un csv se devine', () => {
  const RANGEE = ['86041', 'Buxerolles', '20,00 %', '1 204,50 €'];
  test.each([
    ['« ; » malgré des décimales à virgule', ';', RANGEE],
    ['tabulation', '\t', RANGEE],
    ['« , », les décimales entre guillemets', ',', RANGEE],
  ])('%s', (_, separateur, rangee) => {
    const ligne = rangee.map((mot) => (mot.includes(separateur) ? `"${mot}"` : mot)).join(separateur);
    const entetes = ['Code', 'Nom', 'Taux', 'Montant'].join(separateur);
    for (const texte of [
      `${entetes}\r\n${ligne}\r\n`,
      `\r\n${entetes}\r\n${ligne}\r\n`,
      `${entetes}\r\n${ligne}\r\n${ligne}\r\n\r\n`,
    ]) {
      expect(lireCsv(texte).filter((r) => r.length > 1)).toContainEqual(rangee);
    }
  });
  test('une ligne vide en tête garde sa place : les adresses des cellules n’en dépendent pas', () => {
    expect(lireCsv('\r\nCommune;RP\r\nBuxerolles;4082\r\n')).toEqual([
      [''],
      ['Commune', 'RP'],
      ['Buxerolles', '4082'],
      [''],
    ]);
  });
});
