/** Applique `changer` hors des textes entre guillemets et des noms de feuille entre apostrophes. */
const horsDesTextes = (formule: string, changer: (morceau: string) => string): string =>
  formule
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((morceau, rang) => (rang % 2 === 1 ? morceau : changer(morceau)))
    .join('');

const stocke = (nom: string) => `_xldudf_${nom.replaceAll('.', '_')}`;

/** Les fonctions d'Excel nées après 2007 portent un préfixe dans le fichier, que la barre de formule ne montre pas. */
const RECENTES = new Set(
  (
    'ARRAYTOTEXT BYCOL BYROW CHOOSECOLS CHOOSEROWS CONCAT DROP EXPAND FILTER HSTACK IFNA IFS LAMBDA LET MAKEARRAY MAP ' +
    'MAXIFS MINIFS RANDARRAY REDUCE SCAN SEQUENCE SORT SORTBY SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL ' +
    'TOROW UNIQUE VALUETOTEXT VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR'
  ).split(' '),
);
const DE_FEUILLE = new Set(['FILTER', 'SORT']);

/**
 * Une formule du fichier telle qu'Excel l'affiche quand le complément est là. Il ne lie que la forme exacte ;
 * toute autre écriture de l'identifiant reste telle quelle, et rend #NAME?.
 * @example afficher('_xldudf_MA_FONCTION(A1,2)', ['MA.FONCTION']) // =MA.FONCTION(A1,2)
 */
export function afficher(formule: string, fonctions: readonly string[]): string {
  const noms = new Map(fonctions.map((nom) => [stocke(nom), nom]));
  return `=${horsDesTextes(formule, (morceau) =>
    morceau
      .replace(/(?<![\w.\]!])_xldudf_\w+(?=\()/g, (id) => noms.get(id) ?? id)
      .replace(/(?<![\w.])_xlfn\.(?:_xlws\.)?(?=[A-Z])/g, ''),
  )}`;
}

/** L'inverse d'`afficher` ; `personnalisee` : la formule appelle une fonction du complément. */
export function stocker(formule: string, fonctions: readonly string[]): { texte: string; personnalisee: boolean } {
  const noms = new Set(fonctions);
  let personnalisee = false;
  const texte = horsDesTextes(formule.replace(/^=/, ''), (morceau) =>
    morceau.replace(/(?<![\w.\]!])[A-Za-z][A-Za-z0-9_.]*(?=\()/g, (nom) => {
      const capitales = nom.toUpperCase();
      if (noms.has(capitales)) {
        personnalisee = true;
        return stocke(capitales);
      }
      return RECENTES.has(capitales) ? `_xlfn.${DE_FEUILLE.has(capitales) ? '_xlws.' : ''}${capitales}` : nom;
    }),
  );
  return { texte, personnalisee };
}

/** Les identifiants stockés que la formule appelle. */
export const appelees = (texte: string): string[] => texte.match(/(?<![\w.\]!])_xldudf_\w+(?=\()/g) ?? [];
