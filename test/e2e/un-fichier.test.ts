import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import JSZip from 'jszip';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ouvrirNavigateur } from './outils/navigateur';
import { servirDossier } from './outils/serveur';

jest.setTimeout(120_000);

const CAPTURES = 'test/e2e/captures';
const FICHIER = 'mutualisation-sru.html';
let navigateur: Browser;
/** Le dossier où l'agent a enregistré la pièce jointe, et elle seule. */
const bureau = mkdtempSync(join(tmpdir(), 'bureau-'));
beforeAll(async () => {
  mkdirSync(CAPTURES, { recursive: true });
  copyFileSync(join('dist', FICHIER), join(bureau, FICHIER));
  navigateur = await ouvrirNavigateur();
});
afterAll(async () => {
  await navigateur.close();
  rmSync(bureau, { recursive: true });
});

const ouvrir = (fichier: string, largeur?: number, sombre?: boolean) =>
  ouvrirA(pathToFileURL(fichier).href, largeur, sombre);

async function ouvrirA(adresse: string, largeur = 1280, sombre = false) {
  const contexte: BrowserContext = await navigateur.newContext({
    viewport: { width: largeur, height: 800 },
    colorScheme: sombre ? 'dark' : 'light',
    locale: 'fr-FR',
  });
  const requetes: string[] = [];
  const plaintes: string[] = [];
  contexte.on('request', (r) => requetes.push(r.url()));
  const page = await contexte.newPage();
  page.on('console', (m) => m.type() === 'error' && plaintes.push(m.text()));
  page.on('pageerror', (erreur) => plaintes.push(erreur.message));
  await page.goto(adresse);
  return { contexte, page, requetes, plaintes };
}

const deposer = (page: Page, ...fichiers: string[]) => page.locator('input[type=file]').setInputFiles(fichiers);
const emporter = async (page: Page, nom: string | RegExp): Promise<{ nom: string; octets: Buffer }> => {
  const [document] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: nom }).first().click(),
  ]);
  return { nom: document.suggestedFilename(), octets: readFileSync(await document.path()) };
};

test('pèse deux mégaoctets au plus : il se joint à un courriel', () => {
  expect(statSync(join('dist', FICHIER)).size).toBeLessThanOrEqual(2_000_000);
});

test('d’un double-clic : contrôle, documents, bilan, tableau préparé, sans une requête', async () => {
  const { contexte, page, requetes, plaintes } = await ouvrir(join(bureau, FICHIER));
  await deposer(page, 'assets/exemples/grand-poitiers.xlsx');
  await page.locator('.controle .verdict .mot', { hasText: 'CONFORME' }).waitFor();
  await page.screenshot({ path: `${CAPTURES}/un-fichier-controle.png` });

  const contrat = await emporter(page, /projet de contrat/);
  const archive = await JSZip.loadAsync(contrat.octets);
  expect(contrat.nom).toBe('grand-poitiers-contrat.docx');
  expect(await archive.file('word/document.xml')!.async('string')).toContain('Vouneuil-sous-Biard');
  await page.getByRole('button', { name: 'Télécharger la note' }).click();
  const [note] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /\(\.docx\)/ }).click(),
  ]);
  expect(note.suggestedFilename()).toBe('grand-poitiers-note.docx');
  expect((await emporter(page, /constats/)).octets.toString('utf8')).toContain('Commune');

  for (const ecran of ['Portrait', 'Tableau', 'Scénarios']) {
    await page.getByRole('tab', { name: ecran }).click();
    await page.locator('.controle svg').first().waitFor();
  }
  await page.getByRole('tab', { name: 'À propos' }).click();
  const [licences] = await Promise.all([
    contexte.waitForEvent('page'),
    page.getByRole('link', { name: /Licences des bibliothèques/ }).click(),
  ]);
  await licences.getByText('MIT').first().waitFor();
  await licences.close();

  await deposer(page, 'assets/exemples/bilan.xlsx');
  await page.getByRole('button', { name: /^bilan\.xlsx/ }).click();
  await page.getByRole('tab', { name: 'Bilan' }).click();
  expect((await emporter(page, /^Télécharger le bilan/)).octets.subarray(0, 2).toString()).toBe('PK');

  await page.getByRole('button', { name: 'Préparer un tableau' }).click();
  await page.getByRole('textbox', { name: 'EPCI ou département' }).fill('CA de La Rochelle');
  await page.getByRole('button', { name: /^CA de La Rochelle/ }).click();
  expect((await emporter(page, /^Télécharger le classeur/)).nom).toMatch(/\.xlsx$/);

  expect(requetes.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([pathToFileURL(join(bureau, FICHIER)).href]);
  expect(plaintes).toEqual([]);
  await contexte.close();
});

test.each([
  [1280, false],
  [450, true],
  [320, false],
])('s’ouvre à %d px (sombre : %s)', async (largeur, sombre) => {
  const { contexte, page, plaintes } = await ouvrir(join(bureau, FICHIER), largeur, sombre);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(largeur);
  await page.screenshot({ path: `${CAPTURES}/un-fichier-${largeur}.png` });
  expect(plaintes).toEqual([]);
  await contexte.close();
});

test('controle.html ouvert d’un double-clic dit quoi ouvrir, et n’accuse aucun fichier', async () => {
  const { contexte, page } = await ouvrir('dist/controle.html');
  await page.getByText(/Ouvrez à la place «\s*mutualisation-sru\.html/).waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.screenshot({ path: `${CAPTURES}/controle-double-clic.png` });
  await contexte.close();
});

test.each([1280, 320])(
  'la page d’installation, à %d px : tout ce qu’elle propose est là, et se lit',
  async (largeur) => {
    const service = await servirDossier('dist');
    const { contexte, page, plaintes } = await ouvrirA(`${service.adresse}index.html`, largeur);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(largeur);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    const adresses = await page
      .locator('a[href]')
      .evaluateAll((liens) => liens.map((a) => (a as HTMLAnchorElement).href));
    const reponses = await Promise.all(adresses.map(async (adresse) => (await page.request.get(adresse)).status()));
    expect(new Set(reponses)).toEqual(new Set([200]));
    expect(adresses.filter((adresse) => adresse.endsWith('.xlsx'))).toHaveLength(6);
    expect(plaintes).toEqual([]);
    await contexte.close();
    await service.fermer();
  },
);
