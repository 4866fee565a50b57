import { MODES_ARRONDI, type ModeArrondi } from '../nombres';
import { CIBLES, DERNIERE_PERIODE, DROIT_EN_VIGUEUR, ecrirePeriode, PERIODE_ABSENTE } from '../droit';
import { lireArrondi, lireAvis, lireDroit, lireEntier, lireRang, lireReponse, lireTauxCible, lireTauxLls } from './arguments';
import { argument, facultatif, plageEntiere, type Argument } from './declaration';

/** Les arguments que plusieurs fonctions partagent : un nom, une aide et une lecture, une seule fois. */

const ENTIER_DE_LOGEMENTS = 'un nombre entier de logements, positif ou nul';
const lireLogements = (nom: string, valeur: unknown): number => lireEntier(nom, valeur, ENTIER_DE_LOGEMENTS);

export const RP = argument('residences_principales', 'Résidences principales ; entier d’au moins 1.', lireLogements);
export const LLS = argument('logements_sociaux', 'Logements locatifs sociaux ; entier.', lireLogements);
export const CIBLE = argument('taux_cible', `${CIBLES.join(' ou ')} (ou ${CIBLES.map((c) => `${c} %`).join(', ')}).`, (_, v) =>
  lireTauxCible(v),
);
export const TAUX_LLS = argument(
  'taux_lls',
  'Taux de logements sociaux : 14,6 ou 0,146 ou « 14,6 % » (0,94 est ambigu, refusé), pris comme arrondi à sa dernière décimale.',
  (_, v) => lireTauxLls(v),
);
export const RANG = facultatif(
  argument(
    'rang',
    'Rang triennal : 0 entrée en cours de période, 1 première période pleine, 2 deuxième, 3 et plus droit commun (défaut), 3 pour une commune nouvelle dont une fondatrice était déjà soumise.',
    (_, v) => lireRang(v),
  ),
  { absent: 3 as const },
);

const PERIODE_EXEMPLE = `« ${ecrirePeriode(DERNIERE_PERIODE)} »`;
/** La période dont le droit s'applique. */
export const PERIODE = facultatif(
  argument('periode', `${PERIODE_EXEMPLE} ; absente : ${PERIODE_ABSENTE}.`, (_, v) => lireDroit(v)),
  { absent: DROIT_EN_VIGUEUR },
);

/** « oui » ou « non » ; absent, ce n'est ni l'un ni l'autre. */
export const reponse = (nom: string, aide: string): Argument<boolean | null> => argument(nom, aide, lireReponse);

export const PLH = facultatif(
  reponse('plh', 'EPCI couvert par un programme local de l’habitat exécutoire : oui ou non ; absent : à confirmer.'),
);
export const AVIS_DE_LA_COMMISSION = facultatif(
  argument(
    'avis',
    'Avis de la commission nationale SRU : recueilli, à recueillir, manquant ou défavorable ; absent : à confirmer.',
    (_, v) => lireAvis(v),
  ),
);

/** L'arrondi d'un résultat en logements ; absent, `defaut`, dont `pourquoi` dit la raison. */
export const arrondi = (defaut: ModeArrondi, pourquoi: string): Argument<ModeArrondi> => ({
  ...facultatif(
    argument(
      'arrondi',
      `${[defaut, ...MODES_ARRONDI.filter((m) => m !== defaut)].join(', ')} ; absent : ${defaut}, ${pourquoi}.`,
      (_, v) => lireArrondi(v, defaut),
    ),
    { absent: defaut },
  ),
  choix: MODES_ARRONDI,
});
export const AU_PLUS_PROCHE = arrondi('PROCHE', '0,5 arrondi vers le haut');
export const AU_SUPERIEUR = arrondi('SUPERIEUR', 'un minimum');

/** Un tableau de communes ; `colonnes` dit ce qu'il faut y trouver. */
export const tableauDeCommunes = (colonnes: string): Argument<unknown[][]> =>
  plageEntiere('tableau', `Plage avec sa ligne d’en-têtes : ${colonnes}.`);
