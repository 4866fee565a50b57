/// <reference types="custom-functions-runtime" />
import { FONCTIONS } from './registre';
import { ErreurDeCellule } from './valeurs';

const CODES = { '#VALEUR!': 'invalidValue', '#N/A': 'notAvailable' } as const;

const erreurExcel = ({ code, message }: ErreurDeCellule): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode[CODES[code]], message);

/** Les manifestes de repli et de développement nomment autrement les fonctions : leur page dit comment (scripts/manifestes.mjs). */
const adresse = new URLSearchParams(typeof location === 'undefined' ? '' : location.search);
const [retire, ajoute] = [adresse.get('retire') ?? '', adresse.get('ajoute') ?? ''];

for (const [nom, fonction] of Object.entries(FONCTIONS)) {
  if (!nom.startsWith(retire)) continue;
  CustomFunctions.associate(ajoute + nom.slice(retire.length), async (...recus: unknown[]) => {
    try {
      const resultat = await fonction(recus);
      return resultat.map((ligne) => ligne.map((v) => (v instanceof ErreurDeCellule ? erreurExcel(v) : v)));
    } catch (erreur) {
      throw erreur instanceof ErreurDeCellule ? erreurExcel(erreur) : erreur;
    }
  });
}
