import { readFileSync } from 'node:fs';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  object
>;

test('CONTRIBUTING dit la raison de chaque dépendance, et d’aucune autre, dans l’ordre de package.json', () => {
  const [, section = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('## Dépendances\n');
  const rangees = [...section.split('\n## ')[0]!.matchAll(/^\| `([^`]+)` *\| *(\S[^|]*?) *\|$/gm)];
  expect(rangees.map(([, paquet]) => paquet)).toEqual(
    [dependencies, devDependencies].flatMap((liste) => Object.keys(liste)),
  );
});
