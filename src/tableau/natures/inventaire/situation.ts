import { comparer, fraction, type Fraction, type NombreLu } from '../../../nombres';
import type { Drapeau } from '../../colonnes';
import { intervalleDe } from '../../../regles';
import type { Ligne } from '../../lecture/ligne';
import { lireStatut } from '../../reponses';

/** Ce que l'inventaire dit d'une commune ; `null` : il ne le dit pas. */
export interface SituationPubliee {
  readonly dansLeChamp: boolean | null;
  /** Dit par l'inventaire, sinon déduit du taux quand son arrondi ne touche pas la cible. */
  readonly deficitaire: boolean | null;
  readonly carencee: boolean | null;
  readonly exemptee: boolean | null;
  readonly soumiseAuPrelevement: boolean | null;
  /** En euros. */
  readonly prelevement: Fraction | null;
}

/** La situation d'une commune ; un drapeau écrit l'emporte sur le statut, le statut sur le taux. */
export function situationDe(ligne: Ligne, taux: NombreLu | null, cible: number | null): SituationPubliee {
  const statut = lireStatut(ligne.statut) ?? {};
  const dite = (drapeau: Drapeau): boolean | null => {
    const lecture = ligne.drapeaux[drapeau];
    return lecture?.etat === 'lue' ? lecture.valeur : (statut[drapeau] ?? null);
  };
  const montant = ligne.nombres.prelevement;
  const prelevement = montant?.etat === 'lue' ? montant.valeur.valeur : null;
  const { soumisePrelevement: soumise } = ligne;
  const deficitaire = dite('deficitaire') ?? (taux && cible !== null ? sousLaCible(taux, cible) : null);
  return {
    dansLeChamp: dite('soumise_sru'),
    deficitaire: deficitaire === false && sansTaux(ligne) ? null : deficitaire,
    carencee: dite('carencee'),
    exemptee: dite('exemptee'),
    soumiseAuPrelevement:
      soumise.etat === 'lue'
        ? soumise.valeur
        : (statut.soumise_prelevement ?? (prelevement && prelevement.numerateur > 0 ? true : null)),
    prelevement,
  };
}

/** Une commune qui n'est pas inventoriée porte aussi le drapeau 0 : il ne dit pas qu'elle a atteint la cible. */
const sansTaux = ({ nombres: { taux_lls: taux } }: Ligne): boolean =>
  !taux || taux.etat === 'vide' || taux.etat === 'inconnue';

/** `null` si l'arrondi du taux touche la cible. */
export function sousLaCible(taux: NombreLu, cible: number): boolean | null {
  const { bas, haut } = intervalleDe(taux);
  if (comparer(bas, fraction(cible)) >= 0) return false;
  return comparer(haut, fraction(cible)) < 0 ? true : null;
}
