import { readdirSync } from 'node:fs';
import { ANNUAIRE } from '../../../src/annuaire';
import { lireClasseur } from '../../../src/classeur/fichier';
import { droitDe, DROIT_EN_VIGUEUR } from '../../../src/droit';
import { REFERENTIEL } from '../../../src/referentiel';
import { creerReferentiel, type Donnees } from '../../../src/referentiel/referentiel';
import {
  controlerClasseur,
  normaliser,
  SANS_PRECISION,
  type CodeConstat,
  type Contexte,
  type Reperes,
} from '../../../src/tableau';
import { sansInsecables } from '../../outils/fonctions';
import { controle } from '../../outils/tableau';

/** Des inventaires d'essai ; celui de 2026, au 1er janvier 2025, fonde 2026-2028. */
const publier = (annee: number, ...communes: Donnees['communes']): Donnees => ({
  ...{ annee, source: '', fichier: '', luLe: '', communes },
});
const avec = (...donnees: Donnees[]) => creerReferentiel(donnees, ANNUAIRE);
const INVENTAIRE_2026 = avec(
  publier(
    2026,
    ['86041', 10253, '20.00', 20, 'r', 1012],
    ['86062', 4776, '25.33', 20, 'r', 500],
    ['86158', 6204, '14.52', 20, 'dc', 412],
    ['86194', 89253, '36.11', 20, 'r', 18100],
    ['86214', 7306, '16.02', 20, 'd', 468],
    ['86297', 5939, '7.48', 20, 'de', 186],
  ),
);

const ENTETES = ['Code INSEE', 'Commune', 'RP', 'LLS', 'Taux cible', 'Rang', 'Objectif CMS'];
const commune = (code: string, nom: string, cible = 20) => [code, nom, 10000, 1500, cible, 3, 165];
const SAINT_BENOIT = commune('86214', 'Saint-Benoît');
const MIGNE = commune('86158', 'Migné-Auxances');

const EN_2026 = { ...REFERENTIEL, droit: droitDe({ debut: 2026 }) };
function dits(code: CodeConstat, lignes: unknown[][], contexte: Partial<Contexte> = {}, entetes = ENTETES) {
  const { constats } = controle(entetes, lignes, { ...EN_2026, ...contexte });
  return constats
    .filter((c) => c.code === code)
    .map((c) => `${c.gravite}${c.empecheDeConclure ? ', empêche' : ''} : ${sansInsecables(c.message)}`);
}

describe('les communes de l’EPCI absentes d’une mutualisation', () => {
  test('en règle à l’inventaire qui fonde la période : rien à craindre', () =>
    expect(dits('COMMUNE_ABSENTE', [SAINT_BENOIT, MIGNE], { inventaires: INVENTAIRE_2026.inventaires })[0]).toMatch(
      /^information : Buxerolles, Chasseneuil-du-Poitou, Poitiers : en règle à l’inventaire publié en 2026 \(taux au 1er janvier 2025\), rien à craindre\. Vouneuil-sous-Biard : exemptée à/,
    ));
  test('en règle à l’inventaire d’une autre année : la date qui fonde la période est dite', () => {
    const lignes = [
      'Buxerolles',
      'Saint-Benoît',
      'Chauvigny',
      'Fontaine-le-Comte',
      'Jaunay-Marigny',
      'Mignaloux-Beauvoir',
    ];
    expect(
      dits(
        'COMMUNE_ABSENTE',
        lignes.map((nom) => commune('', nom)),
      ),
    ).toEqual([
      'information : Chasseneuil-du-Poitou, Poitiers : en règle à l’inventaire publié en 2025 (taux au 1er janvier 2024), rien à craindre, sauf changement : 2026-2028 se fonde sur le 1er janvier 2025.',
    ]);
  });
  test('déficitaires : une alerte', () => {
    const [alerte] = dits('DEFICITAIRE_ABSENTE', [SAINT_BENOIT], { inventaires: INVENTAIRE_2026.inventaires });
    expect(alerte).toMatch(
      /^alerte : Migné-Auxances : déficitaire à l’inventaire publié en 2026 .* « CU du Grand Poitiers »/,
    );
  });
  test('celles dont l’inventaire ne dit rien restent à vérifier, si elles sont au seuil de population', () => {
    const [dit] = dits('COMMUNE_ABSENTE', [SAINT_BENOIT], { inventaires: avec(publier(2026)).inventaires });
    expect(dit).toMatch(/11 communes de l’EPCI .* sans figurer dans le tableau ni à l’inventaire publié : .*Vérifier/);
    expect(dit).not.toContain('Dissay');
  });
  test('une exemption ne vaut que pour sa période', () => {
    const exemptee = avec(publier(2025, ['86297', 5939, '7.48', 20, 'de'])).inventaires;
    const en = (debut: number) =>
      dits('COMMUNE_ABSENTE', [SAINT_BENOIT], { inventaires: exemptee, droit: droitDe({ debut }) })[0]!;
    expect(en(2023)).toMatch(/Vouneuil-sous-Biard : exemptée/);
    expect(en(2026)).toMatch(
      /Vouneuil-sous-Biard : exemptée à l’inventaire publié en 2025 .*, pour 2023-2025\. Vérifier que l’exemption vaut encore/,
    );
    expect(en(2026)).not.toMatch(/sans figurer .*Vouneuil/);
  });
  test('d’un contrat qui n’est pas mutualisant, rien : seul celui-ci réunit les communes de l’EPCI', () =>
    expect(dits('DEFICITAIRE_ABSENTE', [SAINT_BENOIT], { contrat: 'cms' })).toEqual([]));
});

