/** Ce que functions.json déclare d'une fonction. */
export interface Declaration {
  /** Ce que le complément associe à sa fonction. */
  id: string;
  /** Ce que l'agent tape. */
  name: string;
  description?: string;
  parameters: {
    name: string;
    description?: string;
    dimensionality?: 'scalar' | 'matrix';
    optional?: boolean;
    repeating?: boolean;
  }[];
  options?: { requiresParameterAddresses?: boolean };
}

export interface Declarations {
  functions: Declaration[];
  allowErrorForDataTypeAny?: boolean;
}

export async function recevoir(adresse: string): Promise<Response> {
  const reponse = await fetch(adresse);
  if (!reponse.ok) throw new Error(`${adresse} : le serveur répond ${reponse.status}.`);
  return reponse;
}

/**
 * À travers l'origine, comme Excel sur le web : sans `Access-Control-Allow-Origin`, le navigateur refuse et aucune fonction n'existe.
 * L'espace de noms du manifeste précède les noms que tape l'agent ; le complément, lui, est appelé par l'identifiant seul.
 */
export async function lireDeclarations(adresse: string, prefixe: string): Promise<Declarations> {
  const lues = (await (await recevoir(adresse)).json()) as Declarations;
  if (!prefixe) return lues;
  return { ...lues, functions: lues.functions.map((f) => ({ ...f, name: `${prefixe}.${f.name}` })) };
}
