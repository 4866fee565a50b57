import { echapper as ecrire } from '../echapper';
import { classeDuVerdict } from '../mots';
import { STYLE_DE_LA_PAGE } from '../portrait/encres';
import { portraitEnHtml, STYLE_DU_PORTRAIT } from '../portrait/html';
import type { Bloc, Element, Note, Partie, Tableau } from './document';

const STYLE = `
body { font: 11pt/1.45 "Marianne", "Liberation Sans", Arial, sans-serif; color: #161616; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1.1rem; margin-top: 1.5rem; } h4 { font-size: 1rem; }
h1, h2, h3, h4 { break-after: avoid; }
.verdict { border: 2px solid; padding: .4rem .8rem; font-weight: bold; }
.conforme { color: #18753c; } .non-conforme { color: #b3000c; } .indetermine { color: #7a4100; } .rien-a-controler { color: #3a3a3a; }
.avertissement { border-left: 4px solid #7a4100; padding-left: .8rem; font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; } caption { text-align: left; font-style: italic; padding-bottom: .3rem; }
th, td { border-bottom: 1px solid #929292; padding: .25rem .5rem; text-align: left; vertical-align: top; }
.nombre { text-align: right; } thead th { border-bottom: 2px solid #161616; } tbody th { font-weight: normal; }
.total th, .total td { font-weight: bold; } .a-signer td, .a-signer th { height: 4rem; border: 1px solid #929292; }
li { margin: .3rem 0; break-inside: avoid; } .source { color: #3a3a3a; font-size: .9em; }
.paysage { page: paysage; break-before: page; } .paysage table { font-size: .85em; }
@page { size: A4; margin: 18mm; } @page paysage { size: A4 landscape; }
@media print { body { margin: 0; max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

/** La note en HTML, autonome et imprimable en A4 ; le texte du classeur n'y est jamais interprété. */
export function noteEnHtml({ titre, parties }: Note): string {
  return `<!doctype html>
<html lang="fr-FR">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${ecrire(titre)}</title><style>${STYLE}${STYLE_DE_LA_PAGE}${STYLE_DU_PORTRAIT}</style></head>
<body>
<h1>${ecrire(titre)}</h1>
${parties.map((p, i) => partie(p, `p${i + 1}`)).join('\n')}
</body>
</html>
`;
}

const partie = ({ orientation, blocs }: Partie, id: string): string =>
  `<div class="${orientation}">\n${blocs.map((bloc, i) => enHtml(bloc, `${id}-${i + 1}`)).join('\n')}\n</div>`;

function enHtml(bloc: Bloc, id: string): string {
  switch (bloc.type) {
    case 'titre':
      return `<h${bloc.niveau}>${ecrire(bloc.texte)}</h${bloc.niveau}>`;
    case 'paragraphe':
      return `<p>${ecrire(bloc.texte)}</p>`;
    case 'avertissement':
      return `<p class="avertissement">${ecrire(bloc.texte)}</p>`;
    case 'verdict':
      return `<p class="verdict ${classeDuVerdict(bloc.verdict)}">${ecrire(bloc.texte)}</p>${bloc.portrait ? portraitEnHtml(bloc.portrait, id) : ''}`;
    case 'liste':
      return `<ul>${bloc.elements.map(puce).join('\n')}</ul>`;
    case 'tableau':
      return tableau(bloc);
  }
}

function puce({ sujet, texte, source }: Element): string {
  const mention = source ? ` <span class="source">(${ecrire(source)})</span>` : '';
  return `<li>${sujet ? `<strong>${ecrire(sujet)}</strong>${ecrire(' : ')}` : ''}${ecrire(texte)}${mention}</li>`;
}

function tableau({ legende, colonnes, lignes, total, aSigner }: Tableau): string {
  const classe = (rang: number) => (colonnes[rang]?.nombre ? ' class="nombre"' : '');
  const entetes = colonnes.map((c, i) => `<th scope="col"${classe(i)}>${ecrire(c.titre)}</th>`).join('');
  const corps = lignes.map((cellules, i) => {
    const ligne = cellules.map((texte, c) =>
      c === 0 ? `<th scope="row">${ecrire(texte)}</th>` : `<td${classe(c)}>${ecrire(texte)}</td>`,
    );
    return `<tr${total && i === lignes.length - 1 ? ' class="total"' : ''}>${ligne.join('')}</tr>`;
  });
  return `<div class="defilant"><table${aSigner ? ' class="a-signer"' : ''}><caption>${ecrire(legende)}</caption><thead><tr>${entetes}</tr></thead><tbody>
${corps.join('\n')}
</tbody></table></div>`;
}
