import {
  accorder,
  arrondir,
  comparer,
  ecrire,
  ecrireCompte,
  fraction,
  produit,
  typographier,
  type Fraction,
  type ModeEntier,
} from '../../nombres';

const lgts = (n: number | Fraction): string => ecrireCompte(n, 'logement');
/** « des 16,4 manquants », « de 1,5 logement manquant ». */
const desManquants = (f: Fraction): string =>
  accorder(f, `de ${ecrire(f)} logement manquant`, `des ${ecrire(f)} manquants`);
const auMoins = (f: Fraction): string => ecrire(arrondir(f, 'SUPERIEUR'));
const auPlus = (f: Fraction): string => ecrire(arrondir(f, 'INFERIEUR'));
const ARRONDIS: Record<ModeEntier, string> = {
  PROCHE: 'au plus proche',
  SUPERIEUR: 'à l’entier supérieur',
  INFERIEUR: 'à l’entier inférieur',
};
const enumerer = (noms: readonly string[], maximum = 8): string =>
  noms.length <= maximum
    ? noms.join(', ')
    : `${noms.slice(0, maximum).join(', ')} et ${ecrireCompte(noms.length - maximum, 'autre')}`;

type Ecart = { constate: Fraction; attendu: Fraction };
type Reduction = { contrat: number; reference: Fraction; plancher: Fraction };

