import { contenu } from './outils/cellules';
import { fermerNavigateur, ouvrirSeance } from './outils/seance';

jest.setTimeout(240_000);
afterAll(fermerNavigateur);

test('un scénario se contrôle pendant la frappe, s’applique dans une colonne neuve et se retire', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  await seance.largeur(900);
  await seance.ecran('Scénarios');
  const volet = seance.volet();
  const verdicts = volet.locator('.synthese tr').first();
  expect(await verdicts.innerText()).toMatch(/CONFORME/);
  await volet.getByRole('textbox', { name: 'Objectif de Buxerolles, scénario B' }).fill('5');
  await verdicts.locator('td').filter({ hasText: 'NON CONFORME' }).waitFor();
  await seance.capture('scenarios');

  const avant = await contenu(seance.page);
  await volet
    .getByRole('button', { name: /^Appliquer/ })
    .first()
    .click();
  await volet
    .getByText(/écrit en/)
    .first()
    .waitFor();
  await seance.calme();
  expect(await contenu(seance.page)).not.toEqual(avant);
  await volet.getByRole('button', { name: 'Annuler la dernière écriture' }).click();
  await volet
    .getByText(/retirées/)
    .first()
    .waitFor();
  await seance.calme();
  expect(await contenu(seance.page)).toEqual(avant);

  await volet.getByRole('textbox', { name: /Total/ }).first().fill('99999');
  await volet
    .getByRole('button', { name: /^Proposer/ })
    .first()
    .click();
  expect(await volet.innerText('.ecran')).toMatch(/il manque|manque/i);
  expect(seance.plaintes).toEqual([]);
  await seance.fermer();
});
