import { ecrireAuLong, ecrireCompte, fraction, produit, versNombre, ZERO } from '../../nombres';
import { DERNIERE_PERIODE, ecrirePeriode, reserveDe, suivante, type Periode } from '../../droit';
import { cibleAtteinte, nomDuTaux, situation, tauxLls, trajectoire, type Etat } from '../../regles';
import { accepter, lireEntier, refuser } from '../arguments';
import { argument, enTableau, facultatif } from '../declaration';
import { lireRealisation, lireVariation } from '../montants';
import { CIBLE, LLS, PERIODE, RP } from '../vocabulaire';

const PERIODES = 24;
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

export const SRU_TRAJECTOIRE = enTableau({
  nom: 'SRU.TRAJECTOIRE',
  resume: 'projection, période par période, jusqu’au taux cible',
  description:
    'Trajectoire d’une commune de droit commun, période par période, jusqu’au taux cible (L. 302-8, VII du CCH) : palier, objectif à l’entier supérieur, logements produits, taux, et où le palier change. À chaque période sa règle.',
  arguments: [
    RP,
    LLS,
    CIBLE,
    facultatif(
      argument(
        'croissance_rp',
        'Croissance des résidences principales par période de trois ans : 3 ou 0,03 ou « 3 % » (absente : 0). Un nombre nu est un rapport jusqu’à 0,2, des pour cent au-delà de 1 ; entre les deux, refusé.',
        lireVariation,
      ),
      ZERO,
    ),
    facultatif(
      argument('periodes', `Nombre de périodes, ${PERIODES} au plus (absent : jusqu’au taux cible).`, lirePeriodes),
      PERIODES,
    ),
    facultatif(
      argument(
        'taux_realisation',
        'Part de l’objectif réalisée à chaque période : 0,9 ou 90 ou « 90 % », 200 % au plus (absente : 100 %). Un nombre nu est un rapport jusqu’à 1, des pour cent au-delà de 2 ; entre les deux, refusé.',
        lireRealisation,
      ),
      fraction(100),
    ),
    { ...PERIODE, aide: `Première période, ${PERIODE.aide}` },
    facultatif(
      argument(
        'sorties',
        'Logements sociaux qui sortent du décompte à chaque période, vendus depuis dix ans ou déconventionnés ; entier (absent : 0).',
        lireEntier,
      ),
      0,
    ),
  ],
  rend: 'Dix colonnes avec leur en-tête, une ligne par période, et une dernière qui dit si le taux cible est atteint et rappelle les hypothèses ; #VALEUR! si un argument est ambigu ou ne se lit pas.',
  exemples: [
    '=SRU.TRAJECTOIRE(10000;1500;20) → objectifs 165, 168 (50 %), 167 (100 %) : 20 % à la fin de la troisième période',
    '=SRU.TRAJECTOIRE(10000;1500;20;;2;;;30) → objectifs 165, puis 183 (50 % des 365 qui manquent, 30 logements étant sortis)',
    '=SRU.TRAJECTOIRE(10000;1500;20;1) → #VALEUR! (1 ou 100 %)',
  ],
  dispositif: 'Trajectoire jusqu’au taux cible',
  calculer: (rp, lls, cible, croissance, periodes, realisation, { periode }, sorties) => {
    const hypotheses = {
      croissance,
      sorties,
      premiere: periode ?? DERNIERE_PERIODE,
      periodes,
      realisation: produit(realisation, fraction(1, 100)),
    };
    const etats = accepter(trajectoire(accepter(situation(rp, lls, cible, 3)), hypotheses));
    const fin = cibleAtteinte(etats) ? 'taux cible atteint' : 'taux cible non atteint';
    const dites = `${periodesDe(hypotheses.premiere, etats.length)} ; croissance de ${ecrireAuLong(croissance)} % par période, objectif réalisé à ${ecrireAuLong(realisation)} %${sorties > 0 ? `, ${ecrireCompte(sorties, 'sortie')} par période` : ''}`;
    return [EN_TETE, ...etats.map(ligneDe), [fin, ...EN_TETE.slice(2).map(() => ''), dites]];
  },
});

/** « 2026-2028 à 2032-2034 (droit lu au …) » : chacune a sa règle, et la loi peut changer d'ici la dernière. */
function periodesDe(premiere: Periode, nombre: number): string {
  let derniere = premiere;
  for (let rang = 1; rang < nombre; rang++) derniere = suivante(derniere);
  const reserve = reserveDe(derniere);
  const suite = nombre > 1 ? ` à ${ecrirePeriode(derniere)}` : '';
  return `${ecrirePeriode(premiere)}${suite}${reserve ? ` (${reserve})` : ''}`;
}

function lirePeriodes(nom: string, valeur: unknown): number {
  const attendu = `un nombre entier de 1 à ${PERIODES}`;
  const nombre = lireEntier(nom, valeur, attendu);
  return nombre >= 1 && nombre <= PERIODES ? nombre : refuser(nom, valeur, attendu);
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
