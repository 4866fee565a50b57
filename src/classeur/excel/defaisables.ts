/// <reference types="office-js" />
import type { Ecriture } from '../classeur';
import { executer } from './executer';
import { REGLAGE as FIGEMENT } from './figement';
import { demanderReglage } from './reglages';
import { REGLAGE as REPARATION } from './reparation';

/** Ce que le classeur garde de quoi défaire, lu sans y toucher. */
export const defaisables: Ecriture['defaisables'] = () =>
  executer(async (context) => {
    const [reparation, figement] = [demanderReglage(context, REPARATION), demanderReglage(context, FIGEMENT)];
    await context.sync();
    return { annulerReparation: reparation() !== null, degeler: figement() !== null };
  });
