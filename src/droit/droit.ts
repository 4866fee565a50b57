import {
  ABAISSEMENT,
  ENTRANTES,
  MUTUALISATION,
  RATTRAPAGE,
  RECALAGE,
  TYPOLOGIE,
  type Datee,
  type RangEntrant,
  type RegleAbaissement,
  type RegleMutualisation,
  type RegleTypologie,
} from './donnees';
import type { PourCent } from '../nombres';
import { ATTRIBUTIONS, type RegleAttributions } from './attributions';
import {
  CHAMP,
  CIBLE,
  DECONVENTIONNEMENT,
  EXEMPTION,
  EXEMPTION_TENSION,
  PROGRAMME,
  type RegleChamp,
  type RegleDeconventionnement,
  type RegleExemption,
  type RegleProgramme,
  type RegleTension,
} from './champ';
import { CLAUSE_MIXITE, LOYERS, type RegleClauseMixite, type RegleLoyers } from './loyers';
import type { Palier } from './paliers';
import { DERNIERE_PERIODE, ecrirePeriode, PERIODE_ABSENTE, reserveDe, suivante, type Periode } from './periodes';
import { MAJORATION, PRELEVEMENT, type RegleMajoration, type ReglePrelevement } from './prelevement';

/** Le droit applicable à une période : ce que toute règle reçoit. Une question sans règle connue y est absente (`null`). */
export interface Droit {
  /** `null` : période non précisée, `PERIODE_ABSENTE`. */
  readonly periode: Periode | null;
  readonly libelle: string;
  /** La période suit la dernière que le droit lu régit : à dire partout où il s'applique. */
  readonly reserve: string | null;
  readonly rattrapage: Datee<readonly Palier[]> | null;
  readonly entrantes: Datee<Readonly<Record<RangEntrant, PourCent>>> | null;
  readonly abaissement: Datee<RegleAbaissement> | null;
  readonly mutualisation: Datee<RegleMutualisation> | null;
  readonly recalage: Datee<{ readonly note: string }> | null;
  readonly typologie: Datee<RegleTypologie> | null;
  readonly champ: Datee<RegleChamp> | null;
  readonly cible: Datee<RegleTension> | null;
  readonly exemption: Datee<RegleExemption> | null;
  readonly exemptionTension: Datee<RegleTension> | null;
  readonly programme: Datee<RegleProgramme> | null;
  readonly deconventionnement: Datee<RegleDeconventionnement> | null;
  readonly prelevement: Datee<ReglePrelevement> | null;
  readonly majoration: Datee<RegleMajoration> | null;
  readonly attributions: Datee<RegleAttributions> | null;
  readonly clauseMixite: Datee<RegleClauseMixite> | null;
  readonly loyers: Datee<RegleLoyers> | null;
}

const PREMIERE_PERIODE_3DS: Periode = { debut: 2023 };
/** Celles que la règle en vigueur régit à cette version ; sans période dite, elle vaut pour chacune. */
export const PERIODES_EN_VIGUEUR: readonly Periode[] = [PREMIERE_PERIODE_3DS, suivante(PREMIERE_PERIODE_3DS)];

/**
 * Le droit d'une période triennale.
 * @example droitDe({ debut: 2020 }).rattrapage // 50 %, sans palier
 * @example droitDe({ debut: 2011 }).rattrapage // null : règle non renseignée
 */
export function droitDe(periode: Periode): Droit {
  const reserve = reserveDe(periode);
  const libelle = `période ${ecrirePeriode(periode)}${reserve ? ` (${reserve})` : ''}`;
  return { ...questions(periode), periode, libelle, reserve };
}

/**
 * Les périodes dont la règle de rattrapage est connue, jusqu'à celle qui commence l'année suivante : elle se prépare.
 * @example periodesConnues(2026) // de « 2002-2004 » à « 2026-2028 »
 */
export function periodesConnues(annee: number): string[] {
  const [premiere] = RATTRAPAGE;
  const periodes: string[] = [];
  for (let p: Periode = { debut: premiere!.de }; p.debut <= annee + 1; p = suivante(p)) periodes.push(ecrirePeriode(p));
  return periodes;
}

/** Sans période : le droit de la dernière que l'outil connaît, et il le dit (`PERIODE_ABSENTE`). */
export const DROIT_EN_VIGUEUR: Droit = {
  ...questions(DERNIERE_PERIODE),
  periode: null,
  reserve: null,
  libelle: `période non précisée : ${PERIODE_ABSENTE}`,
};

function questions({ debut }: Periode) {
  const enVigueur = <T>(regles: readonly Datee<T>[]): Datee<T> | null =>
    regles.find(({ de, avant }) => de <= debut && (avant === null || debut < avant)) ?? null;
  return {
    rattrapage: enVigueur(RATTRAPAGE),
    entrantes: enVigueur(ENTRANTES),
    abaissement: enVigueur(ABAISSEMENT),
    mutualisation: enVigueur(MUTUALISATION),
    recalage: enVigueur(RECALAGE),
    typologie: enVigueur(TYPOLOGIE),
    champ: enVigueur(CHAMP),
    cible: enVigueur(CIBLE),
    exemption: enVigueur(EXEMPTION),
    exemptionTension: enVigueur(EXEMPTION_TENSION),
    programme: enVigueur(PROGRAMME),
    deconventionnement: enVigueur(DECONVENTIONNEMENT),
    prelevement: enVigueur(PRELEVEMENT),
    majoration: enVigueur(MAJORATION),
    attributions: enVigueur(ATTRIBUTIONS),
    clauseMixite: enVigueur(CLAUSE_MIXITE),
    loyers: enVigueur(LOYERS),
  };
}
