import type { CelluleAEcrire, FeuilleDeFichier } from '../../classeur/feuille-a-ecrire';
import { versNombre } from '../../nombres';
import { lue, porteDesComptes, type ControleBilan } from '../../tableau';
import { celluleMot, celluleNombre } from '../natures/presentation';

const MONTANTS = [
  ['potentiel_fiscal_habitant', 'Potentiel fiscal par habitant'],
  ['depenses_fonctionnement', 'Dépenses réelles de fonctionnement'],
] as const;
const TITRES = ['Code INSEE', 'Commune', ...MONTANTS.map(([, titre]) => titre)];

/** Les comptes des communes, que les titres du ministère n'ont pas la place de porter ; `null` si le tableau ne les donne pas. */
export function feuilleDesComptes({ tableau, communes }: ControleBilan, pied: string): FeuilleDeFichier | null {
  if (!porteDesComptes(tableau)) return null;
  const connues = communes.filter(({ ligne }) => MONTANTS.every(([colonne]) => lue(ligne, colonne)));
  if (connues.length === 0) return null;
  return {
    nom: 'Comptes',
    largeurs: [9, 28, 16, 20],
    lignes: [
      TITRES.map((valeur): CelluleAEcrire => ({ valeur, style: 'entete' })),
      ...connues.map(({ ligne }) => [
        celluleMot(ligne.codeInsee ?? ''),
        celluleMot(ligne.nom),
        ...MONTANTS.map(([colonne]) => celluleNombre(versNombre(lue(ligne, colonne)!.valeur), 'euros')),
      ]),
    ],
    fusions: [],
    lignesRepetees: [0, 0],
    filtre: { ligne: 0, colonne: 0, ligneFin: connues.length, colonneFin: TITRES.length - 1 },
    orientation: 'portrait',
    entete: 'Comptes des communes du bilan',
    pied,
  };
}
