import { normaliser } from '../texte';
import type { ValeursDesFaits } from './types';

const CONTRAT = '(?:cms|contrats?(?: de mixite sociale)?|c m s)';
const ABAISSANT = new RegExp(`\\b${CONTRAT}(?: \\w+){0,2} (?:abaissants?|d abaissement|dits? abaissants?)\\b`);
const MUTUALISANT = new RegExp(
  `\\bcims\\b|\\b${CONTRAT}(?: \\w+){0,3} (?:mutualis(?:ants?|ee?s?|ation)|intercommuna(?:l|ux))\\b|^mutualisation\\b(?! (?:permet|est|n))|\\bmutualisation (?:triennale|intercommunale|des objectifs)\\b`,
);
/** Une phrase qui explique la règle ne nomme pas le contrat de ce tableau. */
const EXPLIQUE =
  /\b(?:dit|disent|non|pas|refus\w*|abandonn\w*|formules?|fonctions?|permet\w*|peut|peuvent|ne|lorsqu\w*|si|cumul\w*|article|doit|doivent|consiste|prevoit|defini\w*|signifie|ou|autres?|ancien\w*|preceden\w*)\b|\bl 302\b/;

/** « Contrats de mixité sociale (L. 302-8, IX) » : l'alinéa nomme le contrat. */
const ARTICLE = /^(?:cms|contrats?(?: de mixite sociale)?|objectifs?)(?: \w+){0,3} l 302 8 (ix|x)$/;

/** « Contrats de mixité sociale abaissants (article L. 302-8-1 du CCH) » : un titre qui cite sa loi n'explique rien. */
const CITATION = /(?: article)? l 302 [89](?: 1)?(?: (?:ix|x))?(?: du cch)?$/;

export function lireGenre(texte: string, nomme = false): ValeursDesFaits['genre'] | undefined {
  const mots = normaliser(texte);
  const article = ARTICLE.exec(mots)?.[1];
  if (article) return article === 'ix' ? 'cms' : 'cims';
  if (!nomme && EXPLIQUE.test(mots.replace(CITATION, ''))) return undefined;
  const abaissant = ABAISSANT.test(mots) || (nomme && /^(?:abaissant|abaissement|ix)\b/.test(mots));
  const mutualisant = MUTUALISANT.test(mots) || (nomme && /^(?:mutualis\w+|intercommunal|x)\b/.test(mots));
  if (abaissant === mutualisant) return undefined;
  return abaissant ? 'cms' : 'cims';
}

const OEUVRE = '(?:contrat|cms|cims|mutualisation|convention|repartition|protocole)';
const PROJET = new RegExp(
  `\\bprojets? (?:d[eu] |initial de )?${OEUVRE}\\b|\\b${OEUVRE}(?: de mixite sociale)? (?:en projet|en preparation|en cours de redaction|en cours d elaboration|a signer)\\b|\\b(?:contrat|cms|cims) sera signe\\b|\\bsignature (?:prevue|du contrat prevue|a venir|envisagee)\\b|^(?:statut |etat )?projet(?: v\\d+)?$|\\bversion projet\\b|^propositions?\\b|\\bobjectifs proposes\\b| propositions? (?:de|du) (?:l )?(?:epci|ddtm?|prefet|bureau)\\b`,
);
const TRAVAIL =
  /\bdocuments? (?:de travail|provisoire|preparatoire|martyr)\b|\bversion (?:provisoire|de travail|non definitive|intermediaire|martyre?)\b|\bbrouillon\b|\bdraft\b|^(?:statut |etat )?provisoire$|\bnon definiti\w+|\ba titre indicatif\b|^(?:objectifs|chiffres) (?:indicatifs|previsionnels)$|^ebauche\b|\b(?:chiffres|donnees|resultats|objectifs|valeurs) provisoires\b|\btableau (?:de travail|provisoire)\b/;
const SIMULATION =
  /\bsimulations?\b|^(?:scenarios?|hypotheses?|variantes?)(?: (?:n )?\w{1,10})?$|\btest de repartition\b|\bdonnees fictives\b|\bexemple fictif\b/;
const SIGNE =
  /\b(?:contrat|cms|cims)(?: \w+){0,5} (?:signe|conclu)(?: (?:le|en|par|du)|$)|^signe (?:le|en) \d|\bversion signee\b|\bdocument signe\b/;
/** Un bilan fait avant la fin de sa période. */
const MI_PARCOURS =
  /^(?:bilan|suivi|point|realisations?|situation|etat)\b(?: \w+){0,5} mi (?:parcours|periode|chemin)\b|^(?:bilan|point|situation) (?:intermediaire|d etape|d avancement)\b|^etat d avancement\b/;
const NIE = /\b(?:non|pas|n est|sera|a etre|doit)\b/;

export function lireStade(texte: string, nomme = false): ValeursDesFaits['stade'] | undefined {
  const mots = normaliser(texte);
  if (PROJET.test(mots) || (nomme && /^projet\b/.test(mots))) return 'projet';
  if (SIMULATION.test(mots) && !/\bne constitue pas une simulation\b/.test(mots)) return 'simulation';
  if (MI_PARCOURS.test(mots)) return 'mi-parcours';
  if (TRAVAIL.test(mots)) return 'provisoire';
  if ((SIGNE.test(mots) || (nomme && /^(?:signee?|conclu)\b/.test(mots))) && !NIE.test(mots)) return 'signe';
  return undefined;
}

const SANS_CONTRAT =
  /^(?:objectifs? |bareme |taux |scenario |situation |references? )?(?:hors|sans) (?:contrat|cms)(?: de mixite sociale)?(?: signe)?$|\bbareme (?:de droit commun|(?:sans|hors) (?:contrat|cms))\b/;

export const lireBareme = (texte: string): ValeursDesFaits['bareme'] | undefined =>
  SANS_CONTRAT.test(normaliser(texte)) ? 'sans contrat' : undefined;
