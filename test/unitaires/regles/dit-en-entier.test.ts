import { DROIT_EN_VIGUEUR, droitDe, lirePeriode, type TauxCible } from '../../../src/droit';
import { fraction, lireDate } from '../../../src/nombres';
import {
  bilanQualitatif,
  bilanTriennal,
  clauseMixite,
  conditionsDeTypologie,
  deconventionnement,
  derogationDeDuree,
  exemptions,
  exonerationDuPrelevement,
  flux,
  majorationPlai,
  objectifDAttributions,
  prelevement,
  prelevementMajore,
  programme,
  redistributionDesLoyers,
  reportDuSurplus,
  situation,
  soumission,
  substitution,
  supplementDeLoyer,
  tauxCibleSelonTension,
  tauxPlancher,
  toutes,
  type IntervalleDeTaux,
  type Refus,
  type SituationDeProgramme,
  type Ternaire,
} from '../../../src/regles';
import { direCalcul, direExamen, intervalle, nombre, nombreOuRien } from '../../outils/regles';
import { accepte } from '../../outils/valeurs';

/** Ce que chaque règle dit à l'agent, en entier : ses étapes ou ses raisons, leurs nombres, leur article, leur certitude. */
const VIGUEUR = DROIT_EN_VIGUEUR;
const AVANT = droitDe(lirePeriode('2020-2022')!);
const SANS_REGLE = ': aucune règle connue pour la période 2020-2022.';
const exactement = (pourcent: number): IntervalleDeTaux => ({ bas: fraction(pourcent), haut: fraction(pourcent) });

describe('L. 302-9-1 : bilan et majoration', () => {
  test('21 logements dus, 4 réalisés : 17 vingt-et-unièmes', () => {
    expect(direCalcul(tauxPlancher(21, 4, VIGUEUR))).toEqual([
      'Part non réalisée : (21 − 4) / 21 = 17 / 21 ratio (L302-9-1, texte)',
      'Taux plancher de majoration : 80,9524 %, à l’entier supérieur = 0,81 ratio (L302-9-1, interprétation, SUPERIEUR)',
    ]);
  });
  test('des démolitions comptent pour zéro', () => {
    expect(direCalcul(tauxPlancher(58, -1, VIGUEUR))[0]).toBe(
      'Part non réalisée : (58 − 0) / 58 = 1 ratio (L302-9-1, texte)',
    );
  });
  test.each([
    [() => tauxPlancher(0, 0, VIGUEUR), 'objectif : reçu 0, attendu un nombre entier de logements d’au moins 1.'],
    [() => tauxPlancher(1, 0, AVANT), `Majoration du prélèvement ${SANS_REGLE}`],
    [
      () => prelevementMajore(fraction(10_000), fraction(0), fraction(199_999), false, VIGUEUR),
      'prelevement : reçu 10 000 €, attendu au plus 9 999,95 €, 5 % des dépenses de fonctionnement.',
    ],
    [() => prelevementMajore(fraction(1), fraction(1), fraction(1), false, AVANT), `Prélèvement majoré ${SANS_REGLE}`],
  ])('refus %#', (refuser, phrase) => expect(direCalcul(refuser())).toEqual([phrase]));

  test('10 000 € majorés de 81 %', () => {
    expect(
      direCalcul(prelevementMajore(fraction(10_000), nombre('0,81'), fraction(1_000_000), false, VIGUEUR)),
    ).toEqual([
      'Prélèvement et majoration : 10 000 € × (1 + 0,81) = 18100 € (L302-9-1, texte)',
      'Plafond en multiple : 5 × 10 000 € = 50000 € (L302-9-1, texte)',
      'Plafond en dépenses : 5 % × 1 000 000 € = 50000 € (L302-9-1, texte)',
      'Prélèvement majoré : le plus petit des trois = 18100 € (L302-9-1, texte)',
    ]);
  });
  test('un potentiel fiscal élevé porte le plafond à 7,5 %', () => {
    expect(direCalcul(prelevementMajore(fraction(10_000), fraction(2), fraction(400_000), true, VIGUEUR))[2]).toBe(
      'Plafond en dépenses : 7,5 % × 400 000 € (potentiel fiscal d’au moins 150 % de la médiane) = 30000 € (L302-9-1, texte)',
    );
  });

  test.each([
    [16, 6, ['non', '6 réalisés sur 16, il manque 10 logements (L302-9-1, texte)']],
    [16, 16, ['oui', '16 réalisés sur 16 (L302-9-1, texte)']],
  ])('%d dus, %d réalisés', (objectif, realises, attendu) => {
    expect(direExamen(bilanTriennal(objectif, realises, VIGUEUR).quantitatif)).toEqual(attendu);
  });
  test('le bilan d’une période sans majoration connue n’en a pas', () => {
    expect(bilanTriennal(16, 6, AVANT).majoration).toBeNull();
  });
  test.each([
    [70, ['oui', '70 PLAI, 30 au moins (L302-8-III, texte)', '30 PLS (taux de 12 %), 30 au plus (L302-8-III, texte)']],
    [71, ['indéterminé', '71 PLAI et 30 PLS, plus que les 100 réalisés : à vérifier (L302-8-III, texte)']],
  ])('100 réalisés, %d PLAI et 30 PLS', (plai, attendu) => {
    const examen = bilanQualitatif(100, plai, 30, exactement(12), true, VIGUEUR);
    expect(examen && direExamen(examen)).toEqual(attendu);
  });
  test('des PLS inconnus ne comptent pas', () => {
    const examen = bilanQualitatif(100, 101, null, exactement(12), true, VIGUEUR);
    expect(examen && direExamen(examen).at(-1)).toBe(
      '101 PLAI et 0 PLS, plus que les 100 réalisés : à vérifier (L302-8-III, texte)',
    );
  });
  test('le bilan qualitatif n’a pas de règle avant la loi 3DS', () => {
    expect(direExamen(bilanQualitatif(100, 30, 30, null, null, AVANT)!)).toEqual([`Typologie ${SANS_REGLE}`]);
  });
});

