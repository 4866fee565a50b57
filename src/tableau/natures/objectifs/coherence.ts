import {
  arrondisPossibles,
  comparer,
  difference,
  estEntiere,
  fraction,
  produit,
  somme,
  versNombre,
  type Logements,
  type Points,
  type Quantite,
  type NombreLu,
} from '../../../nombres';
import type { Droit } from '../../../droit';
import { estRefus, intervalleDe, partDe, tauxDeRattrapageDepuis, tauxLegaux } from '../../../regles';
import { constat, type Constat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import { sansEffet } from '../../precisions';
import { estValeurOuArrondi, lue, type LigneEvaluee } from '../../controle/evaluation';
import { questionDuRang, sousTouteReference } from './rang-inconnu';

/** Les colonnes que l'agent a calculées, refaites : taux, manquants, taux de rattrapage, référence. */
export function verifierCoherence(e: LigneEvaluee, contexte: Contexte): Constat[] {
  return [...taux(e, contexte), ...manquants(e), ...rattrapage(e), ...reference(e, contexte)];
}

function taux(e: LigneEvaluee, contexte: Contexte): Constat[] {
  const { ligne, situation, taux: exact } = e;
  const ecrit = lue(ligne, 'taux_lls');
  if (!ecrit || !situation || !exact || estArrondiOuTroncature(ecrit, exact)) return [];
  const { logementsSociaux: lls, residencesPrincipales: rp } = situation;
  const details = { constate: ecrit.valeur, attendu: exact, lls, rp };
  const precisions = { colonne: 'taux_lls', ...ecarts(details) } as const;
  const cle = `${ligne.nom} taux ${versNombre(ecrit.valeur)}`;
  if (!changeDePalier(e, ecrit, contexte) || estAccepte(contexte, cle))
    return [constat('TAUX_INCOHERENT', ligne, details, precisions)];
  const question = sansEffet(
    `Faut-il s’en tenir aux logements sociaux et aux résidences principales de ${ligne.nom} ?`,
    'Oui, le taux écrit est faux',
    cle,
  );
  return [constat('TAUX_INCOHERENT', ligne, details, { ...precisions, empecheDeConclure: true, question })];
}

/**
 * Le taux écrit donnerait un autre objectif que le parc, et rien ne dit lequel est faux. Une référence écrite qui est celle du parc le
 * dit : le taux n'est que mal recopié.
 */
function changeDePalier(
  { ligne, situation, rang, rattrapage, exacte }: LigneEvaluee,
  ecrit: NombreLu,
  { droit }: Contexte,
) {
  const notifiee = lue(ligne, 'objectif_reference')?.valeur;
  if (!situation || !rattrapage || (notifiee && exacte && estValeurOuArrondi(exacte, notifiee))) return false;
  const intervalle = intervalleDe(ecrit);
  if (comparer(intervalle.bas, fraction(situation.tauxCible)) >= 0) return rattrapage.pourcent > 0;
  if (rattrapage.pourcent === 0) return comparer(intervalle.haut, fraction(situation.tauxCible)) < 0;
  const selon = tauxDeRattrapageDepuis(intervalle, situation.tauxCible, rang, droit);
  return !estRefus(selon) && selon.pourcent !== rattrapage.pourcent;
}

function manquants({ ligne, situation, manquants: exacts }: LigneEvaluee): Constat[] {
  const ecrit = lue(ligne, 'manquants');
  if (!ecrit || !situation || !exacts) return [];
  const positif = ecrit.valeur.numerateur < 0 ? { ...ecrit, valeur: fraction(0) } : ecrit;
  if (estEcritureDe(positif, exacts)) return [];
  const { residencesPrincipales: rp, logementsSociaux: lls, tauxCible: cible } = situation;
  const details = { constate: ecrit.valeur, attendu: exacts, rp, lls, cible };
  return [constat('MANQUANTS_INCOHERENTS', ligne, details, { colonne: 'manquants', ...ecarts(details) })];
}

function rattrapage({ ligne, rattrapage: calcule, manquants: nombre }: LigneEvaluee): Constat[] {
  const ecrit = lue(ligne, 'taux_rattrapage')?.valeur;
  if (!ecrit) return [];
  if (calcule && comparer(ecrit, fraction(calcule.pourcent)) === 0) return [];
  if (!calcule && !nombre) return [];
  const precisions = { colonne: 'taux_rattrapage', constate: ecrit, attendu: calcule?.pourcent } as const;
  const motif = calcule?.motif ?? 'aucun palier';
  return [
    constat('RATTRAPAGE_INCOHERENT', ligne, { constate: ecrit, attendu: calcule?.pourcent ?? null, motif }, precisions),
  ];
}

/** La référence écrite n'est ni l'objectif légal ni un de ses arrondis ; le rang inconnu, elle n'est fautive que sous toute autre. */
function reference(e: LigneEvaluee, { droit }: Contexte): Constat[] {
  const { ligne, exacte, rattrapage: taux } = e;
  const ecrite = lue(ligne, 'objectif_reference');
  if (!ecrite) return [];
  const { valeur } = ecrite;
  if (!exacte) return sousToutPalier(e, valeur, droit);
  if (comparer(valeur, exacte) === 0) return [];
  const precisions = { colonne: 'objectif_reference', constate: valeur, attendu: exacte } as const;
  if (estEcritureDe(ecrite, exacte)) {
    if (!estEntiere(valeur)) return [];
    const modes = arrondisPossibles(exacte, valeur.numerateur / valeur.denominateur);
    return [constat('REFERENCE_ARRONDIE', ligne, { constate: valeur, exacte, modes }, precisions)];
  }
  const accord = ligne.accord.etat === 'lue' && ligne.accord.valeur;
  const details = { constate: valeur, attendu: exacte, accord };
  const certitude = taux?.certitude ?? 'texte';
  if (comparer(valeur, exacte) >= 0) {
    const gravite = accord ? 'information' : 'alerte';
    return [constat('REFERENCE_INCOHERENTE', ligne, details, { ...precisions, gravite, certitude })];
  }
  return [constat('REFERENCE_INCOHERENTE', ligne, details, { ...precisions, certitude, ...siLeRangDecide(e, droit) })];
}

/** Le palier inconnu, une référence sous le plus faible n'est légale à aucun. */
function sousToutPalier(e: LigneEvaluee, valeur: Logements, droit: Droit): Constat[] {
  const { ligne, rang, manquants: nombre, constats } = e;
  const legaux = tauxLegaux(droit, rang).map(({ pourcent }) => pourcent);
  if (!nombre || legaux.length === 0 || constats.length > 0) return [];
  const moindre = partDe(nombre, Math.min(...legaux));
  if (comparer(valeur, moindre) >= 0 || estValeurOuArrondi(moindre, valeur)) return [];
  const details = { constate: valeur, attendu: moindre, accord: false, moindre: true } as const;
  return [
    constat('REFERENCE_INCOHERENTE', ligne, details, {
      colonne: 'objectif_reference',
      ...ecarts(details),
      ...siLeRangDecide(e, droit),
    }),
  ];
}

/** Le rang se demande s'il n'est pas connu, qu'aucun taux de rattrapage de droit commun ne le dit, et qu'une entrante peut avoir cette référence. */
function siLeRangDecide({ ligne, rangConnu, manquants: nombre }: LigneEvaluee, droit: Droit) {
  const ecrit = lue(ligne, 'taux_rattrapage')?.valeur;
  const commun = ecrit && tauxLegaux(droit, 3).some(({ pourcent }) => comparer(ecrit, fraction(pourcent)) === 0);
  const notifiee = lue(ligne, 'objectif_reference')?.valeur;
  if (rangConnu || commun || (notifiee && sousTouteReference(notifiee, nombre, droit))) return {};
  return { gravite: 'alerte', empecheDeConclure: true, question: questionDuRang(ligne) } as const;
}

const ecarts = ({ constate, attendu }: { constate: Quantite; attendu: Quantite }) => ({ constate, attendu });

/** La valeur exacte, un de ses arrondis à l'entier, ou son arrondi à la dernière décimale écrite. */
function estEcritureDe(ecrit: NombreLu, exacte: Quantite): boolean {
  if (estValeurOuArrondi(exacte, ecrit.valeur)) return true;
  const { bas, haut }: Record<'bas' | 'haut', Quantite> = intervalleDe(ecrit);
  return ecrit.decimales > 0 && comparer(bas, exacte) <= 0 && comparer(exacte, haut) <= 0;
}

/** Un taux publié est arrondi, parfois tronqué, à sa dernière décimale. */
function estArrondiOuTroncature(ecrit: NombreLu, exact: Points): boolean {
  const { bas, haut } = intervalleDe(ecrit);
  if (comparer(bas, exact) > 0) return false;
  if (comparer(exact, haut) < 0) return true;
  const demi = difference(ecrit.valeur, bas);
  return comparer(exact, somme(ecrit.valeur, produit(demi, fraction(2)))) < 0;
}
