// Réduit @etalab/decoupage-administratif à ce que le contrôle demande : les communes de 1 500 habitants et plus
// (seuil bas du champ SRU, L. 302-5), leur EPCI à fiscalité propre et leur population municipale.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const paquet = '@etalab/decoupage-administratif';
const epcis = require(`${paquet}/data/epci.json`);
const { version } = JSON.parse(readFileSync(require.resolve(`${paquet}/package.json`), 'utf8'));

const POPULATION_MINIMALE = 1500;
const MILLESIMES = { 6: 2026 };

const reduits = epcis
  .map(({ code, nom, membres }) => [
    code,
    nom,
    membres
      .filter((m) => m.populationMunicipale >= POPULATION_MINIMALE)
      .map((m) => [m.code, m.nom, m.populationMunicipale])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
  .filter(([, , membres]) => membres.length > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1));

const lignes = reduits.map((epci) => JSON.stringify(epci)).join(',\n');
writeFileSync(
  'src/annuaire/communes.json',
  `{"millesime":${MILLESIMES[version.split('.')[0]]},"source":"INSEE et DGCL, découpage administratif diffusé par Etalab (${paquet} ${version}), Licence Ouverte 2.0","populationMinimale":${POPULATION_MINIMALE},"epcis":[\n${lignes}\n]}\n`,
);
console.log(`${reduits.length} EPCI, ${reduits.reduce((n, [, , m]) => n + m.length, 0)} communes`);
