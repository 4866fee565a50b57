/** @jest-environment jsdom */
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { estRefus } from '../../../src/regles';
import { grilleDeValeurs } from '../../../src/tableau';
import { Constats } from '../../../src/volet/ecrans/constats';
import { FournirOutils } from '../../../src/volet/ecrans/outils';
import { controleDe } from '../../../src/volet/etat/controles';
import { tableauxDe } from '../../../src/volet/etat/etat';
import { choisir, onglet, ouvrirVolet, type Agent } from '../../outils/volet';

jest.setTimeout(30_000);

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CIMS'];
const BUXEROLLES = ['Buxerolles', 10000, 1500, 20, 165];
const MIGNE = ['Migné-Auxances', 10000, 1500, 20, 165];

const ouvrir = (...feuilles: unknown[][][]) =>
  ouvrirVolet(feuilles.map((rangees, i) => grilleDeValeurs(rangees, `Feuille ${i + 1}`)));
const deplier = (agent: Agent, titre: RegExp) => agent.click(screen.getByText(titre));
const verdict = () => screen.getAllByRole('heading', { level: 2 })[0]!.textContent;
const garde = ({ reglages }: Awaited<ReturnType<typeof ouvrir>>['classeur']) => [...reglages.values()][0];

afterEach(cleanup);

describe('une question se pose à la place de son constat', () => {
  test('se répond au clavier, et la réponse vaut aussitôt', async () => {
    const { classeur, agent } = await ouvrir([ENTETES, BUXEROLLES, MIGNE]);
    const plh = screen.getByRole('group', { name: /programme local de l’habitat exécutoire/i });
    const oui = within(plh).getByRole('button', { name: 'Oui' });
    expect(document.getElementById(oui.getAttribute('aria-describedby')!)?.textContent).toMatch(/EPCI\s\?/);
    oui.focus();
    await agent.keyboard('{Enter}');
    expect(screen.queryByRole('group', { name: /programme local/i })).toBeNull();
    await waitFor(() => expect(garde(classeur)).toMatchObject({ plh: true }));
    await waitFor(() => expect(document.activeElement?.closest('.question')?.textContent).toMatch(/l’avis/));
    await agent.click(screen.getByRole('button', { name: 'Recueilli' }));
    await waitFor(() => expect(document.activeElement?.closest('h2')?.textContent).toMatch(/^CONFORME/));
    expect(garde(classeur)).toMatchObject({ plh: true, avis: 'recueilli' });
  });

  test('« Non » change le verdict, et s’entend', async () => {
    const { agent } = await ouvrir([ENTETES, BUXEROLLES, MIGNE]);
    const plh = screen.getByRole('group', { name: /programme local/i });
    await agent.click(within(plh).getByRole('button', { name: 'Non' }));
    expect(verdict()).toMatch(/^NON CONFORME/);
    expect(screen.getByRole('status').textContent).toMatch(/non conforme/);
  });

  test('d’une colonne non comprise, ses choix', async () => {
    const { classeur, agent } = await ouvrir([
      [...ENTETES, 'Effort'],
      [...BUXEROLLES, 1],
      [...MIGNE, 50],
    ]);
    expect(verdict()).toMatch(/^INDÉTERMINÉ/);
    const colonne = screen.getByRole('group', { name: /Que dit la colonne/ });
    expect(colonne.closest('li')?.textContent).toMatch(/^Ensemble du tableauF1/);
    await agent.click(within(colonne).getByRole('button', { name: 'Rien qui compte' }));
    expect(verdict()).toMatch(/^CONFORME/);
    await waitFor(() => expect(garde(classeur)).toMatchObject({ colonnes: { effort: 'sans effet' } }));
  });
});

