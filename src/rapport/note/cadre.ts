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

/** Les contrôles d'un fichier, et les réserves que ses feuilles portent sur leurs chiffres. */
export interface Dossier {
  readonly titre: string;
  readonly controles: readonly Controle[];
  readonly reserves: readonly string[];
}

export const nomDe = ({ ligne }: LigneEvaluee): string => ligne.commune || ligne.codeInsee || ligne.cellule('commune');

/** Une commune dont les manquants sont inconnus est tenue pour déficitaire. */
export const estDeficitaire = ({ manquants }: LigneEvaluee): boolean => manquants?.numerateur !== 0;

export const superieur = (f: Fraction | null, sinon = '?'): string => (f ? ecrire(arrondir(f, 'SUPERIEUR')) : sinon);

const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** @example ecrireDate('2026-11-22') // « 22 novembre 2026 » */
export const ecrireDate = (date: string): string => JOUR.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1er ');
