import type { Droit } from '../droit';
import { controler, grilleDeValeurs, trouverTableaux, type Contexte, type Controle, type Tableau } from '../tableau';
import { accepter, lireAvis, lireDroit, lireReponse } from './arguments';
import { ErreurDeCellule, valeurSeule, type Plage } from './valeurs';

/** Le premier tableau d'une plage. */
export function tableauDe(plage: Plage, droit: Droit): Tableau {
  const tableau = trouverTableaux(grilleDeValeurs(plage ?? []), droit)[0];
  if (tableau) return tableau;
  const attendu =
    'une plage avec sa ligne d’en-têtes (commune, et au moins deux colonnes comme résidences principales, logements sociaux, taux cible, objectif) et au moins une commune';
  throw new ErreurDeCellule('#VALEUR!', `tableau : aucun tableau reconnu, attendu ${attendu}.`);
}

/** Le contrôle d'une plage, avec l'annuaire des communes, chargé au premier appel. */
export async function controlerPlage(plage: Plage, contexte: Omit<Contexte, 'annuaire'>): Promise<Controle> {
  const tableau = tableauDe(plage, contexte.droit);
  const { ANNUAIRE: annuaire } = await import('../annuaire');
  return accepter(controler(tableau, { ...contexte, annuaire }));
}

/** Le contrôle d'un tableau de mutualisation, tel que l'agent le précise par ses arguments. */
export const controlerMutualisation = async (
  tableau: Plage,
  plh: Plage,
  avis: Plage,
  periode: Plage,
): Promise<Controle> =>
  controlerPlage(tableau, {
    contrat: 'cims',
    plh: lireReponse('plh', valeurSeule('plh', plh)),
    avis: lireAvis(valeurSeule('avis', avis)),
    droit: lireDroit(valeurSeule('periode', periode)),
  });

/** Le verdict en capitales, avec le nombre de constats qui le fondent. */
export function verdictEnMots({ verdict, constats }: Controle): string {
  if (verdict === 'conforme') return 'CONFORME';
  const bloque = verdict === 'non conforme';
  const nombre = constats.filter((c) => (bloque ? c.gravite === 'bloquant' : c.empecheDeConclure)).length;
  return bloque ? `NON CONFORME (${nombre})` : `INDÉTERMINÉ (${nombre})`;
}
