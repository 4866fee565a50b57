import { typographier } from '../nombres';
import type { Droit } from '../droit';
import { articleDe } from '../regles';
import { adressePlage, type Constat, type Controle } from '../tableau';
import { COLONNES_PRESENTEES, groupes, phraseDesTotaux, phraseDuCadre, rangees, VERDICTS } from './presentation';
import { METHODE } from './methode';

export interface Dossier {
  readonly titre: string;
  readonly controles: readonly Controle[];
}

/** Le rapport en Markdown : un titre par fichier, un chapitre par tableau. Le texte du classeur y est échappé. */
export function rapportMarkdown(dossiers: readonly Dossier[], droit: Droit): string {
  const corps = dossiers.flatMap(({ titre, controles }) => [
    `# Contrôle de ${echapper(titre)}`,
    ...controles.map((c) => chapitre(c, droit)),
  ]);
  const methode = METHODE.map((phrase) => `- ${phrase}`).join('\n');
  return typographier([...corps, '## Méthode', methode].join('\n\n')) + '\n';
}

function chapitre(controle: Controle, droit: Droit): string {
  const { tableau, verdict, constats } = controle;
  const lignes = rangees(controle, droit);
  return [
    `## Feuille « ${echapper(tableau.feuille)} », ${adressePlage(tableau.plage)} : ${VERDICTS[verdict]}`,
    `${phraseDuCadre(controle, droit)} ${phraseDesTotaux(controle)}`.trim(),
    [
      `| ${COLONNES_PRESENTEES.join(' | ')} |`,
      `|${COLONNES_PRESENTEES.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
      ...lignes.map((l) => `| ${l.map(echapper).join(' | ')} |`),
    ].join('\n'),
    ...groupes(constats).map((g) => `### ${g.titre} (${g.constats.length})\n\n${g.constats.map(puce).join('\n')}`),
  ].join('\n\n');
}

function puce({ commune, cellule, message, code, reference, certitude }: Constat): string {
  const lieu = [commune, cellule].filter((mot) => mot !== null && mot !== '').join(', ');
  return `- ${lieu ? `**${echapper(lieu)}** : ` : ''}${echapper(message)} (\`${code}\`, ${articleDe(reference)}, ${certitude})`;
}

const echapper = (texte: string): string => texte.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