describe('L. 302-8, III : PLAI et PLS', () => {
  const dire = (logements: number, plai: number | null, pls: number | null, taux: string, plh: Ternaire) => {
    const conditions = conditionsDeTypologie(
      logements,
      plai,
      pls,
      taux === '' ? null : intervalle(taux),
      plh,
      VIGUEUR,
    ) as Exclude<ReturnType<typeof conditionsDeTypologie>, Refus>;
    return conditions.flatMap((c) => direExamen(toutes([c])).slice(1));
  };
  const III = '(L302-8-III, texte)';
  // 30 % de 83 font 24,9, de 81 font 24,3 ; 20 % font 16,6 et 16,2 : un minimum va au supérieur, un maximum à l'inférieur.
  test.each([
    [83, 25, 24, '12', true, [`25 PLAI, 25 au moins ${III}`, `24 PLS (taux de 12 %), 24 au plus ${III}`]],
    [81, 25, 24, '', true, [`25 PLAI, 25 au moins ${III}`, `24 PLS, 24 au plus ${III}`]],
    [100, null, null, '12', true, [`préciser plai ${III}`, `préciser pls ${III}`]],
  ] as const)('%d logements, %p PLAI, %p PLS', (logements, plai, pls, taux, plh, attendu) => {
    expect(dire(logements, plai, pls, taux, plh)).toEqual(attendu);
  });
  test.each([
    ['', null, '', 'préciser taux_lls et plh'],
    ['', false, '', 'préciser taux_lls'],
    ['9,99', null, ' (taux de 9,99 %)', 'préciser plh'],
    ['10', false, ' (taux de 10 %)', 'donner plus de décimales à taux_lls'],
    ['10', null, ' (taux de 10 %)', 'donner plus de décimales à taux_lls, et préciser plh'],
  ])('20 PLS sur 83, taux « %s », PLH %p : ce qu’il faut pour conclure', (taux, plh, lu, demande) => {
    expect(dire(83, 25, 20, taux, plh)[1]).toBe(
      `20 PLS${lu}, 24 au plus, ou 16 si le taux est inférieur à 10 % et sans PLH : ${demande} ${III}`,
    );
  });
});

