/** Une plage d'Excel, et le nom de sa feuille quand l'adresse le dit. */
export interface Reference {
  readonly feuille: string | null;
  /** Sans feuille ni « $ » : « B12 », « A8:O19 ». */
  readonly adresse: string;
}

/** @example lireReference("='L''été'!$B$2:$C$9") // { feuille: "L'été", adresse: 'B2:C9' } ; `null` pour « =#REF! » */
export function lireReference(texte: string): Reference | null {
  const lu = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?)$/.exec(texte);
  const adresse = lu?.[3]?.replaceAll('$', '');
  if (!lu || !adresse) return null;
  return { feuille: lu[1]?.replaceAll("''", "'") ?? lu[2] ?? null, adresse };
}

/** Un nom de feuille qu'Excel laisse sans apostrophes : des mots, ni adresse (« A1 », « L2C3 ») ni nombre en tête. */
const NOM_NU = /^(?![a-z]{1,3}\d+$|[rlc]\d*(?:c\d*)?$)[\p{L}_][\p{L}\p{N}_]*$/iu;

/**
 * @example ecrireReference("L'été", 'B2') // « 'L''été'!B2 »
 * @example ecrireReference('Détail', 'B2') // « Détail!B2 »
 */
export const ecrireReference = (feuille: string, adresse: string): string =>
  `${NOM_NU.test(feuille) ? feuille : `'${feuille.replaceAll("'", "''")}'`}!${adresse}`;

/** @example absolue('B2:C9') // « $B$2:$C$9 » */
export const absolue = (adresse: string): string => adresse.replace(/[A-Z]+|\d+/g, '$$$&');

/** Coupe aux virgules, hors des noms de feuilles. @example separerReferences("'L''été, 2'!A1,D4") // ["'L''été, 2'!A1", 'D4'] */
export const separerReferences = (texte: string): readonly string[] => texte.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
