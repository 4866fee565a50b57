import { arrondir } from '../../nombres';
import { typologie } from '../../regles';
import { constat, type Constat } from './constats';
import type { Contexte } from './contexte';
import { entierLu, type Objectif } from './evaluation';

/** Les parts de PLAI et de PLS de l'objectif du contrat, si le tableau les donne (L. 302-8, III). */
export function verifierTypologie(
  { ligne, contrat, intervalle }: Pick<Objectif, 'ligne' | 'contrat' | 'intervalle'>,
  { droit, plh }: Contexte,
): Constat[] {
  const [plai, pls] = [entierLu(ligne, 'plai'), entierLu(ligne, 'pls')];
  const calculees = typologie(contrat, plai ?? 0, pls ?? 0, intervalle, plh, droit);
  if (!calculees) return [];
  const { plaiMinimum, plsMaximum, plaiSuffisant, plsAdmis } = calculees;
  const constats: Constat[] = [];
  if (plai !== null && !plaiSuffisant) {
    const precisions = { colonne: 'plai', constate: plai, attendu: arrondir(plaiMinimum, 'SUPERIEUR') } as const;
    constats.push(
      constat('PART_PLAI_INSUFFISANTE', ligne, { plai, minimum: plaiMinimum, logements: contrat }, precisions),
    );
  }
  if (pls !== null && plsAdmis !== true) {
    const seuil = droit.typologie!.regle.seuilTauxSansPlh;
    const precisions = { colonne: 'pls', constate: pls, attendu: arrondir(plsMaximum.large, 'INFERIEUR') } as const;
    constats.push(constat('PART_PLS_EXCESSIVE', ligne, { pls, ...plsMaximum, seuil }, precisions));
  }
  return constats;
}
