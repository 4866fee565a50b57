import { BARRE, EXPOSANT } from '../cellule';
import { ErreurDeFichier, ILLISIBLE } from './erreur';
import { chainesEnrichies } from './biff-chaines';

/** Ce que SheetJS ne dit pas d'une feuille xls ; une cellule y est désignée par `place`. */
export interface Passe {
  /** Le nombre de lignes, jusqu'à la dernière remplie. */
  lignes: number;
  readonly barrees: Set<number>;
  /** Les textes qui ont un passage barré ou en exposant, marqués. */
  readonly enrichies: Map<number, string>;
}

const COLONNES = 256;
export const place = (ligne: number, colonne: number): number => ligne * COLONNES + colonne;
export const lieu = (place: number): readonly [ligne: number, colonne: number] => [
  (place - (place % COLONNES)) / COLONNES,
  place % COLONNES,
];

const BOF = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const [EOF, FONT, XF, SST, CONTINUE, LABELSST, MULRK] = [0x0a, 0x31, 0xe0, 0xfc, 0x3c, 0xfd, 0xbd];
/** Les enregistrements qui commencent par la ligne, la colonne et le style d'une cellule remplie. */
const CELLULES = new Set([0x0203, 0x027e, 0x0006, 0x0206, 0x0406, 0x0204, 0x00d6, 0x0205, LABELSST, MULRK]);

/**
 * Parcourt les enregistrements d'un classeur Excel 97-2003, dans l'ordre de ses feuilles. Lève le refus d'un classeur endommagé, où
 * un enregistrement dépasse la fin : le lecteur s'y perdrait.
 */
export function parcourirBiff(octets: Uint8Array): Passe[] {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const passes: Passe[] = [];
  const polices: string[] = [];
  const policesDeStyle: number[] = [];
  let chaines: ReadonlyMap<number, string> = new Map();
  const marqueDe = (police: number): string => polices[police > 4 ? police - 1 : police] ?? '';
  let [profondeur, flux, debut] = [0, 0, 0];
  while (debut + 4 <= octets.length) {
    const type = vue.getUint16(debut, true);
    const longueur = vue.getUint16(debut + 2, true);
    const corps = debut + 4;
    if (profondeur === 0 && !BOF.has(type)) break;
    debut = corps + longueur;
    if (debut > octets.length) throw new ErreurDeFichier(ILLISIBLE);
    if (BOF.has(type)) {
      if (profondeur++ === 0 && flux++ > 0) passes.push({ lignes: 0, barrees: new Set(), enrichies: new Map() });
    } else if (type === EOF) profondeur--;
    else if (type === FONT && longueur >= 10) polices.push(marqueDePolice(vue, corps));
    else if (type === XF && longueur >= 2) policesDeStyle.push(vue.getUint16(corps, true));
    else if (type === SST && polices.some(Boolean)) {
      const segments = [octets.subarray(corps, debut)];
      for (let suite = debut; suite + 4 <= octets.length && vue.getUint16(suite, true) === CONTINUE;) {
        const fin = suite + 4 + vue.getUint16(suite + 2, true);
        segments.push(octets.subarray(suite + 4, fin));
        suite = fin;
      }
      chaines = chainesEnrichies(segments, marqueDe);
    } else if (profondeur === 1 && CELLULES.has(type) && longueur >= 6) {
      const passe = passes.at(-1);
      if (!passe) continue;
      const [ligne, colonne] = [vue.getUint16(corps, true), vue.getUint16(corps + 2, true)];
      passe.lignes = Math.max(passe.lignes, ligne + 1);
      // Un MULRK tient plusieurs nombres de la ligne, chacun après son style.
      const nombre = type === MULRK ? (longueur - 6) / 6 : 1;
      for (let i = 0; i + 1 <= nombre; i++) {
        const style = vue.getUint16(corps + 4 + 6 * i, true);
        if (marqueDe(policesDeStyle[style] ?? 0) === BARRE) passe.barrees.add(place(ligne, colonne + i));
      }
      const enrichie = type === LABELSST && longueur >= 10 ? chaines.get(vue.getUint32(corps + 6, true)) : undefined;
      if (enrichie !== undefined) passe.enrichies.set(place(ligne, colonne), enrichie);
    }
  }
  return passes;
}

function marqueDePolice(vue: DataView, corps: number): string {
  if (vue.getUint16(corps + 2, true) & 0x0008) return BARRE;
  return vue.getUint16(corps + 8, true) > 0 ? EXPOSANT : '';
}
