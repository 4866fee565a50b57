import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { nommerLesLettres } from '../../../src/cli/noms-de-lettres';
import { mutualisationSru } from '../../outils/cli';
import { titreSaufSi } from '../../outils/saute';

const racine = mkdtempSync(join(tmpdir(), 'lettres-'));
afterAll(() => {
  if (PETIT_DISQUE) spawnSync('umount', [DISQUE]);
  rmSync(racine, { recursive: true });
});
const ici = (nom: string) => join(racine, nom);

/** Une lettre y tient, deux non. */
const DISQUE = ici('disque');
mkdirSync(DISQUE);
const PETIT_DISQUE = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', DISQUE]).status === 0;

const TABLEAU = ici('tableau.csv');
const ENTETES =
  'code_insee;commune;Résidences principales;Logements sociaux;taux_cible;rang;Objectif de référence 2026-2028';
writeFileSync(
  TABLEAU,
  `${ENTETES}\n86041;Buxerolles;4082;800;20;3;16\n86070;Chauvigny;2801;468;20;2;23\n86115;Jaunay-Marigny;3000;400;20;;66,5\n86214;Saint-Benoît;2908;425;20;3;52\n86194;Poitiers;50000;12500;20;3;0\n`,
);
const verifier = (...mots: string[]) => {
  const { code, sortie, erreurs } = mutualisationSru('verifier', TABLEAU, '--plh', 'oui', ...mots);
  return { code, sortie, erreurs: erreurs.replace(/[\u00a0\u202f]/g, ' ') };
};

test('un dossier : une lettre par objectif certain, les autres nommées avec leur raison, rien n’est remplacé sans --remplacer', () => {
  const dossier = ici('lettres');
  const { code, erreurs } = verifier('--lettres', dossier);
  const noms = ['lettre-86070-chauvigny.docx', 'lettre-86214-saint-benoit.docx'];
  expect([code, readdirSync(dossier).sort()]).toEqual([0, noms]);
  expect(erreurs).toContain('Rien à notifier : Poitiers (en règle');
  expect(erreurs).toMatch(/Jaunay-Marigny : .*rang triennal/);
  expect(erreurs).toMatch(/Buxerolles : en règle à l’inventaire publié en 2025 .*, 20 % pour 20 %, .*« Déficitaire »/);

  // Une seule des deux reste : ni l'une ni l'autre n'est écrite.
  rmSync(join(dossier, noms[0]!));
  const avant = readFileSync(join(dossier, noms[1]!));
  const refuse = verifier('--lettres', dossier);
  expect([refuse.code, refuse.erreurs]).toEqual([64, expect.stringContaining('existe déjà ; ajouter --remplacer')]);
  expect([readdirSync(dossier), readFileSync(join(dossier, noms[1]!))]).toEqual([[noms[1]], avant]);

  expect([verifier('--lettres', dossier, '--remplacer').code, readdirSync(dossier).sort()]).toEqual([0, noms]);
});

(PETIT_DISQUE ? test : test.skip)(
  titreSaufSi(
    !PETIT_DISQUE && 'aucun petit disque ne se monte ici',
    'sur un disque plein, le dossier est comme avant : aucune lettre, ni entière ni à moitié',
  ),
  () => {
    const { code, erreurs } = verifier('--lettres', join(DISQUE, 'lettres'));
    expect([code, readdirSync(DISQUE)]).toEqual([70, []]);
    expect(erreurs).toMatch(/--lettres : « .*lettre-.*\.docx » .*le disque est plein/);
  },
);

