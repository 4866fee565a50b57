import { typographier } from '../../nombres';
import type { Bloc, Element, Note, Tableau } from './document';

/** La note en Markdown ; le texte du classeur y est échappé. */
export function noteEnMarkdown({ titre, parties }: Note): string {
  const blocs = parties.flatMap((p) => p.blocs).map(enMarkdown);
  return `${[`# ${ecrire(titre)}`, ...blocs].join('\n\n')}\n`;
}

function enMarkdown(bloc: Bloc): string {
  switch (bloc.type) {
    case 'titre':
      return `${'#'.repeat(bloc.niveau)} ${ecrire(bloc.texte)}`;
    case 'paragraphe':
      return ecrire(bloc.texte);
    case 'avertissement':
    case 'verdict':
      return `> **${ecrire(bloc.texte)}**`;
    case 'liste':
      return bloc.elements.map(puce).join('\n');
    case 'tableau':
      return tableau(bloc);
  }
}

function puce({ sujet, texte, source }: Element): string {
  return `- ${sujet ? `**${ecrire(sujet)}** : ` : ''}${ecrire(texte)}${source ? ` (${ecrire(source)})` : ''}`;
}

function tableau({ legende, colonnes, lignes }: Tableau): string {
  const rangee = (cellules: readonly string[]) => `| ${cellules.map(ecrire).join(' | ')} |`;
  const alignements = colonnes.map((c) => (c.nombre ? '---:' : '---'));
  return [
    `*${ecrire(legende)}*\n`,
    rangee(colonnes.map((c) => c.titre)),
    `|${alignements.join('|')}|`,
    ...lignes.map(rangee),
  ].join('\n');
}

const ecrire = (texte: string): string =>
  typographier(
    texte
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]<>|#~@]/g, '\\$&')
      .replace(/\b(?:https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)/gi, '$&\\'),
  );