describe('loi 3DS, art. 65 et 75 : opérations', () => {
  const dire = (logements: number, surface: string, commune: SituationDeProgramme, droit = VIGUEUR) =>
    direCalcul(programme(logements, nombreOuRien(surface), commune, droit));
  const [NOM, SOURCE] = ['Logements sociaux de l’opération', '(loi-3ds-65-75, source secondaire)'];
  test.each([
    [
      13,
      '500',
      'carencée',
      '30 % × 13 logements, hors PLS (commune carencée, opération de plus de 12 logements familiaux ou de 800 m² d’habitation) = 3,9',
    ],
    [
      12,
      '801',
      'exemptée',
      '25 % × 12 logements (commune exemptée, opération de plus de 12 logements familiaux ou de 800 m² d’habitation) = 3',
    ],
    [12, '800', 'carencée', 'aucune part imposée : pas plus de 12 logements familiaux ou de 800 m² d’habitation = 0'],
    [100, '9000', 'défense', 'aucune part imposée (situation : défense) = 0'],
  ] as const)('%d logements, %s m², %s', (logements, surface, commune, attendu) => {
    expect(dire(logements, surface, commune)).toEqual([`${NOM} : ${attendu} logements ${SOURCE}`]);
  });
  test('refus', () => {
    expect(dire(12, '', 'carencée')).toEqual([
      'surface_habitation : reçu une cellule vide, attendu une surface d’habitation en m², qui décide à 12 logements familiaux ou moins.',
    ]);
    expect(dire(12, '', 'carencée', AVANT)).toEqual([`Part de logements sociaux d’une opération ${SANS_REGLE}`]);
  });
});

