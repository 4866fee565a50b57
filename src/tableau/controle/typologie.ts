import { arrondir } from '../../nombres';
import { typologie, type IntervalleDeTaux } from '../../regles';
import type { Ligne } from '../lecture/ligne';
import { constat, type Constat } from './constats';
import type { Contexte } from './contexte';

/** Des logements à produire ou réalisés, et ce qu'on sait de leurs PLAI et de leurs PLS ; `null` : rien. */
interface Parts {
  readonly ligne: Ligne;
  readonly contrat: number;
  readonly intervalle: IntervalleDeTaux | null;
  readonly plai: number | null;
  readonly pls: number | null;
}

/** Les parts de PLAI et de PLS de ces logements (L. 302-8, III). */
export function verifierTypologie(
  { ligne, contrat, intervalle, plai, pls }: Parts,
  { droit, plh }: Pick<Contexte, 'droit' | 'plh'>,
): Constat[] {
  const calculees = typologie(contrat, plai ?? 0, pls ?? 0, intervalle, plh, droit);
  if (!calculees) return [];
  const { plaiMinimum, plsMaximum, plaiSuffisant, plsAdmis } = calculees;
  const constats: Constat[] = [];
  if (plai !== null && !plaiSuffisant) {
    const colonne = ligne.nombres.plai_realises ? 'plai_realises' : 'plai';
    const precisions = { colonne, constate: plai, attendu: arrondir(plaiMinimum, 'SUPERIEUR') } as const;
    constats.push(
      constat('PART_PLAI_INSUFFISANTE', ligne, { plai, minimum: plaiMinimum, logements: contrat }, precisions),
    );
  }
  if (pls !== null && plsAdmis !== true) {
    const seuil = droit.typologie!.regle.seuilTauxSansPlh;
    const colonne = ligne.nombres.pls_realises ? 'pls_realises' : 'pls';
    const precisions = { colonne, constate: pls, attendu: arrondir(plsMaximum.large, 'INFERIEUR') } as const;
    constats.push(constat('PART_PLS_EXCESSIVE', ligne, { pls, ...plsMaximum, seuil }, precisions));
  }
  return constats;
}
