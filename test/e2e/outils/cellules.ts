import type { Page } from 'playwright-core';
import type { ClasseurDonnees } from '../../banc/hote/contrat';
import type {} from '../../banc/page/porte';

type Contenu = Pick<ClasseurDonnees, 'feuilles' | 'noms' | 'commentaires' | 'tableaux' | 'graphiques'>;

/** Tout ce que le classeur contient de l'agent : cellules, fonds, fusions, noms, commentaires, feuilles. */
export const contenu = (page: Page): Promise<Contenu> =>
  page.evaluate(() => {
    const { feuilles: toutes, noms, commentaires, tableaux, graphiques } = window.banc.modele.donnees();
    // L'étendue d'un déversement n'est pas un contenu : elle se recalcule.
    const feuilles = toutes.map((feuille) => ({ ...feuille, deversements: undefined }));
    return JSON.parse(JSON.stringify({ feuilles, noms, commentaires, tableaux, graphiques })) as Contenu;
  });
