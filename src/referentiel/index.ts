import { ANNUAIRE } from '../annuaire';
import inventaires from './inventaires.json';
import { creerReferentiel, type Donnees } from './referentiel';

/** Le référentiel livré ; une page ne le charge qu'au premier contrôle d'un tableau. */
export const REFERENTIEL = creerReferentiel(inventaires as unknown as readonly Donnees[], ANNUAIRE);
