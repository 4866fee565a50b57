import type * as Paliers from '../../../src/droit/paliers';
import type * as Donnees from '../../../src/droit/donnees';
import type * as Prelevement from '../../../src/droit/prelevement';
import { droitDe, DROIT_EN_VIGUEUR } from '../../../src/droit';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { formulesDe } from '../../../scripts/exemples/sans-complement-formules';
import { controle, resumer } from '../../outils/tableau';

/**
 * Une loi imaginaire change tout à compter de 2029, par les seules données : quatre points deviennent cinq, 33 % 35 %, 25 % des manquants
 * 30 %, la moitié de la référence 60 %, 30 % de PLAI 35 %, un quart du potentiel fiscal 30 %. Chaque question répond à nouveau, et comme avant en 2026-2028.
 */
type Datee = { readonly de: number; readonly avant: number | null; readonly regle: object };
function mockRemplace<T extends Datee>(table: readonly T[], regle: object): T[] {
  return table.flatMap((r) =>
    r.avant === null
      ? [
          { ...r, avant: 2029 },
          { ...r, de: 2029, regle },
        ]
      : [r],
  );
}
function mockChange<T extends Datee>(table: readonly T[], regle: object): T[] {
  return mockRemplace(table, { ...table.at(-1)!.regle, ...regle });
}

jest.mock('../../../src/droit/donnees', () => {
  const reel = jest.requireActual<typeof Donnees>('../../../src/droit/donnees');
  const { paliers } = jest.requireActual<typeof Paliers>('../../../src/droit/paliers');
  return {
    ...reel,
    RATTRAPAGE: mockRemplace(
      reel.RATTRAPAGE,
      paliers(
        { auDela: 5, taux: 35, planchers: { abaissement: 30, plaquette: 17 } },
        { auDela: 2, compris: true, taux: 50, planchers: { abaissement: 40 } },
        { auDela: 0, taux: 100, planchers: { abaissement: 80 } },
      ),
    ),
    ABAISSEMENT: mockChange(reel.ABAISSEMENT, {
      periodesConsecutives: 4,
    }),
    MUTUALISATION: mockChange(reel.MUTUALISATION, { partDeLaReference: 60 }),
    ENTRANTES: mockChange(reel.ENTRANTES, { 1: 20 }),
    TYPOLOGIE: mockChange(reel.TYPOLOGIE, { plaiMinimum: 35 }),
  };
});
jest.mock('../../../src/droit/prelevement', () => {
  const reel = jest.requireActual<typeof Prelevement>('../../../src/droit/prelevement');
  return { ...reel, PRELEVEMENT: mockChange(reel.PRELEVEMENT, { partDuPotentiel: 30 }) };
});

/** Écart de 6 points, 600 manquants. */
const A = [10_000, 1400, 20] as const;
/** Écart de 4,5 points : plus de quatre, moins de cinq ; 450 manquants. */
const B = [10_000, 1550, 20] as const;
const CAS: readonly (readonly [
  fonction: string,
  args: readonly unknown[],
  rang: number,
  avant: unknown,
  apres: unknown,
])[] = [
  ['SRU.RATTRAPAGE', A, 4, 0.33, 0.35],
  ['SRU.RATTRAPAGE', B, 4, 0.33, 0.5],
  ['SRU.OBJECTIF', A, 4, 198, 210],
  ['SRU.OBJECTIF', B, 4, 149, 225],
  ['SRU.OBJECTIF', [...A, 1], 4, 90, 120],
  ['SRU.OBJECTIF.DEPUIS', [600, 14, 20], 4, 198, 210],
  ['SRU.OBJECTIF.DEPUIS', [450, '15,5 %', 20], 4, 149, 225],
  ['CMS.PLANCHER', A, 5, 150, 180],
  ['CMS.PLANCHER', B, 5, 113, 180],
  ['CMS.DUREE', [4, 5000, 29], 3, /^NON CONFORME/, /^CONFORME/],
  ['CIMS.PLANCHER', A, 5, 99, 126],
  ['SRU.TYPOLOGIE', [100, 30, 30, 12], 5, /^CONFORME/, /^NON CONFORME : 30 PLAI, 35 au moins/],
  ['SRU.BILAN', [100, 100, 30, 30, 12], 6, 1, 1],
  ['SRU.PRELEVEMENT', [1000, ...A, 10_000_000], 7, 150_000, 180_000],
];

