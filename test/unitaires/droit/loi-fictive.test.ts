import type * as Paliers from '../../../src/droit/paliers';
import type * as Donnees from '../../../src/droit/donnees';
import type * as Attributions from '../../../src/droit/attributions';
import type * as Champ from '../../../src/droit/champ';
import type * as Loyers from '../../../src/droit/loyers';
import type * as Prelevement from '../../../src/droit/prelevement';
import { droitDe, DROIT_EN_VIGUEUR } from '../../../src/droit';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { TOUTES } from '../../../src/fonctions/toutes';
import { formulesDe } from '../../../scripts/exemples/sans-complement-formules';
import { ANNUAIRE } from '../../../src/annuaire';
import { construireNote, noteEnMarkdown } from '../../../src/rapport/note';
import { proposer } from '../../../src/volet/etat/scenarios-proposition';
import { controle, deNature, resumer } from '../../outils/tableau';

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
  const { exoneration, report } = reel.PRELEVEMENT[0]!.regle;
  return {
    ...reel,
    PRELEVEMENT: mockChange(reel.PRELEVEMENT, {
      partDuPotentiel: 30,
      exoneration: { ...exoneration, annees: 5 },
      report: { ...report, annees: 3 },
    }),
    MAJORATION: mockChange(reel.MAJORATION, { multiple: 4 }),
  };
});
jest.mock('../../../src/droit/champ', () => {
  const reel = jest.requireActual<typeof Champ>('../../../src/droit/champ');
  // Les seuils de tension tiennent à un décret par période : celui de 2029-2031 s'ajoute.
  const decret = (table: typeof reel.CIBLE, numerateur: number) => [
    ...table,
    { ...table.at(-1)!, de: 2029, avant: null, regle: { tension: { numerateur, denominateur: 1 } } },
  ];
  return {
    ...reel,
    CHAMP: mockChange(reel.CHAMP, { population: 4000 }),
    CIBLE: decret(reel.CIBLE, 6),
    EXEMPTION_TENSION: decret(reel.EXEMPTION_TENSION, 3),
    EXEMPTION: mockChange(reel.EXEMPTION, { inconstructibilite: 60 }),
    PROGRAMME: mockChange(reel.PROGRAMME, { carencee: 40 }),
    DECONVENTIONNEMENT: mockChange(reel.DECONVENTIONNEMENT, { logementsPlusDe: 5 }),
  };
});
jest.mock('../../../src/droit/loyers', () => {
  const reel = jest.requireActual<typeof Loyers>('../../../src/droit/loyers');
  return {
    ...reel,
    CLAUSE_MIXITE: mockChange(reel.CLAUSE_MIXITE, { modestes: 50 }),
    LOYERS: mockChange(reel.LOYERS, { majorationPlai: 50, supplement: 30, conventionDePlusDe: 8 }),
  };
});
jest.mock('../../../src/droit/attributions', () => {
  const reel = jest.requireActual<typeof Attributions>('../../../src/droit/attributions');
  return { ...reel, ATTRIBUTIONS: mockChange(reel.ATTRIBUTIONS, { horsQpv: 30, enQpv: 60 }) };
});

/** Écart de 6 points, 600 manquants. */
const A = [10_000, 1400, 20] as const;
/** Écart de 4,5 points : plus de quatre, moins de cinq ; 450 manquants. */
const B = [10_000, 1550, 20] as const;
const MUTUALISE = [
  [
    'Commune',
    'Résidences principales',
    'Logements sociaux',
    'Taux cible',
    'Rang triennal',
    'Objectif du contrat',
    'Accord',
  ],
  ['A', ...A, 3, 99, ''],
  ['B', ...A, 3, 297, 'oui'],
];
const ABAISSE = [
  [...MUTUALISE[0]!.slice(0, 6), 'Périodes consécutives d’abaissement'],
  ['A', ...A, 3, 150, 1],
];

