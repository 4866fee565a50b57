/**
 * Lit et contrôle un csv de 8 000 lignes et du nombre de colonnes demandé, et dit ce qu'il en coûte : `{ secondes, mebioctets, lignes }`.
 * `tsx test/outils/grand-tableau.ts [COLONNES]` ; seul dans son processus, pour que la mémoire soit la sienne.
 */
import { REFERENTIEL } from '../../src/referentiel';
import { lireClasseur } from '../../src/classeur/fichier';
import { controlerClasseur, SANS_PRECISION } from '../../src/tableau';

const [chemin = ''] = process.argv.slice(2);
const depart = process.cpuUsage();
const { feuilles } = await lireClasseur(chemin);
const { tableaux } = controlerClasseur(feuilles, SANS_PRECISION, REFERENTIEL);
const { user, system } = process.cpuUsage(depart);
console.log(
  JSON.stringify({
    secondes: (user + system) / 1e6,
    mebioctets: process.resourceUsage().maxRSS / 1024,
    lignes: tableaux[0]?.tableau.lignes.length,
  }),
);
