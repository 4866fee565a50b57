import { et, type Ternaire } from '../../../regles';
import type { Constat } from '../../controle/constats';
import type { CommuneAuBilan } from './commune';
import type { VoletQualitatif } from './qualitatif';

/**
 * Ce qu'on peut dire du bilan d'une commune : « manqué », la carence peut être proposée (L. 302-9-1) ; « tenu », l'objectif et le volet
 * qualitatif ; « objectif atteint », le volet qualitatif restant à préciser ; « à compléter », rien d'affirmé.
 */
export const ISSUES = ['manqué', 'à compléter', 'objectif atteint', 'tenu', 'sans objet'] as const;
export type IssueDuBilan = (typeof ISSUES)[number];

export interface Conclusion {
  /** L'objectif, le volet qualitatif, les deux ; `null` : rien n'en est affirmé, ou il n'y a rien à atteindre. */
  readonly atteint: Ternaire;
  readonly qualite: Ternaire;
  readonly respect: Ternaire;
  readonly issue: IssueDuBilan;
  /** Un constat sur cette commune empêche de conclure de ses nombres. */
  readonly douteuse: boolean;
}

/** D'un bilan, ce que ses constats laissent affirmer : ni tenu ce qui reste ouvert ou démenti, ni manqué ce qui ne bloque pas. */
export function conclure(constats: readonly Constat[]) {
  const suspendu = constats.some((c) => c.code === 'NON_COMPRIS' && c.details.quoi === 'colonne');
  const ouvert = constats.some((c) => c.ligne === null && c.empecheDeConclure);
  const repetees = new Set(constats.flatMap((c) => (c.code === 'DOUBLON' ? [c.details.premiere] : [])));
  const deLaLigne = new Map<number, Constat[]>();
  for (const c of constats) if (c.ligne) deLaLigne.set(c.ligne.ligne, [...(deLaLigne.get(c.ligne.ligne) ?? []), c]);

  return ({ ligne, bilan, sansObjet }: CommuneAuBilan, { remplie }: VoletQualitatif): Conclusion => {
    if (sansObjet) return { atteint: null, qualite: null, respect: null, issue: 'sans objet', douteuse: false };
    const siens = (deLaLigne.get(ligne.ligne) ?? []).filter((c) => c.commune === ligne.commune);
    // De deux communes, ou de deux lignes, on ne sait pas laquelle est jugée.
    const autreCommune =
      repetees.has(ligne.cellule('commune')) ||
      siens.some((c) => c.code === 'DOUBLON' || (c.code === 'COMMUNE_INCONNUE' && c.empecheDeConclure));
    const bloque = (code: string) =>
      !autreCommune && !suspendu && siens.some((c) => c.gravite === 'bloquant' && c.code.startsWith(code));
    const douteuse = autreCommune || siens.some((c) => c.empecheDeConclure && !c.code.startsWith(PARTS));
    const dire = (dit: Ternaire, manque: string): Ternaire =>
      bloque(manque) ? false : dit === true && !ouvert && !douteuse ? true : null;
    const atteint = dire(bilan?.quantitatif.remplie ?? null, 'OBJECTIF_NON_ATTEINT');
    const qualite = dire(remplie, PARTS);
    const respect = et(atteint, qualite);
    return { atteint, qualite, respect, issue: issueDe(atteint, respect), douteuse };
  };
}

const PARTS = 'PART_';

function issueDe(atteint: Ternaire, respect: Ternaire): IssueDuBilan {
  if (respect === false) return 'manqué';
  if (respect === true) return 'tenu';
  return atteint === true ? 'objectif atteint' : 'à compléter';
}
