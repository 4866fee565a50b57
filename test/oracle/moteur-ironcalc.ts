import { execFileSync } from 'node:child_process';

/** Une grille de textes, tels qu'on les tape dans un tableur français ; les formules commencent par « = ». */
export type Saisies = readonly (readonly string[])[];

/** Un tableur : ce qu'il affiche pour ces saisies ; `absent` dit pourquoi on ne peut pas l'appeler. */
export interface Moteur {
  readonly nom: string;
  readonly absent: string | null;
  readonly calculer: (saisies: Saisies) => Promise<string[][]>;
}

export const ironcalc: Moteur = {
  nom: 'IronCalc, en français',
  absent: null,
  calculer: (saisies) => {
    const options = { input: JSON.stringify(saisies), maxBuffer: 2 ** 28, encoding: 'utf8' } as const;
    return Promise.resolve(
      JSON.parse(execFileSync(process.execPath, ['test/oracle/ironcalc.mjs'], options)) as string[][],
    );
  },
};
