import { versNombre } from '../../nombres';
import { compter, type CommuneInventoriee, type Indetermination, type Inventaire } from '../../tableau';

/** Ce qu'un inventaire publié dit, tel que `--json` l'écrit (docs/schema-verifier.json) ; `null` : inconnu. */
export interface ResultatInventaire {
  /** L'année du 1er janvier où les taux sont pris. */
  readonly annee: number | null;
  readonly effectifs: {
    readonly communes: number;
    readonly deficitaires: number;
    readonly enRegle: number;
    readonly carencees: number;
    readonly exemptees: number;
    readonly prelevees: number;
  };
  readonly paliers: readonly {
    readonly palier: string | null;
    readonly tauxRattrapage: number;
    readonly communes: number;
  }[];
  readonly indeterminees: readonly { readonly motif: Indetermination; readonly communes: number }[];
  readonly mutualisables: readonly {
    readonly epci: string;
    readonly communes: readonly { readonly commune: string; readonly codeInsee: string | null }[];
  }[];
  readonly communes: readonly ResultatCommune[];
}

export interface ResultatCommune {
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly cellule: string;
  /** En points, tels qu'ils sont publiés : 16.78 pour « 16,78 % ». */
  readonly tauxPublie: number | null;
  readonly tauxCible: number | null;
  readonly dansLeChamp: boolean | null;
  readonly deficitaire: boolean | null;
  readonly carencee: boolean | null;
  readonly exemptee: boolean | null;
  readonly prelevee: boolean | null;
  /** En euros. */
  readonly prelevement: number | null;
  readonly palier: string | null;
  readonly indetermination: Indetermination | null;
  readonly paliersPossibles: readonly string[];
}

export function resultatInventaire(inventaire: Inventaire): ResultatInventaire {
  const { annee, communes, paliers, indeterminees, mutualisables } = inventaire;
  return {
    annee,
    effectifs: {
      communes: communes.length,
      deficitaires: compter(communes, 'deficitaire'),
      enRegle: compter(communes, 'deficitaire', false),
      carencees: compter(communes, 'carencee'),
      exemptees: compter(communes, 'exemptee'),
      prelevees: compter(communes, 'soumiseAuPrelevement'),
    },
    paliers: paliers.map(({ quoi, communes: effectif }) => ({
      palier: quoi.palier?.libelle ?? null,
      tauxRattrapage: quoi.pourcent / 100,
      communes: effectif.length,
    })),
    indeterminees: indeterminees.map(({ quoi, communes: effectif }) => ({ motif: quoi, communes: effectif.length })),
    mutualisables: mutualisables.map(({ epci, communes: membres }) => ({
      epci,
      communes: membres.map(({ ligne: { commune, codeInsee } }) => ({ commune, codeInsee })),
    })),
    communes: communes.map(resultatCommune),
  };
}

function resultatCommune({ ligne, taux, cible, situation, ...c }: CommuneInventoriee): ResultatCommune {
  const { dansLeChamp, deficitaire, carencee, exemptee, soumiseAuPrelevement, prelevement } = situation;
  return {
    commune: ligne.commune,
    codeInsee: ligne.codeInsee,
    cellule: ligne.cellule('commune'),
    tauxPublie: taux && versNombre(taux.valeur),
    tauxCible: cible,
    dansLeChamp,
    deficitaire,
    carencee,
    exemptee,
    prelevee: soumiseAuPrelevement,
    prelevement: prelevement && versNombre(prelevement),
    palier: c.rattrapage?.palier?.libelle ?? null,
    indetermination: c.indetermination,
    paliersPossibles: c.possibles,
  };
}
