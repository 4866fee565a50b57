import { REFERENCES, type IdReference, type Reference } from '../../src/droit';
import { ecrireJourIso, typographier } from '../../src/nombres';
import { PUBLIE } from '../exemples/grand-poitiers-donnees';
import type { Dispositif, Theme } from './dispositif';
import { fonctionsDe, REGISTRE_DU_DROIT } from './registre';

const INTRODUCTION = `# Registre du droit

Chaque dispositif que les sources nomment : son article et la version lue, sa certitude, sa règle, ce qui le calcule ou le contrôle, et les essais qui le tiennent. Ce qui n’est pas calculé dit pourquoi.

Page écrite par \`npm run regles\` à partir de \`scripts/regles\` ; un essai vérifie qu’elle est à jour, et que chaque fonction et chaque constat y figure une fois.

- *texte* : lettre de la loi, lue dans sa version consolidée au 27 février 2026 ;
- *interprétation* : lecture de l’outil, avec son motif dans [docs/adr](adr/README.md) ;
- *source secondaire* : plaquette, circulaire ou article, sans le texte même.

**Ce que des cas publiés confirment.** Le total de Grand Poitiers (${PUBLIE.total} logements, ${PUBLIE.hausse} % au-dessus du droit commun) ; les taux de réalisation et les majorations de dix-neuf communes d’Île-de-France, 2011-2013 ; l’exemple de la plaquette (165 → 85, 99 → 179). **Ce qu’aucun ne confirme.** Nul tableau public ne donne ensemble résidences principales, logements sociaux et objectif : l’arrondi de l’objectif reste notre lecture ([ADR 0001](adr/0001-arrondis.md)), comme l’écart de 4 points exactement. Aucun décret de tension n’a été lu en entier.

**Veille, au 30 novembre 2026.** Proposition de loi « CHOC » (n° 171) : adoptée au Sénat le 20 janvier 2026, promulgation non trouvée. Loi n° 2025-1129 du 26 novembre 2025 : rien de trouvé qui change les articles L. 302-5 à L. 302-9. Guide des contrats de décembre 2022 et instruction de 2026-2028 : textes non trouvés.
`;

/** La page du registre, en Markdown, avant mise en forme. */
export const pageDesRegles = (): string =>
  typographier([INTRODUCTION, ...REGISTRE_DU_DROIT.map(theme), articles()].join('\n'));

const theme = ({ titre, dispositifs }: Theme): string =>
  `## ${titre}\n\n${tableau(['Dispositif', 'Règle', 'Article, version, certitude', 'Dans l’outil', 'Essais'], dispositifs.map(ligne))}`;

const ligne = (d: Dispositif): string[] => [
  d.nom,
  d.regle,
  `${REFERENCES[d.reference].article} (${versionLue(REFERENCES[d.reference])}), *${d.certitude}*`,
  d.sansCalcul ? `Non calculé. ${d.sansCalcul}` : dansLOutil(d),
  (d.cas ?? []).map(lien).join(', ') || '—',
];

const dansLOutil = (dispositif: Dispositif): string => {
  const { code, constats = [] } = dispositif;
  return [...[...fonctionsDe(dispositif), ...constats].map((nom) => `\`${nom}\``), ...(code ? [lien(code)] : [])].join(
    ', ',
  );
};

const versionLue = ({ luDans, version }: Reference): string => (luDans ? `lu dans ${luDans}` : ecrireJourIso(version));

const lien = (chemin: string): string => `[${chemin.split('/').at(-1)!}](../${chemin})`;

function articles(): string {
  const cites = new Set<IdReference>(REGISTRE_DU_DROIT.flatMap((t) => t.dispositifs.map(({ reference }) => reference)));
  const lignes = Object.entries(REFERENCES)
    .filter(([id]) => cites.has(id as IdReference))
    .map(([, r]) => [`[${r.article}](${r.url})`, versionLue(r), r.objet]);
  return `## Articles et documents\n\n${tableau(['Article ou document', 'Version ou date', 'Objet'], lignes)}`;
}

const tableau = (entetes: readonly string[], lignes: readonly (readonly string[])[]): string =>
  [entetes, entetes.map(() => '---'), ...lignes].map((cellules) => `| ${cellules.join(' | ')} |`).join('\n') + '\n';
