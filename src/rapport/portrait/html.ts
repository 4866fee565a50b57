import { echapper } from '../echapper';
import type { Table } from '../natures/inventaire-tables';
import { dessinDeLaPage } from './de-la-page';
import type { Graphique, Portrait } from './modele';
import { enTexte } from './noeud';

export const STYLE_DU_PORTRAIT = `
figure { margin: 1.2rem 0; max-width: 48rem; } figcaption { font-weight: bold; padding-bottom: .4rem; break-after: avoid; } figure svg { display: block; overflow: visible; } figure svg:first-child { break-after: avoid; }
figure p { margin: .3rem 0; font-size: .9em; color: #3a3a3a; } details { margin: .4rem 0; } summary { cursor: pointer; } .repli > summary { font-weight: bold; }
@media screen { .defilant { overflow-x: auto; } } @media print { details:not([open]) { display: none; } }
`;

/** Les graphiques d'un portrait dans une page ; son titre et son résumé y sont déjà. */
export const portraitEnHtml = ({ graphiques, replis }: Portrait, id: string): string =>
  [
    ...graphiques.map((g, i) => figure(g, `${id}-${i + 1}`)),
    ...replis.map(({ titre, graphiques: dedans }, r) =>
      repli(titre, dedans.map((g, i) => figure(g, `${id}-${r + 1}-${i + 1}`)).join('\n'), ' class="repli"'),
    ),
  ].join('\n');

function figure(graphique: Graphique, id: string): string {
  const dessin = graphique.rangees.length > 0 ? enTexte(dessinDeLaPage(graphique, id)) : '';
  const remarques = graphique.remarques.map((r) => `<p>${echapper(r)}</p>`).join('');
  return `<figure><figcaption>${echapper(graphique.table.titre)}</figcaption>${dessin}${remarques}${repli('Les mêmes nombres, en table', table(graphique.table))}</figure>`;
}

const repli = (titre: string, contenu: string, classe = ''): string =>
  `<details${classe}><summary>${echapper(titre)}</summary>${contenu}</details>`;

function table({ titre, entetes, rangees }: Table): string {
  const corps = rangees.map(
    ([nom = '', ...autres]) =>
      `<tr><th scope="row">${echapper(nom)}</th>${autres.map((texte) => `<td>${echapper(texte)}</td>`).join('')}</tr>`,
  );
  return `<div class="defilant"><table><caption>${echapper(titre)}</caption><thead><tr>${entetes.map((e) => `<th scope="col">${echapper(e)}</th>`).join('')}</tr></thead><tbody>${corps.join('')}</tbody></table></div>`;
}
