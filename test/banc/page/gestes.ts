/** D'Univer vers le modèle : ce que l'agent tape, colle, insère, renomme, sélectionne. */
import {
  CellValueType,
  type ICellData,
  type ICommandInfo,
  type Nullable,
  type IExecutionOptions,
  type IDisposable,
  type IRange,
} from '@univerjs/presets';
import { type Valeur, type Zone } from '../hote/contrat';
import { cle } from '../xlsx/adresses';
import { type Lien } from './lien';
import { depuisStyle, versStyle } from './styles-univer';
import { enPoints, recouvertes } from './vers-univer';

interface Parametres {
  unitId?: string;
  subUnitId?: string;
  range?: IRange;
  ranges?: IRange[];
  cellValue?: Record<number, Record<number, unknown>>;
  name?: string;
  sheet?: { id: string; name: string };
  selections?: { range: IRange }[];
}

export function suivreLesGestes(lien: Lien): IDisposable {
  const { modele, api } = lien;
  let aRelire = false;
  /** Une insertion récrit aussi des formules, ici et ailleurs : tout se compare une fois le geste fini. */
  const relireTout = () => {
    if (aRelire) return;
    aRelire = true;
    queueMicrotask(() => {
      aRelire = false;
      for (const { id } of modele.classeur.feuilles) {
        const feuille = lien.feuille(id);
        if (feuille)
          reconcilier(lien, id, {
            ligne: 0,
            colonne: 0,
            ligneFin: feuille.getMaxRows(),
            colonneFin: feuille.getMaxColumns(),
          });
      }
    });
  };
  const gestes: Record<string, (p: Parametres, feuille: string) => void> = {
    'sheet.mutation.set-range-values': ({ cellValue }, feuille) => {
      const zone = zoneDe(cellValue ?? {});
      if (!zone) return;
      lireALaFrancaise(lien, feuille, zone);
      reconcilier(lien, feuille, zone);
    },
    'sheet.mutation.set.numfmt': relireTout,
    'sheet.mutation.remove.numfmt': relireTout,
    'sheet.mutation.move-range': relireTout,
    'sheet.mutation.reorder-range': relireTout,
    'sheet.mutation.move-rows': relireTout,
    'sheet.mutation.move-columns': relireTout,
    'sheet.mutation.insert-row': ({ range }, feuille) => {
      if (range) modele.insererLignes(feuille, range.startRow, range.endRow - range.startRow + 1);
      relireTout();
    },
    'sheet.mutation.remove-rows': ({ range }, feuille) => {
      if (range) modele.supprimerLignes(feuille, range.startRow, range.endRow - range.startRow + 1);
      relireTout();
    },
    'sheet.mutation.insert-col': ({ range }, feuille) => {
      if (range) modele.insererColonnes(feuille, range.startColumn, range.endColumn - range.startColumn + 1);
      relireTout();
    },
    'sheet.mutation.remove-col': ({ range }, feuille) => {
      if (range) modele.supprimerColonnes(feuille, range.startColumn, range.endColumn - range.startColumn + 1);
      relireTout();
    },
    'sheet.mutation.add-worksheet-merge': ({ ranges }, feuille) => {
      for (const range of ranges ?? []) modele.fusionner(feuille, depuisPlage(range), false, 'agent');
    },
    'sheet.mutation.remove-worksheet-merge': ({ ranges }, feuille) => {
      for (const range of ranges ?? []) modele.defusionner(feuille, depuisPlage(range), 'agent');
    },
    'sheet.mutation.set-worksheet-col-width': ({ ranges }, feuille) => releverLargeurs(lien, feuille, ranges ?? []),
    'sheet.mutation.set-worksheet-name': ({ name }, feuille) => {
      if (name) modele.renommer(feuille, name);
      relireTout();
    },
    'sheet.mutation.insert-sheet': ({ sheet }) => {
      if (!sheet) return;
      lien.associer(sheet.id, modele.ajouterFeuille(sheet.name).id);
      relireTout();
    },
    'sheet.mutation.remove-sheet': (_, feuille) => {
      modele.supprimerFeuille(feuille);
      relireTout();
    },
    'sheet.operation.set-worksheet-active': (_, feuille) => modele.activer(feuille),
    'sheet.operation.set-selections': ({ selections }, feuille) => {
      const range = selections?.at(-1)?.range;
      if (range && feuille === modele.classeur.active) modele.selectionner(feuille, depuisPlage(range));
    },
  };
  return api.onCommandExecuted((info: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    const geste = gestes[info.id];
    const parametres = (info.params ?? {}) as Parametres;
    const calcule = (options as { fromFormula?: boolean } | undefined)?.fromFormula;
    if (!geste || lien.muet || calcule || parametres.unitId !== lien.unite) return;
    geste(parametres, lien.versModele(parametres.subUnitId ?? ''));
  });
}

