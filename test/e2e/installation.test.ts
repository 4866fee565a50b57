import AxeBuilder from '@axe-core/playwright';
import { POINTS, RETRAIT } from '../../src/volet/installation/points';
import { contenu } from './outils/cellules';
import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';

jest.setTimeout(240_000);
afterAll(fermerNavigateur);

let seance: Seance;
beforeAll(async () => {
  seance = await ouvrirSeance('grand-poitiers.xlsx');
  await seance.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await seance.ecran('À propos');
});
afterAll(() => seance.fermer());

const bouton = (nom: string) => seance.volet().getByRole('button', { name: nom, exact: true });
const table = () => seance.volet().getByRole('table', { name: 'Vérification de l’installation' });
/** Ce que la table montre : le numéro et le verdict de chaque point. */
const verdicts = async () =>
  Object.fromEntries(
    await table()
      .locator('tbody tr')
      .evaluateAll((rangees) =>
        rangees.map((r) => [parseInt(r.querySelector('th')!.innerText), r.querySelector('.etiquette')!.textContent]),
      ),
  ) as Record<string, string>;

async function lancer() {
  await bouton('Vérifier cette installation').click();
  await seance.volet().getByText('feuille provisoire neuve').waitFor();
  await bouton('Lancer la vérification').click();
  await table().waitFor({ timeout: 200_000 });
  await seance.calme();
}

test('l’agent donne son accord ; chaque point est conforme, sauf le motif d’une erreur ; le classeur n’a pas changé', async () => {
  const avant = await contenu(seance.page);
  await lancer();
  const attendus = [...POINTS, RETRAIT].map(({ numero }) => [numero, numero === 10 ? 'non essayé' : 'conforme']);
  expect(await verdicts()).toEqual(Object.fromEntries(attendus));
  expect(await contenu(seance.page)).toEqual(avant);
});

test('le compte rendu se copie ; rien du classeur n’y est', async () => {
  await bouton('Copier le compte rendu').click();
  await seance.volet().getByText('Compte rendu copié').waitFor();
  const copie = await seance.page.evaluate(() => navigator.clipboard.readText());
  expect(copie).toMatch(/^Vérification de l’installation[\s\S]*1\. Noms pointés[\s\S]*"verdict":"conforme"/);
  expect(copie).not.toMatch(/Mutualisation!|Buxerolles|grand-poitiers/i);
});

test.each([
  ['l’ancienne commande copie', true, /^Compte rendu copié/],
  ['le texte est montré, à copier soi-même', false, /^Excel ne laisse pas copier/],
])('où le presse-papiers est interdit au cadre, %s', async (_, admise, dit) => {
  await seance.volet().evaluate((commande) => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    if (!commande) document.execCommand = () => false;
  }, admise);
  await seance.page.evaluate(() => navigator.clipboard.writeText(''));
  await bouton('Copier le compte rendu').click();
  await seance.volet().getByText(dit).waitFor();
  const montre = seance.volet().getByLabel('Compte rendu');
  const texte = admise ? await seance.page.evaluate(() => navigator.clipboard.readText()) : await montre.inputValue();
  expect(texte).toMatch(/^Vérification de l’installation[\s\S]*"verdict":"conforme"/);
});

/** `media` est le thème du système, que le volet suit. */
test.each([
  ['clair', { colorScheme: 'light', forcedColors: 'none' }],
  ['sombre', { colorScheme: 'dark', forcedColors: 'none' }],
  ['contraste', { colorScheme: 'dark', forcedColors: 'active' }],
] as const)('thème %s, à 320, 450 et 700 pixels : axe ne trouve rien, rien ne déborde', async (theme, media) => {
  await seance.page.emulateMedia(media);
  for (const largeur of [320, 450, 700]) {
    await seance.largeur(largeur);
    await seance.calme();
    const deborde = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect([largeur, await seance.volet().evaluate(deborde)]).toEqual([largeur, 0]);
    await seance.volet().getByText('Vérifier cette installation', { exact: true }).scrollIntoViewIfNeeded();
    await seance.capture(`installation-${theme}-${largeur}`);
  }
  const { violations } = await new AxeBuilder({ page: seance.page }).include('iframe').analyze();
  expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
});

test('un Excel sans commentaires ni déversement : chaque manque est à sa ligne', async () => {
  await seance.ennui('sans-commentaires');
  await seance.page.frameLocator('iframe').getByText('CONFORME', { exact: true }).waitFor();
  await seance.calme();
  await seance.ecran('À propos');
  await lancer();
  const autres = Object.entries(await verdicts()).filter(([, verdict]) => verdict !== 'conforme');
  expect(Object.fromEntries(autres)).toEqual({
    ...{ 9: 'différent', 10: 'non essayé', 25: 'non essayé', 45: 'différent' },
  });
});
