import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { trouverClasseurs } from '../../../src/cli/classeurs';
import { depuisLeurDossier } from '../../../src/cli/synthese/chemins';
import { ouvrirJournal } from '../../../src/cli/synthese/journal';
import type { ResumeFichier } from '../../../src/cli/synthese/resume';
import { controlerFichier } from '../../../src/cli/verifier';
import { mutualisationSru } from '../../outils/cli';
import { options } from '../../outils/options';
import { titreSaufSi } from '../../outils/saute';

const racine = mkdtempSync(join(tmpdir(), 'synthese-'));
afterAll(() => rmSync(racine, { recursive: true }));
const dossier = (nom: string): string => {
  const chemin = join(racine, nom);
  mkdirSync(chemin, { recursive: true });
  return chemin;
};
const tableau = (nom: string, objectif: number) =>
  `Commune;RP;LLS;Taux cible;Rang;Objectif du contrat mutualisant\n${nom};10000;1500;20;3;${objectif}\n`;

/** Les cellules de la feuille, telles qu'un tableur les lit. */
async function lignes(chemin: string, feuille: string): Promise<unknown[][]> {
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.readFile(chemin);
  const rangees: unknown[][] = [];
  classeur.getWorksheet(feuille)!.eachRow(({ values }) => rangees.push((values as unknown[]).slice(1)));
  return rangees;
}

describe('les classeurs d’un dossier', () => {
  const lot = dossier('lot/sous dossier/profond');
  for (const nom of ['b10.xlsx', 'b9.XLSM', '~$b9.xlsx', '.cache.ods', 'note.docx', 'é.csv'])
    writeFileSync(join(lot, nom), 'x');
  mkdirSync(join(racine, 'lot/.git'));
  writeFileSync(join(racine, 'lot/.git/a.csv'), 'x');
  writeFileSync(join(racine, 'lot/z.xls'), 'x');

  test('tous, par ordre de noms, sauf les cachés et les verrous', async () => {
    const { classeurs, impasses } = await trouverClasseurs([join(racine, 'lot')]);
    expect(classeurs.map((c) => c.slice(racine.length + 5))).toEqual([
      'sous dossier/profond/b9.XLSM',
      'sous dossier/profond/b10.xlsx',
      'sous dossier/profond/é.csv',
      'z.xls',
    ]);
    expect(impasses).toEqual([]);
  });
  test('ce qui n’est pas contrôlé est nommé, avec sa raison ; un modèle se lit comme un classeur', async () => {
    const autres = dossier('autres');
    for (const nom of ['a.XLTX', 'b.xlsb', 'c.numbers', 'd.tsv']) writeFileSync(join(autres, nom), 'x');
    symlinkSync(join(racine, 'lot'), join(autres, 'lien'));
    const { classeurs, impasses } = await trouverClasseurs([autres]);
    expect(classeurs).toEqual([join(autres, 'a.XLTX'), join(autres, 'b.xlsb')]);
    expect(impasses.map((i) => [i.fichier.slice(autres.length + 1), i.erreur.split(' : ')[0]])).toEqual([
      ['c.numbers', 'Format non contrôlé'],
      ['d.tsv', 'Format non contrôlé'],
      ['lien', 'Lien vers un dossier'],
    ]);
  });
  test('un fichier nommé passe tel quel ; un dossier vide le dit', async () => {
    const vide = dossier('vide');
    expect(await trouverClasseurs(['absent.txt', vide])).toEqual({
      classeurs: ['absent.txt'],
      impasses: [{ fichier: vide, erreur: expect.stringContaining('Aucun classeur') as string }],
    });
  });
  test('un dossier et son sous-dossier donnés ensemble : la synthèse compte chaque fichier une fois', () => {
    const deux = dossier('emboites/dedans');
    writeFileSync(join(deux, 'a.csv'), tableau('Angers', 165));
    const mots = [join(deux, '..'), deux, '--synthese', join(racine, 'emboites.xlsx')];
    expect(mutualisationSru('verifier', ...mots).sortie).toMatch(/^1\sfichier, /);
  });
  test('sans --synthese, un dossier vaut ses fichiers', () => {
    const deux = dossier('deux');
    writeFileSync(join(deux, 'a.csv'), tableau('A', 83));
    writeFileSync(join(deux, 'b.csv'), tableau('B', 165));
    const { code, sortie } = mutualisationSru('verifier', deux, '--json');
    const resultats = JSON.parse(sortie) as { fichier: string; verdict: string }[];
    expect(resultats.map((r) => [r.fichier, r.verdict])).toEqual([
      [join(deux, 'a.csv'), 'non conforme'],
      [join(deux, 'b.csv'), 'conforme'],
    ]);
    expect(code).toBe(1);
  });
});

