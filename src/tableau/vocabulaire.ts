import type { Colonne, Drapeau } from './colonnes';
import { normaliser } from './texte';

/**
 * Pour chaque colonne, les tournures qui suffisent à la nommer (séparées par « | ») et les mots qui s'y ajoutent sans en changer
 * le sens. Un seul mot étranger, et l'en-tête n'est pas reconnu : « LLS agréés » n'est pas « LLS ». Les mots sont pris sans
 * accents, casse, ordre ni accord ; `pourcent` est un pourcentage écrit (« 25 % »), `tranche` une suite d'années (« 2023-2025 »),
 * `dujour` une date (« au 01/01/2022 »).
 * Si deux entrées conviennent, la première l'emporte.
 */
const VOCABULAIRE: readonly (readonly [Colonne, tournures: string, toleres: string])[] = [
  ['code_insee', 'insee | code commune | code geographique', 'code geo identifiant'],
  [
    'epci',
    'epci | intercommunalite | communaute | groupement',
    'nom libelle rattachement appartenance fiscalite propre agglomeration urbaine ept metropole',
  ],
  ['soumise_sru', 'commune sru dujour', ''],
  [
    'commune',
    'commune',
    'nom libelle intitule liste deficitaire concernee soumis membre signataire insee epci tranche',
  ],
  ['population', 'population | habitant', 'municipale totale legale insee'],
  [
    'residences_principales',
    'rp',
    'parc total logement insee publie pris compte decompte retenu reel reelle actuel dgfip th fiscal sens',
  ],
  [
    'logements_sociaux',
    'lls',
    'parc stock total existant publie pris compte decompte comptabilise retenu communal reel actuel sens',
  ],
  [
    'manquants',
    'manquant | deficit | lls deficitaire | logement deficitaire',
    'manquant deficit logement lls total publie retenu reel actuel pourcent atteindre tranche estime arrondi',
  ],
  [
    'taux_cible',
    'cible | taux legal | taux obligatoire | taux impose | taux atteindre | obligation legal taux | obligation legal pourcent | seuil sru | seuil legal',
    'taux lls legal atteindre pourcent tranche',
  ],
  ['taux_lls', 'taux lls | taux sru dujour', 'rp parc total existant publie retenu reel actuel communal constate sens'],
  ['taux_rattrapage', 'taux rattrapage | rattrapage pourcent', 'legal reference applicable tranche pourcent'],
  ['objectif_reference', 'reference', 'tranche pourcent'],
  [
    'objectif_reference',
    'objectif reference | objectif legal | objectif notifie | objectif initial | objectif horscontrat',
    'reference legal notifie initial rattrapage logement lls total tranche pourcent',
  ],
  [
    'objectif_contrat',
    'objectif contrat | objectif abaisse | objectif retenu | objectif negocie | objectif propose | objectif adapte | objectif amenage',
    'contrat abaisse abaissant retenu negocie propose adapte amenage rattrapage logement lls total tranche pourcent apres avec selon nouvel nouveau signe inscrit fixe',
  ],
  [
    'accord_commune',
    'accord',
    'maire conseil municipal cm oui non o cours attente obtenu ecrit deliberation hausse relevement tranche',
  ],
  ['rang_triennal', 'rang', 'periode entrante entree'],
  [
    'periodes_consecutives_abaissees',
    'periode consecutive | periode abaissee | periode abaissement | periode reduction | triennal abaisse | triennal abaissement | triennal consecutif',
    'periode consecutif consecutive abaissee abaissement reduction objectif contrat',
  ],
  [
    'soumise_prelevement',
    'soumis prelevement | assujetti prelevement | prelevement oui | prelevement o | preleve',
    'soumis assujetti prelevement oui non o',
  ],
  ['deficitaire', 'deficitaire', 'oui non o tranche'],
  ['carencee', 'carencee | carence', 'etat oui non o tranche'],
  ['exemptee', 'exemptee', 'oui non o tranche'],
  ['statut', 'statut', ''],
  ['prelevement', 'prelevement net | prelevement majoration', 'prelevement net dont majoration euro montant annuel'],
  ['inconstructibilite', 'inconstructible | inconstructibilite', 'taux territoire urbanise surface zone'],
  ['plai', 'plai', 'dont logement produire realiser'],
  ['plus', 'plus', 'dont logement produire realiser'],
  ['pls', 'pls', 'dont logement produire realiser'],
  ['minimum_commune', 'minimum', 'propre logement lls accepte souhaite demande tranche'],
  [
    'maximum_commune',
    'maximum | capacite',
    'propre logement lls accepte souhaite demande tranche maximum fonciere foncier accueil realisation production faire produire realiser',
  ],
  [
    'projets_identifies',
    'projet identifie | projet connu | projet recense | operation identifiee | operation connue',
    'projet operation logement lls deja tranche',
  ],
  ['realises', 'realise | realisation', 'logement lls total entre bilan tranche'],
  ['potentiel_fiscal_habitant', 'potentiel fiscal habitant | pf habitant', 'potentiel fiscal euro'],
  ['depenses_fonctionnement', 'depense fonctionnement | drf', 'depense reelle fonctionnement euro'],
  ['attributions', 'attribution', 'logement total annuelle annuel'],
];

/** Ces mots ne changent le sens d'aucune colonne. */
const NEUTRES = 'commune sru triennal inventaire loi 3ds article art source dujour';

/** Mots vides, mois et unités. */
const VIDES =
  'a ou de des du d la le les l en au aux par pour sur et un une nb nbr nbre nombre n no numero dans er janvier janv decembre dec annee unite';

