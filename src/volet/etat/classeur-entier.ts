import type { Droit } from '../../droit';
import { lignesEvaluees, normaliser, type Ligne, type LigneEvaluee } from '../../tableau';
import { controleDe, type TableauControle } from './controles';

/** Une commune, là où un tableau du classeur la donne. */
export interface Place {
  readonly trouve: TableauControle;
  readonly evaluee: LigneEvaluee;
}

/** Ce que la loi dit des communes d'un tableau contrôlé. */
export function lignesDe(trouve: TableauControle, droit: Droit): readonly LigneEvaluee[] {
  const controle = controleDe(trouve);
  return controle ? lignesEvaluees(controle, droit) : [];
}

/** Où trouver une commune dans des tableaux : à son code INSEE ; à son nom, si l'une des deux lignes n'a pas de code. */
export function retrouver(tableaux: readonly TableauControle[], droit: Droit): (ligne: Ligne) => readonly Place[] {
  const parNom = new Map<string, Place[]>();
  const parCode = new Map<string, Place[]>();
  const ranger = (ou: Map<string, Place[]>, cle: string, place: Place) => ou.set(cle, [...(ou.get(cle) ?? []), place]);
  for (const trouve of tableaux) {
    for (const evaluee of lignesDe(trouve, droit)) {
      const { codeInsee, commune } = evaluee.ligne;
      const place = { trouve, evaluee };
      if (codeInsee) ranger(parCode, codeInsee, place);
      if (commune) ranger(parNom, normaliser(commune), place);
    }
  }
  return ({ codeInsee, commune }) => {
    const homonymes = parNom.get(normaliser(commune)) ?? [];
    if (!codeInsee) return homonymes;
    const sansCode = homonymes.filter(({ evaluee }) => !evaluee.ligne.codeInsee);
    return [...(parCode.get(codeInsee) ?? []), ...sansCode];
  };
}
