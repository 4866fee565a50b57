import { nettoyer, type Grille } from '../../tableau';
import { feuilleDeCsv } from './csv';
import { decompresser } from './decompresser';
import { lireDocx } from './docx/lire-docx';
import { decoder } from './encodage';
import { ErreurDeFichier, formatNonLu, ILLISIBLE, VIDE } from './erreur';
import { grilleDeFeuilleLue } from './feuille-lue';
import { classeurOle, conteneurDe, formatDArchive } from './format';
import { formatDeTexte } from './format-de-texte';
import { gardesDe, type Gardes } from './gardes';
import { lireHtml } from './html';
import { borner, phraseTropLongue } from './limites';
import { pagesDe } from './mhtml';
import { lireOds } from './ods';
import { lireXls, lireXlsx } from './sheetjs';
import { lireXml2003 } from './xml-2003';

export interface ClasseurLu {
  readonly feuilles: readonly Grille[];
  /** Ce que des compléments Office gardent dans le classeur ; vide ailleurs que dans un xlsx. */
  readonly gardes: Gardes;
}

/** Ce qu'on veut d'un classeur. */
export interface Choix {
  /** Cette feuille seule, à son nom tel qu'il se voit. */
  readonly feuille?: string | null;
}

/**
 * Lit le contenu d'un classeur xlsx, xlsm, xls, ods, fods, XML 2003, csv, d'une page HTML ou d'un contrat préparé par l'outil (docx), sans recalculer ses formules : leurs valeurs
 * en cache. Son format se lit à ses octets, non à son nom. `nom` est celui de la feuille d'un csv ou d'une page.
 * Lève `ErreurDeFichier` si le contenu est vide, chiffré, tronqué, démesuré ou d'un autre format, si la feuille voulue n'y est pas, ou si
 * toutes celles qu'on veut ont trop de lignes ; une feuille trop longue parmi d'autres est rendue, et le dit (`tropLongue`).
 */
export async function lireContenu(
  octets: Uint8Array,
  nom: string,
  { feuille = null }: Choix = {},
): Promise<ClasseurLu> {
  if (octets.length === 0) throw new ErreurDeFichier(VIDE);
  borner('octets', octets.length);
  const { feuilles, gardes } = await lire(octets, nom, feuille);
  const voulues = choisir(feuilles, feuille);
  const [premiere] = voulues;
  if (premiere?.tropLongue !== undefined && voulues.every((g) => g.tropLongue !== undefined)) {
    throw new ErreurDeFichier(phraseTropLongue(nettoyer(premiere.nom), premiere.tropLongue));
  }
  return { feuilles: voulues.map((grille) => ({ ...grille, nom: nettoyer(grille.nom) })), gardes };
}

async function lire(octets: Uint8Array, nom: string, feuille: string | null): Promise<ClasseurLu> {
  switch (conteneurDe(octets)) {
    case 'archive': {
      const parties = await decompresser(octets);
      const format = formatDArchive(parties);
      if (format === 'docx') return { feuilles: [grilleDeFeuilleLue(lireDocx(parties))], gardes: {} };
      if (format === 'ods') {
        const [contenu, styles] = ['content.xml', 'styles.xml'].map((p) => new TextDecoder().decode(parties.get(p)));
        return { feuilles: lireOds(contenu!, styles).map(grilleDeFeuilleLue), gardes: {} };
      }
      return { feuilles: lireXlsx(parties, feuille), gardes: gardesDe(parties) };
    }
    case 'ole': {
      const { conteneur, flux } = ouvrirOle(octets);
      return { feuilles: lireXls(conteneur, flux), gardes: {} };
    }
    case 'texte':
      borner('octetsDeTexte', octets.length);
      return { feuilles: feuillesDeTexte(decoder(octets), nom).map(grilleDeFeuilleLue), gardes: {} };
  }
}

function ouvrirOle(octets: Uint8Array): ReturnType<typeof classeurOle> {
  try {
    return classeurOle(octets);
  } catch (erreur) {
    throw erreur instanceof ErreurDeFichier ? erreur : new ErreurDeFichier(ILLISIBLE);
  }
}

function feuillesDeTexte(texte: string, nom: string) {
  switch (formatDeTexte(texte)) {
    case 'fods':
      return lireOds(texte);
    case 'xml 2003':
      return lireXml2003(texte);
    case 'html':
      return pages([texte], nom, 'une page web sans tableau');
    case 'mhtml':
      return pages(pagesDe(texte), nom, 'une page web en un fichier (MHTML), sans tableau');
    case 'csv':
      return [feuilleDeCsv(texte, nom)];
  }
}

function pages(textes: readonly string[], nom: string, sinon: string) {
  const feuilles = textes.flatMap((texte) => lireHtml(texte, nom));
  if (feuilles.length === 0) throw new ErreurDeFichier(formatNonLu(sinon));
  return feuilles.map((f, i) => (feuilles.length === 1 ? f : { ...f, nom: `${nom} (${i + 1})` }));
}

function choisir(feuilles: readonly Grille[], voulue: string | null): readonly Grille[] {
  if (voulue === null) return feuilles;
  const choisies = feuilles.filter((g) => [g.nom, nettoyer(g.nom)].includes(voulue));
  if (choisies.length > 0) return choisies;
  const noms = feuilles.map((g) => `« ${nettoyer(g.nom)} »`).join(', ');
  throw new ErreurDeFichier(`Feuille « ${voulue} » introuvable ; feuilles du classeur : ${noms}.`);
}
