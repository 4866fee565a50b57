import type { FeuilleAEcrire } from '../../classeur/feuille-a-ecrire';
import type { Document } from './note';

/** Une feuille à emporter là où l'on n'écrit pas dans le classeur : un classeur neuf, à son nom. */
export async function classeurNeuf(feuille: FeuilleAEcrire): Promise<Document> {
  const { feuillesEnXlsx, TYPE_XLSX } = await import(/* webpackChunkName: "xlsx" */ '../../classeur/xlsx');
  return { nom: `${feuille.nom}.xlsx`, type: TYPE_XLSX, contenu: await feuillesEnXlsx([feuille]) };
}
