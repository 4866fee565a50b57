import type { Identite } from './empreinte';
import { estFond, type Fond } from './fonds';
import type { Lieu } from './suivies';

export const REGLAGE = 'SRU.annotations';

/** Une cellule annotée : le nom qui la suit, notre fond, celui qu'elle avait, ce qu'elle était, et ce que dit notre commentaire. */
export interface Posee {
  readonly nom: string;
  readonly fond: string;
  readonly avant: Fond | null;
  readonly identite?: Identite;
  readonly texte?: string;
}

/** Une cellule annotée, et où elle est. */
export interface Placee extends Posee {
  readonly lieu: Lieu;
}

/** Ce que le classeur garde de nos annotations. */
export interface Annotations {
  readonly posees: readonly Posee[];
  /** Le nom que nous avons donné à la légende. */
  readonly legende: string | null;
}

/** Le journal tel qu'il s'écrit ; `null` : plus rien à défaire. */
export function ecrireAnnotations({ posees, legende }: Annotations): unknown {
  const entrees = [...posees, ...(legende === null ? [] : [{ legende }])];
  return entrees.length > 0 ? entrees : null;
}

/** Le journal, tel qu'un autre poste a pu l'écrire. */
export function lireAnnotations(reglage: unknown): Annotations {
  const entrees: readonly unknown[] = Array.isArray(reglage) ? reglage : [];
  const legende = entrees
    .map((e) => (e as { legende?: unknown } | null)?.legende)
    .find((nom) => typeof nom === 'string');
  return { posees: entrees.filter(estPosee), legende: legende ?? null };
}

function estPosee(valeur: unknown): valeur is Posee {
  const p = valeur as Partial<Posee> | null;
  return (
    [p?.nom, p?.fond].every((texte) => typeof texte === 'string') &&
    p?.avant !== undefined &&
    estFond(p.avant) &&
    (p.identite === undefined || [p.identite?.contenu, p.identite?.ligne].every((texte) => typeof texte === 'string'))
  );
}
