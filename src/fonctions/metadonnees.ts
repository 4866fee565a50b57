import type { Argument, FonctionDeclaree } from './declaration';
import { TOUTES } from './toutes';

/** Remplacée à la construction par l'adresse de publication (scripts/manifestes.mjs). */
const GUIDE = 'https://localhost:3000/fonctions.html';

/** Tout argument est une plage : une cellule seule en est une, et une colonne suffit à remplir un tableau. */
const parametre = ({ nom, aide, facultatif, choix }: Argument<unknown>) => ({
  name: nom,
  description: aide,
  dimensionality: 'matrix',
  type: 'any',
  ...(facultatif && { optional: true }),
  ...(choix && { customEnumId: nom.toUpperCase() }),
});

const fonction = (f: FonctionDeclaree) => ({
  id: f.nom,
  name: f.nom,
  description: f.description,
  helpUrl: `${GUIDE}#${f.nom}`,
  parameters: f.arguments.map(parametre),
  result: { dimensionality: 'matrix', type: 'any' },
  // Un zéro reçu se relit dans sa cellule (cellules-vides.ts).
  options: { requiresParameterAddresses: true },
});

/** Les listes closes, qu'Excel propose à la frappe ; les versions qui ne les connaissent pas les ignorent. */
const listes = new Map(TOUTES.flatMap((f) => f.arguments).map(({ nom, choix }) => [nom.toUpperCase(), choix]));
const enumeration = ([id, choix]: [string, readonly string[] | undefined]) =>
  choix ? [{ id, type: 'string', values: choix.map((valeur) => ({ name: valeur, stringValue: valeur })) }] : [];

/** Ce qu'Excel lit des fonctions : functions.json. */
export const METADONNEES = {
  allowCustomDataForDataTypeAny: true,
  // Sans ce drapeau, une erreur dans une plage en argument empêche l'appel de la fonction.
  allowErrorForDataTypeAny: true,
  functions: TOUTES.map(fonction),
  enums: [...listes].flatMap(enumeration),
};
