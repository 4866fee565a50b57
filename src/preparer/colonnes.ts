import { anneeDeBase, ecrirePeriode, type Droit, type Periode } from '../droit';
import type { CelluleAEcrire } from '../classeur/feuille-a-ecrire';
import type { Encadre } from '../regles';
import type { CommuneAPreparer } from './commune';
import {
  formuleDeLaReference,
  formuleDesManquants,
  formuleDuPlancherCms,
  formuleDuPlancherDeMutualisation,
} from './formules';

/** Ce qu'une colonne sait de la ligne qu'elle remplit. */
export interface Place {
  /** L'adresse de la cellule d'une autre colonne, sur la même ligne. */
  readonly cellule: (colonne: NomDeColonne) => string;
}

export interface Colonne {
  readonly nom: NomDeColonne;
  readonly titre: string;
  /** En caractères. */
  readonly largeur: number;
  /** Ce que l'agent seul sait : en une ligne, ce qu'il doit y écrire. */
  readonly aRemplir?: string;
  readonly additionnee?: true;
  contenu(commune: CommuneAPreparer, place: Place): CelluleAEcrire;
}

export type NomDeColonne =
  | 'code'
  | 'commune'
  | 'epci'
  | 'statut'
  | 'taux'
  | 'residences'
  | 'logements'
  | 'cible'
  | 'rang'
  | 'manquants'
  | 'reference'
  | 'plancher'
  | 'contrat'
  | 'accord'
  | 'abaissements'
  | 'objectif'
  | 'realises'
  | 'plai'
  | 'pls'
  | 'realisation'
  | 'publies'
  | `${'manquants' | 'reference' | 'cms' | 'mutualisation'}${'Bas' | 'Haut'}`
  | 'cause';

const texte = (valeur: string): CelluleAEcrire => ({ valeur, style: 'texte' });
const nombre = (valeur: number | null): CelluleAEcrire => ({ valeur, style: 'nombre' });
const calculee = (formule: string, style: 'nombre' | 'taux' = 'nombre'): CelluleAEcrire => ({
  formule,
  valeur: '',
  style,
});

const deCommune = (
  nom: NomDeColonne,
  titre: string,
  largeur: number,
  contenu: (c: CommuneAPreparer) => CelluleAEcrire,
): Colonne => ({ nom, titre, largeur, contenu });

const aSaisir = (
  nom: NomDeColonne,
  titre: string,
  largeur: number,
  aRemplir: string,
  additionnee = false,
): Colonne => ({
  nom,
  titre,
  largeur,
  aRemplir,
  ...(additionnee && { additionnee: true }),
  contenu: () => ({ style: 'saisie' }),
});

const calculs = ({ cellule }: Place) => ({
  residences: cellule('residences'),
  logements: cellule('logements'),
  cible: cellule('cible'),
  rang: cellule('rang'),
});

const legale = (
  nom: NomDeColonne,
  titre: string,
  largeur: number,
  formule: (c: ReturnType<typeof calculs>, droit: Droit) => string,
  droit: Droit,
): Colonne => ({
  nom,
  titre,
  largeur,
  additionnee: true,
  contenu: (_, place) => calculee(formule(calculs(place), droit)),
});

/** Qui, où, et ce que l'inventaire en publie. */
export const identite = (avecEpci: boolean): readonly Colonne[] => [
  deCommune('code', 'Code INSEE', 10, (c) => texte(c.code)),
  deCommune('commune', 'Commune', 28, (c) => texte(c.nom)),
  ...(avecEpci ? [deCommune('epci', 'EPCI', 26, (c) => texte(c.epci))] : []),
];

export const statut = deCommune('statut', 'Statut publié', 13, (c) => texte(c.statut ?? 'non publié'));

export const cible = deCommune('cible', 'Taux cible', 8, (c) => ({
  valeur: c.cible === null ? null : c.cible / 100,
  style: c.cible === null ? 'saisie' : 'taux',
}));

export const tauxPublie = (annee: number): Colonne =>
  deCommune('taux', `Taux publié au 1er janvier ${annee}`, 16, (c) => ({
    valeur: c.taux === null ? null : c.taux / 100,
    style: 'taux',
  }));

