import { periodeDe } from '../droit';
import { normaliser } from './texte';

/** Ces mots ne changent le sens d'aucune colonne. */
export const NEUTRES = 'commune sru triennal inventaire loi 3ds article art source dujour annee arrondi entier';

/** Mots vides, mois et unités. */
const VIDES =
  'a ou de des du d la le les l en au aux par pour sur et un une nb nbr nbre nombre n no numero dans er janvier janv decembre dec unite of the';

/** Abréviations et synonymes. */
const SYNONYMES: Readonly<Record<string, string>> = {
  insee: 'codeinsee codgeo depcom cog numcom codecom codcom',
  commune: 'com cne ville libcom libgeo city town',
  epci: 'interco',
  population: 'pop',
  habitant: 'hab',
  municipale: 'mun',
  consecutive: 'consec conse',
  logement: 'log logt lgt lgmt',
  locatif: 'locative',
  social: 'soc',
  lls: 'ls',
  residence: 'res resid',
  principale: 'princ ppale pple',
  objectif: 'obj target',
  reference: 'ref',
  taux: 'tx pct part pourcentage proportion rythme ratio',
  manquant: 'manque',
  contrat: 'contractuel contractuelle contractualise cms cims mutualise mutualisant mutualisation mut',
  soumis: 'soumise',
  pris: 'prise',
  periode: 'per period',
  annee: 'an year',
  rang: 'rank',
  accord: 'agreement',
  deliberation: 'delib',
  realisation: 'real',
};

/** Des mots qui, ensemble, n'en font qu'un. L'ordre compte : « mixité sociale » n'est pas un logement social. */
const REUNIONS: readonly (readonly [mots: string, sens: string])[] = [
  ['mixite sociale', 'contrat'],
  ['logement locatif social', 'lls'],
  ['logement social', 'lls'],
  ['locatif social', 'lls'],
  ['parc social', 'lls'],
  ['residence principale', 'rp'],
  ['droit commun', 'reference'],
  ['avant contrat', 'horscontrat'],
  ['hors contrat', 'horscontrat'],
  ['sans contrat', 'horscontrat'],
];

/** Ôte les marques d'accord : « principales », « sociaux » et « notifiées » ont le radical de « principal », « social » et « notifié ». */
const radical = (mot: string): string =>
  mot.length <= 3 ? mot : mot.replace(/(?<=\w\w)aux$/, 'al').replace(/e{0,2}s?$/, '');

/** Les radicaux d'une liste de mots. */
export const decouper = (mots: string): string[] => mots.split(' ').filter(Boolean).map(radical);

const canoniques = new Map(
  Object.entries(SYNONYMES).flatMap(([mot, autres]) => decouper(autres).map((autre) => [autre, radical(mot)])),
);
const vides = new Set(decouper(VIDES));
const reunions = REUNIONS.map(([mots, sens]) => [decouper(mots), radical(sens)] as const);

const TRANCHE =
  /(?<!\d)((?:19|20)\d{2})\s*(?:(?:[-–—/_]|à|a|et|au)\s*(?=(?:19|20)\d{2}(?![\d%]))|[-–—/]\s*)((?:19|20)\d{2}|\d{2})(?![\d%])/g;
