import { versNombre } from '../../nombres';
import type { Droit } from '../../droit';
import { estRefus, phraseDuRefus, repartir, type Critere, type Heurt } from '../../regles';
import { communesARepartir, lireObjectif, type Tableau } from '../../tableau';
import { objectifsDe, type Objectifs } from './scenarios';

/** Une proposition, ou pourquoi il n'y en a pas : les contraintes qui se heurtent, ou ce qui manque au tableau. */
export type Proposition =
  | { readonly issue: 'faite'; readonly objectifs: Objectifs }
  | { readonly issue: 'impossible'; readonly heurts: readonly Heurt[] }
  | { readonly issue: 'refusée'; readonly phrase: string };

/**
 * Les objectifs qu'un critère propose aux communes d'un tableau.
 * @param total tel qu'il est tapé ; vide : la somme des références
 */
export function proposer(tableau: Tableau, droit: Droit, critere: Critere, total: string): Proposition {
  const lu = lireObjectif(total);
  if (lu.etat !== 'lue' && lu.etat !== 'vide') {
    return { issue: 'refusée', phrase: `Total « ${lu.texte} » : un nombre entier de logements est attendu, ou rien.` };
  }
  const communes = communesARepartir(tableau, droit);
  const vise = lu.etat === 'lue' ? versNombre(lu.valeur.valeur) : null;
  const repartition = estRefus(communes) ? communes : repartir(communes, critere, vise, droit);
  if (estRefus(repartition)) return { issue: 'refusée', phrase: phraseDuRefus(repartition) };
  if (repartition.issue === 'impossible') return repartition;
  const { objectifs } = repartition;
  return { issue: 'faite', objectifs: objectifsDe(tableau, (_, rang) => String(objectifs[rang]!.propose)) };
}
