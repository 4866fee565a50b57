import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';
import { contenu } from './outils/cellules';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

const verdicts = (seance: Seance) => seance.volet().locator('.verdict .mot');
const attendreVerdict = (seance: Seance, verdict: string) =>
  seance.volet().locator('.verdict .mot', { hasText: new RegExp(`^${verdict}$`) }).first().waitFor();

describe('un agent contrôle, corrige, annote et joint sa feuille', () => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await ouvrirSeance('grand-poitiers.xlsx');
  });
  afterAll(() => seance.fermer());

  test('le tableau est conforme à l’ouverture', async () => {
    expect(await verdicts(seance).allTextContents()).toEqual(['CONFORME']);
    expect(await seance.volet().innerText('.totaux')).toMatch(/Références 471, contrat 542/);
    await seance.capture('histoire-1-conforme');
  });

  test('une saisie sous la moitié de la référence se voit aussitôt, et nulle relecture entière n’est faite', async () => {
    const avant = await seance.page.evaluate(() => window.banc.journal.echanges.length);
    const delai = await seance.page.evaluate(async () => {
      const cadre = document.querySelector('iframe')!.contentDocument!;
      const debut = performance.now();
      window.banc.saisir('K18', 51);
      while (cadre.querySelector('.verdict .mot')?.textContent !== 'NON CONFORME') {
        if (performance.now() - debut > 10_000) throw new Error('Le verdict n’a pas changé.');
        await new Promise((tenir) => setTimeout(tenir, 5));
      }
      return performance.now() - debut;
    });
    // Le module mesure le délai du volet à 300 ms ; ici s'y ajoutent le tableur et le navigateur d'une machine chargée.
    expect(delai).toBeLessThan(3000);
    await seance.calme();
    const apres = await seance.page.evaluate(() => window.banc.journal.echanges.length);
    expect(apres - avant).toBeLessThanOrEqual(6);
    const constat = seance.volet().locator('.constat', { hasText: 'Vouneuil-sous-Biard' }).first();
    expect(await constat.innerText()).toMatch(/moitié|52/);
    expect(await constat.innerText()).toMatch(/L\. 302-8, X/);
    await seance.capture('histoire-2-non-conforme');
  });

  test('le lien d’un constat mène à sa cellule', async () => {
    await seance.page.evaluate(() => window.banc.selectionner('Détail!A1'));
    await seance.volet().getByRole('button', { name: /Aller à la cellule K18/ }).first().click();
    await seance.calme();
    const selection = await seance.page.evaluate(() => {
      const { feuille, zone } = window.banc.modele.selection();
      return [window.banc.modele.feuille(feuille)?.nom, zone.ligne, zone.colonne];
    });
    expect(selection).toEqual(['Mutualisation', 17, 10]);
  });

  test('la correction rend le tableau conforme', async () => {
    await seance.saisir('Mutualisation!K18', 60);
    await attendreVerdict(seance, 'CONFORME');
    expect(await seance.valeur('Mutualisation!K19')).toBe(542);
  });

  test('annoter puis retirer rend le classeur tel qu’il était', async () => {
    const avant = await contenu(seance.page);
    await seance.volet().getByRole('button', { name: 'Autres actions' }).click();
    await seance.volet().getByRole('menuitem', { name: 'Annoter le classeur' }).click();
    await seance.volet().getByText(/annotée?s?/).first().waitFor();
    await seance.calme();
    expect(await contenu(seance.page)).not.toEqual(avant);
    await seance.capture('histoire-3-annote');
    await seance.ruban('Retirer les annotations');
    expect(await contenu(seance.page)).toEqual(avant);
  });

  test('la feuille de contrôle est une feuille de plus, avec son graphique, et rien d’autre ne bouge', async () => {
    const avant = (await contenu(seance.page)) as { feuilles: { nom: string }[] };
    await seance.volet().getByRole('button', { name: 'Autres actions' }).click();
    await seance.volet().getByRole('menuitem', { name: 'Créer la feuille de contrôle' }).click();
    await seance.volet().getByText('Feuille de contrôle créée').waitFor();
    await seance.calme();
    const apres = (await contenu(seance.page)) as { feuilles: { nom: string }[]; graphiques: unknown[] };
    expect(apres.feuilles.slice(0, avant.feuilles.length)).toEqual(avant.feuilles);
    expect(apres.feuilles).toHaveLength(avant.feuilles.length + 1);
    expect(apres.graphiques).toHaveLength(1);
    await seance.capture('histoire-4-feuille');
  });

  test('le navigateur ne s’est plaint de rien que d’un style d’Office.js', () => {
    expect(seance.plaintes.filter((p) => !/Applying inline style.*'style-src 'self''/.test(p))).toEqual([]);
  });
});

test('la même histoire au clavier seul', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  const { page } = seance;
  await seance.saisir('Mutualisation!K18', 51);
  await attendreVerdict(seance, 'NON CONFORME');
  await seance.volet().locator('body').evaluate((corps) => {
    corps.tabIndex = -1;
    corps.focus();
  });
  const marcher = async (nom: RegExp, maximum = 40) => {
    for (let pas = 0; pas < maximum; pas++) {
      await page.keyboard.press('Tab');
      const actif = await seance
        .volet()
        .evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
      if (nom.test(actif)) return;
    }
    throw new Error(`Le clavier n’atteint pas ${String(nom)}.`);
  };
  await marcher(/^Contrôler$/);
  await page.keyboard.press('Enter');
  await seance.calme();
  await marcher(/Aller à la cellule K18/);
  await page.keyboard.press('Enter');
  await seance.calme();
  expect(await page.evaluate(() => window.banc.modele.selection().zone.ligne)).toBe(17);
  await seance.fermer();
});

test('erreurs.xlsx : chaque tableau a le verdict que sa feuille annonce', async () => {
  const seance = await ouvrirSeance('erreurs.xlsx');
  expect(await seance.volet().innerText('.ecran')).toMatch(/28 tableaux : 10 non conformes, 3 indéterminés, 15 conformes/);
  await seance.capture('erreurs');
  await seance.fermer();
});
