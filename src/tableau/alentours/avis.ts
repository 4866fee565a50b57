import { normaliser } from '../texte';
import type { Avis } from '../contrat-et-avis';

/** D'un contrat de mixité sociale, l'avis qui se recueille est le sien. */
const RECUEILLI = /^(?:l )?avis (?:a recueillir|recueilli)$/;
const NATIONALE = /\bcommission nationale\b|\bcn ?sru\b|\bcommission sru\b|\bavis sru\b|\bcom nat(?:ionale)?\b/;
const AUTRE_INSTANCE =
  /\b(?:c3?rhh?|cdh|cdc|cdpenaf|comite|conseils?|maires?|prefete?|prefecture|sous prefete?|ddtm?s?|dreal|drihl|deal|abf|domaines?|bureau|commission (?:departementale|locale|habitat|urbanisme|communautaire|municipale|intercommunale|permanente|d attribution|de l habitat|regionale|des finances)|departement|region|anah|bailleurs?|epci|communaute|metropole|intercommunalite|etat|juridique|technique|services?|communes?|municipale?|president|presidente|scot|agence|mission)\b/;

const INCERTAIN =
  /\b(?:sous reserves?|reserves?|reservee?|conditionnee?s?|conditionnel\w*|sous conditions?|a condition|confirmer|verifier|preciser|partiel\w*|mitige|ajourne\w*|sursis|suspendu\w*|annulee?|repute|(?:non|pas|d avis) (?:requis|necessaire|obligatoire)|sans suite|tacite|oral|informel|contest\w*|recours|contradictoire)\b/;
const SANS_RESERVE = /\bsans (?:aucune )?(?:reserves?|observations?|remarques?|conditions?)\b/g;
const A_VENIR =
  /\b(?:recueillir|solliciter|saisir|obtenir|demander|rendre|produire|attente|attendue?|a venir|prevue?|sera|seront|devra|doit|prochaine?|programmee?|sous \d+|en cours|pas encore|sollicitee?|demandee?|saisine|saisie|transmise?|inscrite?|passage|presente?e?|examen|instruction|restera?|venir|espere)\b/;
const CONTRE = /\b(?:defavorable|defav|negatif|contre|oppose|rejete?e?)\b/;
const POUR =
  /\b(?:favorable|fav|positif|conforme|recueillie?|rendue?|obtenue?|recue?|emise?|donnee?|oui|ok|acquis|pour|vu l avis)\b/;
const RIEN = /\b(?:non|pas|aucun|sans|absent|absence|manquante?|manque|neant|jamais|ni)\b/;
const PAS_CONTRE = /\b(?:non|pas|ni) (?:defavorable|oppose)/;
const DATE = /\bdu (?:\d{1,2}(?:er)? )?(?:\d{1,2}|[a-z]{3,9}) (?:19|20)\d{2}\b/;

/** « Avis : ☒ recueilli ☐ à recueillir » : chaque case précède son choix, et celui d'une case vide n'est pas fait. */
const CASES_D_ABORD = /^(?:[^☐☒☑:]*:)? {0,3}(?:☐[^☐☒☑]*)?[☒☑]/u;
const CASE_VIDE = /☐[^☐☒☑]*/gu;

/**
 * Ce qu'un passage dit de l'avis de la commission nationale SRU ; `null` : à confirmer ; `undefined` : il n'en parle pas.
 * L'avis d'une autre instance n'en est pas un ; un avis dont on ne dit pas l'instance est à confirmer.
 */
export function lireAvis(ecrit: string, nomme = false): Avis | null | undefined {
  const texte = CASES_D_ABORD.test(ecrit) ? ecrit.replace(CASE_VIDE, ' ') : ecrit;
  const mots = normaliser(texte).replace(SANS_RESERVE, ' ');
  const nationale = nomme || NATIONALE.test(mots) || RECUEILLI.test(mots);
  if (!nationale && !/\bavis\b/.test(mots)) return undefined;
  const autre = AUTRE_INSTANCE.test(mots.replace(NATIONALE, ' '));
  if (!nationale)
    return autre || !/^(?:avis|l avis)\b/.test(mots) ? undefined : sens(texte, mots) === undefined ? undefined : null;
  const lu = sens(texte, mots);
  if (lu === undefined) return nomme ? null : undefined;
  return autre && lu !== 'a-recueillir' ? null : lu;
}

function sens(texte: string, mots: string): Avis | null | undefined {
  const [contre, pour, rien] = [CONTRE.test(mots), POUR.test(mots), RIEN.test(mots)];
  if (INCERTAIN.test(mots) || PAS_CONTRE.test(mots) || (texte.includes('?') && !/\?[\s:]*[^\s:?]/.test(texte)))
    return null;
  if (/^0$/.test(mots) || /^[✗✘❌]/u.test(texte)) return 'manquant';
  if (/^[1x]$/.test(mots) || /^[✓✔☑✅]/u.test(texte)) return 'recueilli';
  if (/\bpas encore\b/.test(mots)) return 'a-recueillir';
  if (rien) return /\b(?:pas|non) (?:favorable|positif|conforme)\b/.test(mots) || contre ? null : 'manquant';
  if (contre) return pour ? null : A_VENIR.test(mots) ? null : 'defavorable';
  const aVenir = A_VENIR.test(mots);
  if (aVenir && pour)
    return /\b(?:rendue?|recueillie?|obtenue?|recue?|emise?)\b/.test(mots)
      ? null
      : FUTUR.test(mots)
        ? 'a-recueillir'
        : null;
  if (aVenir) return 'a-recueillir';
  if (pour) return 'recueilli';
  return /\bavis\b/.test(mots) && DATE.test(mots) ? 'recueilli' : undefined;
}

const FUTUR = /\b(?:attendue?|attente|prevue?|sera|espere|a venir|obtenir|recueillir|demander)\b/;
