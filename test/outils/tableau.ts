import { ANNUAIRE } from '../../src/annuaire';
import { creerAnnuaire, type Donnees } from '../../src/annuaire/annuaire';
import { DROIT_EN_VIGUEUR, type Droit } from '../../src/droit';
import {
  controler,
  grilleDeValeurs,
  trouverTableaux,
  type Contexte,
  type Controle,
  type Grille,
  type Nature,
  type Tableau,
} from '../../src/tableau';
import { accepte } from './valeurs';

/** Un EPCI d'essai : « A » à « L », chacune sous le seuil de population, pour qu'aucune ne manque au tableau. */
const NOMS = [...'ABCDEFGHIJKL'];
const EPCI: Donnees['epcis'][number] = ['0', 'EPCI d’essai', NOMS.map((nom, i) => [`0000${i}`, nom, 3000])];

export const ANNUAIRE_D_ESSAI = creerAnnuaire({
  millesime: 2026,
  source: 'essai',
  populationMinimale: 1500,
  departements: [],
  epcis: [EPCI],
});

const CONTEXTE: Contexte = {
  droit: DROIT_EN_VIGUEUR,
  contrat: 'cims',
  plh: true,
  avis: 'recueilli',
  annuaire: ANNUAIRE_D_ESSAI,
};

/** Les tableaux d'une feuille, lus seuls : sans ce qui les entoure. */
export const lesTableaux = (
  grille: Grille,
  { droit = DROIT_EN_VIGUEUR, annuaire = ANNUAIRE }: { droit?: Droit; annuaire?: typeof ANNUAIRE } = {},
): Tableau[] => trouverTableaux(grille, { periode: droit.periode, annuaire });

/** Contrôle un tableau donné par ses en-têtes et ses lignes, comme une plage d'Excel. */
export function controle(
  entetes: readonly string[],
  lignes: readonly (readonly unknown[])[],
  contexte: Partial<Contexte> = {},
): Controle {
  const complet = { ...CONTEXTE, ...contexte };
  const tableaux = lesTableaux(grilleDeValeurs([entetes, ...lignes]), complet);
  if (tableaux.length !== 1) throw new Error(`${tableaux.length} tableaux trouvés au lieu d’un`);
  return accepte(controler(tableaux[0]!, complet));
}

/** Le contrôle, de la nature attendue ; lève s'il est d'une autre. */
export function deNature<N extends Nature>(nature: N, controle: Controle): Extract<Controle, { readonly nature: N }> {
  if (controle.nature !== nature) throw new Error(`nature : ${controle.nature} au lieu de ${nature}`);
  return controle as Extract<Controle, { readonly nature: N }>;
}

/** De quoi lire une feuille sans période précisée. */
export const LECTURE = { periode: null, annuaire: ANNUAIRE } as const;

/** « REDUCTION_EXCESSIVE A bloquant 83 » : le code, la commune, la gravité et l'attendu de chaque constat. */
export const resumer = ({ constats }: Controle, ...codes: string[]): string[] =>
  constats
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map(({ code, commune, gravite, attendu }) =>
      [code, commune, gravite, attendu].filter((x) => x !== null).join(' '),
    );
