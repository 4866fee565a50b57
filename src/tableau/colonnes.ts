import { normaliser } from './texte';

/** Les colonnes que le contrôle connaît ; noms publics (`--colonne "En-tête=objectif_contrat"`). */
export const COLONNES = [
  'code_insee',
  'commune',
  'epci',
  'population',
  'residences_principales',
  'logements_sociaux',
  'taux_lls',
  'taux_cible',
  'rang_triennal',
  'manquants',
  'taux_rattrapage',
  'objectif_reference',
  'objectif_contrat',
  'accord_commune',
  'periodes_consecutives_abaissees',
  'soumise_prelevement',
  'inconstructibilite',
  'plai',
  'pls',
] as const;
export type Colonne = (typeof COLONNES)[number];

export const estColonne = (nom: string): nom is Colonne => (COLONNES as readonly string[]).includes(nom);

/** Une cellule fusionnée sur plusieurs lignes y vaut pour chacune ; jamais pour un nombre de logements, qu'on compterait deux fois. */
export const COLONNES_ETENDUES: ReadonlySet<Colonne> = new Set<Colonne>([
  'epci',
  'taux_cible',
  'rang_triennal',
  'taux_rattrapage',
]);

const LOGEMENT = '(?:logements?(?: locatifs?)?(?: sociaux| social)?|lls|ls|hlm)';
const SOCIAUX = '(?:logements?(?: locatifs?)? (?:sociaux|social)|lls|parc (?:locatif )?social|parc lls)';
const CONTRAT =
  '(?:contrat|contractuel|contractualises?|cms|cims|cms mutualisant|mutualises?|mutualisation|retenus?|negocies?|proposes?|adaptes?|amenages?|abaisses?)';
const PRECISION =
  '(?: (?:publie|publies|inventaire|sru|existants?|prise?s? en compte|decompte|retenus?|communal|communaux|reels?|actuel))*';

// Chaque motif lit un en-tête normalisé : sans accents, casse, ponctuation, mots vides, dates ni unités.
const MOTIFS: readonly (readonly [Colonne, RegExp])[] = [
  [
    'code_insee',
    /^(?:code )?insee(?: commune)?$|^codes? (?:commune|insee|geographique|geo)(?: insee)?$|^codgeo$|^depcom$/,
  ],
  [
    'commune',
    /^(?:nom |libelle |intitule )?(?:communes?|villes?)(?: (?:deficitaires?|concernees?|sru|membres?|soumises?))*$|^nom commune insee$/,
  ],
  [
    'epci',
    /^(?:nom |libelle )?(?:epci|intercommunalites?|communaute|groupement)(?: (?:rattachement|appartenance|fiscalite propre))*$/,
  ],
  ['population', /^(?:population|pop|habitants|hab)(?: (?:municipale|totale|legale|insee|commune|habitants))*$/],
  [
    'residences_principales',
    new RegExp(`^(?:residences? principales?|resid principales|rp|parc rp|parc residences principales)${PRECISION}$`),
  ],
  [
    'logements_sociaux',
    new RegExp(`^(?:parc |stock )?(?:${SOCIAUX}|ls)(?: (?:lls|ls|existants?|decomptes?))*${PRECISION}$`),
  ],
  [
    'manquants',
    new RegExp(
      `^(?:${LOGEMENT} )?(?:manquants?|manque|deficit|deficitaires?)(?: ${LOGEMENT})?${PRECISION}$|^deficit (?:en )?${LOGEMENT}$`,
    ),
  ],
  [
    'taux_cible',
    /^(?:taux )?cible(?: (?:sru|lls|legale?|pct|commune))*$|^taux (?:sru )?(?:legal|objectif|a atteindre|obligatoire|impose)(?: (?:sru|lls|pct))*$|^(?:obligation|seuil) (?:sru|legale?)(?: pct)?$/,
  ],
  ['taux_lls', new RegExp(`^(?:taux|part|pct)(?: (?:${SOCIAUX}|logement social|ls))${PRECISION}(?: pct)?$`)],
  ['taux_rattrapage', /^(?:(?:taux|pct|rythme) )?rattrapage(?: (?:applicable|legal|reference|sru|pct|triennal))*$/],
  [
    'objectif_reference',
    /^(?:objectifs? )?(?:sru )?(?:droit commun|references?|legal|legaux|notifies?|initial|initiaux)(?: (?:notifies?|logements|lls|sru|legal))*$|^objectifs? (?:lls )?(?:reference|droit commun)$/,
  ],
  [
    'objectif_contrat',
    new RegExp(
      `^objectifs? (?:lls |sru |logements )?(?:apres |avec |selon |dans )?${CONTRAT}(?: ${CONTRAT})*(?: (?:logements|lls|sru))*$|^${CONTRAT} objectifs?$`,
    ),
  ],
  ['accord_commune', /^accords?(?: (?:commune|communes|maire|conseil municipal|municipal|oui non|obtenu|ecrit))*$/],
  ['rang_triennal', /^rang(?: (?:triennal|periode|triennale|commune|entrante|entree))*$/],
  [
    'periodes_consecutives_abaissees',
    /^periodes?(?: triennales?)?(?: consecutives?)?(?: (?:abaissees?|abaissement|abaisse|reduction|objectif))*$/,
  ],
  [
    'soumise_prelevement',
    /^(?:communes? )?(?:soumises?|assujetties?)(?: a)? prelevement(?: sru| oui non)*$|^preleve?es?(?: oui non)?$/,
  ],
  [
    'inconstructibilite',
    /^(?:taux |part |pct )?(?:inconstructibilite|territoire (?:urbanise )?inconstructible|inconstructible)(?: pct)?$/,
  ],
  ['plai', /^(?:dont )?plai(?: logements)?$/],
  ['pls', /^(?:dont )?pls(?: logements)?$/],
];

