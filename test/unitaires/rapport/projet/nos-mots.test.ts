import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { normaliser } from '../../../../src/tableau';
import { duFichier, noteDe, textes } from './outils';
import { titreSaufSi } from '../../../outils/saute';

// Les sources ne sont pas dans le dépôt : là où elles sont, aucune de leurs phrases ne doit se lire dans un contrat.
const SOURCES = process.env.SOURCES_DU_DROIT ?? '../shared/sources';
const SUITE = 8;

function suites(texte: string): Set<string> {
  const mots = normaliser(texte).split(' ');
  return new Set(mots.slice(SUITE - 1).map((_, i) => mots.slice(i, i + SUITE).join(' ')));
}

const absentes = !existsSync(SOURCES) && `${SOURCES} absent`;
(absentes ? it.skip : it)(titreSaufSi(absentes, 'aucune suite de huit mots n’est celle d’une source'), async () => {
  const sources = suites(
    readdirSync(SOURCES)
      .map((nom) => readFileSync(`${SOURCES}/${nom}`, 'utf8'))
      .join('\n'),
  );
  expect(sources.size).toBeGreaterThan(10_000);
  const projets = [
    await duFichier('test/cas/grand-poitiers.csv', { periode: '2023-2025', plh: true, avis: 'recueilli' }),
    await duFichier('test/cas/grand-poitiers.csv', {}),
    await duFichier('assets/exemples/cms-abaissant.xlsx', { periode: '2026-2028' }),
  ];
  for (const projet of projets) {
    const repris = [...suites(textes(noteDe(projet)).join(' . '))].filter((suite) => sources.has(suite));
    expect(repris).toEqual([]);
  }
});
