import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import JSZip from 'jszip';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { controlerFichier } from '../../src/cli/verifier';
import { verdictEnTitre } from '../../src/rapport/presentation';
import { ouvrirNavigateur } from './outils/navigateur';
import { servirDossier, type Service } from './outils/serveur';

jest.setTimeout(180_000);

const CAPTURES = 'test/e2e/captures';
const EXEMPLE = 'assets/exemples/grand-poitiers.xlsx';
const ERREURS = 'assets/exemples/erreurs.xlsx';
const FICHIERS = ['assets/exemples', 'test/cas/tableaux', 'test/cas/inventaire']
  .flatMap((dossier) => readdirSync(dossier).map((nom) => join(dossier, nom)))
  .filter((chemin) => /\.(?:xlsx|ods|xls|csv)$/.test(chemin));

let navigateur: Browser;
let service: Service;
beforeAll(async () => {
  mkdirSync(CAPTURES, { recursive: true });
  navigateur = await ouvrirNavigateur();
  service = await servirDossier('dist');
});
afterAll(async () => {
  await navigateur.close();
  await service.fermer();
});

interface Poste {
  readonly page: Page;
  readonly contexte: BrowserContext;
  readonly requetes: { methode: string; adresse: string }[];
  readonly plaintes: string[];
}

/** Un poste qui visite la page ; tout ce qu'il demande au réseau est noté, service et Web Worker compris. */
async function visiter({
  largeur = 1280,
  sombre = false,
  adresse = service.adresse,
}: { largeur?: number; sombre?: boolean; adresse?: string } = {}): Promise<Poste> {
  const contexte = await navigateur.newContext({
    viewport: { width: largeur, height: 800 },
    colorScheme: sombre ? 'dark' : 'light',
    locale: 'fr-FR',
  });
  const requetes: Poste['requetes'] = [];
  const plaintes: string[] = [];
  contexte.on('request', (r) => requetes.push({ methode: r.method(), adresse: r.url() }));
  const page = await contexte.newPage();
  page.on('console', (m) => m.type() === 'error' && plaintes.push(m.text()));
  page.on('pageerror', (erreur) => plaintes.push(erreur.message));
  await page.goto(`${adresse}controle.html`);
  return { page, contexte, requetes, plaintes };
}

const deposer = (page: Page, ...fichiers: (string | { name: string; mimeType: string; buffer: Buffer })[]) =>
  page.locator('input[type=file]').setInputFiles(fichiers as string[]);
const verdict = (page: Page) => page.locator('.controle .verdict .mot').first();
const resume = (page: Page, nom: string) => page.locator('.liste li', { hasText: nom }).locator('.resume');
const capturer = (page: Page, nom: string) => page.screenshot({ path: `${CAPTURES}/controle-${nom}.png` });
const horsLigne = (page: Page) => page.getByText('elle s’ouvre aussi sans réseau').waitFor();

async function emporter(page: Page, geste: () => Promise<void>): Promise<{ nom: string; octets: Buffer }> {
  const [document] = await Promise.all([page.waitForEvent('download'), geste()]);
  return { nom: document.suggestedFilename(), octets: readFileSync(await document.path()) };
}