describe('L. 302-5 : champ, taux cible, exemptions', () => {
  const TAILLE = 'de plus de 50 000 habitants comprenant une commune de plus de 15 000';
  const EPCI = `agglomération ou EPCI ${TAILLE} (L302-5, texte)`;
  const HORS = `hors d’une agglomération ou d’un EPCI ${TAILLE} (L302-5, texte)`;
  const [BAS, POPULATION] = ['taux de 14,6 %, taux cible de 20 % non atteint (L302-5, texte)', '(L302-5, texte)'];
  const dire = (
    population: number,
    [paris, epci, centre]: readonly [Ternaire, Ternaire, Ternaire],
    taux: IntervalleDeTaux,
    cible: TauxCible = 20,
  ) =>
    direExamen(
      soumission(
        { population, uniteUrbaineDeParis: paris, grandeAgglomeration: epci, communeCentre: centre },
        taux,
        cible,
        VIGUEUR,
      ),
    );
  const TAUX = intervalle('14,6');
  test.each([
    [
      'au seuil',
      () => dire(3500, [null, true, true], TAUX),
      ['oui', `population de 3 500 (seuil : 3 500) ${POPULATION}`, EPCI, BAS],
    ],
    [
      'unité urbaine de Paris',
      () => dire(1500, [true, true, true], TAUX),
      ['oui', `population de 1 500 (seuil : 1 500 dans l’unité urbaine de Paris) ${POPULATION}`, EPCI, BAS],
    ],
    [
      'unité urbaine inconnue',
      () => dire(2000, [null, true, true], TAUX),
      [
        'indéterminé',
        `population de 2 000 (seuil : 3 500 ; 1 500 dans l’unité urbaine de Paris : préciser unite_urbaine_paris) ${POPULATION}`,
      ],
    ],
    [
      'agglomération et commune centre inconnues',
      () => dire(5000, [false, null, null], TAUX),
      ['indéterminé', `préciser epci_plus_50000 et commune_plus_15000 : ${EPCI}`],
    ],
    [
      'agglomération inconnue',
      () => dire(5000, [false, null, true], TAUX),
      ['indéterminé', `préciser epci_plus_50000 : ${EPCI}`],
    ],
    [
      'commune centre inconnue',
      () => dire(5000, [false, true, null], TAUX),
      ['indéterminé', `préciser commune_plus_15000 : ${EPCI}`],
    ],
    ['pas d’agglomération, commune centre inconnue', () => dire(5000, [false, false, null], TAUX), ['non', HORS]],
    ['agglomération sans commune centre', () => dire(5000, [false, true, false], TAUX), ['non', HORS]],
    ['isolée de 15 000 exactement', () => dire(15_000, [false, false, false], TAUX), ['non', HORS]],
    [
      'isolée de plus de 15 000',
      () => dire(15_001, [false, false, false], TAUX),
      [
        'indéterminé',
        'commune isolée de plus de 15 000 habitants, soumise au taux cible de 20 % si sa population a crû d’au moins 5 % en 5 ans et qu’un décret la liste (L302-5, texte)',
      ],
    ],
    [
      'isolée, jugée à 20 %',
      () => dire(15_001, [false, false, false], intervalle('21'), 25),
      ['non', 'taux de 21 %, taux cible de 20 % (commune isolée) atteint (L302-5, texte)'],
    ],
    [
      'plus de 15 000 habitants, dans une agglomération',
      () => dire(15_001, [false, true, true], TAUX),
      ['oui', `population de 15 001 (seuil : 3 500) ${POPULATION}`, EPCI, BAS],
    ],
    [
      'le taux exactement à la cible : atteint',
      () => dire(5000, [false, true, true], exactement(20)),
      ['non', 'taux de 20 %, taux cible de 20 % atteint (L302-5, texte)'],
    ],
    [
      'le taux de 19 à 20, bornes comprises : on ne sait pas',
      () => dire(5000, [false, true, true], { bas: fraction(19), haut: fraction(20) }),
      [
        'indéterminé',
        'taux de 19,5 % (de 19 à 20 %), pour un taux cible de 20 % : en donner plus de décimales (L302-5, texte)',
      ],
    ],
  ])('%s', (_, dit, attendu) => expect(dit()).toEqual(attendu));
  test('pas de règle avant la loi 3DS', () => {
    const c = { population: 5000, uniteUrbaineDeParis: false, grandeAgglomeration: true, communeCentre: true };
    expect(direExamen(soumission(c, TAUX, 20, AVANT))).toEqual([`Champ de l’article 55 ${SANS_REGLE}`]);
  });

  const cible = (tensions: readonly [string, ...string[]], seuil: string, debut: number) => {
    const [premiere, ...autres] = tensions.map(nombre);
    return direCalcul(tauxCibleSelonTension([premiere!, ...autres], nombreOuRien(seuil), droitDe({ debut })));
  };
  test.each([
    [['5,49'], '', 2026, 'Taux cible : tension de 5,49 < 5,5 = 20 % (decret-2026-43, source secondaire)'],
    [['3', '6'], '', 2026, 'Taux cible : tension de 6 ≥ 5,5 = 25 % (decret-2026-43, source secondaire)'],
    [['3,49'], '3,5', 2029, 'Taux cible : tension de 3,49 < 3,5 (seuil donné) = 20 % (L302-5-II, interprétation)'],
    [['3'], '3,5', 2023, 'seuil : reçu 3,5, attendu 4, celui de la période 2023-2025 (ou rien).'],
    [
      ['3'],
      '',
      2029,
      'Seuil de tension du taux cible : aucune règle connue pour la période 2029-2031 (droit lu au 27/02/2026). Le lire dans le décret et le donner en troisième argument, seuil.',
    ],
  ] as const)('taux cible, tension %j, seuil « %s », %d', (tensions, seuil, debut, attendu) => {
    expect(cible(tensions, seuil, debut)).toEqual([attendu]);
  });

  const exempter = (inconstructibilite: string, hors: Ternaire, isolee: Ternaire, tension: string, droit = VIGUEUR) => {
    const rendu = exemptions(
      {
        inconstructibilite: nombreOuRien(inconstructibilite),
        horsAgglomeration: hors,
        isolee,
        tension: nombreOuRien(tension),
      },
      droit,
    );
    return 'refus' in rendu ? direExamen(rendu) : [...direExamen(rendu.deDroit), ...direExamen(rendu.parDecret)];
  };
  const [DE_DROIT, DECRET] = ['(L302-5-III, texte)', '(decret-2026-exemption, source secondaire)'];
  test.each<readonly [readonly [string, Ternaire, Ternaire, string], readonly string[]]>([
    [
      ['51', true, true, '1,99'],
      [
        'oui',
        `51 % du territoire urbanisé inconstructible, plus de 50 % exigés ${DE_DROIT}`,
        'oui',
        `hors d’une agglomération de plus de 30 000 habitants et isolée ${DE_DROIT}`,
        `tension de 1,99, moins de 2 exigé ${DECRET}`,
      ],
    ],
    [
      ['50', false, true, '2'],
      [
        'non',
        `50 % du territoire urbanisé inconstructible, plus de 50 % exigés ${DE_DROIT}`,
        'non',
        `pas à la fois hors d’une agglomération de plus de 30 000 habitants et isolée ${DE_DROIT}`,
        `tension de 2, moins de 2 exigé ${DECRET}`,
      ],
    ],
    [
      ['', null, null, ''],
      [
        'indéterminé',
        `préciser inconstructibilite ${DE_DROIT}`,
        'indéterminé',
        `préciser hors_agglomeration et isolee ${DE_DROIT}`,
        `préciser tension ${DECRET}`,
      ],
    ],
  ])('exemptions %j', (args, attendu) => expect(exempter(...args)).toEqual(attendu));
  test.each([
    [true, null, 'préciser isolee'],
    [null, true, 'préciser hors_agglomeration'],
  ])('hors agglomération %p, isolée %p : %s', (hors, isolee, attendu) => {
    expect(exempter('10', hors, isolee, '5').at(-1)).toBe(`${attendu} ${DE_DROIT}`);
  });
  test('exemptions : ce que la période ne dit pas ne s’affirme ni ne se nie', () => {
    const inconnue = (quoi: string, periode: string) =>
      `${quoi} : aucune règle connue pour la période ${periode} (L302-5-III, texte)`;
    const SUIVANTE = '2029-2031 (droit lu au 27/02/2026)';
    expect(exempter('60', true, true, '1,5', droitDe({ debut: 2017 }))).toEqual([
      'Exemptions : aucune règle connue pour la période 2017-2019.',
    ]);
    // En 2020-2022, seul le décret de tension est connu ; en 2029-2031, lui seul manque.
    expect(exempter('60', true, true, '5', AVANT)).toEqual([
      ...['indéterminé', inconnue('part inconstructible', '2020-2022')],
      ...['indéterminé', inconnue('communes isolées', '2020-2022')],
    ]);
    expect(exempter('10', false, true, '5', droitDe({ debut: 2029 })).slice(-2)).toEqual([
      'indéterminé',
      inconnue('tension', SUIVANTE),
    ]);
  });
});

