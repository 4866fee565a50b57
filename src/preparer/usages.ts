import type { Droit, Periode } from '../droit';
import { ecrirePeriode } from '../droit';
import {
  abaissements,
  accord,
  bilan,
  cible,
  contrat,
  encadrement,
  identite,
  manquants,
  parc,
  plancherCms,
  plancherDeMutualisation,
  rang,
  reference,
  statut,
  tauxPublie,
  type Colonne,
} from './colonnes';

/** De quoi choisir ses colonnes. */
export interface Cadre {
  readonly periode: Periode;
  /** Celui de la période. */
  readonly droit: Droit;
  /** L'année du 1er janvier où les taux publiés sont pris ; `null` : l'inventaire ne la dit pas. */
  readonly anneeDesTaux: number | null;
  /** Des communes de plusieurs EPCI. */
  readonly avecEpci: boolean;
  /** Des chiffres publiés encadrent un objectif au moins. */
  readonly encadree: boolean;
}

/** Ce qu'on prépare : sa feuille, son titre, que le contrôle lit comme son contexte, et ses colonnes. */
export interface Usage {
  readonly libelle: string;
  readonly feuille: string;
  titre(lieu: string, periode: Periode): string;
  /** La question à laquelle le droit de la période doit répondre, et s'il y répond. */
  readonly regle?: readonly [question: string, connue: (droit: Droit) => boolean];
  /** La période est celle qui vient de finir, non celle qui commence. */
  readonly passee?: true;
  colonnes(cadre: Cadre): readonly Colonne[];
}

const situation = ({ anneeDesTaux, avecEpci }: Cadre): readonly Colonne[] => [
  ...identite(avecEpci),
  statut,
  ...(anneeDesTaux === null ? [] : [tauxPublie(anneeDesTaux)]),
];

const aNotifier = (cadre: Cadre): readonly Colonne[] => [
  ...situation(cadre),
  ...parc(cadre.periode),
  cible,
  rang,
  manquants(cadre.droit),
  reference(cadre.droit),
];

/** Chaque usage, par le nom que `--pour` attend. */
export const USAGES = {
  objectifs: {
    libelle: 'Notifier les objectifs',
    feuille: 'Objectifs',
    regle: ['Objectif de référence', ({ rattrapage }) => rattrapage !== null],
    titre: (lieu, periode) => `Objectifs ${ecrirePeriode(periode)}, ${lieu}`,
    colonnes: (cadre) => [...aNotifier(cadre), ...(cadre.encadree ? encadrement() : [])],
  },
  mutualisation: {
    libelle: 'Préparer une mutualisation',
    feuille: 'Mutualisation',
    regle: ['Plancher de mutualisation', ({ rattrapage, mutualisation }) => (rattrapage && mutualisation) !== null],
    titre: (lieu, periode) => `Contrat de mixité sociale mutualisant ${ecrirePeriode(periode)}, ${lieu}`,
    colonnes: (cadre) => [...aNotifier(cadre), plancherDeMutualisation(cadre.droit), contrat, accord, abaissements],
  },
  cms: {
    libelle: 'Préparer un contrat abaissant',
    feuille: 'Contrat',
    regle: ['Plancher du contrat', ({ rattrapage, abaissement }) => (rattrapage && abaissement) !== null],
    titre: (lieu, periode) => `Contrat de mixité sociale abaissant ${ecrirePeriode(periode)}, ${lieu}`,
    colonnes: (cadre) => [...aNotifier(cadre), plancherCms(cadre.droit), contrat, abaissements],
  },
  bilan: {
    libelle: 'Faire le bilan triennal',
    feuille: 'Bilan',
    passee: true,
    titre: (lieu, periode) => `Bilan triennal ${ecrirePeriode(periode)}, ${lieu}`,
    colonnes: (cadre) => [...situation(cadre), ...bilan(cadre.periode)],
  },
} as const satisfies Readonly<Record<string, Usage>>;

export type NomDUsage = keyof typeof USAGES;
export const NOMS_D_USAGE = Object.keys(USAGES) as readonly NomDUsage[];
