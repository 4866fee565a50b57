/** Ce que la page tire du manifeste du complément : sa page, son titre, ses boutons. */
export interface Bouton {
  id: string;
  libelle: string;
  infobulle: string;
  icone: string;
  /** Le nom de la fonction à appeler ; sans lui, le bouton montre le volet. */
  fonction?: string;
}

export interface Manifeste {
  identite: { id: string; version: string };
  nom: string;
  /** Nom de fichier de la page du complément. */
  page: string;
  /** Nom de fichier des métadonnées de ses fonctions. */
  fonctions: string;
  /** L'espace de noms des fonctions (`<Namespace>`), vide s'il n'y en a pas. */
  prefixe: string;
  groupe: string;
  boutons: readonly Bouton[];
}

/** `base` : le dossier servi, à la place des adresses du manifeste. */
export function lireManifeste(xml: string, base: string): Manifeste {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const tous = (nom: string, dans: ParentNode = document) =>
    [...dans.querySelectorAll('*')].filter((element) => element.localName === nom);
  const valeur = (element: Element | undefined) => element?.getAttribute('DefaultValue') ?? '';
  const ressources = new Map(
    ['Image', 'Url', 'String'].flatMap((nom) => tous(nom).map((e) => [e.getAttribute('id') ?? '', valeur(e)])),
  );
  const ressource = (nom: string, dans: ParentNode) =>
    ressources.get(tous(nom, dans)[0]?.getAttribute('resid') ?? '') ?? '';
  const adresse = valeur(tous('SourceLocation')[0]);
  const racine = adresse.replace(/[^/]*$/, '');
  const boutons = tous('Control').map((controle) => {
    const image = tous('Image', controle).find((e) => e.getAttribute('size') === '16');
    const action = tous('Action', controle)[0] ?? controle;
    const fonction = tous('FunctionName', action)[0]?.textContent?.trim();
    const supertip = tous('Supertip', controle)[0] ?? controle;
    return {
      id: controle.getAttribute('id') ?? '',
      libelle: ressource('Label', controle),
      infobulle: ressource('Description', supertip),
      icone: (ressources.get(image?.getAttribute('resid') ?? '') ?? '').replace(racine, base),
      ...(fonction && { fonction }),
    };
  });
  const groupe = tous('Group')[0];
  const metadonnees = tous('Metadata')[0] ?? document;
  return {
    identite: { id: tous('Id')[0]?.textContent ?? '', version: tous('Version')[0]?.textContent ?? '' },
    nom: valeur(tous('DisplayName')[0]),
    page: adresse.slice(racine.length),
    fonctions: ressource('SourceLocation', metadonnees).slice(racine.length),
    prefixe: ressource('Namespace', document),
    groupe: groupe ? ressource('Label', groupe) : '',
    boutons,
  };
}
