import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as droit from '../../src/droit';
import { versNombre, type Fraction } from '../../src/nombres';

const REGLE = 'src/regles/essai.ts';
const CONTROLE = 'src/tableau/controle/essai.ts';
const VOLET = 'src/volet/essai.tsx';
const CLI = 'src/cli/essai.ts';
const DROIT = 'src/droit/essai.ts';
const NOMBRES = 'src/nombres/essai.ts';
const EXCUSE = 'src/fonctions/excuse.ts';
const REGISTRE = 'scripts/regles/essai.ts';
const EXEMPLE = 'scripts/exemples/essai.ts';
const EXCUSE_D_EXEMPLE = 'scripts/exemples/excuse.ts';
const EXCEPTIONS = [
  { fichier: EXCUSE, nom: 'LONGUEUR', valeur: 80, raison: 'essai' },
  { fichier: EXCUSE_D_EXEMPLE, texte: 'publie une hausse de', valeur: '15', raison: 'essai' },
  { fichier: EXCUSE_D_EXEMPLE, arrondi: 'Math.ceil', raison: 'essai' },
];

const valeur = (ecrite: string) => `la valeur ${ecrite} de la loi appartient à src/droit`;
const arrondi = (nom: string) => `l’arrondi ${nom} appartient à src/nombres`;

const FUITES: [fichier: string, source: string, ...phrases: string[]][] = [
  [REGLE, 'const t = 33;', valeur('33')],
  [REGLE, 'const t = n * 0.33;', valeur('0.33')],
  [CLI, 'const t = 33;', valeur('33')],
  [
    VOLET,
    'const t = [16.5, .165, 17, 3_500, 1.5e3, 0x1388, 33n];',
    ...['16.5', '.165', '17', '3_500', '1.5e3', '0x1388', '33n'].map(valeur),
  ],
  ['src/classeur/excel/essai.ts', 'if (population < 3500) f();', valeur('3500')],
  [CLI, `const t = Number('0,33') + Number("33");`, valeur(`'0,33'`), valeur('"33"')],
  [REGLE, 'const moitie = 50;', valeur('50')],
  ['src/fonctions/essai.ts', 'if (cible === 20 || cible === 25) f();', valeur('20'), valeur('25')],
  ['src/fonctions/essai.ts', 'type Cible = 20 | 25;', valeur('20'), valeur('25')],
  [CONTROLE, 'const periodes = { plancher: 40 };', valeur('40')],
  [CLI, 'const t = `objectif de 33 % des ${n} manquants`;', valeur('33')],
  [CLI, 'const t = `${n} manquants, dont\u00a033\u202f%`;', valeur('33')],
  [CLI, `const t = 'un taux de 16,5 % ou de 25 pour cent';`, valeur('16,5'), valeur('25')],
  [CONTROLE, `const t = 'de 25, 40 ou 80 % des manquants';`, valeur('25'), valeur('40'), valeur('80')],
  [CONTROLE, `const t = 'un taux cible de 20 ou 25';`, valeur('20'), valeur('25')],
  [CLI, `const t = 'au moins 1 500 habitants, ou 3\u202f500';`, valeur('1 500'), valeur('3\u202f500')],
  [VOLET, 'const p = <p>Le plancher est de 17 % des manquants.</p>;', valeur('17')],
  // Seuls les exemples d’une fonction sont des cas.
  ['src/fonctions/essai.ts', `const f = { rend: '33 %', exemples: ['33 %'] };`, valeur('33')],
  ['src/fonctions/essai.ts', `const exemples = ['33 %'];`, valeur('33')],
  // Une exception n’excuse qu’une constante nommée, de ce fichier et de cette valeur.
  [EXCUSE, 'const LARGEUR = 80;', valeur('80')],
  [EXCUSE, 'const LONGUEUR = 40;', valeur('40')],
  [EXCUSE, 'const LONGUEUR = f(80);', valeur('80')],
  [REGLE, 'const LONGUEUR = 80;', valeur('80')],
  [REGLE, 'const n = Math.ceil(x);', arrondi('Math.ceil')],
  [DROIT, 'const n = Math.floor(x);', arrondi('Math.floor')],
  [VOLET, 'const n = Math.round(x) + x.toFixed(2);', arrondi('Math.round'), arrondi('.toFixed(')],
  [CLI, `const { ceil } = Math; const n = Math['trunc'](x);`, arrondi('de Math'), arrondi('Math.trunc')],
  // Dans `scripts`, les textes, les nombres que la loi seule a, et les arrondis.
  [REGISTRE, `const regle = 'au moins 25, 40 ou 80 % des manquants';`, ...['25', '40', '80'].map(valeur)],
  [
    REGISTRE,
    `const regle = \`\${population} habitants, ou 1 500 ; 33 % des manquants\`;`,
    valeur('1 500'),
    valeur('33'),
  ],
  [EXEMPLE, 'const taux = [33, 0.17, 16.5];', valeur('33'), valeur('0.17'), valeur('16.5')],
  [EXEMPLE, `poser(feuille, 'B11', '0.17*B7');`, valeur('0.17')],
  ['scripts/essai.mjs', 'const n = Math.ceil(x);', arrondi('Math.ceil')],
  // Une exception n’excuse que le texte et la valeur dits, que l’arrondi dit.
  [EXCUSE_D_EXEMPLE, `const t = 'la loi demande 15 %';`, valeur('15')],
  [EXCUSE_D_EXEMPLE, `const t = 'la préfecture publie une hausse de 17 %';`, valeur('17')],
  [EXCUSE_D_EXEMPLE, 'const n = Math.floor(x);', arrondi('Math.floor')],
  [EXEMPLE, `const t = 'la préfecture publie une hausse de 15 %';`, valeur('15')],
];

