import { ErreurHote } from './erreurs';
import { type Exigence, type Objet } from './objets/cadre';
import { type Repere } from './modele/feuilles';
import { type Modele } from './modele/modele';
import { Evenements } from './evenements';
import { type Ennuis } from './ennuis';
import { Journal } from './journal';

/** Les ensembles d'API que l'hôte déclare. */
export type Exigences = Readonly<Record<string, string>>;

export const EXIGENCES_PAR_DEFAUT: Exigences = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.8',
  RibbonApi: '1.2',
};

/** Excel plus ancien : ExcelApi 1.9 ne connaît pas les commentaires. */
export const EXCEL_ANCIEN: Exigences = { ...EXIGENCES_PAR_DEFAUT, ExcelApi: '1.10' };
export const EXCEL_SANS_COMMENTAIRES: Exigences = { ...EXIGENCES_PAR_DEFAUT, ExcelApi: '1.9' };

const versionAuMoins = (declaree: string, voulue: string) => {
  const [majeure = 0, mineure = 0] = declaree.split('.').map(Number);
  const [m = 0, n = 0] = voulue.split('.').map(Number);
  return majeure > m || (majeure === m && mineure >= n);
};

/** Un classeur ouvert, et ce que l'hôte en sait d'une requête à l'autre. */
export class Hote {
  readonly evenements: Evenements;
  readonly journal = new Journal();
  /** Objets gardés par le complément d'une requête à l'autre. */
  readonly references = new Map<string, Objet>();
  classeurProtege = false;
  nomDuClasseur = 'Classeur.xlsx';
  /** Reçoit ce que les services internes de la bibliothèque demandent (résultats de fonctions, volet à montrer). */
  readonly services = new Map<string, (args: readonly unknown[]) => unknown>();
  #references = 0;
  readonly #identifiants = new WeakMap<Objet, string>();

  constructor(
    readonly modele: Modele,
    readonly exigences: Exigences = EXIGENCES_PAR_DEFAUT,
    public ennuis: Ennuis = {},
  ) {
    this.evenements = new Evenements(modele);
  }

  connait(exigence: Exigence): boolean {
    const [ensemble, version] = exigence.includes(' ') ? exigence.split(' ') : ['ExcelApi', exigence];
    const declaree = this.exigences[ensemble ?? ''];
    return declaree !== undefined && versionAuMoins(declaree, version ?? '');
  }

  garder(objet: Objet): string {
    const connu = this.referenceDe(objet);
    if (connu !== undefined) return connu;
    const id = `ref${++this.#references}`;
    this.references.set(id, objet);
    this.#identifiants.set(objet, id);
    return id;
  }

  referenceDe(objet: Objet): string | undefined {
    return this.#identifiants.get(objet);
  }

  /** Les plages que le complément garde : elles suivent leurs cellules. */
  reperesGardes(): Set<Repere> {
    return new Set([...this.references.values()].flatMap((objet) => this.#reperesDe(objet)));
  }

  #reperesDe(objet: Objet | undefined): readonly Repere[] {
    return objet?.definition.reperes?.(objet.cible) ?? [];
  }

  /** Le complément n'en a plus l'usage. */
  oublier(id: string): void {
    const objet = this.references.get(id);
    this.references.delete(id);
    for (const repere of this.#reperesDe(objet)) this.modele.reperes.delete(repere);
  }

  reference(id: string): Objet {
    const objet = this.references.get(id);
    if (!objet) throw new ErreurHote('InvalidReference');
    return objet;
  }
}
