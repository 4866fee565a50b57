import { ANNUAIRE } from '../../../../src/annuaire';
import { droitDe } from '../../../../src/droit';
import { REFERENTIEL } from '../../../../src/referentiel';
import { courrierDe, lettresDe, type Ecrites, type Lettres } from '../../../../src/rapport/lettres';
import type { Bloc } from '../../../../src/rapport/note';
import type { Contexte } from '../../../../src/tableau';
import { controle } from '../../../outils/tableau';

const DROIT = droitDe({ debut: 2026 });
const ENTETES = [
  ...['Code INSEE', 'Commune', 'Résidences principales au 01/01/2025', 'Logements sociaux au 01/01/2025'],
  ...['Taux cible', 'Rang triennal', 'Objectif de référence'],
];
const SANS_DATE = ENTETES.map((entete) => entete.replace(' au 01/01/2025', ''));
type Rangee = readonly unknown[];
const lire = (rangees: readonly Rangee[], contexte: Partial<Contexte> = {}, entetes = ENTETES): Lettres =>
  lettresDe(
    {
      controles: [
        controle(entetes, rangees, { droit: DROIT, plh: true, contrat: 'aucun', annuaire: ANNUAIRE, ...contexte }),
      ],
      reserves: [],
    },
    { annuaire: ANNUAIRE },
  );
function ecrites(lettres: Lettres): Ecrites {
  if (lettres.refus !== null) throw new Error(lettres.refus);
  return lettres;
}
const raisons = (lettres: Lettres) => ecrites(lettres).sans.map(({ commune, raison }) => `${commune} : ${raison}`);

const sansInsecables = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');
const textes = (blocs: readonly Bloc[]): string =>
  sansInsecables(blocs.flatMap((b) => ('texte' in b ? [b.texte] : [])).join('\n'));
/** « Objectif de référence : 33 % × 500 = 165 logements (L. 302-8, VII du CCH) ». */
const calcul = (blocs: readonly Bloc[]): string[] =>
  blocs.flatMap((b) =>
    b.type === 'tableau'
      ? b.lignes.map(([nom, formule, valeur, article]) =>
          sansInsecables(`${nom} : ${formule} = ${valeur} (${article})`),
        )
      : [],
  );
const [A, B, C] = ['86041', '86070', '86214'] as const;