/** La phrase de chaque constat : ce qui est constaté, ce qui est attendu, ce qu'il faut faire. */
export const MESSAGES = {
  LIGNE_INCOMPLETE: (d: { manque: readonly string[] }) =>
    `Il manque ${d.manque.join(' et ')} : cette commune ne peut pas être entièrement contrôlée.`,
  VALEUR_INVALIDE: (d: { colonne: string; texte: string; attendu: string }) =>
    `« ${d.texte} » ne convient pas pour ${d.colonne} : attendu ${d.attendu}.`,
  DOUBLON: (d: { premiere: string }) =>
    `Cette commune figure déjà en ${d.premiere} : ses logements sont comptés deux fois. Garder une seule ligne.`,
  TAUX_INCOHERENT: (
    d:
      | (Ecart & { lls: number; rp: number })
      | { constate: Fraction; cible: number; manquants: Fraction }
      | { constate: Fraction; cible: number; deficitaire: boolean },
  ) => {
    if ('lls' in d)
      return `Le taux écrit, ${ecrire(d.constate)} %, n’est pas ${ecrire(d.lls)} / ${ecrire(d.rp)} = ${ecrire(d.attendu)} % : corriger le taux, les logements sociaux ou les résidences principales.`;
    if ('manquants' in d)
      return `Le taux écrit, ${ecrire(d.constate)} %, atteint la cible de ${d.cible} %, mais ${lgts(d.manquants)} ${accorder(d.manquants, 'manque', 'manquent')} : l’un des deux est faux.`;
    return d.deficitaire
      ? `Le taux écrit, ${ecrire(d.constate)} %, atteint la cible de ${d.cible} %, mais l’inventaire dit la commune déficitaire : l’un des deux est faux.`
      : `Le taux écrit, ${ecrire(d.constate)} %, est sous la cible de ${d.cible} %, mais l’inventaire ne dit pas la commune déficitaire : l’un des deux est faux.`;
  },
  MANQUANTS_INCOHERENTS: (d: Ecart & { rp: number; lls: number; cible: number }) =>
    `Les manquants écrits, ${ecrire(d.constate)}, ne sont pas ${d.cible} % × ${ecrire(d.rp)} − ${ecrire(d.lls)} = ${ecrire(d.attendu)}, ni un de ses arrondis.`,
  RATTRAPAGE_INCOHERENT: (d: { constate: Fraction; attendu: number | null; motif: string }) =>
    d.attendu === null
      ? `Le taux de rattrapage écrit, ${ecrire(d.constate)} %, n’est aucun de ceux de la loi (${d.motif}).`
      : `Le taux de rattrapage écrit, ${ecrire(d.constate)} %, devrait être ${d.attendu} % (${d.motif}).`,
  PALIER_INDETERMINE: (d: { bas: Fraction; haut: Fraction; paliers: readonly string[] }) =>
    `Le taux n’est connu qu’à son arrondi près (de ${ecrire(d.bas, 4)} à ${ecrire(d.haut, 4)} %) : l’écart au taux cible peut relever de « ${d.paliers.join(' » ou « ')} ». Ajouter les résidences principales et les logements sociaux.`,
  REFERENCE_INCOHERENTE: (d: { constate: Fraction; attendu: Fraction; accord: boolean }) =>
    comparer(d.constate, d.attendu) < 0
      ? `La référence écrite, ${ecrire(d.constate)}, est inférieure à l’objectif légal de ${lgts(d.attendu)} et n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.`
      : `La référence écrite, ${ecrire(d.constate)}, dépasse l’objectif légal de ${lgts(d.attendu)} : licite si le préfet l’a rehaussée avec l’accord du maire${d.accord ? ', que le tableau indique' : ' ; à confirmer'}.`,
  REFERENCE_ARRONDIE: (d: { constate: Fraction; exacte: Fraction; modes: readonly ModeEntier[] }) =>
    `La référence ${ecrire(d.constate)} est l’arrondi ${d.modes.map((mode) => ARRONDIS[mode]).join(' et ')} de ${ecrire(d.exacte, 4)}.`,
  NON_DEFICITAIRE: (d: { contrat: number | null }) =>
    d.contrat
      ? `Le taux cible est atteint : la commune n’est pas déficitaire et ne peut pas porter ${lgts(d.contrat)} pour les autres.`
      : `Le taux cible est atteint : la commune n’est pas déficitaire, son objectif est de 0.`,
  REDUCTION_EXCESSIVE: (d: Reduction & { mutualise: boolean }) =>
    d.mutualise
      ? `L’objectif de ${lgts(d.contrat)} est inférieur à la moitié de la référence (${ecrire(d.reference)} / 2 = ${ecrire(d.plancher)}) : le porter à ${auMoins(d.plancher)} au moins.`
      : `L’objectif de ${lgts(d.contrat)} est inférieur à la référence (${ecrire(d.reference)}) sans contrat qui l’abaisse : le porter à ${auMoins(d.plancher)} au moins.`,
  SOUS_PLANCHER_PLAQUETTE: (d: { contrat: number; plancher: Fraction; part: number }) =>
    `L’objectif de ${lgts(d.contrat)} respecte la loi (la moitié de la référence) mais reste sous les ${d.part} % des manquants de la plaquette du ministère (${ecrire(d.plancher)}) : la préfecture ou la commission pourra demander une justification.`,
  SOUS_PLANCHER_CMS: (d: { contrat: number; plancher: Fraction; pourcent: number; manquants: Fraction }) =>
    `L’objectif de ${lgts(d.contrat)} est sous le plancher de ${d.pourcent} % ${desManquants(d.manquants)} (${ecrire(d.plancher)}) : le porter à ${auMoins(d.plancher)} au moins.`,
  ENTRANTE_ABAISSEE: (d: { contrat: number; reference: Fraction; rang: number }) =>
    `Commune entrante (rang ${d.rang}) : son objectif de ${lgts(d.contrat)} est inférieur à sa référence (${ecrire(d.reference)}), alors qu’il ne peut pas être abaissé avant la troisième période triennale.`,
  DUREE_DEPASSEE: (d: { constate: number; maximum: number; suite: string }) =>
    `${d.constate} périodes consécutives d’abaissement : ${d.maximum} au plus.${d.suite}`,
  ACCORD_MANQUANT: (d: { contrat: number; reference: Fraction; connu: boolean }) =>
    `L’objectif de ${lgts(d.contrat)} dépasse la référence (${ecrire(d.reference)}) : l’accord de la commune est nécessaire et ${d.connu ? 'il manque' : 'le tableau ne dit pas s’il est donné'}.`,
  OBJECTIF_SUPERIEUR_AUX_MANQUANTS: (d: { contrat: number; manquants: Fraction }) =>
    `L’objectif de ${lgts(d.contrat)} dépasse ${accorder(d.manquants, `le nombre de logements manquants (${ecrire(d.manquants)})`, `les ${ecrire(d.manquants)} logements manquants`)}.`,
  HORS_PRELEVEMENT: (_: object) =>
    'Commune non soumise au prélèvement : la lettre du X vise les communes soumises au prélèvement, la plaquette toutes les communes déficitaires.',
  TOTAL_INSUFFISANT: (d: { contrat: number; reference: Fraction }) =>
    `Le total des objectifs, ${ecrire(d.contrat)}, est inférieur au total des références, ${ecrire(d.reference)} : il manque ${lgts(arrondir(d.reference, 'SUPERIEUR') - d.contrat)}.`,
  TOTAL_AFFICHE_FAUX: (d: Ecart & { colonne: string }) =>
    `Le total affiché pour ${d.colonne}, ${ecrire(d.constate)}, n’est pas la somme des communes, ${ecrire(d.attendu)}.`,
  PLH_MANQUANT: (_: object) =>
    'L’EPCI n’est pas couvert par un programme local de l’habitat (PLH) ni par un document exécutoire en tenant lieu : la mutualisation n’est pas ouverte.',
  AVIS_MANQUANT: (d: { prealable: boolean }) =>
    d.prealable
      ? 'Avis de la commission nationale SRU à recueillir avant la conclusion du contrat.'
      : 'L’avis préalable de la commission nationale SRU manque.',
  CONDITION_A_CONFIRMER: (d: { condition: string }) => `À confirmer : ${d.condition}`,
  COMMUNE_INCONNUE: (d: {
    code: string | null;
    nom: string;
    attendu: string | null;
    millesime: number;
    populationMinimale: number;
  }) =>
    d.attendu
      ? `Le code ${d.code} désigne ${d.attendu} (${d.millesime}), alors que le tableau indique « ${d.nom} ».`
      : `${d.code ? `Le code ${d.code}` : `« ${d.nom} »`} ne désigne aucune commune d’au moins ${ecrire(d.populationMinimale)} habitants en ${d.millesime} : ni le nom ni l’intercommunalité ne sont vérifiés.`,
  COMMUNE_HORS_EPCI: (d: { epci: string; commun: string; millesime: number; ecrit: boolean; metropole: boolean }) => {
    const commune = `Commune de l’EPCI « ${d.epci} » en ${d.millesime}, alors que`;
    if (d.ecrit) return `${commune} le tableau indique « ${d.commun} ».`;
    return d.metropole
      ? `${commune} les autres sont de « ${d.commun} » : dans la métropole du Grand Paris, notre lecture est que la mutualisation se fait au sein d’un même établissement public territorial (EPT).`
      : `${commune} les autres sont de « ${d.commun} » : la mutualisation se fait au sein d’un même EPCI.`;
  },
  COMMUNE_ABSENTE: (d: { noms: readonly string[]; epci: string; millesime: number }) =>
    `${d.noms.length > 1 ? `${d.noms.length} communes de l’EPCI « ${d.epci} » atteignent` : `Une commune de l’EPCI « ${d.epci} » atteint`} le seuil de population (${d.millesime}) sans figurer dans le tableau : ${enumerer(d.noms)}. Vérifier qu’aucune n’est déficitaire : le contrat mutualisant réunit toutes les communes déficitaires.`,
  OBJECTIF_NON_ATTEINT: (d: {
    objectif: number;
    realises: number;
    taux: Fraction | null;
    majoration: Fraction | null;
  }) => {
    const taux = d.taux ? ` (${ecrire(produit(d.taux, fraction(100)))} %)` : '';
    const suite = d.majoration
      ? ` Si la carence est prononcée, la majoration du prélèvement est d’au moins ${ecrire(produit(d.majoration, fraction(100)))} %.`
      : '';
    return `${ecrireCompte(d.realises, 'logement réalisé', 'logements réalisés')} sur ${ecrire(d.objectif)}${taux} : il en manque ${ecrire(d.objectif - d.realises)}.${suite}`;
  },
  PART_PLAI_INSUFFISANTE: (d: { plai: number; minimum: Fraction; logements: number }) =>
    `${ecrire(d.plai)} PLAI pour ${lgts(d.logements)} : ${auMoins(d.minimum)} au moins.`,
  PART_PLS_EXCESSIVE: (d: { pls: number; strict: Fraction; large: Fraction; seuil: number }) =>
    comparer(d.strict, d.large) === 0
      ? `${ecrire(d.pls)} PLS : ${auPlus(d.large)} au plus.`
      : `${ecrire(d.pls)} PLS : admis jusqu’à ${auPlus(d.large)}, mais ${auPlus(d.strict)} au plus si le taux de logements sociaux est inférieur à ${d.seuil} % sans PLH ; à préciser.`,
} as const;

export type CodeConstat = keyof typeof MESSAGES;
export type Details<C extends CodeConstat> = Parameters<(typeof MESSAGES)[C]>[0];

/** La phrase d'un constat ; la correspondance entre le code et ses détails est tenue par le type. */
export function phrase<C extends CodeConstat>(code: C, details: Details<C>): string {
  return typographier((MESSAGES[code] as (d: Details<C>) => string)(details));
}
