import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutualisationSru } from '../../outils/cli';

const dossier = mkdtempSync(join(tmpdir(), 'fiche-'));
afterAll(() => rmSync(dossier, { recursive: true }));
const ici = (nom: string) => join(dossier, nom);

const TABLEAU = 'assets/exemples/grand-poitiers.xlsx';
const fiche = (...mots: string[]) => {
  const { code, sortie, erreurs } = mutualisationSru('verifier', TABLEAU, ...mots);
  const [dit, plainte] = [sortie, erreurs].map((texte) => texte.replace(/[\u00a0\u202f]/g, ' '));
  return { code, sortie: dit!, erreurs: plainte! };
};

test('dans le terminal : la fiche au lieu du contrôle, sous le code de sortie du contrôle', () => {
  const { code, sortie } = fiche('--fiche', 'saint benoit');
  expect(code).toBe(mutualisationSru('verifier', TABLEAU).code);
  expect(sortie).toContain('Saint-Benoît, 2023-2025 : pourquoi 80 logements ?');
  expect(sortie).toContain('33 % × 156,6');
  expect(sortie).toContain('De 52 à 80');
  expect(sortie).not.toContain('Buxerolles');
});

test.each(['docx', 'html', 'md'])('--rapport fiche.%s l’écrit aussi, et ne la remplace que sur demande', (forme) => {
  const chemin = ici(`fiche.${forme}`);
  const ecrite = fiche('--fiche', '86214', '--rapport', chemin);
  expect(ecrite.erreurs).toContain('Rapport écrit');
  if (forme !== 'docx') expect(readFileSync(chemin, 'utf8')).toContain('Jusqu’où un contrat peut l’abaisser');
  expect(fiche('--fiche', '86214', '--rapport', chemin).code).toBe(64);
  expect(fiche('--fiche', '86214', '--rapport', chemin, '--remplacer').erreurs).toContain('Rapport écrit');
});

test('une commune inconnue : les trois plus proches, et rien d’écrit', () => {
  const { code, sortie, erreurs } = fiche('--fiche', 'Saint-Benoit-sur-Loire', '--rapport', ici('non.md'));
  expect([code, existsSync(ici('non.md'))]).toEqual([64, false]);
  expect(sortie).not.toContain('pourquoi');
  expect(erreurs).toMatch(
    /n’est pas une commune de ce classeur\. Les plus proches : « Saint-Benoît », « .* », « .* »\./,
  );
});

test.each([
  ['--json', ['--json'], /--fiche ne se combine pas avec --json/],
  ['--synthese', ['--synthese', 's.xlsx'], /--synthese ne se combine avec aucune autre sortie/],
  ['deux classeurs', [TABLEAU], /--fiche : reçu 2 classeurs, attendu un seul/],
])('%s : refusé avant le contrôle', (_, mots, phrase) => {
  const { code, sortie, erreurs } = fiche(...mots, '--fiche', 'Saint-Benoît');
  expect([code, sortie]).toEqual([64, '']);
  expect(erreurs).toMatch(phrase);
});
