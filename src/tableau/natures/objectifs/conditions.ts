import { PERIODE_ABSENTE } from '../../../droit';
import { ecrireCompte } from '../../../nombres';
import { sensDe } from '../../../regles';
import type { Tableau } from '../../lecture/tableaux';
import { constat, type Constat } from '../../controle/constats';
import type { Avis } from '../../contrat-et-avis';
import { estAccepte, type Contexte } from '../../controle/contexte';
import { peutNommerEpci } from '../../controle/epci';
import { placeDe } from '../../controle/feuilles';
import { entierLu, type LigneEvaluee } from '../../controle/evaluation';
import { ouiOuNon, sansEffet } from '../../precisions';

/** Ce que le tableau ne prouve pas : PLH, avis, durées, références reprises, lectures de la loi, période. */
export function verifierConditions(lignes: readonly LigneEvaluee[], tableau: Tableau, contexte: Contexte): Constat[] {
  return [
    ...(contexte.contrat === 'cims' ? [...plh(contexte), ...plhDAilleurs(tableau, contexte), ...avis(contexte)] : []),
    ...durees(lignes, tableau, contexte),
    ...affirmees(lignes),
    ...interpretees(lignes),
    ...periode(contexte),
  ];
}

function plh({ plh: couvert, plhIncertain }: Contexte): Constat[] {
  if (couvert !== null) return couvert ? [] : [constat('PLH_MANQUANT', null, {})];
  const condition =
    plhIncertain === undefined
      ? 'l’EPCI est couvert par un programme local de l’habitat (PLH) exécutoire, ou par un document qui en tient lieu.'
      : `le programme local de l’habitat (PLH) ; la feuille écrit « ${plhIncertain} », qui ne dit pas s’il est exécutoire.`;
  const question = ouiOuNon(
    'Un programme local de l’habitat exécutoire, ou un document qui en tient lieu, couvre-t-il l’EPCI ?',
    (valeur) => ({ quoi: 'plh', valeur }),
  );
  return [aConfirmer(condition, { question, empecheDeConclure: plhIncertain !== undefined })];
}

/** « PLH de Tours Métropole » : le nom d'un EPCI, après le PLH. */
const PLH_DE =
  /(?:PLHi?|[Pp]rogramme [Ll]ocal de l[’'][Hh]abitat)(?: (?:exécutoire|adopté|approuvé|intercommunal|en vigueur))?[ :]+(?:de |du |d[’'])?(?:la |le |l[’'])?((?:CA|CU|CC|EPT|Communaut|M[ée]tropole|Eurom[ée]tropole|Agglo|Grand|Pays|Val)[^,;:()\d]{2,60}|\p{Lu}[^,;:()\d]{1,40}(?:M[ée]tropole|Agglo)[^,;:()\d]{0,20})/u;
const FIN_DU_NOM = /\s(?:exécutoire|adopté|approuvé|est|en vigueur|depuis|valable)\b.*$/u;

/** Le PLH dont parle la feuille porte le nom d'un EPCI qui n'est celui d'aucune commune du tableau. */
function plhDAilleurs({ lignes }: Tableau, contexte: Contexte): Constat[] {
  const { plh: couvert, lecture, annuaire } = contexte;
  if (!couvert || !lecture || lecture.precises.includes('plh')) return [];
  const connues = lignes.flatMap(({ codeInsee }) => (codeInsee && annuaire.parCode(codeInsee)) || []);
  if (connues.length === 0) return [];
  return lecture.faits.flatMap(({ quoi, texte, cellule }) => {
    const nom = quoi === 'plh' ? PLH_DE.exec(texte)?.[1]?.replace(FIN_DU_NOM, '') : undefined;
    if (!nom || connues.some((c) => peutNommerEpci(nom, c)) || estAccepte(contexte, texte)) return [];
    const condition = `le PLH ; « ${texte} »${cellule && ` (${cellule})`} nomme un EPCI qui n’est celui d’aucune commune du tableau.`;
    const question = sansEffet('Ce PLH couvre-t-il bien les communes de ce tableau ?', 'Oui', texte);
    return [aConfirmer(condition, { question, empecheDeConclure: true, ...(cellule && placeDe(cellule)) })];
  });
}

const AVIS_POSSIBLES: readonly (readonly [Avis, string])[] = [
  ['recueilli', 'Recueilli'],
  ['a-recueillir', 'À recueillir avant de conclure'],
  ['defavorable', 'Recueilli, défavorable'],
  ['manquant', 'Manquant, contrat conclu'],
];

function avis({ avis: etat, avisIncertain }: Contexte): Constat[] {
  if (etat === null) {
    const condition =
      avisIncertain === undefined
        ? 'l’avis de la commission nationale SRU est recueilli, ou reste à recueillir avant de conclure le contrat.'
        : `l’avis de la commission nationale SRU ; la feuille écrit « ${avisIncertain} », qui ne dit pas s’il est recueilli.`;
    const choix = AVIS_POSSIBLES.map(([valeur, libelle]) => ({
      libelle,
      precision: { quoi: 'avis', valeur } as const,
    }));
    const question = { texte: 'Où en est l’avis de la commission nationale SRU ?', choix };
    return [aConfirmer(condition, { question, empecheDeConclure: avisIncertain !== undefined })];
  }
  if (etat === 'recueilli') return [];
  if (etat === 'defavorable') return [constat('AVIS_DEFAVORABLE', null, {})];
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
      `le nombre de périodes consécutives d’abaissement, celle du contrat comprise (${nommer(incertaines)}) : ${raison}.`,
      { reference: contrat === 'cims' ? 'L302-8-X' : 'L302-8-IX' },
    ),
  ];
}

