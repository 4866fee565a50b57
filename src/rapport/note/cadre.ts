import type { Annuaire } from '../../annuaire/annuaire';
import type { Droit } from '../../droit';
import { arrondir, ecrire, type Fraction } from '../../nombres';
import type { Avis, Controle, LigneEvaluee } from '../../tableau';

/** Ce que la note tient d'ailleurs que des tableaux. */
export interface Cadre {
  /** Le jour où la note est établie, AAAA-MM-JJ. */
  readonly date: string;
  /** La version de l'outil. */
  readonly version: string;
  readonly droit: Droit;
  readonly plh: boolean | null;
  readonly avis: Avis | null;
  readonly annuaire: Annuaire;
}

/** Les contrôles d'un fichier, et les réserves que ses feuilles portent sur leurs chiffres ; ou ce qui l'a rendu illisible. */
export interface Dossier {
  readonly titre: string;
  readonly controles: readonly Controle[];
  readonly reserves: readonly string[];
  readonly erreur: string | null;
}

/** Une commune dont les manquants sont inconnus est tenue pour déficitaire. */
export const estDeficitaire = ({ manquants }: LigneEvaluee): boolean => manquants?.numerateur !== 0;

export const superieur = (f: Fraction | null, sinon = '?'): string => (f ? ecrire(arrondir(f, 'SUPERIEUR')) : sinon);
