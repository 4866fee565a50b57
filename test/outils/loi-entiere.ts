import type { Situation } from '../../src/regles';

/**
 * L'article refait en entiers BigInt, sans rien de `src` : la référence des propriétés.
 * Les logements y sont comptés en vingt-millièmes, où tout plancher de la loi est entier.
 */
export const UNITE = 20_000n;

/** VII et VIII : pour cent des manquants. */
export function tauxLegal({ residencesPrincipales, logementsSociaux, tauxCible, rang }: Situation): bigint {
  const [rp, lls, cible] = [residencesPrincipales, logementsSociaux, tauxCible].map(BigInt) as [bigint, bigint, bigint];
  const ecart = cible * rp - 100n * lls;
  if (ecart <= 0n) return 0n;
  if (rang < 3) return [10n, 15n, 25n][rang]!;
  return ecart < 2n * rp ? 100n : ecart <= 4n * rp ? 50n : 33n;
}

/** Manquants, objectif de référence, planchers du IX (`null` pour une entrante) et du X, en vingt-millièmes de logement. */
export function loi(s: Situation) {
  const centiemes = BigInt(s.tauxCible) * BigInt(s.residencesPrincipales) - 100n * BigInt(s.logementsSociaux);
  const manquants = centiemes > 0n ? centiemes * 200n : 0n;
  const taux = tauxLegal(s);
  const abaissements: Record<string, bigint> = { 33: 25n, 50: 40n, 100: 80n };
  const objectif = (manquants * taux) / 100n;
  const entrante = s.rang < 3;
  return {
    manquants,
    objectif,
    cms: manquants === 0n ? 0n : entrante ? null : (manquants * abaissements[String(taux)]!) / 100n,
    cims: entrante ? objectif : objectif / 2n,
  };
}

/** Une fraction en vingt-millièmes ; lève si elle n'y est pas entière. */
export function enVingtMilliemes({ numerateur, denominateur }: { numerateur: number; denominateur: number }): bigint {
  const [unites, diviseur] = [BigInt(numerateur) * UNITE, BigInt(denominateur)];
  if (unites % diviseur !== 0n) throw new RangeError(`${numerateur} / ${denominateur} n’est pas en vingt-millièmes`);
  return unites / diviseur;
}
