import { comparer, estEntiere, fraction, lireFlottant, lireNombre, type NombreLu } from '../../nombres';
import { CIBLES } from '../../droit';
import { tauxCibleDe } from '../../regles';
import type { Colonne } from '../colonnes';
import type { Cellule } from '../grille';
import { estInconnue, estVide } from '../texte';

/** Ce qu'une cellule dit : rien, une valeur non donnée (« n.c. »), une valeur, ou quelque chose d'illisible. */
export type Lecture<T> =
  | { readonly etat: 'vide' }
  | { readonly etat: 'inconnue'; readonly texte: string }
  | { readonly etat: 'invalide'; readonly texte: string; readonly attendu: string }
  | { readonly etat: 'lue'; readonly valeur: T };

export type ColonneNombre = Exclude<
  Colonne,
  'code_insee' | 'commune' | 'epci' | 'accord_commune' | 'soumise_prelevement'
>;

interface Attente {
  readonly attendu: string;
  readonly taux?: true;
  readonly convient: (lu: NombreLu) => boolean;
}

const entier = (minimum: number, attendu: string): Attente => ({
  attendu,
  convient: ({ valeur }) => estEntiere(valeur) && comparer(valeur, fraction(minimum)) >= 0,
});
const logements = (attendu: string): Attente => ({ attendu, convient: ({ valeur }) => valeur.numerateur >= 0 });
const pourcentage = (attendu: string): Attente => ({
  attendu,
  taux: true,
  convient: ({ valeur }) => valeur.numerateur >= 0 && comparer(valeur, fraction(100)) <= 0,
});

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
  manquants: { attendu: 'un nombre de logements', convient: () => true },
  taux_rattrapage: pourcentage('un taux de 0 à 100 %'),
  objectif_reference: logements('un nombre de logements positif ou nul'),
  objectif_contrat: entier(0, 'un nombre entier de logements'),
  periodes_consecutives_abaissees: entier(0, 'un nombre entier de périodes'),
  inconstructibilite: pourcentage('une part de 0 à 100 %'),
  plai: entier(0, 'un nombre entier de logements'),
  pls: entier(0, 'un nombre entier de logements'),
};

export const estTaux = (colonne: Colonne): boolean =>
  colonne in ATTENTES && ATTENTES[colonne as ColonneNombre].taux === true;

/** Le texte d'une cellule, comme on le lit ; chaîne vide si elle est vide. */
export function lireTexte(cellule: Cellule | undefined): string {
  const valeur = cellule?.erreur ?? cellule?.valeur ?? '';
  return typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : String(valeur).trim();
}

/** Le nombre brut d'une cellule, sans jugement de bornes ; `null` si ce n'en est pas un. */
export function lireBrut(cellule: Cellule | undefined): NombreLu | null {
  if (typeof cellule?.valeur === 'number') {
    const lu = lireFlottant(cellule.valeur);
    return lu && cellule.pourcent ? { ...enPoints(lu), pourcent: true } : lu;
  }
  return typeof cellule?.valeur === 'string' ? lireNombre(cellule.valeur) : null;
}

/**
 * Lit le nombre d'une colonne. Un taux sort toujours en points (16,5), qu'il soit écrit « 16,5 % », 16,5 ou 0,165.
 * @param enRapport la colonne entière est écrite en rapports : 0,165 et non 16,5
 */
export function lireNombreDe(
  colonne: ColonneNombre,
  cellule: Cellule | undefined,
  enRapport: boolean,
): Lecture<NombreLu> {
  const texte = lireTexte(cellule);
  const { attendu, taux, convient } = ATTENTES[colonne];
  if (!cellule?.erreur) {
    if (estVide(texte)) return { etat: 'vide' };
    if (estInconnue(texte)) return { etat: 'inconnue', texte };
  }
  const brut = lireBrut(cellule) ?? (colonne === 'rang_triennal' ? lireNombre(/^\d+/.exec(texte)?.[0] ?? '') : null);
  if (!brut) return { etat: 'invalide', texte, attendu };
  if (!taux && (brut.pourcent || brut.ambigu)) return { etat: 'invalide', texte, attendu };
  const lu = taux && enRapport && !brut.pourcent ? enPoints(brut) : brut;
  return convient(lu) ? { etat: 'lue', valeur: lu } : { etat: 'invalide', texte, attendu };
}

/** 0,165 devient 16,5 : cent fois la valeur, deux décimales de moins. */
export function enPoints(lu: NombreLu): NombreLu {
  return {
    ...lu,
    valeur: fraction(lu.valeur.numerateur * 100, lu.valeur.denominateur),
    decimales: Math.max(0, lu.decimales - 2),
  };
}
