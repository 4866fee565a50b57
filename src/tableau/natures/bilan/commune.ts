import { OBJECTIFS_COMPARES } from '../../colonnes';
import type { Droit } from '../../../droit';
import { estEntiere } from '../../../nombres';
import { bilanTriennal, type Bilan } from '../../../regles';
import { lue } from '../../controle/evaluation';
import type { ColonneNombre } from '../../lecture/cellules';
import type { Ligne } from '../../lecture/ligne';

/** Une commune d'un bilan triennal : son objectif, celui du contrat s'il y en a un, et ce qu'elle a réalisé. */
export interface CommuneAuBilan {
  readonly ligne: Ligne;
  readonly objectif: number | null;
  readonly realises: number | null;
  /** La somme des composantes des réalisations, si le tableau les donne. */
  readonly composes: number | null;
  /** L'objectif est nul, ou la cellule dit qu'il n'y en a pas (« NC », « NR ») : rien à atteindre. */
  readonly sansObjet: boolean;
  /** `null` : sans objet, incomplet, ou deux décomptes qui ne concluent pas de même. */
  readonly bilan: Bilan | null;
}

export function dresserBilan(ligne: Ligne, droit: Droit): CommuneAuBilan {
  const objectif = entierDe(ligne, ...OBJECTIFS_COMPARES);
  const [ecrits, composes] = [entierDe(ligne, 'realises'), composer(ligne)];
  const realises = ecrits ?? composes;
  const sansObjet =
    objectif === 0 || (objectif === null && OBJECTIFS_COMPARES.some((c) => ligne.nombres[c]?.etat === 'inconnue'));
  const commune = { ligne, objectif, realises, composes, sansObjet, bilan: null };
  if (sansObjet || objectif === null || realises === null || secontredit(commune)) return commune;
  return { ...commune, bilan: bilanTriennal(objectif, realises, droit) };
}

/** L'un des deux décomptes atteint l'objectif, l'autre non. */
export const secontredit = ({ objectif, realises, composes }: Omit<CommuneAuBilan, 'bilan'>): boolean =>
  objectif !== null && realises !== null && composes !== null && realises >= objectif !== composes >= objectif;

const AJOUTEES = ['finances_1', 'finances_2', 'finances_3', 'report'] as const satisfies readonly ColonneNombre[];

/**
 * Variation de l'inventaire, moins ce qu'un bilan précédent a déjà compté, plus ce qui est financé et n'y est pas encore, plus le report.
 * Ce qui s'ajoute et reste vide ne compte pas ; la variation et ce qui se retranche doivent être écrits.
 */
function composer(ligne: Ligne): number | null {
  const variation = entierDe(ligne, 'variation_inventaire');
  const deja = ligne.nombres.deja_comptes ? entierDe(ligne, 'deja_comptes') : 0;
  const ajouts = AJOUTEES.map((c) => ((ligne.nombres[c]?.etat ?? 'vide') === 'vide' ? 0 : entierDe(ligne, c)));
  return [variation, deja === null ? null : -deja, ...ajouts].reduce<number | null>(
    (total, n) => (total === null || n === null ? null : total + n),
    0,
  );
}

export function entierDe(ligne: Ligne, ...colonnes: readonly ColonneNombre[]): number | null {
  const valeur = colonnes.map((c) => lue(ligne, c)?.valeur).find((v) => v !== undefined);
  return valeur && estEntiere(valeur) ? valeur.numerateur / valeur.denominateur : null;
}
