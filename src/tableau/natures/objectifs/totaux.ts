import { comparer, fraction, somme, ZERO, type Logements } from '../../../nombres';
import type { Droit } from '../../../droit';
import { partDe } from '../../../regles';
import { COLONNES_ADDITIVES, NOMS } from '../../colonnes';
import type { Tableau } from '../../lecture/tableaux';
import { constat, type Constat } from '../../controle/constats';
import type { Contexte } from '../../controle/contexte';
import { estValeurOuArrondi, lue, type LigneEvaluee } from '../../controle/evaluation';

/** Les totaux des communes, ou `null` si l'une manque. */
export interface Totaux {
  readonly reference: Logements | null;
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
  return [...(mutualise ? total(lignes, tableau, contexte) : []), ...totauxAffiches(tableau)];
}

/** Une commune dont le rang n'est pas connu peut avoir une moindre référence, une ligne douteuse peut compter : le total ne bloque que s'il manque à coup sûr. */
function total(lignes: readonly LigneEvaluee[], tableau: Tableau, { droit }: Contexte): Constat[] {
  const { reference, contrat } = totaliser(lignes);
  if (!reference || contrat === null || comparer(fraction(contrat), reference) >= 0) return [];
  const moindre = lignes.map((l) => moindreReference(l, droit)).reduce(somme, ZERO);
  const ouvert = comparer(fraction(contrat), moindre) >= 0 || tableau.douteuses.length > 0;
  const precisions = {
    colonne: 'objectif_contrat',
    constate: contrat,
    attendu: reference,
    gravite: ouvert ? 'alerte' : 'bloquant',
    empecheDeConclure: ouvert,
  } as const;
  return [constat('TOTAL_INSUFFISANT', tableau.total, { contrat, reference }, precisions)];
}

function moindreReference({ ligne, reference, manquants, rangConnu }: LigneEvaluee, { entrantes }: Droit): Logements {
  if (rangConnu || !manquants || !entrantes || lue(ligne, 'objectif_reference')) return reference ?? ZERO;
  return partDe(manquants, Math.min(...Object.values(entrantes.regle)));
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
