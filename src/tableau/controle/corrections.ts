import { ecrire, ecrireCompte, typographier } from '../../nombres';
import type { Constat } from './constats';
import type { CodeConstat } from './messages';

type Chiffres = Pick<Constat, 'attendu' | 'constate' | 'gravite' | 'certitude' | 'empecheDeConclure'>;

const nombre = (n: number | null, sinon: string): string => (n === null ? sinon : ecrire(n));
const relever = ({ attendu }: Chiffres, sinon: string): string =>
  attendu === null ? sinon : `Porter l’objectif à ${ecrireCompte(attendu, 'logement')} au moins.`;

/** Ce que l'agent peut faire de chaque constat, en une phrase. */
const CORRECTIONS: Readonly<Record<CodeConstat, (c: Chiffres) => string>> = {
  LIGNE_INCOMPLETE: () => 'Saisir ce qui manque, ou préciser quelle colonne le donne.',
  VALEUR_INVALIDE: () => 'Corriger la cellule, ou la vider si la valeur n’est pas connue.',
  DOUBLON: () => 'Supprimer une des deux lignes.',
  TAUX_INCOHERENT: (c) =>
    c.attendu === null
      ? 'Vérifier le taux : il contredit les manquants ou la situation de la commune.'
      : `Écrire ${ecrire(c.attendu)} %, ou corriger les logements sociaux ou les résidences principales.`,
  MANQUANTS_INCOHERENTS: (c) =>
    `Écrire ${nombre(c.attendu, 'la valeur calculée')}, ou vérifier que toutes les colonnes sont à la même date.`,
  RATTRAPAGE_INCOHERENT: (c) =>
    c.attendu === null ? 'Vérifier le taux et les manquants.' : `Écrire ${ecrire(c.attendu)} %, ou corriger le rang.`,
  PALIER_INDETERMINE: () => 'Ajouter les résidences principales et les logements sociaux de la commune.',
  REFERENCE_INCOHERENTE: (c) =>
    c.gravite === 'bloquant'
      ? `Reprendre l’objectif légal, ${nombre(c.attendu, 'recalculé')} : un abaissement s’écrit dans l’objectif du contrat.`
      : c.gravite === 'alerte'
        ? 'Vérifier la notification du préfet et écrire l’accord du maire, ou revenir à l’objectif légal.'
        : 'Rien à corriger : joindre la notification du préfet au dossier.',
  REFERENCE_ARRONDIE: () => 'Rien à corriger.',
  NON_DEFICITAIRE: (c) =>
    c.gravite === 'bloquant'
      ? 'Mettre l’objectif à 0 et reporter ces logements sur des communes déficitaires.'
      : 'Rien à corriger.',
  REDUCTION_EXCESSIVE: (c) => relever(c, 'Relever l’objectif.'),
  SOUS_PLANCHER_PLAQUETTE: (c) =>
    `Aucune correction n’est exigée ; ${nombre(c.attendu, 'le nombre de la plaquette')} éviterait la question.`,
  SOUS_PLANCHER_CMS: (c) => relever(c, 'Relever l’objectif.'),
  ENTRANTE_ABAISSEE: (c) => `${relever(c, 'Revenir à la référence.')} Si le rang est faux, le corriger.`,
  DUREE_DEPASSEE: (c) =>
    c.gravite === 'bloquant'
      ? 'Ne plus abaisser l’objectif de cette commune : le porter à sa référence.'
      : c.empecheDeConclure
        ? 'Renseigner la population et la part inconstructible du territoire urbanisé.'
        : 'Joindre la dérogation du préfet, ou ne plus abaisser l’objectif.',
  ACCORD_MANQUANT: (c) =>
    `Recueillir l’accord de la commune et écrire « oui », ou ramener l’objectif à ${nombre(c.attendu, 'sa référence')}.`,
  OBJECTIF_SUPERIEUR_AUX_MANQUANTS: () => 'Vérifier l’objectif et les logements manquants.',
  HORS_PRELEVEMENT: () => 'Demander au préfet si la commune peut entrer dans le contrat.',
  TOTAL_INSUFFISANT: (c) =>
    c.attendu === null || c.constate === null
      ? 'Relever l’objectif d’une ou de plusieurs communes, avec leur accord.'
      : `Relever l’objectif d’une ou de plusieurs communes, avec leur accord, pour que le total atteigne ${ecrire(c.attendu)}.`,
  TOTAL_AFFICHE_FAUX: (c) => `Écrire ${nombre(c.attendu, 'la somme des communes')}, ou étendre la formule du total.`,
  PLH_MANQUANT: () => 'Adopter d’abord le programme local de l’habitat, ou recourir à des contrats non mutualisants.',
  AVIS_MANQUANT: (c) =>
    c.gravite === 'bloquant'
      ? 'Recueillir l’avis avant de conclure le contrat.'
      : 'Saisir la commission nationale SRU.',
  CONDITION_A_CONFIRMER: (c) =>
    c.gravite === 'information'
      ? 'Vérifier cette lecture avec la préfecture si un chiffre en dépend.'
      : 'Vérifier, puis le préciser dans le contexte ou dans le tableau.',
  COMMUNE_INCONNUE: () => 'Vérifier le nom et le code INSEE.',
  COMMUNE_HORS_EPCI: (c) =>
    c.gravite === 'bloquant'
      ? 'Ôter la commune du tableau, ou vérifier son intercommunalité à la date du contrat.'
      : c.certitude === 'interprétation'
        ? 'Faire confirmer par le préfet qu’un contrat peut réunir deux établissements publics territoriaux.'
        : 'Vérifier le nom de l’intercommunalité.',
  COMMUNE_ABSENTE: () => 'Ajouter celles qui sont déficitaires ; ne rien faire des autres.',
  OBJECTIF_NON_ATTEINT: () =>
    'Vérifier le décompte des logements réalisés ; sinon, préparer les explications de la commune pour la procédure contradictoire.',
  PART_PLAI_INSUFFISANTE: (c) => `Prévoir ${nombre(c.attendu, 'davantage de')} PLAI au moins.`,
  PART_PLS_EXCESSIVE: (c) => `Prévoir ${nombre(c.attendu, 'moins de')} PLS au plus.`,
};

/** La correction suggérée d'un constat. */
export const correctionDe = (constat: Chiffres & Pick<Constat, 'code'>): string =>
  typographier(CORRECTIONS[constat.code](constat));