describe('--synthese', () => {
  const lot = dossier('synthese');
  copyFileSync('assets/exemples/grand-poitiers.xlsx', join(lot, 'grand-poitiers.xlsx'));
  writeFileSync(join(lot, '=HYPERLINK("x").csv'), tableau('=1+1', 10));
  writeFileSync(join(lot, 'illisible.xlsx'), 'PK\u0003\u0004 rien');
  const chemin = join(lot, 'synthese.xlsx');
  const premier = mutualisationSru('verifier', lot, '--synthese', chemin, '--plh', 'oui', '--avis', 'recueilli');

  test('dit son bilan ; un fichier illisible l’emporte', () => {
    expect(premier.code).toBe(3);
    expect(premier.sortie.replace(/\s/g, ' ')).toBe(
      '3 fichiers, 2 tableaux : 1 conforme, 1 non conforme, 0 indéterminé ; 1 fichier sans résultat. ',
    );
    expect(premier.erreurs).toBe(`Synthèse écrite\u00a0: ${chemin}\n`);
  });
  test('a une ligne par tableau, et un compte par constat', async () => {
    const [entetes, piege, poitiers] = (await lignes(chemin, 'Synthèse')) as [string[], unknown[], unknown[]];
    const valeur = (ligne: unknown[], titre: string) => ligne[entetes.indexOf(titre)];
    const lieux = ['Fichier', 'Feuille', 'Plage', 'EPCI', 'Période', 'Communes lues'];
    const totaux = ['Total des références', 'Total du contrat', 'Différence'];
    const lue = (ligne: unknown[]) => [...lieux, ...totaux].map((t) => valeur(ligne, t));
    expect(lue(poitiers)).toEqual([
      ...['grand-poitiers.xlsx', 'Mutualisation', 'A8:O19', 'CU du Grand Poitiers', '2023-2025'],
      ...[10, 471, 542, 71],
    ]);
    expect(valeur(poitiers, 'Colonnes non utilisées')).toMatch(/^Écart au taux cible/);
    expect(lue(piege).slice(-4)).toEqual([1, 165, 10, -155]);
    expect(entetes.slice(0, 3)).toEqual(['Verdict', 'Constats bloquants', 'Première raison']);
    expect(poitiers.slice(0, 3)).toEqual(['CONFORME', 0, undefined]);
    expect(piege.slice(0, 3)).toEqual(['NON CONFORME', 2, expect.stringMatching(/^=1\+1, F2\s: L’objectif/)]);

    const [titres, duPiege, dePoitiers] = (await lignes(chemin, 'Constats')) as [string[], unknown[], unknown[]];
    const compte = (ligne: unknown[], code: string) => ligne[titres.indexOf(code)];
    expect(compte(dePoitiers, 'REFERENCE_ARRONDIE')).toBe(9);
    expect([compte(duPiege, 'REDUCTION_EXCESSIVE'), compte(duPiege, 'TOTAL_INSUFFISANT')]).toEqual([1, 1]);
  });
  test('liste les fichiers illisibles et leur raison', async () => {
    expect(await lignes(chemin, 'Fichiers sans résultat')).toEqual([
      ['Fichier', 'Raison'],
      ['illisible.xlsx', expect.stringContaining('illisible') as string],
    ]);
  });
  test('aucun texte n’y est une formule', async () => {
    const archive = await JSZip.loadAsync(readFileSync(chemin));
    const feuilles = Object.keys(archive.files).filter((nom) => nom.startsWith('xl/worksheets/sheet'));
    expect(feuilles).toHaveLength(4);
    for (const nom of feuilles) expect(await archive.file(nom)!.async('string')).not.toContain('<f');
  });
  test('n’est pas un tableau de communes, et ne dit pas où elle a été faite', async () => {
    expect(mutualisationSru('verifier', chemin).erreurs).toMatch(/Aucun tableau de communes reconnu/);
    const archive = await JSZip.loadAsync(readFileSync(chemin));
    for (const partie of Object.values(archive.files)) expect(await partie.async('string')).not.toContain(racine);
  });
  test('ne se contrôle pas elle-même, ne laisse rien derrière elle', () => {
    expect(mutualisationSru('verifier', lot, '--synthese', chemin, '--remplacer').sortie).toMatch(/^3\sfichiers/);
    expect(existsSync(`${chemin}.reprise.jsonl`) || existsSync(`${chemin}.tmp`)).toBe(false);
  });
  test.each([
    [['--synthese', 'x.ods'], /--synthese.*\.xlsx/],
    [['--synthese', 'absent/x.xlsx'], /ne peut pas être écrit/],
    [['--synthese', 'x.xlsx', '--json'], /aucune autre\s+sortie/],
    [['--synthese', join(lot, 'grand-poitiers.xlsx'), join(lot, 'grand-poitiers.xlsx')], /jamais récrit/],
  ])('mauvais usage %j : 64', (mots, phrase) => {
    expect(mutualisationSru('verifier', lot, ...mots)).toMatchObject({
      code: 64,
      erreurs: expect.stringMatching(phrase) as string,
    });
  });
});

