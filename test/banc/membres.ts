/**
 * Les membres de l'hôte que nul n'a nommés pendant les suites lancées avec MEMBRES=fichier.
 * `MEMBRES=/tmp/membres npx jest …`, autant de fois qu'il faut, puis `npx tsx test/banc/membres.ts /tmp/membres`.
 */
import { readFileSync } from 'node:fs';
import './hote/objets';
import { objetsConnus } from './hote/objets/cadre';

const nommes = new Set(readFileSync(process.argv[2] ?? '', 'utf8').split('\n'));
for (const { nom, membres } of objetsConnus()) {
  const inutiles = Object.keys(membres).filter((membre) => !nommes.has(`${nom}.${membre}`));
  if (inutiles.length > 0)
    console.log(`${nom} (${inutiles.length} sur ${Object.keys(membres).length}) : ${inutiles.join(', ')}`);
}
