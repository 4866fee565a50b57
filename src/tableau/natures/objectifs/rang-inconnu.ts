import { comparer, type Logements } from '../../../nombres';
import type { Droit } from '../../../droit';
import { partDe } from '../../../regles';
import { constat, type Constat } from '../../controle/constats';
import type { LigneEvaluee } from '../../controle/evaluation';
import type { Question } from '../../precisions';
import { normaliser } from '../../texte';

/** La moindre référence qu'une entrante puisse avoir : ce qui lui est inférieur est fautif à tout rang. */
export function sousTouteReference(valeur: Logements, manquants: Logements | null, { entrantes }: Droit): boolean {
  if (!manquants || !entrantes) return false;
  return comparer(valeur, partDe(manquants, Math.min(...Object.values(entrantes.regle)))) < 0;
}

/** Une entrante ne s'abaisse pas : quand le rang décide et n'est pas connu, il se demande. */
export function rangInconnu({ ligne }: LigneEvaluee): Constat {
  const { rang } = ligne;
  const texte = rang.etat === 'invalide' || rang.etat === 'inconnue' ? rang.texte : null;
  return constat('RANG_INCONNU', ligne, { texte }, { colonne: 'rang_triennal', question: questionDuRang(ligne) });
}

export function questionDuRang({ nom }: LigneEvaluee['ligne']): Question {
  const choix = ([3, 2, 1, 0] as const).map((valeur) => ({
    libelle: valeur === 3 ? 'Droit commun (3 et plus)' : `Entrante, rang ${valeur}`,
    precision: { quoi: 'rang', nom: normaliser(nom), valeur } as const,
  }));
  return { texte: `Quel est le rang triennal de ${nom} ?`, choix };
}
