import { feuilleDeControle } from '../../rapport/feuille-de-controle';
import { VERSION } from '../version';
import type { FeuilleAEcrire } from '../../classeur/feuille-a-ecrire';
import { controleDe, droitDesReglages, type TableauControle } from './controles';
import { epciDuTableau } from '../../tableau';
import type { Etat } from './etat';
import { reserveDe } from './reserve';

const DATE = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' });

/** La feuille de contrôle d'un tableau du volet ; `null` si la loi de sa période ne permet pas de le contrôler. */
export function feuilleDeControleDe(
  trouve: TableauControle,
  { reglages, annuaire }: Pick<Etat, 'reglages' | 'annuaire'>,
  aujourdhui: Date,
): FeuilleAEcrire | null {
  const controle = controleDe(trouve);
  if (!controle) return null;
  const { plh, avis } = reglages;
  const epci = reglages.epci || (annuaire && epciDuTableau(trouve.tableau.lignes, annuaire)) || '';
  return feuilleDeControle({
    controle,
    droit: droitDesReglages(reglages),
    epci,
    plh,
    avis,
    date: DATE.format(aujourdhui),
    version: VERSION,
    reserve: reserveDe(trouve.feuille),
  });
}
