import type { Droit } from '../../droit';
import type { Refus } from '../../regles';
import type { Contrat } from '../contrat-et-avis';
import type { Contexte } from '../controle/contexte';
import { evaluer, type LigneEvaluee } from '../controle/evaluation';
import type { Tableau } from '../lecture/tableaux';
import { controlerBilan, estBilan, type ControleBilan } from './bilan';
import { controlerInventaire, estInventaire, type ControleInventaire } from './inventaire';
import { controlerObjectifs, type ControleObjectifs } from './objectifs';
import { controlerRien, estSansObjet, type ControleRien } from './rien';

export { contratSuppose } from './contrat-suppose';

/** Le contrôle d'un tableau, selon sa nature : ce qu'il porte décide de ce qui s'y contrôle. */
export type Controle = ControleObjectifs | ControleInventaire | ControleBilan | ControleRien;
export type Nature = Controle['nature'];

/** Ce qu'un tableau est ; dès qu'on dit qu'il porte un contrat, ce sont des objectifs. */
export function natureDe(tableau: Tableau, contrat: Contrat): Nature {
  if (contrat !== 'aucun') return 'objectifs';
  if (estInventaire(tableau)) return 'inventaire';
  if (estBilan(tableau)) return 'bilan';
  return estSansObjet(tableau) ? 'rien' : 'objectifs';
}

const CONTROLES: Readonly<Record<Nature, (tableau: Tableau, contexte: Contexte) => Controle | Refus>> = {
  objectifs: controlerObjectifs,
  inventaire: controlerInventaire,
  bilan: controlerBilan,
  rien: controlerRien,
};

/**
 * Contrôle un tableau. C'est le seul contrôle : le volet, `=CIMS.VALIDER` et la ligne de commande l'appellent. Refuse une période dont
 * la règle nécessaire est inconnue.
 */
export const controler = (tableau: Tableau, contexte: Contexte): Controle | Refus =>
  CONTROLES[natureDe(tableau, contexte.contrat)](tableau, contexte);

/** Le contrat qu'un contrôle a supposé ou reçu ; seuls des objectifs en portent un. */
export const contratDe = (controle: Controle): Contrat =>
  controle.nature === 'objectifs' ? controle.contrat : 'aucun';

/** Ce que la loi dit de chaque commune d'un contrôle, quelle que soit sa nature. */
export const lignesEvaluees = (controle: Controle, droit: Droit): readonly LigneEvaluee[] =>
  controle.nature === 'objectifs' ? controle.lignes : controle.tableau.lignes.map((ligne) => evaluer(ligne, droit));
