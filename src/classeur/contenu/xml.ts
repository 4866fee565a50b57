import { Parser } from 'htmlparser2';
import { ErreurDeFichier, ILLISIBLE } from './erreur';

/** Les attributs d'un élément, tels qu'il les écrit. */
export type Attributs = Readonly<Record<string, string>>;

/** Ce qu'un lecteur fait d'un document, dans l'ordre où il s'écrit. */
export interface Ecoute {
  readonly ouvre: (element: string, attributs: Attributs) => void;
  readonly ferme: (element: string) => void;
  readonly texte: (texte: string) => void;
}

/** Parcourt un XML. Ni les entités qu'il déclare ni ce qu'il appelle au-dehors ne se déplient. */
export const parcourirXml = (xml: string, ecoute: Ecoute): void => parcourir(xml, ecoute, true);

/** Parcourt un HTML, où bien des balises se ferment d'elles-mêmes. */
export const parcourirHtml = (html: string, ecoute: Ecoute): void => parcourir(html, ecoute, false);

/** Aucun tableur n'imbrique ainsi ; au-delà, le temps du parcours croîtrait comme le carré. */
const PROFONDEUR = 2000;

function parcourir(document: string, { ouvre, ferme, texte }: Ecoute, xmlMode: boolean): void {
  let profondeur = 0;
  const parser = new Parser(
    {
      onopentag(element, attributs) {
        if (++profondeur > PROFONDEUR) throw new ErreurDeFichier(ILLISIBLE);
        ouvre(element, attributs);
      },
      onclosetag(element) {
        profondeur--;
        ferme(element);
      },
      ontext: texte,
    },
    { xmlMode },
  );
  parser.end(document);
}

/** @example nomLocal('ss:Index') // « Index » */
export const nomLocal = (nom: string): string => nom.slice(nom.indexOf(':') + 1);

/** Les attributs d'un document à un seul espace de noms, sous leur nom local. */
export const locaux = (attributs: Attributs): Attributs =>
  Object.fromEntries(Object.entries(attributs).map(([nom, valeur]) => [nomLocal(nom), valeur]));

/** Un nombre entier écrit dans un attribut, au moins 1 et borné : un classeur n'a que 1 048 576 lignes. */
export const entier = (attribut: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(attribut ?? '', 10) || 1, 1), 2 ** 31);
