import type { Quantite } from '../../src/nombres';
import { estRefus, phraseDuRefus, type Calcul, type Refus } from '../../src/regles';

const MILLIONIEMES = 1_000_000n;

/** L'écriture décimale exacte d'une fraction (« 132,33 »), ou la fraction elle-même au-delà de six décimales ; par BigInt. */
export function ecritureExacte({ numerateur, denominateur }: Quantite): string {
  const [numero, diviseur] = [BigInt(numerateur) * MILLIONIEMES, BigInt(denominateur)];
  if (numero % diviseur !== 0n) return `${numerateur} / ${denominateur}`;
  const valeur = numero / diviseur;
  const absolue = valeur < 0n ? -valeur : valeur;
  const decimales = String(absolue % MILLIONIEMES)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${valeur < 0n ? '-' : ''}${absolue / MILLIONIEMES}${decimales && `,${decimales}`}`;
}

/** Ce qu'une règle rend, en texte : sa valeur exacte, ou l'étiquette de son refus. */
export const resultat = (r: Calcul | Refus): string => (estRefus(r) ? r.refus : ecritureExacte(r.valeur));

/** Le résultat attendu sans refus ; lève la phrase du refus sinon. */
export function accepte<T extends object>(r: T | Refus): T {
  if (estRefus(r)) throw new Error(phraseDuRefus(r));
  return r;
}