const VIDES =
  /\b(?:de|des|du|d|la|le|les|l|en|au|aux|par|pour|sur|et|un|une|nb|nbr|nbre|nombre|n|no|total de|1er|er|janvier|janv|annee|triennal|triennale|triennaux|periode triennale|unite)\b/g;
const DATE = /\b\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}\b|\b(?:19|20)\d{2}\b|\b\d{1,2}\b/g;

/** Un en-tête, tel qu'il est écrit, et les années qu'il nomme (« Objectif 2023-2025 » : 2023 et 2025). */
export interface Entete {
  readonly texte: string;
  readonly colonne: Colonne | null;
  readonly annees: readonly number[];
}

/** Correspondances décidées à la main : en-tête normalisé → colonne (`null` : à ignorer). */
export type Correspondances = ReadonlyMap<string, Colonne>;

const reconnus = new Map<string, Colonne | null>();

/** Deux en-têtes de même clé sont le même pour une correspondance à la main. */
export const cleEntete = (texte: string): string => normaliser(texte.replace(/%/g, ' pct '));

/**
 * Reconnaît un en-tête à son libellé.
 * @example lireEntete('Nb RP').colonne // 'residences_principales'
 * @example lireEntete('Objectif 2023-2025 CMS').colonne // 'objectif_contrat'
 * @example lireEntete('Objectif').colonne // null : on ne devine pas
 */
export function lireEntete(texte: string, aLaMain: Correspondances = new Map()): Entete {
  const annees = [...texte.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([annee]) => Number(annee));
  const cle = cleEntete(texte);
  const connu = aLaMain.get(cle) ?? reconnus.get(cle);
  if (connu !== undefined) return { texte, colonne: connu, annees };
  const sansParentheses = texte.replace(/\([^)]*\)/g, ' ');
  const colonne = estColonne(texte.trim()) ? (texte.trim() as Colonne) : (chercher(texte) ?? chercher(sansParentheses));
  reconnus.set(cle, colonne);
  return { texte, colonne, annees };
}

const ABREGES: Readonly<Record<string, string>> = {
  obj: 'objectif',
  ref: 'reference',
  log: 'logements',
  logt: 'logements',
  logts: 'logements',
  soc: 'sociaux',
  tx: 'taux',
  res: 'residences',
  princ: 'principales',
};

function chercher(texte: string): Colonne | null {
  const sigles = texte.replace(/\b(?:[A-Z]\.){2,}/g, (sigle) => sigle.replace(/\./g, ''));
  const mots = cleEntete(sigles.replace(DATE, ' '))
    .replace(/\w+/g, (mot) => ABREGES[mot] ?? mot)
    .replace(VIDES, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return MOTIFS.find(([, motif]) => motif.test(mots))?.[0] ?? null;
}
