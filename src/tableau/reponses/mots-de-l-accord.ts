import { lexique } from './lexique';
import type { Genre } from './reponse';

/** Ces mots répondent s'ils sont tout le texte ; ailleurs, « n » ou « pour » disent autre chose. */
export const SEULS: ReadonlyMap<string, boolean> = new Map([
  ...['oui', 'x', 'o', 'y', '1', 'vrai', 'true', 'pour'].map((mot) => [mot, true] as const),
  ...['non', 'n', 'no', '0', 'faux', 'false'].map((mot) => [mot, false] as const),
]);

/**
 * Les mots d'un accord. Ceux qui suspendent (« sous réserve », « si », « demandé », « verbal », « ? ») n'y sont pas : tout ce qui
 * n'est pas ici suffit à rendre la réponse « à confirmer ».
 */
export const MOTS = lexique<Genre>(
  {
    positif: [
      'oui, ouii, oiu, yes, ok, okay, ok pour la commune, ok commune, oui pour la commune, d accord, daccord, d acord, bon pour accord, feu vert',
      'favorable+, favorablement, agreed, approved',
      'accepte+, accorde+, approuve+, valide+, consenti+, vote pour, votee pour, vote a l unanimite',
      'a accepte, a accorde, a approuve, a valide, a consenti, a vote pour, a votee pour',
      'approuve+ au, valide+ au, accepte+ au',
    ],
    accord: [
      'accord, accords, acord, accrod, acccord, consentement, aval du maire, aval de la commune, aval du conseil municipal, a donne son aval, a donne son accord, donne son accord, agreement',
    ],
    acte: ['adopte+, votee, votees, a adopte, adopte+ au, votee au'],
    recu: ['donne+, obtenu+, acquis, acquise, acquises, signe+, a donne, a signe, obtenu+ au, donne+ au, x'],
    refus: [
      'non, refus, rejet, contre, desaccord, en desaccord, opposition, oppose+, defavorable+, defavorablement, ✗, ✗ non, ✗ refus',
      's oppose, s y oppose, s est oppose+, est oppose+, vote contre, votee contre, a vote contre, a votee contre',
      'pas d accord, pas d acord, pas du tout d accord, pas favorable, non favorable, aucun accord, sans accord, absence d accord, defaut d accord',
      'n est pas d accord, n est pas favorable, n a pas donne son accord, ne donne pas son accord, ne souhaite pas, ne veut pas, disagree, rejected, refused',
    ],
    perte: [
      'refuse+, rejete+, retire+, annule+, abroge+, denonce+, caduc, caduque, caducs, caduques, revoque+, resilie+, invalide+',
      'a refuse, a rejete, a retire, a annule, a denonce, absent+, manquant+',
      'non donne+, non obtenu+, non acquis, non acquise, non recu+, non accorde+, non adopte+, non approuve+, non accepte+, non valide+, non signe+, non votee',
    ],
    piece: [
      'avis, deliberation, deliberations, delib, delibs, deliberatif, dcm, courrier, courriers, lettre, mail, mel, courriel, email',
      'reponse, recu+, vote, votes, pv, proces verbal, compte rendu, attestation, extrait, decision, transmis+ en prefecture, recu+ en prefecture, depose+ en prefecture',
    ],
    neutre: [
      'le, la, les, l, un, une, du, de, des, d, en, par, et, est, son, sa, ses, cette, ce, date, en date, date+ du, cf',
      'conseil, conseil municipal, municipal, municipale, conseillers municipaux, cm, c m, seance, commune, communal, communale, ville',
      'maire, m le maire, madame, monsieur, mme, mairie, municipalite, elus',
      'sans reserve, sans reserves, sans aucune reserve, sans reserve ni condition, sans reserves ni conditions, sans condition, sans conditions',
      'sans observation, sans observations, sans remarque, sans remarques, sans objection, pas de reserve, pas de reserves, aucune reserve',
      'pas d observation, pas d observations, pas de remarque, pas de remarques, aucune observation, aucune remarque',
      'unanimite, a l unanimite, a la majorite, a la majorite absolue, a l unanimite des presents, des membres presents, des suffrages exprimes, des suffrages, des votants, des voix, <numero> abstentions, <numero> abstention',
      'tout a fait, pleinement, entierement, bien, tres, expres, expresse, explicite, ecrit, ecrite, formel, formelle, ferme, definitif, definitive, definitivement',
      'rendu+, emis, emise, a emis, a rendu, exprime+, pris, prise, notifie+, transmis, transmise, joint+, ci joint+, annexe+, confirme+, formalise+, enregistre+, executoire',
      'n <numero>, no <numero>, <numero>, <date>, <voix>, ref, reference',
    ],
    equivoque: ['non sans, date d accord, date de l accord, date accord'],
  },
  ['accord', 'favorable', 'deliberation', 'unanimite', 'municipal', 'conseil'],
);

/** Ce que porte une case laissée vide, à côté de celle qui est cochée. */
export const ETIQUETTES: ReadonlySet<string> = new Set(
  [
    [
      'en attente',
      'a recueillir',
      'sous reserve',
      'sous reserves',
      'reserve',
      'reserves',
      'avec reserves',
      'favorable sous reserve',
    ],
    [
      'favorable avec reserves',
      'sans avis',
      'ne se prononce pas',
      'abstention',
      'sans reponse',
      'sans opinion',
      'autre',
    ],
  ].flat(),
);
