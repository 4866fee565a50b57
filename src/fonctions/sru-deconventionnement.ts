import { ecrireDate } from '../nombres';
import { deconventionnement } from '../regles';
import { accepter, lireDroit, lireEntier, lireReponse } from './arguments';
import { lireJour } from './montants';
import { diffuser, estAbsent } from './valeurs';
import { enMots } from './verdicts';

/**
 * Refus de renouveler une convention APL (loi 3DS, art. 74) : avis conformes du préfet et du maire, 30 mois au plus tard avant
 * l’échéance, pour un bailleur de plus de 10 logements dans une commune soumise, ou qui le deviendrait.
 * @customfunction SRU.DECONVENTIONNEMENT
 * @param logements_bailleur Logements que possède le bailleur ; entier, cellule ou plage.
 * @param commune_sru Commune soumise, ou que le déconventionnement rendrait soumise : oui ou non.
 * @param echeance Échéance de la convention : une date, depuis 1977.
 * @param [avis_prefet] Avis conforme du préfet : oui ou non.
 * @param [avis_maire] Avis conforme du maire : oui ou non.
 * @param [date_avis] Jour du second avis : une date.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns « AVIS NON REQUIS : … », « POSSIBLE : … », « IMPOSSIBLE : … » ou « INDÉTERMINÉ : … » avec la date limite ; #VALEUR! si une date ou une réponse ne se lit pas.
 * @example =SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026") → INDÉTERMINÉ (avis au plus tard le 30/06/2024)
 * @example =SRU.DECONVENTIONNEMENT(10;"oui";"31/12/2026") → AVIS NON REQUIS
 * @example =SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026";"oui";"oui";"30/06/2024") → POSSIBLE
 * @example =SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026";"oui";"oui";"01/07/2024") → IMPOSSIBLE (un jour trop tard)
 * @example =SRU.DECONVENTIONNEMENT(11;"oui";"31/12/2026";"oui";"non") → IMPOSSIBLE (avis du maire)
 */
export function sruDeconventionnement(
  logements_bailleur: unknown[][],
  commune_sru: unknown[][],
  echeance: unknown[][],
  avis_prefet?: unknown[][],
  avis_maire?: unknown[][],
  date_avis?: unknown[][],
  periode?: unknown[][],
): unknown[][] {
  return diffuser(
    [logements_bailleur, commune_sru, echeance, avis_prefet, avis_maire, date_avis, periode],
    (logements, soumise, fin, prefet, maire, jour, quand) => {
      const rendus = {
        prefet: lireReponse('avis_prefet', prefet),
        maire: lireReponse('avis_maire', maire),
        date: estAbsent(jour) ? null : lireJour('date_avis', jour),
      };
      const nombre = lireEntier('logements_bailleur', logements);
      const commune = lireReponse('commune_sru', soumise);
      const { avisRequis, avis, dateLimite } = accepter(
        deconventionnement(nombre, commune, lireJour('echeance', fin), rendus, lireDroit(quand)),
      );
      if (avisRequis.remplie) return enMots(avis, { oui: 'POSSIBLE', non: 'IMPOSSIBLE' });
      const limite = `avis au plus tard le ${ecrireDate(dateLimite)} s’ils sont requis`;
      const mots = enMots(avisRequis, { oui: '', non: 'AVIS NON REQUIS' });
      return avisRequis.remplie === null ? `${mots} ; ${limite}` : mots;
    },
  );
}
