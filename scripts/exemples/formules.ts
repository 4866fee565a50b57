import type { CellFormulaValue, CellValue, Worksheet } from 'exceljs';
import { FONCTIONS } from '../../src/fonctions/registre';
import { ErreurDeCellule } from '../../src/fonctions/valeurs';

/** Une formule telle que l'agent la tape (sans « = »), et ce qu'elle rend. */
export interface Formule {
  readonly texte: string;
  readonly valeurs: readonly (readonly unknown[])[];
}

/** Un nombre, un texte, un booléen, ou l'erreur d'une cellule (« #N/A »). */
type Valeur = string | number | boolean | { error: '#N/A' | '#VALUE!' };

/** La formule d'une cellule où une autre se déverse ; `terminer` l'ôte et ne laisse que la valeur. */
export const DEVERSEE = 'DEVERSEE';

const EN_ANGLAIS: Readonly<Record<string, string>> = {
  ARRONDI: 'ROUND',
  ENT: 'INT',
  EQUIV: 'MATCH',
  ESTNA: 'ISNA',
  ESTNUM: 'ISNUMBER',
  ET: 'AND',
  GAUCHE: 'LEFT',
  INDEX: 'INDEX',
  MAX: 'MAX',
  MINUSCULE: 'LOWER',
  NB: 'COUNT',
  'NB.SI': 'COUNTIF',
  NBVAL: 'COUNTA',
  OU: 'OR',
  SI: 'IF',
  SIERREUR: 'IFERROR',
  SOMME: 'SUM',
};

/** L'identifiant d'une fonction personnalisée dans un fichier : `_xldudf_SRU_OBJECTIF`. */
export const identifiantStocke = (nom: string): string => `_xldudf_${nom.replaceAll('.', '_')}`;

/**
 * Une formule française telle qu'Excel l'enregistre.
 * @example stocker('SI(D8="";"";SRU.OBJECTIF(D8;E8))') // IF(D8="","",_xldudf_SRU_OBJECTIF(D8,E8))
 */
export function stocker(formule: string): string {
  return formule
    .split(/("(?:[^"]|"")*")/)
    .map((morceau, rang) =>
      rang % 2 === 1 ? morceau : morceau.replace(/(?<![A-Z.])[A-Z][A-Z.]*(?=\()/g, nommer).replaceAll(';', ','),
    )
    .join('');
}

function nommer(nom: string): string {
  const stocke = nom in FONCTIONS ? identifiantStocke(nom) : EN_ANGLAIS[nom];
  if (!stocke) throw new Error(`Fonction ${nom} inconnue dans une formule d’exemple.`);
  return stocke;
}

/** Un appel et sa valeur, calculée par la fonction même ; chaque argument est une référence, un texte entre guillemets ou un nombre. */
export async function appeler(feuille: Worksheet, nom: string, ...args: readonly string[]): Promise<Formule> {
  const fonction = FONCTIONS[nom];
  if (!fonction) throw new Error(`Fonction ${nom} inconnue.`);
  const plages = args.map((argument) => lireArgument(feuille, argument));
  return { texte: `${nom}(${args.join(';')})`, valeurs: await fonction(plages) };
}

function lireArgument(feuille: Worksheet, argument: string): unknown[][] | null {
  if (argument === '') return null;
  if (argument.startsWith('"')) return [[argument.slice(1, -1)]];
  const nombre = Number(argument);
  return Number.isNaN(nombre) ? lirePlage(feuille, argument) : [[nombre]];
}

/** Les valeurs d'une plage (« D8:D17 », « Saisie!M3 »), comme Excel les passe à une fonction personnalisée. */
export function lirePlage(feuille: Worksheet, reference: string): unknown[][] {
  const [adresse = '', nom] = reference.replaceAll('$', '').split('!').reverse();
  const source = nom ? feuille.workbook.getWorksheet(nom) : feuille;
  const [, colonne = '', ligne, derniereColonne = colonne, derniereLigne = ligne] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(adresse) ?? [];
  if (!source || !colonne) throw new Error(`Référence ${reference} introuvable.`);
  const [premier, dernier] = [source.getColumn(colonne).number, source.getColumn(derniereColonne).number];
  return Array.from({ length: Number(derniereLigne) - Number(ligne) + 1 }, (_, l) =>
    Array.from({ length: dernier - premier + 1 }, (_, c) =>
      valeurDe(source.getCell(Number(ligne) + l, premier + c).value),
    ),
  );
}

function valeurDe(valeur: CellValue): unknown {
  if (typeof valeur !== 'object' || valeur === null) return valeur ?? '';
  if ('result' in valeur) return valeurDe(valeur.result);
  return 'error' in valeur ? { code: valeur.error } : '';
}

/** Pose une formule ordinaire et sa valeur. */
export function poser(feuille: Worksheet, adresse: string, texte: string, valeur: string | number): void {
  feuille.getCell(adresse).value = { formula: stocker(texte), result: valeur };
}

/** Pose une formule de tableau dynamique : elle se déverse vers le bas et la droite. */
export function deverser(feuille: Worksheet, adresse: string, { texte, valeurs }: Formule): void {
  const tete = feuille.getCell(adresse);
  const [ligne, colonne] = [Number(tete.row), Number(tete.col)];
  const fin = feuille.getCell(ligne + valeurs.length - 1, colonne + valeurs[0]!.length - 1).address;
  valeurs.forEach((rangee, l) =>
    rangee.forEach((valeur, c) => {
      feuille.getCell(ligne + l, colonne + c).value = { formula: DEVERSEE, result: enCache(valeur) };
    }),
  );
  const ref = fin === adresse ? adresse : `${adresse}:${fin}`;
  tete.value = {
    shareType: 'array',
    ref,
    formula: stocker(texte),
    result: enCache(valeurs[0]![0]),
  } as CellFormulaValue;
}

function enCache(valeur: unknown): Valeur {
  if (valeur instanceof ErreurDeCellule) return { error: valeur.code === '#N/A' ? '#N/A' : '#VALUE!' };
  if (typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean') return valeur;
  throw new Error(`Valeur inattendue dans une formule d’exemple : ${String(valeur)}`);
}

/** Le total d'une colonne, formule et valeur ; `vide` : tant qu'aucune cellule de cette plage n'est remplie, rien. */
export function sommer(feuille: Worksheet, adresse: string, plage: string, vide?: string): void {
  const nombres = lirePlage(feuille, plage)
    .flat()
    .filter((v) => typeof v === 'number');
  const remplie =
    !vide ||
    lirePlage(feuille, vide)
      .flat()
      .some((v) => v !== '');
  const somme = `SOMME(${plage})`;
  poser(
    feuille,
    adresse,
    vide ? `SI(NBVAL(${vide})=0;"";${somme})` : somme,
    remplie ? nombres.reduce((a, b) => a + b, 0) : '',
  );
}
