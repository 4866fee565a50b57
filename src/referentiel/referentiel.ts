import type { Annuaire } from '../annuaire/annuaire';
import { lireInventaire, type Donnees, type InventairePublie } from './inventaire';

export type { CommunePubliee, Donnees, InventairePublie, Statut } from './inventaire';
export { nommerInventaire, STATUTS } from './inventaire';

/** Ce que l'État publie des communes : où elles sont (l'annuaire), où elles en sont (les inventaires). */
export interface Referentiel {
  readonly annuaire: Annuaire;
  /** Du plus récent au plus ancien. */
  readonly inventaires: readonly InventairePublie[];
  readonly dernier: InventairePublie;
  /** Celui qui a été publié cette année-là. */
  publieEn(annee: number): InventairePublie | undefined;
}

/** @param donnees au moins un inventaire */
export function creerReferentiel(donnees: readonly Donnees[], annuaire: Annuaire): Referentiel {
  const inventaires = donnees.map((d) => lireInventaire(d, annuaire)).sort((a, b) => b.annee - a.annee);
  const [dernier] = inventaires;
  if (!dernier) throw new Error('Référentiel sans inventaire.');
  return {
    annuaire,
    inventaires,
    dernier,
    publieEn: (annee) => inventaires.find((inventaire) => inventaire.annee === annee),
  };
}
