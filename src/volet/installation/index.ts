import type { ComponentType } from 'react';

/** L'écran de l'essai, qui n'arrive qu'à la demande. Cette porte est du morceau des écrans : ce qu'ils ont n'est pas chargé deux fois. */
export const chargerInstallation = async (): Promise<ComponentType> =>
  (await import(/* webpackChunkName: "installation" */ './ecran')).EcranInstallation;
