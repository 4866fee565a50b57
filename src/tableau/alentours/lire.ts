import { adresse, type Grille, type Plage } from '../grille';
import { abreger, estVide, nettoyer } from '../texte';
import { lireFaits } from './faits';
import { libelleDe } from './libelles';
import { LONGUEUR_LUE, sortDuTexte, type SortDuTexte } from './sort';
import { troubleDe } from './trouble';
import type { Alentours, Fait, FaitLu, TexteDeFeuille } from './types';
import { voisinageDe, type Place, type TableauSitue } from './voisinage';

/** Une valeur s'écrit à quatre colonnes au plus de son libellé. */
const ECART_DE_LA_VALEUR = 4;
const LONGUEUR_CITEE = 300;
/** Au-delà, ce n'est plus un tableau et ses notes ; les lire toutes prendrait des secondes. */
const CARACTERES_LUS = 500_000;

/**
 * Le sort de chaque texte qui entoure un tableau : au-dessus et au-dessous, jusqu'aux tableaux voisins, de chaque côté, et le nom
 * de la feuille. On lit 40 lignes au-dessus, 60 au-dessous, 12 colonnes de côté ; plus loin, un texte est « hors de portée ».
 * @param autresTableaux les plages des autres tableaux de la feuille : leurs cellules ne sont pas lues
 */
export function lireAlentours(grille: Grille, tableau: TableauSitue, autresTableaux: readonly Plage[]): Alentours {
  const { places, notes, horsDePortee } = voisinageDe(grille, tableau, autresTableaux);
  const recueil = new Recueil();
  const lues = new Set<Place>();
  let caracteres = CARACTERES_LUS;
  const { valeurDe, estSansReponse } = chercheurDeValeurs(places, lues);
  for (const place of places) {
    if (lues.has(place) || estVide(place.texte)) continue;
    lues.add(place);
    const cellule = adresse(place.ligne, place.colonne);
    if (place.barree) {
      recueil.sansEffet.push(citer(place.texte, cellule, 'texte barré'));
      continue;
    }
    caracteres -= Math.min(place.texte.length, LONGUEUR_LUE);
    if (caracteres < 0) {
      recueil.nonCompris.push(citer(place.texte, cellule, 'n’est pas lu : il y a trop de texte autour du tableau'));
      continue;
    }
    const valeur = valeurDe(place);
    const lu = sortDuTexte(place.texte, valeur?.texte, place.surUneLigne);
    const sort = valeur || !estSansReponse(place) ? lu : { ...lu, faits: lu.faits.map(sansReponse) };
    if (sort.avecVoisin && valeur) {
      lues.add(valeur);
      recueil.ajouter(sort, adresse(valeur.ligne, valeur.colonne), valeur, { libelle: cellule });
    } else recueil.ajouter(sort, cellule, place);
  }
  for (const note of notes) {
    recueil.ajouter(sortDuTexte(note.texte, '', note.surUneLigne), adresse(note.ligne, note.colonne), note, {
      commentaire: true,
    });
  }
  for (const { texte, ligne, colonne } of horsDePortee)
    if (!estVide(texte)) recueil.sansEffet.push(citer(texte, adresse(ligne, colonne), 'hors de portée'));
  return recueil.rendre(grille.nom);
}

/**
 * La cellule qui donne la valeur d'un libellé : la suivante à droite, sinon celle du dessous si elle répond ; ni un autre
 * libellé, ni déjà lue. « PLH exécutoire » au-dessus de « Avis de la commission », sans rien à côté, est une case à remplir :
 * elle n'affirme rien.
 */