test('un seul fichier : une page par commune, et l’en-tête du service une fois pour toutes', async () => {
  expect(verifier('--lettres', ici('toutes.docx')).code).toBe(0);
  const archive = await JSZip.loadAsync(readFileSync(ici('toutes.docx')));
  const [entetes, corps] = await Promise.all(
    ['word/header1.xml', 'word/document.xml'].map((nom) => archive.file(nom)!.async('string')),
  );
  expect(archive.file('word/header2.xml')).toBeNull();
  expect(entetes).toContain('affaire suivie par');
  expect(corps!.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  expect(corps).toContain('Chauvigny');
});

describe('--en-tete', () => {
  const enTetes = async (dossier: string) =>
    Promise.all(
      readdirSync(dossier).map(async (nom) => {
        const archive = await JSZip.loadAsync(readFileSync(join(dossier, nom)));
        return archive.file('word/header1.xml')!.async('string');
      }),
    );

  test('l’en-tête du service, écrit une fois, est celui de chaque lettre', async () => {
    // Le Bloc-notes de Windows écrit aussi cet encodage.
    writeFileSync(ici('service.txt'), Buffer.from('DDT de la Vienne\r\nAffaire suivie par Mme Élie\r\n\r\n', 'latin1'));
    expect(verifier('--lettres', ici('avec'), '--en-tete', ici('service.txt')).code).toBe(0);
    const ecrits = await enTetes(ici('avec'));
    expect(ecrits).toHaveLength(2);
    for (const xml of ecrits) {
      expect(xml).toContain('Affaire suivie par Mme Élie');
      expect(xml).not.toContain('affaire suivie par, téléphone');
      expect(xml).toContain('Observations');
    }
  });

  test.each([
    ['absent', ['--lettres', 'l.docx', '--en-tete', 'absent.txt'], /ne peut pas être lu/],
    ['un classeur', ['--lettres', 'l.docx', '--en-tete', 'assets/exemples/bilan.xlsx'], /attendu un fichier texte/],
    ['sans lettres', ['--en-tete', TABLEAU], /--en-tete ne sert qu’avec --lettres/],
  ])('%s : refusé avant le contrôle', (_, mots, phrase) => {
    const { code, sortie, erreurs } = mutualisationSru('verifier', TABLEAU, ...mots);
    expect([code, sortie]).toEqual([64, '']);
    expect(erreurs.replace(/[\u00a0\u202f]/g, ' ')).toMatch(phrase);
  });
});

test('aucun objectif certain : rien n’est écrit', () => {
  const seul = ici('seul.csv');
  writeFileSync(seul, `${ENTETES}\n86115;Jaunay-Marigny;3000;400;20;;66,5\n`);
  const { code, erreurs } = mutualisationSru('verifier', seul, '--lettres', ici('aucune'));
  expect([code, existsSync(ici('aucune'))]).toEqual([64, false]);
  expect(erreurs).toMatch(/aucune commune n’a d’objectif certain/);
});

test.each([
  ['un autre format', [TABLEAU, '--lettres', 'lettres.pdf'], /attendu un dossier, ou un nom en \.docx/],
  ['un dossier dans un dossier absent', [TABLEAU, '--lettres', ici('absent/lettres')], /le dossier n’existe pas/],
  ['plusieurs classeurs', [TABLEAU, TABLEAU, '--lettres', 'l.docx'], /reçu 2 classeurs, attendu un seul/],
  ['le projet du même nom', [TABLEAU, '--lettres', 'l.docx', '--projet', 'l.docx'], /aussi le nom donné à --projet/],
  ['une synthèse', [TABLEAU, '--lettres', 'l.docx', '--synthese', 's.xlsx'], /aucune autre sortie/],
])('%s : refusé avant le contrôle', (_, mots, phrase) => {
  const { code, sortie, erreurs } = mutualisationSru('verifier', ...mots);
  expect([code, sortie]).toEqual([64, '']);
  expect(erreurs.replace(/[\u00a0\u202f]/g, ' ')).toMatch(phrase);
});

test.each([
  ['un bilan', 'test/cas/nationaux/bilan-triennal-2017-2019.csv', /bilan triennal/],
  ['un inventaire', 'test/cas/inventaire/forme-2025.csv', /jamais les chiffres notifiés/],
])('%s : le contrôle se dit, les lettres se refusent', (_, fichier, phrase) => {
  mkdirSync(ici('vide'), { recursive: true });
  const { code, sortie, erreurs } = mutualisationSru('verifier', fichier, '--lettres', ici('vide'));
  expect([code, readdirSync(ici('vide'))]).toEqual([64, []]);
  expect(sortie).not.toBe('');
  expect(erreurs).toMatch(phrase);
});

const nommer = (...communes: string[]) => nommerLesLettres(communes.map((commune) => ({ commune, codeInsee: null })));

test.each([
  ['../../etc/passwd', 'lettre-etc-passwd.docx'],
  ['CON', 'lettre-con.docx'],
  ['Saint-Rémy/s/Avre', 'lettre-saint-remy-s-avre.docx'],
  ['C:\\Windows', 'lettre-c-windows.docx'],
  ['L’Haÿ-les-Roses\u202e\n', 'lettre-l-hay-les-roses.docx'],
  ['東京', 'lettre.docx'],
  ['a'.repeat(400), `lettre-${'a'.repeat(60)}.docx`],
])('%j reste dans son dossier, sous un nom que tout système écrit', (commune, nom) => {
  expect(nommer(commune)).toEqual([nom]);
});

test('deux communes de même nom ne s’écrasent pas', () => {
  expect(nommer('Saint-Denis', 'SAINT DENIS', 'Saint-Denis 2')).toEqual([
    'lettre-saint-denis.docx',
    'lettre-saint-denis-2.docx',
    'lettre-saint-denis-2-2.docx',
  ]);
});
