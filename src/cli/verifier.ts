import type { Droit } from '../droit';
import { ANNUAIRE } from '../annuaire';
import { ErreurDeFichier, lireClasseur } from '../classeur/fichier';
import { estRefus, phraseDuRefus } from '../regles';
import { reservesDe } from '../rapport/reserves';
import { resultatTableau, verdictDuFichier, type ResultatFichier } from '../rapport/resultat';
import {
  contratSuppose,
  controler,
  trouverEntetes,
  trouverTableaux,
  type Avis,
  type Contrat,
  type Controle,
  type Correspondances,
  type Grille,
} from '../tableau';

/** Ce que l'agent précise ; ce qu'il tait a le sens que dit l'aide. */
export interface OptionsVerifier {
  readonly droit: Droit;
  readonly contrat: Contrat | null;
  readonly plh: boolean | null;
  readonly avis: Avis | null;
  readonly feuille: string | null;
  readonly colonnes: Correspondances;
}

/** Un fichier contrôlé : ses contrôles, ou la phrase qui dit pourquoi il n'y en a pas. */
export interface FichierControle {
  readonly fichier: string;
  readonly controles: readonly Controle[];
  /** Ce que ses feuilles disent de leurs propres chiffres (« reconstitution »…). */
  readonly reserves: readonly string[];
  readonly erreur: string | null;
}

/** Contrôle tous les tableaux d'un fichier ; ne lève pas : un fichier illisible rend sa phrase. */
export async function controlerFichier(fichier: string, options: OptionsVerifier): Promise<FichierControle> {
  try {
    const grilles = choisir(await lireClasseur(fichier), options.feuille);
    const tableaux = grilles.flatMap((grille) => trouverTableaux(grille, options.droit, options.colonnes));
    if (tableaux.length === 0) throw new ErreurDeFichier(raisonDuVide(grilles, options));
    const controles = tableaux.map((tableau) => {
      const { droit, plh, avis } = options;
      const controle = controler(tableau, {
        droit,
        contrat: options.contrat ?? contratSuppose(tableau),
        plh,
        avis,
        annuaire: ANNUAIRE,
      });
      if (estRefus(controle)) throw new ErreurDeFichier(phraseDuRefus(controle));
      return controle;
    });
    const tenues = new Set(tableaux.map((t) => t.feuille));
    const reserves = grilles.filter((g) => tenues.has(g.nom)).flatMap(reservesDe);
    return { fichier, controles, reserves, erreur: null };
  } catch (erreur) {
    if (erreur instanceof ErreurDeFichier) return { fichier, controles: [], reserves: [], erreur: erreur.message };
    throw erreur;
  }
}

export function resultatFichier({ fichier, controles, erreur }: FichierControle, droit: Droit): ResultatFichier {
  const verdict = verdictDuFichier(controles.map((c) => c.verdict));
  const tableaux = controles.map((c) => resultatTableau(c, droit));
  return erreur === null ? { fichier, verdict, tableaux } : { fichier, verdict, erreur, tableaux };
}

/** Des en-têtes sans commune ne sont pas « aucun tableau » : l'agent doit savoir qu'ils ont été vus. */
function raisonDuVide(grilles: readonly Grille[], { colonnes }: OptionsVerifier): string {
  const entamee = grilles.find((grille) => trouverEntetes(grille, colonnes).length > 0);
  return entamee
    ? `Le tableau de la feuille « ${entamee.nom} » n’a aucune commune : il reste à remplir.`
    : AUCUN_TABLEAU;
}

const AUCUN_TABLEAU =
  'Aucun tableau de communes reconnu : il faut une ligne d’en-têtes avec la commune (ou son code INSEE) et au moins deux autres colonnes connues (résidences principales, logements sociaux, taux cible, objectif…). Nommer une colonne à la main : --colonne "En-tête=objectif_contrat".';

function choisir(grilles: readonly Grille[], feuille: string | null): readonly Grille[] {
  if (feuille === null) return grilles;
  const choisies = grilles.filter((g) => g.nom === feuille);
  if (choisies.length > 0) return choisies;
  throw new ErreurDeFichier(
    `Feuille « ${feuille} » introuvable ; feuilles du classeur : ${grilles.map((g) => `« ${g.nom} »`).join(', ')}.`,
  );
}