describe('un taux écrit', () => {
  const AU = (annee: string) => [
    'Code INSEE',
    'Commune',
    `Taux SRU au 01/01/${annee}`,
    'Taux cible',
    'Référence',
    'Contrat',
  ];
  const ecrit = (taux: string) => [['86214', 'Saint-Benoît', taux, 20, 100, 100]];
  const { inventaires } = INVENTAIRE_2026;

  test('contredit l’inventaire à la même date : dit, avec la période qu’il fonde', () =>
    expect(dits('TAUX_CONTREDIT', ecrit('14,60 %'), { inventaires }, AU('2025'))).toEqual([
      'alerte : Le taux écrit, 14,6 %, n’est pas celui que l’inventaire publie pour la même date, le 1er janvier 2025, qui fonde 2026-2028 : 16,02 %.',
    ]));
  test('l’inventaire de 2025 ne fonde aucune période', () =>
    expect(dits('TAUX_CONTREDIT', ecrit('14,6 %'), {}, AU('2024'))[0]).toMatch(/2024, qui ne fonde aucune période/));
  test.each(['16,02 %', '16 %', '16,0 %'])('%s en est un arrondi', (taux) =>
    expect(dits('TAUX_CONTREDIT', ecrit(taux), { inventaires }, AU('2025'))).toEqual([]),
  );
  test.each([
    ['de 2022', AU('2022')],
    [
      'sans date, d’une période fondée ailleurs',
      ['Code INSEE', 'Commune', 'Taux LLS', 'Taux cible', 'Référence', 'Contrat'],
    ],
  ])('%s ne contredit pas celui de 2024', (_, entetes) =>
    expect(dits('TAUX_CONTREDIT', ecrit('14,6 %'), {}, entetes)).toEqual([]),
  );
  test('sans date, il est pris à celle qui fonde la période', () => {
    const entetes = ['Code INSEE', 'Commune', 'Taux LLS', 'Taux cible', 'Référence', 'Contrat'];
    expect(dits('TAUX_CONTREDIT', ecrit('14,6 %'), { inventaires }, entetes)).toHaveLength(1);
    expect(dits('TAUX_CONTREDIT', ecrit('14,6 %'), { inventaires, droit: DROIT_EN_VIGUEUR }, entetes)).toEqual([]);
  });
});

describe('le taux que donnent les logements sociaux et les résidences principales', () => {
  const parc = (lls: number) => [['86214', 'Saint-Benoît', 10_000, lls, 20, 3, 100]];
  const AU = (annee: string) => ENTETES.map((e) => (e === 'RP' || e === 'LLS' ? `${e} au 01/01/${annee}` : e));
  const { inventaires } = INVENTAIRE_2026;
  const dit = (lls: number, annee: string) => dits('TAUX_CONTREDIT', parc(lls), { inventaires }, AU(annee));

  test.each([1602, 1603])('à la même date que l’inventaire (16,02 %%), %i logements sur 10 000 en sont', (lls) =>
    expect(dit(lls, '2025')).toHaveLength(lls === 1602 ? 0 : 1),
  );
  // 16,02 %, publié à 0,01 près, au 1er janvier 2025 ; deux points par an.
  test.each([
    ['2024', 1802, 0],
    ['2024', 1803, 1],
    ['2024', 1401, 1],
    ['2022', 2202, 0],
    ['2022', 2203, 1],
  ])('au 1er janvier %s, %i logements sur 10 000 : %i alerte', (annee, lls, alertes) =>
    expect(dit(lls, annee)).toHaveLength(alertes),
  );
  test('la phrase dit les deux dates et l’écart admis', () =>
    expect(dit(3602, '2024')).toEqual([
      'alerte : Le taux que donnent les logements sociaux et les résidences principales, 36,02 %, est loin de celui que l’inventaire publie au 1er janvier 2025 : 16,02 %. De cette date au 1er janvier 2024, 2 points d’écart sont admis.',
    ]));
  test('sans date écrite, le parc est à celle qui fonde la période : 2025 pour 2026-2028', () =>
    expect(dits('TAUX_CONTREDIT', parc(1700), { inventaires })[0]).toMatch(/pour la même date, le 1er janvier 2025/));
  test('une alerte ne change pas le verdict', () => {
    const verdict = (lls: number) => {
      const lignes = [['86214', 'Saint-Benoît', 10_000, lls, 20, 3, 165, 165]];
      const entetes = [...ENTETES.slice(0, 6), 'Référence', 'Objectif CMS'];
      return controle(entetes, lignes, { ...EN_2026, contrat: 'cms', inventaires }).verdict;
    };
    expect(verdict(1500)).toBe('conforme');
  });
  test('déjà contredit par le taux écrit, il ne se redit pas', () => {
    const entetes = ['Code INSEE', 'Commune', 'Taux LLS', 'RP', 'LLS', 'Taux cible', 'Rang'];
    const lignes = [['86214', 'Saint-Benoît', '14,60 %', 10_000, 1460, 20, 3]];
    expect(dits('TAUX_CONTREDIT', lignes, { inventaires, contrat: 'aucun' }, entetes)).toEqual([
      expect.stringContaining('Le taux écrit'),
    ]);
  });
});

