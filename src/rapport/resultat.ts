import { versNombre } from '../nombres';
import { ecrirePeriode, type Certitude, type Droit } from '../droit';
import { articleDe } from '../regles';
import { adressePlage, type CodeConstat, type Contrat, type Controle, type Gravite, type Verdict } from '../tableau';
import { resultatBilan, type ResultatBilan } from './bilan';
import { resultatInventaire, type ResultatInventaire } from './resultat-inventaire';

/** Ce que le contrôle dit d'un fichier : la forme publique de `--json` (docs/schema-verifier.json). */
export interface ResultatFichier {
  readonly fichier: string;
  /** Le plus sévère des tableaux ; `null` si le fichier n'a pas pu être contrôlé. */
  readonly verdict: Verdict | null;
  readonly erreur?: string;
  readonly tableaux: readonly ResultatTableau[];
}

export interface ResultatTableau {
  readonly feuille: string;
  readonly plage: string;
  readonly contrat: Contrat;
  /** « 2023-2025 », ou `null` : période non précisée, règle en vigueur depuis la loi 3DS. */
  readonly periode: string | null;
  readonly verdict: Verdict;
  readonly totalReference: number | null;
  readonly totalContrat: number | null;
  readonly lignes: readonly ResultatLigne[];
  readonly colonnesIgnorees: readonly string[];
  readonly constats: readonly ResultatConstat[];
  /** Seulement si le tableau est un inventaire publié. */
  readonly inventaire?: ResultatInventaire;
  /** Seulement si le tableau est un bilan triennal. */
  readonly bilan?: readonly ResultatBilan[];
}

/** Logements non arrondis ; `tauxRattrapage` est un rapport (0,33) ; `null` : inconnu. */
export interface ResultatLigne {
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly cellule: string;
  readonly manquants: number | null;
  readonly tauxRattrapage: number | null;
  readonly objectifReference: number | null;
  readonly objectifContrat: number | null;
}

export interface ResultatConstat {
  readonly code: CodeConstat;
  readonly gravite: Gravite;
  readonly commune: string | null;
  readonly cellule: string | null;
  readonly message: string;
  readonly attendu: number | null;
  readonly constate: number | null;
  readonly article: string;
  readonly certitude: Certitude;
}

const SEVERITE: readonly Verdict[] = ['non conforme', 'indetermine', 'conforme'];

export const verdictDuFichier = (verdicts: readonly Verdict[]): Verdict | null =>
  SEVERITE.find((verdict) => verdicts.includes(verdict)) ?? null;

export function resultatTableau(
  { tableau, contrat, verdict, lignes, totaux, constats, inventaire, bilan }: Controle,
  droit: Droit,
): ResultatTableau {
  return {
    feuille: tableau.feuille,
    plage: adressePlage(tableau.plage),
    contrat,
    periode: droit.periode && ecrirePeriode(droit.periode),
    verdict,
    totalReference: totaux.reference && versNombre(totaux.reference),
    totalContrat: totaux.contrat,
    lignes: lignes.map(({ ligne, manquants, rattrapage, reference, contrat: objectif }) => ({
      commune: ligne.commune,
      codeInsee: ligne.codeInsee,
      cellule: ligne.cellule('commune'),
      manquants: manquants && versNombre(manquants),
      tauxRattrapage: rattrapage && rattrapage.pourcent / 100,
      objectifReference: reference && versNombre(reference),
      objectifContrat: objectif,
    })),
    colonnesIgnorees: tableau.ignorees.map((e) => e.texte),
    constats: constats.map(({ code, gravite, commune, cellule, message, attendu, constate, reference, certitude }) => ({
      code,
      gravite,
      commune,
      cellule,
      message,
      attendu,
      constate,
      article: articleDe(reference),
      certitude,
    })),
    ...(inventaire && { inventaire: resultatInventaire(inventaire) }),
    ...(bilan && { bilan: bilan.map(resultatBilan) }),
  };
}
