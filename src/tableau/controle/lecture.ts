import { estDecisive, NOMS, type Colonne } from '../colonnes';
import type { ColonneNombre } from '../lecture/cellules';
import type { Ligne } from '../lecture/ligne';
import type { Tableau } from '../lecture/tableaux';
import { constat, type Constat } from './constats';
import type { Contrat } from '../contrat-et-avis';
import type { LigneEvaluee } from './evaluation';

const FONDENT_LA_REFERENCE = ['residences_principales', 'logements_sociaux', 'taux_cible'] as const;

/** VALEUR_INVALIDE et LIGNE_INCOMPLETE : ce qui ne se lit pas, ce qui manque pour conclure. */
export function verifierLecture(evaluee: LigneEvaluee, tableau: Tableau, contrat: Contrat): Constat[] {
  const { ligne } = evaluee;
  const constats = valeursInvalides(ligne, (colonne) => estDecisive(colonne, evaluee.situation !== null));
  const rang = rangIllisible(evaluee);
  const manque = [...manqueNom(ligne), ...manqueReference(evaluee), ...manqueContrat(evaluee, contrat)];
  return [...constats, ...rang, ...ligneIncomplete(ligne, tableau, manque)];
}

/** Un rang que la référence écrite ne confirme pas se demande, illisible ou non donné. */
function rangIllisible({ ligne, manquants }: LigneEvaluee): Constat[] {
  const { rang } = ligne;
  if (rang.etat !== 'invalide') return [];
  const details = { colonne: NOMS.rang_triennal, texte: rang.texte, attendu: rang.attendu };
  return [
    constat('VALEUR_INVALIDE', ligne, details, {
      colonne: 'rang_triennal',
      empecheDeConclure: manquants?.numerateur !== 0,
    }),
  ];
}

/** Ce qui manque à une ligne ; le constat montre la première cellule à remplir, ou la commune si le tableau n'a pas la colonne. */
export function ligneIncomplete(ligne: Ligne, tableau: Tableau, colonnes: readonly Colonne[]): Constat[] {
  if (colonnes.length === 0) return [];
  const colonne = colonnes.find((c) => tableau.colonnes.has(c)) ?? 'commune';
  const manque = colonnes.map((c) => (c === 'commune' ? NOMS[c] : nommer(c, tableau)));
  return [constat('LIGNE_INCOMPLETE', ligne, { manque }, { colonne, empecheDeConclure: true })];
}

export function valeursInvalides(ligne: Ligne, decide: (colonne: ColonneNombre) => boolean): Constat[] {
  const constats: Constat[] = [];
  for (const colonne of Object.keys(ligne.nombres) as ColonneNombre[]) {
    const lecture = ligne.nombres[colonne];
    // Le rang s'écrit aussi en mots : `ligne.rang` le lit.
    if (lecture?.etat !== 'invalide' || colonne === 'rang_triennal') continue;
    const details = { colonne: NOMS[colonne], texte: lecture.texte, attendu: lecture.attendu };
    constats.push(constat('VALEUR_INVALIDE', ligne, details, { colonne, empecheDeConclure: decide(colonne) }));
  }
  return constats;
}

export const manqueNom = (ligne: Ligne): readonly Colonne[] => (ligne.commune || ligne.codeInsee ? [] : ['commune']);

function manqueReference({ ligne, reference, situation, constats }: LigneEvaluee): readonly Colonne[] {
  if (reference || situation || constats.some((c) => c.empecheDeConclure)) return [];
  return FONDENT_LA_REFERENCE.filter((c) => estAbsente(ligne, c));
}

function manqueContrat({ ligne, contrat, manquants }: LigneEvaluee, type: Contrat): readonly Colonne[] {
  const attendu =
    type !== 'aucun' && contrat === null && manquants?.numerateur !== 0 && estAbsente(ligne, 'objectif_contrat');
  return attendu ? ['objectif_contrat'] : [];
}

export function estAbsente(ligne: Ligne, colonne: ColonneNombre): boolean {
  const etat = ligne.nombres[colonne]?.etat ?? 'vide';
  return etat === 'vide' || etat === 'inconnue';
}

export function nommer(colonne: Colonne, { ambigues, colonnes }: Tableau): string {
  const rivales = ambigues.get(colonne);
  if (rivales) {
    const noms = rivales.map((e) => `« ${e.texte} » (${e.cellule})`).join(' ou ');
    return `${NOMS[colonne]} (${noms} : préciser laquelle, ou la période)`;
  }
  return colonnes.has(colonne) ? NOMS[colonne] : `${NOMS[colonne]} (aucune colonne reconnue)`;
}
