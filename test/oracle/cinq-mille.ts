/**
 * Le contrôle entier, refait par un tableur sur 5 000 tableaux tirés au hasard : `npx tsx test/oracle/cinq-mille.ts [NOMBRE] [GRAINE]`.
 * Rend 1 s'il y a un écart.
 */
import { comparer, SORTIES } from './controle';
import { ironcalc } from './moteur-ironcalc';
import { tirer } from './tirages-de-tableaux';

const [nombre = 5000, graine = 20260227] = process.argv.slice(2).map(Number);
const tires = tirer(nombre, graine);
const { lignes, ecarts } = await comparer(tires, ironcalc);
for (const { tableau, ligne, tableur, code } of ecarts.slice(0, 20)) {
  const [t, c] = [tableur.split(' | '), code.split(' | ')];
  const differences = SORTIES.flatMap((nom, i) => (t[i] === c[i] ? [] : [`${nom} : tableur ${t[i]}, code ${c[i]}`]));
  console.log(
    `${ligne.join(';')}\n  ${differences.join(' ; ')}\n${tableau.map((l) => `    ${l.join(';')}`).join('\n')}`,
  );
}
console.log(`${tires.length} tableaux, ${lignes} lignes comparées : ${ecarts.length} écarts.`);
process.exitCode = ecarts.length > 0 ? 1 : 0;
