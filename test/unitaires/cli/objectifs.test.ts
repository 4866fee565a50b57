import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { controlerFichier } from '../../../src/cli/verifier';
import { mutualisationSru } from '../../outils/cli';
import { options } from '../../outils/options';

const dossier = mkdtempSync(join(tmpdir(), 'objectifs-'));
const chemin = join(dossier, 'objectifs.xlsx');
const INVENTAIRE = 'test/cas/inventaire/forme-2026.csv';

describe('--objectifs', () => {
  const { code, erreurs } = mutualisationSru('verifier', INVENTAIRE, '--objectifs', chemin);
  test('écrit chaque commune déficitaire, avec sa fourchette et de quoi calculer son objectif', async () => {
    expect([code, erreurs]).toEqual([4, expect.stringContaining('Objectifs écrits')]);
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.readFile(chemin);
    const feuille = classeur.getWorksheet('Objectifs 2026-2028')!;
    const entete = (feuille.getColumn(1).values as string[]).indexOf('Code INSEE');
    const colonne = (titre: string) => (feuille.getRow(entete).values as string[]).indexOf(titre);
    const lu = (titre: string, l: number) => feuille.getRow(l).getCell(colonne(titre)).value;
    // Marcq-en-Barœul : de 18 442 à 18 451 résidences, 330 ou 331.
    expect([lu('Commune', entete + 4), lu('Fourchette de la référence, au moins', entete + 4)]).toEqual([
      'MARCQ-EN-BARŒUL',
      330,
    ]);
    expect(lu('Fourchette de la référence, au plus', entete + 4)).toBe(331);
    expect(lu('Objectif de référence', entete + 4)).toMatchObject({
      formula: expect.stringContaining('ROUND(') as string,
    });
  });
  test('relue, elle n’attend que le parc notifié : rien d’elle-même n’y est incompris', async () => {
    const { controles } = await controlerFichier(chemin, options());
    expect(
      controles.map((c) => [c.nature, ...new Set(c.constats.filter((x) => x.empecheDeConclure).map((x) => x.code))]),
    ).toEqual([['objectifs', 'LIGNE_INCOMPLETE']]);
  });
  test.each([
    [['test/cas/grand-poitiers.csv', '--objectifs', join(dossier, 'x.xlsx')], /n’est pas un inventaire publié/],
    [[INVENTAIRE, '--objectifs', join(dossier, 'x.ods')], /attendu un nom en \.xlsx/],
    [[INVENTAIRE, '--objectifs', chemin], /existe déjà ; ajouter --remplacer/],
    [[INVENTAIRE, INVENTAIRE.replace('2026', '2025'), '--objectifs', join(dossier, 'x.xlsx')], /attendu un seul/],
    [
      [INVENTAIRE, '--objectifs', join(dossier, 'x.xlsx'), '--synthese', join(dossier, 's.xlsx')],
      /ne se combine avec aucune/,
    ],
  ])('%j : 64 et une phrase', (mots, phrase) => {
    const { code: sorti, erreurs: dit } = mutualisationSru('verifier', ...mots);
    expect([sorti, existsSync(join(dossier, 'x.xlsx'))]).toEqual([64, false]);
    expect(dit.replace(/\s+/g, ' ')).toMatch(phrase);
  });
});
