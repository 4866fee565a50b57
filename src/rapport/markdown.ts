import { typographier } from '../nombres';
import type { Droit } from '../droit';
import { articleDe } from '../regles';
import { adressePlage, type Constat, type Controle, type Inventaire } from '../tableau';
import { COLONNES_PRESENTEES, groupes, phraseDesTotaux, phraseDuCadre, rangees, verdictEnTitre } from './presentation';
import { RESERVE, tableDesCommunes, tableDesMutualisables, tableDesPaliers, type Table } from './inventaire';
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
  const { tableau, inventaire, constats } = controle;
  return [
    `## Feuille « ${echapper(tableau.feuille)} », ${adressePlage(tableau.plage)} : ${verdictEnTitre(controle)}`,
    `${phraseDuCadre(controle, droit)} ${phraseDesTotaux(controle)}`.trim(),
    ...(inventaire
      ? chapitresDeLInventaire(inventaire)
      : [table(COLONNES_PRESENTEES, rangees(controle, droit), (i) => (i === 0 ? '---' : '---:'))]),
    ...groupes(constats).map((g) => `### ${g.titre} (${g.constats.length})\n\n${g.constats.map(puce).join('\n')}`),
  ].join('\n\n');
}

function chapitresDeLInventaire(inventaire: Inventaire): string[] {
  const enMarkdown = ({ titre, entetes, rangees: lignes }: Table) =>
    `### ${titre}\n\n${table(entetes, lignes, () => '---')}`;
  return [
    enMarkdown(tableDesPaliers(inventaire)),
    enMarkdown(tableDesMutualisables(inventaire)),
    RESERVE,
    enMarkdown(tableDesCommunes(inventaire)),
  ];
}

const table = (
  entetes: readonly string[],
  lignes: readonly (readonly string[])[],
  filet: (colonne: number) => string,
): string =>
  [
    `| ${entetes.join(' | ')} |`,
    `|${entetes.map((_, i) => filet(i)).join('|')}|`,
    ...lignes.map((l) => `| ${l.map(echapper).join(' | ')} |`),
  ].join('\n');

function puce({ commune, cellule, message, code, reference, certitude }: Constat): string {
  const lieu = [commune, cellule].filter((mot) => mot !== null && mot !== '').join(', ');
  return `- ${lieu ? `**${echapper(lieu)}** : ` : ''}${echapper(message)} (\`${code}\`, ${articleDe(reference)}, ${certitude})`;
}

const echapper = (texte: string): string => texte.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
