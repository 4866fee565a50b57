import type { Annonce } from '../../commandes/annonces';
import type { ColonnesRetirees, Defaisables, Geste, Laissee, Retrait } from '../../classeur/classeur';
import { ecrireCompte } from '../../nombres';
import type { Action, Annulation, CompteRendu } from './etat';

/** Les gestes de formules, tels que le port les nomme. */
export type GesteDeFormules = 'reparerFormules' | 'annulerReparation' | 'figer' | 'degeler';

const GESTES: Readonly<Record<GesteDeFormules, readonly [une: string, plusieurs: string]>> = {
  reparerFormules: ['formule réparée', 'formules réparées'],
  annulerReparation: ['formule remise comme avant', 'formules remises comme avant'],
  figer: ['formule remplacée par sa valeur', 'formules remplacées par leurs valeurs'],
  degeler: ['formule revenue à la place de sa valeur', 'formules revenues à la place de leurs valeurs'],
};

/** Ce que le volet dit pendant le geste. */
export const EN_COURS: Readonly<Record<GesteDeFormules, string>> = {
  reparerFormules: 'Réparation des formules…',
  annulerReparation: 'Annulation de la réparation…',
  figer: 'Remplacement des formules par leurs valeurs…',
  degeler: 'Retour des formules…',
};

/** Ce qui défait chaque geste. */
const ANNULATIONS: Readonly<Partial<Record<GesteDeFormules, Annulation>>> = {
  reparerFormules: 'annulerReparation',
  figer: 'degeler',
};

/** Faute de savoir ce qu'il y a à défaire. */
export const TOUT_A_DEFAIRE: Defaisables = { annulerReparation: true, degeler: true };

export const dire = (phrase: string, laissees: readonly Laissee[] = []): CompteRendu => ({
  phrase,
  faites: [],
  laissees,
});

export function compteRenduDuGeste(geste: GesteDeFormules, { faites, laissees }: Geste): CompteRendu {
  if (faites.length + laissees.length === 0) return dire('Aucune formule du complément n’est concernée.');
  const annulation = faites.length > 0 ? ANNULATIONS[geste] : undefined;
  return {
    phrase: `${ecrireCompte(faites.length, ...GESTES[geste])}.`,
    faites,
    laissees,
    ...(annulation && { annulation }),
  };
}

export const compteRenduDuRetrait = ({ rendues, laissees }: Retrait): CompteRendu =>
  dire(
    rendues + laissees.length === 0
      ? 'Aucune annotation à retirer.'
      : `${ecrireCompte(rendues, 'cellule remise', 'cellules remises')} comme avant les annotations.`,
    laissees,
  );

export const compteRenduDesColonnes = (retirees: ColonnesRetirees | null): CompteRendu =>
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
      return { type: 'compte rendu', compteRendu: compteRenduDuGeste('reparerFormules', annonce.geste) };
    case 'figer':
      return { type: 'compte rendu', compteRendu: compteRenduDuGeste('figer', annonce.geste) };
    case 'retirer':
      return { type: 'compte rendu', compteRendu: compteRenduDuRetrait(annonce.retrait) };
  }
}
