import { BILAN, REALISATIONS } from './colonnes/bilan';
import { CONTRAT, PRODUCTION } from './colonnes/contrat';
import type { Famille, Fiche } from './colonnes/fiche';
import { FISCALITE } from './colonnes/fiscalite';
import { IDENTITE } from './colonnes/identite';
import { INVENTAIRE } from './colonnes/inventaire';
import { OBJECTIFS } from './colonnes/objectifs';
import { PARC } from './colonnes/parc';
import { SOUMISSION } from './colonnes/soumission';

/**
 * Les colonnes que le contrôle connaît, sous leur nom public (`--colonne "En-tête=objectif_contrat"`), dans l'ordre où on les
 * montre. Tout en dérive : en ajouter une, c'est ajouter sa fiche (et son cas d'essai).
 */
export const COLONNES = {
  ...IDENTITE,
  ...PARC,
  ...OBJECTIFS,
  ...CONTRAT,
  ...INVENTAIRE,
  ...PRODUCTION,
  ...REALISATIONS,
  ...FISCALITE,
  ...SOUMISSION,
  ...BILAN,
} as const satisfies Famille;

type Catalogue = typeof COLONNES;
export type Colonne = keyof Catalogue;

type DeGenre<G extends Fiche['lecture']['genre']> = {
  [C in Colonne]: Catalogue[C]['lecture']['genre'] extends G ? C : never;
}[Colonne];

/** Un nombre, un taux ou un montant. */
export type ColonneNombre = DeGenre<'nombre' | 'rang'>;
/** Ce qu'un inventaire publié dit de la situation d'une commune par oui ou non, 1 ou 0. */
export type Drapeau = DeGenre<'drapeau'>;
type Additive = { [C in ColonneNombre]: Catalogue[C] extends { readonly additive: true } ? C : never }[ColonneNombre];

export const FICHES: Readonly<Record<Colonne, Fiche>> = COLONNES;
export const NOMS_PUBLICS = Object.keys(COLONNES) as readonly Colonne[];

/** Comment on nomme une colonne à un agent. */
export const NOMS = Object.fromEntries(NOMS_PUBLICS.map((c) => [c, COLONNES[c].nom])) as Readonly<
  Record<Colonne, string>
>;

export const estColonne = (nom: string): nom is Colonne => Object.hasOwn(COLONNES, nom);

export const estNombre = (colonne: Colonne): colonne is ColonneNombre => 'convient' in COLONNES[colonne].lecture;

export const DRAPEAUX = NOMS_PUBLICS.filter((c): c is Drapeau => FICHES[c].lecture.genre === 'drapeau');

export const COLONNES_ETENDUES: ReadonlySet<Colonne> = new Set(NOMS_PUBLICS.filter((c) => FICHES[c].etendue));

/** Les deux objectifs qui se comparent : celui du contrat, et sa référence. */
export const OBJECTIFS_COMPARES = ['objectif_contrat', 'objectif_reference'] as const satisfies readonly Colonne[];

/** Les colonnes dont une ligne de total porte la somme. */
export const COLONNES_ADDITIVES = NOMS_PUBLICS.filter((c): c is Additive => FICHES[c].additive === true);

/** Une cellule illisible de cette colonne empêche de conclure sur des objectifs. */
export function estDecisive(colonne: Colonne, situationConnue: boolean): boolean {
  const { decisive } = COLONNES[colonne];
  return decisive === 'oui' || (decisive === 'sauf situation connue' && !situationConnue);
}