test('un bilan s’y dit tel, avec ses totaux', async () => {
  const lot = dossier('bilans');
  const lignesDuBilan = 'Angers;165;100;110\nAvrillé;99;164;150\n';
  writeFileSync(join(lot, 'b.csv'), `Commune;Objectif de référence;Objectif du contrat;Réalisés\n${lignesDuBilan}`);
  const chemin = join(lot, 's.xlsx');
  mutualisationSru('verifier', lot, '--synthese', chemin);
  const [entetes, bilan] = (await lignes(chemin, 'Synthèse')) as [string[], unknown[]];
  const titres = ['EPCI', 'Objet', 'Total des références', 'Total du contrat', 'Total réalisé', 'Verdict'];
  expect(titres.map((titre) => bilan[entetes.indexOf(titre)])).toEqual([
    'CU Angers Loire Métropole',
    'bilan triennal',
    264,
    264,
    260,
    'OBJECTIF ATTEINT PAR 1 COMMUNE SUR 2',
  ]);
}, 60_000);

/** Le plus haut, en Mio, de la commande et de ses ouvriers, chacun au plus haut ; `/proc` n'est que sous Linux. */
async function memoireDe(nombre: number): Promise<number> {
  const lot = dossier(`memoire-${nombre}`);
  for (let i = 0; i < nombre; i++) writeFileSync(join(lot, `${i}.csv`), tableau('A', 83));
  const mots = ['bin/mutualisation-sru.mjs', 'verifier', lot, '--synthese', join(lot, 's.xlsx')];
  const commande = spawn('node', mots, { stdio: 'ignore' });
  const fin = new Promise<'fini'>((suite) => commande.once('exit', () => suite('fini')));
  const hauts = new Map<string, number>();
  const lireProc = (chemin: string): string => {
    try {
      return readFileSync(`/proc/${chemin}`, 'utf8');
    } catch {
      return '';
    }
  };
  const { pid } = commande;
  const relever = () => {
    const ouvriers = lireProc(`${pid}/task/${pid}/children`).trim().split(' ');
    for (const processus of [String(pid), ...ouvriers]) {
      const haut = /VmHWM:\s+(\d+)/.exec(lireProc(`${processus}/status`))?.[1];
      if (haut) hauts.set(processus, Number(haut) / 1024);
    }
  };
  while ((await Promise.race([fin, new Promise((suite) => setTimeout(suite, 25))])) !== 'fini') relever();
  return Math.max(...hauts.values());
}

