// Écrit docs/regles.md à partir du registre du droit. `--verifier` : n’écrit rien, échoue si la page n’est pas à jour.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { pageDesRegles } from './regles/page';

const PAGE = 'docs/regles.md';

const page = await format(pageDesRegles(), { ...(await resolveConfig(PAGE)), parser: 'markdown' });

if (!process.argv.includes('--verifier')) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page) {
  console.error(`${PAGE} n’est pas à jour : npm run regles.`);
  process.exitCode = 1;
}
