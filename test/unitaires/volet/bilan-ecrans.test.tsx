/** @jest-environment jsdom */
import { cleanup, screen } from '@testing-library/react';
import { grilleDeValeurs } from '../../../src/tableau';
import { onglet, ouvrirVolet } from '../../outils/volet';

jest.setTimeout(30_000);
afterEach(cleanup);

const BILAN = [
  ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025', 'PLAI', 'PLS'],
  ['A', 100, 110, 40, 20],
  ['B', 21, 4, 2, 0],
];
const PARC = [
  [
    'Commune',
    'RP 2025',
    'LLS 2025',
    'Taux cible',
    'Potentiel fiscal par habitant',
    'Dépenses réelles de fonctionnement',
  ],
  ['A', 10_000, 2000, 20, 1000, 10_000_000],
  ['B', 10_000, 1500, 20, 1000.01, 10_000_000],
];
const CONTRAT = [
  ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS'],
  ['C', 10_000, 1500, 20, 165],
];

const ouvrir = (...feuilles: unknown[][][]) =>
  ouvrirVolet(feuilles.map((f, i) => grilleDeValeurs(f, `Feuille ${i + 1}`)));
const onglets = () => [...document.querySelectorAll('[role="tab"]')].map((o) => o.getAttribute('name'));
const texte = () => document.querySelector('.ecran')!.textContent.replace(/[\u00a0\u202f]/g, ' ');

test('ces écrans ne sont là que si un tableau les concerne', async () => {
  await ouvrir(CONTRAT);
  expect(onglets()).not.toContain('Bilan');
  expect(onglets()).not.toContain('Prélèvement');
  cleanup();
  await ouvrir(CONTRAT, BILAN);
  expect(onglets()).toContain('Bilan');
  expect(onglets()).not.toContain('Prélèvement');
});

test('le bilan : verdicts, majoration, période suivante, chemin de la cellule', async () => {
  const { agent, classeur } = await ouvrir(CONTRAT, BILAN, PARC);
  await agent.click(onglet('Bilan'));
  expect(texte()).toMatch(/Objectif atteint par 1 commune sur 2/);
  expect(texte()).toMatch(/Objectif non atteint \(1\)B.*Taux19 %.*Majoration81 % au moins.*PLAI et PLS : +conforme/);
  expect(texte()).toMatch(
    /Période suivante : 165 logements, 33 % des manquants \(parc au 1er janvier 2025 de la feuille « Feuille 3 »\)/,
  );
  expect(texte()).toMatch(/Objectif atteint \(1\)A.*aucun objectif, le taux cible est atteint/);
  await agent.click(screen.getByRole('button', { name: 'Aller à la cellule A3, B' }));
  expect(classeur.journal).toContain('allerA f2 A3');
});

test('le prélèvement : montants, majoration, trace, articles', async () => {
  const { agent } = await ouvrir(CONTRAT, BILAN, PARC);
  await agent.click(onglet('Prélèvement'));
  expect(texte()).toMatch(/Prélèvements nets : 125 001,25 € pour 1 commune sur 2/);
  expect(texte()).toMatch(
    /Prélevées \(1\)B.*Net125 001,25 €Exonération : non \(son taux n’excède pas 15 %\)Majoré, si carence : 226 252,26 €/,
  );
  expect(texte()).toMatch(/Prélèvement brut : 125 001,25 €25 % × 1 000,01 € × 500 · L. 302-7/);
  expect(texte()).toMatch(/Sans prélèvement \(1\)A/);
});

test('le prélèvement dit les colonnes qui manquent', async () => {
  const { agent } = await ouvrir([
    ['Commune', 'RP', 'LLS', 'Potentiel fiscal par habitant'],
    ['A', 10_000, 1500, 1000],
  ]);
  await agent.click(onglet('Prélèvement'));
  expect(texte()).toMatch(
    /ne permet de calculer aucun prélèvement.*Il manque au tableaule taux cible.*les dépenses réelles/,
  );
});