/** Une ligne ou une colonne entière n'a pas toutes ses bornes. */
const borne = (valeur: number, defaut: number) => (Number.isFinite(valeur) ? valeur : defaut);
export const depuisPlage = (range: IRange): Zone => ({
  ligne: borne(range.startRow, 0),
  colonne: borne(range.startColumn, 0),
  ligneFin: borne(range.endRow, 1_048_575),
  colonneFin: borne(range.endColumn, 16_383),
});

function zoneDe(matrice: Record<number, Record<number, unknown>>): Zone | undefined {
  const lignes = Object.keys(matrice).map(Number);
  const colonnes = lignes.flatMap((ligne) => Object.keys(matrice[ligne] ?? {}).map(Number));
  if (colonnes.length === 0) return undefined;
  return {
    ligne: lignes.reduce((a, b) => Math.min(a, b)),
    ligneFin: lignes.reduce((a, b) => Math.max(a, b)),
    colonne: colonnes.reduce((a, b) => Math.min(a, b)),
    colonneFin: colonnes.reduce((a, b) => Math.max(a, b)),
  };
}

function releverLargeurs({ modele, feuille }: Lien, id: string, plages: readonly IRange[]): void {
  const donnees = modele.feuille(id);
  for (const { startColumn, endColumn } of plages)
    for (let c = startColumn; c <= endColumn; c++)
      if (donnees) donnees.largeurs[c] = enPoints(feuille(id)?.getColumnWidth(c) ?? 72);
}

/** « 1 234,5 » et « 12,5 % », qu'Univer prend pour du texte, sont des nombres dans un Excel français. */
function lireALaFrancaise(lien: Lien, id: string, zone: Zone): void {
  const matrice = lien.feuille(id)?.getCellMatrix();
  const cellValue: Record<number, Record<number, object>> = {};
  for (let ligne = zone.ligne; ligne <= zone.ligneFin; ligne++)
    for (let colonne = zone.colonne; colonne <= zone.colonneFin; colonne++) {
      const brute = matrice?.getValue(ligne, colonne);
      const styles = lien.classeur.getStyles();
      if (!brute || brute.f || typeof brute.v !== 'string' || styles.getStyleByCell(brute)?.n?.pattern === '@')
        continue;
      const [, chiffres, pourcent] = /^\s*([+-]?\d[\d\s]*,\d+)\s*(%?)\s*$/.exec(brute.v) ?? [];
      if (chiffres === undefined) continue;
      const nombre = Number(chiffres.replace(/\s/g, '').replace(',', '.'));
      const s = pourcent ? { n: { pattern: '0.00%' } } : undefined;
      const v = pourcent ? Number((nombre / 100).toPrecision(15)) : nombre;
      (cellValue[ligne] ??= {})[colonne] = { v, t: CellValueType.NUMBER, ...(s && { s }) };
    }
  if (Object.keys(cellValue).length === 0) return;
  lien.ecrire(() => lien.executer('sheet.mutation.set-range-values', { subUnitId: lien.versUniver(id), cellValue }));
}