async function violations(page: Page): Promise<string[]> {
  const { violations: trouvees } = await new AxeBuilder({ page }).analyze();
  return trouvees.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

describe('un agent sans Excel', () => {
  let poste: Poste;
  beforeAll(async () => {
    poste = await visiter();
  });
  afterAll(() => poste.contexte.close());

  test('dépose trois fichiers d’un geste : chacun a son verdict, l’illisible dit sa phrase', async () => {
    const { page } = poste;
    const octets = [EXEMPLE, ERREURS].map((chemin) => [basename(chemin), readFileSync(chemin).toString('base64')]);
    await page.evaluate((contenus) => {
      const transfert = new DataTransfer();
      for (const [nom, base64] of contenus)
        transfert.items.add(new File([Uint8Array.from(atob(base64!), (c) => c.charCodeAt(0))], nom!));
      transfert.items.add(new File(['%PDF-1.7'], 'note.pdf'));
      document.querySelector('main')!.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true }));
      document
        .querySelector('main')!
        .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfert }));
    }, octets);
    await verdict(page).waitFor();
    expect(await verdict(page).textContent()).toBe('CONFORME');
    await page.locator('.resume', { hasText: 'Illisible' }).waitFor();
    expect(await resume(page, 'erreurs.xlsx').textContent()).toMatch(/^\d+\stableaux\s: \d+\snon conformes/);
    await page.getByRole('button', { name: /^note\.pdf/ }).click();
    await page.getByText('Format non reconnu : xlsx, xlsm, xls, ods ou csv attendu.').waitFor();
  });

  test('voit la cellule d’un constat, et revient à son lien', async () => {
    const { page } = poste;
    await page.getByRole('button', { name: /^erreurs\.xlsx/ }).click();
    const lien = page.getByRole('button', { name: /^Aller à la cellule/ }).first();
    const adresse = await lien.textContent();
    await lien.click();
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: new RegExp(`, ${adresse}$`) })
      .waitFor();
    expect(await page.locator('.apercu td[aria-current]').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await capturer(page, 'cellule');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(adresse);
  });

  test('emporte la note et les constats', async () => {
    const { page } = poste;
    const choisir = (nom: string) => async () => {
      await page.getByRole('button', { name: 'Télécharger la note' }).click();
      await page.getByRole('menuitem', { name: nom }).click();
    };
    const docx = await emporter(page, choisir('Word ou LibreOffice (.docx)'));
    expect(docx.nom).toBe('erreurs-note.docx');
    const corps = await (await JSZip.loadAsync(docx.octets)).file('word/document.xml')!.async('string');
    expect(corps).toContain('Dérogations employées');
    const html = await emporter(page, choisir('Page à imprimer (.html)'));
    expect(html.octets.toString()).toMatch(/^<!doctype html>/);
    const csv = await emporter(page, () => page.getByRole('button', { name: /^Télécharger les constats/ }).click());
    expect(csv.nom).toBe('erreurs-constats.csv');
    expect(csv.octets.toString()).toMatch(/REDUCTION_EXCESSIVE/);
    await page.getByRole('tab', { name: 'Portrait' }).click();
    const svg = await emporter(page, () => page.getByRole('button', { name: /\.svg/ }).click());
    expect(svg.nom).toBe('erreurs-portrait.svg');
    expect(svg.octets.toString()).toMatch(/^<\?xml [^>]+>\n<svg /);
    const png = await emporter(page, () => page.getByRole('button', { name: /\.png/ }).click());
    expect(png.octets.subarray(1, 4).toString()).toBe('PNG');
    await page.getByRole('tab', { name: 'Contrôle' }).click();
  });

  test('retrouve ses réglages en déposant le fichier corrigé, et peut les oublier', async () => {
    const { page } = poste;
    await page.getByRole('button', { name: /^grand-poitiers\.xlsx/ }).click();
    await page.getByText('Ce qui a été lu', { exact: true }).click();
    await page.getByRole('combobox', { name: /PLH/ }).click();
    await page.getByRole('option', { name: 'Non', exact: true }).click();
    await page.locator('.liste .non-conforme', { hasText: /^NON CONFORME$/ }).waitFor();
    await deposer(page, EXEMPLE);
    await page.locator('.controle .verdict .mot', { hasText: 'NON CONFORME' }).waitFor();
    await page.getByRole('button', { name: 'Oublier les réglages' }).click();
    await page.locator('.controle .verdict .mot', { hasText: /^CONFORME$/ }).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('rien n’est sorti de l’origine, rien n’y a été envoyé, la politique n’a rien eu à refuser', () => {
    const { requetes, plaintes } = poste;
    expect(requetes.length).toBeGreaterThan(5);
    // Un document emporté est un « blob: » de la page même.
    const ailleurs = requetes.filter(({ adresse }) => !adresse.replace(/^blob:/, '').startsWith(service.adresse));
    expect(ailleurs).toEqual([]);
    expect(requetes.filter(({ methode }) => methode !== 'GET')).toEqual([]);
    expect(requetes.filter(({ adresse }) => /office/i.test(adresse))).toEqual([]);
    expect(plaintes).toEqual([]);
  });
});

