/** @jest-environment jsdom */
import { cleanup, screen, within } from '@testing-library/react';
import { grilleDeValeurs } from '../../../src/tableau';
import { sansInsecables } from '../../outils/fonctions';
import { onglet, ouvrirVolet } from '../../outils/volet';

jest.setTimeout(30_000);
afterEach(cleanup);

const ENTETES = ['Commune', 'Code INSEE', 'Objectif', 'Réalisés'];
const HOSTILE = '<img src=x onerror=alert(1)>';

async function ouvrir(...lignes: readonly unknown[][]) {
  const { agent } = await ouvrirVolet([grilleDeValeurs([ENTETES, ...lignes], 'Bilan')]);
  await agent.click(onglet('Portrait'));
  return { agent, portrait: await screen.findByRole('region', { name: 'Portrait' }) };
}

describe('l’écran « Portrait »', () => {
  test('le verdict, puis chaque graphique, qu’un lecteur d’écran nomme et dont la table s’ouvre', async () => {
    const { agent, portrait } = await ouvrir(['Dagneux', '01142', 68, 46], [HOSTILE, '', 5, 41]);
    expect(portrait.textContent).toContain('OBJECTIF ATTEINT PAR 1 COMMUNE SUR 2');
    const dessin = within(portrait).getByRole('img', { name: /^Logements réalisés contre objectif Une barre/ });
    expect(sansInsecables(dessin.textContent)).toContain('Dagneux46 sur 68');
    expect(dessin.querySelector('[stroke-width], [font-size]')).not.toBeNull();
    await agent.click(within(portrait).getByText('Les mêmes nombres, en table'));
    const table = await within(portrait).findByRole('table');
    expect([...table.querySelectorAll('tbody tr')].map((tr) => tr.firstElementChild?.textContent)).toEqual([
      'Dagneux',
      HOSTILE,
    ]);
    expect(portrait.querySelector('img')).toBeNull();
    expect(within(table).getByRole('button', { name: 'Dagneux' }).getAttribute('aria-haspopup')).toBe('dialog');
  });
  test('là où l’hôte n’enregistre pas de fichier, rien ne se télécharge', async () => {
    const { portrait } = await ouvrir(['Dagneux', '01142', 68, 46]);
    expect(within(portrait).queryByRole('button', { name: /Télécharger/ })).toBeNull();
  });
});