/** Chaque fonction dont la loi est datée, ce qu'elle répondait, et ce qu'elle répond ensuite : une valeur, ou ce que dit tout son résultat. */
const CAS: readonly (readonly [fonction: string, args: readonly unknown[], avant: unknown, apres: unknown])[] = [
  ['APL.CLAUSEMIXITE', [10], 3, 5],
  ['APL.MAJORATIONPLAI', [300], 420, 450],
  ['APL.NPL', [500, 500, 600, 7], /^CONFORME/, /^NON CONFORME/],
  ['APL.SLS', [12_500, 10_000, 'non'], /^DÛ/, /^NON DÛ/],
  ['ATTRIB.HORSQPV', [1000, 250], /^ATTEINT/, /^NON ATTEINT/],
  ['ATTRIB.QPV', [1000, 500], /^ATTEINT/, /^NON ATTEINT/],
  ['ATTRIB.SUBSTITUTION', [1000, 250], /^SANS OBJET/, /^SUBSTITUTION.* il manque 50/],
  ['CIMS.CONSTATS', [MUTUALISE, 'oui', 'recueilli'], /^(?!.*REDUCTION_EXCESSIVE)/, /REDUCTION_EXCESSIVE.*126/],
  ['CIMS.PLANCHER', A, 99, 126],
  ['CIMS.REPARTIR', [MUTUALISE], /Total \| 396 /, /Total \| 420 /],
  ['CIMS.VALIDER', [MUTUALISE, 'oui', 'recueilli'], /^CONFORME$/, /^NON CONFORME/],
  ['CMS.DUREE', [4, 5000, 29], /^NON CONFORME/, /^CONFORME/],
  ['CMS.PLANCHER', A, 150, 180],
  ['CMS.PLANCHER', B, 113, 180],
  ['CMS.VALIDER', [ABAISSE], /^CONFORME$/, /^NON CONFORME/],
  ['SRU.BILAN', [100, 100, 30, 30, 12], /\| CONFORME/, /\| NON CONFORME : 30 PLAI, 35 au moins/],
  ['SRU.CIBLE', [5.9], 25, 20],
  ['SRU.DECONVENTIONNEMENT', [10, 'oui', '31/12/2036'], /^AVIS NON REQUIS/, /^INDÉTERMINÉ/],
  ['SRU.EXEMPTION', [55, 'non', 'non', 4], /^EXEMPTÉE DE DROIT/, /^NON EXEMPTÉE/],
  ['SRU.EXEMPTION', [50, 'non', 'non', 2.5], /^NON EXEMPTÉE/, /^EXEMPTION PAR DÉCRET POSSIBLE/],
  ['SRU.EXPLIQUER', A, /\| 198 \| logements/, /\| 210 \| logements/],
  ['SRU.OBJECTIF', A, 198, 210],
  ['SRU.OBJECTIF', B, 149, 225],
  ['SRU.OBJECTIF', [...A, 1], 90, 120],
  ['SRU.OBJECTIF.DEPUIS', [600, 14, 20], 198, 210],
  ['SRU.OBJECTIF.DEPUIS', [450, '15,5 %', 20], 149, 225],
  ['SRU.OBJECTIF.INVENTAIRE', [1400, '14,00 %', 20], 198, 210],
  ['SRU.PRELEVEMENT', [1000, ...A, 10_000_000], 150_000, 180_000],
  ['SRU.PRELEVEMENT.EXONERE', [8, 25, 'non', 'non', 4], /^NON EXONÉRÉE/, /^EXONÉRÉE/],
  ['SRU.PRELEVEMENT.EXPLIQUER', [1000, ...A, 10_000_000], /\| 150000 /, /\| 180000 /],
  ['SRU.PRELEVEMENT.MAJORE', [10_000, 4, 10_000_000], 50_000, 40_000],
  ['SRU.PROGRAMME', [20, 0, 'carencée'], 6, 8],
  ['SRU.RATTRAPAGE', A, 0.33, 0.35],
  ['SRU.RATTRAPAGE', B, 0.33, 0.5],
  ['SRU.REPORT', [90, 90], 2, 3],
  ['SRU.SOUMISE', [3500, 'non', 'oui', 'oui', '14,6 %', 20], /^SOUMISE/, /^NON SOUMISE/],
  ['SRU.TABLEAU', [MUTUALISE], /\| 198 \| 150 \| 99 /, /\| 210 \| 180 \| 126 /],
  ['SRU.TRAJECTOIRE', [...A, null, 1], /\| 198 \|/, /\| 210 \|/],
  ['SRU.TYPOLOGIE', [100, 30, 30, 12], /^CONFORME/, /^NON CONFORME : 30 PLAI, 35 au moins/],
];
/** Celles-ci prennent une période, et n'appliquent aucun nombre de loi qui en dépende. */
const SANS_NOMBRE = ['SRU.BILAN.TABLEAU', 'SRU.MAJORATION', 'SRU.RANG'];

