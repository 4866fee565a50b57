import { distance } from 'fastest-levenshtein';
import { normaliser } from '../tableau/texte';
import { cleDeNom } from './noms';

/** Un EPCI à fiscalité propre ; dans la métropole du Grand Paris, l'établissement public territorial qui en tient lieu. */
export interface Epci {
  /** Son numéro SIREN. */
  readonly code: string;
  readonly nom: string;
}

export interface RechercheDEpci {
  /** Celui que le texte nomme en entier, avec ou sans sa forme (« CA »), ou par son SIREN ; `null` s'il peut en nommer plusieurs. */
  readonly exact: Epci | null;
  /** Ceux dont le nom contient un mot qui débute par chacun des mots écrits, du plus ressemblant au moins ressemblant. */
  readonly trouves: readonly Epci[];
  /** Quand aucun n'est trouvé, les trois noms les plus proches. */
  readonly proches: readonly Epci[];
}

const PROCHES = 3;
/** Plus long, un texte ne nomme pas un EPCI. */
const LONGUEUR = 120;
const FORMES: Readonly<Record<string, string>> = {
  ca: 'communaute agglomeration',
  cc: 'communaute communes',
  cu: 'communaute urbaine',
  ept: 'etablissement public territorial',
};
const LIAISON = /^(?:d|de|du|des|l|le|la|les|en|et)$/;
const FORME =
  /\b(?:cu|ca|cc|ept|communaute|urbaine|agglo|agglomeration|communes|metropole|etablissement|public|territorial)\b/;
const NE_NOMMENT_PAS = new RegExp(`${FORME.source}|\\b(?:d|de|du|des|la|le|les|l)\\b`, 'g');

/** Le nom d'un EPCI sans sa forme (« CU », « Communauté urbaine ») ni mots de liaison. */
export const nomNuDEpci = (nom: string): string =>
  cleDeNom(nom).replace(NE_NOMMENT_PAS, ' ').replace(/ +/g, ' ').trim();

/** La forme d'un EPCI est écrite : « Saint-Lô Agglo », non « Saint-Lô ». */
export const ditUneFormeDEpci = (nom: string): boolean => FORME.test(cleDeNom(nom));

interface Indexe {
  readonly epci: Epci;
  readonly cle: string;
  readonly nu: string;
  /** Les mots de son nom, et ceux que sa forme abrège. */
  readonly mots: readonly string[];
}

/** Cherche parmi ces EPCI par un nom, même en cours de frappe, ou par un SIREN. */
export function creerRechercheDEpci(epcis: readonly Epci[]): (texte: string) => RechercheDEpci {
  let index: readonly Indexe[] | null = null;
  return (texte) => chercher(texte.slice(0, LONGUEUR), (index ??= epcis.map(indexer)));
}

const indexer = (epci: Epci): Indexe => {
  const cle = cleDeNom(epci.nom);
  return { epci, cle, nu: nomNuDEpci(epci.nom), mots: cle.split(' ').flatMap((mot) => [mot, ...deplier(mot)]) };
};

const deplier = (mot: string): string[] => FORMES[mot]?.split(' ') ?? [];

function chercher(texte: string, index: readonly Indexe[]): RechercheDEpci {
  const cle = cleDeNom(texte);
  if (cle === '') return { exact: null, trouves: [], proches: [] };
  const siren = index.find(({ epci }) => epci.code === normaliser(texte).replace(/ /g, ''));
  if (siren) return { exact: siren.epci, trouves: [siren.epci], proches: [] };
  const nu = nomNuDEpci(texte);
  const ecrits = cle.split(' ');
  const propres = ecrits.filter((mot) => !LIAISON.test(mot));
  const cherches = propres.length > 0 ? propres : ecrits;
  const rang = ({ nu: sien }: Indexe) => (sien === nu ? 0 : nu !== '' && sien.startsWith(nu) ? 1 : 2);
  const trouves = index
    .filter(({ mots }) => cherches.every((cherche) => mots.some((mot) => mot.startsWith(cherche))))
    .sort((a, b) => rang(a) - rang(b) || a.nu.localeCompare(b.nu) || a.cle.localeCompare(b.cle));
  if (trouves.length === 0) return { exact: null, trouves: [], proches: lesPlusProches(nu || cle, index) };
  const memes = trouves.filter((t) => t.cle === cle);
  const nommes = memes.length > 0 ? memes : trouves.filter((t) => t.nu === nu);
  return { exact: nommes.length === 1 ? nommes[0]!.epci : null, trouves: trouves.map(({ epci }) => epci), proches: [] };
}

function lesPlusProches(nu: string, index: readonly Indexe[]): Epci[] {
  const ecrits = nu.split(' ');
  return index
    .map(({ epci, nu: sien }) => ({ epci, ecart: ecartDeMots(ecrits, sien.split(' ')) }))
    .sort((a, b) => a.ecart - b.ecart || a.epci.nom.localeCompare(b.epci.nom))
    .slice(0, PROCHES)
    .map(({ epci }) => epci);
}

/** Chaque mot écrit compte les lettres qui le séparent du mot le plus proche ; un mot de trop ou manquant compte pour une lettre. */
export const ecartDeMots = (ecrits: readonly string[], siens: readonly string[]): number =>
  ecrits.reduce((total, ecrit) => total + Math.min(...siens.map((sien) => distance(ecrit, sien))), 0) +
  Math.abs(ecrits.length - siens.length);
