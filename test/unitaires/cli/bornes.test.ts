import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processusSru } from '../../outils/cli';
import { titreSaufSi } from '../../outils/saute';

const dossier = mkdtempSync(join(tmpdir(), 'bornes-'));
afterAll(() => rmSync(dossier, { recursive: true }));
const ENTETES = 'Commune;RP;LLS;Taux cible;Rang;Objectif du contrat mutualisant';
const petit = join(dossier, 'b petit.csv');
writeFileSync(petit, `${ENTETES}\nA;10000;1500;20;3;165\n`);
/** De quoi occuper le contrôle plus d'une seconde, dans les limites de ce qu'il lit. */
const long = join(dossier, 'a long.csv');
const commune = (_: unknown, i: number) => `Commune ${i};10000;1500;20;3;165`;
writeFileSync(long, `${ENTETES}\n${Array.from({ length: 9_000 }, commune).join('\n')}\n`);
const espaces = (texte: string) => texte.replace(/\s+/g, ' ').trim();

describe('un fichier qui dépasse ses bornes rend une phrase et 3 ; les autres suivent', () => {
  test('seul : le délai', () => {
    const { code, erreurs } = processusSru('verifier', long, '--delai', '0.2');
    expect(code).toBe(3);
    expect(espaces(erreurs)).toBe(
      `${long} : Le contrôle de ce fichier dure plus de 0,2 s : il est interrompu. Le réduire aux feuilles utiles, ou relever --delai.`,
    );
  });
  test('seul : la mémoire', () => {
    const { code, erreurs } = processusSru('verifier', long, '--memoire', '24');
    expect(code).toBe(3);
    expect(espaces(erreurs)).toBe(
      `${long} : Le contrôle de ce fichier demande plus de 24 Mio de mémoire : il est interrompu. Le réduire aux feuilles utiles, ou relever --memoire.`,
    );
  });
  test.each([['--json'], ['--synthese']])('dans un dossier, %s', (option) => {
    const synthese = join(dossier, 's.xlsx');
    const { code, sortie } = processusSru(
      'verifier',
      dossier,
      '--memoire',
      '24',
      ...(option === '--json' ? [option] : [option, synthese]),
    );
    expect(code).toBe(3);
    if (option === '--synthese') expect(espaces(sortie)).toMatch(/^2 fichiers, 1 tableau : .* 1 fichier sans résultat/);
    else
      expect(
        (JSON.parse(sortie) as { verdict: string | null; erreur?: string }[]).map((r) => [r.verdict, r.erreur]),
      ).toEqual([
        [null, expect.stringContaining('Mio de mémoire') as string],
        ['conforme', undefined],
      ]);
    rmSync(synthese, { force: true });
  });
  test('les bornes ordinaires sont dites par l’aide', () => {
    const aide = espaces(processusSru('verifier', '--help').sortie);
    expect(aide).toMatch(/--delai .*défaut : 30/);
    expect(aide).toMatch(/--memoire .*défaut : 1024/);
  });
  test.each([
    ['--delai', '0'],
    ['--delai', 'x'],
    ['--memoire', '-1'],
  ])('mal écrite : %s %s, 64', (option, valeur) => {
    expect(processusSru('verifier', petit, option, valeur)).toMatchObject({
      code: 64,
      erreurs: expect.stringContaining(option) as string,
    });
  });
});

const SUR_LINUX = existsSync('/proc/self/status');
(SUR_LINUX ? test : test.skip).each(['SIGTERM', 'SIGKILL'] as const)(
  titreSaufSi(!SUR_LINUX && 'sous Linux seulement', 'rien ne survit à %s'),
  async (signal) => {
    const commande = spawn('node', ['bin/mutualisation-sru.mjs', 'verifier', long, petit], { stdio: 'ignore' });
    const enfants = () => readFileSync(`/proc/${commande.pid}/task/${commande.pid}/children`, 'utf8').trim();
    const fils = () => Number(/Threads:\s+(\d+)/.exec(readFileSync(`/proc/${commande.pid}/status`, 'utf8'))![1]);
    const fin = new Promise((suite) => commande.once('exit', suite));
    const nu = Number(
      spawnSync(
        'node',
        ['-p', "require('fs').readFileSync('/proc/self/status','utf8').match(/Threads:\\s+(\\d+)/)[1]"],
        {
          encoding: 'utf8',
        },
      ).stdout,
    );
    while (fils() <= nu) await new Promise((suite) => setTimeout(suite, 5));
    expect(enfants()).toBe('');
    commande.kill(signal);
    await fin;
    expect(existsSync(`/proc/${commande.pid}`)).toBe(false);
  },
);
