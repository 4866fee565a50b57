import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { controlerFichier, type OptionsVerifier } from '../../../src/cli/verifier';
import { resultatTableau } from '../../../src/rapport/resultat';
import { controleDe } from '../../../src/volet/etat/controles';
import { tableauxDe } from '../../../src/volet/etat/etat';
import { deposerFichier } from './outils';

jest.setTimeout(60_000);

const FICHIERS = ['assets/exemples', 'test/cas', 'test/cas/tableaux', 'test/cas/inventaire']
  .flatMap((dossier) => readdirSync(dossier).map((nom) => join(dossier, nom)))
  .filter((chemin) => /\.(?:xlsx|ods|xls|csv)$/.test(chemin));

const SANS_REGLAGE = { contrat: null, plh: null, avis: null };
const OPTIONS: OptionsVerifier = { precisions: {}, feuille: null };

test('les formats sont tous là', () => {
  for (const format of ['.xlsx', '.ods', '.xls', '.csv']) expect(FICHIERS.join()).toContain(format);
});

test.each(FICHIERS)('%s : la page sans Excel et la ligne de commande disent la même chose', async (fichier) => {
  const { volet } = deposerFichier(fichier);
  await volet.controler();
  expect(volet.lectureSeule).toBe(true);
  for (const reglages of [SANS_REGLAGE, { contrat: 'cims', plh: true, avis: 'recueilli' } as const]) {
    await volet.regler(reglages);
    const { controles } = await controlerFichier(fichier, { ...OPTIONS, precisions: reglages });
    const deLaPage = tableauxDe(volet.etat()).map((t) => resultatTableau(controleDe(t)!));
    expect(deLaPage).toEqual(controles.map((c) => resultatTableau(c)));
  }
});
