import { ecrireCompte, typographier } from '../../nombres';
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

/** « 12 tableaux : 4 non conformes, 2 indéterminés, 6 conformes ». */
export function compteDe(tableaux: readonly TableauControle[]): string {
  const nombre = (verdict: Verdict) => tableaux.filter((t) => controleDe(t)?.verdict === verdict).length;
  const comptes = [
    [nombre('non conforme'), 'non conforme', 'non conformes'],
    [nombre('indetermine'), 'indéterminé', 'indéterminés'],
    [nombre('conforme'), 'conforme', 'conformes'],
  ] as const;
  const mots = comptes.filter(([n]) => n > 0).map(([n, un, plusieurs]) => ecrireCompte(n, un, plusieurs));
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
