import type { Saisies } from './moteur-ironcalc';

/**
 * Des colonnes données, puis des colonnes calculées. Une formule s'écrit avec le nom des colonnes :
 * `[RP]` est la cellule de la ligne, `[contrat:]` la colonne du tableau entier ; celle-ci ne s'écrit qu'à la première ligne du tableau.
 */
export interface Feuille {
  readonly donnees: readonly string[];
  readonly formules: Readonly<Record<string, string>>;
}

/** Les saisies de la feuille : les lignes de chaque tableau à la suite, formules comprises. */
export function saisir({ donnees, formules }: Feuille, tableaux: readonly (readonly (readonly string[])[])[]): Saisies {
  const colonnes = [...donnees, ...Object.keys(formules)];
  const lettre = (nom: string) => {
    const rang = colonnes.indexOf(nom);
    if (rang < 0) throw new Error(`Colonne inconnue : ${nom}`);
    return (rang < 26 ? '' : 'A') + String.fromCharCode(65 + (rang % 26));
  };
  if (colonnes.length > 52) throw new Error('Plus de 52 colonnes');
  let debut = 1;
  return tableaux.flatMap((lignes) => {
    const [premiere, derniere] = [debut, debut + lignes.length - 1];
    debut = derniere + 1;
    return lignes.map((valeurs, i) => {
      const calculees = Object.values(formules).map((formule) =>
        (i > 0 && formule.includes(':]') ? '' : formule)
          .replace(/\[([^\]:]+):\]/g, (_, nom: string) => `${lettre(nom)}${premiere}:${lettre(nom)}${derniere}`)
          .replace(/\[([^\]]+)\]/g, (_, nom: string) => `${lettre(nom)}${premiere + i}`),
      );
      return [...valeurs, ...calculees];
    });
  });
}

/** Les valeurs d'une ligne calculée pour ces colonnes. */
export function lireColonnes(
  { donnees, formules }: Feuille,
  rangee: readonly string[],
  noms: readonly string[],
): string[] {
  const colonnes = [...donnees, ...Object.keys(formules)];
  return noms.map((nom) => rangee[colonnes.indexOf(nom)] ?? '');
}
