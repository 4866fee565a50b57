/// <reference types="custom-functions-runtime" />
import { FONCTIONS } from './registre';
import { ErreurDeCellule, type Plage } from './valeurs';

const CODES = { '#VALEUR!': 'invalidValue', '#N/A': 'notAvailable' } as const;

const erreurExcel = ({ code, message }: ErreurDeCellule): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode[CODES[code]], message);

for (const [id, fonction] of Object.entries(FONCTIONS)) {
  CustomFunctions.associate(id, async (...plages: Plage[]) => {
    try {
      const resultat = await fonction(...(plages as never[]));
      return resultat.map((ligne) => ligne.map((v) => (v instanceof ErreurDeCellule ? erreurExcel(v) : v)));
    } catch (erreur) {
      throw erreur instanceof ErreurDeCellule ? erreurExcel(erreur) : erreur;
    }
  });
}