function chercheurDeValeurs(places: readonly Place[], lues: ReadonlySet<Place>) {
  const rang = new Map(places.map((place, i) => [place, i]));
  const parPlace = new Map(places.map((place) => [`${place.ligne},${place.colonne}`, place]));
  const sousOuSur = ({ ligne, colonne }: Place, ecart: number) => parPlace.get(`${ligne + ecart},${colonne}`);
  const convient = (place: Place | undefined) =>
    place !== undefined && !lues.has(place) && !place.barree && !estVide(place.texte) && !libelleDe(place.texte);
  const aDroite = (place: Place): Place | undefined => {
    const droite = places[rang.get(place)! + 1];
    return droite?.ligne === place.ligne && droite.colonne - place.colonne <= ECART_DE_LA_VALEUR ? droite : undefined;
  };
  const valeurDe = (place: Place): Place | undefined => {
    const droite = aDroite(place);
    if (convient(droite)) return droite;
    if (!attendUneValeur(place.texte)) return undefined;
    const dessous = sousOuSur(place, 1);
    return dessous && convient(dessous) && repond(place.texte, dessous.texte) ? dessous : undefined;
  };
  const estSansReponse = (place: Place): boolean =>
    libelleDe(place.texte) !== null &&
    aDroite(place) === undefined &&
    [-1, 1].some((ecart) => {
      const voisine = sousOuSur(place, ecart);
      return voisine !== undefined && libelleDe(voisine.texte) !== null && lireFaits(voisine.texte).length === 0;
    });
  return { valeurDe, estSansReponse };
}

/** Sous un libellé resté sans valeur, un texte quelconque n'en est pas une. */
const repond = (libelle: string, texte: string): boolean =>
  sortDuTexte(libelle, texte).faits.some(({ valeur }) => valeur !== null) ||
  troubleDe(`${libelle} : ${texte}`) !== null;

const sansReponse = (fait: FaitLu): FaitLu =>
  fait.quoi === 'plh' || fait.quoi === 'avis' ? { ...fait, valeur: null } : fait;

const attendUneValeur = (texte: string): boolean => libelleDe(texte) !== null || /^avis$/i.test(texte.trim());

const citer = (texte: string, cellule: string, motif: string): TexteDeFeuille => ({
  texte: abreger(nettoyer(texte), LONGUEUR_CITEE),
  cellule,
  motif,
});

interface Origine {
  /** La cellule du libellé. */
  readonly libelle?: string;
  readonly commentaire?: true;
}

class Recueil {
  readonly sansEffet: TexteDeFeuille[] = [];
  readonly nonCompris: TexteDeFeuille[] = [];
  private readonly faits: { readonly fait: Fait; readonly distance: Place['distance'] }[] = [];

  ajouter(sort: SortDuTexte, cellule: string, place: Place, { libelle, commentaire }: Origine = {}): void {
    const cite = (texte: string, motif: string) => ({
      ...citer(texte, cellule, commentaire ? `commentaire : ${motif}` : motif),
      ...(commentaire && { commentaire }),
    });
    for (const fait of sort.faits) {
      const situe = { ...fait, cellule, lieu: place.lieu, ...(libelle === undefined ? {} : { libelle }) };
      this.faits.push({ fait: situe, distance: place.distance });
    }
    for (const { texte, motif } of sort.nonCompris) this.nonCompris.push(cite(texte, motif));
    if (sort.sansEffet) this.sansEffet.push(cite(place.texte, sort.sansEffet));
  }

  rendre(feuille: string): Alentours {
    const ranges = [...this.faits].sort((a, b) => a.distance[0] - b.distance[0] || a.distance[1] - b.distance[1]);
    const sort = sortDuTexte(feuille.slice(0, LONGUEUR_LUE).replace(/_/g, ' '));
    const deLaFeuille = sort.faits.map((fait): Fait => ({ ...fait, cellule: '', lieu: 'feuille' }));
    const nonCompris = sort.nonCompris.map(({ texte, motif }) => citer(texte, '', motif));
    const sansEffet = sort.sansEffet && !estVide(feuille) ? [citer(feuille, '', 'nom de la feuille')] : [];
    return {
      faits: [...ranges.map(({ fait }) => fait), ...deLaFeuille],
      sansEffet: [...this.sansEffet, ...sansEffet],
      nonCompris: [...this.nonCompris, ...nonCompris],
    };
  }
}
