// Écrit les classeurs d'exemple dans assets/exemples : mêmes octets à chaque exécution. `npm run exemples`
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fabriquer, NOMS_DES_EXEMPLES } from './exemples/fabriquer';

const racine = new URL('../', import.meta.url);
const lire = (chemin: string) => readFileSync(new URL(chemin, racine), 'utf8');
const dossier = new URL('assets/exemples/', racine);

mkdirSync(dossier, { recursive: true });
for (const nom of NOMS_DES_EXEMPLES) {
  const octets = await fabriquer(nom, {
    grandPoitiers: lire('test/cas/grand-poitiers.csv'),
    manifeste: lire('manifest.xml'),
  });
  writeFileSync(new URL(nom, dossier), octets);
  console.log(`assets/exemples/${nom} : ${octets.length} octets`);
}
