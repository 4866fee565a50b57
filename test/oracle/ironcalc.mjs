// IronCalc est un module ESM, que jest ne charge pas ici : il calcule dans ce processus, une grille JSON en entrée, une en sortie.
import { readFileSync } from 'node:fs';
import { initSync, Model } from '@ironcalc/wasm';

initSync({ module: readFileSync(new URL(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))) });

const grille = JSON.parse(readFileSync(0, 'utf8'));
const classeur = new Model('oracle', 'fr', 'Europe/Paris', 'fr');
classeur.pauseEvaluation();
grille.forEach((rangee, l) =>
  rangee.forEach((texte, c) => texte !== '' && classeur.setUserInput(0, l + 1, c + 1, texte)),
);
classeur.evaluate();
const valeurs = grille.map((rangee, l) => rangee.map((_, c) => classeur.getFormattedCellValue(0, l + 1, c + 1)));
process.stdout.write(JSON.stringify(valeurs));
