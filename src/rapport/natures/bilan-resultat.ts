import { versNombre, type Quantite } from '../../nombres';
import { carencesPossibles, type CommuneDressee, type IssueDuBilan, type Part } from '../../tableau';

/** Un bilan, tel que `--json` l'écrit ; les taux sont des rapports, non arrondis ; `null` : inconnu, sans objet, ou rien n'en est affirmé. */
export interface ResultatBilan {
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly cellule: string;
  readonly objectif: number | null;
  readonly realises: number | null;
  readonly tauxRealisation: number | null;
  readonly manquent: number | null;
  readonly plai: ResultatPart;
  readonly pls: ResultatPart;
  readonly objectifAtteint: boolean | null;
  readonly respectQualitatif: boolean | null;
  readonly respectGlobal: boolean | null;
  readonly issue: IssueDuBilan;
  /** Le rang de la commune parmi celles dont la carence peut être proposée, de ce qui manque le plus ; `null` : elle n'en est pas. */
  readonly rangDeCarence: number | null;
  readonly majorationPlancher: number | null;
  /** Ce que le tableau dit envisagé. */
  readonly carenceEnvisagee: boolean | null;
  readonly majorationEnvisagee: number | null;
  /** En euros, avant les dépenses déductibles et le report. */
  readonly prelevement: number | null;
  /** En euros, au taux plancher, si la carence est prononcée. */
  readonly prelevementMajore: number | null;
  /** Le même, si le potentiel fiscal relève le plafond ; `null` s'il n'y change rien. */
  readonly prelevementMajoreSiPotentielEleve: number | null;
  /** `null` : à préciser, ou rien n'est dû. */
  readonly exoneree: boolean | null;
  readonly prelevementManque: readonly string[];
  /** L'objectif de référence de la période suivante, au plus proche. */
  readonly objectifSuivant: number | null;
  readonly historique: readonly ResultatPasse[];
}

interface ResultatPart {
  readonly realises: number | null;
  /** Le minimum de PLAI, le maximum de PLS ; plusieurs quand la loi ne dit pas sur quoi la part se compte. */
  readonly bornes: readonly number[];
  /** Écrit dans le bilan, et non la part que la loi fixe. */
  readonly objectifPropre: boolean;
}

interface ResultatPasse {
  readonly periode: string;
  /** Ses titres ne portent pas toutes leurs années : celles des colonnes voisines. */
  readonly deduite: boolean;
  readonly objectif: number | null;
  readonly realises: number | null;
  readonly carencee: boolean | null;
}

export function resultatBilan(communes: readonly CommuneDressee[]): readonly ResultatBilan[] {
  const rangs = new Map(carencesPossibles(communes).map(({ ligne }, i) => [ligne, i + 1]));
  return communes.map((commune) => resultatDe(commune, rangs.get(commune.ligne) ?? null));
}

const nombre = (f: Quantite | null | undefined): number | null => (f ? versNombre(f) : null);
const part = ({ constate, bornes, propre }: Part): ResultatPart => ({
  realises: constate,
  bornes,
  objectifPropre: propre,
});

function resultatDe(commune: CommuneDressee, rangDeCarence: number | null): ResultatBilan {
  const { ligne, bilan, envisage, prelevement, suite, qualitatif, atteint } = commune;
  const { majoration: majorationEnvisagee } = envisage;
  const majore = atteint === false ? prelevement.majore : null;
  return {
    commune: ligne.commune,
    codeInsee: ligne.codeInsee,
    cellule: ligne.cellule('commune'),
    objectif: commune.objectif,
    realises: commune.realises,
    tauxRealisation: nombre(bilan?.taux),
    manquent: commune.manquent,
    plai: part(qualitatif.plai),
    pls: part(qualitatif.pls),
    objectifAtteint: atteint,
    respectQualitatif: commune.qualite,
    respectGlobal: commune.respect,
    issue: commune.issue,
    rangDeCarence,
    majorationPlancher: atteint === false ? nombre(bilan?.majoration) : null,
    carenceEnvisagee: envisage.carence,
    majorationEnvisagee: majorationEnvisagee && versNombre(majorationEnvisagee) / 100,
    prelevement: nombre(prelevement.prelevement?.valeur),
    prelevementMajore: nombre(majore?.calcul.valeur),
    prelevementMajoreSiPotentielEleve: nombre(majore?.siPotentielEleve?.valeur),
    exoneree: prelevement.sort?.exoneree ?? null,
    prelevementManque: prelevement.manque,
    objectifSuivant: 'manque' in suite ? null : versNombre(suite.objectif.valeur),
    historique: commune.passe.map(({ debut, fin, deduite, objectif, realises, carencee }) => ({
      periode: `${debut}-${fin}`,
      ...{ deduite, objectif, realises, carencee },
    })),
  };
}
