// Écrit les classeurs d'exemple dans assets/exemples : mêmes octets à chaque exécution. `npm run exemples`
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fabriquer, fabriquerSansComplement, NOMS_DES_EXEMPLES } from './exemples/fabriquer';

const racine = new URL('../', import.meta.url);
const lire = (chemin: string) => readFileSync(new URL(chemin, racine), 'utf8');
const dossier = new URL('assets/exemples/', racine);

mkdirSync(dossier, { recursive: true });
const sources = { grandPoitiers: lire('test/cas/grand-poitiers.csv'), manifeste: lire('manifest.xml') };
const ecrire = (nom: string, octets: Buffer) => {
  writeFileSync(new URL(nom, dossier), octets);
  console.log(`assets/exemples/${nom} : ${octets.length} octets`);
};
for (const nom of NOMS_DES_EXEMPLES) ecrire(nom, await fabriquer(nom, sources));
ecrire('sans-complement.xlsx', await fabriquerSansComplement(sources));