describe('loi 3DS, art. 74 : déconventionnement', () => {
  const [ARTICLE, AU_PLUS_TARD] = [
    '(loi-3ds-74, source secondaire)',
    'le 30/06/2024 au plus tard (30 mois avant l’échéance)',
  ];
  const examiner = (
    logements: number,
    soumise: Ternaire,
    [prefet, maire]: readonly [Ternaire, Ternaire],
    date: string,
  ) => {
    const avis = { prefet, maire, date: lireDate(date) };
    return accepte(deconventionnement(logements, soumise, lireDate('31/12/2026')!, avis, VIGUEUR));
  };
  test.each([
    [
      11,
      true,
      [
        'oui',
        `bailleur de 11 logements, plus de 10 exigés ${ARTICLE}`,
        `commune soumise, ou qui le deviendrait ${ARTICLE}`,
      ],
    ],
    [
      10,
      false,
      [
        'non',
        `bailleur de 10 logements, plus de 10 exigés ${ARTICLE}`,
        `commune non soumise, et qui ne le deviendrait pas ${ARTICLE}`,
      ],
    ],
    [11, null, ['indéterminé', `préciser commune_sru ${ARTICLE}`]],
  ])('%d logements, commune soumise %p', (logements, soumise, attendu) => {
    expect(direExamen(examiner(logements, soumise, [null, null], '').avisRequis)).toEqual(attendu);
  });
  test.each([
    [
      [true, true],
      '30/06/2024',
      [
        'oui',
        `avis conforme du préfet recueilli ${ARTICLE}`,
        `avis conforme du maire recueilli ${ARTICLE}`,
        `avis du 30/06/2024, ${AU_PLUS_TARD} ${ARTICLE}`,
      ],
    ],
    [
      [null, null],
      '',
      [
        'indéterminé',
        `avis conforme du préfet à recueillir ${ARTICLE}`,
        `avis conforme du maire à recueillir ${ARTICLE}`,
        `deux avis à recueillir ${AU_PLUS_TARD} ${ARTICLE}`,
      ],
    ],
    [[true, false], '30/06/2024', ['non', `avis conforme du maire refusé ${ARTICLE}`]],
    [[true, true], '01/07/2024', ['non', `avis du 01/07/2024, ${AU_PLUS_TARD} ${ARTICLE}`]],
  ] as const)('avis %j, le « %s »', (avis, date, attendu) => {
    expect(direExamen(examiner(11, true, avis, date).avis)).toEqual(attendu);
  });
  test('pas de règle avant la loi 3DS', () => {
    const avis = { prefet: null, maire: null, date: null };
    const rendu = deconventionnement(11, true, lireDate('31/12/2026')!, avis, AVANT);
    expect('refus' in rendu && direExamen(rendu)).toEqual([`Déconventionnement ${SANS_REGLE}`]);
  });
});

