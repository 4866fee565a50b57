import type { Annuaire } from '../../annuaire/annuaire';
import type { Constat, Contexte, Controle, LigneEvaluee } from '../../tableau';

export { superieur } from '../mots';

/** Ce que la note tient d'ailleurs que des tableaux. */
export interface Cadre {
  /** Le jour où la note est établie, AAAA-MM-JJ. */
  readonly date: string;
  /** La version de l'outil. */
  readonly version: string;
  readonly annuaire: Annuaire;
}

/** Le cadre d'un chapitre : ce que la note sait, et le contexte du tableau dont il parle. */
export type CadreDuTableau = Cadre & Contexte;

/** Les contrôles d'un fichier, et les réserves que ses feuilles portent sur leurs chiffres ; ou ce qui l'a rendu illisible. */
export interface Dossier {
  readonly titre: string;
  readonly controles: readonly Controle[];
  readonly reserves: readonly string[];
  readonly erreur: string | null;
}

/** Une commune dont les manquants sont inconnus est tenue pour déficitaire. */
export const estDeficitaire = ({ manquants }: LigneEvaluee): boolean => manquants?.numerateur !== 0;

/** Les constats de chaque ligne : deux communes peuvent porter le même nom. */
export function constatsParLigne({ constats }: Pick<Controle, 'constats'>): ReadonlyMap<number, readonly Constat[]> {
  const parLigne = new Map<number, Constat[]>();
  for (const constat of constats) {
    if (!constat.ligne) continue;
    const siens = parLigne.get(constat.ligne.ligne);
    if (siens) siens.push(constat);
    else parLigne.set(constat.ligne.ligne, [constat]);
  }
  return parLigne;
}
