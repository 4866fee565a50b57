import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lireClasseur } from '../../src/classeur/fichier';
import { controlerFichier } from '../../src/cli/verifier';
import { FONCTIONS } from '../../src/fonctions/registre';
import { REFERENTIEL } from '../../src/referentiel';
import { ecrirePeriode } from '../../src/droit';
import { resultatTableau } from '../../src/rapport/resultat';
import { articleDe } from '../../src/regles';
import { estDe, type CodeConstat, type Constat, type Contrat, type Controle, type Grille } from '../../src/tableau';
import { controleDe } from '../../src/volet/etat/controles';
import { tableauxDe } from '../../src/volet/etat/etat';
import { creerVolet } from '../../src/volet/etat/volet';
import { classeurSimule } from '../outils/classeur-simule';
import { options } from '../outils/options';

const fichiersDe = (...dossiers: string[]): string[] =>
  dossiers
    .flatMap((dossier) => readdirSync(dossier).map((nom) => join(dossier, nom)))
    .filter((chemin) => /\.(?:xlsx|ods|xls|csv)$/.test(chemin));
const FICHIERS = fichiersDe('assets/exemples', 'test/cas');
/** Une plage passée à une fonction perd ses fusions : ces fichiers, qui en ont, ne se comparent qu’au volet. */
const FUSIONNES = fichiersDe('test/cas/tableaux');

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

const MOTS = {
  conforme: 'CONFORME',
  'non conforme': 'NON CONFORME',
  indetermine: 'INDÉTERMINÉ',
  'rien a controler': 'RIEN À CONTRÔLER',
};

/** Ce qui se dit de la feuille et non du tableau : une plage n'a ni titre, ni note, ni masque, ni mise en forme. */
const DE_LA_FEUILLE: readonly CodeConstat[] = [
  'CONTEXTE_CONTRADICTOIRE',
  'UNITE',
  'CELLULE_BARREE',
  'FORMULE_SANS_VALEUR',
  'LIGNE_MASQUEE',
  'FEUILLE_MASQUEE',
];
const estDeLaFeuille = (constat: Constat): boolean =>
  DE_LA_FEUILLE.includes(constat.code) || (estDe(constat, 'NON_COMPRIS') && constat.details.quoi === 'texte');

/** Ce que la feuille dit du contexte, tel que l'agent le donne à la fonction. */
const argumentsDe = ({ contexte: { plh, avis, droit } }: Controle): unknown[] => [
  plh === null ? null : plh ? 'oui' : 'non',
  avis,
  droit.periode && ecrirePeriode(droit.periode),
];

test.each(FICHIERS)('%s : la ligne de commande et les fonctions disent la même chose', async (fichier) => {
  const { controles } = await controlerFichier(fichier, options({ contrat: 'cims' }));
  const { feuilles: grilles } = await lireClasseur(fichier);
  for (const controle of controles) {
    const grille = grilles.find((g) => g.nom === controle.tableau.feuille)!;
    const args = [plageDe(grille, controle), ...argumentsDe(controle).map((a) => [[a]])];
    const [verdict] = (await FONCTIONS['CIMS.VALIDER']!(args)).flat();
    const constats = (await FONCTIONS['CIMS.CONSTATS']!(args))
      .slice(1)
      .filter(([, code, , message]) => code !== 'NON_COMPRIS' || !String(message).startsWith('Le texte'));
    const vus = controle.constats.filter((c) => !estDeLaFeuille(c));
    // Un contexte écrit et incertain empêche de conclure, ce qui change l'ordre et non les constats.
    expect(
      constats.map(([gravite, code, commune, , article]) => [gravite, code, commune, article].join(' ')).sort(),
    ).toEqual(vus.map((c) => [c.gravite, c.code, c.commune ?? '', articleDe(c.reference)].join(' ')).sort());
    const { plhIncertain, avisIncertain } = controle.contexte;
    const incertain = plhIncertain !== undefined || avisIncertain !== undefined;
    const vu = controle.verdict !== 'indetermine' || (!incertain && vus.some((c) => c.empecheDeConclure));
    expect(verdict).toMatch(vu ? new RegExp(`^${MOTS[controle.verdict]}`) : /^CONFORME|^RIEN/);
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
    const { feuilles: grilles } = await lireClasseur(fichier);
    const volet = creerVolet(classeurSimule(grilles), async () => REFERENTIEL);
    await volet.controler();
    for (const reglages of REGLAGES) {
      await volet.regler(reglages);
      const { controles } = await controlerFichier(fichier, options(reglages));
      const duVolet = tableauxDe(volet.etat()).map((t) => resultatTableau(controleDe(t)!));
      expect(duVolet).toEqual(controles.map(resultatTableau));
    }
  },
);
