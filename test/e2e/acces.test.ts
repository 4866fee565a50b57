import AxeBuilder from '@axe-core/playwright';
import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';

jest.setTimeout(300_000);
afterAll(fermerNavigateur);

const ECRANS = ['Contrôle', 'Tableau', 'Colonnes', 'Contexte', 'Formules', 'À propos'];
const THEMES = {
  clair: { colorScheme: 'light', forcedColors: 'none' },
  sombre: { colorScheme: 'dark', forcedColors: 'none' },
  contraste: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Le volet seul, à la largeur de la fenêtre : le cadre du banc agrandi à toute la page. */
const largeurDe = async (seance: Seance, pixels: number) => {
  await seance.page.evaluate((l) => window.banc.largeur(l), pixels);
};

const debordement = (seance: Seance) =>
  seance.volet().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(Object.entries(THEMES))('thème %s', (theme, media) => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await ouvrirSeance('grand-poitiers.xlsx');
    await seance.page.emulateMedia(media);
    await largeurDe(seance, 320);
    await seance.saisir('Mutualisation!K18', 51);
    await seance.calme();
  });
  afterAll(() => seance.fermer());

  test.each(ECRANS)('écran %s : axe ne trouve rien, rien ne déborde à 320 px', async (ecran) => {
    await seance.ecran(ecran);
    await seance.calme();
    const { violations } = await new AxeBuilder({ page: seance.page }).include('iframe').analyze();
    expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
    expect(await debordement(seance)).toBeLessThanOrEqual(0);
    await seance.capture(`acces-${theme}-${ecran.replace(/[^a-zA-Z]/g, '')}`);
  });
});

test('à 200 % dans un volet de 640 px, rien ne déborde ni ne disparaît', async () => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx');
  await largeurDe(seance, 640);
  await seance.volet().evaluate(() => (document.documentElement.style.zoom = '2'));
  for (const ecran of ECRANS) {
    await seance.ecran(ecran);
    expect(await debordement(seance)).toBeLessThanOrEqual(1);
  }
  await seance.capture('acces-200');
  await seance.fermer();
});
