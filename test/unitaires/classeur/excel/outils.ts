import ExcelJS, { type CellValue } from 'exceljs';
import { classeurExcel } from '../../../../src/classeur/excel';
import type { Classeur, Ecriture } from '../../../../src/classeur/classeur';
import { FONCTIONS } from '../../../../src/fonctions/registre';
import type { Cellule, ClasseurDonnees, FeuilleDonnees, Valeur, Zone } from '../../../banc/hote/contrat';
import { ouvrirHote, type HoteOuvert, type OptionsDHote } from '../../../banc/hote/transports/executeur';

export interface Banc extends HoteOuvert {
  readonly classeur: Classeur;
  readonly ecriture: Ecriture;
}

/** Le classeur d'Excel sur la vraie bibliothèque, devant un hôte qui tient ce modèle. */
export function ouvrir(donnees: ClasseurDonnees, options: Omit<OptionsDHote, 'donnees'> = {}): Banc {
  const hote = ouvrirHote({ donnees, ...options });
  const classeur = classeurExcel(Object.keys(FONCTIONS));
  return { ...hote, classeur, ecriture: classeur.ecriture! };
}

/** Une cellule : sa valeur, ou tout ce qu'elle porte. */
type Contenu = Valeur | Cellule;

export function feuille(nom: string, lignes: readonly (readonly Contenu[])[], id = `{${nom}}`): FeuilleDonnees {
  const cellules: FeuilleDonnees['cellules'] = {};
  lignes.forEach((rangee, l) =>
    rangee.forEach((contenu, c) => {
      const cellule = typeof contenu === 'object' ? contenu : { valeur: contenu };
      if (cellule.valeur !== '' || Object.keys(cellule).length > 1) cellules[`${l},${c}`] = cellule;
    }),
  );
  return {
    ...{ id, nom, visibilite: 'Visible', protegee: false },
    ...{ cellules, fusions: [], largeurs: {}, hauteurs: {}, miseEnPage: {} },
  };
}

/** Une zone du classeur d'essai, comptée de zéro ; une seule cellule par défaut. */
export const zone = (ligne: number, colonne: number, ligneFin = ligne, colonneFin = colonne): Zone => ({
  ...{ ligne, colonne, ligneFin, colonneFin },
});

export const classeur = (...feuilles: FeuilleDonnees[]): ClasseurDonnees => ({
  feuilles,
  active: feuilles[0]!.id,
  ...{ noms: [], tableaux: [], commentaires: [], graphiques: [], reglages: {} },
});

/** Un fichier xlsx tel qu'Excel le tiendrait : valeurs en cache, formats, fusions, visibilité. Lu par exceljs, non par notre lecteur. */
export async function depuisXlsx(chemin: string): Promise<ClasseurDonnees> {
  const source = new ExcelJS.Workbook();
  await source.xlsx.readFile(chemin);
  const feuilles = source.worksheets.map((onglet, rang) => {
    const donnees = feuille(onglet.name, [], `{F${rang + 1}}`);
    onglet.eachRow((ligne) =>
      ligne.eachCell((cellule) => {
        if (cellule.isMerged && cellule.master !== cellule) return;
        const valeur = valeurDe(cellule.value);
        const format = cellule.numFmt as string | undefined;
        if (valeur === '' && !format) return;
        donnees.cellules[`${Number(cellule.row) - 1},${Number(cellule.col) - 1}`] = {
          valeur,
          ...(format && format !== 'General' && { format }),
        };
      }),
    );
    const fusions = (onglet.model as unknown as { merges: string[] }).merges;
    donnees.fusions = fusions.map((adresse) => {
      const [haut, bas] = adresse.split(':').map((coin) => onglet.getCell(coin)) as [ExcelJS.Cell, ExcelJS.Cell];
      return {
        ligne: Number(haut.row) - 1,
        colonne: Number(haut.col) - 1,
        ligneFin: Number(bas.row) - 1,
        colonneFin: Number(bas.col) - 1,
      };
    });
    if (onglet.state === 'hidden') donnees.visibilite = 'Hidden';
    return donnees;
  });
  return classeur(...feuilles);
}

const JOUR = 86_400_000;

function valeurDe(valeur: CellValue): Valeur {
  if (valeur === null || valeur === undefined) return '';
  if (valeur instanceof Date) return (valeur.getTime() - Date.UTC(1899, 11, 30)) / JOUR;
  if (typeof valeur !== 'object') return valeur;
  if ('error' in valeur) return valeur.error;
  if ('richText' in valeur) return valeur.richText.map(({ text }) => text).join('');
  if ('result' in valeur || 'formula' in valeur || 'sharedFormula' in valeur) return valeurDe(valeur.result ?? null);
  return 'text' in valeur ? valeurDe(valeur.text) : '';
}
