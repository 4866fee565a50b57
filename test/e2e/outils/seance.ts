import { appendFileSync, mkdirSync } from 'node:fs';
import type { Browser, Frame, Page } from 'playwright-core';
import type {} from '../../banc/page/porte';
import { ouvrirNavigateur } from './navigateur';

const CAPTURES = 'test/e2e/captures';

export interface Requete {
  readonly methode: string;
  readonly adresse: string;
}

/** Un exemple par son nom, ou un classeur donné en octets. */
export type Source = string | { readonly nom: string; readonly octets: ArrayLike<number> };

/** Un agent devant le banc : le classeur, le volet à côté, et ce que la page a demandé au réseau. */
export interface Seance {
  readonly page: Page;
  readonly requetes: Requete[];
  /** Ce que le navigateur a signalé : refus de la politique de contenu, erreurs de script. */
  readonly plaintes: string[];
  readonly volet: () => Frame;
  ouvrir(source: Source): Promise<void>;
  calme(): Promise<void>;
  /** La largeur du volet, en pixels. */
  largeur(pixels: number): Promise<void>;
  /** Va à un écran, et attend qu'il soit montré. */
  ecran(nom: string): Promise<void>;
  /** Choisit dans le menu « Autres actions » de l'écran « Contrôle ». */
  action(nom: string): Promise<void>;
  /** Un ennui d'Excel (page/troubles.ts). */
  ennui(nom: string): Promise<void>;
  ruban(libelle: string): Promise<void>;
  valeur(adresse: string): Promise<unknown>;
  saisir(adresse: string, contenu: string | number): Promise<void>;
  capture(nom: string): Promise<void>;
  /** Échoue si le complément a demandé à l'hôte ce qu'il ne connaît pas. */
  fermer(): Promise<void>;
}

let navigateur: Browser | undefined;
const ouvertes = new Set<Seance>();
/** Ferme aussi les séances qu'un essai en échec a laissées. */
export async function fermerNavigateur(): Promise<void> {
  try {
    for (const seance of ouvertes) await seance.fermer();
  } finally {
    await navigateur?.close();
  }
}

/** Ouvre le banc sur un exemple ; le volet est prêt, les formules sont calculées. `manifeste` : un autre que le principal. */
export async function ouvrirSeance(
  source: Source,
  taille = { width: 1440, height: 900 },
  manifeste = 'manifest.xml',
): Promise<Seance> {
  navigateur ??= await ouvrirNavigateur();
  const contexte = await navigateur.newContext({ viewport: taille, locale: 'fr-FR' });
  const page = await contexte.newPage();
  const requetes: Requete[] = [];
  const plaintes: string[] = [];
  page.on('request', (r) => requetes.push({ methode: r.method(), adresse: r.url() }));
  page.on('console', (m) => m.type() === 'error' && plaintes.push(m.text()));
  page.on('pageerror', (erreur) => plaintes.push(erreur.message));
  await page.goto(`${process.env.BANC!}?manifeste=${manifeste}`);
  const volet = (): Frame => {
    const cadre = page.frames().find((f) => f.url().includes('/volet.html'));
    if (!cadre) throw new Error('Le volet n’est pas dans la page.');
    return cadre;
  };
  const seance: Seance = {
    page,
    requetes,
    plaintes,
    volet,
    async ouvrir(aOuvrir) {
      // Le classeur que la page ouvre d'elle-même d'abord : fini plus tard, il prendrait la place de celui-ci.
      await page.waitForSelector('#pret', { state: 'attached' });
      if (typeof aOuvrir === 'string') await page.evaluate((nom) => window.banc.ouvrir(nom), aOuvrir);
      else
        await page.evaluate(([n, o]) => window.banc.ouvrirOctets(n, o), [
          aOuvrir.nom,
          Array.from(aOuvrir.octets),
        ] as const);
      await seance.calme();
      await volet().getByRole('button', { name: 'Contrôler', exact: true }).waitFor();
    },
    calme: () => page.evaluate(() => window.banc.calme()),
    async largeur(pixels) {
      await page.evaluate((l) => window.banc.largeur(l), pixels);
    },
    async ecran(nom) {
      // Un onglet qui ne tient pas en largeur est dans le menu, une fois la place refaite.
      await seance.calme();
      const onglet = volet().getByRole('tab', { name: nom, exact: true });
      if (await onglet.isVisible()) await onglet.click();
      else {
        await volet().getByRole('tab', { name: 'Autres écrans' }).click();
        await volet().getByRole('menuitem', { name: nom, exact: true }).click();
      }
      await volet().getByRole('tab', { name: nom, exact: true, selected: true }).waitFor();
      await volet().getByRole('tabpanel', { name: nom, exact: true }).locator('.ecran > *').first().waitFor();
      await volet().getByText('Chargement…', { exact: true }).waitFor({ state: 'detached' });
    },
    async action(nom) {
      await volet().getByRole('button', { name: 'Autres actions' }).click();
      await volet().getByRole('menuitem', { name: nom, exact: true }).click();
    },
    ennui: (nom) => page.evaluate((n) => window.banc.ennui(n), nom),
    async ruban(libelle) {
      await page.getByRole('button', { name: libelle, exact: true }).click();
      await seance.calme();
    },
    valeur: (adresse) => page.evaluate((a) => window.banc.valeurDe(a), adresse),
    async saisir(adresse, contenu) {
      await page.evaluate(([a, c]) => window.banc.saisir(a, c), [adresse, contenu] as const);
    },
    async capture(nom) {
      mkdirSync(CAPTURES, { recursive: true });
      await page.screenshot({ path: `${CAPTURES}/${nom}.png` });
    },
    async fermer() {
      if (!ouvertes.delete(seance)) return;
      const inconnus = await page.evaluate(() => window.banc.inconnus());
      if (process.env.MEMBRES)
        appendFileSync(process.env.MEMBRES, `${(await page.evaluate(() => window.banc.membres())).join('\n')}\n`);
      await contexte.close();
      if (inconnus.length > 0) throw new Error(`L’hôte ne connaît pas : ${inconnus.join(', ')}.`);
    },
  };
  ouvertes.add(seance);
  await seance.ouvrir(source);
  return seance;
}