describe('L. 302-7 : prélèvement', () => {
  const exonerer = (taux: string, cible: TauxCible, dsu: Ternaire, dsrCible: Ternaire, annees: number | null) =>
    direExamen(
      exonerationDuPrelevement(intervalle(taux), cible, { dsu, dsrCible, anneesDepuisEntree: annees }, VIGUEUR),
    );
  const [VII, ANCIENNE] = ['(L302-7, texte)', 'commune qui n’est pas nouvellement soumise (L302-7, texte)'];
  const DOTEE = 'bénéficiaire de la DSU ou de la troisième fraction de la DSR';
  test.each<readonly [Parameters<typeof exonerer>, readonly string[]]>([
    [
      ['24', 25, true, false, null],
      ['oui', `${DOTEE}, taux de 24 % qui excède 20 % ${VII}`],
    ],
    [
      ['20', 25, false, true, null],
      [
        'indéterminé',
        `${DOTEE}, taux de 20 % (de 19,5 à 20,5 %), qui doit excéder 20 % : en donner plus de décimales ${VII}`,
      ],
    ],
    [
      ['19,4', 25, true, false, null],
      ['non', `taux de 19,4 % qui n’excède pas 20 % ${VII}`, ANCIENNE],
    ],
    [
      ['24', 25, false, false, null],
      ['non', `ni DSU ni troisième fraction de la DSR ${VII}`, ANCIENNE],
    ],
    [
      ['24', 25, null, null, null],
      ['indéterminé', `préciser dsu et dsr_cible, taux de 24 % qui excède 20 % ${VII}`],
    ],
    [
      ['24', 25, null, false, null],
      ['indéterminé', `préciser dsu, taux de 24 % qui excède 20 % ${VII}`],
    ],
    [
      ['16', 20, false, null, null],
      ['indéterminé', `préciser dsr_cible, taux de 16 % qui excède 15 % ${VII}`],
    ],
    [
      ['5', 20, false, false, 2],
      ['oui', `soumise depuis 2 ans, exonérée les 3 premières années ${VII}`],
    ],
    [
      ['5', 20, false, false, 3],
      [
        'non',
        `ni DSU ni troisième fraction de la DSR ${VII}`,
        `soumise depuis 3 ans, exonérée les 3 premières années ${VII}`,
      ],
    ],
  ])('exonération %j', (args, attendu) => expect(exonerer(...args)).toEqual(attendu));

  test.each([
    [
      91,
      [
        'Années d’obligation couvertes : 91 / (90 / 3), à l’entier supérieur = 4 ans (L302-7, texte, SUPERIEUR)',
        'Report du surplus : 4 > 3 = 4 ans (L302-7, texte)',
      ],
    ],
    [
      90,
      [
        'Années d’obligation couvertes : 90 / (90 / 3), à l’entier supérieur = 3 ans (L302-7, texte, SUPERIEUR)',
        'Report du surplus : 3 ≤ 3 : durée ordinaire = 2 ans (L302-7, texte)',
      ],
    ],
  ])('report, %d aidés pour 90', (aides, attendu) => {
    expect(direCalcul(reportDuSurplus(aides, fraction(90), VIGUEUR))).toEqual(attendu);
  });

  const commune = accepte(situation(10_000, 1500, 20, 3));
  const comptes = (depenses: number) => ({
    potentielFiscalHabitant: fraction(1000),
    depensesFonctionnement: fraction(depenses),
    depensesDeductibles: fraction(0),
    report: fraction(0),
  });
  test('plafonné, chaque étape a son article : 5 % de 2 000 001 € font 100 000,05 €', () => {
    expect(direCalcul(prelevement(commune, comptes(2_000_001), VIGUEUR))).toEqual([
      'Taux de logements sociaux : 1 500 / 10 000 = 0,15 ratio (L302-5, texte)',
      'Logements manquants : max(0 ; 20 % × 10 000 − 1 500) = 500 logements (L302-7, texte)',
      'Prélèvement brut : 25 % × 1 000 € × 500 = 125000 € (L302-7, texte)',
      'Plafond : 5 % × 2 000 001 € = 100000,05 € (L302-7, texte)',
      'Prélèvement plafonné : le plus petit de 125 000 € et 100 000,05 € = 100000,05 € (L302-7, texte)',
      'Seuil de recouvrement : 100 000,05 € ≥ 4 000 €, avant les déductions = 100000,05 € (L302-7, interprétation)',
      'Solde : 100 000,05 € − 0 € − 0 € = 100000,05 € (L302-7, texte)',
      'Arrondi : 100 000,05 € arrondi au centime inférieur, comme tout plafond = 100000,05 € (outil, interprétation, INFERIEUR)',
      'Prélèvement net : max(0 ; 100 000,05 €) = 100000,05 € (L302-7, texte)',
      'Surplus à reporter : max(0 ; −100 000,05 €) = 0 € (L302-7, texte)',
    ]);
    expect(direCalcul(prelevement(commune, comptes(10_000_000), VIGUEUR))[7]).toBe(
      'Arrondi : 125 000 € arrondi au centime le plus proche = 125000 € (outil, interprétation, PROCHE)',
    );
  });

  test('refus', () => {
    const beneficiaire = { dsu: true, dsrCible: null, anneesDepuisEntree: null };
    expect([
      direExamen(exonerationDuPrelevement(intervalle('24'), 25, beneficiaire, AVANT)),
      direCalcul(prelevement(commune, comptes(1), AVANT)),
      direCalcul(reportDuSurplus(1, fraction(1), AVANT)),
      direCalcul(reportDuSurplus(1, fraction(0), VIGUEUR)),
    ]).toEqual([
      [`Exonération du prélèvement ${SANS_REGLE}`],
      [`Prélèvement ${SANS_REGLE}`],
      [`Report du surplus ${SANS_REGLE}`],
      ['obligation_triennale : reçu 0, attendu un nombre de logements supérieur à 0.'],
    ]);
  });
});

