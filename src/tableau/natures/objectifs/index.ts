import { estRefus, regleInconnue, type Refus } from '../../../regles';
import type { Constat } from '../../controle/constats';
import type { Contrat } from '../../contrat-et-avis';
import type { Contexte } from '../../controle/contexte';
import { evaluer, lue, type LigneEvaluee } from '../../controle/evaluation';
import { verifierIdentites } from '../../controle/identite';
import { verifierLecture } from '../../controle/lecture';
import { verifierRedites } from '../../controle/redites';
import { verifierSorts } from '../../controle/sorts';
import type { Tableau } from '../../lecture/tableaux';
import { anneeParAnnee } from '../annee-par-annee';
import { dresser, type Commun } from '../commun';
import { suspendre } from '../suspendre';
import { verifierCoherence } from './coherence';
import { verifierConditions } from './conditions';
import { verifierObjectif } from './contrat';
import { contratSansObjectif } from './contrat-sans-objectif';
import { genreIncertain } from './genre-incertain';
import { horsContrat } from './hors-contrat';
import { confronterALInventaire } from './inventaire-publie';
import { totaliser, verifierTotaux, type Totaux } from './totaux';

export { totaliser, type Totaux } from './totaux';

/** Des objectifs à comparer à la loi, ou de quoi les calculer. */
export interface ControleObjectifs extends Commun {
  readonly nature: 'objectifs';
  readonly contrat: Contrat;
  readonly lignes: readonly LigneEvaluee[];
  readonly totaux: Totaux;
}

/** Refuse une période sans règle d'objectif, de mutualisation ou d'abaissement. */
export function controlerObjectifs(tableau: Tableau, contexte: Contexte): ControleObjectifs | Refus {
  const { droit, contrat } = contexte;
  if (!droit.rattrapage) return regleInconnue('Objectif de référence', droit);
  if (contrat === 'cims' && !droit.mutualisation) return regleInconnue('Mutualisation', droit);
  if (contrat === 'cms' && !droit.abaissement) return regleInconnue('Contrat de mixité sociale abaissant', droit);
  const lignes = tableau.lignes.map((ligne) => evaluer(ligne, droit));
  const constats: Constat[] = [
    ...lignes.flatMap((e) => [
      ...verifierLecture(e, tableau, contrat),
      ...e.constats,
      ...verifierCoherence(e, contexte),
      ...verifierObjectif(e, tableau, contexte),
      ...horsContrat(e, tableau, contexte),
    ]),
    ...identites(tableau, contexte),
    ...confronterALInventaire(lignes, tableau, contexte),
    ...verifierTotaux(lignes, tableau, contexte),
    ...verifierConditions(lignes, tableau, contexte),
    ...contratSansObjectif(tableau, contexte),
    ...verifierRedites(lignes, totaliser(lignes).reference, tableau, contexte),
    ...verifierSorts(tableau, contexte, contrat === 'aucun' ? 'references' : 'contrat'),
  ];
  const annees = contrat === 'aucun' ? null : anneeParAnnee(tableau, contexte);
  const compare = lignes.some(estComparee);
  const commun = dresser(tableau, contexte, annees ? suspendre(annees, constats) : constats, compare);
  const genre = annees ? null : genreIncertain(tableau, contexte);
  if (genre) {
    const autre = controlerObjectifs(tableau, { ...contexte, contrat: 'cms' });
    // Si les deux genres concluent de même, la question ne changerait rien.
    if (!estRefus(autre) && autre.verdict !== commun.verdict) {
      const suspendu = dresser(tableau, contexte, suspendre(genre, constats), compare);
      return { nature: 'objectifs', ...suspendu, contrat, lignes, totaux: totaliser(lignes) };
    }
  }
  return { nature: 'objectifs', ...commun, contrat, lignes, totaux: totaliser(lignes) };
}

/** Écrite deux fois, une commune ne fausse rien d'un tableau qui n'a pas d'objectif : un parc se donne souvent année par année. */
function identites(tableau: Tableau, contexte: Contexte): Constat[] {
  const constats = verifierIdentites(tableau.lignes, contexte);
  const { colonnes } = tableau;
  if (contexte.contrat !== 'aucun' || colonnes.has('objectif_reference') || colonnes.has('objectif_contrat'))
    return constats;
  return constats.map((c) => (c.code === 'DOUBLON' ? { ...c, gravite: 'alerte' } : c));
}

/** Un objectif écrit a été comparé : celui d'un contrat à sa référence, ou une référence notifiée à l'objectif légal. */
function estComparee({ ligne, contrat, reference, exacte, manquants, intervalle, rattrapage }: LigneEvaluee): boolean {
  if (contrat !== null) return reference !== null || manquants?.numerateur === 0;
  // Sans taux, le palier est celui que la référence affirme : la comparer à lui ne dirait rien.
  const verifiable = intervalle !== null || rattrapage?.palier === null;
  return exacte !== null && verifiable && lue(ligne, 'objectif_reference') !== null;
}
