import { fermerNavigateur, ouvrirSeance } from './outils/seance';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

const ECRANS = ['Tableau', 'Colonnes', 'Contexte', 'Formules', 'À propos', 'Contrôle'];

test('rien ne part sur le réseau : que les fichiers du complément, et plus aucune requête une fois chargés', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  const visiter = async () => {
    for (const ecran of ECRANS) {
      await seance.ecran(ecran);
      await seance.calme();
    }
  };
  await visiter();
  const origine = new URL(process.env.BANC!).origin;
  const ailleurs = seance.requetes.filter(
    ({ adresse }) => !/^(data|blob):/.test(adresse) && !adresse.startsWith(origine),
  );
  expect(ailleurs).toEqual([]);
  expect(seance.requetes.filter(({ methode }) => methode !== 'GET')).toEqual([]);

  seance.requetes.length = 0;
  await seance.saisir('Mutualisation!K18', 51);
  await seance.calme();
  await visiter();
  await seance.ruban('Contrôler le classeur');
  expect(seance.requetes).toEqual([]);
  await seance.fermer();
});

test('les fonctions répondent sans attendre le volet', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  await seance.page.route(/\/complement\/.*ecrans.*\.js/, (route) => route.abort());
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

test('Office.js bloqué : au bout de huit secondes, la page dit l’adresse à autoriser', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  await seance.page.evaluate(() => window.banc.ennui('sans-office'));
  const cadre = seance.page.frameLocator('iframe');
  await cadre.locator('#office-absent').waitFor({ state: 'visible', timeout: 20_000 });
  expect(await cadre.locator('#office-absent').innerText()).toMatch(/autoriser[\s\S]*http/);
  await seance.capture('office-bloque');
  await seance.fermer();
});
