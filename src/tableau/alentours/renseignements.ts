import { CIBLES } from '../../droit';
import { lireNombre, versNombre } from '../../nombres';
import { enPoints } from '../lecture/cellules';
import { estInconnue, nettoyer, normaliser } from '../texte';
import { anneesDe } from './annees';
import type { ValeursDesFaits } from './types';

const EPCI =
  /^(?:cu|ca|cc|ept|communaute (?:urbaine|d agglomeration|de communes)|metropole|eurometropole|grand paris)\b(?! (?:de )?(?:la )?commune\b)/;
const PHRASE = /\b(?:est|sont|a|ont|sera|doit|pour|par|avec|dans|non|pas|sans|objectifs?|contrats?|accords?)\b/;
const LONGUEUR_D_UN_NOM = 80;

/** Le nom d'un EPCI : la valeur d'un libellé « EPCI », ou un texte qui n'est que ce nom (« CU Grand Poitiers »). */
export function lireEpci(texte: string, nomme = false): string | undefined {
  const mots = normaliser(texte);
  if (estInconnue(texte) || /^(?:a|en|non|voir|oui)\b/.test(mots)) return undefined;
  if (!mots || texte.length > LONGUEUR_D_UN_NOM || /\d{4}|%/.test(texte) || !/[a-z]{2}/.test(mots)) return undefined;
  if (!nomme && (!EPCI.test(mots) || PHRASE.test(mots) || !mots.includes(' ') || /[:=]/.test(texte))) return undefined;
  return nettoyer(texte);
}

const CIBLE = /\b(?:taux (?:cible|legal|sru)|cible|taux (?:legal )?a atteindre|objectif legal)\b/;
const SELON = /\b(?:ou|selon|sauf|suivant|pour|hors|respectivement|dont|moins|plus)\b/;

/** Le taux cible de tout le tableau, en points ; `null` : aucun de ceux de la loi ; `undefined` : pas dit, ou propre à des communes. */
export function lireTauxCible(texte: string, nomme = false): number | null | undefined {
  const mots = normaliser(texte);
  if (!nomme && !CIBLE.test(mots)) return undefined;
  const sansAnnees = texte.replace(/(?:19|20)\d{2} ?[-–—/] ?(?:19|20)\d{2}/g, ' ');
  const pourcents = [...sansAnnees.matchAll(/(\d{1,3}(?:[.,]\d{1,4})?) ?%/g)].map((t) => t[1]!);
  const ecrits = pourcents.length > 0 ? pourcents : nomme ? [texte.trim()] : [];
  if (ecrits.length !== 1 || SELON.test(mots) || /[<>≥≤=×*]|\d ?-/.test(sansAnnees)) return undefined;
  const lu = lireNombre(ecrits[0]!);
  if (!lu) return undefined;
  const enRapport = pourcents.length === 0 && versNombre(lu.valeur) < 1;
  const points = versNombre((enRapport ? enPoints(lu) : lu).valeur);
  return CIBLES.some((cible) => cible === points) ? points : nomme || pourcents.length > 0 ? null : undefined;
}

const MILLIERS =
  /^milliers$|^x ?1 ?000$|\b(?:en milliers?|milliers? de (?:logements|residences|lls|rp)|x 1 ?000|en k(?:lgts?)?|unite milliers?)\b/;
const AUTRE_GRANDEUR = /\b(?:euros?|habitants?|hab|keur|k eur|population|m2|montants?|prelevements?|potentiel)\b|€/;
const LOGEMENTS =
  /\b(?:en (?:nombre de )?(?:logements|lgts)|unites? (?:le )?(?:nombre de )?logements?|nombre de logements)$/;

export function lireUnite(texte: string, nommee = false): ValeursDesFaits['unite'] | undefined {
  const mots = normaliser(texte);
  if (AUTRE_GRANDEUR.test(mots) || texte.includes('€')) return undefined;
  if (MILLIERS.test(mots) || (nommee && /^milliers?\b|^1 ?000$/.test(mots))) return 'milliers';
  return LOGEMENTS.test(mots) || (nommee && /^(?:nombre de )?(?:logements?|lgts?)$/.test(mots))
    ? 'logements'
    : undefined;
}

const DONNEES =
  /\b(?:rp|lls|residences principales|logements (?:locatifs )?sociaux|donnees|inventaires?|situation|parc|millesime|manquants?|etat des lieux|base|chiffres|decompte)\b/;
const AU_PREMIER_JANVIER = /\b(?:au |du )?(?:0?1|1er|premier) (?:0?1|janv(?:ier)?) ((?:20)?\d{2})\b/;
const INVENTAIRE =
  /\b(?:inventaires? (?:annuel )?(?:sru )?(?:de |du |annee |au )?|millesime (?:de l inventaire |des donnees |inventaire )?)((?:19|20)\d{2})\b/;
const AUTRE_MILLESIME =
  /\b(?:population|recensement|insee|rpls|filosofi|dgfip|fiscal\w*|numero|demande|sne|habitants?|dsu|dsr)\b/;

/** L'année du 1er janvier des données SRU ; ni celle d'un recensement, ni celle d'une autre source. */
export function lireMillesime(texte: string, nomme = false): number | undefined {
  const mots = normaliser(texte);
  if (nomme) {
    const annees = [...new Set(anneesDe(texte))];
    return annees.length === 1 ? annees[0] : undefined;
  }
  if (AUTRE_MILLESIME.test(mots)) return undefined;
  const inventaire = INVENTAIRE.exec(mots)?.[1];
  const jour = DONNEES.test(mots) ? AU_PREMIER_JANVIER.exec(mots)?.[1] : undefined;
  const annee = jour ?? inventaire;
  return annee ? Number(annee.padStart(4, '20')) : undefined;
}