/** Ce que le ramasse-miettes laisse traîner d'une exécution à l'autre, en Mio. */
const MARGE = 40;
const SUR_LINUX = existsSync('/proc/self/status');
(SUR_LINUX ? test : test.skip)(
  titreSaufSi(!SUR_LINUX && 'sous Linux seulement', 'la mémoire ne dépend pas du nombre de fichiers'),
  async () => {
    const [peu, quatreFois] = [await memoireDe(25), await memoireDe(100)];
    expect(peu).toBeGreaterThan(30);
    expect(quatreFois - peu).toBeLessThan(MARGE);
  },
  60_000,
);

const PSEUDO_TERMINAL = spawnSync('script', ['--version']).status === 0;
(PSEUDO_TERMINAL ? test : test.skip)(
  titreSaufSi(!PSEUDO_TERMINAL && 'commande script absente', 'dans un terminal, l’avancement s’écrit'),
  () => {
    const lot = dossier('avancement');
    for (const nom of ['a', 'b']) writeFileSync(join(lot, `${nom}.csv`), tableau('A', 83));
    const dit = (...mots: string[]) => {
      const commande = ['node', 'bin/mutualisation-sru.mjs', 'verifier', lot, ...mots].join(' ');
      return spawnSync('script', ['-qec', commande, '/dev/null'], { encoding: 'utf8' }).stdout;
    };
    expect(dit()).toMatch(/2\/2 [ab]\.csv/);
    expect(dit('--synthese', join(lot, 's.xlsx'))).toMatch(/[12]\/2 \S+\.csv/);
  },
  60_000,
);

test('une exécution tuée reprend où elle en était', async () => {
  const lot = dossier('interrompu');
  for (let i = 0; i < 30; i++) copyFileSync('assets/exemples/erreurs.xlsx', join(lot, `${i}.xlsx`));
  const chemin = join(lot, 's.xlsx');
  const journal = `${chemin}.reprise.jsonl`;
  const commande = spawn('node', ['bin/mutualisation-sru.mjs', 'verifier', lot, '--synthese', chemin], {
    stdio: 'ignore',
  });
  const notees = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0);
  const debut = Date.now();
  while (notees() < 4 && Date.now() - debut < 30_000) await new Promise((suite) => setTimeout(suite, 10));
  commande.kill('SIGKILL');
  await new Promise((suite) => commande.once('exit', suite));
  const faits = notees();
  expect(faits).toBeGreaterThanOrEqual(4);
  expect(faits).toBeLessThan(30);
  expect(existsSync(chemin)).toBe(false);
  const { sortie, erreurs } = mutualisationSru('verifier', lot, '--synthese', chemin);
  expect(erreurs).toMatch(new RegExp(`^Reprise\\s: ${faits} fichiers`));
  expect(sortie).toMatch(/^30\sfichiers/);
  const { controles } = await controlerFichier('assets/exemples/erreurs.xlsx', options());
  expect((await lignes(chemin, 'Synthèse')).length).toBe(1 + 30 * controles.length);
  expect(existsSync(journal)).toBe(false);
}, 120_000);

