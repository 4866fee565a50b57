import type { Annonce } from '../../commandes/annonces';
import type { ColonnesRetirees, Geste, Laissee } from '../../classeur/classeur';
import { ecrireCompte } from '../../nombres';
import type { Action, Bilan } from './etat';

/** Les gestes de formules, tels que le port les nomme. */
export type GesteDeFormules = 'reparerFormules' | 'annulerReparation' | 'figer' | 'degeler';

const GESTES: Readonly<Record<GesteDeFormules, readonly [une: string, plusieurs: string]>> = {
  reparerFormules: ['formule réparée', 'formules réparées'],
  annulerReparation: ['formule remise comme avant', 'formules remises comme avant'],
  figer: ['formule figée', 'formules figées'],
  degeler: ['formule dégelée', 'formules dégelées'],
};

export const dire = (phrase: string, laissees: readonly Laissee[] = []): Bilan => ({ phrase, faites: [], laissees });

export function bilanDuGeste(geste: GesteDeFormules, { faites, laissees }: Geste): Bilan {
  if (faites.length + laissees.length === 0) return dire('Aucune formule du complément n’est concernée.');
  return { phrase: `${ecrireCompte(faites.length, ...GESTES[geste])}.`, faites, laissees };
}

export const bilanDuRetrait = (rendues: number): Bilan =>
  dire(
    rendues === 0
      ? 'Ce classeur ne porte aucune annotation du complément.'
      : `${ecrireCompte(rendues, 'cellule remise', 'cellules remises')} comme avant les annotations.`,
  );

export const bilanDesColonnes = (retirees: ColonnesRetirees | null): Bilan =>
  dire(
    retirees
      ? `Colonnes écrites en ${retirees.adresse} de « ${retirees.nomDeFeuille} » retirées.`
      : 'Ce classeur ne porte plus de colonnes écrites par le complément.',
  );

/** Ce que le volet montre d'une commande du ruban ; `null` : au volet de contrôler. */
export function suiteDe(annonce: Annonce): Action | null {
  if ('erreur' in annonce) return { type: 'probleme', phrase: annonce.erreur };
  switch (annonce.commande) {
    case 'controler':
      return null;
    case 'reparer':
      return { type: 'bilan', bilan: bilanDuGeste('reparerFormules', annonce.geste) };
    case 'figer':
      return { type: 'bilan', bilan: bilanDuGeste('figer', annonce.geste) };
    case 'retirer':
      return { type: 'bilan', bilan: bilanDuRetrait(annonce.nombre) };
  }
}
