import { normaliser } from '../tableau/texte';

export interface Departement {
  readonly code: string;
  readonly nom: string;
}

export interface Departements {
  readonly departements: readonly Departement[];
  /** Le département d'un numéro ou d'un nom : « 17 », « 1 », « 2a », « Charente-Maritime ». */
  departement(texte: string): Departement | undefined;
  /** Celui d'une commune, par son code INSEE. */
  departementDeLaCommune(codeInsee: string): Departement | undefined;
}

export function creerDepartements(donnees: readonly (readonly [code: string, nom: string])[]): Departements {
  const departements = donnees.map(([code, nom]) => ({ code, nom }));
  return {
    departements,
    departement(texte) {
      const cle = normaliser(texte);
      const numero = cle.padStart(2, '0').toUpperCase();
      return departements.find(({ code, nom }) => code === numero || normaliser(nom) === cle);
    },
    departementDeLaCommune: (codeInsee) => departements.find(({ code }) => codeInsee.startsWith(code)),
  };
}
