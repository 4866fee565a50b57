import { ecrireJourIso } from '../nombres';

/** Période triennale, du 1er janvier de `debut` au 31 décembre de `debut + 2` (L. 302-8, I : tranches de trois ans depuis 2002). */
export interface Periode {
  readonly debut: number;
}

const ORIGINE = 2002;
const DUREE = 3;

export const ecrirePeriode = ({ debut }: Periode): string => `${debut}-${debut + DUREE - 1}`;

export const suivante = ({ debut }: Periode): Periode => ({ debut: debut + DUREE });
export const precedente = ({ debut }: Periode): Periode => ({ debut: debut - DUREE });

/** La période triennale d'une année, depuis 2002. */
export const periodeDe = (annee: number): Periode => ({ debut: annee - ((annee - ORIGINE) % DUREE) });

/** L'année dont le 1er janvier sert de base : celle qui précède la période (L. 302-8, VII). */
export const anneeDeBase = ({ debut }: Periode): number => debut - 1;

/**
 * Lit « 2023-2025 » (ou avec un autre tiret, des espaces) ; `null` si ce n'est pas une période triennale de la loi.
 * @example lirePeriode('2023-2025') // { debut: 2023 }
 * @example lirePeriode('2022-2024') // null : les tranches partent de 2002
 */
export function lirePeriode(texte: string): Periode | null {
  const annees = /^\s*(\d{4})\s*[-‑–—−/]\s*(\d{4})\s*$/.exec(texte);
  if (!annees) return null;
  const [debut, fin] = [Number(annees[1]), Number(annees[2])];
  const reguliere = debut >= ORIGINE && (debut - ORIGINE) % DUREE === 0 && fin === debut + DUREE - 1;
  return reguliere ? { debut } : null;
}

/**
 * La période que les chiffres d'un 1er janvier fondent (L. 302-8, VII) ; `null` : aucune.
 * @example periodeFondee(2025) // { debut: 2026 }
 * @example periodeFondee(2024) // null
 */
export const periodeFondee = (annee: number): Periode | null => lirePeriode(`${annee + 1}-${annee + DUREE}`);

/** Le jour où le droit de ce dossier a été lu dans sa version consolidée ; à changer avec les données. */
export const LU_LE = '2026-02-27';

/** La dernière période dont l'outil connaît les règles : celle du jour où le droit a été lu. */
export const DERNIERE_PERIODE: Periode = periodeDe(Number(LU_LE.slice(0, 4)));

/**
 * Ce qu'il faut dire d'une période dont la loi peut changer d'ici là ; `null` pour une période que le droit lu régit.
 * @example reserveDe({ debut: 2026 }) // null
 * @example reserveDe({ debut: 2029 }) // « droit lu au 27/02/2026 »
 */
export const reserveDe = ({ debut }: Periode): string | null =>
  debut > DERNIERE_PERIODE.debut ? `droit lu au ${ecrireJourIso(LU_LE)}` : null;

/** Ce que veut dire une période qu'on ne donne pas, partout : dans une aide, une trace, un constat, une option. */
export const PERIODE_ABSENTE = `${ecrirePeriode(DERNIERE_PERIODE)}, la dernière période dont l’outil connaît les règles`;