/** Un appel, sa période à son rang ; `null` : absente. */
async function demander(fonction: string, args: readonly unknown[], rang: number, periode: string | null) {
  const plages = Array.from({ length: rang + 1 }, (_, i) => (i === rang ? periode : (args[i] ?? null)));
  return (await FONCTIONS[fonction]!(plages.map((v) => (v === null ? null : [[v]]))))[0]!;
}
const attendre = (recu: unknown, attendu: unknown) =>
  attendu instanceof RegExp ? expect(String(recu).replace(/\s/g, ' ')).toMatch(attendu) : expect(recu).toBe(attendu);

describe('la loi change en 2029 par ses données', () => {
  test.each(CAS)('%s(%j)', async (fonction, args, rang, avant, apres) => {
    for (const periode of [null, '2023-2025', '2026-2028'])
      attendre((await demander(fonction, args, rang, periode))[0], avant);
    for (const periode of ['2029-2031', '2035-2037'])
      attendre((await demander(fonction, args, rang, periode))[0], apres);
  });

  test('SRU.BILAN : le volet qualitatif', async () => {
    const qualitatif = async (periode: string) => (await demander('SRU.BILAN', [100, 100, 30, 30, 12], 6, periode))[2];
    attendre(await qualitatif('2026-2028'), /^CONFORME/);
    attendre(await qualitatif('2029-2031'), /^NON CONFORME/);
  });

  test('SRU.TRAJECTOIRE : à chaque période sa règle', async () => {
    const lignes = await FONCTIONS['SRU.TRAJECTOIRE']!([[[10_000]], [[0]], [[20]], null, [[2]], null, [['2026-2028']]]);
    const objectif = lignes[0]!.indexOf('objectif');
    // 33 % de 2 000, puis 35 % des 1 340 qui restent.
    expect(lignes.slice(1, 3).map((l) => l[objectif])).toEqual([660, 469]);
  });

  test('le contrôle d’un tableau', () => {
    const entetes = [
      'Commune',
      'Résidences principales',
      'Logements sociaux',
      'Taux cible',
      'Rang triennal',
      'Objectif du contrat',
    ];
    const bloquants = (objectif: number, debut: number | null) =>
      resumer(
        controle(entetes, [['A', ...A, 3, objectif]], {
          droit: debut === null ? DROIT_EN_VIGUEUR : droitDe({ debut }),
        }),
        'REDUCTION_EXCESSIVE',
      );
    expect(bloquants(99, null)).toEqual([]);
    expect(bloquants(99, 2026)).toEqual([]);
    expect(bloquants(125, 2029)).toEqual(['REDUCTION_EXCESSIVE A bloquant 126']);
    expect(bloquants(126, 2029)).toEqual([]);
  });
});

test('le classeur sans complément', () => {
  const formules = (debut: number) => {
    const { calcul, resultats } = formulesDe(droitDe({ debut }));
    return [...calcul, ...resultats].map(({ formule }) => formule).join('\n');
  };
  expect(formules(2026)).toMatch(/-4\)\*Contrôle!C#;50;33\)/);
  expect(formules(2026)).toContain('ENT((50*M#+99)/100)');
  expect(formules(2029)).toMatch(/-5\)\*Contrôle!C#;50;35\)/);
  expect(formules(2029)).toContain('ENT((60*M#+99)/100)');
  expect(formules(2029)).toContain('SI(Contrôle!F#=1;20;');
});

test('de 2002 à 2037, chaque question a une règle ou un refus, jamais une valeur supposée', async () => {
  for (let debut = 2002; debut <= 2035; debut += 3) {
    const periode = `${debut}-${debut + 2}`;
    for (const [fonction, args, rang] of CAS) {
      const [rendu] = await demander(fonction, args, rang, periode).catch((e: unknown) => [e]);
      const refus = rendu instanceof Error;
      if (refus) expect(String(rendu.message)).toContain(periode);
      if (debut >= 2023) expect(refus).toBe(false);
    }
  }
});
