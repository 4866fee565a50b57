import fc from 'fast-check';
import { juger, jugerTexte, type Jugement } from '../outils/lecture';
import { CONFORMES, type Base } from './bases';
import { hasardDe } from './hasard';
import { ecrire, raconter } from './recit';
import { RECRITURES, type Recriture } from './recritures';
import { RUPTURES } from './ruptures';

export interface Original {
  readonly nom: string;
  readonly base: Base;
  readonly verdict: 'conforme' | 'non conforme';
  /** Le constat qui bloque, s'il y en a un. */
  readonly code: string | null;
}

export const ORIGINAUX: readonly Original[] = [
  ...CONFORMES.map((base) => ({ nom: base.nom, base, verdict: 'conforme' as const, code: null })),
  ...RUPTURES.map(({ nom, base, code }) => ({ nom, base, verdict: 'non conforme' as const, code })),
];

/** Un original et les récritures qu'on lui applique : assez pour rejouer. */
export interface Tirage {
  readonly original: number;
  readonly recritures: readonly number[];
  readonly graine: number;
}

export const tirages: fc.Arbitrary<Tirage> = fc.record({
  // Autant de conformes que de rompus.
  original: fc.oneof(
    fc.integer({ min: 0, max: CONFORMES.length - 1 }),
    fc.integer({ min: CONFORMES.length, max: ORIGINAUX.length - 1 }),
  ),
  recritures: fc.uniqueArray(fc.nat(RECRITURES.length - 1), { minLength: 1, maxLength: 6 }),
  graine: fc.nat(2 ** 30),
});

export const originalDe = ({ original }: Tirage): Original => ORIGINAUX[original]!;

export const recrituresDe = ({ recritures }: Tirage): Recriture[] =>
  [...recritures].sort((a, b) => a - b).map((rang) => RECRITURES[rang]!);

/** Le tableau récrit, en feuilles ou en fichier texte. */
export function recrire(tirage: Tirage) {
  const { base } = originalDe(tirage);
  const choisies = recrituresDe(tirage);
  // Un hasard par récriture : en ôter une ne change pas ce que font les autres.
  const hasards = choisies.map((r) => hasardDe(tirage.graine + 7919 * RECRITURES.indexOf(r)));
  let recit = raconter(base);
  choisies.forEach((r, i) => (recit = r.recit?.(recit, hasards[i]!) ?? recit));
  let feuilles = ecrire(recit);
  choisies.forEach((r, i) => (feuilles = r.feuilles?.(feuilles, hasards[i]!) ?? feuilles));
  const format = choisies.findIndex((r) => r.format);
  const texte = format < 0 || feuilles.length > 1 ? null : choisies[format]!.format!(feuilles[0]!, hasards[format]!);
  return { feuilles, texte, precisions: base.precisions };
}

export async function jugerTirage(tirage: Tirage): Promise<Jugement> {
  const { feuilles, texte, precisions } = recrire(tirage);
  return texte ? jugerTexte(texte, 'tableau', precisions) : juger(feuilles, precisions);
}

const jugements = new Map<Base, Jugement>();

/** Ce que le produit dit de l'original, écrit sans détour. */
export function jugerOriginal({ base }: Original): Jugement {
  let jugement = jugements.get(base);
  if (!jugement) jugements.set(base, (jugement = juger(ecrire(raconter(base)), base.precisions)));
  return jugement;
}

export const questionne = ({ verdict, erreur }: Jugement): boolean => erreur !== undefined || verdict === 'indetermine';

/** En quoi le récrit trahit l'original ; `null` s'il dit de même, ou demande. */
export function bascule(tirage: Tirage, recrit: Jugement): string | null {
  const original = originalDe(tirage);
  if (recrit.erreur !== undefined) return null;
  if (recrit.verdict === 'indetermine')
    return recrit.constats.some((c) => c.empecheDeConclure) ? null : 'indéterminé sans question';
  if (recrit.verdict === 'rien a controler') return 'plus rien à contrôler';
  if (recrit.verdict !== original.verdict) return `${original.verdict} → ${recrit.verdict}`;
  if (recrit.verdict === 'non conforme') return null;
  const sousReserve = recrituresDe(tirage).some((r) => r.jamaisConforme);
  if (sousReserve && original.base.champs.includes('accord')) return 'conforme malgré une réserve';
  const { lignes, totalContrat } = jugerOriginal(original);
  return lignes === recrit.lignes && totalContrat === recrit.totalContrat ? null : 'conforme sur d’autres chiffres';
}

/** Le plus petit tirage qui garde un défaut : chaque récriture qu'on peut ôter l'est. */
export async function reduire(tirage: Tirage, fautif: (t: Tirage) => Promise<boolean>): Promise<Tirage> {
  for (const otee of tirage.recritures) {
    const moindre = { ...tirage, recritures: tirage.recritures.filter((r) => r !== otee) };
    if (moindre.recritures.length > 0 && (await fautif(moindre))) return reduire(moindre, fautif);
  }
  return tirage;
}

export const enClair = (tirage: Tirage): string =>
  recrituresDe(tirage)
    .map((r) => r.nom)
    .join(' + ');
