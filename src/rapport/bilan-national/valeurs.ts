import type { CelluleAEcrire } from '../../classeur/feuille-a-ecrire';
import { arrondir, fraction, lireFlottant, lireNombre, produit, versNombre, type Quantite } from '../../nombres';
import { entierLu, lireTexte, lue, type Cellule, type Colonne, type CommuneDressee, type Part } from '../../tableau';
import { celluleMot, celluleNombre } from '../natures/presentation';
import type { Cadre } from './cadre';

/** Ce qu'une colonne nationale dit d'une commune ; `null` : rien. */
export type Valeur = (commune: CommuneDressee, cadre: Cadre) => CelluleAEcrire | null;

export const nombre = (n: number | null): CelluleAEcrire | null => (n === null ? null : celluleNombre(n));
export const taux = (rapport: Quantite | null | undefined): CelluleAEcrire | null =>
  rapport ? celluleNombre(versNombre(rapport), 'taux') : null;
/** Le ministère écrit 1 ou 0. */
export const ouiOuNon = (dit: boolean | null): CelluleAEcrire | null =>
  dit === null ? null : celluleNombre(dit ? 1 : 0);

const texte = (dit: string): CelluleAEcrire | null => (dit === '' ? null : celluleMot(dit));
const CENTIEME = fraction(1, 100);

/** Ce que l'agent a écrit, tel quel ; un nombre reste un nombre, « 01 » un texte. */
export function recopier(cellule: Cellule | undefined): CelluleAEcrire | null {
  const dit = lireTexte(cellule);
  const lu = typeof cellule?.valeur === 'number' ? lireFlottant(cellule.valeur) : lireNombre(dit);
  if (!lu || lu.ambigu || /^0\d/.test(dit)) return texte(dit);
  if (lu.pourcent) return taux(produit(lu.valeur, CENTIEME));
  return cellule?.pourcent ? taux(lu.valeur) : { valeur: versNombre(lu.valeur), style: 'texte' };
}

export const motEcrit =
  (colonne: Colonne): Valeur =>
  ({ ligne }) =>
    texte(lireTexte(ligne.ecrit(colonne)));
export const nombreEcrit =
  (colonne: Colonne): Valeur =>
  ({ ligne }) =>
    recopier(ligne.ecrit(colonne));
/** Celui que l'agent écrit, sinon celui du code. */
export const departement: Valeur = ({ ligne }, { departementDe }) =>
  texte(lireTexte(ligne.ecrit('departement')) || departementDe(ligne.codeInsee ?? ''));
export const nomDeLaCommune: Valeur = ({ ligne }) => texte(ligne.nom);
export const codeDeLaCommune: Valeur = ({ ligne }) => texte(ligne.codeInsee ?? ligne.codeEcrit ?? '');

/** Un nombre, ou ce que l'agent a écrit à sa place : « NC », « NR ». */
export const nombreOuMot =
  (
    de: (c: CommuneDressee) => number | null,
    ...colonnes: readonly ('objectif_contrat' | 'objectif_reference' | 'realises')[]
  ): Valeur =>
  (c) => {
    const muette = colonnes.find((colonne) => c.ligne.nombres[colonne]?.etat === 'inconnue');
    return nombre(de(c)) ?? (muette ? texte(lireTexte(c.ligne.ecrit(muette))) : null);
  };

const realises = nombreOuMot((c) => c.realises, 'realises');
/** Un décompte contesté ne part pas : il reste à trancher. */
export const realisesSurs: Valeur = (commune, cadre) =>
  commune.douteuse ? { style: 'saisie' } : realises(commune, cadre);

/** Un nombre de logements ou d'habitants n'entre que sous l'année qui est la sienne. */
export const entierDeLAnnee =
  (colonne: 'logements_sociaux' | 'residences_principales' | 'population', annee: (cadre: Cadre) => number): Valeur =>
  ({ ligne }, cadre) =>
    cadre.estDe(colonne, annee(cadre)) ? nombre(entierLu(ligne, colonne)) : null;

/** Le taux publié ; à défaut celui du parc, aux deux décimales qu'on en publie. */
export const tauxDuParc: Valeur = ({ ligne }, { estDe, fin }) => {
  const publie = lue(ligne, 'taux_lls')?.valeur;
  if (publie && estDe('taux_lls', fin)) return taux(produit(publie, CENTIEME));
  const [rp, lls] = [entierLu(ligne, 'residences_principales'), entierLu(ligne, 'logements_sociaux')];
  if (!rp || lls === null || !estDe('residences_principales', fin) || !estDe('logements_sociaux', fin)) return null;
  return taux(fraction(arrondir(fraction(lls * DIX_MILLIEMES, rp), 'PROCHE'), DIX_MILLIEMES));
};
const DIX_MILLIEMES = 10 ** 4;

/** Un taux cible va avec le parc de la fin de la période ; à défaut, avec la période. */
export const cible =
  (avecLeParc: boolean): Valeur =>
  ({ ligne }, { estDe, fin }) =>
    estDe('logements_sociaux', fin) === avecLeParc ? nombre(entierLu(ligne, 'taux_cible')) : null;

export const borneDe = ({ propre, bornes }: Part): CelluleAEcrire | null => (propre ? nombre(bornes[0] ?? null) : null);
export const tauxDeLaPart = ({ propre, bornes: [objectif], constate }: Part): CelluleAEcrire | null =>
  propre && objectif && constate !== null ? taux(fraction(constate, objectif)) : null;

type Passe = CommuneDressee['passe'][number];

/** La période précédente, ou le cumul depuis la première jusqu'à une année. */
export const passee =
  (annees: (cadre: Cadre) => string, valeur: (passe: Passe) => CelluleAEcrire | null): Valeur =>
  ({ passe }, cadre) => {
    const trouve = passe.find(({ debut, fin }) => `${debut}-${fin}` === annees(cadre));
    return trouve ? valeur(trouve) : null;
  };
