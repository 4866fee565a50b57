import type { ChiffresPublies } from '../regles';

/** Ce qu'un tableau préparé dit d'une commune, avant que l'agent n'y écrive ce qu'il est seul à savoir. */
export interface CommuneAPreparer {
  readonly code: string;
  readonly nom: string;
  /** Son nom ; vide s'il n'est pas connu. */
  readonly epci: string;
  /** Publié, en points. */
  readonly taux: number | null;
  /** En points. */
  readonly cible: number | null;
  readonly statut: string | null;
  /** Logements sociaux publiés. */
  readonly lls: number | null;
  /** Ce que les chiffres publiés encadrent, sinon pourquoi rien (`cause`). */
  readonly chiffres: ChiffresPublies | null;
  readonly cause: string;
}