/** Tout ce qu'un appel rend, sa période à son rang ; `null` : absente. */
async function demander(fonction: string, args: readonly unknown[], periode: string | null): Promise<unknown[][]> {
  const rang = TOUTES.find(({ nom }) => nom === fonction)!.arguments.findIndex(({ nom }) => nom === 'periode');
  const plages = Array.from({ length: rang + 1 }, (_, i) => (i === rang ? periode : (args[i] ?? null)));
  return FONCTIONS[fonction]!(plages.map((v) => (v === null ? null : Array.isArray(v) ? v : [[v]])));
}
const enTexte = (rendu: unknown[][]): string =>
  rendu
    .flat()
    .map(String)
    .join(' | ')
    .replace(/[\u00a0\u202f]/g, ' ');
const attendre = (rendu: unknown[][], attendu: unknown) =>
  attendu instanceof RegExp ? expect(enTexte(rendu)).toMatch(attendu) : expect(rendu[0]![0]).toBe(attendu);

describe('la loi change en 2029 par ses données', () => {
  test.each(CAS)('%s(%j)', async (fonction, args, avant, apres) => {
    for (const periode of ['2026-2028', ...(fonction === 'SRU.CIBLE' ? [] : [null, '2023-2025'])])
      attendre(await demander(fonction, args, periode), avant);
    for (const periode of ['2029-2031', '2035-2037']) attendre(await demander(fonction, args, periode), apres);
  });

  test('aucune fonction dont la loi est datée n’y manque', () => {
    const datees = TOUTES.filter((f) => f.arguments.some(({ nom }) => nom === 'periode')).map(({ nom }) => nom);
    expect([...new Set([...CAS.map(([nom]) => nom), ...SANS_NOMBRE])].sort()).toEqual(datees);
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

describe('la note et le scénario', () => {
  const tableau = (debut: number) =>
    deNature(
      'objectifs',
      controle(MUTUALISE[0]!.map(String), MUTUALISE.slice(1), { contrat: 'cims', droit: droitDe({ debut }) }),
    );

  test('la note dit les références, les planchers et la part de la période', () => {
    const note = (debut: number) => {
      const dossier = { titre: 'essai.xlsx', controles: [tableau(debut)], reserves: [], erreur: null };
      const cadre = { date: '2026-11-30', version: '0', annuaire: ANNUAIRE };
      return noteEnMarkdown(construireNote([dossier], cadre)).replace(/[\u00a0\u202f]/g, ' ');
    };
    expect(note(2026)).toMatch(/plancher 99 \(50 % de la référence\)/);
    expect(note(2029)).toMatch(/plancher 126 \(60 % de la référence\)/);
    expect(note(2029)).toContain('droit lu au 27/02/2026');
  });

  test('le scénario propose la répartition de la période', () => {
    const proposition = (debut: number) => proposer(tableau(debut).tableau, droitDe({ debut }), 'EQUITABLE', '');
    const total = (debut: number) => {
      const p = proposition(debut);
      return p.issue === 'faite' ? Object.values(p.objectifs).reduce((t, n) => t + Number(n), 0) : p;
    };
    expect(total(2026)).toBe(396);
    expect(total(2029)).toBe(420);
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
    for (const [fonction, args] of CAS) {
      const rendu = await demander(fonction, args, periode).catch((e: unknown) => [[e]]);
      const refus = rendu[0]![0] instanceof Error ? rendu[0]![0].message : null;
      if (refus !== null) expect([fonction, refus]).toEqual([fonction, expect.stringContaining(periode)]);
      if (debut >= 2026) expect([fonction, periode, refus]).toEqual([fonction, periode, null]);
    }
  }
});
