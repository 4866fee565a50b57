/** Ce que functions.json déclare d'une fonction. */
export interface Declaration {
  id: string;
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

/** À travers l'origine, comme Excel sur le web : sans `Access-Control-Allow-Origin`, le navigateur refuse et aucune fonction n'existe. */
export const lireDeclarations = async (adresse: string): Promise<Declarations> =>
  (await (await recevoir(adresse)).json()) as Declarations;
