import { lireContenu } from '../../../src/classeur/contenu';
import { TYPE_XLSX } from '../../../src/classeur/xlsx';
import { REFERENTIEL } from '../../../src/referentiel';
import { grilleDeValeurs, SANS_PRECISION } from '../../../src/tableau';
import { bilanDe, bilanEmporte } from '../../../src/volet/etat/bilan';
import { controlerFeuilles } from '../../../src/volet/etat/controles';

const JOUR = new Date(2026, 10, 30);

function emporter(...rangees: unknown[][]) {
  const feuille = { ...grilleDeValeurs(rangees, 'Bilan'), id: 'f1' };
  const tableaux = controlerFeuilles([feuille], SANS_PRECISION, REFERENTIEL).flatMap((f) => f.tableaux);
  return bilanEmporte('Bilan 2023-2025.xlsx', bilanDe(tableaux[0]!, tableaux)!, JOUR);
}

test('le bilan s’emporte aux titres du ministère, sous le nom du classeur', async () => {
  const emporte = await emporter(['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'], ['A', 100, 110]);
  if ('refus' in emporte) throw new Error(emporte.refus);
  const { nom, type, contenu } = emporte.document;
  expect([nom, type, emporte.aTrancher]).toEqual(['Bilan 2023-2025-bilan.xlsx', TYPE_XLSX, []]);
  const { feuilles } = await lireContenu(contenu as Uint8Array<ArrayBuffer>, nom);
  expect([0, 1].map((l) => feuilles[0]!.cellule(l, 21)?.valeur)).toEqual([
    'Objectif quantitatif pour la période 2023-2025',
    100,
  ]);
});

test('une commune contestée se dit ; sans période, rien ne s’emporte', async () => {
  const entetes = ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025', 'Taux de réalisation'];
  expect(await emporter(entetes, ['A', 100, 110, '60 %'])).toMatchObject({
    aTrancher: [expect.stringMatching(/^A : /)],
  });
  expect(await emporter(['Commune', 'Objectif', 'Réalisés'], ['A', 100, 110])).toHaveProperty('refus');
});
