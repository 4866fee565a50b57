import { readFileSync } from 'node:fs';

/** Lit un fichier de cas de `test/cas` : points-virgules, en-têtes en première ligne, sans guillemets. */
export function lireCas<Colonne extends string>(nom: string, colonnes: readonly Colonne[]): Record<Colonne, string>[] {
  const [entetes = '', ...lignes] = readFileSync(`test/cas/${nom}`, 'utf8').trimEnd().split('\n');
  if (entetes !== colonnes.join(';')) throw new Error(`${nom} : en-têtes ${entetes}, attendu ${colonnes.join(';')}`);
  return lignes.map((ligne, i) => {
    const valeurs = ligne.split(';');
    if (valeurs.length !== colonnes.length) throw new Error(`${nom}, ligne ${i + 2} : ${valeurs.length} valeurs`);
    return Object.fromEntries(colonnes.map((colonne, c) => [colonne, valeurs[c]])) as Record<Colonne, string>;
  });
}