describe('le calcul, pas à pas', () => {
  it('500 manquants à plus de 4 points : 33 %, soit 165 (L. 302-8, VII) ; PLAI 50 au moins, PLS 49 au plus (III)', () => {
    const { lettres } = ecrites(lire([[A, 'Buxerolles', 10_000, 1500, 20, 3, 165]]));
    expect(calcul(lettres[0]!.blocs)).toEqual([
      'Résidences principales : inventaire = 10 000 logements (L. 302-5 du CCH)',
      'Logements sociaux : inventaire = 1 500 logements (L. 302-5 du CCH)',
      'Taux cible : de la commune = 20 % (L. 302-5, II du CCH)',
      'Taux de logements sociaux : 1 500 / 10 000 = 15 % (L. 302-5 du CCH)',
      'Logements manquants : max(0 ; 20 % × 10 000 − 1 500) = 500 logements (L. 302-8, VII du CCH)',
      'Écart au taux cible : 20 − 100 × 1 500 / 10 000 = 5 points (L. 302-8, VII du CCH)',
      'Taux de rattrapage : écart supérieur à 4 points = 33 % (L. 302-8, VII du CCH)',
      'Objectif de référence : 33 % × 500 = 165 logements (L. 302-8, VII du CCH)',
      'PLAI, au moins : 30 % × 165 = 49,5, à l’entier supérieur = 50 logements (L. 302-8, III du CCH)',
      'PLS, au plus : 30 % × 165 = 49,5, à l’entier inférieur = 49 logements (L. 302-8, III du CCH)',
    ]);
    expect(textes(lettres[0]!.blocs)).toContain('Objectif 2026-2028 : 165 logements sociaux.');
    expect(textes(lettres[0]!.blocs)).toContain('inventaire au 1er janvier 2025.');
  });

  it('la loi laisse l’abaisser à 25 % des manquants (IX) ou à la moitié de l’objectif (X) : la lettre dit les deux', () => {
    const { lettres } = ecrites(lire([[A, 'Buxerolles', 10_000, 1500, 20, 3, 165]]));
    expect(textes(lettres[0]!.blocs)).toContain('sans descendre sous 125 logements (L. 302-8, IX du CCH)');
    expect(textes(lettres[0]!.blocs)).toContain('sans descendre sous 83 logements (L. 302-8, X du CCH)');
  });

  it.each([
    [0, 10, 50],
    [1, 15, 75],
    [2, 25, 125],
  ])(
    'entrante de rang %i : %i %% des 500 manquants, et aucun contrat ne l’abaisse (VIII)',
    (rang, pourcent, objectif) => {
      const { lettres } = ecrites(lire([[A, 'Buxerolles', 10_000, 1500, 20, rang, '']]));
      const { blocs } = lettres[0]!;
      expect(calcul(blocs)).toContain(
        `Objectif de référence : ${pourcent} % × 500 = ${objectif} logements (L. 302-8, VIII du CCH)`,
      );
      expect(textes(blocs)).toContain('aucun contrat ne peut abaisser cet objectif');
      // Entrée en cours de période, elle n'avait peut-être pas d'inventaire à cette date.
      expect(textes(blocs).includes('entrant en cours de période')).toBe(rang === 0);
    },
  );

  it('un écart de 4 points exactement : 50 %, dit interprétation, et à relire', () => {
    const { lettres } = ecrites(lire([[C, 'Saint-Benoît', 10_000, 1600, 20, 3, 200]]));
    expect(calcul(lettres[0]!.blocs)).toContainEqual(
      expect.stringMatching(/^Taux de rattrapage : .* = 50 % \(L\. 302-8, VII du CCH \(interprétation\)\)$/),
    );
    expect(lettres[0]!.aRelire).toEqual([expect.stringContaining('interprétation')]);
  });

  it('sous 10 % et sans PLH, 20 % de PLS au plus (III)', () => {
    const { lettres } = ecrites(lire([[A, 'Buxerolles', 10_000, 900, 20, 3, '']], { plh: false }));
    expect(calcul(lettres[0]!.blocs).at(-1)).toContain('20 % × 363 = 72,6, à l’entier inférieur = 72 logements');
  });
});