const DATE = /(?<!\d)(?:\d{1,2}[/. _-]\d{1,2}[/. _-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)/g;
const ANNEE = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
/** « (a) − (b) + (c) » : des repères. « (O/N) » dit une réponse. */
const LETTRE = /^[a-np-z]$/;
const ORDINAL = /^\d+(?:er|ere|e|eme|nd)?$/;

/** « 26-28 » est une période triennale ; « 12-14 », une autre ; « 10/12 », un jour. */
const TRANCHE_COURTE = /(?<![\d/.,-])(\d{2})\s*[-–—/]\s*(\d{2})(?![\d/.,%-])/g;

/** Remplace chaque suite d'années ; « 2022/12 » n'en est pas une. */
const remplacerTranches = (texte: string, par: (debut: number) => string): string =>
  texte
    .replace(TRANCHE, (tout, debut: string, fin: string) =>
      fin.padStart(4, debut) > debut ? par(Number(debut)) : tout,
    )
    .replace(TRANCHE_COURTE, (tout, debut: string, fin: string) => {
      const annee = 2000 + Number(debut);
      return Number(fin) - Number(debut) === 2 && periodeDe(annee).debut === annee ? par(annee) : tout;
    });

/** Une précision qui ne change rien : « (DGFiP, TH, 1er janvier) », « (en logements, arrondi) », « (a) ». « (hors PLS) » en change le sens. */
const PRECISIONS = new Set(
  decouper(
    'dgfip th taxe habitation filocom insee source inventaire sru logement arrondi entier valeur chiffre prefecture ddt ddtm dreal drihl publie voir cf note colonne inferieur superieur nature ministere dhup rei fideli',
  ),
);

const estPrecision = (parenthese: string): boolean =>
  normaliser(parenthese)
    .split(' ')
    .every((mot) => mot.length <= 1 || vides.has(radical(mot)) || ORDINAL.test(mot) || PRECISIONS.has(radical(mot)));

/** « (unité : logements) » dit l'unité ; une année ou un pourcentage entre parenthèses reste. */
const sansPrecisions = (texte: string): string =>
  texte.replace(/\(([^()]*)\)|\[([^[\]]*)\]/g, (tout, ronde?: string, carree?: string) => {
    const dedans = ronde ?? carree ?? '';
    return /[%\d]/.test(dedans.replace(/\b\d{1,2}\b|1er/g, '')) ||
      /%|\d\s*[-–/]\s*\d/.test(dedans) ||
      !estPrecision(dedans)
      ? tout
      : ' ';
  });

/** Un tableau croisé écrit « Somme de X » et « Étiquettes de lignes ». */
const deTableauCroise = (texte: string): string =>
  texte
    .replace(/^\s*(?:somme|sum)\s+(?:de|of)\s+/i, '')
    .replace(/^\s*(?:[ée]tiquettes de lignes|row labels)\s*$/i, 'Commune');

/** « EPCI / Commune » : une hiérarchie, dont les lignes sont des communes. */
const HIERARCHIE = /^\W*(?:epci|interco\p{L}*)\s*(?:\/|et|&|\+|>|-|–)\s*(?:nom de la )?communes?\W*$/iu;

const DE_LA_COMMUNE = /(epci|intercommunalit\p{L}*)\s+de\s(?:la\s)?commune\W*$/iu;

/** Au-delà, ce n'est plus un libellé. */
export const LONGUEUR_MAXIMALE = 200;
const LUS_MAXIMUM = 2000;
const lus = new Map<string, ReadonlySet<string>>();

/** Les mots d'un en-tête qui portent un sens, dates, nombres et mots vides ôtés. */
export function motsDe(texte: string): ReadonlySet<string> {
  const libelle = texte.slice(0, LONGUEUR_MAXIMALE);
  const connus = lus.get(libelle);
  if (connus) return connus;
  const mots = lireMots(libelle);
  if (lus.size >= LUS_MAXIMUM) lus.clear();
  lus.set(libelle, mots);
  return mots;
}

/** « (L. 302-8, IX) » cite la loi, et ne change rien à ce que l'en-tête nomme. */
const sansArticle = (texte: string): string => texte.replace(/\(?\bL\.? ?\d{3}-\d(?:-\d)?,? ?(?:[IVX]+\b)?\)?/g, ' ');

function lireMots(texte: string): ReadonlySet<string> {
  const nu = sansArticle(
    sansPrecisions(deTableauCroise(HIERARCHIE.test(texte) ? 'Commune' : texte.replace(DE_LA_COMMUNE, '$1'))),
  );
  const mots = normaliser(
    remplacerTranches(nu.replace(DATE, ' dujour '), () => ' tranche ')
      .replace(
        /(?<!\d)\d+(?:[.,]\d+)?\s*%(?:\s+(?:des|du)\s+(?:(?:logements|lls)\s+)?(?:manquants|d[ée]ficit)\b)?/gi,
        ' pourcent ',
      )
      .replace(/%/g, ' pct ')
      .replace(/\b(?:\p{L}\.)+\p{L}\b\.?/gu, (sigle) => sigle.replace(/\./g, '')),
  )
    .replace(/\b(pour|a) atteindre\b.*/, 'atteindre')
    .replace(/\bpour le calcul\b.*/, '')
    .replace(/\bpar (?:an|annee)\b/g, 'annuel');
  const sens = decouper(mots).filter((mot) => !vides.has(mot) && !LETTRE.test(mot) && !ORDINAL.test(mot));
  const ensemble = new Set(sens.map((mot) => canoniques.get(mot) ?? mot));
  for (const [membres, reunion] of reunions) {
    if (!membres.every((mot) => ensemble.has(mot))) continue;
    for (const mot of membres) ensemble.delete(mot);
    ensemble.add(reunion);
  }
  return ensemble;
}

/** « Rési- dences », « Loge-\nments » : un mot que l'agent a coupé. */
export const recoller = (texte: string): string => texte.replace(/(\p{Ll})[-‐]\s*(?=\p{Ll})/gu, '$1');

/** Les années d'un en-tête : celle où sa tranche commence (« 2023-2025 » : 2023), et les années isolées (« au 01/01/2022 »). */
export function anneesDuLibelle(texte: string): { tranche: number | null; annees: readonly number[] } {
  let tranche: number | null = null;
  const isolees = remplacerTranches(texte, (debut) => {
    tranche = debut;
    return ' ';
  });
  return { tranche, annees: (isolees.match(ANNEE) ?? []).map(Number) };
}

/** L'en-tête porte une date entière (« au 01/01/2020 »), et non une année seule. */
export const porteUneDate = (texte: string): boolean => texte.search(DATE) >= 0;

const AUTRE_CHOSE =
  /^(?:nb|nbr|nbre|nombre) (?:de |d )?(?:bilans?|fois|dia|conventions?|annees?|jours|mois|operations?)\b|^(?:inventaire|notif\w*|enquete|saisie) realisee?$/;

/** « Nombre de bilans réalisés », « Inventaire réalisé » : ce qui est réalisé n'y est pas des logements. */
export const compteAutreChose = (texte: string): boolean => AUTRE_CHOSE.test(normaliser(texte));
