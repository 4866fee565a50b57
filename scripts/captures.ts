/** Écrit les captures de la documentation (docs/images) : le banc, puis le volet seul. `npm run captures`. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { decoder } from '../src/classeur/contenu/encodage';
import type { Seance } from '../test/e2e/outils/seance';
import { ouvrirNavigateur } from '../test/e2e/outils/navigateur';
import { demarrerBanc } from '../test/banc/serveur';

const DOSSIER = 'docs/images';
const banc = await demarrerBanc({ port: 0, titre: 'Mutualisation SRU', dire: console.log });
process.env.BANC = banc.adresse;
const { fermerNavigateur, ouvrirSeance } = await import('../test/e2e/outils/seance');

const volet = async ({ page }: Seance, nom: string) => {
  await page.locator('iframe').screenshot({ path: `${DOSSIER}/${nom}.png` });
};

const seance = await ouvrirSeance('grand-poitiers.xlsx', { width: 1280, height: 820 });
await seance.page.screenshot({ path: `${DOSSIER}/banc.png` });
for (const [ecran, nom] of [
  ['Tableau', 'volet-tableau'],
  ['Scénarios', 'volet-scenarios'],
  ['Contexte', 'volet-contexte'],
] as const) {
  await seance.ecran(ecran);
  await seance.calme();
  await volet(seance, nom);
}
await seance.ecran('Contrôle');
await seance.volet().getByText('Ce qui a été lu', { exact: true }).click();
await seance.calme();
await volet(seance, 'volet-lecture');
await seance.volet().getByText('Ce qui a été lu', { exact: true }).click();
await seance.saisir('Mutualisation!K18', 51);
await seance.calme();
await volet(seance, 'volet-non-conforme');
await seance.saisir('Mutualisation!K18', 60);
await seance.calme();
await seance.volet().getByRole('button', { name: 'Autres actions' }).click();
await seance.volet().getByRole('menuitem', { name: 'Créer la feuille de contrôle' }).click();
await seance.volet().getByText('Feuille de contrôle créée').waitFor();
await seance.calme();
await seance.page.screenshot({ path: `${DOSSIER}/feuille-de-controle.png` });
await seance.fermer();

// Les pages par métier (docs/metiers), d'un classeur vide, puis d'un inventaire et d'un bilan.
const vide = new ExcelJS.Workbook();
vide.addWorksheet('Feuil1');
const depart = await ouvrirSeance(
  { nom: 'vide.xlsx', octets: new Uint8Array(await vide.xlsx.writeBuffer()) },
  { width: 1280, height: 820 },
);
const preparer = async (lieu: string, pour?: string) => {
  if (pour) {
    await depart.ecran('Préparer');
    await depart.volet().getByRole('combobox', { name: /^Pour/ }).click();
    await depart.volet().getByRole('option', { name: pour }).click();
  }
  await depart.volet().getByRole('textbox', { name: 'EPCI ou département' }).fill(lieu);
  await depart.volet().getByRole('button', { name: lieu }).first().click();
};
await preparer('CA de La Rochelle');
await depart.calme();
await depart.page.screenshot({ path: `${DOSSIER}/preparer.png` });
await depart.volet().getByRole('button', { name: 'Créer la feuille' }).click();
await depart.volet().getByText('Feuille créée').waitFor();
await depart.calme();
for (let ligne = 16; ligne <= 24; ligne++) {
  await depart.saisir(`Mutualisation 2026-2028!E${ligne}`, 3000 + 350 * (ligne - 16));
  await depart.saisir(`Mutualisation 2026-2028!F${ligne}`, 400 + 20 * (ligne - 16));
  await depart.saisir(`Mutualisation 2026-2028!H${ligne}`, 3);
}
await depart.largeur(700);
await depart.ecran('Scénarios');
await depart.calme();
await depart.page.screenshot({ path: `${DOSSIER}/preparer-scenario.png` });
await depart.largeur(450);
await preparer('CA de La Rochelle', 'Préparer un contrat abaissant');
await depart.volet().getByRole('button', { name: 'Créer la feuille' }).click();
await depart.volet().getByText('Contrat 2026-2028').first().waitFor();
await depart.calme();
await depart.page.screenshot({ path: `${DOSSIER}/preparer-cms.png` });
await depart.fermer();

const montrer = async (nom: string, octets: Uint8Array, ecran: string, image: string) => {
  const la = await ouvrirSeance({ nom, octets }, { width: 1440, height: 900 });
  await la.largeur(900);
  await la.ecran(ecran);
  await la.calme();
  await volet(la, image);
  await la.fermer();
};
const inventaire = new ExcelJS.Workbook();
const lignes = decoder(readFileSync('test/cas/inventaire/forme-2026.csv')).trim().split(/\r?\n/);
inventaire.addWorksheet('Inventaire').addRows(lignes.map((l) => l.split(';').map((v) => v.replaceAll('\u00a0', ' '))));
await montrer(
  'inventaire.xlsx',
  new Uint8Array(await inventaire.xlsx.writeBuffer()),
  'Tableau',
  'inventaire-objectifs',
);
await montrer('bilan.xlsx', readFileSync('assets/exemples/bilan.xlsx'), 'Bilan', 'bilan');
// La page sans Excel.
const navigateur = await ouvrirNavigateur();
const page = await navigateur.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
await page.goto(pathToFileURL('dist/mutualisation-sru.html').href);
await page.locator('input[type=file]').setInputFiles('assets/exemples/grand-poitiers.xlsx');
await page.locator('.controle .verdict .mot').first().waitFor();
await page.screenshot({ path: `${DOSSIER}/page-sans-excel.png` });
await navigateur.close();
await fermerNavigateur();
await banc.fermer();
