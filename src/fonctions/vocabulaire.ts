import { MODES_ARRONDI, type ModeArrondi } from '../nombres';
import { CIBLES, DERNIERE_PERIODE, DROIT_EN_VIGUEUR, ecrirePeriode, PERIODE_ABSENTE } from '../droit';
import { AVIS, type Avis } from '../tableau';
import {
  lireDecimal,
  lireDroit,
  lireEntier,
  lireParmi,
  lireRang,
  lireReponse,
  lireTaux,
  lireTauxCible,
  lireTauxLls,
} from './arguments';
import { argument, facultatif, plageEntiere, type Argument } from './declaration';
import type { Plage } from './valeurs';

/** Les arguments que plusieurs fonctions partagent : un nom, une aide et une lecture, une seule fois. */

const lireLogements = (nom: string, valeur: unknown): number =>
  lireEntier(nom, valeur, 'un nombre entier de logements, positif ou nul');

export const RP = argument('residences_principales', 'Résidences principales ; entier d’au moins 1.', lireLogements);
export const LLS = argument('logements_sociaux', 'Logements locatifs sociaux ; entier.', lireLogements);
/** Ce que rend une fonction à qui l'on donne un parc impossible. */
export const PARC_REFUSE =
  '#VALEUR! si un nombre est négatif, à virgule ou illisible, ou si les logements sociaux dépassent les résidences principales';

export const CIBLE = argument(
  'taux_cible',
  `${CIBLES.join(' ou ')} (ou ${CIBLES.map((c) => `${c} %`).join(', ')}).`,
  lireTauxCible,
);
export const TAUX_LLS = argument(
  'taux_lls',
  'Taux de logements sociaux : 14,6 ou 0,146 ou « 14,6 % » (0,94 est ambigu, refusé), pris comme arrondi à sa dernière décimale.',
  lireTauxLls,
);
export const RANG = facultatif(
  argument(
    'rang',
    'Rang triennal : 0 entrée en cours de période, 1 première période pleine, 2 deuxième, 3 et plus droit commun (défaut), 3 pour une commune nouvelle dont une fondatrice était déjà soumise.',
    lireRang,
  ),
  3 as const,
);

const EXEMPLE_DE_PERIODE = `« ${ecrirePeriode(DERNIERE_PERIODE)} »`;
/** La période dont le droit s'applique. */
export const PERIODE = facultatif(
  argument('periode', `${EXEMPLE_DE_PERIODE} ; absente : ${PERIODE_ABSENTE}.`, lireDroit),
  DROIT_EN_VIGUEUR,
);

/** Un taux de 0 à 100 %, en points ; `suite` dit ses bornes et ce qu'il vaut absent. */
export const taux = (nom: string, quoi: string, suite = '') =>
  argument(nom, `${quoi} : 35 ou 0,35 ou « 35 % »${suite}.`, (n, valeur) => lireTaux(n, valeur).valeur);

/** « oui » ou « non » ; absent, ce n'est ni l'un ni l'autre. */
export const reponse = (nom: string, aide: string): Argument<boolean | null> => argument(nom, aide, lireReponse);

export const PLH = facultatif(
  reponse('plh', 'EPCI couvert par un programme local de l’habitat exécutoire : oui ou non ; absent : à confirmer.'),
);
export const PLH_DE_LA_COMMUNE = facultatif(
  reponse('plh', 'Commune couverte par un programme local de l’habitat : oui ou non.'),
);

/** Une valeur d'une liste close, qu'Excel propose à la frappe ; `ecrits` : comme l'agent les écrit. */
export const parmi = <T extends string>(
  nom: string,
  aide: string,
  choix: readonly T[],
  attendu: string,
  ecrits: readonly string[] = choix,
): Argument<T> => ({
  ...argument(nom, aide, (n, valeur) => lireParmi(n, valeur, choix, attendu)),
  choix: ecrits,
});

const AVIS_ECRITS: Readonly<Record<Avis, string>> = {
  recueilli: 'recueilli',
  'a-recueillir': 'à recueillir',
  manquant: 'manquant',
  defavorable: 'défavorable',
};
export const AVIS_DE_LA_COMMISSION = facultatif(
  parmi(
    'avis',
    'Avis de la commission nationale SRU : recueilli, à recueillir, manquant ou défavorable ; absent : à confirmer.',
    AVIS,
    '« recueilli », « à recueillir », « manquant » ou « défavorable » (ou rien)',
    AVIS.map((avis) => AVIS_ECRITS[avis]),
  ),
);

/** L'arrondi d'un résultat en logements ; absent, `defaut`, qu'explique `precision`. */
const arrondi = (defaut: ModeArrondi, precision: string): Argument<ModeArrondi> => {
  const [premier, deuxieme, dernier] = MODES_ARRONDI.filter((mode) => mode !== defaut);
  const attendu = `${MODES_ARRONDI.join(', ')} (ou rien : ${defaut})`;
  const aide = `${defaut} (défaut${precision}), ${premier}, ${deuxieme} ou ${dernier}.`;
  return facultatif(parmi('arrondi', aide, MODES_ARRONDI, attendu), defaut);
};
export const AU_PLUS_PROCHE = arrondi('PROCHE', ' ; 0,5 arrondi vers le haut');
export const AU_SUPERIEUR = arrondi('SUPERIEUR', ' : un minimum');
export const POUR_ATTEINDRE_LE_TAUX = arrondi('SUPERIEUR', ' : « pour atteindre le taux »');

/** Un tableau de communes ; `colonnes` dit ce qu'il faut y trouver. */
export const tableauDeCommunes = (colonnes: string): Argument<Plage> =>
  plageEntiere('tableau', `Plage avec sa ligne d’en-têtes : ${colonnes}`);
export const TABLEAU_MUTUALISE = tableauDeCommunes(
  'commune, résidences principales, logements sociaux, taux cible, objectif du contrat, accord…',
);

export const PREMIER_QUARTILE = argument(
  'premier_quartile',
  'Dont demandeurs du premier quartile ou relogés ; entier.',
  lireEntier,
);

export const POPULATION = argument('population', 'Population municipale ; entier.', lireEntier);
export const TENSION = argument(
  'tension',
  'Demandes de logement social par emménagement annuel, hors mutations.',
  lireDecimal,
);
export const INCONSTRUCTIBILITE = facultatif(taux('inconstructibilite', 'Part inconstructible du territoire urbanisé'));
