/** Une formule que `calculer` ne sait pas lire, avec la position et ce qui est attendu. */
export class ErreurDeFormule extends Error {}

/** Un appel : le nom de la fonction, et chaque argument en plage (`null` s'il est vide). */
export interface Appel {
  readonly nom: string;
  readonly plages: readonly (unknown[][] | null)[];
}

const JETON = /\s*(?:"((?:[^"]|"")*)"|([+-]?\d+(?:,\d+)?(?:E[+-]?\d+)?)\s*(%?)|(VRAI|FAUX)|(#[A-ZÉ/0-9]+[!?]?))\s*/iy;

/**
 * Lit un appel tel qu'un Excel français le prend : « ; » entre les arguments, virgule décimale, « 16% », textes entre
 * guillemets, VRAI et FAUX, plages littérales `{1;2}` (« ; » entre les lignes, « . » entre les colonnes), argument vide.
 * @example lireFormule('=SRU.OBJECTIF(10000;1500;20)')
 * @example lireFormule('=SRU.OBJECTIF({4082;2801};{800;468};20%;;"2023-2025")')
 */
export function lireFormule(formule: string): Appel {
  const appel = /^\s*=\s*([A-Za-z][\w.]*)\s*\(([\s\S]*)\)\s*$/.exec(formule);
  if (!appel) throw new ErreurDeFormule('Formule illisible : attendu un appel comme =SRU.OBJECTIF(10000;1500;20).');
  const [, nom = '', corps = ''] = appel;
  return { nom: nom.toUpperCase(), plages: corps.trim() === '' ? [] : lireArguments(corps) };
}

function lireArguments(corps: string): (unknown[][] | null)[] {
  const plages: (unknown[][] | null)[] = [];
  let position = 0;
  for (;;) {
    const debut = passerEspaces(corps, position);
    if (debut === corps.length || corps[debut] === ';') {
      plages.push(null);
      position = debut;
    } else if (corps[debut] === '{') {
      const [plage, suite] = lirePlage(corps, debut + 1);
      plages.push(plage);
      position = passerEspaces(corps, suite);
    } else {
      const [valeur, suite] = lireLitteral(corps, debut);
      plages.push([[valeur]]);
      position = suite;
    }
    if (position === corps.length) return plages;
    if (corps[position] !== ';') throw attendu(corps, position, '« ; » entre deux arguments');
    position += 1;
  }
}

function lirePlage(corps: string, debut: number): [unknown[][], number] {
  const rangees: unknown[][] = [[]];
  let position = debut;
  for (;;) {
    const [valeur, suite] = lireLitteral(corps, position);
    rangees.at(-1)!.push(valeur);
    const separateur = corps[suite];
    if (separateur === '}') {
      if (rangees.some((r) => r.length !== rangees[0]!.length))
        throw attendu(corps, suite, 'des lignes de même longueur');
      return [rangees, suite + 1];
    }
    if (separateur === ';') rangees.push([]);
    else if (separateur !== '.' && separateur !== '\\')
      throw attendu(corps, suite, '« ; », « . » ou « } » dans la plage');
    position = suite + 1;
  }
}

function lireLitteral(corps: string, position: number): [unknown, number] {
  JETON.lastIndex = position;
  const jeton = JETON.exec(corps);
  if (!jeton) throw attendu(corps, position, 'un nombre, un texte entre guillemets, VRAI, FAUX ou une plage { }');
  const [, texte, nombre, pourcent, logique, erreur] = jeton;
  const suite = JETON.lastIndex;
  if (texte !== undefined) return [texte.replaceAll('""', '"'), suite];
  if (logique) return [logique.toUpperCase() === 'VRAI', suite];
  if (erreur) return [{ code: erreur }, suite];
  const valeur = Number(nombre!.replace(',', '.'));
  return [pourcent ? valeur / 100 : valeur, suite];
}

const passerEspaces = (corps: string, position: number): number =>
  position + /^\s*/.exec(corps.slice(position))![0].length;

const attendu = (corps: string, position: number, quoi: string) =>
  new ErreurDeFormule(`Formule illisible après « ${corps.slice(0, position)} » : attendu ${quoi}.`);
