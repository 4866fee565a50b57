import type { Referentiel } from '../referentiel/referentiel';
import type { Lieu } from './depuis-referentiel';

export interface LieuxTrouves {
  /** Ceux que le texte nomme, même en cours de frappe : le département d'abord. */
  readonly lieux: readonly Lieu[];
  /** Quand aucun n'est trouvé, les trois EPCI les plus proches. */
  readonly proches: readonly Lieu[];
}

/** Les EPCI et le département qu'un texte nomme. */
export function chercherLieux(texte: string, { annuaire }: Referentiel): LieuxTrouves {
  const departement = annuaire.departement(texte);
  const { trouves, proches } = annuaire.chercherEpci(texte);
  const lieux: Lieu[] = [
    ...(departement ? [{ genre: 'departement' as const, ...departement }] : []),
    ...trouves.map((epci) => ({ genre: 'epci' as const, ...epci })),
  ];
  return { lieux, proches: lieux.length > 0 ? [] : proches.map((epci) => ({ genre: 'epci', ...epci })) };
}
