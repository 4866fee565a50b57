import { readFileSync } from 'node:fs';
import { contenu } from './outils/cellules';
import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

let seance: Seance;
beforeAll(async () => {
  seance = await ouvrirSeance('grand-poitiers.xlsx');
});
afterAll(() => seance.fermer());

/** Un fichier glissé du bureau sur la page. */
const deposer = (nom: string, octets: Uint8Array) =>
  seance.page.evaluate(
    ([n, o]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(o)], n));
      for (const geste of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(geste, { bubbles: true, cancelable: true, dataTransfer }));
    },
    [nom, [...octets]] as const,
  );

test('le panneau des échanges dit les requêtes, les allers-retours, les appels de fonctions et les durées', async () => {
  const { page } = seance;
  const resume = page.locator('#resume');
  const rangees = page.locator('#echanges tbody tr');
  await page.locator('#echanges summary').click();
  await page.getByRole('button', { name: 'Vider' }).click();
  await seance.volet().getByRole('button', { name: 'Contrôler', exact: true }).click();
  await rangees
    .filter({ hasText: /^\d+Requête\d+ actions? \(\d+ → \d+ octets\) : .*\d+ ms$/ })
    .first()
    .waitFor();
  await seance.calme();
  expect(await resume.innerText()).toMatch(/^ ?: 2 allers-retours \(\d+ ms\), 0 appel de fonction$/);
  await seance.saisir('Mutualisation!E9', 700);
  await seance.calme();
  await rangees
    .filter({ hasText: /^\d+FonctionSRU\.OBJECTIF en Mutualisation!J9\d+ ms$/ })
    .first()
    .waitFor();
  expect(await resume.innerText()).toMatch(/ [1-9]\d* appels? de fonction/);
  await seance.capture('banc-echanges');
  await page.locator('#echanges summary').click();
});

test('une copie enregistrée en .xlsx se rouvre telle qu’elle était', async () => {
  const { page } = seance;
  const avant = await contenu(page);
  const [copie] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer une copie' }).click(),
  ]);
  expect(copie.suggestedFilename()).toBe('grand-poitiers.xlsx');
  const octets = readFileSync(await copie.path());
  await seance.ouvrir('vierge.xlsx');
  await seance.ouvrir({ nom: 'copie.xlsx', octets });
  expect(await contenu(page)).toEqual(avant);
  expect(await seance.valeur('Mutualisation!E9')).toBe(700);
});

test('un fichier déposé s’ouvre, sous son nom ; un autre qu’un .xlsx est refusé d’une phrase', async () => {
  await deposer('le mien.xlsx', readFileSync('assets/exemples/bilan.xlsx'));
  await seance.page
    .frameLocator('iframe')
    .getByRole('region', { name: /^Bilan 2023-2025/ })
    .waitFor();
  expect(await seance.page.locator('#exemples').inputValue()).toBe('le mien.xlsx');
  expect(await seance.page.locator('#depot').isHidden()).toBe(true);
  await deposer('note.pdf', Buffer.from('%PDF-1.7'));
  expect(await seance.page.locator('#etat').innerText()).toBe('« note.pdf » n’est pas un classeur .xlsx.');
  expect(await seance.page.locator('#exemples').inputValue()).toBe('le mien.xlsx');
});
