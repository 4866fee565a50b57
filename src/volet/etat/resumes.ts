import { ecrireCompte, typographier } from '../../nombres';
import { VERDICTS_COMPTES } from '../../rapport/mots';
import { verdictEnTitre } from '../../rapport/presentation';
import type { Controle, Verdict } from '../../tableau';
import { controleDe, type TableauControle } from './controles';

/** « 3 bloquants, 1 alerte » ; ce que le lecteur d'écran entend aussi. */
export function resumeDe({ constats }: Controle): string {
  const bloquants = constats.filter((c) => c.gravite === 'bloquant').length;
  const aCompleter = constats.filter((c) => c.gravite !== 'bloquant' && c.empecheDeConclure).length;
  const alertes = constats.filter((c) => c.gravite === 'alerte' && !c.empecheDeConclure).length;
  const parties = [
    bloquants > 0 && ecrireCompte(bloquants, 'bloquant'),
    aCompleter > 0 && `${aCompleter} à compléter`,
    alertes > 0 && ecrireCompte(alertes, 'alerte'),
  ].filter((partie) => partie !== false);
  return parties.length > 0 ? parties.join(', ') : 'rien à signaler';
}

/** « 12 tableaux : 4 non conformes, 2 indéterminés, 6 conformes » ; une feuille masquée n'en décide pas, elle se compte à part. */
export function compteDe(tableaux: readonly TableauControle[]): string {
  const visibles = tableaux.filter((t) => !t.tableau.masquee);
  const masques = tableaux.length - visibles.length;
  const nombre = (verdict: Verdict) => visibles.filter((t) => controleDe(t)?.verdict === verdict).length;
  const mots = VERDICTS_COMPTES.flatMap(([verdict, un, plusieurs]) =>
    nombre(verdict) > 0 ? [ecrireCompte(nombre(verdict), un, plusieurs)] : [],
  );
  if (masques > 0) mots.push(`${masques} sur feuille masquée`);
  return typographier(`${ecrireCompte(tableaux.length, 'tableau', 'tableaux')} : ${mots.join(', ')}`);
}

const DITS_UN_A_UN = 3;

/** Ce qu'un lecteur d'écran entend des verdicts ; ne change que s'ils changent. */
export function annonceDes(tableaux: readonly TableauControle[]): string {
  if (tableaux.length > DITS_UN_A_UN) return compteDe(tableaux);
  return tableaux
    .flatMap((t) => {
      const controle = controleDe(t);
      if (!controle) return [];
      return [`${t.feuille.nom} : ${verdictEnTitre(controle).toLocaleLowerCase('fr')}, ${resumeDe(controle)}.`];
    })
    .join(' ');
}
