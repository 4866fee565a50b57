import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const EXEMPLE = resolve('assets/exemples/grand-poitiers.xlsx');
const VIDE = mkdtempSync(join(tmpdir(), 'paquet-'));
const INSTALLE = join(VIDE, 'node_modules/mutualisation-sru');
afterAll(() => rmSync(VIDE, { recursive: true }));

const npm = (...mots: readonly string[]) =>
  execFileSync('npm', [...mots, '--loglevel=error'], { encoding: 'utf8', shell: process.platform === 'win32' });

/** Le paquet que `npm pack` fait, déplié dans un dossier vide : yargs, sa seule dépendance au lancement, est prise au projet. */
beforeAll(() => {
  const [{ filename }] = JSON.parse(npm('pack', '--json', '--pack-destination', VIDE)) as [{ filename: string }];
  mkdirSync(INSTALLE, { recursive: true });
  execFileSync('tar', ['-xzf', join(VIDE, filename), '-C', INSTALLE, '--strip-components=1']);
  symlinkSync(resolve('node_modules/yargs'), join(VIDE, 'node_modules/yargs'), 'junction');
}, 60_000);

const lancer = (...mots: readonly string[]) =>
  spawnSync(process.execPath, [join(INSTALLE, 'bin/mutualisation-sru.mjs'), ...mots], { cwd: VIDE, encoding: 'utf8' });

describe('le paquet, installé dans un dossier vide', () => {
  it('ne porte que ce qui se lance, et ses licences', () => {
    expect(existsSync(join(INSTALLE, 'src'))).toBe(false);
    expect(existsSync(join(INSTALLE, 'dist/cli/licences.json'))).toBe(true);
  });

  it('contrôle, calcule et prépare', () => {
    const { stdout, status } = lancer('verifier', EXEMPLE);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^CONFORME\s: feuille «\sMutualisation\s»/m)]);
    expect(lancer('calculer', '=SRU.OBJECTIF(10000;1500;20)').stdout).toBe('165\n');
    const prepare = lancer('preparer', '--epci', 'CA de La Rochelle', '--pour', 'mutualisation', 'tableau.xlsx');
    expect([prepare.status, existsSync(join(VIDE, 'tableau.xlsx'))]).toEqual([0, true]);
  });

  it('dit sa version, son aide, et de quoi compléter la commande', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(lancer('--version').stdout).toBe(`${version}\n`);
    expect(lancer('--help').stdout).toContain('mutualisation-sru preparer <fichier>');
    expect(lancer('completion').stdout).toContain('_mutualisation-sru_yargs_completions');
    const proposees = lancer('--get-yargs-completions', 'mutualisation-sru', 'preparer', '--pour', '').stdout;
    expect(proposees.trim().split('\n')).toEqual(['objectifs', 'mutualisation', 'cms', 'bilan']);
  });
});
