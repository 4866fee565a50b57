import type { Worksheet } from 'exceljs';
import { appeler, deverser, sommer, type Formule } from './formules';
import { colorerVerdicts, etiqueter, FILETS, FORMATS, GRAS, remplir, styliserTotal, type Fond } from './styles';

/** Les colonnes d'un tableau de mutualisation, dans l'ordre, de A à O. */
export const COLONNES = [
  { titre: 'Code INSEE', largeur: 9.5, format: FORMATS.texte, nature: 'saisie' },
  { titre: 'Commune', largeur: 30, format: FORMATS.texte, nature: 'saisie' },
  { titre: 'Taux LLS publié', largeur: 9.5, format: FORMATS.pourcentFin, nature: 'saisie' },
  { titre: 'Résidences principales', largeur: 14, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Logements sociaux', largeur: 13, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Taux cible', largeur: 8, format: FORMATS.pourcent, nature: 'saisie' },
  { titre: 'Rang triennal', largeur: 10, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Logements manquants', largeur: 13, format: FORMATS.entier, nature: 'calcul' },
  { titre: 'Taux de rattrapage', largeur: 12, format: FORMATS.pourcent, nature: 'calcul' },
  { titre: 'Objectif de référence', largeur: 11, format: FORMATS.entier, nature: 'calcul' },
  { titre: 'Objectif du contrat', largeur: 11, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Accord de la commune', largeur: 12, format: FORMATS.texte, nature: 'saisie' },
  { titre: 'Périodes consécutives d’abaissement', largeur: 15, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Écart au taux cible (points)', largeur: 13, format: FORMATS.points, nature: 'calcul' },
  { titre: 'Plancher de mutualisation', largeur: 14, format: FORMATS.entier, nature: 'calcul' },
] as const;
export const LARGEURS = COLONNES.map(({ largeur }) => largeur);

/** Code, taux, rang, accord, périodes : les colonnes qu'on ne somme pas. */
const CENTREES = new Set([0, 2, 5, 6, 8, 11, 12]);
const TOTALISEES = ['D', 'E', 'H', 'J', 'K'];

/** Un tableau dans sa feuille, et les cellules qui disent ce qu'il ne dit pas. */
export interface Place {
  readonly entete: number;
  readonly premiere: number;
  readonly derniere: number;
  /** La dernière colonne que lit le contrôle. */
  readonly fin: string;
  readonly periode: string;
  readonly plh: string;
  readonly avis: string;
  readonly verdict: string;
}

/** La place d'un tableau aux colonnes de `COLONNES`. */
export const placer = (entete: number, lignes: number): Place => ({
  entete,
  premiere: entete + 1,
  derniere: entete + lignes,
  fin: 'M',
  periode: 'C4',
  plh: 'M3',
  avis: 'M4',
  verdict: 'M5',
});

export const plageDe = ({ premiere, derniere }: Place, colonne: string): string =>
  `${colonne}${premiere}:${colonne}${derniere}`;

type Controle = 'CIMS.VALIDER' | 'CIMS.CONSTATS';

/** Les arguments du contrôle d'un tableau, total compris ; `prefixe` : sa feuille, si la formule est ailleurs. */
const argumentsDuControle = ({ entete, derniere, fin, plh, avis, periode }: Place, prefixe: string): string[] =>
  [`A${entete}:${fin}${derniere + 1}`, plh, avis, periode].map((adresse) => prefixe + adresse);

/** L'appel du contrôle, et sa valeur. */
export const appelerControle = (depuis: Worksheet, nom: Controle, place: Place, prefixe = ''): Promise<Formule> =>
  appeler(depuis, nom, ...argumentsDuControle(place, prefixe));

/** L'appel du contrôle sans sa valeur, pour un tableau encore vide. */
export const textesDuControle = (nom: Controle, place: Place, prefixe = ''): string =>
  `${nom}(${argumentsDuControle(place, prefixe).join(';')})`;

/** Les étiquettes du contexte et du verdict, à gauche de leurs cellules ; `marque` suit ce qui n'est pas publié. */
export function etiqueterContexte(
  feuille: Worksheet,
  { plh, avis, verdict }: Place,
  colonne: string,
  marque = '',
): void {
  const etiquette = (adresse: string) => adresse.replace(/[A-Z]+/, colonne);
  etiqueter(feuille, etiquette(plh), `PLH exécutoire${marque}`, plh);
  etiqueter(feuille, etiquette(avis), `Avis de la commission nationale SRU${marque}`, avis);
  etiqueter(feuille, etiquette(verdict), 'Verdict (CIMS.VALIDER)', verdict);
}

export function poserVerdict(feuille: Worksheet, adresse: string, formule: Formule): void {
  deverser(feuille, adresse, formule);
  colorerVerdicts(feuille, adresse);
  feuille.getCell(adresse).font = GRAS;
}

/** Les filets, les formats et les fonds des lignes de communes. */
export function styliserLignes(
  feuille: Worksheet,
  { premiere, derniere }: Place,
  fondDe?: (rang: number) => Fond,
): void {
  for (let ligne = premiere; ligne <= derniere; ligne++) {
    COLONNES.forEach(({ format }, rang) => {
      const cellule = feuille.getRow(ligne).getCell(rang + 1);
      cellule.numFmt = format;
      cellule.border = FILETS;
      if (fondDe) cellule.fill = remplir(fondDe(rang));
      if (CENTREES.has(rang)) cellule.alignment = { horizontal: 'center' };
    });
  }
}

/** La ligne de total ; `vide` : rien ne s'y affiche tant que cette plage est vide. */
export function totaliser(feuille: Worksheet, place: Place, vide?: string): void {
  const total = place.derniere + 1;
  feuille.getCell(`B${total}`).value = 'Total';
  for (const c of TOTALISEES) {
    sommer(feuille, `${c}${total}`, plageDe(place, c), vide);
    feuille.getCell(`${c}${total}`).numFmt = FORMATS.entier;
  }
  styliserTotal(feuille, total, COLONNES.length);
}
