import {
  arrondisPossibles,
  comparer,
  fraction,
  ZERO,
  type Quantite,
  type Logements,
  type NombreLu,
  type Points,
} from '../../nombres';
import type { Droit, Rang, TauxCible } from '../../droit';
import {
  estRefus,
  intervalleDe,
  type IntervalleDeTaux,
  nombreManquant,
  partDe,
  situation,
  tauxDeRattrapage,
  tauxDeRattrapageDepuis,
  tauxLegaux,
  type Refus,
  type Situation,
  type TauxDeRattrapage,
} from '../../regles';
import { NOMS, type ColonneNombre } from '../colonnes';
import type { Ligne } from '../lecture/ligne';
import { constat, type Constat } from './constats';
import { rangsPossibles } from './rangs';

/** Une ligne, ce que la loi en dit et ce qui a été constaté en le calculant. */
export interface LigneEvaluee {
  readonly ligne: Ligne;
  readonly rang: Rang;
  /** Faux si le rang n'est ni écrit ni tiré de la référence : il est alors présumé, et le contrôle le dit si le verdict en dépend. */
  readonly rangConnu: boolean;
  /** Présente si résidences principales, logements sociaux et taux cible sont lus. */
  readonly situation: Situation | null;
  readonly manquants: Logements | null;
  /** Taux de logements sociaux en points. */
  readonly taux: Points | null;
  /** Le même, à son arrondi près s'il n'est que publié. */
  readonly intervalle: IntervalleDeTaux | null;
  readonly rattrapage: TauxDeRattrapage | null;
  /** L'objectif légal, non arrondi. */
  readonly exacte: Logements | null;
  /** La référence retenue : celle du tableau si elle est lue, l'objectif légal sinon. */
  readonly reference: Logements | null;
  /** La même avant son arrondi, si celle du tableau en est un : la moitié du X se prend là (ADR 0032). */
  readonly avantArrondi: Logements | null;
  readonly contrat: number | null;
  readonly constats: readonly Constat[];
}

/** Une ligne dont la référence et l'objectif du contrat sont connus. */
export interface Objectif extends LigneEvaluee {
  readonly reference: Logements;
  readonly avantArrondi: Logements;
  readonly contrat: number;
}

/** La valeur lue d'une colonne, ou `null`. */
export function lue(ligne: Ligne, colonne: ColonneNombre): NombreLu | null {
  const lecture = ligne.nombres[colonne];
  return lecture?.etat === 'lue' ? lecture.valeur : null;
}

export function entierLu(ligne: Ligne, colonne: ColonneNombre): number | null {
  const valeur = lue(ligne, colonne)?.valeur;
  return valeur ? valeur.numerateur / valeur.denominateur : null;
}

/** Ce que la loi dit d'une ligne, par le meilleur chemin que ses colonnes permettent. */
export function evaluer(ligne: Ligne, droit: Droit): LigneEvaluee {
  const possibles = rangsPossibles(ligne, droit);
  const [probable] = possibles;
  if (possibles.length === 1) return evaluerAu(probable!, true, ligne, droit);
  const notifiee = lue(ligne, 'objectif_reference')?.valeur;
  // Sans référence écrite, rien ne départage les rangs.
  if (!notifiee) return evaluerAu(probable!, false, ligne, droit);
  const evaluees = possibles.map((rang) => evaluerAu(rang, false, ligne, droit));
  const [premiere, suivante] = evaluees.filter(({ exacte }) => exacte !== null && estValeurOuArrondi(exacte, notifiee));
  // La référence écrite dit le rang : celle du droit commun, ou la seule qu'une entrante puisse avoir.
  // Une année d'entrée sans période, elle, laisse la période à dire.
  const datee = ligne.rang.etat === 'lue' && 'entree' in ligne.rang.valeur && !droit.periode;
  const certaine = !datee && premiere && (premiere.rang === 3 || (suivante === undefined && !possibles.includes(3)));
  const retenue = premiere ?? evaluees[0]!;
  return { ...retenue, rangConnu: certaine === true || !rangImporte(ligne, retenue) };
}

/** Sans rien qui permette de calculer un objectif, la référence écrite est reprise telle quelle, et le contrôle le dit déjà. */
const rangImporte = (ligne: Ligne, { manquants }: LigneEvaluee): boolean =>
  manquants !== null || ligne.rang.etat !== 'vide';

function evaluerAu(rang: Rang, rangConnu: boolean, ligne: Ligne, droit: Droit): LigneEvaluee {
  const constats: Constat[] = [];
  const base = situationDe(ligne, rang, constats);
  const manquants = base ? nombreManquant(base) : manquantsEcrits(ligne);
  const rattrapage = rattrapageDe(ligne, base, manquants, rang, droit, constats);
  const notifiee = lue(ligne, 'objectif_reference')?.valeur ?? null;
  const exacte = rattrapage && manquants ? partDe(manquants, rattrapage.pourcent) : null;
  const points = base && fraction(100 * base.logementsSociaux, base.residencesPrincipales);
  const publie = lue(ligne, 'taux_lls');
  return {
    ligne,
    rang,
    rangConnu,
    situation: base,
    manquants,
    taux: points ?? publie?.valeur ?? null,
    intervalle: points ? { bas: points, haut: points } : publie && intervalleDe(publie),
    rattrapage,
    exacte,
    reference: notifiee ?? exacte,
    avantArrondi: notifiee && exacte && !estValeurOuArrondi(exacte, notifiee) ? notifiee : (exacte ?? notifiee),
    contrat: entierLu(ligne, 'objectif_contrat'),
    constats,
  };
}

