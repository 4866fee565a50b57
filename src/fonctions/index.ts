/// <reference types="custom-functions-runtime" />
import { sansFauxZeros, type LireLesValeurs } from './cellules-vides';
import { FONCTIONS } from './registre';
import { ErreurDeCellule } from './valeurs';

const CODES = { '#VALEUR!': 'invalidValue', '#N/A': 'notAvailable' } as const;

const erreurExcel = ({ code, message }: ErreurDeCellule): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode[CODES[code]], message);

/** Le lien avec le classeur ne se charge qu'au premier zéro. */
const relire: LireLesValeurs = async (adresses) => (await import('../classeur/excel/valeurs')).lireValeurs(adresses);

/** Les manifestes de repli et de développement nomment autrement les fonctions : leur page dit comment (scripts/manifestes.mjs). */
const adresse = new URLSearchParams(typeof location === 'undefined' ? '' : location.search);
const [retire, ajoute] = [adresse.get('retire') ?? '', adresse.get('ajoute') ?? ''];

for (const [nom, fonction] of Object.entries(FONCTIONS)) {
  if (!nom.startsWith(retire)) continue;
  // L'objet de l'appel suit les arguments ; il en dit les adresses (functions.json le demande).
  CustomFunctions.associate(ajoute + nom.slice(retire.length), async (...recus: unknown[]) => {
    try {
      const plages = recus.map((recu) => (Array.isArray(recu) ? (recu as unknown[][]) : null));
      const { parameterAddresses: adresses } = (recus.at(-1) ?? {}) as Partial<CustomFunctions.Invocation>;
      const resultat = await fonction(await sansFauxZeros(plages, adresses, relire));
      return resultat.map((ligne) => ligne.map((v) => (v instanceof ErreurDeCellule ? erreurExcel(v) : v)));
    } catch (erreur) {
      throw erreur instanceof ErreurDeCellule ? erreurExcel(erreur) : erreur;
    }
  });
}
