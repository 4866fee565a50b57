import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import { lireComplement } from '../../scripts/exemples/complement';
import { REFERENTIEL } from '../../src/referentiel';
import { lireClasseur } from '../../src/classeur/fichier';
import { controlerFichier } from '../../src/cli/verifier';
import { FONCTIONS } from '../../src/fonctions/registre';
import { resultatTableau } from '../../src/rapport/resultat';
import type { CodeConstat, Grille } from '../../src/tableau';
import { controleDe } from '../../src/volet/etat/controles';
import { tableauxDe } from '../../src/volet/etat/etat';
import { creerVolet } from '../../src/volet/etat/volet';
import { ecrireXlsx, lireXlsx } from '../banc/xlsx';
import { options } from '../outils/options';
import { ouvrir, type Banc } from './classeur/excel/outils';

let dossier: string;
let banc: Banc;
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'accord-'));
});
afterAll(() => {
  rmSync(dossier, { recursive: true });
});
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

const sansFormule = (valeur: CellValue): CellValue =>
  valeur && typeof valeur === 'object' && ('formula' in valeur || 'sharedFormula' in valeur)
    ? (valeur.result ?? null)
    : valeur;

/** La feuille de Grand Poitiers, en valeurs, telle que l'agent l'a ensuite changée : le fichier, et Excel qui l'a ouvert. */
async function preparer(changer: (feuille: Worksheet) => void): Promise<string> {
  const source = new ExcelJS.Workbook();
  await source.xlsx.readFile('assets/exemples/grand-poitiers.xlsx');
  const classeur = new ExcelJS.Workbook();
  const feuille = classeur.addWorksheet('Mutualisation');
  source.worksheets[0]!.eachRow((ligne) =>
    ligne.eachCell((cellule) => {
      if (cellule.isMerged && cellule.master !== cellule) return;
      const copie = feuille.getCell(cellule.address);
      copie.value = sansFormule(cellule.value);
      if (cellule.numFmt) copie.numFmt = cellule.numFmt;
    }),
  );
  classeur.addWorksheet('Notes').getCell('A1').value = 'Notes de l’agent';
  changer(feuille);
  const octets = new Uint8Array(await classeur.xlsx.writeBuffer());
  const fichier = join(dossier, 'classeur.xlsx');
  writeFileSync(fichier, octets);
  banc = ouvrir(await lireXlsx(octets, Object.keys(FONCTIONS)));
  return fichier;
}

/** Tout ce qu'une grille dit. */
const dire = (grille: Grille) => ({
  nom: grille.nom,
  notes: grille.notes,
  masquee: grille.masquee,
  lignes: Array.from({ length: grille.nombreDeLignes }, (_, l) => [
    grille.colonnes(l).length > 0 && grille.ligneMasquee!(l),
    ...grille.colonnes(l).map((c) => [c, grille.colonneMasquee!(c), grille.cellule(l, c)]),
  ]),
});

const enBarre =
  (...adresses: string[]) =>
  (feuille: Worksheet) => {
    for (const adresse of adresses) feuille.getCell(adresse).font = { strike: true };
  };

const CAS: [nom: string, changer: (feuille: Worksheet) => void, constat: CodeConstat | null, allersRetours: number][] =
  [
    ['rien', () => undefined, null, 2],
    ['une ligne masquée', (f) => (f.getRow(12).hidden = true), 'LIGNE_MASQUEE', 3],
    [
      'des lignes écartées par un filtre',
      (f) => {
        f.autoFilter = 'A8:O18';
        for (const n of [9, 13, 14]) f.getRow(n).hidden = true;
      },
      'LIGNE_MASQUEE',
      3,
    ],
    ['une colonne masquée', (f) => (f.getColumn(5).hidden = true), null, 3],
    ['la feuille masquée', (f) => (f.state = 'hidden'), 'FEUILLE_MASQUEE', 2],
    ['la feuille très masquée', (f) => (f.state = 'veryHidden'), 'FEUILLE_MASQUEE', 2],
    ['une commune barrée', enBarre('B11'), 'CELLULE_BARREE', 4],
    ['une ligne barrée', enBarre(...Array.from('ABCDEFGHIJKLMNO', (colonne) => `${colonne}11`)), 'CELLULE_BARREE', 4],
    [
      'des taux écrits « 19,6 » sous un format au « % » littéral',
      (f) => {
        for (let n = 9; n <= 18; n++) {
          const cellule = f.getCell(`C${n}`);
          cellule.value = Math.round(Number(cellule.value) * 1000) / 10;
          cellule.numFmt = '0.0" %"';
        }
      },
      null,
      2,
    ],
    ['un appel de note écrit en caractère', (f) => (f.getCell('E10').value = '468¹'), 'NON_COMPRIS', 2],
  ];

