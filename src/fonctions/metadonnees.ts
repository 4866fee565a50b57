import { TOUTES } from './toutes';
import type { Argument, FonctionDeclaree } from './declaration';

/** Remplacée à la construction par l'adresse de publication (scripts/manifestes.mjs). */
const AIDE = 'https://localhost:3000/fonctions.html';

/** Ce qu'Excel lit des fonctions (functions.json), dans la forme du générateur de Microsoft. */
export const METADONNEES = {
  allowCustomDataForDataTypeAny: true,
  // Sans ce drapeau, une erreur dans une plage en argument empêche l'appel de la fonction.
  allowErrorForDataTypeAny: true,
  functions: TOUTES.map(fonction),
  enums: enumerations(),
};

function fonction(f: FonctionDeclaree) {
  return {
    id: f.nom,
    name: f.nom,
    description: f.description,
    helpUrl: `${AIDE}#${f.nom}`,
    parameters: f.arguments.map(parametre),
    result: { dimensionality: 'matrix', type: 'any' },
  };
}

/** Tout argument est une plage : une cellule seule en est une, et une colonne suffit à remplir un tableau. */
const parametre = ({ nom, aide, facultatif, choix }: Argument<unknown>) => ({
  name: nom,
  description: aide,
  dimensionality: 'matrix',
  type: 'any',
  ...(facultatif && { optional: true }),
  ...(choix && { customEnumId: nom.toUpperCase() }),
});

/** Les listes closes, qu'Excel propose à la frappe ; les versions qui ne les connaissent pas les ignorent. */
function enumerations() {
  const choix = new Map(TOUTES.flatMap((f) => f.arguments).flatMap((a) => (a.choix ? [[a.nom, a.choix] as const] : [])));
  return [...choix].map(([nom, valeurs]) => ({
    id: nom.toUpperCase(),
    type: 'string',
    values: valeurs.map((valeur) => ({ name: valeur, stringValue: valeur })),
  }));
}
