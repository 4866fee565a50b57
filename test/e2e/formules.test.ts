import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';
import { contenu } from './outils/cellules';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

let seance: Seance;
beforeEach(async () => {
  seance = await ouvrirSeance('grand-poitiers.xlsx');
});
afterEach(() => seance.fermer());

const formules = (s: Seance) =>
  s.page.evaluate(() =>
    window.banc.modele
      .donnees()
      .feuilles.flatMap((f) => Object.values(f.cellules).flatMap((c) => (c.formule ? [c.formule] : []))),
  );

test('les fonctions recalculent quand une cellule change, par l’aiguilleur d’Office.js', async () => {
  expect(await seance.valeur('Mutualisation!J9')).toBe(16);
  await seance.saisir('Mutualisation!E9', 700);
  await seance.calme();
  // 20 % × 4 082 − 700 = 116,4 manquants ; taux 17,15 %, écart 2,85 points : 50 % → 58.
  expect(await seance.valeur('Mutualisation!J9')).toBe(58);
  expect(await seance.valeur('Mutualisation!I9')).toBe(0.5);
});

test('une fonction en erreur dit sa phrase', async () => {
  await seance.saisir('Détail!H30', '=SRU.OBJECTIF(1500,10000,20)');
  await seance.calme();
  expect(await seance.valeur('Détail!H30')).toBe('#VALUE!');
  expect(await seance.page.evaluate(() => window.banc.phraseDe('Détail!H30'))).toMatch(/logements sociaux|résidences/i);
});

test('réparer récrit nos formules abîmées, en dit la liste, et s’annule d’un geste', async () => {
  await seance.saisir('Détail!H30', '=_xldudf_sru_objectif(10000,1500,20)');
  await seance.saisir('Détail!H31', "='x.xlam'!_xldudf_SRU_OBJECTIF(10000,1800,20)");
  await seance.calme();
  const avant = await contenu(seance.page);
  await seance.ruban('Réparer les formules');
  expect(await formules(seance)).toEqual(
    expect.arrayContaining(['=SRU.OBJECTIF(10000,1500,20)', '=SRU.OBJECTIF(10000,1800,20)']),
  );
  await seance.calme();
  expect([await seance.valeur('Détail!H30'), await seance.valeur('Détail!H31')]).toEqual([165, 100]);
  await seance.volet().getByText('Lesquelles').click();
  expect(await seance.volet().innerText('.touchees')).toMatch(/Détail, H30[\s\S]*Détail, H31/);
  await seance.capture('formules-reparees');
  await seance.ecran('À propos');
  await seance
    .volet()
    .getByRole('button', { name: /Annuler la réparation/ })
    .click();
  await seance.calme();
  expect(await contenu(seance.page)).toEqual(avant);
});

test('figer puis dégeler rend chaque formule et chaque valeur', async () => {
  const avant = await contenu(seance.page);
  const notres = (await formules(seance)).filter((f) => /\b(SRU|CMS|CIMS)\./.test(f));
  expect(notres.length).toBeGreaterThan(5);
  await seance.ecran('À propos');
  await seance.volet().getByText('Ce classeur ne garde aucune formule figée.').waitFor();
  await seance.ruban('Figer les valeurs');
  expect((await formules(seance)).filter((f) => /\b(SRU|CMS|CIMS)\./.test(f))).toEqual([]);
  expect(await seance.valeur('Mutualisation!J9')).toBe(16);
  await seance.capture('formules-figees');
  // Le bouton, grisé jusque-là, ne se presse qu’une fois rendu.
  await seance.volet().getByText('Remet les formules figées.').waitFor();
  await seance
    .volet()
    .getByRole('button', { name: /Dégeler/ })
    .click();
  await seance.calme();
  expect(await contenu(seance.page)).toEqual(avant);
});

test('l’écran Formules insère une fonction dans la cellule sélectionnée', async () => {
  await seance.page.evaluate(() => window.banc.selectionner('Détail!H40'));
  await seance.ecran('Formules');
  await seance
    .volet()
    .locator('summary', { hasText: /^SRU\.OBJECTIF$/ })
    .click();
  await seance.volet().getByRole('button', { name: 'Insérer SRU.OBJECTIF dans la cellule sélectionnée' }).click();
  await seance.calme();
  expect(await seance.page.evaluate(() => window.banc.formuleDe('Détail!H40'))).toMatch(/^=SRU\.OBJECTIF\(/);
});
