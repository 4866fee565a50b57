/// <reference types="office-js" />
import { demanderReglage, effacerReglage, poserReglage } from './reglages';

const OUVRIR = 'Office.AutoShowTaskpaneWithDocument';
/** Qui n'a pas le complément n'est pas invité à l'installer (Excel pour Windows). */
export const SANS_INVITE = 'Office.DisableTrustUX';
const AVANT = 'SRU.ouverture';

/** Ce que le classeur demande à Excel du complément ; à appeler après `sync`. */
export interface Ouverture {
  /** Toutes nos formules sont figées : le classeur se passe du complément, et ne l'ouvre plus. */
  fermer(): void;
  /** Les formules reviennent : comme avant `fermer`. */
  rendre(): void;
}

export function demanderOuverture(context: Excel.RequestContext): Ouverture {
  const ouvre = demanderReglage(context, OUVRIR);
  const sansInvite = demanderReglage(context, SANS_INVITE);
  const avant = demanderReglage(context, AVANT);
  return {
    fermer() {
      poserReglage(context, SANS_INVITE, true);
      if (ouvre() !== true) return;
      poserReglage(context, AVANT, true);
      poserReglage(context, OUVRIR, false);
    },
    rendre() {
      if (sansInvite() !== null) effacerReglage(context, SANS_INVITE);
      if (avant() !== true) return;
      poserReglage(context, OUVRIR, true);
      effacerReglage(context, AVANT);
    },
  };
}
