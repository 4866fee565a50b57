import { normaliser } from '../texte';
import { anneesDe, suitesDe } from './annees';
import type { Annees } from './types';

const PLH =
  /\b(?:plhi?|plui ?hd?|pluih|programme local de l habitat|document (?:executoire )?en tenant lieu|plui valant)\b/;

/** Le PLH n'y est qu'un document cité : rien n'est dit de sa valeur. */
const CITE =
  /\b(?:annexee?s? au|compatib\w+ avec (?:le|les orientations du)|conform\w+ (?:au|aux orientations du|a celui du)|orientations? du|(?:les |des )?objectifs? (?:annuels? )?(?:inscrits? )?(?:du|au|dans le|de production du)|fiches?(?: actions?)? du|bilan du|observatoire du|territorialisation du|actions? du|prevue?s? (?:au|par le|dans le)|inscrite?s? (?:au|dans le)|issue?s? du|sources?|selon le|comite de pilotage du|copil du|axe \w+ du|volet \w+ du|diagnostic du) (?:plhi?|plui ?h|pluih|programme local de l habitat)\b/g;

const ENCORE_RIEN =
  /\b(?:elabor\w*|revis\w*|prevue?s?|projet|proroge\w*|prorogation|futur|prochain\w*|engagee?|lancee?|prescrite?|preparation|etude|pas encore|partiel\w*|renouvel\w*|bientot|suspendu\w*|recours|contentieux|sous reserve|reserve\w*|condition\w*|attente|attendue?|confirmer|verifier|preciser|valider|sera|seront|serait|devrait|devra|doit|adopter|approuver|arreter|executoire en|si|en cours|a venir|horizon|transmise?|soumise?|modification|apres (?:un )?delai|communal|communaux|avis de l etat|finalis\w*|consultation|diagnostic|phase|incertain\w*|discussion)\b/;
const OUI =
  /\b(?:oui|o|x|ok|yes|vrai|executoire|adoptee?|approuvee?|en vigueur|valide|validee?|valant|couverte?s?|opposable|valable|existante?|existe|actif|applicable|dispose|dote|signee?)\b/;
const NON =
  /\b(?:depourvue?|non|no|faux|aucun|pas|sans|absence|absent|expiree?|echue?|caduc|caduque|annulee?|abrogee?|inexistante?|neant|abandonnee?|plus|perimee?|echeance (?:depassee|atteinte)|arrivee? a (?:echeance|terme|expiration)|terminee?|obsolete)\b/;
const NIE =
  /\b(?:non|pas|ni|n est plus|plus|aucun|absence|sans)(?: de| d un| d)?(?: plh| programme local de l habitat)? (?:executoire|adoptee?|approuvee?|en vigueur|valide|couverte?s?|opposable|existante?|applicable)\b/g;
/** « L'EPCI ne dispose pas de PLH exécutoire », « n'est doté d'aucun PLH ». */
const PRIVE =
  /\b(?:ne|n) (?:dispose|possede|beneficie|est dotee?|est couverte?|a) (?:pas|plus|d aucun|par aucun|aucun)\b(?: d(?:e|un)?)?(?: plh| programme local de l habitat)?(?: executoire| adopte| approuve| en vigueur)?/g;
const DOUBLE_NEGATION = /\b(?:non|pas|ni) (?:expiree?|echue?|caduc|caduque|annulee?|abrogee?|perimee?|encore)\b/;
const NEUTRES = /\ben cours de validite\b/g;
const SANS_RESERVE = /\bsans (?:aucune )?(?:reserves?|observations?|remarques?)\b/g;
/** « Expire en 2027 » n'est pas « expiré en 2023 ». */
const EXPIRERA = /\bexpire(?:ra)? (?=en|le|fin|au|à)/i;
/** L'arrêt du projet de PLH précède son adoption. */
const ARRETE = /\barretee?\b(?! prefectoral| n | du prefet)/;

export const parleDuPlh = (texte: string): boolean => PLH.test(normaliser(texte).replace(CITE, ' '));

export interface PlhLu {
  readonly valeur: boolean | null;
  readonly validite?: Annees;
}

/**
 * Ce qu'un passage dit du PLH ; `undefined` : rien.
 * @param nomme le passage est la valeur d'un libellé « PLH » : il doit répondre
 */
export function lirePlh(texte: string, nomme = false): PlhLu | undefined {
  const mots = normaliser(texte).replace(CITE, ' ').replace(NEUTRES, ' en vigueur ').replace(SANS_RESERVE, ' ');
  if (!nomme && !PLH.test(mots)) return undefined;
  const validite = validiteDe(texte, mots);
  if (nomme && QUANTITE.test(mots) && !OUI.test(mots) && !NON.test(mots)) return undefined;
  const valeur = reponse(texte, mots, validite !== undefined && suitesDe(texte).length > 0, nomme);
  if (valeur === undefined) return undefined;
  return valeur && validite ? { valeur, validite } : { valeur };
}

function reponse(texte: string, mots: string, date: boolean, nomme: boolean): boolean | null | undefined {
  if (/^1$/.test(mots) || COCHE_OUI.test(texte)) return true;
  if (/^0$/.test(mots) || COCHE_NON.test(texte)) return false;
  if (EXPIRERA.test(texte)) return null;
  const affirme = mots.replace(PRIVE, ' non ').replace(NIE, ' non ');
  const [oui, non] = [OUI.test(affirme), NON.test(affirme)];
  if (DOUBLE_NEGATION.test(mots) || ENCORE_RIEN.test(mots) || (ARRETE.test(mots) && !oui)) return null;
  if (texte.includes('?') && !/\?[\s:]*[^\s:?]/.test(texte)) return null;
  if (oui !== non) return oui;
  if (oui) return null;
  return date || (nomme && DATE.test(texte)) ? true : nomme ? null : undefined;
}

/** « PLH : 150 logements par an » : un objectif du PLH, non sa valeur. */
const QUANTITE = /\b\d+ (?:logements|lgts|lls|par an)\b|^[2-9]\d*$|^1\d+$/;
const DATE = /^(?:du |le |depuis le )?\d{1,2}(?:er)?[/. ][\p{L}\d]{1,9}[/. ]\d{4}$/u;
const COCHE_OUI = /^[✓✔☑✅]|[☒☑]\s*oui\b/iu;
const COCHE_NON = /^[✗✘❌]|[☒☑]\s*non\b/iu;

/** Un PLH vaut six ans (L. 302-1). */
const DUREE = 6;

function validiteDe(texte: string, mots: string): Annees | undefined {
  const [suite] = suitesDe(texte);
  if (suite) return { debut: suite.debut, fin: Math.min(suite.fin, suite.debut + DUREE) };
  const annees = anneesDe(texte);
  if (annees.length === 0) return undefined;
  if (/\b(?:jusqu|echeance|expire|valable|fin)\b/.test(mots)) {
    const fin = Math.max(...annees);
    return { debut: fin - DUREE, fin };
  }
  const debut = Math.max(...annees);
  return { debut, fin: debut + DUREE };
}
