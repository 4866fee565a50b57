import type { DemandeDeSortant, Sortant } from './sortant';

interface Declaration {
  /** L'aide de l'option. */
  readonly describe: string;
  readonly sortir: (demande: DemandeDeSortant) => Promise<Sortant>;
}

/** Les documents que `verifier` écrit à côté du contrôle, par leur option ; chacun se charge quand on le demande. */
export const SORTANTS = {
  projet: {
    describe:
      'Écrit aussi le projet du contrat que le tableau porte, en .docx, à compléter ; verifier relit ensuite son annexe',
    sortir: async (demande) => (await import('./projet')).sortirLeProjet(demande),
  },
  portrait: {
    describe:
      'Écrit aussi le portrait du département ou de l’EPCI, en .svg : taux contre cible, objectifs contre réalisés, effectifs',
    sortir: async (demande) => (await import('./portrait')).sortirLePortrait(demande),
  },
  lettres: {
    describe:
      'Écrit aussi les lettres de notification des objectifs : un .docx par commune dans ce dossier, ou toutes dans un seul (lettres.docx). Un objectif incertain n’a pas de lettre',
    sortir: async (demande) => (await import('./lettres')).sortirLesLettres(demande),
  },
  objectifs: {
    describe:
      'Écrit aussi, de l’inventaire publié, les objectifs de chaque commune déficitaire, en .xlsx : leur fourchette, et en formules l’objectif du parc notifié',
    sortir: async (demande) => (await import('./objectifs')).sortirLesObjectifs(demande),
  },
  bilan: {
    describe:
      'Écrit aussi le bilan triennal, en .xlsx, sous les titres de colonnes du ministère ; ce qui reste à trancher est dit, et n’y est pas conclu',
    sortir: async (demande) => (await import('./bilan')).sortirLeBilan(demande),
  },
} as const satisfies Readonly<Record<string, Declaration>>;

export type NomDeSortant = keyof typeof SORTANTS;
export const NOMS_DE_SORTANT = Object.keys(SORTANTS) as readonly NomDeSortant[];
