/** Les résultats du calcul d'Univer, portés au modèle. */
import {
  SetFormulaCalculationResultMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/preset-sheets-core';
import { type ICommandInfo, type IDisposable } from '@univerjs/presets';
import { type Valeur, type Zone } from '../hote/contrat';
import { type Appels, type Position } from './appels';
import { cle, lireCle } from '../xlsx/adresses';
import { depuisPlage, valeurDe } from './gestes';
import { type Lien } from './lien';

/** `fini` : un calcul s'est achevé, plus aucune cellule n'attend le complément. */
export function suivreLeCalcul(lien: Lien, appels: Appels, fini: () => void): IDisposable {
  const achever = async () => {
    const positions = await appels.finirLeCalcul();
    if (positions.length > 0) return recalculer(lien, positions);
    if (appels.enCours > 0) return;
    for (const { id } of lien.modele.classeur.feuilles) recueillir(lien, id);
    fini();
  };
  return lien.api.onCommandExecuted((info: Readonly<ICommandInfo>) => {
    // Univer applique le résultat juste après, dans le même tour.
    if (info.id === SetFormulaCalculationResultMutation.id) queueMicrotask(() => void achever());
  });
}

/** Recalcule des cellules et ce qui en dépend. */
function recalculer({ api, unite }: Lien, positions: readonly Position[]): void {
  if (api.getActiveWorkbook()?.getId() !== unite) return;
  const dirtyRanges = positions.map(({ feuille, ligne, colonne }) => ({
    unitId: unite,
    sheetId: feuille,
    range: { startRow: ligne, endRow: ligne, startColumn: colonne, endColumn: colonne },
  }));
  const rien = { dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {}, dirtyUnitFeatureMap: {} };
  const parametres = {
    ...rien,
    dirtyUnitOtherFormulaMap: {},
    clearDependencyTreeCache: {},
    forceCalculation: false,
    dirtyRanges,
  };
  void api.executeCommand(SetTriggerFormulaCalculationStartMutation.id, parametres, { onlyLocal: true });
}

function recueillir(lien: Lien, id: string): void {
  const { modele, unite, formules } = lien;
  const [donnees, feuille] = [modele.feuille(id), lien.feuille(id)];
  if (!donnees || !feuille) return;
  const univer = lien.versUniver(id);
  const zones = formules.getArrayFormulaRange()[unite]?.[univer];
  const deversees = formules.getArrayFormulaCellData()[unite]?.[univer];
  const matrice = feuille.getCellMatrix();
  for (const [place, cellule] of Object.entries(donnees.cellules)) {
    if (!cellule.formule) continue;
    const [ligne, colonne] = lireCle(place);
    const plage = zones?.[ligne]?.[colonne];
    const zone: Zone = plage ? depuisPlage(plage) : { ligne, colonne, ligneFin: ligne, colonneFin: colonne };
    const valeurs: Valeur[][] = [];
    let change = false;
    for (let l = zone.ligne; l <= zone.ligneFin; l++) {
      const rangee: Valeur[] = [];
      for (let c = zone.colonne; c <= zone.colonneFin; c++) {
        const brute = l === ligne && c === colonne ? matrice.getValue(l, c) : deversees?.[l]?.[c];
        const valeur = valeurDe(brute);
        rangee.push(valeur);
        change ||= valeur !== (donnees.cellules[cle(l, c)]?.valeur ?? '');
      }
      valeurs.push(rangee);
    }
    const avant = donnees.deversements?.[place];
    const taille = ({ ligneFin, colonneFin }: Zone) => `${ligneFin},${colonneFin}`;
    if (change || (avant && taille(avant) !== taille(zone))) modele.recevoirCalcul(id, zone, valeurs);
  }
}
