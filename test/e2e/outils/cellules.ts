import type { Page } from 'playwright-core';
import type {} from '../../banc/page/porte';

/** Tout ce que le classeur contient de l'agent : cellules, fonds, fusions, noms, commentaires, feuilles. */
export const contenu = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { feuilles: toutes, noms, commentaires, tableaux, graphiques } = window.banc.modele.donnees();
    // L'étendue d'un déversement n'est pas un contenu : elle se recalcule.
    const feuilles = toutes.map((feuille) => ({ ...feuille, deversements: undefined }));
    return JSON.parse(JSON.stringify({ feuilles, noms, commentaires, tableaux, graphiques })) as unknown;
  });
