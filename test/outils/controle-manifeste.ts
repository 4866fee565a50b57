/**
 * Ce que le schéma d’Office ne contrôle pas dans un manifeste : chaque contrôle rend la liste des défauts qu’il voit.
 * Les icônes sont cherchées dans le dépôt sous le chemin de leur adresse.
 */
import { existsSync, readFileSync } from 'node:fs';

type Attributs = Record<string, string>;
type Ressource = { element: string; id: string; valeur: string };

/** Les attributs de chaque balise ouvrante `nom`, hors commentaires. */
function balises(xml: string, nom: string): Attributs[] {
  const ouvrantes = xml.replace(/<!--.*?-->/gs, '').matchAll(new RegExp(`<(?:${nom})(?=[\\s/>])([^>]*)>`, 'g'));
  return [...ouvrantes].map(([, texte = '']) =>
    Object.fromEntries([...texte.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, cle = '', valeur = '']) => [cle, valeur])),
  );
}

function valeur(xml: string, nom: string): string {
  return balises(xml, nom)[0]?.DefaultValue ?? new RegExp(`<${nom}>([^<]*)</${nom}>`).exec(xml)?.[1] ?? '';
}

function ressources(xml: string): Ressource[] {
  return ['Image', 'Url', 'String'].flatMap((element) =>
    balises(xml, `bt:${element}`)
      .filter(({ id }) => id !== undefined)
      .map(({ id = '', DefaultValue = '' }) => ({ element, id, valeur: DefaultValue })),
  );
}

const defautsIdentite = (xml: string): string[] =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(valeur(xml, 'Id')) ? [] : [`Id : ${valeur(xml, 'Id')}`];

function defautsResid(xml: string): string[] {
  const ids = ressources(xml).map(({ id }) => id);
  const resids = balises(xml, '[\\w:]+').flatMap(({ resid }) => resid ?? []);
  return [
    ...[...ids, ...resids].filter((id) => id.length > 32).map((id) => `resid de plus de 32 caractères : ${id}`),
    ...ids.filter((id, rang) => ids.indexOf(id) < rang).map((id) => `ressource en double : ${id}`),
    ...ids.filter((id) => !resids.includes(id)).map((id) => `ressource inutilisée : ${id}`),
    ...resids.filter((resid) => !ids.includes(resid)).map((resid) => `resid sans ressource : ${resid}`),
  ];
}

/** Le volet, les fonctions et les commandes partagent une page : une seule ressource pour les quatre. */
function defautsPartage(xml: string): string[] {
  const bloc = (nom: string) => new RegExp(`<${nom}[\\s\\S]*?</${nom}>`).exec(xml)?.[0] ?? '';
  const resids = [
    balises(xml, 'Runtime')[0]?.resid,
    balises(xml, 'FunctionFile')[0]?.resid,
    balises(bloc('Page'), 'SourceLocation')[0]?.resid,
    ...balises(
      xml.replace(
        /<Page>[\s\S]*?<\/Page>|<(?:Script|Metadata)>[\s\S]*?<\/(?:Script|Metadata)>|<DefaultSettings>[\s\S]*?<\/DefaultSettings>/g,
        '',
      ),
      'SourceLocation',
    ).map(({ resid }) => resid),
  ];
  return new Set(resids).size === 1 ? [] : [`plusieurs pages : ${resids.join(', ')}`];
}

function defautsUrl(xml: string): string[] {
  const urls = [
    ...['IconUrl', 'HighResolutionIconUrl', 'SourceLocation'].map((nom) => valeur(xml, nom)),
    ...ressources(xml).flatMap(({ element, valeur }) => (element === 'String' ? [] : valeur)),
  ];
  return urls.filter((url) => !/^https:\/\/[^\s/]+\/\S+$/.test(url)).map((url) => `adresse sans https : ${url}`);
}

