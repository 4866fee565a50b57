import { ecrirePeriode } from '../../droit';
import { versNombre } from '../../nombres';
import {
  aDesChiffres,
  compter,
  type CommuneInventoriee,
  type Groupement,
  type Indetermination,
  type Inventaire,
} from '../../tableau';
import { causeDe } from './inventaire-objectifs';

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
  readonly objectifs: {
    /** « 2026-2028 » ; `null` : la date des taux n'en fonde aucune. */
    readonly periode: string | null;
    readonly ensemble: ResultatGroupement;
    readonly departements: readonly ResultatGroupement[];
    readonly epcis: readonly ResultatGroupement[];
  };
  readonly communes: readonly ResultatCommune[];
}

/** Des sommes de logements reconstitués : `communesSansChiffres` n'y sont pas. */
export interface ResultatGroupement {
  readonly nom: string;
  readonly communes: number;
  readonly communesSansChiffres: number;
  readonly manquantsBas: number;
  readonly manquantsHaut: number;
  readonly objectifReferenceBas: number;
  readonly objectifReferenceHaut: number;
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
  /** Reconstitués des chiffres publiés, en logements entiers : le plus petit et le plus grand ; `null` : sans objet ou inconnu. */
  readonly manquantsBas: number | null;
  readonly manquantsHaut: number | null;
  readonly objectifReferenceBas: number | null;
  readonly objectifReferenceHaut: number | null;
  readonly plancherCmsBas: number | null;
  readonly plancherCmsHaut: number | null;
  readonly plancherMutualisationBas: number | null;
  readonly plancherMutualisationHaut: number | null;
  /** Pourquoi deux nombres, ou aucun ; vide : un seul. */
  readonly cause: string;
}

export function resultatInventaire(inventaire: Inventaire): ResultatInventaire {
  const { annee, communes, paliers, indeterminees, mutualisables, objectifs } = inventaire;
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
    objectifs: {
      periode: objectifs.periode && ecrirePeriode(objectifs.periode),
      ensemble: resultatGroupement(objectifs.ensemble),
      departements: objectifs.departements.map(resultatGroupement),
      epcis: objectifs.epcis.map(resultatGroupement),
    },
    communes: communes.map(resultatCommune),
  };
}

const resultatGroupement = ({
  nom,
  chiffrees,
  sansChiffres,
  manquants,
  reference,
}: Groupement): ResultatGroupement => ({
  nom,
  communes: chiffrees.length,
  communesSansChiffres: sansChiffres.length,
  manquantsBas: manquants.bas,
  manquantsHaut: manquants.haut,
  objectifReferenceBas: reference.bas,
  objectifReferenceHaut: reference.haut,
});

function resultatCommune(commune: CommuneInventoriee): ResultatCommune {
  const { ligne, taux, cible, situation, ...c } = commune;
  const chiffres = aDesChiffres(commune) ? commune.chiffres : null;
  const enRegle = c.chiffres === 'en règle' ? 0 : null;
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
    manquantsBas: chiffres?.manquants.bas ?? enRegle,
    manquantsHaut: chiffres?.manquants.haut ?? enRegle,
    objectifReferenceBas: chiffres?.reference.bas ?? enRegle,
    objectifReferenceHaut: chiffres?.reference.haut ?? enRegle,
    plancherCmsBas: chiffres?.plancherCms?.bas ?? null,
    plancherCmsHaut: chiffres?.plancherCms?.haut ?? null,
    plancherMutualisationBas: chiffres?.plancherMutualisation?.bas ?? null,
    plancherMutualisationHaut: chiffres?.plancherMutualisation?.haut ?? null,
    cause: causeDe(commune),
  };
}
