import { ecrirePeriode, type Droit } from '../droit';
import {
  SANS_PRECISION,
  type Avis,
  type Controle,
  type Ligne,
  type Precisions,
  type Tableau,
  type TableauJuge,
} from '../tableau';
import { accepter } from './arguments';
import { ErreurDeCellule, type Plage } from './valeurs';

/** Le tableau d'une plage, le seul, lu comme dans une feuille ; la lecture et le référentiel se chargent au premier appel. */
export async function tableauDe(plage: Plage, precisions: Partial<Precisions> = {}): Promise<TableauJuge> {
  const [{ REFERENTIEL }, { controlerClasseur, grilleDeValeurs }] = await Promise.all([
    import('../referentiel'),
    import('../tableau'),
  ]);
  const grille = grilleDeValeurs(plage ?? []);
  const [juge, autre] = controlerClasseur([grille], { ...SANS_PRECISION, ...precisions }, REFERENTIEL).tableaux;
  if (autre)
    throw new ErreurDeCellule(
      '#VALEUR!',
      'tableau : reçu plusieurs tableaux dans la plage, attendu un seul à la fois.',
    );
  if (juge) return juge;
  const attendu =
    'une plage avec sa ligne d’en-têtes (commune, et au moins deux colonnes comme résidences principales, logements sociaux, taux cible, objectif) et au moins une commune';
  throw new ErreurDeCellule('#VALEUR!', `tableau : aucun tableau reconnu, attendu ${attendu}.`);
}

/** Des colonnes en regard d'une plage : leur en-tête à la hauteur du sien, chaque rangée à celle de sa ligne, vide ailleurs. */
export function enRegard(
  plage: Plage,
  { ligneEntete }: Tableau,
  entetes: readonly string[],
  rangees: readonly (readonly [Ligne, readonly unknown[]])[],
): unknown[][] {
  const colonnes = (plage ?? []).map(() => entetes.map((): unknown => ''));
  colonnes[ligneEntete] = [...entetes];
  for (const [{ ligne }, rangee] of rangees) colonnes[ligne] = [...rangee];
  return colonnes;
}

export const periodeDe = ({ periode }: Droit): string | null => periode && ecrirePeriode(periode);

/** Le contrôle d'une plage : la fonction ne voit qu'elle, ni les titres ni les notes de la feuille. */
export const controlerPlage = async (plage: Plage, precisions: Partial<Precisions>): Promise<Controle> =>
  accepter((await tableauDe(plage, precisions)).resultat);

/** Le contrôle d'un tableau de mutualisation, tel que l'agent le précise par ses arguments. */
export const controlerMutualisation = (
  tableau: Plage,
  plh: boolean | null,
  avis: Avis | null,
  droit: Droit,
): Promise<Controle> => controlerPlage(tableau, { contrat: 'cims', plh, avis, periode: periodeDe(droit) });

/** Le verdict en capitales, avec le nombre de constats qui le fondent. */
export function verdictEnMots({ verdict, constats }: Controle): string {
  if (verdict === 'conforme') return 'CONFORME';
  if (verdict === 'rien a controler') return 'RIEN À CONTRÔLER';
  const bloque = verdict === 'non conforme';
  const nombre = constats.filter((c) => (bloque ? c.gravite === 'bloquant' : c.empecheDeConclure)).length;
  return bloque ? `NON CONFORME (${nombre})` : `INDÉTERMINÉ (${nombre})`;
}

export const VERDICT_RENDU =
  '« CONFORME », « NON CONFORME (n) », « INDÉTERMINÉ (n) » ou « RIEN À CONTRÔLER », n étant le nombre de constats en cause ; #VALEUR! si aucun tableau n’est reconnu.';
