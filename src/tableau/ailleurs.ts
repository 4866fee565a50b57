import { lireAlentours, type Alentours, type Fait, type Sujet } from './alentours';
import type { Colonne } from './colonnes';
import { lireEntete } from './entete';
import { adresse, type Grille } from './grille';
import { lireTexte } from './lecture/cellules';
import { abreger, normaliser } from './texte';

const FAITS_D_UN_CLASSEUR: ReadonlySet<Sujet> = new Set<Sujet>(['periode', 'plh', 'avis']);
/** Une feuille de contexte est courte : au-delà, c'est un guide, et ses exemples ne disent rien de ce contrat. */
const CELLULES_D_UN_CONTEXTE = 60;
/** Au-delà, c'est une explication. */
const LONGUEUR_D_UNE_REPONSE = 80;
/** Des phrases, ou des libellés et leurs valeurs ; plus large, c'est un tableau d'autre chose. */
const CELLULES_D_UNE_NOTE = 2;
const GUIDE =
  /\b(?:lisez|lire|notice|aide|guide|mode d emploi|definitions?|legende|sources?|methodo\w*|liste|param\w*|detail)\b/;

const RIEN_AUTOUR: Alentours = { faits: [], sansEffet: [], nonCompris: [] };

/**
 * Ce qu'une feuille sans tableau dit du contrat : ce qu'elle renseigne libellé par libellé (« PLH exécutoire | non »), et, d'une
 * phrase, ce qui nie ou met en doute. Une phrase qui n'est qu'affirmée ailleurs ne lève rien.
 */
export function ditAilleurs(grille: Grille): Alentours {
  const { nombreDeLignes: n, nom, masquee } = grille;
  if (masquee || n > CELLULES_D_UN_CONTEXTE) return RIEN_AUTOUR;
  const colonnes = Array.from({ length: n }, (_, ligne) => grille.colonnes(ligne).length);
  if (colonnes.reduce((a, b) => a + b, 0) > CELLULES_D_UN_CONTEXTE) return RIEN_AUTOUR;
  const dessous = { ligne: n, colonne: 0, ligneFin: n, colonneFin: 10 };
  const lus = lireAlentours(grille, { plage: dessous, ligneEntete: n, lignesLues: new Set() }, []);
  const notes = colonnes.every((remplies) => remplies <= CELLULES_D_UNE_NOTE) && !GUIDE.test(normaliser(nom));
  const ici = <T extends { readonly cellule: string }>(dit: T): T => ({ ...dit, cellule: `${nom}!${dit.cellule}` });
  return {
    faits: lus.faits.filter((f) => FAITS_D_UN_CLASSEUR.has(f.quoi) && (estRenseigne(f) || (notes && nie(f)))).map(ici),
    sansEffet: [],
    nonCompris: notes ? lus.nonCompris.filter(({ cellule }) => cellule !== '').map(ici) : [],
  };
}

const estRenseigne = (fait: Fait): boolean =>
  (fait.libelle !== undefined || /^[^:]{2,80} ?:/.test(fait.texte)) &&
  (fait.valeur !== null || (fait.quoi !== 'periode' && fait.texte.length <= LONGUEUR_D_UNE_REPONSE));

const nie = ({ quoi, valeur }: Fait): boolean =>
  (quoi === 'plh' && valeur !== true) || (quoi === 'avis' && valeur !== 'recueilli' && valeur !== 'a-recueillir');

/** Ce qui fait un contrat : deux de ces titres ensemble, et la feuille en porte un. */
const D_UN_CONTRAT: ReadonlySet<Colonne> = new Set<Colonne>([
  'objectif_contrat',
  'objectif_reference',
  'accord_commune',
  'periodes_consecutives_abaissees',
]);
const LIGNES_EXAMINEES = 60;
const COLONNES_EXAMINEES = 60;

export interface TitreIncompris {
  readonly texte: string;
  readonly cellule: string;
}

/**
 * Le premier titre d'un contrat, en ligne ou en colonne, d'une feuille où aucun tableau n'a été reconnu et qui a pourtant des nombres :
 * elle ne peut être passée sous silence.
 */
export function feuilleIncomprise(grille: Grille): TitreIncompris | null {
  const { nom, masquee, nombreDeLignes } = grille;
  if (masquee) return null;
  const parLigne = new Map<number, Map<Colonne, TitreIncompris>>();
  const parColonne = new Map<number, Map<Colonne, TitreIncompris>>();
  let nombres = 0;
  for (let ligne = 0; ligne < Math.min(nombreDeLignes, LIGNES_EXAMINEES); ligne++) {
    for (const colonne of grille.colonnes(ligne).slice(0, COLONNES_EXAMINEES)) {
      const cellule = grille.cellule(ligne, colonne);
      if (typeof cellule?.valeur === 'number') nombres++;
      const texte = lireTexte(cellule);
      const lu = typeof cellule?.valeur === 'string' && !cellule.erreur ? lireEntete(texte).colonne : null;
      if (!lu || !D_UN_CONTRAT.has(lu)) continue;
      const titre = { texte: abreger(texte), cellule: `${nom}!${adresse(ligne, colonne)}` };
      parLigne.set(ligne, new Map(parLigne.get(ligne)).set(lu, titre));
      parColonne.set(colonne, new Map(parColonne.get(colonne)).set(lu, titre));
    }
  }
  const titres = [...parLigne.values(), ...parColonne.values()].find(({ size }) => size > 1);
  const [premier] = titres?.values() ?? [];
  return nombres > 1 && premier ? premier : null;
}
