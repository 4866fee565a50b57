import { ecrireDate } from '../nombres';
import { calendrierSru as calendrierDe } from '../regles';
import { accepter, lireEntier } from './arguments';
import { articleCertifie } from './traces';
import { valeurSeule } from './valeurs';

/**
 * Les échéances d’une année, dans l’ordre, avec leur article : inventaire, observations, notification, dépenses déductibles,
 * prélèvement par neuvièmes, attributions, et celles du début ou de la fin d’une période triennale.
 * @customfunction CALENDRIER.SRU
 * @param annee Année, de 2023 à 2100 ; une seule cellule.
 * @returns Trois colonnes avec leur en-tête : échéance, objet, article ; #VALEUR! hors de ces années.
 * @example =CALENDRIER.SRU(2026) → … avant le 01/07/2026, inventaire des logements sociaux, L. 302-6 du CCH …
 */
export function calendrierSru(annee: unknown[][]): unknown[][] {
  const echeances = accepter(calendrierDe(lireEntier('annee', valeurSeule('annee', annee), 'une année')));
  return [
    ['échéance', 'objet', 'article'],
    ...echeances.map(({ date, avant, objet, reference, certitude }) => [
      `${avant ? 'avant ' : ''}le ${ecrireDate(date)}`,
      objet,
      articleCertifie(reference, certitude),
    ]),
  ];
}
