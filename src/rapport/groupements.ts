import type { Annuaire } from '../annuaire/annuaire';
import { contratDe, epciDuTableau, epcisDesLignes, type Controle, type Ligne } from '../tableau';

/** Une intercommunalité, celle que le tableau écrit à défaut de la connaître, `null` s'il n'en dit rien ; et ses communes. */
export interface Groupement {
  readonly epci: string | null;
  readonly lignes: readonly Ligne[];
}

/** Une mutualisation n'a qu'un EPCI, celui que la plupart partagent ; ailleurs, chaque commune relève du sien. */
export function groupementsDe(controle: Controle, annuaire: Annuaire): readonly Groupement[] {
  const { lignes } = controle.tableau;
  if (contratDe(controle) === 'cims') return [{ epci: epciDuTableau(lignes, annuaire), lignes }];
  const epcis = epcisDesLignes(lignes, annuaire);
  const groupes = new Map<string | null, Ligne[]>();
  for (const ligne of lignes) {
    const epci = (epcis.get(ligne) ?? ligne.epci) || null;
    const groupe = groupes.get(epci);
    if (groupe) groupe.push(ligne);
    else groupes.set(epci, [ligne]);
  }
  return [...groupes].map(([epci, membres]) => ({ epci, lignes: membres }));
}

const NOMS_AU_PLUS = 5;

/** Le nom de l'intercommunalité, ou des intercommunalités ; vide si aucune n'est reconnue. */
export function epcisEnMots(controle: Controle, annuaire: Annuaire): string {
  const noms = groupementsDe(controle, annuaire).flatMap(({ epci }) => epci ?? []);
  return noms.length <= NOMS_AU_PLUS ? noms.join(' ; ') : `${noms.length} intercommunalités`;
}