/** Abréviations et synonymes. */
const SYNONYMES: Readonly<Record<string, string>> = {
  insee: 'codeinsee codgeo depcom cog numcom codecom codcom',
  commune: 'com cne ville libcom libgeo',
  epci: 'interco',
  population: 'pop',
  habitant: 'hab',
  municipale: 'mun',
  logement: 'log logt lgt lgmt',
  locatif: 'locative',
  social: 'soc',
  lls: 'ls',
  residence: 'res resid',
  principale: 'princ ppale pple',
  objectif: 'obj',
  reference: 'ref',
  taux: 'tx pct part pourcentage proportion rythme',
  manquant: 'manque',
  contrat: 'contractuel contractuelle contractualise cms cims mutualise mutualisant mutualisation',
  soumis: 'soumise',
  pris: 'prise',
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

const decouper = (mots: string): string[] => mots.split(' ').filter(Boolean).map(radical);

const canoniques = new Map(
  Object.entries(SYNONYMES).flatMap(([mot, autres]) => decouper(autres).map((autre) => [autre, radical(mot)])),
);
const vides = new Set(decouper(VIDES));
const reunions = REUNIONS.map(([mots, sens]) => [decouper(mots), radical(sens)] as const);
const entrees = VOCABULAIRE.map(([colonne, tournures, toleres]) => ({
  colonne,
  tournures: tournures.split('|').map(decouper),
  toleres: new Set(decouper(`${NEUTRES} ${toleres}`)),
}));

const TRANCHE = /(?<!\d)((?:19|20)\d{2})\s*(?:[-–—/_]|à|a|et|au)\s*((?:19|20)\d{2}|(?<=[-–—/]\s*)\d{2})(?![\d%])/g;
const DATE = /(?<!\d)(?:\d{1,2}[/. _-]\d{1,2}[/. _-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)/g;

/** Remplace chaque suite d'années ; « 2022/12 » n'en est pas une. */
const remplacerTranches = (texte: string, par: (debut: number) => string): string =>
  texte.replace(TRANCHE, (tout, debut: string, fin: string) =>
    fin.padStart(4, debut) > debut ? par(Number(debut)) : tout,
  );

/** Les mots d'un en-tête qui portent un sens, dates, nombres et mots vides ôtés. */
function motsDe(texte: string): Set<string> {
  const mots = normaliser(
    remplacerTranches(texte.replace(DATE, ' dujour '), () => ' tranche ')
      .replace(/\d+(?:[.,]\d+)?\s*%/g, ' pourcent ')
      .replace(/%/g, ' pct ')
      .replace(/\b(?:\p{L}\.)+\p{L}\b\.?/gu, (sigle) => sigle.replace(/\./g, '')),
  ).replace(/\b(pour|a) atteindre\b.*/, 'atteindre');
  const sens = decouper(mots).filter((mot) => !vides.has(mot) && !/^\d+(?:er|ere|e|eme|nd)?$/.test(mot));
  const ensemble = new Set(sens.map((mot) => canoniques.get(mot) ?? mot));
  for (const [membres, reunion] of reunions) {
    if (!membres.every((mot) => ensemble.has(mot))) continue;
    for (const mot of membres) ensemble.delete(mot);
    ensemble.add(reunion);
  }
  return ensemble;
}

/** La colonne qu'un libellé désigne, ou `null` : on ne devine pas. */
export function colonneDuLibelle(texte: string): Colonne | null {
  const mots = motsDe(texte);
  const convient = ({ tournures, toleres }: (typeof entrees)[number]) =>
    tournures.some(
      (t) => t.every((mot) => mots.has(mot)) && [...mots].every((mot) => toleres.has(mot) || t.includes(mot)),
    );
  return entrees.find(convient)?.colonne ?? null;
}

/** Le drapeau que peut être une colonne lue comme le nom de la commune : « commune_deficitaire » et « Commune SRU ». */
export function drapeauPossible(texte: string): Drapeau | null {
  const mots = motsDe(texte);
  if (mots.has('deficitair')) return 'deficitaire';
  return mots.has('sru') ? 'soumise_sru' : null;
}

const NU = new Set(decouper(`objectif logement lls tranche ${NEUTRES}`));

/** « Objectif », « Objectif triennal 2020-2022 » : rien n'y dit lequel. */
export function estObjectifNu(texte: string): boolean {
  const mots = motsDe(texte);
  return mots.has('objectif') && [...mots].every((mot) => NU.has(mot));
}

const CONTRAIRES =
  /\b(?:realis\w*|bilan|financ\w*|agre\w*|livr\w*|programm\w*|autoris\w*|construi\w*|production|previ\w*|prevu\w*|projet\w*|projection|rappel|ancien\w*|precedent\w*|historique|anterieur\w*|demand\w*|attribu\w*|vacan\w*)\b/;

/** Sous un titre de groupe comme « Réalisé 2020-2022 », « PLAI » n'a plus le sens de son seul libellé. */
export const changeLeSens = (titre: string): boolean => CONTRAIRES.test(normaliser(titre));

/** Les années d'un en-tête : celle où sa tranche commence (« 2023-2025 » : 2023), et les années isolées (« au 01/01/2022 »). */
export function anneesDuLibelle(texte: string): { tranche: number | null; annees: readonly number[] } {
  let tranche: number | null = null;
  const isolees = remplacerTranches(texte, (debut) => {
    tranche = debut;
    return ' ';
  });
  const annees = [...isolees.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([annee]) => Number(annee));
  return { tranche, annees };
}
