import type { Annuaire } from '../../../annuaire/annuaire';
import type { Droit, Periode } from '../../../droit';
import { tauxLegaux, type TauxDeRattrapage } from '../../../regles';
import { DRAPEAUX, type Colonne } from '../../colonnes';
import type { Tableau } from '../../lecture/tableaux';
import { INDETERMINATIONS, inventorierCommune, type CommuneInventoriee, type Indetermination } from './commune';
import { epciDe, parDepartement, parEpci, regrouper, reunir, type Groupement } from './objectifs';
import type { SituationPubliee } from './situation';

/** Les communes déficitaires d'un même EPCI, deux au moins, qui pourraient conclure un contrat mutualisant. */
export interface Mutualisable {
  readonly epci: string;
  readonly communes: readonly CommuneInventoriee[];
}

export interface Effectif<T> {
  readonly quoi: T;
  readonly communes: readonly CommuneInventoriee[];
}

/** Un inventaire publié : chaque commune, les paliers, ce qui reste inconnu, et qui pourrait mutualiser avec qui. */
export interface Inventaire {
  /** L'année du 1er janvier où les taux sont pris, si l'en-tête la dit. */
  readonly annee: number | null;
  readonly communes: readonly CommuneInventoriee[];
  /** Les communes déficitaires par taux de rattrapage, du palier lointain au palier proche. */
  readonly paliers: readonly Effectif<TauxDeRattrapage>[];
  readonly indeterminees: readonly Effectif<Indetermination>[];
  readonly mutualisables: readonly Mutualisable[];
  readonly objectifs: ObjectifsPublies;
}

/** Ce que les chiffres publiés encadrent, jamais ce qui est notifié ; `periode` : celle que la date des taux fonde, ou celle demandée. */
export interface ObjectifsPublies {
  readonly periode: Periode | null;
  readonly ensemble: Groupement;
  readonly departements: readonly Groupement[];
  readonly epcis: readonly Groupement[];
}

const PROPRES_A_L_INVENTAIRE: readonly Colonne[] = [...DRAPEAUX, 'statut'];
const PROPRES_A_UN_OBJECTIF: readonly Colonne[] = [
  'residences_principales',
  'manquants',
  'objectif_reference',
  'objectif_contrat',
];

/** Des taux et des situations publiés, sans les résidences principales ni aucun objectif : rien d'un contrat. */
export function estInventaire({ colonnes, ambigues }: Tableau): boolean {
  const a = (colonne: Colonne) => colonnes.has(colonne) || ambigues.has(colonne);
  return a('taux_lls') && a('taux_cible') && PROPRES_A_L_INVENTAIRE.some(a) && !PROPRES_A_UN_OBJECTIF.some(a);
}

export function inventorier(tableau: Tableau, droit: Droit, annuaire: Annuaire): Inventaire {
  const communes = tableau.lignes.map((ligne) => inventorierCommune(ligne, droit));
  return {
    annee: tableau.anneeDuTaux,
    communes,
    paliers: tauxLegaux(droit, 3).map((taux) => ({
      quoi: taux,
      communes: communes.filter((c) => c.rattrapage?.motif === taux.motif),
    })),
    indeterminees: INDETERMINATIONS.map((motif) => ({
      quoi: motif,
      communes: communes.filter((c) => c.indetermination === motif),
    })).filter((e) => e.communes.length > 0),
    mutualisables: mutualisables(communes, annuaire),
    objectifs: {
      periode: droit.periode,
      ensemble: regrouper('Ensemble', communes),
      departements: parDepartement(communes),
      epcis: parEpci(communes, annuaire),
    },
  };
}

/** Combien de communes dont la situation est certaine. */
export const compter = (communes: readonly CommuneInventoriee[], quoi: keyof SituationPubliee, valeur = true): number =>
  communes.filter(({ situation }) => situation[quoi] === valeur).length;

/** Groupées par EPCI, du plus fourni au moins fourni ; l'annuaire passe avant l'EPCI écrit : lui seul connaît les EPT. */
function mutualisables(communes: readonly CommuneInventoriee[], annuaire: Annuaire): Mutualisable[] {
  const candidates = communes.filter((c) => c.peutMutualiser);
  return [...reunir(candidates, (c) => epciDe(c.ligne, annuaire) ?? '')]
    .filter(([epci, membres]) => epci !== '' && membres.length > 1)
    .map(([epci, membres]) => ({ epci, communes: membres }))
    .sort((a, b) => b.communes.length - a.communes.length || a.epci.localeCompare(b.epci, 'fr'));
}
