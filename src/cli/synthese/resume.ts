import { ANNUAIRE } from '../../annuaire';
import { versNombre } from '../../nombres';
import { verdictEnTitre } from '../../rapport/presentation';
import {
  adressePlage,
  epciDuTableau,
  type CodeConstat,
  type Contrat,
  type Controle,
  type Verdict,
} from '../../tableau';
import type { FichierControle } from '../verifier';

/** Ce qu'une synthèse garde d'un fichier, et rien de plus : cinq cents fichiers ne pèsent pas. */
export interface ResumeFichier {
  readonly fichier: string;
  readonly erreur: string | null;
  readonly tableaux: readonly ResumeTableau[];
}

export interface ResumeTableau {
  readonly feuille: string;
  readonly plage: string;
  readonly epci: string | null;
  readonly communes: number;
  readonly contrat: Contrat;
  readonly reference: number | null;
  readonly objectif: number | null;
  readonly verdict: Verdict;
  /** Le verdict en titre : un inventaire n'est ni conforme ni non conforme. */
  readonly titre: string;
  readonly constats: Readonly<Partial<Record<CodeConstat, number>>>;
}

export const resumer = ({ fichier, erreur, controles }: FichierControle): ResumeFichier => ({
  fichier,
  erreur,
  tableaux: controles.map(resumerTableau),
});

function resumerTableau(controle: Controle): ResumeTableau {
  const { tableau, contrat, totaux, verdict, constats } = controle;
  const comptes: Partial<Record<CodeConstat, number>> = {};
  for (const { code } of constats) comptes[code] = (comptes[code] ?? 0) + 1;
  return {
    feuille: tableau.feuille,
    plage: adressePlage(tableau.plage),
    epci: epciDuTableau(tableau.lignes, ANNUAIRE),
    communes: tableau.lignes.length,
    contrat,
    reference: totaux.reference && versNombre(totaux.reference),
    objectif: totaux.contrat,
    verdict,
    titre: verdictEnTitre(controle),
    constats: comptes,
  };
}
