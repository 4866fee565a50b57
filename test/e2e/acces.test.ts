import AxeBuilder from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import { fermerNavigateur, ouvrirSeance, type Seance } from './outils/seance';

jest.setTimeout(300_000);
afterAll(fermerNavigateur);

/** Ce que le volet montre, et comment y venir. */
type Vue = readonly [nom: string, montrer: (seance: Seance) => Promise<void>];
const vuesDe = (...ecrans: string[]): Vue[] => ecrans.map((nom) => [nom, (seance) => seance.ecran(nom)]);

/** Chaque écran, dans un classeur qui le montre ; l'accueil, devant un tableau sans commune et devant rien. */
const ECRANS: Readonly<Record<string, readonly Vue[]>> = {
  'grand-poitiers.xlsx': vuesDe(
    ...['Contrôle', 'Tableau', 'Portrait', 'Scénarios', 'Contexte', 'Formules', 'À propos'],
  ),
  'questions.xlsx': [
    [
      'Question',
      async (seance) => {
        await seance.ecran('Contrôle');
        await seance
          .volet()
          .getByRole('group', { name: /Que dit la colonne/ })
          .waitFor();
      },
    ],
    [
      'CeQuiAEteLu',
      async (seance) => {
        await seance.volet().locator('.repli.principal:not([open]) > summary').first().click();
        const fermes = seance.volet().locator('.repli .repli:not([open]) > summary');
        const dessines = () => [...document.querySelectorAll('.repli[open]')].every((r) => r.querySelector('.groupe'));
        do {
          if ((await fermes.count()) > 0) await fermes.first().click();
          await seance.volet().waitForFunction(dessines);
        } while ((await fermes.count()) > 0);
      },
    ],
  ],
  'references.xlsx': vuesDe('Contrôle'),
  'bilan.xlsx': vuesDe('Bilan', 'Prélèvement'),
  'vierge.xlsx': vuesDe('Contrôle'),
  'vide.xlsx': [
    [
      'Accueil',
      async (seance) => {
        await seance.ecran('Contrôle');
        await seance.volet().getByRole('button', { name: 'Créer un tableau vierge' }).waitFor();
      },
    ],
  ],
};
/** Ce que des gestes ajoutent à l'écran « Contrôle ». */
const ETATS: readonly Vue[] = [
  [
    'Fiche',
    async (seance) => {
      await seance.ecran('Tableau');
      await seance.volet().getByRole('button', { name: 'Saint-Benoît', exact: true }).press('Enter');
      await seance.volet().getByRole('heading', { name: 'Saint-Benoît, 2023-2025' }).waitFor();
    },
  ],
  [
    'Menu',
    async (seance) => {
      // Échap ferme la fiche, et le nom qui l'a ouverte reprend le focus.
      await seance.page.keyboard.press('Escape');
      const repris = () => document.activeElement?.textContent;
      expect(await seance.volet().evaluate(repris)).toBe('Saint-Benoît');
      await seance.ecran('Contrôle');
      await seance.volet().getByRole('button', { name: 'Autres actions' }).click();
      await seance.volet().getByRole('menuitem', { name: 'Annoter le classeur' }).waitFor();
    },
  ],
  [
    'Erreur',
    async (seance) => {
      await seance.page.keyboard.press('Escape');
      await seance.ennui('saisie');
      await seance.volet().getByRole('button', { name: 'Contrôler', exact: true }).click();
      await seance.volet().getByRole('button', { name: 'Réessayer' }).waitFor();
    },
  ],
  [
    'Résultat',
    async (seance) => {
      await seance.ennui('aucun');
      await seance.action('Annoter le classeur');
      await seance.volet().getByText('cellules annotées').waitFor();
    },
  ],
];
const THEMES = {
  clair: { media: { colorScheme: 'light', forcedColors: 'none' }, fond: '#ffffff', peint: 'rgb(255, 255, 255)' },
  sombre: { media: { colorScheme: 'dark', forcedColors: 'none' }, fond: '#1e1e1e', peint: 'rgb(30, 30, 30)' },
  contraste: { media: { colorScheme: 'dark', forcedColors: 'active' }, fond: '#000000', peint: 'rgb(0, 0, 0)' },
} as const;

const CAS = Object.entries(THEMES).flatMap(([theme, themes]) =>
  Object.entries(ECRANS).map(([classeur, ecrans]) => ({
    ...{ theme, ...themes, classeur },
    vues: classeur === 'grand-poitiers.xlsx' ? [...ecrans, ...ETATS] : ecrans,
  })),
);

