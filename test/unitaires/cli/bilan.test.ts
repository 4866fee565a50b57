import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultatFichier } from '../../../src/rapport/resultat';
import { mutualisationSru } from '../../outils/cli';

const NATIONAL = 'test/cas/nationaux/bilan-triennal-2017-2019.csv';
const dossier = mkdtempSync(join(tmpdir(), 'bilan-'));
const chemin = (nom: string) => join(dossier, nom);
const verifier = (...mots: string[]) => {
  const { code, sortie, erreurs } = mutualisationSru('verifier', ...mots);
  return { code, sortie, erreurs: erreurs.replace(/\s+/g, ' ') };
};
const bilanDe = (fichier: string) =>
  (JSON.parse(mutualisationSru('verifier', fichier, '--json').sortie) as ResultatFichier[])[0]!.tableaux[0]!.bilan!;

describe('verifier --bilan', () => {
  const ecrit = chemin('bilan.xlsx');
  const { code, sortie, erreurs } = verifier(NATIONAL, '--bilan', ecrit);

  test('écrit le bilan à côté du contrôle, dont il garde le code', () => {
    expect([code, existsSync(ecrit)]).toEqual([1, true]);
    expect(erreurs).toMatch(/Bilan écrit, aux titres de colonnes du ministère : .*bilan\.xlsx/);
  });

  test('le contrôle nomme les communes dont la carence peut être proposée, de ce qui leur manque le plus', () =>
    expect(sortie.replace(/\s+/g, ' ')).toContain(
      'La carence peut être proposée pour 4 communes (L. 302-9-1) : Reyrieux (80 logements et 24 PLAI), Dagneux (22 logements et 12 PLAI), Prévessin-Moëns (10 PLAI), Furiani (9 PLS de trop).',
    ));

  test('le fichier écrit donne le même --json', () => {
    const sansLieu = (fichier: string) => bilanDe(fichier).map(({ cellule: _, ...b }) => b);
    expect(sansLieu(ecrit)).toEqual(sansLieu(NATIONAL));
  });

  test('--json range les communes dont la carence peut être proposée', () =>
    expect(
      bilanDe(NATIONAL)
        .filter(({ rangDeCarence }) => rangDeCarence !== null)
        .sort((a, b) => a.rangDeCarence! - b.rangDeCarence!)
        .map(({ commune, issue, manquent }) => [commune, issue, manquent]),
    ).toEqual([
      ['Reyrieux', 'manqué', 80],
      ['Dagneux', 'manqué', 22],
      ['Prévessin-Moëns', 'manqué', 0],
      ['Furiani', 'manqué', 0],
    ]));

  test('un fichier qui existe ne se remplace que sur demande', () => {
    expect(verifier(NATIONAL, '--bilan', ecrit)).toMatchObject({
      code: 64,
      erreurs: expect.stringMatching(/--bilan : « .* » existe déjà ; ajouter --remplacer/) as string,
    });
    expect(verifier(NATIONAL, '--bilan', ecrit, '--remplacer')).toMatchObject({ code: 1 });
  });
});

describe('ce que --bilan refuse', () => {
  test.each([
    ['un nom qui n’est pas en .xlsx', [NATIONAL, '--bilan', chemin('bilan.csv')], /attendu un nom en \.xlsx/],
    ['un dossier qui n’existe pas', [NATIONAL, '--bilan', chemin('absent/bilan.xlsx')], /le dossier n’existe pas/],
    ['avec --synthese', [NATIONAL, '--bilan', chemin('b.xlsx'), '--synthese', chemin('s.xlsx')], /ne se combine/],
  ])('%s : 64', (_, mots, phrase) => {
    expect(verifier(...mots)).toMatchObject({ code: 64, erreurs: expect.stringMatching(phrase) as string });
  });

  test('un des fichiers à contrôler : 64, et il reste tel quel', () => {
    const copie = chemin('copie.xlsx');
    copyFileSync('assets/exemples/bilan.xlsx', copie);
    expect(verifier(copie, '--bilan', copie, '--remplacer')).toMatchObject({ code: 64 });
    expect(readFileSync(copie).equals(readFileSync('assets/exemples/bilan.xlsx'))).toBe(true);
  });

  test.each([
    ['aucun bilan dans les fichiers : 64', 'test/cas/grand-poitiers.csv', 64, /aucun bilan triennal/],
    ['un fichier illisible : 3', chemin('absent.csv'), 3, /introuvable/],
  ])('%s, et rien n’est écrit', (_, fichier, attendu, phrase) => {
    const vide = chemin('vide.xlsx');
    const { code, erreurs } = verifier(fichier, '--bilan', vide);
    expect([code, existsSync(vide)]).toEqual([attendu, false]);
    expect(erreurs).toMatch(phrase);
  });
});
