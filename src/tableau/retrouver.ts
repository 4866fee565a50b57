import type { Droit } from '../droit';
import type { Colonne } from './colonnes';
import { lignesEvaluees, type Controle } from './natures';
import {
  bilanDansSonClasseur,
  controlerBilan,
  porteUnBilan,
  type Ailleurs,
  type ControleBilan,
  type Place,
} from './natures/bilan';
import { porteDesComptes } from './prelevement';
import { normaliser } from './texte';

/** Où trouver une commune dans des tableaux : à son code INSEE ; à son nom, si l'une des deux lignes n'a pas de code. */
export function retrouver(controles: readonly Controle[], droit: Droit): Ailleurs {
  const parNom = new Map<string, Place[]>();
  const parCode = new Map<string, Place[]>();
  const ranger = (ou: Map<string, Place[]>, cle: string, place: Place) => ou.set(cle, [...(ou.get(cle) ?? []), place]);
  for (const controle of controles) {
    for (const evaluee of lignesEvaluees(controle, droit)) {
      const { codeInsee, commune } = evaluee.ligne;
      const place = { tableau: controle.tableau, evaluee, periode: controle.contexte.droit.periode };
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

/** Le bilan d'un tableau contrôlé, ou `null` s'il n'en porte pas ; d'un contrat, ce que ses réalisés en disent déjà. */
export function bilanDuControle(controle: Controle | null, autres: readonly Controle[] = []): ControleBilan | null {
  if (!controle) return null;
  if (controle.nature === 'bilan') return controle;
  const { tableau, contexte } = controle;
  if (!porteUnBilan(tableau)) return null;
  return bilanDansSonClasseur(controlerBilan(tableau, contexte), retrouver(autres, contexte.droit));
}

/** Ce qui fonde une situation : sans ces colonnes ni comptes, un tableau n'apprend rien au bilan d'un autre. */
const DU_PARC: readonly Colonne[] = ['residences_principales', 'logements_sociaux'];

/** De quoi compléter un bilan de ce que les autres tableaux du classeur disent de ses communes ; un autre contrôle reste tel quel. */
export function completerLesBilans(controles: readonly Controle[]): (controle: Controle) => Controle {
  const parcs = controles.filter(
    ({ tableau }) => DU_PARC.every((c) => tableau.colonnes.has(c)) || porteDesComptes(tableau),
  );
  const parDroit = new Map<string, Ailleurs>();
  return (controle) => {
    if (controle.nature !== 'bilan' || !parcs.some((autre) => autre !== controle)) return controle;
    const { droit } = controle.contexte;
    const partout = parDroit.get(droit.libelle) ?? retrouver(parcs, droit);
    parDroit.set(droit.libelle, partout);
    return bilanDansSonClasseur(controle, (ligne) =>
      partout(ligne).filter(({ tableau }) => tableau !== controle.tableau),
    );
  };
}
