/** @jest-environment jsdom */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { grilleDeValeurs } from '../../../src/tableau';
import { tableauxDe } from '../../../src/volet/etat/etat';
import type { Document } from '../../../src/volet/etat/note';
import { choisir, onglet, ouvrirVolet, type Agent } from '../../outils/volet';

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

/** Là où rien ne se mesure, l'écran est étroit ; ici, il a la place d'une table. */
function elargir() {
  globalThis.ResizeObserver = class {
    constructor(private readonly dire: ResizeObserverCallback) {}
    observe() {
      this.dire([{ contentRect: { width: 1200 } } as ResizeObserverEntry], this);
    }
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
}
afterEach(() => Reflect.deleteProperty(globalThis, 'ResizeObserver'));

const versLeBilan = async (agent: Agent) => {
  await agent.click(onglet('Bilan'));
  await screen.findByText(/^Objectif atteint par/);
};

const versLePrelevement = async (agent: Agent) => {
  await agent.click(onglet('Prélèvement'));
  await screen.findByText(/^Avant les dépenses déductibles/);
};

test('étroit, le bilan en cartes : de ce qui manque le plus, majoration, euros, période suivante, chemin de la cellule', async () => {
  const { agent, classeur } = await ouvrir(CONTRAT, BILAN, PARC);
  await versLeBilan(agent);
  expect(texte()).toMatch(/Objectif atteint par 1 commune sur 2/);
  expect(texte()).toMatch(/La carence peut être proposée pour 1 commune \(L. 302-9-1\) : B \(17 logements\)/);
  expect(texte()).toMatch(
    /Carence possible \(1\)B.*Taux19 %.*Majoration81 % au moins.*Prélèvement125 001,25 €.*Majoré226 252,26 € au moins/,
  );
  expect(texte()).toMatch(
    /Période suivante : 165 logements, 33 % des manquants \(parc au 1er janvier 2025 de la feuille « Feuille 3 »\)/,
  );
  expect(texte()).toMatch(/Bilan tenu \(1\)A.*aucun objectif, le taux cible est atteint/);
  await agent.click(screen.getByRole('button', { name: 'Aller à la cellule A3, B' }));
  expect(classeur.journal).toContain('allerA f2 A3');
});

describe('large, le bilan en table', () => {
  beforeEach(elargir);
  const communes = () => screen.getAllByRole('rowheader').map((c) => c.textContent);
  const tri = () => screen.getAllByRole('columnheader').flatMap((c) => c.getAttribute('aria-sort') ?? []);
  const TROIS = [BILAN[0]!, ['A', 100, 90, 40, 20], ['B', 21, 4, 2, 0], ['C', 50, 'n.c.', '', '']];

  test('se trie au clavier, dans un sens puis dans l’autre ; ce qui n’est pas connu reste à la fin', async () => {
    const { agent } = await ouvrir(TROIS);
    await versLeBilan(agent);
    expect([communes(), tri()]).toEqual([['B', 'A', 'C'], ['descending']]);
    screen.getByRole('button', { name: 'Réalisés' }).focus();
    await agent.keyboard('{Enter}');
    expect([communes(), tri()]).toEqual([['B', 'A', 'C'], ['ascending']]);
    await agent.keyboard(' ');
    expect([communes(), tri()]).toEqual([['A', 'B', 'C'], ['descending']]);
    await agent.click(screen.getByRole('button', { name: 'Commune' }));
    expect(communes()).toEqual(['A', 'B', 'C']);
  });

  test('se filtre par le nom et par l’issue, et dit combien de communes restent', async () => {
    const { agent } = await ouvrir(TROIS);
    await versLeBilan(agent);
    await agent.type(screen.getByRole('textbox', { name: 'Chercher une commune' }), 'b');
    expect([communes(), texte()]).toEqual([['B'], expect.stringContaining('1 commune montrée sur 3.')]);
    await agent.clear(screen.getByRole('textbox', { name: 'Chercher une commune' }));
    await agent.click(screen.getByRole('combobox', { name: /^Bilan/ }));
    await choisir(agent, 'option', 'À compléter ou à trancher (1)');
    expect(communes()).toEqual(['C']);
  });
});

test('le bilan s’écrit dans une feuille neuve, qui ne change rien au contrôle', async () => {
  const { agent, classeur, volet } = await ouvrir(BILAN, PARC);
  await versLeBilan(agent);
  const avant = tableauxDe(volet.etat()).map(({ resultat }) => JSON.stringify(resultat));
  await agent.click(screen.getByRole('button', { name: 'Écrire le bilan dans une feuille' }));
  await screen.findByText(/Bilan écrit dans une feuille neuve/);
  const [feuille] = classeur.creees;
  const entete = feuille!.filtre!.ligne;
  expect(feuille!.nom).toBe('Bilan triennal 2023-2025');
  expect(feuille!.lignes.slice(entete, entete + 4).map((l) => l.map((c) => c.valeur ?? null))).toEqual([
    [
      ...['Commune contrôlée', 'Objectif', 'Réalisés', 'Taux', 'Manquent', 'PLAI', 'PLAI, minimum', 'PLS'],
      ...['PLS, maximum', 'Bilan', 'Majoration', 'Prélèvement', 'Majoré'],
    ],
    ['B', 21, 4, 4 / 21, 17, 2, '2 ou 7', 0, '0 à 6', 'non tenu', 0.81, 125_001.25, 226_252.26],
    ['A', 100, 110, 1.1, 0, 40, '30 ou 33', 20, '20 à 33', 'tenu', null, 0, null],
    ['Total', 121, 114, 114 / 121, ...Array<null>(9).fill(null)],
  ]);
  await waitFor(() => expect(volet.etat().feuilles).toHaveLength(3));
  expect(tableauxDe(volet.etat()).map(({ resultat }) => JSON.stringify(resultat))).toEqual(avant);
});

test('en lecture seule, rien ne s’écrit dans le classeur : le bilan s’emporte', async () => {
  await ouvrirVolet([grilleDeValeurs(BILAN, 'Bilan')], { lectureSeule: true, enregistrer: () => undefined }).then(
    ({ agent }) => versLeBilan(agent),
  );
  expect(screen.queryByRole('button', { name: /dans une feuille/ })).toBeNull();
  expect(screen.getByRole('button', { name: /^Télécharger le bilan, aux titres du ministère/ })).toBeTruthy();
});

test('un bilan qui n’est pas établi ne se télécharge pas : l’écran dit pourquoi', async () => {
  const documents: Document[] = [];
  const feuilles = [
    grilleDeValeurs(
      [
        ['Commune', 'Objectif', 'Réalisés'],
        ['A', 10, 12],
      ],
      'Bilan',
    ),
  ];
  const { agent } = await ouvrirVolet(feuilles, { enregistrer: (d) => void documents.push(d) });
  await versLeBilan(agent);
  await agent.click(screen.getByRole('button', { name: /^Télécharger le bilan/ }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/n’est pas écrit.*la période du bilan n’est pas dite/);
  expect(documents).toEqual([]);
});

test('le prélèvement : montants, majoration, trace, articles', async () => {
  const { agent } = await ouvrir(CONTRAT, BILAN, PARC);
  await versLePrelevement(agent);
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
  await versLePrelevement(agent);
  expect(texte()).toMatch(
    /ne permet de calculer aucun prélèvement.*Il manque au tableaule taux cible.*les dépenses réelles/,
  );
});
