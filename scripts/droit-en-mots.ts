// Le droit en vigueur tel que le disent le registre et les classeurs d'exemple : aucun de leurs textes ne redit un nombre de la loi.
import {
  DROIT_EN_VIGUEUR,
  ecrirePeriode,
  RATTRAPAGE,
  type Datee,
  type IdReference,
  type Palier,
  type RegleTension,
} from '../src/droit';
import { ecrire } from '../src/nombres';

const regle = <T>(datee: Datee<T> | null): T => datee!.regle;

/** Les règles en vigueur, sans leur date. */
export const LOI = {
  paliers: regle(DROIT_EN_VIGUEUR.rattrapage),
  entrantes: regle(DROIT_EN_VIGUEUR.entrantes),
  abaissement: regle(DROIT_EN_VIGUEUR.abaissement),
  mutualisation: regle(DROIT_EN_VIGUEUR.mutualisation),
  typologie: regle(DROIT_EN_VIGUEUR.typologie),
  champ: regle(DROIT_EN_VIGUEUR.champ),
  exemption: regle(DROIT_EN_VIGUEUR.exemption),
  programme: regle(DROIT_EN_VIGUEUR.programme),
  deconventionnement: regle(DROIT_EN_VIGUEUR.deconventionnement),
  prelevement: regle(DROIT_EN_VIGUEUR.prelevement),
  majoration: regle(DROIT_EN_VIGUEUR.majoration),
  attributions: regle(DROIT_EN_VIGUEUR.attributions),
  clauseMixite: regle(DROIT_EN_VIGUEUR.clauseMixite),
  loyers: regle(DROIT_EN_VIGUEUR.loyers),
} as const;

const OU = new Intl.ListFormat('fr', { type: 'disjunction' });
const ET = new Intl.ListFormat('fr', { type: 'conjunction' });
/** « 33, 50 ou 100 ». */
export const ou = (nombres: readonly number[]): string => OU.format(nombres.map((n) => ecrire(n)));

const LETTRES = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ');
/** « trois » ; au-delà de douze, en chiffres. */
export const enLettres = (n: number): string => LETTRES[n] ?? ecrire(n);
export const avecMajuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1);

/** « 3 500 », avec l'espace ordinaire des textes d'ici. */
export const milliers = (n: number): string => ecrire(n).replace(/\u202f/g, ' ');

/** « la moitié », ou « 60 % ». */
export const laPart = (pourcent: number): string => (2 * pourcent === 100 ? 'la moitié' : `${ecrire(pourcent)} %`);

/** « de plus de 4 points », « de 2 à 4 points ». */
export const ecartEnMots = ({ libelle }: Palier): string => (libelle!.startsWith('de ') ? libelle! : `de ${libelle!}`);

/** « 33, 50 ou 100 % » : les taux de rattrapage. */
export const TAUX_DE_RATTRAPAGE = `${ou(LOI.paliers.map(({ taux }) => taux))} %`;
const planchers = LOI.paliers.flatMap((palier) => palier.planchers ?? []);
/** « 25, 40 ou 80 % » : les planchers d'un contrat abaissant. */
export const PLANCHERS_ABAISSANTS = `${ou(planchers.map(({ abaissement }) => abaissement))} %`;
/** Ce qu'une mutualisation laisse au moins des manquants, par palier. */
const MUTUALISES = LOI.paliers.map(({ taux }) => (taux * LOI.mutualisation.partDeLaReference) / 100);
/** « 16,5, 25 ou 50 % ». */
export const PLANCHERS_MUTUALISES = `${ou(MUTUALISES)} %`;
/** « 16,5 % » : celui du plus grand écart. */
export const PLANCHER_MUTUALISE = `${ecrire(MUTUALISES[0]!)} %`;
/** « 17 % » : ce que la plaquette en écrit. */
export const PLANCHER_DE_LA_PLAQUETTE = `${ou(planchers.flatMap(({ plaquette }) => plaquette ?? []))} %`;

const palierEnMots = ({ auDela, taux, precedent, libelle }: Palier): string => {
  if (!precedent) return `${taux} % des manquants si l’écart dépasse ${auDela} points`;
  return `${taux} % ${auDela === 0 ? `sous ${precedent.auDela} points` : libelle!}`;
};
/** « 33 % des manquants si l’écart dépasse 4 points, 50 % de 2 à 4 points, 100 % sous 2 points ». */
export const PALIERS_EN_MOTS = LOI.paliers.map(palierEnMots).join(', ');
/** « À 4 points exactement : 50 % », pour chaque borne que le texte ne dit pas comprise. */
export const BORNES_EN_MOTS = LOI.paliers
  .flatMap(({ precedent, taux }) =>
    precedent && !precedent.compris ? `À ${precedent.auDela} points exactement : ${taux} %` : [],
  )
  .join(' ; ');

/** « 15 % (2002-2013), 25 % (2014-2016) » : les taux sans palier d'un texte antérieur. */
export const tauxSelon = (texte: IdReference): string =>
  RATTRAPAGE.filter(({ reference }) => reference === texte)
    .map(({ de, avant, regle: [unique] }) => `${unique!.taux} % (${de}-${avant! - 1})`)
    .join(', ');

/** « 4 pour 2020-2022 et 2023-2025, 5,5 pour 2026-2028 ». */
export function tensionsEnMots(regles: readonly Datee<RegleTension>[]): string {
  const periodes = new Map<string, string[]>();
  for (const { de, regle } of regles) {
    const tension = ecrire(regle.tension);
    periodes.set(tension, [...(periodes.get(tension) ?? []), ecrirePeriode({ debut: de })]);
  }
  return [...periodes].map(([tension, lesquelles]) => `${tension} pour ${ET.format(lesquelles)}`).join(', ');
}
