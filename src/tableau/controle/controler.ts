import { regleInconnue, type Refus } from '../../regles';
import type { Tableau } from '../lecture/tableaux';
import { normaliser } from '../texte';
import { verifierCoherence } from './coherence';
import { parGravite, verdictDe, type Constat, type Verdict } from './constats';
import { verifierObjectif } from './contrat';
import type { Contexte, Contrat } from './contexte';
import { verifierConditions } from './conditions';
import { totaliser, verifierTotaux, type Totaux } from './totaux';
import { evaluer, type LigneEvaluee } from './evaluation';
import { verifierIdentites } from './identite';
import { verifierLecture } from './lecture';
import { evaluerInventoriee, verifierInventaire } from '../inventaire/controler';
import { dresserBilan, estBilan, evaluerAuBilan, verifierBilan, type CommuneAuBilan } from '../bilan/bilan';
import { estInventaire, inventorier, type Inventaire } from '../inventaire/inventaire';

/** Le contrôle d'un tableau : tous ses constats, aucun n'en cache un autre. */
export interface Controle {
  readonly tableau: Tableau;
  readonly contrat: Contrat;
  readonly verdict: Verdict;
  readonly lignes: readonly LigneEvaluee[];
  readonly totaux: Totaux;
  readonly constats: readonly Constat[];
  /** Présent si le tableau est un inventaire publié : ni objectif ni contrat à contrôler. */
  readonly inventaire: Inventaire | null;
  /** Présent si le tableau est un bilan triennal : des objectifs et ce qui en est réalisé. */
  readonly bilan: readonly CommuneAuBilan[] | null;
}

/**
 * Le contrat qu'un tableau porte quand on ne le dit pas : des abaissements si l'en-tête de l'objectif dit « abaissant »
 * (« Objectif CMS abaissant »), une mutualisation s'il ne dit qu'un contrat, aucun sans objectif de contrat.
 */
export function contratSuppose(tableau: Tableau): Contrat {
  const retenu = tableau.entetes.get('objectif_contrat');
  const entetes = retenu ? [retenu] : (tableau.ambigues.get('objectif_contrat') ?? []);
  if (entetes.length === 0 || estBilan(tableau)) return 'aucun';
  return entetes.every((e) => ABAISSANT.test(normaliser(e.texte))) ? 'cms' : 'cims';
}

/** « Abaissé » se dit aussi d'une mutualisation ; « abaissant », du seul contrat du IX. */
const ABAISSANT = /^(?!.*\b(?:cims|mutualis)).*\babaissants?\b/;

/**
 * Contrôle un tableau : la lecture, les identités, la cohérence des colonnes, l'objectif de chaque commune, l'ensemble.
 * C'est le seul contrôle : le volet, `=CIMS.VALIDER` et la ligne de commande l'appellent. Refuse une période sans règle.
 */
export function controler(tableau: Tableau, contexte: Contexte): Controle | Refus {
  const { droit, contrat } = contexte;
  if (!droit.rattrapage) return regleInconnue('Objectif de référence', droit);
  if (contrat === 'cims' && !droit.mutualisation) return regleInconnue('Mutualisation', droit);
  if (contrat === 'cms' && !droit.abaissement) return regleInconnue('Contrat de mixité sociale abaissant', droit);
  if (contrat === 'aucun' && estInventaire(tableau)) return controlerInventaire(tableau, contexte);
  if (contrat === 'aucun' && estBilan(tableau)) return controlerBilan(tableau, contexte);
  const lignes = tableau.lignes.map((ligne) => evaluer(ligne, droit));
  const constats = [
    ...lignes.flatMap((e) => [
      ...verifierLecture(e, tableau, contrat),
      ...e.constats,
      ...verifierCoherence(e),
      ...verifierObjectif(e, tableau, contexte),
    ]),
    ...verifierIdentites(tableau.lignes, contexte),
    ...verifierTotaux(lignes, tableau, contexte),
    ...verifierConditions(lignes, tableau, contexte),
  ];
  return dresser({ tableau, contrat, lignes, constats });
}

type Propre = Pick<Controle, 'tableau' | 'contrat' | 'lignes' | 'constats'>;

const dresser = (propre: Propre, autres: Partial<Controle> = {}): Controle => ({
  ...propre,
  verdict: verdictDe(propre.constats),
  totaux: totaliser(propre.lignes),
  constats: parGravite(propre.constats),
  inventaire: null,
  bilan: null,
  ...autres,
});

function controlerInventaire(tableau: Tableau, contexte: Contexte): Controle {
  const inventaire = inventorier(tableau, contexte.droit, contexte.annuaire);
  const constats = verifierInventaire(inventaire, tableau, contexte);
  const lignes = inventaire.communes.map((c) => evaluerInventoriee(c, contexte.droit));
  const totaux = { reference: null, contrat: null };
  return dresser({ tableau, contrat: contexte.contrat, lignes, constats }, { totaux, inventaire });
}

function controlerBilan(tableau: Tableau, contexte: Contexte): Controle {
  const bilan = tableau.lignes.map((ligne) => dresserBilan(ligne, contexte.droit));
  const constats = verifierBilan(bilan, tableau, contexte);
  const lignes = bilan.map((c) => evaluerAuBilan(c, contexte.droit));
  return dresser({ tableau, contrat: contexte.contrat, lignes, constats }, { bilan });
}
