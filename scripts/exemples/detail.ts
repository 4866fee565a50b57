import type { Workbook, Worksheet } from 'exceljs';
import { appeler, deverser, lirePlage, poser, type Formule } from './formules';
import { ajouterFeuille, ajusterHauteur, etiqueter, FILETS, FORMATS, remplir, GRAS, SOUS_TITRE } from './styles';

const LARGEURS = [27, 28, 30, 84, 42];

/** La feuille « Détail », où se déversent les étapes d'un calcul et les constats du contrôle. */
export function ajouterDetail(classeur: Workbook, titre: string): Worksheet {
  return ajouterFeuille(classeur, 'Détail', titre, { largeurs: LARGEURS });
}

/** Ce que la feuille explique d'une commune choisie dans la liste du tableau. */
interface Commune {
  readonly liste: string;
  readonly nom: string;
  readonly periode: string;
  /** Colonnes du tableau : résidences, logements sociaux, taux cible, rang. */
  readonly colonnes: readonly [string, string, string, string];
}

const CHAMPS = [
  ['Résidences principales', FORMATS.entier],
  ['Logements sociaux', FORMATS.entier],
  ['Taux cible', FORMATS.pourcent],
  ['Rang triennal', FORMATS.entier],
] as const;

/** Le calcul d'une commune, étape par étape ; rend la première ligne libre. */
export async function expliquer(
  feuille: Worksheet,
  ligne: number,
  { liste, nom, periode, colonnes }: Commune,
): Promise<number> {
  soustitrer(feuille, ligne, 'Le calcul d’une commune, étape par étape (SRU.EXPLIQUER)');
  const choix = etiqueter(feuille, `A${ligne + 1}`, 'Commune (à choisir)', `B${ligne + 1}`);
  Object.assign(choix, { value: nom, fill: remplir('saisie'), border: FILETS });
  choix.dataValidation = {
    type: 'list',
    formulae: [liste],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: 'Commune',
    error: 'Choisir une commune du tableau dans la liste.',
  };
  const noms = lirePlage(feuille, liste).flat();
  CHAMPS.forEach(([champ, format], i) => {
    const adresse = `B${ligne + 2 + i}`;
    const valeur = lirePlage(feuille, colonnes[i]!).flat()[noms.indexOf(nom)] as number;
    etiqueter(feuille, `A${ligne + 2 + i}`, champ, adresse).numFmt = format;
    poser(feuille, adresse, `INDEX(${colonnes[i]};EQUIV(B${ligne + 1};${liste};0))`, valeur);
  });
  const adresses = CHAMPS.map((_, i) => `B${ligne + 2 + i}`);
  const etapes = await appeler(feuille, 'SRU.EXPLIQUER', ...adresses, periode);
  const debut = ligne + CHAMPS.length + 3;
  deverserTableau(feuille, debut, etapes);
  etapes.valeurs.forEach(([, , unite], i) => {
    feuille.getCell(debut + i, 2).numFmt = FORMAT_PAR_UNITE[String(unite)] ?? 'General';
  });
  return debut + etapes.valeurs.length + 1;
}

const FORMAT_PAR_UNITE: Readonly<Record<string, string>> = { ratio: '0.0000', points: '0.00', logements: '#,##0.00' };

/** Les constats, en dernier : leur nombre change, rien ne doit gêner leur déversement. */
export function deverserConstats(feuille: Worksheet, ligne: number, constats: Formule): void {
  soustitrer(feuille, ligne, 'Les constats du contrôle, du plus grave au moins grave (CIMS.CONSTATS)');
  deverserTableau(feuille, ligne + 1, constats);
}

function deverserTableau(feuille: Worksheet, ligne: number, formule: Formule): void {
  deverser(feuille, `A${ligne}`, formule);
  formule.valeurs.forEach((rangee, l) =>
    rangee.forEach((valeur, c) => {
      const cellule = feuille.getCell(ligne + l, c + 1);
      cellule.border = FILETS;
      cellule.alignment = { wrapText: true, vertical: 'top', horizontal: 'left' };
      if (l === 0) Object.assign(cellule, { font: GRAS, fill: remplir('entete') });
      else ajusterHauteur(feuille.getRow(ligne + l), String(valeur), LARGEURS[c]!);
    }),
  );
}

function soustitrer(feuille: Worksheet, ligne: number, texte: string): void {
  const cellule = feuille.getCell(ligne, 1);
  cellule.value = texte;
  cellule.font = SOUS_TITRE;
}
