import { ecrireAuLong, fraction, produit, versNombre, ZERO } from '../nombres';
import { cibleAtteinte, nomDuTaux, tauxLls, trajectoire, type Etat } from '../regles';
import { accepter, lirePeriodeDite, lireEntier, lireSituation, refuser } from './arguments';
import { lireRealisation, lireVariation } from './montants';
import { estAbsent, valeurSeule } from './valeurs';

const PERIODES = 24;
const CENT = fraction(100);
const EN_TETE = [
  'période',
  'résidences principales',
  'logements sociaux',
  'taux',
  'palier',
  'taux de rattrapage',
  'objectif',
  'logements produits',
  'taux en fin de période',
  'à noter',
];

/**
 * Trajectoire d’une commune de droit commun, période par période, jusqu’au taux cible (L. 302-8, VII du CCH) : palier, objectif à
 * l’entier supérieur, logements produits, taux, et où le palier change. Règle en vigueur depuis la loi 3DS.
 * @customfunction SRU.TRAJECTOIRE
 * @param residences_principales Résidences principales ; entier d’au moins 1, une seule cellule.
 * @param logements_sociaux Logements locatifs sociaux ; entier, une seule cellule.
 * @param taux_cible 20 ou 25 (ou 20 %, 25 %).
 * @param [croissance_rp] Croissance des résidences principales par période de trois ans : 3 ou 0,03 ou « 3 % » (absente : 0). Un nombre nu est un rapport jusqu’à 0,2, des pour cent au-delà de 1 ; entre les deux, refusé.
 * @param [periodes] Nombre de périodes, 24 au plus (absent : jusqu’au taux cible).
 * @param [taux_realisation] Part de l’objectif réalisée à chaque période : 0,8 ou 80 ou « 80 % », 200 % au plus (absente : 100 %). Un nombre nu est un rapport jusqu’à 1, des pour cent au-delà de 2 ; entre les deux, refusé.
 * @param [periode] Première période, « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Dix colonnes avec leur en-tête, une ligne par période, et une dernière qui dit si le taux cible est atteint et rappelle les hypothèses ; #VALEUR! si un argument est ambigu ou ne se lit pas.
 * @example =SRU.TRAJECTOIRE(10000;1500;20) → objectifs 165, 168 (50 %), 167 (100 %) : 20 % à la fin de la troisième période
 * @example =SRU.TRAJECTOIRE(10000;1500;20;1) → #VALEUR! (1 ou 100 %)
 */
export function sruTrajectoire(
  residences_principales: unknown[][],
  logements_sociaux: unknown[][],
  taux_cible: unknown[][],
  croissance_rp?: unknown[][],
  periodes?: unknown[][],
  taux_realisation?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  const depart = lireSituation(
    valeurSeule('residences_principales', residences_principales),
    valeurSeule('logements_sociaux', logements_sociaux),
    valeurSeule('taux_cible', taux_cible),
    null,
  );
  const [croissance, nombre, realisation] = [
    valeurSeule('croissance_rp', croissance_rp),
    valeurSeule('periodes', periodes),
    valeurSeule('taux_realisation', taux_realisation),
  ];
  const points = {
    croissance: estAbsent(croissance) ? ZERO : lireVariation('croissance_rp', croissance),
    realisation: estAbsent(realisation) ? CENT : lireRealisation('taux_realisation', realisation),
  };
  const hypotheses = {
    croissance: points.croissance,
    sorties: 0,
    premiere: lirePeriodeDite(valeurSeule('periode', periode)),
    periodes: estAbsent(nombre) ? PERIODES : lirePeriodes(nombre),
    realisation: produit(points.realisation, fraction(1, 100)),
  };
  const etats = accepter(trajectoire(depart, hypotheses));
  const fin = cibleAtteinte(etats) ? 'taux cible atteint' : 'taux cible non atteint';
  const dites = `croissance de ${ecrireAuLong(points.croissance)} % par période, objectif réalisé à ${ecrireAuLong(points.realisation)} %`;
  return [EN_TETE, ...etats.map(ligneDe), [fin, ...EN_TETE.slice(2).map(() => ''), dites]];
}

function lirePeriodes(valeur: unknown): number {
  const attendu = `un nombre entier de 1 à ${PERIODES}`;
  const nombre = lireEntier('periodes', valeur, attendu);
  return nombre >= 1 && nombre <= PERIODES ? nombre : refuser('periodes', valeur, attendu);
}

const ligneDe = ({ debut, rattrapage, change, objectif, produits, tauxFinal }: Etat, rang: number): unknown[] => [
  rang + 1,
  debut.residencesPrincipales,
  debut.logementsSociaux,
  versNombre(tauxLls(debut).valeur),
  nomDuTaux(rattrapage),
  rattrapage.pourcent / 100,
  objectif,
  produits,
  versNombre(tauxFinal),
  [change && 'changement de palier', rattrapage.certitude !== 'texte' && rattrapage.certitude]
    .filter(Boolean)
    .join(' ; '),
];
