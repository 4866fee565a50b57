import {
  arrondir,
  comparer,
  estEntiere,
  fraction,
  lireFlottant,
  lireNombre,
  produit,
  versNombre,
  type NombreLu,
} from '../../nombres';
import { CIBLES } from '../../droit';
import { tauxCibleDe } from '../../regles';
import type { Colonne, Drapeau } from '../colonnes';
import type { Cellule } from '../grille';
import { abreger, estInconnue, estVide, nettoyer } from '../texte';

/** Ce qu'une cellule dit : rien, une valeur non donnée (« n.c. »), une valeur, ou quelque chose d'illisible. */
export type Lecture<T> =
  | { readonly etat: 'vide' }
  | { readonly etat: 'inconnue'; readonly texte: string }
  | { readonly etat: 'invalide'; readonly texte: string; readonly attendu: string }
  | { readonly etat: 'lue'; readonly valeur: T };

export type ColonneNombre = Exclude<
  Colonne,
  'code_insee' | 'commune' | 'epci' | 'accord_commune' | 'soumise_prelevement' | 'statut' | Drapeau
>;

interface Attente {
  readonly attendu: string;
  readonly taux?: true;
  readonly montant?: true;
  readonly convient: (lu: NombreLu) => boolean;
}

/** Au-delà, ce n'est plus un nombre d'habitants ni de logements, et les sommes exactes déborderaient. */
const COMPTE_MAXIMUM = fraction(10 ** 8);
/** Paris dépense dix milliards d'euros par an. */
const MONTANT_MAXIMUM = fraction(10 ** 11);

const compte = (minimum: number, attendu: string, convient: (lu: NombreLu) => boolean = () => true): Attente => ({
  attendu,
  convient: (lu) =>
    comparer(lu.valeur, fraction(minimum)) >= 0 && comparer(lu.valeur, COMPTE_MAXIMUM) <= 0 && convient(lu),
});
const entier = (minimum: number, attendu: string): Attente =>
  compte(minimum, attendu, ({ valeur }) => estEntiere(valeur));
const pourcentage = (attendu: string): Attente => ({
  attendu,
  taux: true,
  convient: ({ valeur }) => valeur.numerateur >= 0 && comparer(valeur, fraction(100)) <= 0,
});

const MONTANT: Attente = {
  attendu: 'un montant en euros',
  montant: true,
  convient: ({ valeur }) => valeur.numerateur >= 0 && comparer(valeur, MONTANT_MAXIMUM) <= 0,
};

const ATTENTES: Readonly<Record<ColonneNombre, Attente>> = {
  population: entier(0, 'un nombre entier d’habitants'),
  residences_principales: entier(1, 'un nombre entier de logements, au moins 1'),
  logements_sociaux: entier(0, 'un nombre entier de logements'),
  taux_lls: pourcentage('un taux de 0 à 100 %'),
  taux_cible: {
    attendu: `${CIBLES.join(' ou ')} %`,
    taux: true,
    convient: ({ valeur }) => estEntiere(valeur) && tauxCibleDe(valeur.numerateur / valeur.denominateur) !== null,
  },
  rang_triennal: entier(0, 'un entier : 0, 1, 2, ou 3 et plus'),
  manquants: compte(-COMPTE_MAXIMUM.numerateur, 'un nombre de logements'),
  taux_rattrapage: pourcentage('un taux de 0 à 100 %'),
  objectif_reference: compte(0, 'un nombre de logements positif ou nul'),
  objectif_contrat: entier(0, 'un nombre entier de logements'),
  periodes_consecutives_abaissees: entier(0, 'un nombre entier de périodes'),
  prelevement: MONTANT,
  inconstructibilite: pourcentage('une part de 0 à 100 %'),
  plai: entier(0, 'un nombre entier de logements'),
  plus: entier(0, 'un nombre entier de logements'),
  pls: entier(0, 'un nombre entier de logements'),
  minimum_commune: compte(0, 'un nombre de logements positif ou nul'),
  maximum_commune: compte(0, 'un nombre de logements positif ou nul'),
  projets_identifies: compte(0, 'un nombre de logements positif ou nul'),
  realises: entier(-COMPTE_MAXIMUM.numerateur, 'un nombre entier de logements'),
  potentiel_fiscal_habitant: MONTANT,
  depenses_fonctionnement: MONTANT,
  attributions: entier(0, 'un nombre entier d’attributions'),
};

export const estTaux = (colonne: Colonne): boolean => estNombre(colonne) && ATTENTES[colonne].taux === true;

export const estNombre = (colonne: Colonne): colonne is ColonneNombre => colonne in ATTENTES;