test('chaque exemple, dans chaque format, a les verdicts de la ligne de commande', async () => {
  const { page, contexte } = await visiter();
  await deposer(page, ...FICHIERS);
  await page.waitForFunction(
    () => !(document.querySelector('.liste')?.textContent ?? 'En attente').includes('En attente'),
  );
  for (const fichier of FICHIERS) {
    const { controles } = await controlerFichier(fichier, { precisions: {}, feuille: null });
    await page.getByRole('button', { name: new RegExp(`^${basename(fichier).replaceAll('.', '\\.')}`) }).click();
    await page.waitForFunction(() => document.querySelector('.controle .travail') === null);
    if (controles.length > 0) await verdict(page).waitFor();
    expect([fichier, await page.locator('.controle .verdict .mot').allTextContents()]).toEqual([
      fichier,
      controles.map(verdictEnTitre),
    ]);
  }
  await contexte.close();
});

/** Douze communes de La Rochelle ; valeurs inventées. */
const BILAN = [
  'Code INSEE;Commune;Objectif 2023-2025;Réalisés 2023-2025;Objectif PLAI;PLAI réalisés;Objectif PLS;PLS réalisés',
  '17010;Angoulins;85;60;26;20;25;10',
  '17028;Aytré;25;31;8;12;7;5',
  '17094;Châtelaillon-Plage;150;151;45;45;45;45',
  '17142;Dompierre-sur-Mer;102;98;31;29;30;31',
  '17194;La Jarrie;60;64;18;17;18;12',
  '17222;Marsilly;55;0;17;0;16;0',
  '17264;Nieul-sur-Mer;95;110;29;34;28;27',
  '17274;Périgny;45;52;14;20;13;9',
  '17291;Puilboreau;110;41;33;12;33;6',
  '17300;La Rochelle;0;250;;;;',
  '17414;Saint-Xandre;80;n.c.;24;;24;',
  '17407;Sainte-Soulle;78;80;23;24;23;20',
].join('\n');

describe('le bilan de douze communes', () => {
  const ouvrirLeBilan = async (page: Page) => {
    await verdict(page).waitFor();
    const onglet = page.getByRole('tab', { name: 'Bilan', exact: true });
    if (!(await onglet.isVisible())) await page.getByRole('tab', { name: 'Autres écrans' }).click();
    await page.locator(':is([role=tab], [role=menuitem])', { hasText: 'Bilan' }).and(page.locator(':visible')).click();
    await page.getByText(/^La carence peut être proposée pour 5 communes/).waitFor();
  };
  const communes = (page: Page) => page.locator('.bilan tbody th').allTextContents();

  test('se trie au clavier, s’emporte aux titres du ministère, et se relit de même', async () => {
    const { page, contexte } = await visiter();
    await deposer(page, { name: 'bilan.csv', mimeType: 'text/csv', buffer: Buffer.from(BILAN) });
    await ouvrirLeBilan(page);
    const parManque = await communes(page);
    expect(parManque.slice(0, 5)).toEqual(['Puilboreau', 'Marsilly', 'Angoulins', 'Dompierre-sur-Mer', 'La Jarrie']);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Commune', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect((await communes(page))[0]).toBe('Angoulins');
    await capturer(page, 'bilan');
    const xlsx = await emporter(page, () => page.getByRole('button', { name: /^Télécharger le bilan/ }).click());
    expect(xlsx.nom).toBe('bilan-bilan.xlsx');
    await page.getByText(/^Saint-Xandre\s: le contrôle ne conclut pas/).waitFor();
    await deposer(page, { name: xlsx.nom, mimeType: 'application/octet-stream', buffer: xlsx.octets });
    await page.locator('.controle .nom', { hasText: xlsx.nom }).waitFor();
    await ouvrirLeBilan(page);
    expect(await communes(page)).toEqual(parManque);
    await contexte.close();
  });

  test.each([320, 800])('à %i px, tient, sans violation d’accessibilité', async (largeur) => {
    const { page, contexte } = await visiter({ largeur });
    await deposer(page, { name: 'bilan.csv', mimeType: 'text/csv', buffer: Buffer.from(BILAN) });
    await ouvrirLeBilan(page);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(largeur);
    await capturer(page, `bilan-${largeur}`);
    await contexte.close();
  });
});