describe('un taux cible écrit', () => {
  const lignes = [commune('86214', 'Saint-Benoît', 25)];
  const droit = droitDe({ debut: 2023 });
  test('contredit l’inventaire de la même période : demandé, jamais tranché', () => {
    expect(dits('CIBLE_CONTREDITE', lignes, { droit })).toEqual([
      'alerte, empêche : Le taux cible écrit, 25 %, n’est pas celui que l’inventaire publié en 2025 donne pour 2023-2025, 20 %.',
    ]);
    expect(controle(ENTETES, lignes, { ...REFERENTIEL, droit }).verdict).not.toBe('conforme');
  });
  test('l’agent le confirme : il reste dit, et n’empêche plus', () => {
    const { constats } = controle(ENTETES, lignes, { ...REFERENTIEL, droit });
    const [choix] = constats.find((c) => c.code === 'CIBLE_CONTREDITE')!.question!.choix;
    const texte = choix!.precision.quoi === 'texte' ? choix!.precision.texte : '';
    const lecture = {
      faits: [],
      contradictions: [],
      nonCompris: [],
      precises: [],
      acceptes: new Set([normaliser(texte)]),
    };
    expect(dits('CIBLE_CONTREDITE', lignes, { droit, lecture })[0]).toMatch(/^alerte : /);
  });
  test('d’une autre période, il a pu changer : une information', () =>
    expect(dits('CIBLE_CONTREDITE', lignes)).toEqual([
      'information : Le taux cible écrit, 25 %, n’est pas celui que l’inventaire publié en 2025 donne pour 2023-2025, 20 % ; il a pu changer pour 2026-2028.',
    ]));
  test('le même, ou d’une commune que l’inventaire n’a pas : rien', () => {
    expect(dits('CIBLE_CONTREDITE', [SAINT_BENOIT], { droit })).toEqual([]);
    expect(dits('CIBLE_CONTREDITE', [commune('86095', 'Dissay', 25)], { droit })).toEqual([]);
  });
});

describe('une commune carencée', () => {
  const ANGOULINS = commune('17010', 'Angoulins', 25);
  test('rappelle qu’un contrat de mixité sociale est à lui proposer, et de quelle période est la carence', () =>
    expect(dits('COMMUNE_CARENCEE', [ANGOULINS], { contrat: 'aucun' })).toEqual([
      'information : Carencée à l’inventaire publié en 2025, pour 2023-2025 : un contrat de mixité sociale (CMS) est à lui proposer. Le bilan de 2023-2025 dira si elle l’est encore en 2026-2028.',
    ]));
  test('ce que le tableau en dit l’emporte', () => {
    const entetes = [...ENTETES, 'Commune carencée'];
    const dit = (carencee: string, ligne: unknown[]) => dits('COMMUNE_CARENCEE', [[...ligne, carencee]], {}, entetes);
    expect(dit('non', ANGOULINS)).toEqual([]);
    expect(dit('oui', SAINT_BENOIT)[0]).toMatch(/^information : Commune carencée : un contrat de mixité sociale/);
    expect(dit('', ANGOULINS)).toHaveLength(1);
  });
  test('une autre ne rappelle rien', () => expect(dits('COMMUNE_CARENCEE', [SAINT_BENOIT])).toEqual([]));
});

test.each(readdirSync('test/cas').filter((nom) => nom.endsWith('.csv')))(
  'l’inventaire ne rend jamais conforme ce qui ne l’était pas : %s',
  async (nom) => {
    const lu = await lireClasseur(`test/cas/${nom}`, { feuille: null }).catch(() => null);
    const verdict = (reperes: Reperes) => lu && controlerClasseur(lu.feuilles, SANS_PRECISION, reperes).verdict;
    const sans = verdict({ annuaire: ANNUAIRE });
    expect([sans, verdict(REFERENTIEL)]).not.toEqual([expect.not.stringMatching('^conforme$'), 'conforme']);
  },
);