/** Le texte d'une cellule, comme on le lit ; chaîne vide si elle est vide. */
export function lireTexte(cellule: Cellule | undefined): string {
  const valeur = cellule?.erreur ?? cellule?.valeur ?? '';
  return typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : nettoyer(String(valeur));
}

/** Au-delà de mille milliards, rien de ce qu'un tableau compte. */
const BRUT_MAXIMUM = 10 ** 12;

/** Le nombre brut d'une cellule, sans jugement de bornes ; `null` si ce n'en est pas un. */
export function lireBrut(cellule: Cellule | undefined): NombreLu | null {
  const valeur = cellule?.valeur;
  const lu =
    typeof valeur === 'number' ? lireFlottant(valeur) : typeof valeur === 'string' ? lireTexteChiffre(valeur) : null;
  if (!lu || Math.abs(versNombre(lu.valeur)) > BRUT_MAXIMUM) return null;
  return typeof valeur === 'number' && cellule?.pourcent ? { ...enPoints(lu), pourcent: true } : lu;
}

/** Un csv exporté par un programme porte parfois l'écriture d'un flottant : 35.160000000000004 pour 35,16. */
const ECRITURE_D_UN_FLOTTANT = /^-?\d+\.\d{13,}$/;

const lireTexteChiffre = (texte: string): NombreLu | null =>
  ECRITURE_D_UN_FLOTTANT.test(texte) ? lireFlottant(Number(texte)) : lireNombre(texte);

const DEVISE = /€|\beuros?\b/gi;

/** « 64 509,48 € » ; « - € », écriture comptable, vaut zéro. */
function sansDevise(cellule: Cellule | undefined): Cellule | undefined {
  const { valeur } = cellule ?? {};
  if (typeof valeur !== 'string' || valeur.search(DEVISE) < 0) return cellule;
  const reste = valeur.replace(DEVISE, '');
  return { ...cellule, valeur: estVide(reste) ? 0 : reste };
}

/**
 * Lit le nombre d'une colonne. Un taux sort toujours en points (16,5), qu'il soit écrit « 16,5 % », 16,5 ou 0,165.
 * @param enRapport la colonne entière est écrite en rapports : 0,165 et non 16,5
 */
export function lireNombreDe(
  colonne: ColonneNombre,
  ecrite: Cellule | undefined,
  enRapport: boolean,
): Lecture<NombreLu> {
  const { attendu, taux, montant, convient } = ATTENTES[colonne];
  const cellule = montant ? sansDevise(ecrite) : ecrite;
  const lisible = typeof cellule?.valeur === 'number' ? null : lireTexte(cellule);
  if (lisible !== null && !cellule?.erreur) {
    if (estVide(lisible)) return VIDE;
    if (estInconnue(lisible)) return { etat: 'inconnue', texte: abreger(lisible) };
  }
  const premier = colonne === 'rang_triennal' && lisible ? /^\d+/.exec(lisible) : null;
  const brut = lireBrut(cellule) ?? (premier && lireNombre(premier[0]));
  const lu = brut && (taux ? lireTaux(brut, enRapport) : lireCompte(brut));
  if (lu && convient(lu)) return { etat: 'lue', valeur: lu };
  return { etat: 'invalide', texte: abreger(lisible ?? lireTexte(cellule)), attendu };
}

const VIDE = { etat: 'vide' } as const;

const lireTaux = (lu: NombreLu, enRapport: boolean): NombreLu => (enRapport && !lu.pourcent ? enPoints(lu) : lu);

/** 0,165 devient 16,5 : cent fois la valeur, deux décimales de moins. */
export function enPoints(lu: NombreLu): NombreLu {
  const { numerateur, denominateur } = lu.valeur;
  const valeur =
    denominateur % 100 === 0 ? fraction(numerateur, denominateur / 100) : produit(lu.valeur, fraction(100));
  return { ...lu, valeur, decimales: Math.max(0, lu.decimales - 2) };
}

const DECIMALES_D_UN_COMPTE = 6;

/**
 * Un pourcentage, ou « 4.082 », n'est pas un nombre de logements. Un nombre calculé garde six décimales : au-delà, ce sont celles
 * d'une division, et leurs sommes déborderaient.
 */
function lireCompte(lu: NombreLu): NombreLu | null {
  if (lu.pourcent || lu.ambigu) return null;
  if (lu.decimales <= DECIMALES_D_UN_COMPTE) return lu;
  const echelle = 10 ** DECIMALES_D_UN_COMPTE;
  const valeur = fraction(arrondir(produit(lu.valeur, fraction(echelle)), 'PROCHE'), echelle);
  return { ...lu, valeur, decimales: DECIMALES_D_UN_COMPTE };
}
