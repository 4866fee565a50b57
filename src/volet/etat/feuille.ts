import { feuilleDeControle } from '../../rapport/feuille-de-controle';
import { epcisEnMots } from '../../rapport/groupements';
import { jourIso } from '../../rapport/jour';
import { reservesDe } from '../../rapport/reserves';
import { VERSION } from '../version';
import type { FeuilleAEcrire } from '../../classeur/feuille-a-ecrire';
import { controleDe, type TableauControle } from './controles';
import type { Etat } from './etat';

/** La feuille de contrôle d'un tableau du volet ; `null` si la loi de sa période ne permet pas de le contrôler. */
export function feuilleDeControleDe(
  trouve: TableauControle,
  { reglages, referentiel }: Pick<Etat, 'reglages' | 'referentiel'>,
  aujourdhui: Date,
): FeuilleAEcrire | null {
  const controle = controleDe(trouve);
  if (!controle) return null;
  const epci =
    reglages.epci || controle.contexte.epci || (referentiel ? epcisEnMots(controle, referentiel.annuaire) : '');
  return feuilleDeControle({
    controle,
    epci,
    date: jourIso(aujourdhui),
    version: VERSION,
    reserves: reservesDe(trouve.feuille),
  });
}
