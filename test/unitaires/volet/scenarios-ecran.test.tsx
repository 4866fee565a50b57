/** @jest-environment jsdom */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { grilleDeValeurs } from '../../../src/tableau';
import { choisir, onglet, ouvrirVolet } from '../../outils/volet';

jest.setTimeout(30_000);
afterEach(cleanup);

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord', 'Rang'];
const tableau = (accord: string) => [
  ENTETES,
  ['Aaa', 10000, 1500, 20, 165, accord, 3],
  ['Bbb', 6000, 900, 20, 99, accord, 3],
];

async function ouvrir(rangees: unknown[][], lectureSeule = false) {
  const ouvert = await ouvrirVolet([grilleDeValeurs(rangees, 'Tableau')], { lectureSeule });
  await ouvert.agent.click(onglet('Scénarios'));
  await waitFor(() => expect(screen.queryByText('Chargement…')).toBeNull());
  return ouvert;
}
const champ = (commune: string, lettre: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `Objectif de ${commune}, scénario ${lettre}` });
const bouton = (name: string | RegExp) => screen.getByRole('button', { name });
const synthese = (nom: string) =>
  [...screen.getByRole('rowheader', { name: nom }).closest('tr')!.querySelectorAll('td')].map((td) => td.textContent);

describe('l’écran « Scénarios »', () => {
  test('deux scénarios au départ, contrôlés pendant la frappe, gardés dans le classeur', async () => {
    const { agent, classeur } = await ouvrir(tableau(''));
    expect(synthese('Verdict')).toEqual(['', 'CONFORME', 'CONFORME']);
    expect(synthese('Total')).toEqual(['264', '264', '264']);
    await agent.clear(champ('Bbb', 'B'));
    expect(synthese('Verdict')).toEqual(['', 'CONFORME', 'INDÉTERMINÉ']);
    await agent.type(champ('Bbb', 'B'), '40');
    expect(synthese('Verdict')).toEqual(['', 'CONFORME', 'NON CONFORME']);
    expect(synthese('Hausse sur la référence')[2]).toMatch(/^−59 \(−22,3\s%\)$/);
    expect(synthese('Objectifs abaissés')[2]).toMatch(/^1\s: Bbb$/);
    const note = document.getElementById(champ('Bbb', 'B').getAttribute('aria-describedby')!);
    expect(note?.textContent).toBe('−59 · ≠ A');
    expect(
      screen.getAllByRole('status').some((s) => /Scénario B, saisi à la main\s: non conforme/.test(s.textContent)),
    ).toBe(true);
    await waitFor(() => expect(JSON.stringify([...classeur.reglages])).toContain('"nom bbb":"40"'));
    expect(classeur.journal.some((geste) => geste.startsWith('insererColonnes'))).toBe(false);
  });

  test('un objectif illisible le dit, et ne s’applique pas', async () => {
    const { agent } = await ouvrir(tableau(''));
    await agent.type(champ('Aaa', 'A'), 'x');
    expect(champ('Aaa', 'A').getAttribute('aria-invalid')).toBe('true');
    expect(bouton(/^Appliquer le scénario A/)).toHaveProperty('disabled', true);
    expect(screen.getByText(/corrigez d’abord/)).toBeTruthy();
  });

  test('propose un total, ajoute et ôte des scénarios', async () => {
    const { agent } = await ouvrir(tableau('oui'));
    await agent.click(bouton(/^Ajouter/));
    expect(screen.getByRole('button', { name: 'Scénario C' }).getAttribute('aria-pressed')).toBe('true');
    await agent.click(screen.getByRole('combobox', { name: /Critère/ }));
    await choisir(agent, 'option', 'Le même effort relatif');
    await agent.type(screen.getByRole('textbox', { name: /Total/ }), '330{Enter}');
    expect([champ('Aaa', 'C').value, champ('Bbb', 'C').value]).toEqual(['206', '124']);
    expect(synthese('Plus grande hausse')[3]).toBe('+41, Aaa');
    await agent.click(bouton('Ôter le scénario C'));
    expect(screen.queryByRole('textbox', { name: /scénario C/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Ôter/ })).toBeNull();
  });

  test('une répartition impossible dit ce que chaque contrainte devrait céder', async () => {
    const { agent } = await ouvrir(tableau('non'));
    await agent.type(screen.getByRole('textbox', { name: /Total/ }), '300{Enter}');
    const alerte = screen.getByRole('alert').textContent;
    expect(alerte).toMatch(/Il manque 36 logements/);
    expect(alerte).toMatch(/total demandé\s: ramener à 264/);
    expect(alerte).toMatch(/Aaa, accord refusé à une hausse\s: accord à une hausse de 36, jusqu’à 201/);
  });

  test('s’applique dans une colonne neuve, et s’annule', async () => {
    const { agent, classeur } = await ouvrir(tableau(''));
    await agent.click(bouton(/^Appliquer le scénario A/));
    expect(classeur.journal.at(-1)).toBe('insererColonnes f1 H1 [["Scénario A"],[165]]');
    await agent.click(bouton('Annuler la dernière écriture'));
    expect(await screen.findByText(/H1:H3 de «\sTableau\s» retirées/)).toBeTruthy();
  });

  test('les flèches et Entrée parcourent un scénario', async () => {
    const { agent } = await ouvrir(tableau(''));
    await agent.click(champ('Aaa', 'B'));
    await agent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(champ('Bbb', 'B'));
    await agent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(champ('Aaa', 'B'));
    expect(bouton('Scénario B').getAttribute('aria-pressed')).toBe('true');
  });

  test('en lecture seule : ni « Appliquer » ni « Annuler » ; le reste y est', async () => {
    await ouvrir(tableau(''), true);
    expect(screen.queryByRole('button', { name: /Appliquer|Annuler/ })).toBeNull();
    expect(within(screen.getByRole('table')).getAllByRole('textbox')).toHaveLength(4);
  });
});
