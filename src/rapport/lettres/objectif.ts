import { arrondir, arrondisPossibles, comparer, ecrire, estEntiere, type Logements } from '../../nombres';
import { ARRONDIS_EN_MOTS } from '../../regles';
import { lue, type LigneEvaluee } from '../../tableau';

/** L'objectif à notifier, et d'où vient son entier. */
export interface Objectif {
  readonly entier: number;
  /** « arrondi à l’entier inférieur » ; vide si le calcul tombe juste, ou si le préfet l'a rehaussé. */
  readonly arrondi: string;
  readonly rehausse: boolean;
}

/**
 * L'objectif qu'une lettre notifie : celui du tableau s'il est le calcul, un de ses arrondis, ou un rehaussement accepté ; à défaut,
 * le calcul au plus proche. Sinon, ce qui s'y oppose.
 */
export function objectifDe({ ligne, contrat }: LigneEvaluee, exacte: Logements): Objectif | string {
  const ecrite = lue(ligne, 'objectif_reference')?.valeur;
  if (!ecrite || comparer(ecrite, exacte) === 0) return arrondiDe(exacte, arrondir(exacte, 'PROCHE'));
  if (!estEntiere(ecrite))
    return `son objectif écrit, ${ecrire(ecrite, 4)}, n’est ni le calcul (${ecrire(exacte, 4)}), ni un nombre entier`;
  const entier = ecrite.numerateur / ecrite.denominateur;
  if (arrondisPossibles(exacte, entier).length > 0) return arrondiDe(exacte, entier);
  if (comparer(ecrite, exacte) < 0)
    return `son objectif écrit, ${ecrire(entier)}, est inférieur au calcul, ${ecrire(exacte, 4)}`;
  // À côté d'un objectif de contrat, l'accord peut n'être que celui du contrat.
  const accepte = contrat === null && ligne.accord.etat === 'lue' && ligne.accord.valeur;
  if (!accepte)
    return `son objectif écrit, ${ecrire(entier)}, dépasse le calcul, ${ecrire(exacte, 4)} : le préfet peut le rehausser avec l’accord du maire, que le tableau ne dit pas${contrat === null ? '' : ' de cet objectif (il porte aussi un contrat)'}`;
  return { entier, arrondi: '', rehausse: true };
}

function arrondiDe(exacte: Logements, entier: number): Objectif | string {
  if (entier === 0)
    return `son objectif, ${ecrire(exacte, 4)}, s’arrondit à zéro : écrire celui à notifier dans « Objectif de référence »`;
  const [mode] = arrondisPossibles(exacte, entier);
  return { entier, arrondi: estEntiere(exacte) ? '' : ARRONDIS_EN_MOTS[mode!], rehausse: false };
}
