import {
  type FUniver,
  type Workbook,
  type Worksheet,
  IUniverInstanceService,
  UniverInstanceType,
} from '@univerjs/presets';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { type Modele } from './hote';
import { ecrireZone, uneCellule } from '../hote/adresses';

/** Le classeur d'Univer et le modèle de l'hôte, et la correspondance de leurs feuilles. */
export class Lien {
  /** Le modèle est en train d'écrire dans Univer : ce qui en sort n'est pas un geste de l'agent. */
  #muet = 0;
  readonly #versModele = new Map<string, string>();
  readonly #versUniver = new Map<string, string>();

  constructor(
    readonly api: FUniver,
    readonly unite: string,
    readonly modele: Modele,
  ) {}

  get muet(): boolean {
    return this.#muet > 0;
  }

  /** Écrit dans Univer sans que cela passe pour un geste de l'agent. */
  ecrire(faire: () => void): void {
    this.#muet++;
    try {
      faire();
    } finally {
      this.#muet--;
    }
  }

  /** Une feuille née dans Univer n'y a pas le même identifiant que dans le modèle. */
  associer(univer: string, modele: string): void {
    this.#versModele.set(univer, modele);
    this.#versUniver.set(modele, univer);
  }

  versModele = (univer: string): string => this.#versModele.get(univer) ?? univer;
  versUniver = (modele: string): string => this.#versUniver.get(modele) ?? modele;

  get classeur(): Workbook {
    const instances = this.service<IUniverInstanceService>(IUniverInstanceService);
    const classeur = instances.getUnit<Workbook>(this.unite, UniverInstanceType.UNIVER_SHEET);
    if (!classeur) throw new Error('Le classeur n’est plus ouvert.');
    return classeur;
  }

  /** La feuille d'Univer, par son identifiant dans le modèle. */
  feuille(modele: string): Worksheet | undefined {
    return this.classeur.getSheetBySheetId(this.versUniver(modele)) ?? undefined;
  }

  /** Le nom d'une feuille d'Univer. */
  nom = (univer: string): string => this.modele.feuille(this.versModele(univer))?.nom ?? univer;

  /** « Feuille!B2 », par l'identifiant du modèle. */
  adresse(feuille: string, ligne: number, colonne: number): string {
    return `${this.nom(feuille)}!${ecrireZone(uneCellule(ligne, colonne))}`;
  }

  get formules(): FormulaDataModel {
    return this.service(FormulaDataModel);
  }

  executer(commande: string, parametres: object): void {
    this.api.syncExecuteCommand(commande, { unitId: this.unite, ...parametres });
  }

  service<T>(identifiant: unknown): T {
    const { _injector } = this.api as unknown as { _injector: { get(identifiant: unknown): T } };
    return _injector.get(identifiant);
  }
}
