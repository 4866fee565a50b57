import type { Annuaire } from '../annuaire/annuaire';
import { epciDuTableau, epcisDesLignes, type Controle, type LigneEvaluee } from '../tableau';

/** Une intercommunalité, celle que le tableau écrit à défaut de la connaître, `null` s'il n'en dit rien ; et ses communes. */
export interface Groupement {
  readonly epci: string | null;
  readonly lignes: readonly LigneEvaluee[];
}

/** Une mutualisation n'a qu'un EPCI, celui que la plupart partagent ; ailleurs, chaque commune relève du sien. */
export function groupementsDe({ contrat, lignes, tableau }: Controle, annuaire: Annuaire): readonly Groupement[] {
  if (contrat === 'cims') return [{ epci: epciDuTableau(tableau.lignes, annuaire), lignes }];
  const epcis = epcisDesLignes(tableau.lignes, annuaire);
  const groupes = new Map<string | null, LigneEvaluee[]>();
  for (const evaluee of lignes) {
    const epci = (epcis.get(evaluee.ligne) ?? evaluee.ligne.epci) || null;
    const groupe = groupes.get(epci);
    if (groupe) groupe.push(evaluee);
    else groupes.set(epci, [evaluee]);
  }
  return [...groupes].map(([epci, membres]) => ({ epci, lignes: membres }));
}

const NOMS_AU_PLUS = 5;

/** Le nom de l'intercommunalité, ou des intercommunalités ; vide si aucune n'est reconnue. */
export function epcisEnMots(controle: Controle, annuaire: Annuaire): string {
  const noms = groupementsDe(controle, annuaire).flatMap(({ epci }) => epci ?? []);
  return noms.length <= NOMS_AU_PLUS ? noms.join(' ; ') : `${noms.length} intercommunalités`;
}
