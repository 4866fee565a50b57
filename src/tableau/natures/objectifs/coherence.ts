import {
  arrondisPossibles,
  comparer,
  difference,
  estEntiere,
  fraction,
  produit,
  somme,
  type Fraction,
  type NombreLu,
} from '../../../nombres';
import { intervalleDe } from '../../../regles';
import { constat, type Constat } from '../../controle/constats';
import { estValeurOuArrondi, lue, type LigneEvaluee } from '../../controle/evaluation';

/** Les colonnes que l'agent a calculées, refaites : taux, manquants, taux de rattrapage, référence. */
export function verifierCoherence(e: LigneEvaluee): Constat[] {
  return [...taux(e), ...manquants(e), ...rattrapage(e), ...reference(e)];
}

function taux({ ligne, situation, taux: exact }: LigneEvaluee): Constat[] {
  const ecrit = lue(ligne, 'taux_lls');
  if (!ecrit || !situation || !exact || estArrondiOuTroncature(ecrit, exact)) return [];
  const { logementsSociaux: lls, residencesPrincipales: rp } = situation;
  const details = { constate: ecrit.valeur, attendu: exact, lls, rp };
  return [constat('TAUX_INCOHERENT', ligne, details, { colonne: 'taux_lls', ...ecarts(details) })];
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

function reference({ ligne, exacte, rattrapage: taux }: LigneEvaluee): Constat[] {
  const ecrite = lue(ligne, 'objectif_reference');
  if (!ecrite || !exacte || comparer(ecrite.valeur, exacte) === 0) return [];
  const { valeur } = ecrite;
  const precisions = { colonne: 'objectif_reference', constate: valeur, attendu: exacte } as const;
  if (estEcritureDe(ecrite, exacte)) {
    if (!estEntiere(valeur)) return [];
    const modes = arrondisPossibles(exacte, valeur.numerateur / valeur.denominateur);
    return [constat('REFERENCE_ARRONDIE', ligne, { constate: valeur, exacte, modes }, precisions)];
  }
  const accord = ligne.accord.etat === 'lue' && ligne.accord.valeur;
  const gravite = comparer(valeur, exacte) < 0 ? 'bloquant' : accord ? 'information' : 'alerte';
  return [
    constat(
      'REFERENCE_INCOHERENTE',
      ligne,
      { constate: valeur, attendu: exacte, accord },
      { ...precisions, gravite, certitude: taux?.certitude ?? 'texte' },
    ),
  ];
}

const ecarts = ({ constate, attendu }: { constate: Fraction; attendu: Fraction }) => ({ constate, attendu });

/** La valeur exacte, un de ses arrondis à l'entier, ou son arrondi à la dernière décimale écrite. */
function estEcritureDe(ecrit: NombreLu, exacte: Fraction): boolean {
  if (estValeurOuArrondi(exacte, ecrit.valeur)) return true;
  const { bas, haut } = intervalleDe(ecrit);
  return ecrit.decimales > 0 && comparer(bas, exacte) <= 0 && comparer(exacte, haut) <= 0;
}

/** Un taux publié est arrondi, parfois tronqué, à sa dernière décimale. */
function estArrondiOuTroncature(ecrit: NombreLu, exact: Fraction): boolean {
  const { bas, haut } = intervalleDe(ecrit);
  if (comparer(bas, exact) > 0) return false;
  if (comparer(exact, haut) < 0) return true;
  const demi = difference(ecrit.valeur, bas);
  return comparer(exact, somme(ecrit.valeur, produit(demi, fraction(2)))) < 0;
}
