import AxeBuilder from '@axe-core/playwright';
import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';

jest.setTimeout(300_000);
afterAll(fermerNavigateur);

/** Chaque écran, dans un classeur qui le montre ; l'accueil, devant un tableau sans commune. */
const ECRANS: readonly (readonly [classeur: string, ecrans: readonly string[]])[] = [
  ['grand-poitiers.xlsx', ['Contrôle', 'Tableau', 'Scénarios', 'Colonnes', 'Contexte', 'Formules', 'À propos']],
  ['bilan.xlsx', ['Bilan', 'Prélèvement']],
  ['vierge.xlsx', ['Contrôle']],
];
const THEMES = {
  clair: { colorScheme: 'light', forcedColors: 'none' },
  sombre: { colorScheme: 'dark', forcedColors: 'none' },
  contraste: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

const CAS = Object.entries(THEMES).flatMap(([theme, media]) =>
  ECRANS.map(([classeur, ecrans]) => ({ theme, media, classeur, ecrans })),
);

const debordement = (seance: Seance) =>
  seance.volet().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(CAS)('thème $theme, $classeur', ({ theme, media, classeur, ecrans }) => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await ouvrirSeance(classeur);
    await seance.page.emulateMedia(media);
    await seance.largeur(320);
    // Sous la moitié de sa référence : les écrans montrent aussi un constat bloquant.
    if (classeur === 'grand-poitiers.xlsx') await seance.saisir('Mutualisation!K18', 51);
    await seance.calme();
  });
  afterAll(() => seance.fermer());

  test.each(ecrans)('écran %s : axe ne trouve rien, rien ne déborde à 320 px', async (ecran) => {
    await seance.ecran(ecran);
    await seance.calme();
    const { violations } = await new AxeBuilder({ page: seance.page }).include('iframe').analyze();
    expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
    expect(await debordement(seance)).toBeLessThanOrEqual(0);
    await seance.capture(`acces-${theme}-${classeur.replace('.xlsx', '')}-${ecran.replace(/[^a-zA-Z]/g, '')}`);
  });
});

test.each(ECRANS)('%s à 200 %% dans un volet de 640 px, rien ne déborde ni ne disparaît', async (classeur, ecrans) => {
  const seance = await ouvrirSeance(classeur);
  await seance.largeur(640);
  await seance.volet().evaluate(() => (document.documentElement.style.zoom = '2'));
  for (const ecran of ecrans) {
    await seance.ecran(ecran);
    expect(await debordement(seance)).toBeLessThanOrEqual(1);
  }
  await seance.capture(`acces-200-${classeur.replace('.xlsx', '')}`);
  await seance.fermer();
});