describe('le journal', () => {
  const OPTIONS = options();
  const fichier = join(dossier('journal'), 'a.csv');
  const chemin = join(racine, 'journal.jsonl');
  const resume = (erreur: string | null = null): ResumeFichier => ({ fichier, erreur, tableaux: [] });
  const repris = (choisies = OPTIONS, version = '1') => [
    ...ouvrirJournal(chemin, [fichier], choisies, version).repris.keys(),
  ];
  beforeEach(() => {
    writeFileSync(fichier, 'x');
    ouvrirJournal(chemin, [], OPTIONS, '1');
    ouvrirJournal(chemin, [fichier], OPTIONS, '1').noter(resume());
  });

  test('rend ce qui n’a pas changé, même si sa dernière ligne est coupée', () => {
    appendFileSync(chemin, '{"cle":"[');
    expect(repris()).toEqual([fichier]);
  });
  test('un fichier modifié est relu', () => {
    writeFileSync(fichier, 'xy');
    expect(repris()).toEqual([]);
  });
  test('d’autres options, une autre version : tout est relu', () => {
    expect(repris(options({ plh: true }))).toEqual([]);
    ouvrirJournal(chemin, [fichier], OPTIONS, '1').noter(resume());
    expect(repris(options({ periode: '2023-2025' }))).toEqual([]);
    ouvrirJournal(chemin, [fichier], OPTIONS, '1').noter(resume());
    expect(repris(options({ colonnes: { cible: 'objectif_contrat' } }))).toEqual([]);
    ouvrirJournal(chemin, [fichier], OPTIONS, '1').noter(resume());
    expect(repris(OPTIONS, '2')).toEqual([]);
  });
  test('un fichier illisible n’est pas noté', () => {
    ouvrirJournal(chemin, [], OPTIONS, '1');
    ouvrirJournal(chemin, [fichier], OPTIONS, '1').noter(resume('Fichier introuvable.'));
    expect(repris()).toEqual([]);
  });
});

test('chaque fichier s’y nomme depuis le dossier qui les tient tous', () => {
  const courts = (...fichiers: string[]) => [...depuisLeurDossier(fichiers).values()];
  expect(courts('/home/agent/17/x.xlsx', '/home/agent/86/y.xlsx')).toEqual([
    join('17', 'x.xlsx'),
    join('86', 'y.xlsx'),
  ]);
  expect(courts('/home/agent/17/x.xlsx')).toEqual(['x.xlsx']);
  expect(courts('/a/x.xlsx', '/b/c/y.xlsx')).toEqual([join('a', 'x.xlsx'), join('b', 'c', 'y.xlsx')]);
  expect(courts()).toEqual([]);
});

test('un classeur de l’agent n’est jamais récrit par la synthèse, fût-il trouvé dans un dossier', () => {
  const lot = dossier('ecrase');
  const contrat = join(lot, 'contrat.xlsx');
  copyFileSync('assets/exemples/grand-poitiers.xlsx', contrat);
  const avant = readFileSync(contrat);
  expect(mutualisationSru('verifier', lot, '--synthese', contrat, '--remplacer')).toMatchObject({
    code: 64,
    erreurs: expect.stringMatching(/jamais récrit/) as string,
  });
  expect(readFileSync(contrat).equals(avant)).toBe(true);
});

test('la première raison est celle du verdict : une colonne non comprise, non le nombre qu’elle rend douteux', async () => {
  const lot = dossier('raison');
  writeFileSync(
    join(lot, 'a.csv'),
    'Commune;RP;LLS;Taux cible;Objectif du contrat mutualisant;Objectif minoré\nAngers;10000;1500;20;10;7\n',
  );
  const chemin = join(lot, 's.xlsx');
  mutualisationSru('verifier', lot, '--synthese', chemin);
  const [, [verdict, , raison] = []] = await lignes(chemin, 'Synthèse');
  expect([verdict, raison]).toEqual(['INDÉTERMINÉ', expect.stringContaining('Objectif minoré')]);
});
