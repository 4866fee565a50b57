import { comparer, fraction, somme, ZERO, type Fraction } from '../../nombres';
import { COLONNES_ADDITIVES } from '../colonnes';
import type { Tableau } from '../lecture/tableaux';
import { constat, type Constat } from './constats';
import type { Contexte } from './contexte';
import { estValeurOuArrondi, type LigneEvaluee } from './evaluation';
import { NOMS } from './noms';

/** Les totaux des communes, ou `null` si l'une manque. */
export interface Totaux {
  readonly reference: Fraction | null;
  readonly contrat: number | null;
}

export function totaliser(lignes: readonly LigneEvaluee[]): Totaux {
  const references = lignes.map((l) => l.reference);
  // Une commune non déficitaire sans objectif en a un de zéro.
  const contrats = lignes.map((l) => l.contrat ?? (l.manquants?.numerateur === 0 ? 0 : null));
  return {
    reference: references.every((r) => r !== null) ? references.reduce(somme, ZERO) : null,
    contrat: contrats.every((c) => c !== null) ? contrats.reduce((a, b) => a + b, 0) : null,
  };
}

/** Le total du contrat, et ceux que l'agent affiche. */
export function verifierTotaux(lignes: readonly LigneEvaluee[], tableau: Tableau, contexte: Contexte): Constat[] {
  const mutualise = contexte.contrat === 'cims';
  return [...(mutualise ? total(totaliser(lignes), tableau) : []), ...totauxAffiches(tableau)];
}

function total({ reference, contrat }: Totaux, tableau: Tableau): Constat[] {
  if (!reference || contrat === null || comparer(fraction(contrat), reference) >= 0) return [];
  const precisions = { colonne: 'objectif_contrat', constate: contrat, attendu: reference } as const;
  return [constat('TOTAL_INSUFFISANT', tableau.total, { contrat, reference }, precisions)];
}

function totauxAffiches({ lignes, total: affiche }: Tableau): Constat[] {
  if (!affiche) return [];
  return COLONNES_ADDITIVES.flatMap((colonne) => {
    const lecture = affiche.nombres[colonne];
    const valeurs = lignes.map((l) => l.nombres[colonne]);
    if (lecture?.etat !== 'lue' || valeurs.some((v) => v?.etat !== 'lue' && v?.etat !== 'vide')) return [];
    const attendu = valeurs.reduce((t, v) => (v?.etat === 'lue' ? somme(t, v.valeur.valeur) : t), ZERO);
    const constate = lecture.valeur.valeur;
    if (estValeurOuArrondi(attendu, constate)) return [];
    return [
      constat(
        'TOTAL_AFFICHE_FAUX',
        affiche,
        { constate, attendu, colonne: NOMS[colonne] },
        { colonne, constate, attendu },
      ),
    ];
  });
}
