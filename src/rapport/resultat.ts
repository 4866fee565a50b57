import { ecrirePeriode, type Certitude } from '../droit';
import { lectureDe, type LectureDuTableau } from './lecture';
import { articleDe } from '../regles';
import {
  adressePlage,
  contratDe,
  type CodeConstat,
  type Contrat,
  type Controle,
  type Gravite,
  type Verdict,
} from '../tableau';
import { partieDuResultat, type PartieDuResultat } from './natures';

export type { ResultatLigne } from './natures';

/** Ce que le contrôle dit d'un fichier : la forme publique de `--json` (docs/schema-verifier.json). */
export interface ResultatFichier {
  readonly fichier: string;
  /** Le plus sévère des tableaux ; `null` si le fichier n'a pas pu être contrôlé. */
  readonly verdict: Verdict | null;
  readonly erreur?: string;
  readonly tableaux: readonly ResultatTableau[];
}

export interface ResultatTableau extends PartieDuResultat {
  readonly feuille: string;
  readonly plage: string;
  readonly contrat: Contrat;
  /** « 2023-2025 », ou `null` : période non précisée, règle en vigueur depuis la loi 3DS. */
  readonly periode: string | null;
  readonly verdict: Verdict;
  /** Ce qui a été lu du tableau et de ses alentours, et d'où. */
  readonly lecture: LectureDuTableau;
  readonly colonnesIgnorees: readonly string[];
  readonly constats: readonly ResultatConstat[];
}

export interface ResultatConstat {
  readonly code: CodeConstat;
  readonly gravite: Gravite;
  readonly commune: string | null;
  /** La feuille de la cellule, si ce n'est pas celle du tableau. */
  readonly feuille?: string;
  readonly cellule: string | null;
  readonly message: string;
  readonly attendu: number | null;
  readonly constate: number | null;
  readonly article: string;
  readonly certitude: Certitude;
  /** Tant qu'il demeure, le verdict n'est pas « conforme ». */
  readonly empecheDeConclure: boolean;
  /** Ce que le contrôle demande à l'agent, et ce qu'il peut répondre. */
  readonly question?: { readonly texte: string; readonly choix: readonly string[] };
}

export function resultatTableau(controle: Controle): ResultatTableau {
  const { tableau, verdict, constats, contexte } = controle;
  const { periode } = contexte.droit;
  const { totalReference, totalContrat, lignes, ...propre } = partieDuResultat(controle);
  return {
    feuille: tableau.feuille,
    plage: adressePlage(tableau.plage),
    contrat: contratDe(controle),
    periode: periode && ecrirePeriode(periode),
    verdict,
    lecture: lectureDe(controle),
    totalReference,
    totalContrat,
    lignes,
    colonnesIgnorees: tableau.ignorees.map((e) => e.texte),
    constats: constats.map(({ code, gravite, commune, feuille, cellule, message, ...c }) => ({
      code,
      gravite,
      commune,
      ...(feuille !== undefined && { feuille }),
      cellule,
      message,
      attendu: c.attendu,
      constate: c.constate,
      article: articleDe(c.reference),
      certitude: c.certitude,
      empecheDeConclure: c.empecheDeConclure,
      ...(c.question && { question: { texte: c.question.texte, choix: c.question.choix.map((x) => x.libelle) } }),
    })),
    ...propre,
  };
}
