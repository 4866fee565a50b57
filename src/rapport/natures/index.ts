import type { Droit, IdReference } from '../../droit';
import type { CelluleAEcrire } from '../../classeur/feuille-a-ecrire';
import type { Controle, Nature } from '../../tableau';
import { BILAN } from './bilan';
import { INVENTAIRE } from './inventaire';
import { OBJECTIFS } from './objectifs';
import type { PartieDuResultat, Presentation } from './presentation';
import { RIEN } from './rien';

export type { PartieDuResultat, ResultatLigne } from './presentation';

/** Ce qui dépend de la nature d'un contrôle, une entrée par nature. */
export type ParNature<R, Suite extends readonly unknown[] = []> = {
  readonly [N in Nature]: (c: Extract<Controle, { readonly nature: N }>, ...suite: Suite) => R;
};

/** Appelle l'entrée de la nature du contrôle. */
export const selonLaNature = <R, Suite extends readonly unknown[]>(
  table: ParNature<R, Suite>,
  controle: Controle,
  ...suite: Suite
): R => (table[controle.nature] as (c: Controle, ...suite: Suite) => R)(controle, ...suite);

const PRESENTATIONS: { readonly [N in Nature]: Presentation<Extract<Controle, { readonly nature: N }>> } = {
  objectifs: OBJECTIFS,
  inventaire: INVENTAIRE,
  bilan: BILAN,
  rien: RIEN,
};

const de = (controle: Controle): Presentation<Controle> =>
  PRESENTATIONS[controle.nature] as unknown as Presentation<Controle>;

export const verdictEnTitre = (c: Controle): string => de(c).verdict(c);
export const objetDe = (c: Controle): string => de(c).objet(c);
export const titreDuControle = (c: Controle): string => de(c).titre(c);
export const articlesDe = (c: Controle): readonly IdReference[] => de(c).articles;
export const colonnesPresentees = (c: Controle): readonly string[] => de(c).colonnes(c);
export const rangees = (c: Controle, droit: Droit): string[][] => de(c).rangees(c, droit);
export const partieDuResultat = (c: Controle): PartieDuResultat => de(c).resultat(c);

/** « Références 471, contrat 542 : +71 (+15,1 %) » ; vide si un total manque. D'un inventaire ou d'un bilan, ses effectifs. */
export const phraseDesTotaux = (c: Controle): string => de(c).totaux(c);

/** L'objet et le droit appliqué, en une phrase. */
export function phraseDuCadre(controle: Controle, droit: Droit): string {
  const phrase = `${objetDe(controle)}${de(controle).suite(controle)} ; ${droit.libelle}.`;
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** Les communes d'un tableau en cellules, ligne d'en-têtes comprise : les colonnes de sa nature, en nombres. */
export function communesEnCellules(controle: Controle, droit: Droit): CelluleAEcrire[][] {
  const { colonnes, entetesDesCellules = colonnes(controle), cellules } = de(controle);
  // « Commune contrôlée » n'est pas un en-tête du contrôle : cette feuille ne doit pas devenir un tableau à contrôler.
  const entetes = ['Commune contrôlée', ...entetesDesCellules.slice(1)];
  return [entetes.map((valeur) => ({ valeur, style: 'entete' })), ...cellules(controle, droit)];
}
