import type { LigneQualifiee } from './nature';

/** Une colonne est habituelle si quatre communes sur cinq la remplissent. */
const HABITUELLE = 0.8;

export interface Semblable {
  (rangee: LigneQualifiee): boolean;
  /** La plupart des communes du tableau sont connues de l'annuaire. */
  readonly connues: boolean;
}

/** Une ligne ressemble à ses voisines si elle remplit au moins la moitié des colonnes que la plupart remplissent. */
export function lignesSemblables(nommees: readonly LigneQualifiee[]): Semblable {
  let habituelles: readonly number[] | null = null;
  const connues = nommees.filter(({ nature }) => nature === 'commune').length;
  return Object.assign(
    ({ remplies }: LigneQualifiee) => {
      habituelles ??= colonnesHabituelles(nommees);
      const siennes = new Set(remplies);
      return 2 * habituelles.filter((p) => siennes.has(p)).length >= habituelles.length;
    },
    { connues: connues >= 2 && 2 * connues > nommees.length },
  );
}

function colonnesHabituelles(nommees: readonly LigneQualifiee[]): readonly number[] {
  const comptes = new Map<number, number>();
  for (const { remplies } of nommees) for (const p of remplies) comptes.set(p, (comptes.get(p) ?? 0) + 1);
  return [...comptes].filter(([, n]) => n >= HABITUELLE * nommees.length).map(([p]) => p);
}