function defautsLongueur(xml: string): string[] {
  const chaines = (groupe: string) => {
    const bloc = new RegExp(`<bt:${groupe}>.*</bt:${groupe}>`, 's').exec(xml)?.[0] ?? '';
    return balises(bloc, 'bt:String').map(({ DefaultValue = '' }) => DefaultValue);
  };
  const limites: [textes: string[], maximum: number][] = [
    [[valeur(xml, 'DisplayName'), valeur(xml, 'ProviderName'), ...chaines('ShortStrings')], 125],
    [[valeur(xml, 'Description'), ...chaines('LongStrings')], 250],
  ];
  return limites.flatMap(([textes, maximum]) =>
    textes
      .filter(({ length }) => length === 0 || length > maximum)
      .map((texte) => `${texte.length} caractères pour 1 à ${maximum} : ${texte}`),
  );
}

function defautsIcones(xml: string): string[] {
  const urls = new Map(ressources(xml).map(({ id, valeur }) => [id, valeur]));
  const listes = [...xml.matchAll(/<Icon>.*?<\/Icon>/gs)].map(([liste]) => balises(liste, 'bt:Image'));
  const icones: [taille: number, url: string][] = [
    [32, valeur(xml, 'IconUrl')],
    [64, valeur(xml, 'HighResolutionIconUrl')],
    ...listes.flat().map(({ size, resid = '' }): [number, string] => [Number(size), urls.get(resid) ?? '']),
  ];
  return [
    ...listes.flatMap((liste) =>
      ['16', '32', '80']
        .filter((taille) => !liste.some(({ size }) => size === taille))
        .map((t) => `taille absente : ${t}`),
    ),
    ...icones.flatMap(([taille, url]) => defautsPng(url.replace(/^.*\/(?=assets\/)/, ''), taille)),
  ];
}

/** La taille réelle se lit dans l’en-tête du fichier. */
function defautsPng(fichier: string, taille: number): string[] {
  if (!existsSync(fichier)) return [`icône absente : ${fichier}`];
  const png = readFileSync(fichier);
  if (png.subarray(1, 4).toString('latin1') !== 'PNG') return [`${fichier} : pas un PNG`];
  const [largeur, hauteur] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return largeur === taille && hauteur === taille ? [] : [`${fichier} : ${largeur} × ${hauteur} pour ${taille}`];
}

const defautsInterdits = (xml: string): string[] =>
  balises(xml, 'EquivalentAddins').length > 0 ? ['élément interdit : EquivalentAddins'] : [];

/** Un seul point d’extension de fonctions, un seul Namespace au plus, non vide. */
function defautsNamespace(xml: string): string[] {
  const points = balises(xml, 'ExtensionPoint').filter((b) => b['xsi:type'] === 'CustomFunctions').length;
  const namespaces = balises(xml, 'Namespace');
  const valeurs = new Map(ressources(xml).map(({ id, valeur }) => [id, valeur]));
  return [
    ...(points === 1 ? [] : [`points de fonctions : ${points}`]),
    ...(namespaces.length <= 1 ? [] : [`Namespace : ${namespaces.length}`]),
    ...namespaces.flatMap(({ resid = '' }) =>
      /^[A-Z]+$/.test(valeurs.get(resid) ?? '') ? [] : [`Namespace vide ou invalide : ${resid}`],
    ),
  ];
}

/** Les commandes que le ruban appelle. */
export const commandesDuManifeste = (xml: string): string[] =>
  [...xml.matchAll(/<FunctionName>([^<]*)<\/FunctionName>/g)].map(([, nom = '']) => nom);

/** Le GUID, la version, et l’adresse de chaque ressource. */
export const identiteDuManifeste = (xml: string) => ({
  id: valeur(xml, 'Id'),
  version: valeur(xml, 'Version'),
  nom: valeur(xml, 'DisplayName'),
  adresses: new Map(ressources(xml).map((r) => [r.id, r.valeur.replaceAll('&amp;', '&')])),
});

export const controles = {
  identité: defautsIdentite,
  resid: defautsResid,
  'page partagée': defautsPartage,
  adresses: defautsUrl,
  longueurs: defautsLongueur,
  icônes: defautsIcones,
  interdits: defautsInterdits,
  'nom des fonctions': defautsNamespace,
};
