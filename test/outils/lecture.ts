import { REFERENTIEL } from '../../src/referentiel';
import { ErreurDeFichier, lireContenu } from '../../src/classeur/contenu';
import { ecrirePeriode } from '../../src/droit';
import { versNombre } from '../../src/nombres';
import { estRefus, phraseDuRefus } from '../../src/regles';
import {
  contratDe,
  controlerClasseur,
  grilleDeValeurs,
  lignesEvaluees,
  lirePrecisions,
  preciser,
  type Avis,
  type Cellule,
  type Constat,
  type Contrat,
  type Controle,
  type Grille,
  type Note,
  type Plage,
} from '../../src/tableau';

export type Valeur = Cellule | string | number | boolean | null;

/** Une feuille d'un classeur d'essai, telle qu'on la verrait. */
export interface Feuille {
  readonly nom: string;
  readonly cellules: readonly (readonly Valeur[])[];
  readonly fusions?: readonly Plage[];
  readonly masquee?: boolean;
  /** Les lignes masquées ou filtrées, comptées de zéro. */
  readonly lignesMasquees?: readonly number[];
  /** Les commentaires de ses cellules. */
  readonly notes?: readonly Note[];
}

/** Ce que l'agent précise de lui-même, comme les options de `verifier`. */
export interface Precisions {
  readonly periode?: string;
  readonly plh?: boolean;
  readonly avis?: Avis;
  readonly contrat?: Contrat;
}

export type Issue = 'conforme' | 'non conforme' | 'indetermine' | 'rien a controler';

/** Ce que le produit dit d'un fichier. */
export interface Jugement {
  /** Le plus sévère des tableaux ; `null` si le fichier est refusé. */
  readonly verdict: Issue | null;
  /** Les communes et les totaux du tableau qui porte un contrat, à défaut du premier. */
  readonly lignes: number;
  readonly communes: readonly string[];
  readonly codes: readonly (string | null)[];
  readonly manquants: readonly (number | null)[];
  readonly totalReference: number | null;
  readonly totalContrat: number | null;
  readonly periode: string | null;
  readonly constats: readonly Constat[];
  readonly erreur?: string;
}

/** Juge un classeur fait de feuilles. */
export const juger = (feuilles: readonly Feuille[], precisions: Precisions = {}): Jugement =>
  sansRefus(() => jugerGrilles(feuilles.map(grilleDe), precisions));

/** Juge un fichier à ses octets : csv, html, xml… */
export async function jugerTexte(octets: Uint8Array, nom: string, precisions: Precisions = {}): Promise<Jugement> {
  let lu: Awaited<ReturnType<typeof lireContenu>>;
  try {
    lu = await lireContenu(octets, nom);
  } catch (erreur) {
    return sansRefus(() => {
      throw erreur;
    });
  }
  return sansRefus(() => jugerGrilles(lu.feuilles, precisions));
}

function grilleDe({ nom, cellules, fusions, masquee, lignesMasquees, notes }: Feuille): Grille {
  const grille = grilleDeValeurs(cellules, nom, fusions);
  const masquees = new Set(lignesMasquees);
  return {
    ...grille,
    ...(masquee && { masquee }),
    ...(notes && { notes }),
    ...(lignesMasquees && { ligneMasquee: (ligne: number) => masquees.has(ligne) }),
  };
}

/** Le seul endroit des essais de lecture qui appelle le produit. */
function jugerGrilles(grilles: readonly Grille[], precisions: Precisions, gardes?: unknown): Jugement {
  const { tableaux, verdict } = controlerClasseur(grilles, preciser(lirePrecisions(gardes), precisions), REFERENTIEL);
  if (tableaux.length === 0) throw new ErreurDeFichier('Aucun tableau de communes reconnu.');
  const controles = tableaux.map(({ resultat }): Controle => {
    if (estRefus(resultat)) throw new ErreurDeFichier(phraseDuRefus(resultat));
    return resultat;
  });
  const principal = controles.find((c) => contratDe(c) !== 'aucun') ?? controles[0]!;
  const { droit } = principal.contexte;
  const lignes = lignesEvaluees(principal, droit);
  const totaux = principal.nature === 'objectifs' ? principal.totaux : { reference: null, contrat: null };
  return {
    verdict,
    lignes: lignes.length,
    communes: lignes.map(({ ligne }) => ligne.commune),
    codes: lignes.map(({ ligne }) => ligne.codeInsee),
    manquants: lignes.map(({ manquants }) => manquants && versNombre(manquants)),
    totalReference: totaux.reference && versNombre(totaux.reference),
    totalContrat: totaux.contrat,
    periode: droit.periode && ecrirePeriode(droit.periode),
    constats: controles.flatMap((c) => c.constats),
  };
}

const VIDE = { lignes: 0, communes: [], codes: [], manquants: [], totalReference: null, totalContrat: null };

function sansRefus(faire: () => Jugement): Jugement {
  try {
    return faire();
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeFichier)) throw erreur;
    return { ...VIDE, verdict: null, periode: null, constats: [], erreur: erreur.message };
  }
}