describe('l’entier notifié', () => {
  // 20 % × 2 908 − 425 = 156,6 manquants ; 33 % : 51,678.
  it.each([
    ['', 52, 'à l’entier le plus proche'],
    [52, 52, 'à l’entier le plus proche'],
    [51, 51, 'à l’entier inférieur'],
  ])('au tableau : « %s » ; notifié : %i, %s', (ecrit, notifie, mode) => {
    const { lettres } = ecrites(lire([[C, 'Saint-Benoît', 2908, 425, 20, 3, ecrit]]));
    expect(textes(lettres[0]!.blocs)).toContain(`Objectif 2026-2028 : ${notifie} logements sociaux.`);
    expect(calcul(lettres[0]!.blocs)).toContainEqual(
      expect.stringMatching(new RegExp(`^Arrondi : 51,678 arrondi ${mode}.* = ${notifie} logements`)),
    );
  });

  it('rehaussé par le préfet : celui du tableau avec l’accord du maire, aucune lettre sans lui (VII)', () => {
    const entetes = [...ENTETES, 'Accord de la commune'];
    const lettres = lire(
      [
        [A, 'Buxerolles', 10_000, 1500, 20, 3, 180, 'oui'],
        [B, 'Chauvigny', 10_000, 1500, 20, 3, 180, ''],
      ],
      {},
      entetes,
    );
    const [rehausse, ...autres] = ecrites(lettres).lettres;
    expect([rehausse!.commune, autres]).toEqual(['Buxerolles', []]);
    expect(textes(rehausse!.blocs)).toContain('Objectif 2026-2028 : 180 logements sociaux.');
    expect(textes(rehausse!.blocs)).toMatch(/calcul donne 165 ; le préfet a rehaussé .* 180 .*\[à compléter : date/);
    expect(raisons(lettres)).toEqual([expect.stringMatching(/^Chauvigny : .*180, dépasse le calcul, 165/)]);
  });
});

describe('rien d’indéterminé n’est notifié', () => {
  it.each<[string, Rangee, RegExp]>([
    ['le rang inconnu', [A, 'Buxerolles', 10_000, 1500, 20, '', ''], /rang triennal/],
    ['sous le calcul', [A, 'Buxerolles', 10_000, 1500, 20, 3, 120], /120, est inférieur au calcul, 165/],
    ['ni calcul ni entier', [A, 'Buxerolles', 2908, 425, 20, 3, 51.5], /51,5, (?:n’est ni|est inférieur)/],
    ['le parc absent', [A, 'Buxerolles', '', '', 20, 3, 165], /résidences principales/],
    ['un objectif qui s’arrondit à zéro', [A, 'Buxerolles', 1000, 199, 20, 1, ''], /s’arrondit à zéro/],
    ['une commune inconnue', ['99999', 'Nulle-Part', 10_000, 1500, 20, 3, 165], /99999/],
  ])('%s : pas de lettre, et la raison', (_, rangee, raison) => {
    const lettres = lire([rangee, [B, 'Chauvigny', 10_000, 1500, 20, 3, 165]]);
    expect(ecrites(lettres).lettres.map((l) => l.commune)).toEqual(['Chauvigny']);
    expect(raisons(lettres)).toEqual([expect.stringMatching(raison)]);
  });

  it('écrite deux fois, une commune n’a aucune des deux lettres', () => {
    const lettres = lire([
      [A, 'Buxerolles', 10_000, 1500, 20, 3, 165],
      [A, 'Buxerolles', 10_000, 1400, 20, 3, 198],
    ]);
    expect([ecrites(lettres).lettres, raisons(lettres).length]).toEqual([[], 2]);
  });

  it('sous 10 %, le PLH inconnu laisse deux maximums de PLS (III)', () => {
    expect(raisons(lire([[A, 'Buxerolles', 10_000, 900, 20, 3, '']], { plh: null }))).toEqual([
      expect.stringContaining('maximum de PLS'),
    ]);
  });

  it.each([
    ['exemptée', 'Exemptée', 1500, /: exemptée$/],
    ['hors du champ', 'Non soumise', 1500, /: hors du champ/],
    ['en règle', 'En règle', 2000, /: en règle/],
    ['dite en règle à 15 %', 'En règle', 1500, /non déficitaire, et son taux n’atteint pas/],
    ['un statut inconnu', 'Tiède', 1500, /« Tiède », n’est pas compris/],
  ])('%s', (_, statut, lls, raison) => {
    const lettres = lire([[A, 'Buxerolles', 10_000, lls, 20, 3, '', statut]], {}, [...ENTETES, 'Statut']);
    expect(ecrites(lettres).lettres).toEqual([]);
    expect(raisons(lettres)).toEqual([expect.stringMatching(raison)]);
  });

  describe('l’inventaire publié ne reconnaît aucun objectif à une commune que le tableau fait déficitaire', () => {
    // Au 1er janvier 2024 : Yzeure, 15,6 % et exemptée en 2023-2025, comme Avermes, à 22,8 % ; Buxerolles, en règle à 20 % ; Poitiers, en règle à 36 %.
    const { inventaires } = REFERENTIEL;
    const YZEURE = ['03321', 'Yzeure', 10_000, 1500, 20, 3, ''];
    const AVERMES = ['03013', 'Avermes', 10_000, 1500, 20, 3, ''];
    const BUXEROLLES = [A, 'Buxerolles', 10_000, 1900, 20, 3, 100];
    const POITIERS = ['86194', 'Poitiers', 10_000, 1900, 20, 3, 100];
    const dite = (rangee: Rangee, colonne: string, dit: string, debut = 2026) =>
      lire([[...rangee, dit]], { inventaires, droit: droitDe({ debut }) }, [...ENTETES, colonne]);

    it.each([
      ['exemptée pour la même période', YZEURE, 2023, /^Yzeure : exemptée à l’inventaire publié en 2025 .*pour 2023/],
      [
        'exemptée pour une autre',
        AVERMES,
        2026,
        /exemptée .* pour 2023-2025, .* « non » dans une colonne « Exemptée »/,
      ],
      ['en règle', BUXEROLLES, 2026, /en règle à .*, 20 % pour 20 %, et .* « oui » dans une colonne « Déficitaire »/],
      ['en règle, et de loin', POITIERS, 2026, /en règle à .*36.* est loin de .* Vérifier les logements sociaux/],
    ])('%s : aucune lettre, et quoi faire', (_, rangee, debut, raison) => {
      const lettres = dite(rangee, 'Observations', '', debut);
      expect([ecrites(lettres).lettres, raisons(lettres)]).toEqual([[], [expect.stringMatching(raison)]]);
    });

    it.each([
      ['Exemptée', 'non', YZEURE],
      ['Déficitaire', 'oui', BUXEROLLES],
      ['Statut', 'Déficitaire', BUXEROLLES],
    ])('« %s » : %s, dans le tableau, confirme qu’il est périmé ; cela se relit', (colonne, dit, rangee) => {
      const [lettre] = ecrites(dite(rangee, colonne, dit)).lettres;
      expect(lettre!.aRelire).toContainEqual(expect.stringMatching(/à l’inventaire publié en 2025.*dit le contraire/));
    });

    it('aucun mot ne confirme un taux que nulle différence de date n’explique', () =>
      expect(
        [dite(POITIERS, 'Déficitaire', 'oui'), dite(AVERMES, 'Exemptée', 'non')].map((lettres) => raisons(lettres)[0]),
      ).toEqual([expect.stringContaining('est loin de celui'), expect.stringContaining('est loin de celui')]));

    it('sans code, le nom suffit s’il n’est qu’à une commune', () =>
      expect(raisons(dite(['', ...BUXEROLLES.slice(1)], 'Observations', ''))).toHaveLength(1));
  });

  it.each<[string, Partial<Contexte>, RegExp]>([
    ['une période non dite', { droit: { ...DROIT, periode: null } }, /la période n’est pas dite/],
    ['une période que la loi lue ne régit pas encore', { droit: droitDe({ debut: 2029 }) }, /la loi peut changer/],
    ['une période d’avant la loi 3DS', { droit: droitDe({ debut: 2020 }) }, /source secondaire/],
  ])('%s : aucune lettre', (_, contexte, raison) => {
    expect(lire([[A, 'Buxerolles', 10_000, 1500, 20, 3, '']], contexte).refus).toMatch(raison);
  });

  it('des chiffres que rien ne date se font confirmer dans la lettre', () => {
    const { lettres } = ecrites(lire([[A, 'Buxerolles', 10_000, 1500, 20, 3, 165]], {}, SANS_DATE));
    expect(textes(lettres[0]!.blocs)).toContain('2025 [à compléter : confirmer cette date');
  });
});

it('un courrier : l’en-tête et le pied une fois, une partie par commune, et la réserve du classeur à lever', () => {
  const lettres = ecrites(
    lire([
      [A, 'Buxerolles', 10_000, 1500, 20, 3, 165],
      [B, 'Chauvigny', 10_000, 1500, 20, 3, 165],
    ]),
  );
  const { courrier, parties } = courrierDe(lettres.lettres, {
    ...lettres,
    reserves: ['Chiffres provisoires [v1]'],
    enTete: null,
  });
  expect(parties).toHaveLength(2);
  expect(courrier!.entete.at(-1)).toBe(
    '[à compléter : réserve du classeur, à lever avant l’envoi : « Chiffres provisoires  v1  »]',
  );
  expect(courrier!.entete.join(' ')).toContain('deux mois');
});
