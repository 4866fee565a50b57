import { jourIso } from '../../rapport/jour';
import { feuilleDuBilan } from '../../rapport/feuille-du-bilan';
import { bilanNational, bilansEnXlsx, piedDePage } from '../../rapport/bilan-national';
import { TYPE_XLSX } from '../../classeur/xlsx';
import type { FeuilleAEcrire } from '../../classeur/feuille-a-ecrire';
import { bilanDuControle, type ControleBilan } from '../../tableau';
import { VERSION } from '../version';
import { controleDe, type TableauControle } from './controles';
import { nommer, type Document } from './note';

/** Le bilan d'un tableau du volet ; d'un contrat, ce que ses réalisés en disent déjà. */
export function bilanDe(trouve: TableauControle, tableaux: readonly TableauControle[]): ControleBilan | null {
  const autres = tableaux.flatMap((t) => (t === trouve ? [] : (controleDe(t) ?? [])));
  return bilanDuControle(controleDe(trouve), autres);
}

const pied = (jour: Date): string => piedDePage({ date: jourIso(jour), version: VERSION });

/** Le bilan à écrire dans une feuille neuve du classeur. */
export const feuilleDuBilanDe = (bilan: ControleBilan, jour: Date): FeuilleAEcrire => feuilleDuBilan(bilan, pied(jour));

/** Un bilan emporté, et ce qui reste à trancher avant de l'envoyer ; ou pourquoi il ne s'écrit pas. */
export type BilanEmporte =
  { readonly document: Document; readonly aTrancher: readonly string[] } | { readonly refus: string };

/** Le bilan aux titres de colonnes du ministère. */
export async function bilanEmporte(classeur: string, bilan: ControleBilan, jour: Date): Promise<BilanEmporte> {
  const national = bilanNational(bilan, pied(jour));
  if ('refus' in national) return national;
  const document = {
    nom: nommer(classeur, 'bilan', 'xlsx'),
    type: TYPE_XLSX,
    contenu: await bilansEnXlsx(national.feuilles),
  };
  return { document, aTrancher: national.aTrancher };
}
