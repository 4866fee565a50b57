import type { Contexte } from '../../controle/contexte';
import type { Ligne } from '../../lecture/ligne';

/** Un accord daté d'après la fin de la période ne peut y valoir : il reste à confirmer. */
export function accordDansLaPeriode({ accord: lu, ecrit }: Ligne, { droit: { periode } }: Contexte) {
  const texte = String(ecrit('accord_commune')?.valeur ?? '');
  const annees = [...texte.matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map(([annee]) => Number(annee));
  const tardif = periode !== null && annees.length > 0 && Math.min(...annees) > periode.debut + 2;
  return lu.etat === 'lue' && lu.valeur && tardif ? ({ etat: 'inconnue', texte } as const) : lu;
}