describe('L. 302-8, IX : dérogation de durée', () => {
  const dire = (population: number | null, inconstructibilite: string) =>
    direExamen(derogationDeDuree(population, nombreOuRien(inconstructibilite), VIGUEUR.abaissement!));
  const IX = '(L302-8-IX, texte)';
  const part = (valeur: string) => `${valeur} % du territoire urbanisé inconstructible, de 30 à 50 % exigés ${IX}`;
  test.each([
    [4999, '29', ['oui', `4 999 habitants, moins de 5 000 exigés ${IX}`]],
    [5000, '40', ['oui', part('40')]],
    // Écrites du bon côté de leur borne.
    [5000, '29,999999', ['non', `5 000 habitants, moins de 5 000 exigés ${IX}`, part('29,999999')]],
    [5000, '50,000001', ['non', `5 000 habitants, moins de 5 000 exigés ${IX}`, part('50,000001')]],
    [null, '', ['indéterminé', `préciser population ${IX}`, `préciser inconstructibilite ${IX}`]],
  ])('%p habitants, « %s » %%', (population, inconstructibilite, attendu) => {
    expect(dire(population, inconstructibilite)).toEqual(attendu);
  });
});

describe('L. 441-1 : attributions', () => {
  const [ARTICLE, FLUX] = ['(L441-1, source secondaire)', ', flux des 12 derniers mois (L441-1, source secondaire)'];
  const hors = (baux: number, publics: number) =>
    direExamen(objectifDAttributions(accepte(flux(baux, publics, 'publics')), 'horsQpv', VIGUEUR));
  test.each([
    [1000, 250, ['oui', `250 sur 1 000 baux, 25 %, 25 % au moins ${ARTICLE}`]],
    [1000, 249, ['non', `249 sur 1 000 baux, 24,9 %, 25 % au moins : il manque 1 attribution ${ARTICLE}`]],
    [1, 1, ['oui', `1 sur 1 bail, 100 %, 25 % au moins ${ARTICLE}`]],
    [0, 0, ['oui', `aucun bail signé ${ARTICLE}`]],
  ])('%d baux, %d au premier quartile', (baux, publics, attendu) => expect(hors(baux, publics)).toEqual(attendu));

  const substituer = (publics: number, transmises: Ternaire, droit = VIGUEUR) =>
    direExamen(substitution(accepte(flux(1000, publics, 'publics')), null, transmises, droit));
  test.each([
    [200, null, ['oui', `200 sur 1 000 baux, 20 %, 25 % au moins : il manque 50 attributions${FLUX}`]],
    [250, null, ['non', `250 sur 1 000 baux, 25 %, 25 % au moins${FLUX}`]],
    [
      250,
      true,
      ['non', `250 sur 1 000 baux, 25 %, 25 % au moins${FLUX}`, `informations transmises au préfet ${ARTICLE}`],
    ],
    [250, false, ['oui', `informations non transmises au préfet ${ARTICLE}`]],
  ])('substitution, %d sur 1 000, transmises %p', (publics, transmises, attendu) => {
    expect(substituer(publics, transmises)).toEqual(attendu);
  });
  test('refus', () => {
    expect([
      direExamen(objectifDAttributions({ baux: 1, publics: 1 }, 'enQpv', AVANT)),
      substituer(200, null, AVANT),
      direExamen(flux(10, 11, 'publics') as Refus),
    ]).toEqual([
      [`Objectif d’attributions ${SANS_REGLE}`],
      [`Substitution du préfet ${SANS_REGLE}`],
      ['publics : reçu 11, attendu au plus le nombre de baux, 10.'],
    ]);
  });
});

