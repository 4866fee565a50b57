import Papa from 'papaparse';
import type { Cellule } from '../../tableau';
import { celluleDeTexte } from '../cellule';
import { ErreurDeFichier } from './erreur';
import { ouvrirChantier, type FeuilleLue } from './feuille-lue';
import { borner, LIMITES } from './limites';

/** La feuille d'un csv. Rien n'y est converti : « 01427 » garde son zéro. */
export function feuilleDeCsv(texte: string, nom: string): FeuilleLue {
  const chantier = ouvrirChantier({ cellules: 0 });
  lireCsv(texte).forEach((rangee, ligne) => rangee.forEach((champ, c) => chantier.poser(ligne, c, celluleDe(champ))));
  const feuille = chantier.clore(nom);
  const lignes = nombreDeLignes(texte);
  return lignes > LIMITES.lignes ? { ...feuille, tropLongue: lignes } : feuille;
}

/** Les champs d'un csv, de séparateur annoncé (`sep=`) ou deviné. Un guillemet qui avale des lignes ou des colonnes le fait refuser. */
export function lireCsv(texte: string): string[][] {
  const annonce = /^sep=(.)\r?\n/i.exec(texte);
  // Des fins de ligne mêlées tromperaient le découpage.
  const corps = sansFinVide(texte.slice(annonce?.[0].length ?? 0)).replace(/\r\n?/g, '\n');
  const separateur = annonce?.[1] ?? separateurDe(corps);
  const { data, errors } = Papa.parse<string[]>(corps, {
    delimiter: separateur,
    newline: '\n',
    preview: LIMITES.lignes,
  });
  let cellules = 0;
  for (const rangee of data) {
    borner('colonnes', rangee.length);
    borner('cellules', (cellules += rangee.length));
  }
  const malFermes = new Set(errors.filter((e) => e.type === 'Quotes').map((e) => e.row ?? 0));
  verifierGuillemets(data, separateur, malFermes, annonce ? 2 : 1);
  return data;
}

/** `="86041"` : la formule par laquelle un export garde un zéro en tête. */
function celluleDe(champ: string): Cellule {
  const formule = /^="([^"]*)"$/.exec(champ.trim());
  return celluleDeTexte(formule?.[1] ?? champ);
}

const VIDE = /[\s;,|]/;

/** Les lignes vides de la fin, où un export laisse parfois des milliers de séparateurs, ne sont pas du tableau. */
function sansFinVide(texte: string): string {
  let fin = texte.length;
  while (fin > 0 && VIDE.test(texte.charAt(fin - 1))) fin--;
  const saut = texte.slice(fin).search(/[\r\n]/);
  return saut < 0 ? texte : texte.slice(0, fin + saut);
}

const nombreDeLignes = (texte: string): number => (sansFinVide(texte).match(/\r\n|\r|\n/g)?.length ?? 0) + 1;

const SEPARATEURS = [';', '\t', '|', ','];
/** De quoi deviner un séparateur. */
const ECHANTILLON = { lignes: 1000, lettres: 2 ** 19 };
/** Ce que pèse, face à une ligne de texte, une ligne où deux champs au moins sont des nombres. */
const POIDS_DES_NOMBRES = 10;

/** Le séparateur qui fait le plus de colonnes, en même nombre, sur le plus de lignes : des lignes de titre pleines de virgules ne décident pas. */
function separateurDe(texte: string): string {
  const debut = texte.slice(0, ECHANTILLON.lettres);
  const notes = SEPARATEURS.map((s) => noteDe(debut, s));
  const meilleure = Math.max(...notes);
  return meilleure > 0 ? SEPARATEURS[notes.indexOf(meilleure)]! : ';';
}

function noteDe(texte: string, separateur: string): number {
  const parLargeur = new Map<number, number>();
  const { data } = Papa.parse<string[]>(texte, {
    delimiter: separateur,
    newline: '\n',
    preview: ECHANTILLON.lignes,
    skipEmptyLines: true,
  });
  for (const rangee of data) {
    // « Note, avec des virgules » : celle qu'une espace suit ne sépare rien.
    const champs = rangee.filter((champ, i) => i === 0 || separateur !== ',' || !/^ \S/.test(champ));
    if (champs.length < 2) continue;
    const nombres = champs.filter((champ) =>
      /^[ \u00a0\u202f]*-?\d[\d \u00a0\u202f.,]*(?:[%€][ ]*)?$/.test(champ),
    ).length;
    const poids = (champs.length - 1) * (nombres >= 2 ? POIDS_DES_NOMBRES : 1);
    parLargeur.set(champs.length, (parLargeur.get(champs.length) ?? 0) + poids);
  }
  return Math.max(0, ...parLargeur.values());
}

function verifierGuillemets(
  data: readonly (readonly string[])[],
  separateur: string,
  malFermes: ReadonlySet<number>,
  premiere: number,
): void {
  const largeur = largeurCourante(data);
  let ligne = premiere;
  data.forEach((rangee, rang) => {
    for (const champ of rangee) {
      if (avale(champ, separateur, malFermes.has(rang), rangee.length, largeur)) {
        const debut = champ.split('\n', 1)[0]!.slice(0, 60);
        throw new ErreurDeFichier(
          `Ligne ${ligne} du fichier : un guillemet ouvert devant « ${debut} » n’est pas fermé, ou pas là où il faut ; des cellules y seraient perdues. Corrigez ce guillemet dans le csv.`,
        );
      }
    }
    ligne += 1 + rangee.reduce((sauts, champ) => sauts + champ.split('\n').length - 1, 0);
  });
}

/** Ce champ a-t-il pris dans ses guillemets des cellules, ou des lignes entières ? */
function avale(champ: string, separateur: string, malFerme: boolean, largeur: number, courante: number): boolean {
  if (!champ.includes(separateur)) return malFerme && champ.includes('\n');
  if (malFerme) return true;
  const manque = largeur > 1 && largeur < courante;
  const serres = Math.max(...champ.split('\n').map((ligne) => separateursSerres(ligne, separateur)));
  return (manque && serres > 0) || (champ.includes('\n') && serres >= 2);
}

/** Les séparateurs que n'entoure aucune espace : ceux d'une phrase en ont. */
const separateursSerres = (ligne: string, separateur: string): number =>
  ligne.split(separateur).filter((morceau, i) => i > 0 && !morceau.startsWith(' ')).length;

/** Le nombre de champs le plus fréquent, pesé par lui-même. */
function largeurCourante(data: readonly (readonly string[])[]): number {
  const poids = new Map<number, number>();
  for (const { length } of data) poids.set(length, (poids.get(length) ?? 0) + length);
  return [...poids].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
