// Réduit @etalab/decoupage-administratif à ce que le contrôle demande : les communes de 1 500 habitants et plus
// (seuil bas du champ SRU, L. 302-5), leur EPCI à fiscalité propre et leur population municipale ; et, de toutes les autres,
// communes déléguées et associées comprises, le seul nom.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tsImport } from 'tsx/esm/api';

const { cleDeNom, plierCles } = await tsImport('../src/annuaire/noms.ts', import.meta.url);
const { DROIT_EN_VIGUEUR } = await tsImport('../src/droit/index.ts', import.meta.url);

const require = createRequire(import.meta.url);
const paquet = '@etalab/decoupage-administratif';
const epcis = require(`${paquet}/data/epci.json`);
const { version } = JSON.parse(readFileSync(require.resolve(`${paquet}/package.json`), 'utf8'));

const POPULATION_MINIMALE = DROIT_EN_VIGUEUR.champ.regle.populationUniteUrbaineDeParis;
const MILLESIMES = { 6: 2026 };

const epts = require(`${paquet}/data/ept.json`);
const communes = require(`${paquet}/data/communes.json`);

// Dans la métropole du Grand Paris, le contrat se conclut à l'échelle de l'établissement public territorial (L. 302-8-1).
const membresDEpt = new Set(epts.flatMap(({ membres }) => membres.map((m) => m.code)));
const membresDEpci = new Set(epcis.flatMap(({ membres }) => membres.map((m) => m.code)));
// Quatre îles n'ont pas d'EPCI à fiscalité propre ; les collectivités d'outre-mer sont hors du champ.
const isolees = communes
  .filter((c) => c.type === 'commune-actuelle' && c.zone !== 'com' && !membresDEpci.has(c.code))
  .map((c) => ({ code: c.code, nom: c.nom, populationMunicipale: c.population }));

const ordonner = (a, b) => (a[0] < b[0] ? -1 : 1);
const reduits = [
  ...epcis.map((e) => ({ ...e, membres: e.membres.filter((m) => !membresDEpt.has(m.code)) })),
  ...epts.map((e) => ({ ...e, nom: `EPT ${e.nom}` })),
  ...isolees.map((m) => ({ code: `sans EPCI ${m.code}`, nom: 'aucun EPCI à fiscalité propre', membres: [m] })),
]
  .map(({ code, nom, membres }) => [
    code,
    nom,
    membres
      .filter((m) => m.populationMunicipale >= POPULATION_MINIMALE)
      .map((m) => [m.code, m.nom, m.populationMunicipale])
      .sort(ordonner),
  ])
  .filter(([, , reunis]) => reunis.length > 0)
  .sort(ordonner);

const lignes = reduits.map((epci) => JSON.stringify(epci)).join(',\n');
// Les collectivités d'outre-mer sont hors du champ.
const departements = require(`${paquet}/data/departements.json`)
  .filter(({ zone }) => zone !== 'com')
  .map(({ code, nom }) => [code, nom]);
writeFileSync(
  'src/annuaire/communes.json',
  `{"millesime":${MILLESIMES[version.split('.')[0]]},"source":"INSEE et DGCL, découpage administratif diffusé par Etalab (${paquet} ${version}), Licence Ouverte 2.0","populationMinimale":${POPULATION_MINIMALE},"departements":${JSON.stringify(departements)},"epcis":[\n${lignes}\n]}\n`,
);

const connus = new Set(reduits.flatMap(([, , membres]) => membres.map(([, nom]) => cleDeNom(nom))));
const autres = communes.map(({ nom }) => cleDeNom(nom)).filter((cle) => !connus.has(cle));
writeFileSync('src/annuaire/noms.json', `${JSON.stringify(plierCles(autres), null, 0).replaceAll('","', '",\n"')}\n`);
console.log(`${new Set(autres).size} autres noms`);
console.log(`${reduits.length} EPCI, ${reduits.reduce((n, [, , m]) => n + m.length, 0)} communes`);
