import { controlerFichier } from '../../src/cli/verifier';
import { verdictEnTitre } from '../../src/rapport/presentation';
import { adressePlage } from '../../src/tableau';
import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';
import { contenu } from './outils/cellules';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

const verdicts = (seance: Seance) => seance.volet().locator('.verdict .mot');
const attendreVerdict = (seance: Seance, verdict: string) =>
  seance
    .volet()
    .locator('.verdict .mot', { hasText: new RegExp(`^${verdict}$`) })
    .first()
    .waitFor();

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
    await seance.page.evaluate(() => window.banc.journal.vider());
    const debut = performance.now();
    await seance.saisir('K18', 51);
    await attendreVerdict(seance, 'NON CONFORME');
    const delai = performance.now() - debut;
    // L'essai du module tient le volet à 300 ms ; ici s'y ajoutent le tableur et le navigateur d'une machine chargée.
    console.info(`De la frappe au verdict : ${Math.round(delai)} ms.`);
    await seance.calme();
    const relu = await seance.page.evaluate(() =>
      window.banc.journal.echanges.flatMap((e) => (e.genre === 'requete' ? e.actions : [])).join(' '),
    );
    expect(relu).toContain('GetRange("K18")');
    expect(relu).not.toContain('Worksheets.GetUsedRange');
    const constat = seance.volet().locator('.constat', { hasText: 'Vouneuil-sous-Biard' }).first();
    expect(await constat.innerText()).toMatch(/moitié|52/);
    expect(await constat.innerText()).toMatch(/L\.\s302-8, X/);
    await seance.capture('histoire-2-non-conforme');
  });

  test('le lien d’un constat mène à sa cellule', async () => {
    await seance.page.evaluate(() => window.banc.selectionner('Détail!A1'));
    await seance
      .volet()
      .getByRole('button', { name: /Aller à la cellule K18/ })
      .first()
      .click();
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
    await seance.calme();
    expect(await seance.valeur('Mutualisation!K19')).toBe(542);
  });

  test('annoter puis retirer rend le classeur tel qu’il était', async () => {
    const avant = await contenu(seance.page);
    await seance.action('Annoter le classeur');
    await seance.volet().getByText('cellules annotées').waitFor();
    await seance.calme();
    expect(await contenu(seance.page)).not.toEqual(avant);
    await seance.capture('histoire-3-annote');
    await seance.ruban('Retirer les annotations');
    expect(await contenu(seance.page)).toEqual(avant);
  });

  test('la feuille de contrôle est une feuille de plus, avec son graphique, et rien d’autre ne bouge', async () => {
    const avant = await contenu(seance.page);
    await seance.action('Créer la feuille de contrôle');
    await seance.volet().getByText('Feuille de contrôle créée').waitFor();
    await seance.calme();
    const apres = await contenu(seance.page);
    expect(apres.feuilles.slice(0, avant.feuilles.length)).toEqual(avant.feuilles);
    expect(apres.feuilles).toHaveLength(avant.feuilles.length + 1);
    expect(apres.graphiques).toHaveLength(1);
    await seance.capture('histoire-4-feuille');
  });

  test('le navigateur ne s’est plaint de rien : ni script en erreur, ni politique de contenu enfreinte', () => {
    expect(seance.plaintes).toEqual([]);
  });
});

test('la même histoire au clavier seul', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  const { page } = seance;
  const volet = seance.volet();
  // Ce que fait Excel quand F6 passe la main au volet (Office.js va au premier élément qui prend le clavier), puis à la grille.
  const allerAuVolet = () => volet.evaluate(() => document.querySelector<HTMLElement>('[role=tab]')!.focus());
  const allerALaGrille = () => page.locator('#__editor___INTERNAL_EDITOR__DOCS_NORMAL').focus();
  const presser = async (touche: string, nom: RegExp) => {
    const lire = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
    for (let pas = 0; !nom.test(await volet.evaluate(lire)); pas++) {
      if (pas === 40) throw new Error(`Le clavier n’atteint pas ${String(nom)}.`);
      await page.keyboard.press(touche);
    }
    await page.keyboard.press('Enter');
  };
  const choisir = async (action: RegExp, phrase: RegExp) => {
    await allerAuVolet();
    await presser('Tab', /^Autres actions$/);
    await volet.waitForFunction(() => document.activeElement?.role === 'menuitem');
    await presser('ArrowDown', action);
    await volet.locator('[role=status]', { hasText: phrase }).first().waitFor();
    await seance.calme();
  };
  await seance.saisir('Mutualisation!K18', 51);
  await seance.calme();

  await allerAuVolet();
  await presser('Tab', /^Contrôler$/);
  await attendreVerdict(seance, 'NON CONFORME');
  await seance.calme();
  await presser('Tab', /^Aller à la cellule K18/);
  await seance.calme();
  await allerALaGrille();
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await attendreVerdict(seance, 'CONFORME');
  expect(await seance.valeur('Mutualisation!K18')).toBe(60);
  await seance.calme();

  const avant = await contenu(page);
  await choisir(/^Annoter le classeur$/, /cellules annotées/);
  expect((await contenu(page)).commentaires.length).toBeGreaterThan(0);
  await choisir(/^Retirer les annotations$/, /comme avant/);
  expect(await contenu(page)).toEqual(avant);
  await choisir(/^Créer la feuille de contrôle$/, /Feuille de contrôle créée/);
  expect((await contenu(page)).feuilles).toHaveLength(avant.feuilles.length + 1);
  expect(seance.plaintes).toEqual([]);
  await seance.fermer();
});

test('erreurs.xlsx : le volet donne à chaque tableau le verdict de la ligne de commande', async () => {
  const seance = await ouvrirSeance('erreurs.xlsx');
  const { controles } = await controlerFichier('assets/exemples/erreurs.xlsx', { precisions: {}, feuille: null });
  const lus = await seance
    .volet()
    .locator('.carte')
    .evaluateAll((cartes) =>
      cartes.map((carte) => `${carte.querySelector('.mot')?.textContent ?? ''} ${carte.getAttribute('aria-label')}`),
    );
  expect(controles.length).toBeGreaterThan(25);
  expect(lus).toEqual(
    controles.map((c) => `${verdictEnTitre(c)} ${c.tableau.feuille}, ${adressePlage(c.tableau.plage)}`),
  );
  await seance.capture('erreurs');
  await seance.fermer();
});
