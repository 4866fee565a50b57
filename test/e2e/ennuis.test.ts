import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

let seance: Seance;
beforeAll(async () => {
  seance = await ouvrirSeance('grand-poitiers.xlsx');
});
afterAll(() => seance.fermer());

/** Ce que le volet dit quand Excel refuse, et ce qu'il conseille. */
test.each([
  ['saisie', /cellule|saisie/i],
  ['session', /session|rouvr/i],
])('ennui « %s » : une phrase qui dit quoi faire, puis « Réessayer » suffit', async (ennui, phrase) => {
  await seance.page.evaluate((e) => window.banc.ennui(e), ennui);
  await seance.volet().getByRole('button', { name: 'Contrôler', exact: true }).click();
  const alerte = seance.volet().getByRole('button', { name: 'Réessayer' });
  await alerte.waitFor({ timeout: 30_000 });
  expect(await seance.volet().innerText('body')).toMatch(phrase);
  await seance.capture(`ennui-${ennui}`);
  await seance.page.evaluate(() => window.banc.ennui('aucun'));
  await alerte.click();
  await seance.calme();
  await alerte.waitFor({ state: 'detached' });
  expect(await seance.volet().locator('.verdict .mot').allTextContents()).toEqual(['CONFORME']);
});
