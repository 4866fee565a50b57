import { articleDe } from '../regles';
import type { Constat } from '../tableau';
import { CERTITUDES_EN_MOTS } from './mots';

export { AVIS_EN_MOTS, CERTITUDES_EN_MOTS, classeDuVerdict, signer } from './mots';
export * from './natures';

/** Ce qu'un lecteur voit d'un contrôle, quel que soit le support : mots, colonnes, groupes de constats. */

/** @example sourceDe(constat) // « L. 302-8, X du CCH, lettre du texte » */
export const sourceDe = ({ reference, certitude }: Pick<Constat, 'reference' | 'certitude'>): string =>
  `${articleDe(reference)}, ${CERTITUDES_EN_MOTS[certitude]}`;

/** @example lieuDe(constat) // « Buxerolles, G4 », « Montamisé, feuille Annexe, B2 » ; vide : le tableau entier */
export const lieuDe = ({ commune, feuille, cellule }: Pick<Constat, 'commune' | 'feuille' | 'cellule'>): string =>
  [commune, feuille && `feuille « ${feuille} »`, cellule].filter((mot) => mot !== null && mot).join(', ');

export interface Groupe {
  readonly titre: string;
  readonly signe: string;
  readonly constats: readonly Constat[];
}

/** Les constats par gravité, chacun dans un seul groupe. */
export function groupes(constats: readonly Constat[]): Groupe[] {
  const filtrer = (garder: (c: Constat) => boolean) => constats.filter(garder);
  return [
    { titre: 'Bloquants', signe: '✗', constats: filtrer((c) => c.gravite === 'bloquant') },
    {
      titre: 'À compléter pour conclure',
      signe: '?',
      constats: filtrer((c) => c.gravite !== 'bloquant' && c.empecheDeConclure),
    },
    { titre: 'Alertes', signe: '!', constats: filtrer((c) => c.gravite === 'alerte' && !c.empecheDeConclure) },
    {
      titre: 'Informations',
      signe: 'i',
      constats: filtrer((c) => c.gravite === 'information' && !c.empecheDeConclure),
    },
  ].filter((g) => g.constats.length > 0);
}
