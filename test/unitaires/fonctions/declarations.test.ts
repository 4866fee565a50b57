import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pageDesFonctions } from '../../../scripts/fonctions/page';
import * as catalogue from '../../../src/fonctions/catalogue';
import { DIFFEREES } from '../../../src/fonctions/differees';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { TOUTES } from '../../../src/fonctions/toutes';
import { cellule } from '../../outils/fonctions';

const declarees = [
  ...catalogue.IMMEDIATES.map((f) => [f.nom, 'immediates', f] as const),
  ...DIFFEREES.map((f) => [f.nom, 'differees', f] as const),
];

test.each(declarees)('%s : un fichier et une constante à son nom, tous ses textes', (nom, dossier, f) => {
  const source = readFileSync(`src/fonctions/${dossier}/${nom.toLowerCase().replaceAll('.', '-')}.ts`, 'utf8');
  expect(source).toContain(`export const ${nom.replaceAll('.', '_')} = `);
  for (const texte of [f.resume, f.description, f.rend]) expect(texte).toMatch(/\S/);
  expect(new Set(f.arguments.map((a) => a.nom)).size).toBe(f.arguments.length);
});

test('le catalogue et la table du README sont ceux des déclarations (sinon : npm run fonctions)', () => {
  const options = ['--import', 'tsx', 'scripts/fonctions.ts', '--verifier'];
  const { status, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

describe('seules des plages sont des arguments', () => {
  const invocation = { address: 'A1', functionName: 'SRU.MANQUANTS' };
  test('l’objet de l’appel, à la place d’un argument facultatif nouveau ou après le dernier, ne change rien', async () => {
    const plages = [[[4082]], [[800]], [[20]]];
    for (const suite of [[], [invocation], [null, invocation], [null, null, invocation]])
      expect(await FONCTIONS['SRU.MANQUANTS']!([...plages, ...suite])).toEqual([[17]]);
  });
  test('une plage de trop est refusée', async () => {
    expect(await cellule('SRU.TAUX', 1, 2, 3)).toBe('#VALEUR! SRU.TAUX : reçu 3 arguments, attendu 2 au plus.');
  });
});

describe('le guide des fonctions', () => {
  const page = pageDesFonctions();
  test.each(TOUTES.map(({ nom }) => nom))('%s : une section que son nom ancre', (nom) => {
    expect(page.split(`<h2 id="${nom}">`)).toHaveLength(2);
    expect(page).toContain(`<a href="#${nom}">`);
  });
  test('ne charge rien, et n’a de balises que les siennes', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=/);
    expect(page).toContain("default-src 'none'");
    const ouvertes = [...page.matchAll(/<([a-z]\w*)/g)].map(([, balise]) => balise!);
    const permises = 'html head meta title style body header h1 p nav ul li a code main section h2 h3 dl dt dd'.split(
      ' ',
    );
    expect(ouvertes.filter((balise) => !permises.includes(balise))).toEqual([]);
  });
});