/** Sans résidences principales ni taux, la référence ou le palier sont repris du tableau : on le dit. */
function affirmees(lignes: readonly LigneEvaluee[]): Constat[] {
  const reprises = lignes.filter(({ situation, taux, reference, exacte, rang, manquants }) => {
    const verifiee = rang < 3 && exacte !== null;
    return !situation && !taux && reference && !verifiee && manquants?.numerateur !== 0;
  });
  if (reprises.length === 0) return [];
  const condition = `la référence reprise du tableau (${nommer(reprises)}) : sans résidences principales, logements sociaux et taux cible, son palier ne peut pas être vérifié.`;
  return [aConfirmer(condition, { reference: 'L302-8-VII' })];
}

const aConfirmer = (condition: string, precisions: Parameters<typeof constat>[3] = {}): Constat =>
  constat('CONDITION_A_CONFIRMER', null, { condition }, precisions);

function nommer(lignes: readonly LigneEvaluee[]): string {
  const noms = lignes.map(({ ligne }) => ligne.nom);
  return noms.length <= 5
    ? noms.join(', ')
    : `${noms.slice(0, 5).join(', ')} et ${ecrireCompte(noms.length - 5, 'autre commune', 'autres communes')}`;
}

/** Une commune dont le palier tient à notre lecture du texte. */
function interpretees(lignes: readonly LigneEvaluee[]): Constat[] {
  return lignes.flatMap(({ ligne, rattrapage }) => {
    if (rattrapage?.certitude !== 'interprétation') return [];
    const condition = `${rattrapage.motif}, d’où ${rattrapage.pourcent} % : c’est notre lecture du texte.`;
    const precisions = {
      reference: rattrapage.reference,
      certitude: rattrapage.certitude,
      gravite: 'information',
    } as const;
    return [constat('CONDITION_A_CONFIRMER', ligne, { condition, lecture: true }, precisions)];
  });
}

/** Période non précisée, ou postérieure au droit lu : le sens qu'elle prend est écrit dans les constats. */
function periode({ droit }: Contexte): Constat[] {
  if (droit.periode && !droit.reserve) return [];
  const precisions = { reference: 'L302-8-I', gravite: 'information' } as const;
  const condition = droit.reserve
    ? `la loi de la ${droit.libelle} : elle peut changer d’ici là.`
    : `la période ; faute de précision, ${PERIODE_ABSENTE}.`;
  return [constat('CONDITION_A_CONFIRMER', null, { condition, lecture: true }, precisions)];
}
