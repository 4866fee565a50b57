import {
  lireStatut,
  NOMS,
  type CodeConstat,
  type Constat,
  type Declaree,
  type Drapeau,
  type Ligne,
} from '../../tableau';
import { empeche } from '../note/en-doute';

/** Ce que la loi demande à l'objectif d'un contrat, et non à celui qu'on notifie. */
const DU_CONTRAT: ReadonlySet<CodeConstat> = new Set<CodeConstat>([
  'REDUCTION_EXCESSIVE',
  'MOITIE_ARRONDIE',
  'SOUS_PLANCHER_CMS',
  'SOUS_PLANCHER_PLAQUETTE',
  'ENTRANTE_ABAISSEE',
  'DUREE_DEPASSEE',
  'ACCORD_MANQUANT',
  'OBJECTIF_SUPERIEUR_AUX_MANQUANTS',
  'HORS_PRELEVEMENT',
  'PART_PLAI_INSUFFISANTE',
  'PART_PLS_EXCESSIVE',
  'COMMUNE_HORS_EPCI',
  'NON_DEFICITAIRE',
  // Ce qui manque à un contrat ; les chiffres qu'une lettre demande sont cherchés un à un.
  'LIGNE_INCOMPLETE',
  // Elles ont leur propre raison : la lettre dit ce qui manque, ou pourquoi elle s'écrit quand même.
  'RANG_INCONNU',
  'REFERENCE_INCOHERENTE',
]);

/** Une alerte seulement, et pourtant un des nombres de la lettre est faux, ou sa destinataire n'est pas sûre. */
const FAUSSENT: ReadonlySet<CodeConstat> = new Set<CodeConstat>([
  'TAUX_INCOHERENT',
  'MANQUANTS_INCOHERENTS',
  'RATTRAPAGE_INCOHERENT',
  'COMMUNE_INCONNUE',
  'DOUBLON',
]);

/** Ce qui, dans les constats d'une commune, interdit de lui écrire. */
export const opposes = (constats: readonly Constat[]): readonly Constat[] =>
  constats.filter((c) => FAUSSENT.has(c.code) || (empeche(c) && !DU_CONTRAT.has(c.code)));

/** Ce qui se relit avant l'envoi : aucun nombre n'en est faux à coup sûr. */
export const aRelire = (constats: readonly Constat[]): readonly Constat[] =>
  constats.filter((c) => (c.gravite === 'alerte' && !DU_CONTRAT.has(c.code)) || c.code === 'CIBLE_CONTREDITE');

const DECISIFS = ['soumise_sru', 'exemptee', 'deficitaire'] as const satisfies readonly Drapeau[];

/** Ce que le tableau déclare d'une commune, par ses colonnes oui ou non et par son statut ; ou ce qui ne s'y comprend pas. */
export function declareeDe({ statut, drapeaux }: Ligne): Declaree | string {
  const dit = lireStatut(statut);
  if (!dit) return `son statut, « ${statut} », n’est pas compris`;
  const declaree: Declaree = { ...dit };
  for (const drapeau of DECISIFS) {
    const lu = drapeaux[drapeau];
    if (!lu || lu.etat === 'vide') continue;
    if (lu.etat !== 'lue') return `« ${lu.texte} » ne dit pas ${NOMS[drapeau]}`;
    if ((declaree[drapeau] ?? lu.valeur) !== lu.valeur)
      return `son statut, « ${statut} », contredit une autre colonne (${NOMS[drapeau]})`;
    declaree[drapeau] = lu.valeur;
  }
  return declaree;
}
