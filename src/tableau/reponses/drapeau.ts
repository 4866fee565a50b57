import { decouper } from './jetons';
import { lexique } from './lexique';
import { lireReponse, type Genre, type Grammaire } from './reponse';
import { lireStatut, type Declaree } from './statut';

const GRAMMAIRE: Grammaire = {
  mots: lexique<Genre>({
    positif: ['oui, yes, ok'],
    recu: ['x'],
    refus: ['non, ✗'],
    neutre: [
      'le, la, du, de, des, par, en, depuis, au, sans reserve, cm, conseil municipal',
      'arrete, decret, prefectoral, arrete prefectoral, <date>, <numero>',
    ],
    accord: [],
    acte: [],
    perte: [],
    piece: [],
    equivoque: [],
  }),
  seuls: new Map([
    ...['oui', 'x', 'o', 'y', '1', 'vrai', 'true'].map((mot) => [mot, true] as const),
    ...['non', 'n', 'no', '0', 'faux', 'false'].map((mot) => [mot, false] as const),
  ]),
  etiquettes: new Set(),
};

/**
 * Un oui ou un non, daté ou coché s'il le faut ; `null` pour tout autre texte.
 * @example lireOuiNon('Oui (arrêté du 20/12/2023)') // true
 * @example lireOuiNon('0') // false
 * @example lireOuiNon('oui / non') // null
 */
export const lireOuiNon = (texte: string): boolean | null => lireReponse(texte, GRAMMAIRE);

/** L'acte qui, cité seul dans la colonne, la fait vraie : un préfet carence par arrêté, le Gouvernement exempte par décret. */
const ACTES: Partial<Record<keyof Declaree, string>> = { carencee: 'arrete', exemptee: 'decret' };
const SANS_EFFET = new Set(['du', 'de', 'le', 'en', 'prefectoral', ',', ':', '<date>', '<numero>']);

/**
 * Un drapeau : oui ou non, le statut qui le dit, ou l'acte qui le fonde.
 * @example lireDrapeau('carencee', 'Arrêté du 20/12/2023') // true
 * @example lireDrapeau('deficitaire', 'Non déficitaire') // false
 * @example lireDrapeau('deficitaire', 'Arrêté du 20/12/2023') // null
 */
export function lireDrapeau(drapeau: keyof Declaree, texte: string): boolean | null {
  const dit = lireOuiNon(texte) ?? lireStatut(texte)?.[drapeau];
  if (dit !== undefined) return dit;
  const jetons = decouper(texte);
  const acte = ACTES[drapeau];
  const cite = acte !== undefined && jetons.includes(acte);
  return cite && jetons.every((jeton) => jeton === acte || SANS_EFFET.has(jeton)) ? true : null;
}
