import { ANNUAIRE } from '../../annuaire';
import { totalDuBilan } from '../../rapport/natures/bilan';
import { epcisEnMots } from '../../rapport/groupements';
import { ecrirePeriode } from '../../droit';
import { typographier } from '../../nombres';
import { objetDe, partieDuResultat, verdictEnTitre } from '../../rapport/natures';
import { lieuDe } from '../../rapport/presentation';
import { adressePlage, motifDe, type CodeConstat, type Controle, type Verdict } from '../../tableau';
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
  /** Vide : non reconnu. */
  readonly epci: string;
  readonly communes: number;
  /** Le contrat en mots, ou « bilan triennal », « inventaire publié ». */
  readonly objet: string;
  readonly reference: number | null;
  readonly objectif: number | null;
  /** D'un bilan seulement. */
  readonly realises: number | null;
  readonly verdict: Verdict;
  /** Le verdict en titre : un inventaire n'est ni conforme ni non conforme. */
  readonly titre: string;
  readonly bloquants: number;
  /** Ce que le verdict a de plus grave, en une phrase ; vide s'il n'a rien à dire. */
  readonly raison: string;
  /** Vide : la feuille n'en dit pas. */
  readonly periode: string;
  /** Les en-têtes que le contrôle n'a pas employés. */
  readonly ignorees: readonly string[];
  readonly constats: Readonly<Partial<Record<CodeConstat, number>>>;
}

export const resumer = ({ fichier, erreur, controles }: FichierControle): ResumeFichier => ({
  fichier,
  erreur,
  tableaux: controles.map(resumerTableau),
});

function resumerTableau(controle: Controle): ResumeTableau {
  const { tableau, verdict, constats, contexte } = controle;
  const { periode } = contexte.droit;
  const premier = motifDe(constats)?.constat;
  const { totalReference, totalContrat } = partieDuResultat(controle);
  const comptes: Partial<Record<CodeConstat, number>> = {};
  for (const { code } of constats) comptes[code] = (comptes[code] ?? 0) + 1;
  return {
    feuille: tableau.feuille,
    plage: adressePlage(tableau.plage),
    epci: epcisEnMots(controle, ANNUAIRE),
    communes: tableau.lignes.length,
    objet: objetDe(controle),
    reference: totalReference,
    objectif: totalContrat,
    realises: controle.nature === 'bilan' ? totalDuBilan(controle.communes).realises : null,
    verdict,
    titre: verdictEnTitre(controle),
    bloquants: constats.filter(({ gravite }) => gravite === 'bloquant').length,
    raison: premier ? typographier([lieuDe(premier), premier.message].filter(Boolean).join(' : ')) : '',
    periode: periode ? ecrirePeriode(periode) : '',
    ignorees: tableau.ignorees.map(({ texte }) => texte.replace(/\s+/g, ' ')),
    constats: comptes,
  };
}
