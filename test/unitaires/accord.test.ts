import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../../src/classeur/fichier';
import { controlerFichier } from '../../src/cli/verifier';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { FONCTIONS } from '../../src/fonctions/registre';
import { articleDe } from '../../src/regles';
import type { Controle, Grille } from '../../src/tableau';

const FICHIERS = ['assets/exemples', 'test/cas']
  .flatMap((dossier) => readdirSync(dossier).map((nom) => join(dossier, nom)))
  .filter((chemin) => /\.(?:xlsx|ods|xls|csv)$/.test(chemin));

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