/** Le parc notifié, que la préfecture et la commune connaissent seules. */
export const parc = (periode: Periode): readonly Colonne[] => [
  aSaisir(
    'residences',
    'Résidences principales',
    15,
    `au 1er janvier ${anneeDeBase(periode)}, telles que notifiées`,
    true,
  ),
  aSaisir('logements', 'Logements sociaux', 13, `au 1er janvier ${anneeDeBase(periode)}, tels que notifiés`, true),
];

export const rang = aSaisir(
  'rang',
  'Rang triennal',
  9,
  '0, 1 ou 2 si la commune est entrée dans le dispositif depuis 2015, sinon 3 ; les formules l’attendent',
);

export const manquants = (droit: Droit): Colonne =>
  legale('manquants', 'Logements manquants', 11, formuleDesManquants, droit);
export const reference = (droit: Droit): Colonne =>
  legale('reference', 'Objectif de référence', 12, formuleDeLaReference, droit);
export const plancherDeMutualisation = (droit: Droit): Colonne =>
  legale('plancher', 'Plancher de mutualisation', 14, formuleDuPlancherDeMutualisation, droit);
export const plancherCms = (droit: Droit): Colonne =>
  legale('plancher', 'Plancher du contrat', 11, formuleDuPlancherCms, droit);

export const contrat = aSaisir('contrat', 'Objectif du contrat', 12, 'ce que le contrat fixe à la commune', true);
export const accord = aSaisir(
  'accord',
  'Accord de la commune',
  11,
  '« oui » si elle accepte un objectif au-dessus de sa référence',
);
export const abaissements = aSaisir(
  'abaissements',
  'Périodes consécutives d’abaissement',
  15,
  'combien, celle-ci comprise, ou 0',
);

/** Les objectifs et les réalisations d'une période, celle que le bilan juge. */
export const bilan = (periode: Periode): readonly Colonne[] => {
  const annees = ecrirePeriode(periode);
  return [
    aSaisir('objectif', `Objectif ${annees}`, 12, 'celui du contrat s’il y en a un, sinon l’objectif notifié', true),
    aSaisir('realises', `Réalisés ${annees}`, 12, 'logements comptés au bilan, report compris', true),
    {
      nom: 'realisation',
      titre: 'Taux de réalisation',
      largeur: 11,
      contenu: (_, { cellule }) =>
        calculee(
          `=IF(AND(ISNUMBER(${cellule('objectif')}),ISNUMBER(${cellule('realises')})),IF(${cellule('objectif')}>0,${cellule('realises')}/${cellule('objectif')},""),"")`,
          'taux',
        ),
    },
    aSaisir('plai', 'PLAI réalisés', 9, 'PLAI ou assimilés, parmi les logements réalisés', true),
    aSaisir('pls', 'PLS réalisés', 9, 'PLS ou assimilés, parmi les logements réalisés', true),
  ];
};

type ChiffresEncadres = NonNullable<CommuneAPreparer['chiffres']>;
type Grandeur = 'manquants' | 'reference' | 'cms' | 'mutualisation';

const ENCADREES: Readonly<Record<Grandeur, readonly [string, (c: ChiffresEncadres) => Encadre | null]>> = {
  manquants: ['Fourchette des manquants', (c) => c.manquants],
  reference: ['Fourchette de la référence', (c) => c.reference],
  cms: ['Fourchette du plancher CMS', (c) => c.plancherCms],
  mutualisation: ['Fourchette du plancher de mutualisation', (c) => c.plancherMutualisation],
};

/** Ce que les chiffres publiés encadrent, tant que le parc notifié n'est pas rempli : au moins, au plus, et pourquoi deux nombres. */
export const encadrement = (): readonly Colonne[] => [
  deCommune('publies', 'Logements publiés', 11, (c) => nombre(c.lls)),
  ...(Object.entries(ENCADREES) as [Grandeur, (typeof ENCADREES)[Grandeur]][]).flatMap(([nom, [titre, de]]) =>
    (['Bas', 'Haut'] as const).map((bout): Colonne => ({
      nom: `${nom}${bout}`,
      titre: `${titre}, au ${bout === 'Bas' ? 'moins' : 'plus'}`,
      largeur: 11,
      additionnee: true,
      contenu: ({ chiffres }) => {
        const encadre = chiffres && de(chiffres);
        return nombre(encadre ? (bout === 'Bas' ? encadre.bas : encadre.haut) : null);
      },
    })),
  ),
  deCommune('cause', 'D’où vient la fourchette', 26, (c) => texte(c.cause)),
];
