import { executer, parLots } from '../../../classeur/excel/executer';
import { relever } from '../../../classeur/excel/releves';
import { ecrire, ecrireCompte } from '../../../nombres';
import { juger, type Point } from '../point';

const LIGNES = 20_000;
const COLONNES = ['A', 'B', 'C'];
const PAR_ECRITURE = 2_000;
/** De quoi passer les 5 Mo qu'Excel sur le web admet dans une réponse. */
const TEXTE = '.'.repeat(150);

export const GRANDE_LECTURE: Point = {
  numero: 29,
  titre: 'Grand classeur',
  attendu: `${ecrire(LIGNES)} lignes, plus de 5 Mo, écrites puis relues sans erreur, au besoin par morceaux`,
  async essayer({ plage, feuille }) {
    const rangee = [LIGNES, TEXTE, TEXTE];
    const debut = performance.now();
    const bandes = await executer(async (context) => {
      await parLots(
        context,
        Array.from({ length: LIGNES / PAR_ECRITURE }, (_, lot) => () => {
          const premiere = lot * PAR_ECRITURE;
          plage(context, `${COLONNES[0]}${premiere + 1}:${COLONNES.at(-1)}${premiere + PAR_ECRITURE}`).values =
            Array.from({ length: PAR_ECRITURE }, () => rangee);
        }),
      );
      return (await relever(context, [feuille()], ['values', 'numberFormat'])).get(feuille()) ?? [];
    });
    const relues = bandes.flatMap(({ values }) => values);
    const exactes = relues.filter((r) => r[0] === LIGNES && r[1] === TEXTE && r[2] === TEXTE).length;
    const duree = `${ecrire(performance.now() - debut, 0)} ms`;
    return juger(
      exactes === LIGNES && relues.length === LIGNES,
      `${ecrire(exactes)} lignes exactes, en ${ecrireCompte(bandes.length, 'morceau', 'morceaux')}, ${duree}`,
    );
  },
};
