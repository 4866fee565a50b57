import { TROUBLES } from '../banc/page/troubles';
import { contenu } from './outils/cellules';
import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

let seance: Seance;
beforeAll(async () => {
  seance = await ouvrirSeance('grand-poitiers.xlsx');
});
afterAll(() => seance.fermer());

const essayes = new Set<string>();
const poser = async (ennui: string) => {
  essayes.add(ennui);
  await seance.ennui(ennui);
};
const bouton = (nom: string) => seance.volet().getByRole('button', { name: nom, exact: true });
/** Le volet, fût-il en train de se recharger. */
const cadre = () => seance.page.frameLocator('iframe');
const verdicts = () => seance.volet().locator('.verdict .mot').allTextContents();

/** Ce que le volet dit quand Excel refuse, et ce qu'il conseille. */
test.each([
  ['introuvable', /n’est plus là/],
  ['taille', /autant de cellules/],
  ['saisie', /en cours de saisie/],
  ['session', /lien avec Excel est rompu/],
])('ennui « %s » : une phrase qui dit quoi faire, puis « Réessayer » suffit', async (ennui, phrase) => {
  await poser(ennui);
  await bouton('Contrôler').click();
  await bouton('Réessayer').waitFor();
  expect(await seance.volet().innerText('[role=alert]')).toMatch(phrase);
  await seance.capture(`ennui-${ennui}`);
  await poser('aucun');
  await bouton('Réessayer').click();
  await bouton('Réessayer').waitFor({ state: 'detached' });
  await seance.calme();
  expect(await verdicts()).toEqual(['CONFORME']);
});

test('ennui « lenteur » : la lecture se dit, s’interrompt, puis aboutit', async () => {
  await poser('lenteur');
  await bouton('Contrôler').click();
  await bouton('Interrompre').click();
  await bouton('Interrompre').waitFor({ state: 'detached' });
  await bouton('Contrôler').click();
  await seance.volet().getByText('Lecture du classeur').first().waitFor();
  await bouton('Interrompre').waitFor({ state: 'detached' });
  expect(await bouton('Réessayer').count()).toBe(0);
  expect(await verdicts()).toEqual(['CONFORME']);
  await poser('aucun');
});

test('ennui « protection » : chaque cellule laissée dit pourquoi, et rien n’a bougé', async () => {
  const avant = await contenu(seance.page);
  await poser('protection');
  await seance.action('Annoter le classeur');
  await seance.volet().getByText('protégée').first().waitFor();
  await seance.capture('ennui-protection');
  await poser('aucun');
  expect(await contenu(seance.page)).toEqual(avant);
});

/** Le volet d'un Excel plus ancien annote, puis rend le classeur tel qu'il était. */
test.each([
  ['ancien', true],
  ['sans-commentaires', false],
])('ennui « %s » : le complément rechargé annote, avec commentaires : %s', async (ennui, commente) => {
  await poser(ennui);
  await cadre().getByText('CONFORME', { exact: true }).waitFor();
  await seance.calme();
  const avant = await contenu(seance.page);
  await seance.action('Annoter le classeur');
  await seance.volet().getByText('cellules annotées').waitFor();
  const annote = await contenu(seance.page);
  expect(annote.feuilles).not.toEqual(avant.feuilles);
  expect(annote.commentaires.length > 0).toBe(commente);
  if (!commente) expect(await seance.volet().innerText('.touchees')).toMatch(/n’a pas de commentaires/);
  await seance.action('Retirer les annotations');
  await seance.volet().getByText('cellules annotées').waitFor({ state: 'detached' });
  await seance.calme();
  expect(await contenu(seance.page)).toEqual(avant);
});

test('ennui « sans-office » : au bout de huit secondes, la page dit l’adresse à autoriser', async () => {
  await poser('sans-office');
  const absent = cadre().locator('#office-absent');
  await absent.waitFor({ state: 'visible', timeout: 60_000 });
  expect(await absent.innerText()).toMatch(/autoriser[\s\S]*http/);
  await seance.capture('office-bloque');
});

/** Excel sur le web lit functions.json depuis sa propre origine ; le volet, lui, est chez lui. */
test('ennui « sans-cors » : aucune fonction ne répond, et le volet marche', async () => {
  const formule = 'Détail!H40';
  const calculer = async () => {
    await seance.saisir(formule, '=SRU.OBJECTIF(10000,1500,20)');
    await seance.calme();
    return seance.valeur(formule);
  };
  await poser('aucun');
  await cadre().getByRole('button', { name: 'Contrôler', exact: true }).waitFor();
  expect(await calculer()).toBe(165);
  await poser('sans-cors');
  await cadre().getByRole('button', { name: 'Contrôler', exact: true }).waitFor();
  expect(await calculer()).toBe('#NAME?');
  expect(seance.plaintes.join(' ')).toMatch(/functions\.json.*blocked by CORS policy/);
  await bouton('Contrôler').click();
  await seance.volet().locator('.verdict').first().waitFor();
  await seance.capture('ennui-sans-cors');
  await poser('aucun');
  await cadre().getByRole('button', { name: 'Contrôler', exact: true }).waitFor();
  expect(await calculer()).toBe(165);
});

test('chaque ennui que la page sait rejouer a son essai', () => {
  expect([...essayes].sort()).toEqual(Object.keys(TROUBLES).sort());
});
