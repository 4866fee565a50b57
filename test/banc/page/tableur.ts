/** Univer : le tableur où l'agent travaille, et le moteur qui calcule. */
import '@univerjs/preset-sheets-core/lib/index.css';
import francais from '@univerjs/preset-sheets-core/locales/fr-FR';
import { UniverSheetsCorePreset, CalculationMode } from '@univerjs/preset-sheets-core';
import { createUniver, LocaleType, mergeLocales, type FUniver, type IDisposable } from '@univerjs/presets';
import { type Modele } from './hote';
import { suivreLeCalcul } from './calcul';
import { type Declaration } from './declarations';
import { aideDe, classeDe, type Aiguillage } from './fonctions';
import { suivreLesGestes } from './gestes';
import { Lien } from './lien';
import { refleter } from './reflets';
import { versClasseur } from './vers-univer';

export class Tableur {
  readonly api: FUniver;
  lien: Lien | undefined;
  /** Compte les commandes d'Univer : tant qu'il monte, il se passe quelque chose. */
  activite = 0;
  #ouverts = 0;
  #abonnements: (() => void)[] = [];

  /** `fini` : un calcul vient de s'achever et ses valeurs sont dans le modèle. */
  constructor(
    conteneur: HTMLElement,
    declarations: readonly Declaration[],
    private readonly aiguillage: Aiguillage,
    private readonly fini: () => void,
  ) {
    const { univerAPI } = createUniver({
      locale: LocaleType.FR_FR,
      locales: { [LocaleType.FR_FR]: mergeLocales(francais) },
      presets: [
        UniverSheetsCorePreset({
          container: conteneur,
          ribbonType: 'simple',
          disableTextFormatAlert: true,
          disableTextFormatMark: true,
          formula: {
            function: declarations.map((d) => [classeDe(d, aiguillage) as never, d.name as never]),
            description: declarations.map(aideDe),
            initialFormulaComputing: CalculationMode.FORCED,
          },
        }),
      ],
    });
    this.api = univerAPI;
    univerAPI.onCommandExecuted(({ id }) => {
      if (id.includes('mutation')) this.activite++;
    });
  }

  /** Ouvre le classeur du modèle à la place du précédent. */
  ouvrir(modele: Modele): Lien {
    this.fermer();
    const unite = `classeur-${++this.#ouverts}`;
    const lien = new Lien(this.api, unite, modele);
    this.lien = lien;

    const { classeur } = modele;
    this.api.createWorkbook(versClasseur(classeur, unite));
    for (const { nom, formule } of classeur.noms)
      this.api.getActiveWorkbook()?.insertDefinedName(nom, formule.replace(/^=/, ''));
    this.api.getActiveWorkbook()?.setNumfmtLocal('fr');
    this.api.getActiveWorkbook()?.setActiveSheet(classeur.active);
    const abonnements: IDisposable[] = [suivreLesGestes(lien), suivreLeCalcul(lien, this.aiguillage.appels, this.fini)];
    this.#abonnements = [refleter(lien), ...abonnements.map((a) => () => a.dispose())];
    return lien;
  }

  /** Tout recalculer : le complément n'est plus le même. */
  recalculer(): void {
    this.api.getFormula().executeCalculation();
  }

  fermer(): void {
    for (const desabonner of this.#abonnements) desabonner();
    this.#abonnements = [];
    if (this.lien) this.api.disposeUnit(this.lien.unite);
    this.lien = undefined;
  }
}
