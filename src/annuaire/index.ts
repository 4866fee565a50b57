import { creerAnnuaire, type Donnees } from './annuaire';
import donnees from './communes.json';
import noms from './noms.json';

/** L'annuaire livré ; les fonctions personnalisées ne le chargent qu'au premier contrôle d'un tableau. */
export const ANNUAIRE = creerAnnuaire(donnees as unknown as Donnees, noms);
