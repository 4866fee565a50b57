import { controlerFichier } from '../../../src/cli/verifier';
import { resultatTableau, type ResultatTableau } from '../../../src/rapport/resultat';
import { options } from '../../outils/options';
import { classeurComplet, ecrire } from './fabrique';

async function controler(fichier: string): Promise<ResultatTableau[]> {
  const { controles, erreur } = await controlerFichier(fichier, options());
  if (erreur !== null) throw new Error(erreur);
  return controles.map(resultatTableau);
}

const lignes = ({ lignes: lues }: ResultatTableau) =>
  lues.map((l) => [l.commune, l.codeInsee, l.cellule, l.manquants, l.objectifReference, l.objectifContrat]);

/**
 * Un tableau de ministère : titre, en-têtes sur deux lignes fusionnées, code sans zéro, texte enrichi, « 2 908 », pourcentages, date,
 * `#REF!`, « n.c. », formule `_xldudf_…`, ligne masquée, total, note ; puis une table Excel nommée dans une autre feuille.
 */
describe('le même classeur, en xlsx, xlsm, ods et xls', () => {
  const fichiers = {
    xlsx: async () => ecrire('ministere.xlsx', await classeurComplet()),
    xlsm: async () => ecrire('ministere.xlsm', await classeurComplet()),
    ods: async () => Promise.resolve('test/cas/tableaux/ministere.ods'),
    xls: async () => Promise.resolve('test/cas/tableaux/ministere.xls'),
  };
  test.each(Object.entries(fichiers))('%s', async (_, fichier) => {
    const [ministere, nommee, ...reste] = await controler(await fichier());
    expect(reste).toEqual([]);
    expect(ministere).toMatchObject({ feuille: 'Mutualisation 2023-2025', plage: 'A3:J9', contrat: 'cims' });
    expect(ministere!.colonnesIgnorees).toEqual(['Délibération']);
    expect(lignes(ministere!)).toEqual([
      ['Buxerolles', '86041', 'A5', 16.4, 16, 16],
      ['Saint-Benoît', '86214', 'A6', 156.6, 51.678, 80],
      ['Ajaccio', '2A004', 'A7', null, 12, 12],
      ['Montamisé', '86163', 'A8', 178.4, 59, 45],
    ]);
    expect(ministere!.constats.find((c) => c.code === 'VALEUR_INVALIDE')).toMatchObject({
      cellule: 'C7',
      commune: 'Ajaccio',
    });
    expect(nommee).toMatchObject({
      feuille: 'Table',
      plage: expect.stringMatching(/^C4:F[67]$/) as string,
      totalReference: 264,
      totalContrat: 264,
    });
  });
});

const TABLEAU =
  'Commune;Résidences principales;LLS;Taux cible;Objectif réf.\nVouneuil-sous-Biard;2 486;186;20 %;"102,696"\n01427 Trévoux;1000;100;25;\n';
const enUtf16 = (texte: string) => Buffer.from(`\ufeff${texte}`, 'utf16le');

describe('csv', () => {
  test.each([
    ['« ; », UTF-8', Buffer.from(TABLEAU)],
    ['« ; », UTF-8 avec marque', Buffer.from(`\ufeff${TABLEAU}`)],
    ['« ; », Windows-1252', Buffer.from(TABLEAU, 'latin1')],
    ['« ; », fins de ligne de Windows', Buffer.from(TABLEAU.replaceAll('\n', '\r\n'))],
    ['« ; », séparateur annoncé', Buffer.from(`sep=;\r\n${TABLEAU}`)],
    ['tabulation, UTF-16 (« texte Unicode » d’Excel)', enUtf16(TABLEAU.replaceAll(';', '\t'))],
    ['« , »', Buffer.from(TABLEAU.replaceAll(';', ','))],
    ['titre à virgules au-dessus', Buffer.from(`Contrat, 2023-2025, dix communes, essai, etc.;;;;\n;;;;\n${TABLEAU}`)],
  ])('%s', async (nom, octets) => {
    const [tableau] = await controler(ecrire('essai.csv', octets));
    expect(lignes(tableau!).map(([commune, code, , ...reste]) => [commune, code, ...reste])).toEqual([
      ['Vouneuil-sous-Biard', null, 311.2, 102.696, null],
      ['Trévoux', '01427', 150, 49.5, null],
    ]);
    expect(tableau!.feuille).toBe('essai');
    expect(nom).not.toBe('');
  });

  test('une page HTML nommée .xls, comme bien des applications en produisent', async () => {
    const rangees = TABLEAU.replaceAll('"', '')
      .trim()
      .split('\n')
      .map((l) => `<tr><td>${l.split(';').join('</td><td>')}</td></tr>`);
    const [tableau] = await controler(
      ecrire('export.xls', `<html><body><table>${rangees.join('')}</table></body></html>`),
    );
    expect(lignes(tableau!)[0]!.slice(3)).toEqual([311.2, 102.696, null]);
  });
});