describe('ce qui a été lu', () => {
  test('se dit d’abord en deux lignes', async () => {
    await ouvrir([['Période 2023-2025'], [], ENTETES, BUXEROLLES, MIGNE]);
    const [lu, contexte] = [...document.querySelectorAll('.lecture > p')].map((p) => p.textContent);
    expect(lu).toMatch(/^Lu\s: 2\scommunes en Feuille 1, A3:E5\s; contrat «\sObjectif CIMS\s» \(E3\)/);
    expect(contexte).toMatch(/^Contexte\s: période 2023-2025 \(A1\), PLH non dit/);
  });

  test('le contexte dit sa source, se corrige, et se laisse relire', async () => {
    const { classeur, agent } = await ouvrir([['PLH : oui, exécutoire'], [], ENTETES, BUXEROLLES, MIGNE]);
    await deplier(agent, /^Ce qui a été lu$/);
    const menu = screen.getByRole('combobox', { name: /Programme local/ });
    expect(menu.textContent).toMatch(/Lu\s: oui/);
    const champ = menu.closest<HTMLElement>('.champ')!;
    expect(champ.textContent).toMatch(/Lu en A1\s: «\sPLH\s: oui, exécutoire\s»/);
    await agent.click(within(champ).getByRole('button', { name: /Aller à la cellule A1/ }));
    expect(classeur.journal).toContain('allerA f1 A1');
    await agent.click(menu);
    await choisir(agent, 'option', 'Non');
    expect(verdict()).toMatch(/^NON CONFORME/);
    expect(champ.textContent).toMatch(/Précisé, plutôt que\s:/);
    await agent.click(screen.getByRole('button', { name: /Revenir à ce qui est lu : Programme local/ }));
    expect(verdict()).toMatch(/^CONFORME/);
    await waitFor(() => expect(garde(classeur)).toMatchObject({ plh: null }));
  });

  test('une colonne change de sens, ou ne compte plus', async () => {
    const { classeur, agent } = await ouvrir([
      [...ENTETES, 'Remarque'],
      [...BUXEROLLES, 'a'],
      [...MIGNE, 'b'],
    ]);
    await deplier(agent, /^Ce qui a été lu$/);
    expect(screen.getByRole('combobox', { name: /Objectif CIMS/ }).textContent).toContain('Objectif du contrat');
    await agent.click(screen.getByRole('combobox', { name: /Objectif CIMS/ }));
    await choisir(agent, 'option', 'Rien qui compte');
    expect(verdict()).toMatch(/^RIEN À CONTRÔLER/);
    await waitFor(() => expect(garde(classeur)).toMatchObject({ colonnes: { 'objectif cims': 'sans effet' } }));
    expect(screen.getByRole('region', { name: 'Objectifs calculés' }).textContent).toMatch(/Buxerolles165500/);
    await agent.click(await screen.findByText(/^Laissées de côté/));
    await agent.click(screen.getByRole('button', { name: /Revenir à ce qui est lu : colonne Objectif CIMS/ }));
    expect(verdict()).toMatch(/^CONFORME/);
  });

  test('une ligne s’écarte, une autre se compte, et chacune revient', async () => {
    const { volet, agent } = await ouvrir([ENTETES, BUXEROLLES, MIGNE, ['À répartir', 10000, 1500, 20, 165]]);
    const communes = () => tableauxDe(volet.etat())[0]!.tableau.lignes.map(({ nom }) => nom);
    await deplier(agent, /^Ce qui a été lu$/);
    await agent.click(screen.getByRole('button', { name: 'Compter cette commune : À répartir' }));
    expect(communes()).toEqual(['Buxerolles', 'Migné-Auxances', 'À répartir']);
    await agent.click(screen.getByText(/^Communes comptées/));
    await agent.click(screen.getByRole('button', { name: 'Écarter cette ligne : Buxerolles' }));
    expect(communes()).toEqual(['Migné-Auxances', 'À répartir']);
    await agent.click(screen.getByRole('button', { name: /Revenir à ce qui est lu : ligne Buxerolles/ }));
    await agent.click(screen.getByRole('button', { name: /Revenir à ce qui est lu : ligne À répartir/ }));
    expect(communes()).toEqual(['Buxerolles', 'Migné-Auxances']);
  });

  test('un texte non compris se dit sans effet, puis se relit ; un accord donné se retire', async () => {
    const { agent } = await ouvrir([
      ['Accord de Migné-Auxances à reprendre dans l’avenant'],
      [],
      [...ENTETES, 'Accord de la commune'],
      [...BUXEROLLES, 'oui'],
      ['Migné-Auxances', 10000, 1500, 20, 500, 'à confirmer'],
    ]);
    expect(verdict()).toMatch(/^INDÉTERMINÉ/);
    await deplier(agent, /^Ce qui a été lu$/);
    await agent.click(screen.getByRole('button', { name: /^Sans effet : Accord de Migné-Auxances/ }));
    expect(screen.queryByText(/^Non compris \(/)).toBeNull();
    const accord = screen.getByRole('group', { name: /La commune Migné-Auxances a-t-elle donné son accord/ });
    await agent.click(within(accord).getByRole('button', { name: 'Oui' }));
    expect(verdict()).toMatch(/^CONFORME/);
    await agent.click(screen.getByRole('button', { name: /Revenir à ce qui est lu : Accord de/ }));
    await agent.click(screen.getByRole('button', { name: /Revenir à ce qui est lu : Texte/ }));
    expect(verdict()).toMatch(/^INDÉTERMINÉ/);
    expect(screen.getByText(/^Non compris \(/)).toBeTruthy();
  });

  test('une réponse dont le tableau a disparu se retire de l’écran « Contexte »', async () => {
    const { volet, agent } = await ouvrir([ENTETES, BUXEROLLES]);
    await deplier(agent, /^Ce qui a été lu$/);
    await agent.click(screen.getByText(/^Communes comptées/));
    await agent.click(screen.getByRole('button', { name: 'Écarter cette ligne : Buxerolles' }));
    expect(tableauxDe(volet.etat())).toEqual([]);
    await agent.click(onglet('Contexte'));
    await agent.click(screen.getByRole('button', { name: /Revenir à ce qui est lu : Ligne/ }));
    expect(tableauxDe(volet.etat())).toHaveLength(1);
  });

  test('une période sans règle connue se corrige dans la carte qui la refuse', async () => {
    const { agent, volet } = await ouvrir([['Période 2005-2007'], [], ENTETES, BUXEROLLES, MIGNE]);
    expect(estRefus(tableauxDe(volet.etat())[0]!.resultat)).toBe(true);
    await deplier(agent, /^Ce qui a été lu$/);
    await agent.click(screen.getByRole('combobox', { name: /Période/ }));
    await choisir(agent, 'option', '2023-2025');
    expect(verdict()).toMatch(/CONFORME|INDÉTERMINÉ/);
  });
});

test('un constat d’une autre feuille mène à la bonne feuille', async () => {
  const { classeur, volet, agent } = await ouvrir(
    [ENTETES, BUXEROLLES, ['Migné-Auxances', 10000, 1500, 20, 50]],
    [['Suite']],
  );
  const [trouve] = tableauxDe(volet.etat());
  const controle = controleDe(trouve!)!;
  const constats = controle.constats.map((c) => ({ ...c, feuille: 'Feuille 2', cellule: 'B2' }));
  cleanup();
  render(
    <FournirOutils value={{ volet, aujourdhui: () => new Date() }}>
      <Constats controle={{ ...controle, constats }} trouve={trouve!} />
    </FournirOutils>,
  );
  const lien = screen.getAllByRole('button', { name: 'Aller à la cellule B2, feuille Feuille 2, Migné-Auxances' })[0]!;
  expect(lien.textContent).toBe('Feuille 2, B2');
  await agent.click(lien);
  expect(classeur.journal).toContain('allerA f2 B2');
});