describe('loyers', () => {
  const plai = (taux: string, plus: string, droit = VIGUEUR) =>
    direCalcul(majorationPlai(fraction(300), nombreOuRien(taux), nombreOuRien(plus), droit));
  const D353 = '(D353-16, source secondaire, INFERIEUR)';
  test.each([
    ['20', '', `Loyer maximal majoré : 300 € × (1 + 20 %) = 360 € ${D353}`],
    ['', '420', `Loyer maximal majoré : 300 € × (1 + 40 %) = 420 € ${D353}`],
    ['', '400', `Loyer maximal majoré : 300 € × (1 + 40 %), ramené au loyer maximal PLUS de 400 € = 400 € ${D353}`],
    ['41', '', 'taux : reçu 41 %, attendu au plus 40 %.'],
  ])('PLAI de 300 €, majoration « %s », PLUS « %s »', (taux, plus, attendu) => {
    expect(plai(taux, plus)).toEqual([attendu]);
  });

  const redistribuer = (...logements: readonly (readonly [number, number, number, number | null])[]) =>
    direExamen(
      redistributionDesLoyers(
        logements.map(([avant, apres, pls, age]) => ({
          avant: fraction(avant),
          apres: fraction(apres),
          pls: fraction(pls),
          anciennete: age === null ? null : fraction(age),
        })),
        VIGUEUR,
      ),
    );
  const L445 = '(L445-2, source secondaire)';
  test.each([
    [
      () => redistribuer([300, 250, 600, 7], [500, 550, 600, 7]),
      [
        'oui',
        `somme des loyers maximaux de 800 € à 800 € ${L445}`,
        `aucun loyer au-dessus du PLS ${L445}`,
        `conventions de plus de 6 ans ${L445}`,
      ],
    ],
    [
      () => redistribuer([300, 250, 600, 7], [500, 560, 600, 7]),
      ['non', `somme des loyers maximaux de 800 € à 810 € (+10 €), qui doit rester constante ${L445}`],
    ],
    [
      () => redistribuer([300, 250, 600, 7], [500, 549, 600, 7]),
      ['non', `somme des loyers maximaux de 800 € à 799 € (−1 €), qui doit rester constante ${L445}`],
    ],
    [
      () => redistribuer([300, 199, 600, 6], [500, 601, 600, 7]),
      ['non', `1 ligne au-dessus du loyer maximal PLS ${L445}`, `1 ligne sous convention de 6 ans ou moins ${L445}`],
    ],
    [
      () => redistribuer([300, 300, 600, 7], [500, 500, 600, null]),
      ['indéterminé', `préciser anciennetes : les conventions doivent dater de plus de 6 ans ${L445}`],
    ],
  ])('redistribution %#', (dit, attendu) => expect(dit()).toEqual(attendu));

  const supplement = (ressources: number, plafond: number, qpv: Ternaire, droit = VIGUEUR) =>
    direExamen(supplementDeLoyer(fraction(ressources), fraction(plafond), qpv, droit));
  const L441 = '(L441-3, source secondaire)';
  test.each([
    [
      () => supplement(36_000, 30_000, false),
      ['oui', `ressources de 36 000 €, seuil de 36 000 € (plafond + 20 %) ${L441}`, `logement hors QPV ${L441}`],
    ],
    [() => supplement(36_000, 30_000, true), ['non', `logement en QPV ${L441}`]],
    [() => supplement(36_000, 30_000, null), ['indéterminé', `préciser qpv : jamais dû en QPV ${L441}`]],
    [() => supplement(36_000, 0, true), ['plafond : reçu 0, attendu un montant supérieur à 0.']],
    [() => supplement(1, 1, true, AVANT), [`Supplément de loyer de solidarité ${SANS_REGLE}`]],
  ])('supplément %#', (dit, attendu) => expect(dit()).toEqual(attendu));

  test('refus', () => {
    const dix = { logements: 10, modestes: 10, aises: 1, sansSubvention: null, qpv: null };
    const clause = (droit: typeof VIGUEUR) => direExamen(clauseMixite(dix, droit) as Refus);
    expect([
      plai('', '', AVANT),
      direExamen(redistributionDesLoyers([], AVANT)),
      clause(AVANT),
      clause(VIGUEUR),
    ]).toEqual([
      [`Interchangeabilité des PLAI et des PLUS ${SANS_REGLE}`],
      [`Nouvelle politique des loyers ${SANS_REGLE}`],
      [`Clause de mixité sociale ${SANS_REGLE}`],
      ['modestes et aises : reçu 10 + 1 ménages, attendu au plus 10, le nombre de logements de l’opération.'],
    ]);
  });
});