/** Les manquants du tableau, à défaut de pouvoir les calculer ; aucun si le taux écrit atteint sûrement la cible. */
function manquantsEcrits(ligne: Ligne): Logements | null {
  const ecrits = lue(ligne, 'manquants')?.valeur;
  if (ecrits) return ecrits.numerateur < 0 ? ZERO : ecrits;
  const taux = lue(ligne, 'taux_lls');
  const cible = entierLu(ligne, 'taux_cible');
  return taux && cible !== null && comparer(intervalleDe(taux).bas, fraction(cible)) >= 0 ? ZERO : null;
}

function situationDe(ligne: Ligne, rang: Rang, constats: Constat[]): Situation | null {
  const [rp, lls, cible] = [
    entierLu(ligne, 'residences_principales'),
    entierLu(ligne, 'logements_sociaux'),
    entierLu(ligne, 'taux_cible'),
  ];
  if (rp === null || lls === null || cible === null) return null;
  const base = situation(rp, lls, cible as TauxCible, rang);
  if (!estRefus(base)) return base;
  if (base.refus === 'VALEUR') {
    const colonne = base.grandeur === 'logements_sociaux' ? base.grandeur : 'residences_principales';
    const details = { colonne: NOMS[colonne], texte: base.recu, attendu: base.attendu };
    constats.push(constat('VALEUR_INVALIDE', ligne, details, { colonne, empecheDeConclure: true }));
  }
  return null;
}

function rattrapageDe(
  ligne: Ligne,
  base: Situation | null,
  manquants: Logements | null,
  rang: Rang,
  droit: Droit,
  constats: Constat[],
): TauxDeRattrapage | null {
  if (base) return sinonNul(tauxDeRattrapage(base, droit));
  if (manquants?.numerateur === 0) {
    const [legal] = tauxLegaux(droit, 3);
    return legal ? { ...legal, pourcent: 0, palier: null, motif: 'aucun logement manquant' } : null;
  }
  const taux = lue(ligne, 'taux_lls');
  const cible = entierLu(ligne, 'taux_cible');
  if (taux && cible !== null) {
    const intervalle = intervalleDe(taux);
    if (manquants && comparer(intervalle.bas, fraction(cible)) >= 0) {
      const details = { constate: taux.valeur, cible, manquants };
      constats.push(
        constat('TAUX_INCOHERENT', ligne, details, {
          colonne: 'taux_lls',
          constate: taux.valeur,
          empecheDeConclure: true,
        }),
      );
      return null;
    }
    const trouve = tauxDeRattrapageDepuis(intervalle, cible as TauxCible, rang, droit);
    if (!estRefus(trouve)) return trouve;
    if (trouve.refus === 'PALIER_INDETERMINE') {
      constats.push(
        constat('PALIER_INDETERMINE', ligne, trouve, {
          colonne: 'taux_lls',
          constate: taux.valeur,
          empecheDeConclure: true,
        }),
      );
    }
    return null;
  }
  return rang < 3 || tauxLegaux(droit, rang).length === 1
    ? (tauxLegaux(droit, rang)[0] ?? null)
    : declare(ligne, manquants, rang, droit);
}

/** Sans taux ni résidences : le palier que le tableau affirme, par son taux de rattrapage ou par sa référence. */
function declare(ligne: Ligne, manquants: Logements | null, rang: Rang, droit: Droit): TauxDeRattrapage | null {
  const ecrit = lue(ligne, 'taux_rattrapage')?.valeur;
  if (ecrit) return tauxLegaux(droit, rang).find(({ pourcent }) => comparer(ecrit, fraction(pourcent)) === 0) ?? null;
  const notifiee = lue(ligne, 'objectif_reference')?.valeur;
  if (!manquants || !notifiee) return null;
  const legaux = tauxLegaux(droit, rang);
  // À défaut, le plus faible : une référence qui lui est inférieure n'est légale à aucun palier.
  return legaux.find(({ pourcent }) => estValeurOuArrondi(partDe(manquants, pourcent), notifiee)) ?? legaux[0] ?? null;
}

/** `ecrite` est la valeur exacte, ou l'un de ses trois arrondis. */
export const estValeurOuArrondi = (exacte: Quantite, ecrite: Quantite): boolean =>
  comparer(exacte, ecrite) === 0 ||
  (ecrite.numerateur % ecrite.denominateur === 0 &&
    arrondisPossibles(exacte, ecrite.numerateur / ecrite.denominateur).length > 0);

const sinonNul = <T extends object>(resultat: T | Refus): T | null => (estRefus(resultat) ? null : resultat);