test.each(CAS)(
  '%s : Excel et le fichier se lisent de même, et disent de même',
  async (_, changer, code, allersRetours) => {
    const fichier = await preparer(changer);
    const lues = await banc.classeur.lire();
    expect(banc.journal.allersRetours).toBe(allersRetours);
    expect(lues.map(dire)).toEqual((await lireClasseur(fichier)).feuilles.map(dire));

    const { controles } = await controlerFichier(fichier, options());
    const volet = creerVolet(banc.classeur, async () => REFERENTIEL);
    await volet.controler();
    expect(tableauxDe(volet.etat()).map((t) => resultatTableau(controleDe(t)!))).toEqual(
      controles.map(resultatTableau),
    );
    expect(controles).toHaveLength(1);
    if (code) expect(controles.flatMap(({ constats }) => constats.map((c) => c.code))).toContain(code);
  },
);

const passage = (texte: string, font: Partial<ExcelJS.Font> = {}) => ({ text: texte, font });
test.each([
  ['barré', [passage('4'), passage('68', { strike: true }), passage('70')]],
  ['en exposant', [passage('468'), passage('1', { vertAlign: 'superscript' })]],
])('un passage %s : Excel ne le dit pas, mais on ne conclut pas plus que du fichier', async (quoi, richText) => {
  const fichier = await preparer((f) => (f.getCell('E10').value = { richText }));
  const [feuille] = await banc.classeur.lire();
  const texte = richText.map(({ text }) => text).join('');
  expect(feuille!.cellule(9, 4)).toEqual({ valeur: texte, ote: `un passage ${quoi}, lu avec le reste` });
  const { controles } = await controlerFichier(fichier, options());
  const volet = creerVolet(banc.classeur, async () => REFERENTIEL);
  await volet.controler();
  const verdicts = tableauxDe(volet.etat()).map((t) => controleDe(t)!.verdict);
  expect(verdicts).toEqual(controles.map(({ verdict }) => verdict));
  expect(verdicts).toEqual(['indetermine']);
});

test.each([
  ['à confirmer', 'indetermine'],
  ['Délibération du 12/05/2026', null],
  ['Mutualisation SRU — Indéterminé : à vérifier', null],
] as const)('un commentaire « %s » : Excel et le fichier se lisent de même', async (texte, voulu) => {
  const fichier = await preparer(() => undefined);
  const sans = (await controlerFichier(fichier, options())).controles.map(({ verdict }) => verdict);
  const donnees = await lireXlsx(readFileSync(fichier), Object.keys(FONCTIONS));
  const place = { feuille: donnees.feuilles[0]!.id, ligne: 9, colonne: 1 };
  donnees.commentaires.push({
    id: '1',
    ...place,
    auteur: 'Jeanne',
    texte,
    reponses: [{ auteur: 'Paul', texte: 'Vu' }],
  });
  writeFileSync(
    fichier,
    await ecrireXlsx(donnees, {
      fonctions: Object.keys(FONCTIONS),
      complement: lireComplement(readFileSync('manifest.xml', 'utf8')),
    }),
  );
  banc.fermer();
  banc = ouvrir(donnees);
  const lues = await banc.classeur.lire();
  expect(banc.journal.allersRetours).toBe(3);
  const duFichier = (await lireClasseur(fichier)).feuilles;
  expect(lues.map(({ notes }) => notes)).toEqual(duFichier.map(({ notes }) => notes));
  expect(lues[0]!.notes!.length).toBe(texte.startsWith('Mutualisation') ? 1 : 2);
  const { controles } = await controlerFichier(fichier, options());
  const volet = creerVolet(banc.classeur, async () => REFERENTIEL);
  await volet.controler();
  const verdicts = tableauxDe(volet.etat()).map((t) => controleDe(t)!.verdict);
  expect(verdicts).toEqual(controles.map(({ verdict }) => verdict));
  expect(verdicts).toEqual(voulu ? [voulu] : sans);
});