const LICITES: [fichier: string, source: string][] = [
  [REGLE, '// 33 % des manquants, 0.33, Math.ceil\n/** @example 1500 sur 10 000 → 33 % × 500 */ export const x = 1;'],
  [DROIT, 'export const REGLE = { taux: 33, population: 3500, objet: "33 % des manquants" };'],
  [NOMBRES, 'export const n = Math.ceil(x) + x.toFixed(2);'],
  [REGLE, 'if (rang < 3) return 2 * reste >= 100 * total;'],
  [REGLE, 'const demi = 2 * 10 ** decimales;'],
  [CLI, 'const colonnes = [10, 15, 20, 25, 30, 40, 50, 80];'],
  ['src/tableau/lecture/essai.ts', 'if (texte.length > 80) f();'],
  [VOLET, `const style = { width: '50%' };`],
  [CONTROLE, `const t = 'un taux de 0 à 100 % (14,6 ou 0,146), page 25, le 20/10/2025, L. 302-5, 10 000 logements';`],
  [REGLE, 'const n = Math.max(1, Math.min(...xs)) + Math.abs(y);'],
  [EXCUSE, 'const LONGUEUR = 80;'],
  ['src/fonctions/essai.ts', `const f = { exemples: ['=SRU.X(20) → 33 %'] };`],
  [EXEMPLE, `const A = ['Commune A', 24_100, 10_000, 1500, 0.2, 25]; const marges = { left: 0.4, bottom: 0.5 };`],
  [EXEMPLE, 'const t = `un taux cible de ${CIBLES[0]} %`;'],
  [EXCUSE_D_EXEMPLE, `const t = 'la préfecture publie une hausse de 15 %'; const n = Math.ceil(x);`],
];

/** La garde est un module ESM, que jest ne charge pas : un processus à part lit toutes les sources d'un coup. */
function lireTout(): { fuites: string[][]; valeurs: number[] } {
  const lecture = `import { CARACTERISTIQUES, fuitesDe, ORDINAIRES } from './scripts/garde-fuites.mjs';
    const [sources, exceptions] = JSON.parse(process.argv[1]);
    const fuites = sources.map(([fichier, source]) => fuitesDe(fichier, source, exceptions).map(({ phrase }) => phrase));
    console.log(JSON.stringify({ fuites, valeurs: [...CARACTERISTIQUES, ...ORDINAIRES] }));`;
  const sources = [...FUITES, ...LICITES].map(([fichier, source]) => [fichier, source]);
  const options = ['--input-type=module', '--eval', lecture, JSON.stringify([sources, EXCEPTIONS])];
  return JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8' })) as ReturnType<typeof lireTout>;
}

/** Tous les nombres d'une donnée du droit, une fraction valant son quotient. */
const nombresDe = (donnee: unknown): number[] => {
  if (typeof donnee === 'number') return [donnee];
  if (!donnee || typeof donnee !== 'object') return [];
  if ('numerateur' in donnee) return [versNombre(donnee as Fraction)];
  return Object.values(donnee).flatMap(nombresDe);
};

describe('garde-fuites', () => {
  const { fuites, valeurs } = lireTout();

  it.each(FUITES.map((cas, i) => [i, ...cas] as const))('voit (%i) %s : %s', (i, _fichier, _source, ...phrases) => {
    expect(fuites[i]).toEqual(phrases);
  });

  it.each(LICITES.map(([fichier, source], i) => [i, fichier, source] as const))('laisse passer (%i) %s : %s', (i) => {
    expect(fuites[FUITES.length + i]).toEqual([]);
  });

  it('connaît toutes les valeurs de src/droit, hors années, 100 % et très petits entiers', () => {
    const datees = Object.values(droit).flatMap((donnee) =>
      Array.isArray(donnee) ? (donnee as { regle?: unknown }[]).map(({ regle }) => regle) : [],
    );
    const legales = [...droit.CIBLES, ...nombresDe(datees)].filter(
      (n) => (n >= 7 && n !== 100) || !Number.isInteger(n),
    );
    expect(legales).toEqual(expect.arrayContaining([5.5, 20, 25, 33, 50, 17, 3500, 5000]));
    expect(legales.filter((n) => !valeurs.includes(n))).toEqual([]);
  });

  it('rend, en ligne de commande, un code d’échec et l’endroit de chaque fuite', () => {
    const dossier = mkdtempSync(join(tmpdir(), 'garde-fuites-'));
    try {
      const [un, deux] = [`${dossier}/un`, `${dossier}/deux`];
      for (const d of [un, deux]) mkdirSync(join(d, 'regles'), { recursive: true });
      writeFileSync(`${un}/regles/essai.ts`, '// 33\nexport const x = 1;\n\nexport const t = 33;\n');
      writeFileSync(`${deux}/essai.mjs`, `export const t = '33 % des manquants';\n`);
      const garde = () => spawnSync(process.execPath, ['scripts/garde-fuites.mjs', un, deux], { encoding: 'utf8' });
      expect(garde()).toMatchObject({
        status: 1,
        stderr: `${un}/regles/essai.ts:4 : ${valeur('33')}\n${deux}/essai.mjs:1 : ${valeur('33')}\n`,
      });
      writeFileSync(`${un}/regles/essai.ts`, '// 33\nexport const x = 1;\n');
      writeFileSync(`${deux}/essai.mjs`, '');
      expect(garde()).toMatchObject({ status: 0, stderr: '' });
    } finally {
      rmSync(dossier, { recursive: true });
    }
  });
});