const PARC = [
  ['Buxerolles', 10_000, 1_500, 20],
  ['Migné-Auxances', 10_000, 1_500, 20],
  ['Vouneuil-sous-Biard', 4_000, 300, 20],
];
/** Ce que les exemples livrés ne montrent pas : rien, un tableau à questions, des références sans contrat. */
const FABRIQUES: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {
  'vide.xlsx': [],
  'questions.xlsx': [
    ['Contrat de mixité sociale mutualisé 2023-2025'],
    ['PLH : en cours d’élaboration'],
    ['Accord de la commune de Chauvigny à reprendre dans l’avenant'],
    ['Source : inventaire au 01/01/2022'],
    [],
    ['Commune', 'RP', 'LLS', 'Taux cible', 'Obj. CMS mut.', 'Effort', 'Observations'],
    ...PARC.map((rangee, i) => [...rangee, 165, i + 1, '']),
    ['À répartir', 4_000, 300, 20, 45],
  ],
  'references.xlsx': [['Commune', 'RP', 'LLS', 'Taux cible'], ...PARC],
};

async function ouvrir(classeur: string): Promise<Seance> {
  const rangees = FABRIQUES[classeur];
  if (!rangees) return ouvrirSeance(classeur);
  const fabrique = new ExcelJS.Workbook();
  fabrique.addWorksheet('Feuil1').addRows(rangees.map((rangee) => [...rangee]));
  return ouvrirSeance({ nom: classeur, octets: new Uint8Array(await fabrique.xlsx.writeBuffer()) });
}

const debordement = (seance: Seance) =>
  seance.volet().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(CAS)('thème $theme, $classeur', ({ theme, media, fond, peint, classeur, vues }) => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await ouvrir(classeur);
    await seance.page.emulateMedia(media);
    await seance.largeur(320);
    // Sous la moitié de sa référence : les écrans montrent aussi un constat bloquant.
    if (classeur === 'grand-poitiers.xlsx') await seance.saisir('Mutualisation!K18', 51);
    await seance.calme();
  });
  afterAll(() => seance.fermer());

  test('le volet prend le thème', async () => {
    const couleurs = await seance.volet().evaluate(() => {
      const style = getComputedStyle(document.querySelector('.volet')!);
      return [style.getPropertyValue('--fond'), style.backgroundColor];
    });
    expect(couleurs).toEqual([fond, peint]);
  });

  test.each(vues)('%s : axe ne trouve rien, rien ne déborde à 320 px', async (nom, montrer) => {
    await montrer(seance);
    await seance.calme();
    const { violations } = await new AxeBuilder({ page: seance.page }).include('iframe').analyze();
    expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
    expect(await debordement(seance)).toBeLessThanOrEqual(0);
    await seance.capture(`acces-${theme}-${classeur.replace('.xlsx', '')}-${nom.replace(/[^a-zA-Z]/g, '')}`);
  });

  test('le navigateur ne s’est plaint de rien', () => expect(seance.plaintes).toEqual([]));
});

/** Les titres et les commandes de l'écran ; ceux qu'aucun défilement n'amène entiers dans la largeur du volet le disent. */
const reperes = (seance: Seance) =>
  seance.volet().evaluate(() => {
    const largeur = document.documentElement.clientWidth;
    return [...document.querySelectorAll('.ecran :is(h2, h3, button, input, summary, [role=combobox])')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => {
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, right, height } = element.getBoundingClientRect();
        const tient = left >= -1 && right <= largeur + 1 && right - left > 1 && height > 1;
        return `${element.getAttribute('aria-label') ?? element.textContent}${tient ? '' : ' : hors du volet'}`;
      });
  });
const agrandir = (seance: Seance, zoom: string) =>
  seance.volet().evaluate((z) => (document.documentElement.style.zoom = z), zoom);

test.each(Object.keys(ECRANS))('%s à 200 %% dans un volet de 640 px, rien ne déborde ni ne disparaît', async (nom) => {
  const seance = await ouvrir(nom);
  await seance.largeur(640);
  for (const [ecran, montrer] of ECRANS[nom]!) {
    await agrandir(seance, '2');
    await montrer(seance);
    expect([ecran, await debordement(seance)]).toEqual([ecran, 0]);
    const agrandis = await reperes(seance);
    await seance.capture(`acces-200-${nom.replace('.xlsx', '')}-${ecran.replace(/[^a-zA-Z]/g, '')}`);
    await agrandir(seance, '1');
    expect([ecran, agrandis]).toEqual([ecran, await reperes(seance)]);
    expect(agrandis.length).toBeGreaterThan(0);
    expect(agrandis.filter((repere) => repere.endsWith('hors du volet'))).toEqual([]);
  }
  expect(seance.plaintes).toEqual([]);
  await seance.fermer();
});
