import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { controlerFichier } from '../../src/cli/verifier';
import { adresse } from '../../src/tableau';
import { options } from '../outils/options';
import { fermerNavigateur, ouvrirSeance } from './outils/seance';

jest.setTimeout(300_000);
afterAll(fermerNavigateur);

const FEUILLE = 'Mutualisation 2026-2028';
/** Ligne des en-têtes, première et dernière communes, comptées de zéro. */
const communes = async (valeur: (adresse: string) => Promise<unknown>) => {
  let entete = 0;
  while ((await valeur(`${FEUILLE}!${adresse(entete, 0)}`)) !== 'Code INSEE') entete++;
  let fin = entete + 1;
  while (await valeur(`${FEUILLE}!${adresse(fin, 0)}`)) fin++;
  return { entete, debut: entete + 1, fin: fin - 1 };
};

test('d’un classeur vide à la mutualisation de La Rochelle : préparée, remplie, contrôlée, scénario écrit', async () => {
  const vide = new ExcelJS.Workbook();
  vide.addWorksheet('Feuil1');
  const octets = new Uint8Array(await vide.xlsx.writeBuffer());
  const seance = await ouvrirSeance({ nom: 'vide.xlsx', octets });
  const volet = seance.volet();

  await volet.getByRole('textbox', { name: 'EPCI ou département' }).fill('la rochelle');
  await volet.getByRole('button', { name: 'CA de La Rochelle' }).click();
  await seance.capture('departement-1-preparer');
  await volet.getByRole('button', { name: 'Créer la feuille' }).click();
  await volet.getByText(/Feuille créée\. Mutualisation 2026-2028/).waitFor();
  await volet.locator('.verdict .mot', { hasText: 'INDÉTERMINÉ' }).first().waitFor();
  await seance.calme();
  await seance.capture('departement-2-preparee');

  const { entete, debut, fin } = await communes(seance.valeur);
  const colonne = async (titre: string) => {
    let c = 0;
    while ((await seance.valeur(`${FEUILLE}!${adresse(entete, c)}`)) !== titre) c++;
    return c;
  };
  const [rp, lls, rang, reference, contrat] = await Promise.all(
    [
      'Résidences principales',
      'Logements sociaux',
      'Rang triennal',
      'Objectif de référence',
      'Objectif du contrat',
    ].map(colonne),
  );
  expect(fin - debut).toBe(8);
  for (let l = debut; l <= fin; l++) {
    await seance.saisir(`${FEUILLE}!${adresse(l, rp!)}`, 5000 + 100 * (l - debut));
    await seance.saisir(`${FEUILLE}!${adresse(l, lls!)}`, 600);
    await seance.saisir(`${FEUILLE}!${adresse(l, rang!)}`, 3);
  }
  await seance.calme();
  // 5 000 résidences à 25 % : 1 250 − 600 = 650 manquants, 33 % : 214,5, donc 215.
  expect(await seance.valeur(`${FEUILLE}!${adresse(debut, reference!)}`)).toBe(215);

  await seance.largeur(900);
  await seance.ecran('Scénarios');
  await volet.getByRole('button', { name: /^Proposer les objectifs du scénario A/ }).click();
  await seance.capture('departement-3-scenario');
  await volet.getByRole('button', { name: /^Écrire le scénario A dans « Objectif du contrat », vide/ }).click();
  await seance.calme();
  await volet
    .getByText(/rempli en L16:L24/)
    .first()
    .waitFor();
  await seance.calme();
  expect(await seance.valeur(`${FEUILLE}!${adresse(debut, contrat!)}`)).toBe(215);
  await seance.ecran('Contrôle');
  await volet
    .locator('.verdict .mot', { hasText: /^CONFORME/ })
    .first()
    .waitFor();
  await seance.capture('departement-4-conforme');

  const [contratRedige] = await Promise.all([
    seance.page.waitForEvent('download'),
    seance.action('Télécharger le projet de contrat (.docx)'),
  ]);
  const chemin = join(mkdtempSync(join(tmpdir(), 'departement-')), 'contrat.docx');
  await contratRedige.saveAs(chemin);
  // Le contrat se relit : les mêmes communes, le même verdict, dès que ce qu'il laisse à compléter est dit.
  const { verdict, controles } = await controlerFichier(chemin, options({ plh: true, avis: 'recueilli' }));
  expect([verdict, controles.map((c) => c.tableau.lignes.length)]).toEqual(['conforme', [9]]);
  expect(seance.plaintes).toEqual([]);
  await seance.fermer();
});
