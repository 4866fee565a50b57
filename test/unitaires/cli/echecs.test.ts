import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ouvrirDestination } from '../../../src/cli/ecrire-entier';
import { Arret } from '../../../src/cli/erreurs';
import { processusSru } from '../../outils/cli';
import { titreSaufSi } from '../../outils/saute';

const racine = mkdtempSync(join(tmpdir(), 'echecs-'));
afterAll(() => rmSync(racine, { recursive: true }));
const table = join(racine, 'table.csv');
writeFileSync(table, 'Commune;RP;LLS;Taux cible;Rang;Objectif du contrat mutualisant\nA;10000;1500;20;3;165\n');
const PLEIN = existsSync('/dev/full');
const siPlein = PLEIN ? test : test.skip;

/** Un échec de l'outil n'est jamais un verdict : 70, une phrase, aucune pile. */
describe('ce qui échoue le dit', () => {
  siPlein.each([
    ['verifier', table],
    ['verifier', table, '--json'],
    ['calculer', '=SRU.OBJECTIF(10000;1500;20)'],
  ])(titreSaufSi(!PLEIN && '/dev/full absent', 'disque plein sur la sortie : %s %s %s'), (...mots) => {
    const commande = ['node', 'bin/mutualisation-sru.mjs', ...mots.filter(Boolean)].map((m) => `'${m}'`).join(' ');
    const { status, stderr } = spawnSync('sh', ['-c', `${commande} > /dev/full`], { encoding: 'utf8' });
    expect(status).toBe(70);
    expect(stderr.trim()).toBe('Le résultat ne peut pas être écrit en entier : le disque est plein.');
  });
  siPlein(
    titreSaufSi(
      !PLEIN && '/dev/full absent',
      'disque plein sur le journal de reprise : aucune synthèse, aucun verdict',
    ),
    () => {
      const synthese = join(racine, 's.xlsx');
      symlinkSync('/dev/full', `${synthese}.reprise.jsonl`);
      const { code, erreurs } = processusSru('verifier', table, '--synthese', synthese);
      expect(code).toBe(70);
      expect(erreurs.trim().replace(/\s/g, ' ')).toBe(
        `Le journal de reprise « ${synthese}.reprise.jsonl » ne peut pas être écrit : le disque est plein.`,
      );
      expect(existsSync(synthese)).toBe(false);
    },
  );
  test('la sortie fermée avant la fin ne vaut pas « conforme »', () => {
    const { status } = spawnSync(
      'bash',
      [
        '-c',
        `set -o pipefail; node bin/mutualisation-sru.mjs verifier assets/exemples/erreurs.xlsx | head -c 1 > /dev/null`,
      ],
      { encoding: 'utf8' },
    );
    expect(status).not.toBe(0);
  });
  test('un fichier s’écrit entier, ou pas du tout', async () => {
    const occupe = join(racine, 'occupe.md');
    const ecrire = await ouvrirDestination({ option: '--rapport', chemin: occupe, remplacer: true });
    mkdirSync(occupe);
    const avant = readdirSync(racine);
    const echec = await ecrire('x').catch((e: unknown) => e);
    expect(echec).toBeInstanceOf(Arret);
    expect(echec).toMatchObject({ code: 70, message: expect.stringContaining('ne peut pas être écrit') as string });
    expect(readdirSync(racine)).toEqual(avant);
  });
  test.each([
    ['--rapport', 'deja.md'],
    ['--synthese', 'deja.xlsx'],
  ])('%s ne remplace un fichier qu’avec --remplacer', (option, nom) => {
    const deja = join(racine, nom);
    writeFileSync(deja, 'à l’agent');
    const { code, erreurs } = processusSru('verifier', table, option, deja);
    expect(code).toBe(64);
    expect(erreurs.replace(/\s+/g, ' ')).toContain(
      `${option} : « ${deja} » existe déjà ; ajouter --remplacer pour le remplacer.`,
    );
    expect(readFileSync(deja, 'utf8')).toBe('à l’agent');
    expect(processusSru('verifier', table, option, deja, '--remplacer').code).not.toBe(64);
    expect(readFileSync(deja, 'utf8')).not.toBe('à l’agent');
  });
  test('un fichier venu pendant le contrôle n’est pas remplacé non plus', async () => {
    const chemin = join(racine, 'venu.md');
    const ecrire = await ouvrirDestination({ option: '--rapport', chemin, remplacer: false });
    writeFileSync(chemin, 'venu entre-temps');
    await expect(ecrire('x')).rejects.toThrow('existe déjà');
    expect(readFileSync(chemin, 'utf8')).toBe('venu entre-temps');
  });
  test('une entrée qui ne se lit pas n’est pas dite une sortie qui ne s’écrit pas', () => {
    const clos = join(racine, 'clos');
    mkdirSync(clos);
    writeFileSync(join(clos, 'a.csv'), 'x');
    symlinkSync('boucle.csv', join(racine, 'boucle.csv'));
    chmodSync(clos, 0o000);
    const { code, erreurs } = processusSru(
      'verifier',
      join(clos, 'a.csv'),
      join(racine, 'boucle.csv'),
      table,
      '--synthese',
      join(racine, 't.xlsx'),
    );
    chmodSync(clos, 0o700);
    expect(erreurs).toMatch(/Synthèse écrite/);
    expect(erreurs).not.toMatch(/ne peut pas être écrit/);
    expect(code).toBe(3);
  });
});

describe('un nom de fichier ou de feuille ne récrit pas le terminal', () => {
  const FORGE = 'a\n\u001b[32mCONFORME\u001b[0m\u202efdp';
  const forge = join(racine, `${FORGE}.csv`);
  writeFileSync(forge, 'Commune;RP;LLS;Taux cible;Rang;Objectif du contrat mutualisant\nA;10000;1500;20;3;10\n');
  const DANGER = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
  test('en texte', () => {
    const { sortie, erreurs } = processusSru('verifier', forge, join(racine, 'absent\u001b[2J.csv'));
    expect(`${sortie}${erreurs}`).not.toMatch(DANGER);
    expect(sortie.split('\n').filter((l) => l.startsWith('CONFORME') || l.startsWith('[32m'))).toEqual([]);
  });
  test('en JSON, le nom reste exact', () => {
    const { sortie } = processusSru('verifier', forge, '--json');
    expect(sortie).not.toMatch(DANGER);
    expect((JSON.parse(sortie) as { fichier: string }[])[0]!.fichier).toBe(forge);
  });
  test.each(['md', 'html'])('dans une note .%s', (forme) => {
    const note = join(racine, `note.${forme}`);
    processusSru('verifier', forge, '--rapport', note);
    const ecrit = spawnSync('cat', [note], { encoding: 'utf8' }).stdout;
    expect(ecrit).not.toMatch(DANGER);
    expect(ecrit).toContain('CONFORME');
  });
});
