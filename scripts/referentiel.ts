// Écrit l'inventaire publié d'une année dans src/referentiel : npm run referentiel -- FICHIER.csv [--annee 2025] [--lu-le AAAA-MM-JJ]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ErreurDeFichier } from '../src/classeur/fichier';
import type { Donnees } from '../src/referentiel/inventaire';
import { enTexte, InventaireRefuse, lireInventaire, ranger } from './referentiel/donnees';

const SORTIE = 'src/referentiel/inventaires.json';
/** L'année du dernier, pour ce qui la dit sans charger les données. */
const DERNIER = 'src/referentiel/dernier.json';

async function ecrire(): Promise<void> {
  const options = { annee: { type: 'string' }, 'lu-le': { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [chemin, ...autres] = positionals;
  if (!chemin || autres.length > 0)
    throw new InventaireRefuse('Attendu un fichier : npm run referentiel -- FICHIER.csv');
  if (values.annee !== undefined && !/^20\d\d$/.test(values.annee))
    throw new InventaireRefuse('--annee : attendu une année, comme 2026.');
  const luLe = values['lu-le'] ?? new Date().toISOString().slice(0, 10);
  const { donnees, ecartes } = await lireInventaire(chemin, values.annee ? Number(values.annee) : null, luLe);
  const inventaires = ranger(JSON.parse(readFileSync(SORTIE, 'utf8')) as readonly Donnees[], donnees);
  writeFileSync(SORTIE, enTexte(inventaires));
  writeFileSync(DERNIER, `{ "annee": ${inventaires[0]!.annee} }\n`);
  for (const ecarte of ecartes) console.log(`Non repris : ${ecarte}`);
  console.log(`Inventaire publié en ${donnees.annee} : ${donnees.communes.length} communes, dans ${SORTIE}.`);
}

try {
  await ecrire();
} catch (erreur) {
  const attendue =
    erreur instanceof InventaireRefuse || erreur instanceof ErreurDeFichier || erreur instanceof TypeError;
  if (!attendue) throw erreur;
  console.error(erreur.message);
  process.exitCode = 64;
}