test('visitée une fois, tout marche réseau coupé', async () => {
  const coupe = await servirDossier('dist');
  const { page, contexte } = await visiter({ adresse: coupe.adresse });
  await horsLigne(page);
  await coupe.fermer();
  await page.goto(`${coupe.adresse}controle.html?source=raccourci`);
  await deposer(page, EXEMPLE);
  await verdict(page).waitFor();
  expect(await verdict(page).textContent()).toBe('CONFORME');
  await page.getByRole('tab', { name: 'Tableau' }).click();
  await page.locator('.graphique svg').first().waitFor();
  const { octets } = await emporter(page, async () => {
    await page.getByRole('button', { name: 'Télécharger la note' }).click();
    await page.getByRole('menuitem', { name: /docx/ }).click();
  });
  expect(octets.subarray(0, 2).toString()).toBe('PK');
  // Le complément, lui, n'est pas gardé : son serveur ne répond plus.
  expect(await page.goto(`${coupe.adresse}volet.html`).catch((erreur: Error) => erreur.message)).toMatch(/REFUSED/);
  await contexte.close();
});

test('s’installe comme une application', async () => {
  const { page, contexte } = await visiter();
  await horsLigne(page);
  const cdp = await contexte.newCDPSession(page);
  const { errors } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  // Les contextes de l'essai sont privés : seule raison de refus admise.
  expect(installabilityErrors.map((e) => e.errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  await contexte.close();
});

describe.each([
  [320, false],
  [320, true],
  [800, false],
  [1280, false],
  [1280, true],
])('à %i px, sombre : %s', (largeur, sombre) => {
  const nom = `${largeur}-${sombre ? 'sombre' : 'clair'}`;
  test('l’accueil et chaque écran tiennent, sans violation d’accessibilité', async () => {
    const { page, contexte } = await visiter({ largeur, sombre });
    const tenir = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(largeur);
    };
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tenir();
    await capturer(page, `${nom}-accueil`);
    await deposer(page, ERREURS, EXEMPLE);
    await page.locator('.liste .conforme').waitFor();
    await verdict(page).waitFor();
    await tenir();
    await capturer(page, `${nom}-controle`);
    await page.getByRole('button', { name: /^grand-poitiers\.xlsx/ }).click();
    await page.getByRole('tab', { name: 'Tableau' }).click();
    await page.locator('.graphique svg').first().waitFor();
    await tenir();
    await capturer(page, `${nom}-tableau`);
    await page.getByRole('tab', { name: 'Portrait' }).click();
    await page.locator('.portrait figure svg').first().waitFor();
    await tenir();
    await capturer(page, `${nom}-portrait`);
    const scenarios = page.getByRole('tab', { name: 'Scénarios' });
    if (!(await scenarios.isVisible())) await page.getByRole('tab', { name: 'Autres écrans' }).click();
    await page
      .locator(':is([role=tab], [role=menuitem])', { hasText: 'Scénarios' })
      .and(page.locator(':visible'))
      .click();
    await page.locator('.scenarios').waitFor();
    // Les mêmes styles que dans le volet d'Excel.
    expect(await page.locator('.scenarios').evaluate((e) => getComputedStyle(e).display)).toBe('grid');
    await tenir();
    await capturer(page, `${nom}-scenarios`);
    await contexte.close();
  });
});
