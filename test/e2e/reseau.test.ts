import { fermerNavigateur, ouvrirSeance } from './outils/seance';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

const ECRANS = ['Tableau', 'Scénarios', 'Contexte', 'Formules', 'À propos', 'Contrôle'];
const DU_BILAN = ['Bilan', 'Prélèvement', ...ECRANS];

test.each([
  ['grand-poitiers.xlsx', ECRANS, 'Mutualisation!K18'],
  ['bilan.xlsx', DU_BILAN, 'Bilan 2023-2025!C7'],
])('%s : que les fichiers du complément, et plus rien une fois ses écrans ouverts', async (nom, ecrans, cellule) => {
  const seance = await ouvrirSeance(nom);
  const visiter = async () => {
    for (const ecran of ecrans) {
      await seance.ecran(ecran);
      // Celui des scénarios ne se charge que déplié.
      const graphique = seance.volet().locator('summary', { hasText: /^Graphique$/ });
      if (await graphique.isVisible()) await graphique.click();
      await seance.calme();
    }
  };
  await visiter();
  const origines = [process.env.BANC!, seance.volet().url()].map((adresse) => new URL(adresse).origin);
  const ailleurs = seance.requetes.filter(
    ({ adresse }) => !/^(data|blob):/.test(adresse) && !origines.includes(new URL(adresse).origin),
  );
  expect(ailleurs).toEqual([]);
  expect(seance.requetes.filter(({ methode }) => methode !== 'GET')).toEqual([]);

  seance.requetes.length = 0;
  await seance.saisir(cellule, 51);
  await seance.calme();
  await visiter();
  await seance.ruban('Contrôler le classeur');
  for (const action of ['Annoter le classeur', 'Retirer les annotations', 'Créer la feuille de contrôle']) {
    await seance.action(action);
    await seance.calme();
  }
  await seance.ecran('À propos');
  for (const geste of ['Réparer les formules', 'Figer les valeurs', 'Dégeler']) {
    await seance.volet().getByRole('button', { name: geste, exact: true }).click();
    await seance.calme();
  }
  expect(seance.requetes).toEqual([]);
  expect(seance.plaintes).toEqual([]);
  await seance.fermer();
});

test('les fonctions répondent sans attendre le volet', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  await seance.page.route(/ecrans.*\.js/, (route) => route.abort());
  await seance.page.reload();
  await seance.page.waitForFunction(() => 'banc' in window && document.querySelector('#pret'));
  await seance.page.evaluate(() => window.banc.ouvrir('grand-poitiers.xlsx'));
  await seance.calme();
  await seance.saisir('Détail!H30', '=SRU.OBJECTIF(10000,1500,20)');
  await seance.calme();
  expect(await seance.valeur('Détail!H30')).toBe(165);
  expect(await seance.volet().innerText('[role=alert]')).toMatch(/n’a pas pu se charger/);
  await seance.fermer();
});
