import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../../src/classeur/fichier';
import { controlerFichier } from '../../src/cli/verifier';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { FONCTIONS } from '../../src/fonctions/registre';
import { ANNUAIRE } from '../../src/annuaire';
import { resultatTableau } from '../../src/rapport/resultat';
import { articleDe } from '../../src/regles';
import type { Contrat, Controle, Grille } from '../../src/tableau';
import { controleDe, droitDesReglages } from '../../src/volet/etat/controles';
import { tableauxDe } from '../../src/volet/etat/etat';
import { creerVolet } from '../../src/volet/etat/volet';
import { classeurSimule } from '../outils/classeur-simule';

const fichiersDe = (...dossiers: string[]): string[] =>
  dossiers
    .flatMap((dossier) => readdirSync(dossier).map((nom) => join(dossier, nom)))
    .filter((chemin) => /\.(?:xlsx|ods|xls|csv)$/.test(chemin));
const FICHIERS = fichiersDe('assets/exemples', 'test/cas');
/** Une plage passée à une fonction perd ses fusions : ces fichiers, qui en ont, ne se comparent qu’au volet. */
const FUSIONNES = fichiersDe('test/cas/tableaux');

const OPTIONS = {
  droit: DROIT_EN_VIGUEUR,
  contrat: 'cims',
  plh: null,
  avis: null,
  feuille: null,
  colonnes: new Map(),
} as const;

/** La plage d'un tableau telle que l'agent la sélectionne : valeurs nues, taux en rapports. */
function plageDe(grille: Grille, { tableau: { plage } }: Controle): unknown[][] {
  const valeurDe = (ligne: number, colonne: number) => {
    const cellule = grille.cellule(ligne, colonne);
    return cellule?.erreur ? { code: cellule.erreur } : (cellule?.valeur ?? '');
  };
  return Array.from({ length: plage.ligneFin - plage.ligne + 1 }, (_, l) =>
    Array.from({ length: plage.colonneFin - plage.colonne + 1 }, (__, c) =>
      valeurDe(plage.ligne + l, plage.colonne + c),
    ),
  );
}

const MOTS = { conforme: 'CONFORME', 'non conforme': 'NON CONFORME', indetermine: 'INDÉTERMINÉ' };

test.each(FICHIERS)('%s : la ligne de commande et les fonctions disent la même chose', async (fichier) => {
  const { controles } = await controlerFichier(fichier, OPTIONS);
  if (controles.length === 0) return;
  const grilles = await lireClasseur(fichier);
  for (const controle of controles) {
    const plage = plageDe(
      grilles.find((g) => g.nom === controle.tableau.feuille)!,
      controle,
    );
    const [verdict] = (
      await FONCTIONS['CIMS.VALIDER']!(plage as never, null as never, null as never, null as never)
    ).flat();
    expect(verdict).toMatch(new RegExp(`^${MOTS[controle.verdict]}`));
    const [, ...constats] = await FONCTIONS['CIMS.CONSTATS']!(
      plage as never,
      null as never,
      null as never,
      null as never,
    );
    expect(constats.map(([gravite, code, commune, , article]) => [gravite, code, commune, article])).toEqual(
      controle.constats.map((c) => [c.gravite, c.code, c.commune ?? '', articleDe(c.reference)]),
    );
  }
});

const REGLAGES: readonly { contrat: Contrat | null; plh: boolean | null; avis: 'recueilli' | null }[] = [
  { contrat: null, plh: null, avis: null },
  { contrat: 'cims', plh: true, avis: 'recueilli' },
  { contrat: 'cms', plh: false, avis: null },
];

test.each([...FICHIERS, ...FUSIONNES])(
  '%s : la ligne de commande et le volet disent la même chose',
  async (fichier) => {
    const grilles = await lireClasseur(fichier);
    const volet = creerVolet(classeurSimule(grilles), async () => ANNUAIRE);
    await volet.controler();
    for (const reglages of REGLAGES) {
      await volet.regler(reglages);
      const { controles } = await controlerFichier(fichier, { ...OPTIONS, ...reglages });
      const droit = droitDesReglages(volet.etat().reglages);
      const duVolet = tableauxDe(volet.etat()).map((t) => resultatTableau(controleDe(t)!, droit));
      expect(duVolet).toEqual(controles.map((c) => resultatTableau(c, OPTIONS.droit)));
    }
  },
);
