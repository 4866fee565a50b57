/** Écrit les captures de la documentation (docs/images) : le banc, puis le volet seul. `npm run captures`. */
import type { Seance } from '../test/e2e/outils/seance';
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
await fermerNavigateur();
await banc.fermer();
