import { ecrireDate } from '../../nombres';
import { articleCertifie, calendrierSru } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, enTableau } from '../declaration';

export const CALENDRIER_SRU = enTableau({
  nom: 'CALENDRIER.SRU',
  resume: 'échéances de l’année, avec leur article',
  description:
    'Les échéances d’une année, dans l’ordre, avec leur article : inventaire, observations, notification, dépenses déductibles, prélèvement par neuvièmes, attributions, et celles du début ou de la fin d’une période triennale.',
  arguments: [argument('annee', 'Année, de 2023 à 2100.', (nom, valeur) => lireEntier(nom, valeur, 'une année'))],
  rend: 'Trois colonnes avec leur en-tête : échéance, objet, article ; #VALEUR! hors de ces années.',
  exemples: ['=CALENDRIER.SRU(2026) → … avant le 01/07/2026, inventaire des logements sociaux, L. 302-6 du CCH …'],
  dispositif: 'Inventaire et calendrier',
  calculer: (annee) => [
    ['échéance', 'objet', 'article'],
    ...accepter(calendrierSru(annee)).map(({ date, avant, objet, reference, certitude }) => [
      `${avant ? 'avant ' : ''}le ${ecrireDate(date)}`,
      objet,
      articleCertifie(reference, certitude),
    ]),
  ],
});
