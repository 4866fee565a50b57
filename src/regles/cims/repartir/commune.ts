import { comparer, ZERO, type Logements } from '../../../nombres';
import type { Rang } from '../../../droit';
import type { Refus } from '../../refus';

/** Ce qu'une répartition doit savoir d'une commune ; `null` : le tableau n'en dit rien. Les bornes sont des entiers de logements. */
export interface CommuneARepartir {
  readonly nom: string;
  /** L'objectif de référence, notifié ou légal, non arrondi. */
  readonly reference: Logements;
  /** La même avant son arrondi, si on la connaît : le minimum de la moitié s'y prend. */
  readonly avantArrondi?: Logements;
  readonly manquants: Logements | null;
  readonly rang: Rang;
  /** Périodes consécutives d'abaissement, celle du contrat comprise, comme le contrôle les lit. */
  readonly periodes: number | null;
  /** L'accord à une hausse ; `false` l'interdit, `null` la laisse à recueillir. */
  readonly accord: boolean | null;
  /** Le moins et le plus que la commune accepte. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Les logements des projets connus : non une borne, ce que `CAPACITE` remplit d'abord. */
  readonly projets: number | null;
}

/** Une commune non déficitaire ne porte rien pour les autres ; une référence nulle ne dit pas autre chose. */
export const estSansObjet = ({ manquants, reference }: CommuneARepartir): boolean =>
  manquants?.numerateur === 0 || reference.numerateur === 0;

/** Au-delà, ce n'est plus un nombre de logements, et les sommes ne seraient plus sûres. */
const LOGEMENTS_MAXIMUM = 10 ** 8;

export function refusDe(communes: readonly CommuneARepartir[]): Refus | null {
  if (communes.length === 0) return refus('tableau', 'aucune commune', 'au moins une commune');
  for (const c of communes) {
    for (const grandeur of ['minimum', 'maximum', 'projets', 'periodes'] as const) {
      const valeur = c[grandeur];
      if (valeur === null || estCompte(valeur)) continue;
      return refus(`${grandeur} de ${c.nom}`, String(valeur), 'un entier positif ou nul');
    }
    for (const grandeur of ['reference', 'manquants'] as const) {
      const valeur = c[grandeur] ?? ZERO;
      if (valeur.numerateur >= 0 && comparer(valeur, { numerateur: LOGEMENTS_MAXIMUM, denominateur: 1 }) <= 0) continue;
      return refus(`${grandeur} de ${c.nom}`, 'un nombre négatif ou démesuré', 'un nombre de logements');
    }
  }
  return null;
}

export const estCompte = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= LOGEMENTS_MAXIMUM;

const refus = (grandeur: string, recu: string, attendu: string): Refus => ({
  refus: 'VALEUR',
  grandeur,
  recu,
  attendu,
});
