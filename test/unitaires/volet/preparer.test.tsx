/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { grilleDeValeurs } from '../../../src/tableau';
import { choisir, ouvrirVolet } from '../../outils/volet';

jest.setTimeout(30_000);

const VIDE = grilleDeValeurs([], 'Feuil1');

const chercher = async (texte: string) => {
  const { classeur, agent } = await ouvrirVolet([VIDE]);
  const champ = await screen.findByRole('textbox', { name: 'EPCI ou département' });
  await agent.type(champ, texte);
  return { classeur, agent };
};
const bouton = (nom: string) => screen.findByRole('button', { name: nom });

describe('préparer un tableau, d’un classeur vide', () => {
  test('un EPCI qu’on tape, deux clics : la feuille est créée et aussitôt contrôlée', async () => {
    const { classeur, agent } = await chercher('rochelle');
    await agent.click(await bouton('CA de La Rochelle'));
    await agent.click(await bouton('Créer la feuille'));
    await screen.findByText(/Feuille créée\. Mutualisation 2026-2028\s: 9\scommunes/);
    expect((await classeur.lire()).map(({ nom }) => nom)).toEqual(['Feuil1', 'Mutualisation 2026-2028']);
    expect(await screen.findAllByText(/INDÉTERMINÉ/i)).not.toHaveLength(0);
  });
  test('un département, par son numéro ; une mutualisation y est refusée, un bilan non', async () => {
    const { agent } = await chercher('17');
    await agent.click(await bouton('Charente-Maritime (17)'));
    await agent.click(await bouton('Créer la feuille'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/même EPCI/);
    await agent.click(await screen.findByRole('combobox', { name: /^Pour/ }));
    await choisir(agent, 'option', 'Faire le bilan triennal');
    await agent.click(await bouton('Créer la feuille'));
    await screen.findByText(/Feuille créée\. Bilan 2023-2025/);
  });
  test('un nom inconnu propose les trois plus proches', async () => {
    await chercher('rochele');
    await screen.findByText(/Aucun EPCI ni département «\srochele\s»/);
    expect(await bouton('CA de La Rochelle')).toBeTruthy();
  });
  test('en lecture seule, rien ne se prépare dans le classeur', async () => {
    await ouvrirVolet([VIDE], { lectureSeule: true });
    expect(screen.queryByText('Préparer un tableau')).toBeNull();
    expect(document.querySelector('[name="Préparer"]')).toBeNull();
  });
});
