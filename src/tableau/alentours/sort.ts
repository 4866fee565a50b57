import { ditDUneCommune } from '../lecture/observations';
import { estVide, nettoyer, normaliser } from '../texte';
import { lireAvecVoisin, lireFaits, lirePhrases } from './faits';
import { LONGUEUR_D_UNE_QUESTION, lireReponse } from './libelles';
import { porteUneException, troubleDe } from './trouble';
import type { FaitLu } from './types';

/** Un passage qui n'a pas donné de fait, et pourquoi. */
export interface Passage {
  readonly texte: string;
  readonly motif: string;
}

/** Le sort d'un texte : les faits qu'il dit, les passages qu'on n'a pas compris ; ni l'un ni l'autre : il est sans effet. */
export interface SortDuTexte {
  readonly faits: readonly FaitLu[];
  readonly nonCompris: readonly Passage[];
  /** Pourquoi il est sans effet ; `null` s'il a un autre sort. */
  readonly sansEffet: string | null;
  /** La cellule voisine a été lue avec lui. */
  readonly avecVoisin: boolean;
}

/** Au-delà, un texte n'est pas lu en entier. */
export const LONGUEUR_LUE = 4096;

/** @param surUneLigne le texte est à côté d'une commune : c'est d'elle qu'il parle */
export function sortDuTexte(texte: string, voisin = '', surUneLigne = false): SortDuTexte {
  if (!estVide(voisin)) {
    const ensemble = sortAvecVoisin(texte.slice(0, LONGUEUR_LUE), voisin.slice(0, LONGUEUR_LUE));
    if (ensemble) return ensemble;
  }
  const coupe = texte.slice(0, LONGUEUR_LUE);
  if (estVide(coupe)) return sansEffet('tiret');
  const forme = formeDe(coupe);
  if (forme && !surUneLigne) return sansEffet(forme);
  const phrases = lirePhrases(coupe);
  const nonCompris = phrases.flatMap(({ phrase, reste, faits }): Passage[] => {
    const dit = faits.length > 0 ? reste : phrase;
    const parle =
      troubleDe(dit, surUneLigne) ?? (surUneLigne && ditDUneCommune(dit) ? 'de la commune de cette ligne' : null);
    if (parle && !disent(faits)) return [{ texte: phrase, motif: `parle ${parle}` }];
    return faits.length > 0 ? exceptions(phrase) : [];
  });
  if (texte.length > LONGUEUR_LUE) nonCompris.push({ texte: coupe.slice(0, 120), motif: 'est trop long pour être lu' });
  const faits = phrases.flatMap((p) => p.faits);
  if (faits.length + nonCompris.length > 0) return { faits, nonCompris, sansEffet: null, avecVoisin: false };
  return sansEffet(forme ?? natureDe(coupe));
}

/** Un libellé et sa valeur ; « Objectifs validés », « non » est une réponse dont on ne tire pas de fait. */
function sortAvecVoisin(texte: string, voisin: string): SortDuTexte | null {
  const faits = lireAvecVoisin(texte, voisin) ?? [];
  if (faits.length > 0) return { faits, nonCompris: exceptions(voisin), sansEffet: null, avecVoisin: true };
  if (lireReponse(voisin) !== 'autre' || texte.length > LONGUEUR_D_UNE_QUESTION) return null;
  const ensemble = nettoyer(`${texte} : ${voisin}`);
  const seul = lireFaits(texte)[0]?.quoi;
  const parle = seul === undefined ? troubleDe(ensemble) : 'd’un fait qu’il nie ou suspend';
  return parle
    ? { faits: [], nonCompris: [{ texte: ensemble, motif: `parle ${parle}` }], sansEffet: null, avecVoisin: true }
    : null;
}

/** « Projet de contrat non signé », « données provisoires » : le stade lu est déjà ce que la phrase met en doute. */
const disent = (faits: readonly FaitLu[]): boolean =>
  faits.some(({ quoi, texte }) => quoi === 'stade' && !PRECISE.test(normaliser(texte)));
const PRECISE =
  /\b(?:accords?|avis|plh|hors|sauf|exception|retir\w*|refus\w*|avenants?|maires?|conseils?|non (?:acte|valide|vote|confirme)e?s?)\b/;

/** La valeur d'un libellé peut encore porter une exception : « Période | 2026-2028, hors Saint-Benoît ». */
const exceptions = (phrase: string): Passage[] =>
  porteUneException(phrase) ? [{ texte: nettoyer(phrase), motif: 'parle d’une exception' }] : [];

const sansEffet = (motif: string): SortDuTexte => ({ faits: [], nonCompris: [], sansEffet: motif, avecVoisin: false });

const NOMBRE = /^[-+−]?[\d\s.,   ]{1,30}(?:%|€|k€|pts?|lgts?)?$/iu;
const DATE = /^(?:\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}|\d{4}-\d{2}-\d{2})(?: \d{1,2}[:h]\d{2})?$/;
const PAGE = /^(?:page|p\.?) ?\d{1,4}(?: ?(?:\/|sur|de) ?\d{1,4})?$|^\d{1,4} ?\/ ?\d{1,4}$/i;
const LIEN = /^(?:https?:\/\/|www\.|file:)\S{1,500}$/i;
const ADRESSE = /^\S{1,100}@\S{1,100}$/;

function formeDe(texte: string): string | null {
  const t = texte.trim();
  if (DATE.test(t)) return 'date';
  if (PAGE.test(t)) return 'numéro de page';
  if (NOMBRE.test(t) && !/^(?:19|20)\d{2}\D{1,3}(?:19|20)\d{2}$/.test(t)) return 'nombre';
  if (LIEN.test(t)) return 'lien';
  return ADRESSE.test(t) ? 'contact' : null;
}

const NATURES: readonly (readonly [motif: string, RegExp])[] = [
  ['source', /^sources?\b|^d apres\b|\bsource\b/],
  ['légende', /^legende\b|^en (?:rouge|vert|bleu|jaune|gris|orange|gras|italique)\b|^cellules?\b|^code couleur\b/],
  ['contact', /^contacts?\b|\bsuivie? par\b|^redacteur|^tel\b|^telephone|^courriel|^mel\b|^mail\b|\b0\d(?: \d\d){4}\b/],
  [
    'signature',
    /^(?:le|la|pour le|pour la|p le) (?:prefet\w*|maire|president\w*|directeur|directrice|sous prefet\w*|chef\w*)\b|^signatures?\b|^signe\b|^cachet\b/,
  ],
  [
    'date d’édition',
    /^(?:fait a|fait le|edite|imprime|mis a jour|mise a jour|maj|version|date|etabli|actualise|extrait|export|reunion|v\d)\b|\ble \d{1,2}(?:er)? \w+ \d{4}$/,
  ],
  ['note', /^(?:notes?|nb|n b|nota|remarques?|lecture|rappel|pour memoire|pm|methode|definition|champ|\d{1,2})\b/],
  [
    'somme ou rappel',
    /^(?:total|totaux|sous total|ensemble|somme|moyenne|enveloppe|reste|solde|ecart|dont|plai|plus|pls|a repartir|reserve|objectif)\b/,
  ],
  ['remerciement', /\bmerci\b|\bcordialement\b/],
];

/** Ce qu'est un texte sans effet, pour le dire à l'agent. */
function natureDe(texte: string): string {
  const mots = normaliser(texte);
  const nature = NATURES.find(([, motif]) => motif.test(mots))?.[0];
  return nature ?? (mots.split(' ').length > 14 ? 'note' : 'titre');
}
