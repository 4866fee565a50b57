import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutualisationSru } from '../../outils/cli';

const dossier = mkdtempSync(join(tmpdir(), 'projet-'));
afterAll(() => rmSync(dossier, { recursive: true }));
const ici = (nom: string) => join(dossier, nom);
const SANS_INSECABLES = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

const TABLEAU = 'test/cas/grand-poitiers.csv';
const OPTIONS = ['--periode', '2023-2025', '--plh', 'oui', '--avis', 'recueilli'];

test('le projet s’écrit à côté du contrôle, se relit, et n’est remplacé que si on le dit', () => {
  const projet = ici('contrat.docx');
  const ecrit = mutualisationSru('verifier', TABLEAU, ...OPTIONS, '--projet', projet);
  expect(ecrit.code).toBe(0);
  expect(ecrit.sortie).toContain('CONFORME');
  expect(SANS_INSECABLES(ecrit.erreurs)).toMatch(
    /^Projet de contrat écrit : .*contrat\.docx \(\d+ passages à compléter/,
  );

  const relu = mutualisationSru('verifier', projet, '--json');
  expect(relu.code).toBe(0);
  const [{ tableaux }] = JSON.parse(relu.sortie) as [
    { tableaux: { totalContrat: number; constats: { code: string }[] }[] },
  ];
  expect(tableaux.map((t) => t.totalContrat)).toEqual([542]);
  expect(tableaux[0]!.constats.map((c) => c.code)).toContain('CONTRAT_A_COMPLETER');

  const avant = readFileSync(projet);
  const refuse = mutualisationSru('verifier', TABLEAU, ...OPTIONS, '--projet', projet);
  expect([refuse.code, SANS_INSECABLES(refuse.erreurs)]).toEqual([
    64,
    expect.stringContaining('existe déjà ; ajouter --remplacer'),
  ]);
  expect(readFileSync(projet)).toEqual(avant);
  expect(mutualisationSru('verifier', TABLEAU, ...OPTIONS, '--projet', projet, '--remplacer').code).toBe(0);
});

test.each([
  ['un bilan', 'assets/exemples/bilan.xlsx', 64, /rien n’est écrit, ce tableau est un bilan triennal/],
  ['un inventaire', 'test/cas/inventaire/forme-2025.csv', 64, /rien n’est écrit, ce tableau est un inventaire publié/],
])('%s : le contrôle se dit, le projet se refuse', (_, fichier, code, phrase) => {
  const { code: sorti, sortie, erreurs } = mutualisationSru('verifier', fichier, '--projet', ici('non.docx'));
  expect([sorti, existsSync(ici('non.docx'))]).toEqual([code, false]);
  expect(sortie).not.toBe('');
  expect(SANS_INSECABLES(erreurs)).toMatch(phrase);
});

test('une période sans règle : illisible, une phrase, aucun projet', () => {
  const { code, erreurs } = mutualisationSru(
    'verifier',
    TABLEAU,
    '--periode',
    '2014-2016',
    '--projet',
    ici('non.docx'),
  );
  expect([code, existsSync(ici('non.docx'))]).toEqual([3, false]);
  expect(erreurs).toContain('aucune règle connue');
});

test('un non conforme garde son code, et son projet dit pourquoi', () => {
  const fautif = ici('fautif.csv');
  writeFileSync(fautif, readFileSync(TABLEAU, 'utf8').replace('103;60;', '103;40;'));
  const { code } = mutualisationSru('verifier', fautif, ...OPTIONS, '--projet', ici('fautif.docx'));
  expect([code, existsSync(ici('fautif.docx'))]).toEqual([1, true]);
});

test.each([
  ['un autre format', [TABLEAU, '--projet', 'contrat.pdf'], /attendu un nom en \.docx/],
  ['plusieurs classeurs', [TABLEAU, TABLEAU, '--projet', 'contrat.docx'], /reçu 2 classeurs, attendu un seul/],
  ['le rapport du même nom', [TABLEAU, '--projet', 'c.docx', '--rapport', 'c.docx'], /aussi le nom donné à --rapport/],
  ['une synthèse', [TABLEAU, '--projet', 'c.docx', '--synthese', 's.xlsx'], /aucune autre sortie/],
])('%s : refusé avant le contrôle', (_, mots, phrase) => {
  const { code, sortie, erreurs } = mutualisationSru('verifier', ...mots);
  expect([code, sortie]).toEqual([64, '']);
  expect(SANS_INSECABLES(erreurs)).toMatch(phrase);
});

test('le contrat qu’on relit n’est jamais récrit', () => {
  copyFileSync(ici('contrat.docx'), ici('signe.docx'));
  const { code, erreurs } = mutualisationSru(
    'verifier',
    ici('signe.docx'),
    '--projet',
    ici('signe.docx'),
    '--remplacer',
  );
  expect([code, SANS_INSECABLES(erreurs)]).toEqual([64, expect.stringContaining('il n’est jamais récrit')]);
});
