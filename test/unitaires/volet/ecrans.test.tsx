/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { grilleDeValeurs } from '../../../src/tableau';
import { TOUTES } from '../../../src/fonctions/toutes';
import { choisir, onglet, ouvrirVolet, type Agent } from '../../outils/volet';

jest.setTimeout(30_000);

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CIMS'];
const PIEGE = '<img src=x onerror="alert(1)">';

const ouvrir = (rangees: unknown[][], options: Parameters<typeof ouvrirVolet>[1] = {}) =>
  ouvrirVolet([grilleDeValeurs(rangees, 'Tableau <b>')], options);
const ouvrirOnglet = (agent: Agent, nom: string) => agent.click(onglet(nom));

afterEach(cleanup);

describe('les écrans', () => {
  test('le verdict d’abord, puis ce qui bloque, avec le chemin de la cellule et la correction', async () => {
    const { classeur, agent } = await ouvrir([ENTETES, [PIEGE, 10000, 1500, 20, 40]]);
    expect(screen.getByRole('heading', { level: 2, name: /NON CONFORME/ })).toBeTruthy();
    const bloquants = screen.getByRole('heading', { name: /Bloquants/ }).closest('section')!;
    expect(bloquants.textContent).toMatch(/Que faire\s: Porter l’objectif à 83 logements au moins\./);
    expect(bloquants.textContent).toContain(PIEGE);
    expect(document.querySelector('img')).toBeNull();
    await agent.click(within(bloquants).getAllByRole('button', { name: /Aller à la cellule E2/ })[0]!);
    expect(classeur.journal).toContain('allerA f1 E2');
    expect(within(bloquants).getAllByRole('link')[0]!.getAttribute('href')).toMatch(/^https:\/\/www\.legifrance/);
  });

  test('le verdict change pendant la saisie, et s’annonce', async () => {
    const { classeur } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 40]]);
    act(() => classeur.saisir('f1', 1, 4, 165));
    expect(screen.getByRole('heading', { level: 2, name: /CONFORME/ }).textContent).not.toMatch(/NON/);
    expect(screen.getByRole('status').textContent).toMatch(/Tableau <b> : conforme/);
  });

  test('un inventaire publié montre ses paliers et les EPCI où mutualiser, sans verdict de conformité', async () => {
    const { classeur, agent } = await ouvrir(
      readFileSync('test/cas/inventaire/forme-2025.csv', 'latin1')
        .trim()
        .split(/\r?\n/)
        .map((ligne) => ligne.split(';')),
    );
    expect(screen.getByRole('heading', { level: 2, name: /INVENTAIRE/ })).toBeTruthy();
    await ouvrirOnglet(agent, 'Tableau');
    expect(await screen.findByRole('heading', { name: 'Paliers' })).toBeTruthy();
    const epcis = screen.getByRole('region', { name: /Communes qui pourraient mutualiser/ });
    expect(within(epcis).getAllByRole('row').length).toBeGreaterThan(1);
    const objectifs = screen.getByRole('region', { name: /^Objectifs aux chiffres/ });
    expect(within(objectifs).getByRole('row', { name: /SAINT-BENOÎT.* 39 à 59 .*deux taux possibles/ })).toBeTruthy();
    await agent.click(screen.getByRole('button', { name: 'Écrire les objectifs dans une feuille' }));
    await screen.findByText(/la fourchette de chaque commune/);
    expect(classeur.creees[0]?.nom).toBe('Objectifs 2026-2028');
  });

  test('annote, retire et crée la feuille de contrôle depuis le menu', async () => {
    const { classeur, agent } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 40]]);
    const faire = async (nom: string) => {
      await agent.click(screen.getByRole('button', { name: 'Autres actions' }));
      await choisir(agent, 'menuitem', nom);
    };
    await faire('Annoter le classeur');
    expect(classeur.annotations.length).toBeGreaterThan(0);
    await faire('Retirer les annotations');
    expect(classeur.annotations).toEqual([]);
    await faire('Créer la feuille de contrôle');
    expect(classeur.creees[0]?.pied).toContain('22 novembre 2026');
    expect((await screen.findAllByText(/Feuille de contrôle créée/)).length).toBeGreaterThan(0);
  });

  test('une erreur du classeur se lit, et se réessaie', async () => {
    const { classeur, agent } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 40]]);
    classeur.echouer('Excel attend la fin d’une saisie : valider la cellule.');
    await agent.click(screen.getByRole('button', { name: 'Contrôler' }));
    expect((await screen.findByRole('alert')).textContent).toContain('valider la cellule');
    await agent.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(screen.queryByText(/valider la cellule/)).toBeNull();
  });

  test('une première lecture refusée ou interrompue laisse de quoi contrôler', async () => {
    const { agent } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 165]], { refus: 'La session est perdue.' });
    await agent.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(screen.queryByRole('alert')).toBeNull();
    await agent.click(screen.getByRole('button', { name: 'Contrôler' }));
    expect(await screen.findByRole('heading', { level: 2, name: /CONFORME/ })).toBeTruthy();
  });

  test('un classeur sans tableau propose d’en créer un', async () => {
    const { classeur, agent } = await ouvrir([]);
    await agent.click(screen.getByRole('button', { name: 'Voir l’exemple de Grand Poitiers' }));
    expect(await screen.findByRole('heading', { level: 2, name: /CONFORME/ })).toBeTruthy();
    expect(classeur.creees[0]?.nom).toBe('Exemple Grand Poitiers');
  });

  test('en lecture seule, rien ne s’écrit', async () => {
    const { agent } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 40]], { lectureSeule: true });
    expect(screen.queryByRole('button', { name: 'Autres actions' })).toBeNull();
    await ouvrirOnglet(agent, 'Formules');
    expect(await screen.findByText('SRU.MANQUANTS')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Insérer/ })).toBeNull();
    await ouvrirOnglet(agent, 'À propos');
    expect(screen.queryByRole('button', { name: /Réparer/ })).toBeNull();
    // Hors d'Excel, il n'y a pas d'installation à vérifier.
    expect(screen.queryByRole('button', { name: /Vérifier/ })).toBeNull();
  });

  test('le contexte change le verdict et se garde', async () => {
    const { classeur, agent } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 165]]);
    await ouvrirOnglet(agent, 'Contexte');
    await agent.click(screen.getByRole('combobox', { name: /Programme local/ }));
    await choisir(agent, 'option', 'Non');
    await waitFor(() => expect([...classeur.reglages.values()]).toEqual([expect.objectContaining({ plh: false })]));
    await ouvrirOnglet(agent, 'Contrôle');
    expect(screen.getByRole('heading', { level: 2, name: /NON CONFORME/ })).toBeTruthy();
  });

  test('une fonction s’insère', async () => {
    const { classeur, agent } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 165]]);
    await ouvrirOnglet(agent, 'Formules');
    await agent.click(await screen.findByText('SRU.MANQUANTS'));
    await agent.click(screen.getByRole('button', { name: /Insérer SRU\.MANQUANTS/ }));
    expect(classeur.journal).toContain(`inserer =SRU.MANQUANTS('Tableau <b>'!B2,'Tableau <b>'!C2,'Tableau <b>'!D2)`);
    await agent.click(screen.getByRole('button', { name: 'Insérer les colonnes' }));
    expect(classeur.journal.at(-1)).toContain('insererColonnes f1 F1');
  });

  test('réparer liste ce qui a été touché', async () => {
    const { classeur, agent } = await ouvrir([ENTETES, ['A', 10000, 1500, 20, 165]]);
    await ouvrirOnglet(agent, 'À propos');
    expect(await screen.findByText(new RegExp(`Les ${TOUTES.length}\\sfonctions répondent`))).toBeTruthy();
    await agent.click(screen.getByRole('button', { name: 'Réparer les formules' }));
    expect(await screen.findByText('=_xldudf_sru_objectif(D9,E9,F9)')).toBeTruthy();
    expect(screen.getByText('=SRU.OBJECTIF(D9,E9,F9)')).toBeTruthy();
    await agent.click(screen.getByRole('button', { name: 'Annuler' }));
    expect(classeur.journal.slice(-2)).toEqual(['reparerFormules', 'annulerReparation']);
    expect(screen.queryByRole('button', { name: 'Annuler' })).toBeNull();
  });
});
