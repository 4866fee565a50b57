// Comme ironcalc.mjs, pour des classeurs de plusieurs feuilles : { feuille: [[ligne, colonne, saisie en anglais]…] } en entrée, leurs valeurs en sortie.
import { readFileSync } from 'node:fs';
import { initSync, Model } from '@ironcalc/wasm';

initSync({ module: readFileSync(new URL(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))) });

const calculer = (feuilles) => {
  const classeur = new Model('oracle', 'en', 'Europe/Paris', 'en');
  classeur.pauseEvaluation();
  const noms = Object.keys(feuilles);
  noms.forEach((nom, rang) => {
    if (rang > 0) classeur.newSheet();
    classeur.renameSheet(rang, nom);
  });
  noms.forEach((nom, rang) => {
    for (const [ligne, colonne, saisie] of feuilles[nom]) classeur.setUserInput(rang, ligne, colonne, saisie);
  });
  classeur.evaluate();
  return Object.fromEntries(
    noms.map((nom, rang) => [nom, feuilles[nom].map(([l, c]) => [l, c, classeur.getFormattedCellValue(rang, l, c)])]),
  );
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(calculer)));
