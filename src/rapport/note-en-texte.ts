import wrapAnsi from 'wrap-ansi';
import { typographier } from '../nombres';
import { aligner } from './aligner';
import type { Bloc, Element, Note, Tableau } from './note/document';
import type { Style } from './texte';

/** Une courte note dans un terminal. */
export const noteEnTexte = ({ titre, parties }: Note, style: Style): string =>
  [
    style.couleurs.bold(typographier(titre)),
    ...parties.flatMap(({ blocs }) => blocs).map((bloc) => enTexte(bloc, style)),
  ].join('\n\n');

function enTexte(bloc: Bloc, style: Style): string {
  const { couleurs } = style;
  switch (bloc.type) {
    case 'titre':
      return couleurs.bold(typographier(bloc.texte));
    case 'paragraphe':
      return replier(bloc.texte, style);
    case 'avertissement':
      return couleurs.bold(replier(`! ${bloc.texte}`, style));
    case 'verdict':
      return couleurs.bold(replier(`${bloc.verdict === 'non conforme' ? '✗' : '?'} ${bloc.texte}`, style));
    case 'liste':
      return bloc.elements.map((e) => puce(e, style)).join('\n');
    case 'tableau':
      return enTable(bloc, style);
  }
}

function puce({ sujet, texte, source }: Element, style: Style): string {
  const dit = [sujet && `${sujet} : `, texte, source && ` [${source}]`].filter(Boolean).join('');
  return replier(`- ${dit}`, style, '  ');
}

function enTable({ legende, colonnes, lignes }: Tableau, { couleurs }: Style): string {
  const table = aligner(
    colonnes.map((c) => c.titre),
    lignes.map((cellules) => cellules.map(typographier)),
    colonnes.map((c) => (c.nombre ? 'droite' : 'gauche')),
  );
  return `${couleurs.dim(typographier(legende))}\n${table}`;
}

const replier = (texte: string, { largeur }: Style, marge = ''): string =>
  wrapAnsi(typographier(texte), Math.max(40, largeur - marge.length), { hard: true }).replaceAll('\n', `\n${marge}`);