/** Porte au modèle ce qui diffère dans la zone : contenus d'un seul tenant d'abord, puis mises en forme. */
function reconcilier(lien: Lien, id: string, zone: Zone): void {
  const { modele, unite } = lien;
  const [donnees, feuille] = [modele.feuille(id), lien.feuille(id)];
  if (!donnees || !feuille) return;
  const recouverte = recouvertes(donnees);
  const plages: { zone: Zone; contenus: Valeur[][] }[] = [];
  const styles: (() => void)[] = [];
  const matrice = feuille.getCellMatrix();
  for (let ligne = zone.ligne; ligne <= zone.ligneFin; ligne++) {
    let rangee: (typeof plages)[number] | undefined;
    for (let colonne = zone.colonne; colonne <= zone.colonneFin; colonne++) {
      const brute = matrice.getValue(ligne, colonne);
      const connue = donnees.cellules[cle(ligne, colonne)];
      if (!brute && !connue) {
        rangee = undefined;
        continue;
      }
      const formule =
        brute && (brute.f || brute.si)
          ? lien.formules.getFormulaStringByCell(ligne, colonne, lien.versUniver(id), unite)
          : undefined;
      const contenu: Valeur = formule ? capitales(formule) : valeurDe(brute);
      const attendu: Valeur = connue?.formule ?? connue?.valeur ?? '';
      const deverse = contenu === '' && recouverte(ligne, colonne);
      if (contenu === attendu || deverse) rangee = undefined;
      else if (rangee) {
        rangee.zone.colonneFin = colonne;
        rangee.contenus[0]?.push(enSaisie(contenu, !!formule));
      } else {
        rangee = {
          zone: { ligne, colonne, ligneFin: ligne, colonneFin: colonne },
          contenus: [[enSaisie(contenu, !!formule)]],
        };
        plages.push(rangee);
      }
      const voulu = depuisStyle(lien.classeur.getStyles().getStyleByCell(brute));
      const actuel = depuisStyle(versStyle(connue?.style, connue?.format));
      if (JSON.stringify(voulu) !== JSON.stringify(actuel))
        styles.push(() => mettreEnForme(lien, id, ligne, colonne, voulu));
    }
  }
  for (const plage of empiler(plages)) modele.saisir(id, plage.zone, plage.contenus);
  for (const faire of styles) faire();
}

/** Réunit les rangées voisines qui couvrent les mêmes colonnes : un collage est une seule saisie. */
function empiler(plages: readonly { zone: Zone; contenus: Valeur[][] }[]) {
  const reunies: { zone: Zone; contenus: Valeur[][] }[] = [];
  for (const { zone, contenus } of plages) {
    const dessus = reunies.find(
      (p) =>
        p.zone.ligneFin === zone.ligne - 1 && p.zone.colonne === zone.colonne && p.zone.colonneFin === zone.colonneFin,
    );
    if (dessus) {
      dessus.zone.ligneFin = zone.ligne;
      dessus.contenus.push(...contenus);
    } else reunies.push({ zone, contenus });
  }
  return reunies;
}

/** La valeur que porte une cellule d'Univer. */
export function valeurDe(brute: Nullable<ICellData>): Valeur {
  const { v, t } = brute ?? {};
  if (v === null || v === undefined) return '';
  if (t === CellValueType.BOOLEAN || typeof v === 'boolean') return v === 1 || v === true || v === 'TRUE' || v === '1';
  return typeof v === 'number' ? v : String(v);
}

/** Univer a déjà décidé si c'est un texte : l'apostrophe empêche de le relire comme un nombre. */
const enSaisie = (contenu: Valeur, formule: boolean): Valeur =>
  typeof contenu === 'string' && contenu !== '' && !formule ? `'${contenu}` : contenu;

/** Excel met les noms de fonctions en capitales. */
const capitales = (formule: string): string =>
  formule
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((morceau, i) =>
      i % 2 === 1 ? morceau : morceau.replace(/[A-Za-z][A-Za-z0-9_.]*(?=\()/g, (n) => n.toUpperCase()),
    )
    .join('');

function mettreEnForme(
  { modele }: Lien,
  id: string,
  ligne: number,
  colonne: number,
  voulu: ReturnType<typeof depuisStyle>,
): void {
  const zone = { ligne, colonne, ligneFin: ligne, colonneFin: colonne };
  modele.changerStyle(id, zone, () => voulu.style ?? {}, 'agent');
  if (modele.cellule(id, ligne, colonne)?.format !== voulu.format)
    modele.ecrireFormats(id, zone, [[voulu.format ?? 'General']], 'agent');
}
