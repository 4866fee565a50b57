import { ErreurDeFichier, lireClasseur } from '../classeur/fichier';
import { estRefus, phraseDuRefus } from '../regles';
import { REFERENTIEL } from '../referentiel';
import { reservesDe } from '../rapport/reserves';
import { resultatTableau, type ResultatFichier } from '../rapport/resultat';
import {
  CLE_DES_PRECISIONS,
  controlerClasseur,
  lirePrecisions,
  preciser,
  type Controle,
  type Grille,
  type Precisions,
  type Verdict,
} from '../tableau';

/** Ce que l'agent précise ; ce qu'il tait se lit dans le classeur, sinon a le sens que dit l'aide. */
export interface OptionsVerifier {
  readonly precisions: Partial<Precisions>;
  readonly feuille: string | null;
}

/** Un fichier contrôlé : ses contrôles, ou la phrase qui dit pourquoi il n'y en a pas. */
export interface FichierControle {
  readonly fichier: string;
  readonly verdict: Verdict | null;
  readonly controles: readonly Controle[];
  /** Ce que ses feuilles disent de leurs propres chiffres (« reconstitution »…). */
  readonly reserves: readonly string[];
  readonly erreur: string | null;
}

/**
 * Contrôle tous les tableaux d'un fichier, avec ce que l'agent y a précisé dans le volet ; ne lève pas : un fichier illisible rend sa
 * phrase.
 */
export async function controlerFichier(fichier: string, options: OptionsVerifier): Promise<FichierControle> {
  const illisible = (erreur: string): FichierControle => ({
    fichier,
    verdict: null,
    controles: [],
    reserves: [],
    erreur,
  });
  try {
    const { feuilles, gardes } = await lireClasseur(fichier, { feuille: options.feuille });
    const precisions = preciser(lirePrecisions(gardes[CLE_DES_PRECISIONS]), options.precisions);
    const { tableaux, vierges, verdict } = controlerClasseur(feuilles, precisions, REFERENTIEL);
    if (tableaux.length === 0) return illisible(raisonDuVide(feuilles, vierges));
    const refus = tableaux.flatMap(({ resultat }) => (estRefus(resultat) ? [phraseDuRefus(resultat)] : []));
    const controles = tableaux.flatMap(({ resultat }) => (estRefus(resultat) ? [] : [resultat]));
    if (refus.length > 0 && controles.length === 0) return illisible(refus[0]!);
    const tenues = new Set(tableaux.flatMap(({ tableau }) => tableau.pieces.map((piece) => piece.feuille)));
    const reserves = feuilles.filter((g) => tenues.has(g.nom)).flatMap(reservesDe);
    return { fichier, verdict, controles, reserves, erreur: refus[0] ?? null };
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) return illisible(erreur.message);
    return illisible(IMPREVUE);
  }
}

export function resultatFichier({ fichier, controles, verdict, erreur }: FichierControle): ResultatFichier {
  const tableaux = controles.map(resultatTableau);
  return erreur === null ? { fichier, verdict, tableaux } : { fichier, verdict, erreur, tableaux };
}

/** Des en-têtes sans commune ne sont pas « aucun tableau » : l'agent doit savoir qu'ils ont été vus. */
function raisonDuVide(feuilles: readonly Grille[], [vierge]: readonly string[]): string {
  if (vierge !== undefined) return `Le tableau de la feuille « ${vierge} » n’a aucune commune : il reste à remplir.`;
  const longue = feuilles.find((g) => g.tropLongue !== undefined);
  return longue ? tropLongue(longue) : AUCUN_TABLEAU;
}

const tropLongue = ({ nom, tropLongue: lignes }: Grille): string =>
  `La feuille « ${nom} » compte ${lignes} lignes, plus que le contrôle n’en lit : la réduire aux lignes utiles.`;

/** Un fichier qui fait échouer le contrôle n'emporte pas le dossier. */
const IMPREVUE =
  'Le contrôle de ce fichier a échoué sur une erreur imprévue du programme : aucun verdict. Le signaler, avec le fichier.';

const AUCUN_TABLEAU =
  'Aucun tableau de communes reconnu : il faut une ligne d’en-têtes avec la commune (ou son code INSEE) et au moins deux autres colonnes connues (résidences principales, logements sociaux, taux cible, objectif…). Nommer une colonne à la main : --colonne "En-tête=objectif_contrat".';
