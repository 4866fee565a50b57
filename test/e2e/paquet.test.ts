import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import JSZip from 'jszip';

const dossier = mkdtempSync(join(tmpdir(), 'paquet-'));
afterAll(() => rmSync(dossier, { recursive: true }));

/** `chemin → octets`, sans le dossier qui les tient. */
const fichiers = new Map<string, Buffer>();
beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/paquet.mjs', dossier]);
  const [nom, ...autres] = readdirSync(dossier);
  expect([nom, autres]).toEqual([expect.stringMatching(/^mutualisation-sru-[\d.]+-\d{4}-\d\d-\d\d\.zip$/), []]);
  const archive = await JSZip.loadAsync(readFileSync(join(dossier, nom!)));
  for (const [chemin, entree] of Object.entries(archive.files))
    if (!entree.dir) fichiers.set(chemin.replace(/^[^/]*\//, ''), await entree.async('nodebuffer'));
}, 60_000);

test('a de quoi servir, envoyer, essayer et lire, et rien pour déboguer', () => {
  const attendus = ['mutualisation-sru.html', 'index.html', 'controle.html', 'manifest.xml', 'manifest-dev.xml'];
  const suite = [
    'exemples/grand-poitiers.xlsx',
    'licences.html',
    'guide/guide-agent.html',
    'guide/metiers/notifier.html',
  ];
  expect([...fichiers.keys()]).toEqual(expect.arrayContaining([...attendus, ...suite]));
  expect([...fichiers.keys()].filter((chemin) => /\.map$|^cli\//.test(chemin))).toEqual([]);
});

test('dit l’empreinte de chaque fichier', () => {
  const sommes = fichiers.get('SOMMES.sha256')!.toString('utf8').trimEnd().split('\n');
  const attendues = [...fichiers]
    .filter(([chemin]) => chemin !== 'SOMMES.sha256')
    .map(([chemin, octets]) => `${createHash('sha256').update(octets).digest('hex')}  ${chemin}`);
  expect(sommes.sort()).toEqual(attendues.sort());
});

test('dans le guide, chaque lien et chaque image mène à un fichier du paquet, et à une ancre qui existe', () => {
  const perdus = [...fichiers].flatMap(([chemin, octets]) => {
    if (!/^guide\/.*\.html$/.test(chemin)) return [];
    return [...octets.toString('utf8').matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, lien]) => {
      if (/^https?:/.test(lien!)) return [];
      const [vers, fragment] = lien!.split('#') as [string, string | undefined];
      const cible = vers === '' ? chemin : posix.join(posix.dirname(chemin), decodeURI(vers));
      const page = fichiers.get(cible)?.toString('utf8');
      const tient = page !== undefined && (!fragment || page.includes(`id="${decodeURI(fragment)}"`));
      return tient ? [] : [`${chemin} : ${lien}`];
    });
  });
  expect(perdus).toEqual([]);
});
