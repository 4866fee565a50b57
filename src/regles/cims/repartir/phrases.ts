import { difference, ecrire, ecrireCompte, fraction, typographier } from '../../../nombres';
import type { ContrainteEnCause, Heurt } from './heurts';
import type { Suite } from '../../contrats/suite';
import type { ObjectifPropose } from './repartir';

const LIBELLES: Readonly<Record<ContrainteEnCause['contrainte'], string>> = {
  MOITIE: 'moitié de la référence',
  ENTRANTE: 'commune entrante, non abaissable (L. 302-8, VIII)',
  DUREE: 'durée d’abaissement épuisée',
  MINIMUM: 'minimum de la commune',
  NON_DEFICITAIRE: 'commune non déficitaire, sans objectif',
  ACCORD: 'accord refusé à une hausse',
  MAXIMUM: 'maximum de la commune',
  MANQUANTS: 'logements manquants',
  TOTAL: 'total demandé',
  TOTAL_LEGAL: 'somme des références (L. 302-8, X)',
};

export const libelleDe = ({ contrainte, commune }: Pick<ContrainteEnCause, 'contrainte' | 'commune'>): string =>
  contrainte === 'MANQUANTS' && commune === null ? 'logements manquants de toutes les communes' : LIBELLES[contrainte];

/** Pourquoi cet objectif : son sens, ce que l'accord en dit, la borne qui l'arrête. */
export function raisonDe(o: ObjectifPropose): string {
  const { commune, propose, sens, bas, haut } = o;
  if (haut?.contrainte === 'NON_DEFICITAIRE') return 'Non déficitaire : objectif de 0.';
  const ecart = difference(fraction(propose), commune.reference);
  const nombre = `${ecrire({ ...ecart, numerateur: Math.abs(ecart.numerateur) })}`;
  const raisons = [
    {
      abaissé: `Baisse de ${nombre}`,
      égal:
        ecart.numerateur === 0
          ? 'Référence tenue'
          : `Référence tenue, à son arrondi près (${ecrire(commune.reference)})`,
      relevé: `Hausse de ${nombre}, ${commune.accord ? 'accord donné' : 'accord à recueillir'}`,
    }[sens],
  ];
  if (propose === bas.valeur) raisons.push(`au plus bas : ${libelleDe({ ...bas, commune: commune.nom })}`);
  if (propose === haut?.valeur) raisons.push(`au plus haut : ${libelleDe({ ...haut, commune: commune.nom })}`);
  return typographier(`${raisons.join(' ; ')}.`);
}

/** « oui », ou pourquoi son objectif ne pourra pas être abaissé à la période suivante. */
export function phraseDeLaSuite(suite: Suite): string {
  switch (suite.abaissable) {
    case 'non':
      return suite.motif === 'RANG' ? 'non : encore entrante' : 'non : durée d’abaissement épuisée';
    case 'à confirmer':
      return typographier('à confirmer : périodes d’abaissement inconnues');
    default:
      return suite.abaissable;
  }
}

/**
 * Ce qui se heurte.
 * @example « Il manque 12 logements : total demandé (542) ; B, maximum de la commune (40). »
 */
export function phraseDuHeurt({ manque, deplus, contraintes }: Heurt): string {
  const enCause = contraintes.map((c) => `${c.commune ? `${c.commune}, ` : ''}${libelleDe(c)} (${ecrire(c.valeur)})`);
  const manquent = `Il manque ${ecrireCompte(manque, 'logement')}${deplus ? ' de plus' : ''}`;
  const tous = deplus && contraintes.length > 1 ? ' Chacun est à lever.' : '';
  return typographier(`${manquent} : ${enCause.join(' ; ')}.${tous}`);
}

/**
 * Ce qu'une contrainte devrait céder, et si cela suffit.
 * @example « porter à 108 (à 110, plus rien ne manque) »
 * @example « accord à une hausse de 19, jusqu’à 59 ; son maximum aussi »
 */
export function cessionDe({ contrainte, valeur, ceder, suffit, avec, pourTout }: ContrainteEnCause): string {
  if (ceder === 0) return 'ne peut pas céder';
  const bas = contrainte === 'TOTAL' || contrainte === 'MINIMUM';
  const jusque = (cede: number) => ecrire(bas ? valeur - cede : valeur + cede);
  const cede =
    contrainte === 'ACCORD'
      ? `accord à une hausse de ${ecrire(ceder)}, jusqu’à ${jusque(ceder)}`
      : `${bas ? 'ramener' : 'porter'} à ${jusque(ceder)}`;
  const tout = pourTout === null ? '' : ` (à ${jusque(pourTout)}, plus rien ne manque)`;
  const suite = !suffit
    ? ' ; ne suffit pas seul'
    : avec
      ? ` ; son ${avec === 'ACCORD' ? 'accord' : 'maximum'} aussi`
      : '';
  return typographier(`${cede}${tout}${suite}`);
}
