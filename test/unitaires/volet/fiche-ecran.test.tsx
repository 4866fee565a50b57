/** @jest-environment jsdom */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { grilleDeValeurs } from '../../../src/tableau';
import { onglet, ouvrirVolet } from '../../outils/volet';

jest.setTimeout(30_000);

// jsdom n'ouvre pas les boîtes de dialogue : `showModal` et `close` font ici ce que la norme en dit, focus mis à part.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
afterEach(cleanup);

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Rang triennal', 'Objectif de référence', 'Objectif CIMS'];
const SAINT_BENOIT = ['Saint-Benoît', 2908, 425, 20, 3, 52, 20];
const ouvrir = (...rangees: unknown[][]) => ouvrirVolet([grilleDeValeurs([ENTETES, ...rangees], 'Objectifs')]);
const boite = () => screen.findByRole('dialog', { name: /^Saint-Benoît/ });

test.each([
  ['un constat', 'Contrôle'],
  ['le tableau', 'Tableau'],
  ['les scénarios', 'Scénarios'],
])('le nom de la commune, dans %s, ouvre sa fiche ; la fermer la retire', async (_, ecran) => {
  const { agent } = await ouvrir(SAINT_BENOIT);
  await agent.click(onglet(ecran));
  const panneau = await screen.findByRole('tabpanel', { name: ecran });
  const [nom] = await within(panneau).findAllByRole('button', { name: 'Saint-Benoît' });
  await agent.click(nom!);
  const fiche = await boite();
  expect(fiche.textContent).toMatch(/33\s% × 156,6/);
  expect(document.activeElement).toBe(within(fiche).getByRole('heading', { level: 2 }));
  await agent.click(within(fiche).getByRole('button', { name: 'Fermer' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('elle suit la frappe, et mène à la cellule de la commune', async () => {
  const { agent, classeur } = await ouvrir(SAINT_BENOIT);
  await agent.click((await screen.findAllByRole('button', { name: 'Saint-Benoît' }))[0]!);
  expect((await boite()).textContent).toMatch(/pourquoi 20 logements/);
  act(() => classeur.saisir('f1', 1, 6, 30));
  const fiche = await screen.findByRole('dialog', { name: /pourquoi 30 logements/ });
  await agent.click(within(fiche).getByRole('button', { name: 'Aller à la cellule A2' }));
  expect(classeur.journal).toContain('allerA f1 A2');
});

test('la commune ôtée pendant que sa fiche est ouverte : la fiche le dit', async () => {
  const { agent, classeur } = await ouvrir(SAINT_BENOIT, ['Buxerolles', 4082, 800, 20, 3, 16, 16]);
  await agent.click((await screen.findAllByRole('button', { name: 'Saint-Benoît' }))[0]!);
  await boite();
  act(() => ENTETES.forEach((_, colonne) => classeur.saisir('f1', 1, colonne, null)));
  expect(await screen.findByRole('dialog', { name: 'Cette commune n’est plus dans le classeur.' })).toBeTruthy();
});
