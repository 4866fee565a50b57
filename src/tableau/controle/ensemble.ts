import { comparer, fraction, somme, ZERO, type Fraction } from '../../nombres';
import type { ColonneNombre } from '../lecture/cellules';
import type { Tableau } from '../lecture/tableaux';
import { constat, type Constat } from './constats';
import type { Contexte } from './contexte';
import { entierLu, estValeurOuArrondi, sensDe, type LigneEvaluee } from './evaluation';
import { NOMS } from './noms';

/** Les totaux des communes, ou `null` si l'une manque. */
export interface Totaux {
  readonly reference: Fraction | null;
  readonly contrat: number | null;
}

export function totaliser(lignes: readonly LigneEvaluee[]): Totaux {
  const references = lignes.map((l) => l.reference);
  const contrats = lignes.map((l) => l.contrat);
  return {
    reference: references.every((r) => r !== null) ? references.reduce(somme, ZERO) : null,
    contrat: contrats.every((c) => c !== null) ? contrats.reduce((a, b) => a + b, 0) : null,
  };
}

/** Ce qui concerne le tableau entier : totaux, PLH, avis, durées à confirmer. */
export function verifierEnsemble(lignes: readonly LigneEvaluee[], tableau: Tableau, contexte: Contexte): Constat[] {
  const mutualise = contexte.contrat === 'cims';
  return [
    ...(mutualise ? total(totaliser(lignes), tableau) : []),
    ...totauxAffiches(tableau),
    ...(mutualise ? [...plh(contexte), ...avis(contexte)] : []),
    ...durees(lignes, tableau, contexte),
    ...affirmees(lignes),
  ];
}

function total({ reference, contrat }: Totaux, tableau: Tableau): Constat[] {
  if (!reference || contrat === null || comparer(fraction(contrat), reference) >= 0) return [];
  const precisions = { colonne: 'objectif_contrat', constate: contrat, attendu: reference } as const;
  return [constat('TOTAL_INSUFFISANT', tableau.total, { contrat, reference }, precisions)];
}

const ADDITIVES: readonly ColonneNombre[] = [
  'residences_principales',
  'logements_sociaux',
  'manquants',
  'objectif_reference',
  'objectif_contrat',
  'plai',
  'pls',
];

function totauxAffiches({ lignes, total: affiche }: Tableau): Constat[] {
  if (!affiche) return [];
  return ADDITIVES.flatMap((colonne) => {
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

function plh({ plh: couvert }: Contexte): Constat[] {
  if (couvert === null)
    return [
      aConfirmer(
        'l’EPCI est couvert par un programme local de l’habitat (PLH) ou un document exécutoire en tenant lieu.',
      ),
    ];
  return couvert ? [] : [constat('PLH_MANQUANT', null, {})];
}

function avis({ avis: etat }: Contexte): Constat[] {
  if (etat === null)
    return [
      aConfirmer(
        'l’avis de la commission nationale SRU est recueilli, ou reste à recueillir avant de conclure le contrat.',
      ),
    ];
  if (etat === 'recueilli') return [];
  const prealable = etat === 'a-recueillir';
  return [constat('AVIS_MANQUANT', null, { prealable }, { gravite: prealable ? 'information' : 'bloquant' })];
}

function durees(lignes: readonly LigneEvaluee[], tableau: Tableau, { contrat }: Contexte): Constat[] {
  if (contrat === 'aucun') return [];
  const incertaines = lignes.filter(({ ligne, contrat: objectif, reference, manquants }) => {
    if (objectif === null || !reference || manquants?.numerateur === 0 || sensDe(objectif, reference) !== 'abaissé')
      return false;
    const lecture = ligne.nombres.periodes_consecutives_abaissees;
    return lecture?.etat !== 'invalide' && !entierLu(ligne, 'periodes_consecutives_abaissees');
  });
  if (incertaines.length === 0) return [];
  const raison = tableau.colonnes.has('periodes_consecutives_abaissees')
    ? 'la cellule est vide ou à zéro'
    : 'le tableau n’a pas cette colonne';
  return [
    aConfirmer(
      `le nombre de périodes consécutives d’abaissement, celle du contrat comprise, de ${nommer(incertaines)} (${raison}).`,
      contrat === 'cims' ? 'L302-8-X' : 'L302-8-IX',
    ),
  ];
}

/** Sans résidences principales ni taux, la référence ou le palier sont repris du tableau : on le dit. */
function affirmees(lignes: readonly LigneEvaluee[]): Constat[] {
  const reprises = lignes.filter(({ situation, taux, reference, rang, manquants }) => {
    return !situation && !taux && reference && rang === 3 && manquants?.numerateur !== 0;
  });
  if (reprises.length === 0) return [];
  const condition = `la référence de ${nommer(reprises)}, reprise du tableau : sans résidences principales, logements sociaux et taux cible, son palier ne peut pas être vérifié.`;
  return [aConfirmer(condition, 'L302-8-VII')];
}

const aConfirmer = (condition: string, reference: 'L302-8-X' | 'L302-8-IX' | 'L302-8-VII' = 'L302-8-X'): Constat =>
  constat('CONDITION_A_CONFIRMER', null, { condition }, { reference });

function nommer(lignes: readonly LigneEvaluee[]): string {
  const noms = lignes.map(({ ligne }) => ligne.commune || ligne.codeInsee || ligne.cellule('commune'));
  return noms.length <= 5 ? noms.join(', ') : `${noms.slice(0, 5).join(', ')} et ${noms.length - 5} autres communes`;
}
