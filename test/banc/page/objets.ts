import { ecrireZone, uneCellule } from '../hote/adresses';
import { type Modele } from './hote';
import { creer, element } from './dom';

/** Les commentaires et graphiques du modèle, que la grille ne dessine pas. */
export function listerObjets(modele: Modele): () => void {
  const montrer = () => {
    const { commentaires, graphiques } = modele.classeur;
    const nom = (feuille: string) => modele.feuille(feuille)?.nom ?? feuille;
    const lignes = [
      ...commentaires.map(
        (c) =>
          `Commentaire en ${nom(c.feuille)}!${ecrireZone(uneCellule(c.ligne, c.colonne))}, ${c.auteur} : ${c.texte}` +
          c.reponses.map((r) => ` — ${r.auteur} : ${r.texte}`).join(''),
      ),
      ...graphiques.map(
        (g) => `Graphique « ${g.titre ?? g.nom} » (${g.type}) de ${nom(g.feuille)}!${ecrireZone(g.source)}`,
      ),
    ];
    const panneau = element('objets');
    panneau.hidden = lignes.length === 0;
    panneau.querySelector('summary')!.textContent =
      `Commentaires (${commentaires.length}) et graphiques (${graphiques.length})`;
    panneau.querySelector('ul')!.replaceChildren(...lignes.map((textContent) => creer('li', { textContent })));
  };
  montrer();
  return modele.surModification(({ type }) => {
    if (
      type === 'commentaires' ||
      type === 'graphiques' ||
      type === 'lignes' ||
      type === 'colonnes' ||
      type === 'feuille'
    )
      montrer();
  });
}
