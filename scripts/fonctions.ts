// Écrit ce qui dérive des déclarations de src/fonctions : leur catalogue, la table du README, et la révision que porte la version du manifeste. `npm run fonctions`
// `--verifier` : n’écrit rien, échoue si l’un n’est pas à jour.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const DOSSIER = 'src/fonctions';
const ENTETE = '// Écrit par `npm run fonctions`.\n';

/** « sru-objectif-depuis », pour chaque fichier du dossier. */
const fichiersDe = (dossier: string): string[] =>
  readdirSync(`${DOSSIER}/${dossier}`)
    .map((fichier) => fichier.replace(/\.ts$/, ''))
    .filter((fichier) => fichier !== 'index')
    .sort();
const constante = (fichier: string): string => fichier.toUpperCase().replaceAll('-', '_');
const nomDe = (fichier: string): string => fichier.toUpperCase().replaceAll('-', '.');

const importer = (dossier: string, fichiers: readonly string[]): string =>
  fichiers.map((fichier) => `import { ${constante(fichier)} } from '${dossier}/${fichier}';\n`).join('');
const tableau = (nom: string, fichiers: readonly string[]): string =>
  `export const ${nom}: readonly FonctionDeclaree[] = [${fichiers.map(constante).join(', ')}];\n`;

const [immediates, differees] = [fichiersDe('immediates'), fichiersDe('differees')];
await ecrire(
  `${DOSSIER}/catalogue.ts`,
  `${ENTETE}import type { FonctionDeclaree } from './declaration';
${importer('./immediates', immediates)}
${tableau('IMMEDIATES', immediates)}
export const NOMS_DIFFEREES: readonly string[] = ${JSON.stringify(differees.map(nomDe))};
`,
);
await ecrire(
  `${DOSSIER}/differees/index.ts`,
  `${ENTETE}import type { FonctionDeclaree } from '../declaration';\n${importer('.', differees)}\n${tableau('DIFFEREES', differees)}`,
);

const { tableDesFonctions } = await import('./fonctions/table');
const [debut, fin] = ['<!-- table écrite par npm run fonctions -->', '<!-- fin de la table -->'];
const readme = readFileSync('README.md', 'utf8');
const [avant, , apres] = readme.split(new RegExp(`(?<=${debut})|(?=${fin})`));
await ecrire('README.md', `${avant}\n\n${tableDesFonctions()}\n${apres}`);

/** Que la version du manifeste porte (manifestes.mjs). */
const REVISION = `${DOSSIER}/revision.json`;
const { METADONNEES } = await import('../src/fonctions/metadonnees');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const tenue = JSON.parse(readFileSync(REVISION, 'utf8')) as { version: string; revision: number; empreinte: string };
const empreinte = createHash('sha256').update(JSON.stringify(METADONNEES)).digest('hex');
const revision = tenue.version !== version ? 0 : tenue.revision + (tenue.empreinte === empreinte ? 0 : 1);
await ecrire(REVISION, JSON.stringify({ version, revision, empreinte }));

async function ecrire(chemin: string, texte: string): Promise<void> {
  const contenu = await format(texte, { ...(await resolveConfig(chemin)), filepath: chemin });
  if (!process.argv.includes('--verifier')) return writeFileSync(chemin, contenu);
  if (readFileSync(chemin, 'utf8') === contenu) return;
  console.error(`${chemin} n’est pas à jour : npm run fonctions.`);
  process.exitCode = 1;
}
