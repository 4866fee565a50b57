import { ANNUAIRE } from '../../../src/annuaire';
import { droitDe, DROIT_EN_VIGUEUR, type Droit } from '../../../src/droit';
import { versNombre } from '../../../src/nombres';
import { verdictEnTitre } from '../../../src/rapport/natures';
import {
  contratSuppose,
  controler,
  estBilan,
  grilleDeValeurs,
  type Controle,
  type ControleBilan,
  type Tableau,
} from '../../../src/tableau';
import { lireCas } from '../../outils/csv';
import { deNature, lesTableaux } from '../../outils/tableau';
import { accepte } from '../../outils/valeurs';

const lire = (rangees: readonly (readonly unknown[])[]): Tableau => lesTableaux(grilleDeValeurs(rangees))[0]!;

function controle(...rangees: readonly (readonly unknown[])[]): Controle {
  const tableau = lire(rangees);
  const contexte = { droit: DROIT_EN_VIGUEUR, plh: true, avis: null, annuaire: ANNUAIRE };
  return accepte(controler(tableau, { ...contexte, contrat: contratSuppose(tableau) }));
}

const bilanDe = (rangees: readonly (readonly unknown[])[], droit: Droit = DROIT_EN_VIGUEUR): ControleBilan => {
  const [tableau] = lesTableaux(grilleDeValeurs(rangees), { droit });
  return deNature(
    'bilan',
    accepte(
      controler(tableau!, { droit, contrat: contratSuppose(tableau!), plh: true, avis: null, annuaire: ANNUAIRE }),
    ),
  );
};

const ENTETES = ['Commune', 'Objectif 2020-2022', 'Logements réalisés 2020-2022', 'PLAI', 'PLS'];
const resume = ({ constats }: Controle) =>
  constats.filter((c) => c.code !== 'COMMUNE_INCONNUE').map((c) => [c.code, c.cellule, c.attendu, c.constate]);

describe('reconnaître un bilan', () => {
  const nature = (...entetes: string[]) =>
    estBilan(lire([entetes, entetes.map((e) => (e === 'Commune' ? 'Buxerolles' : 1))]));
  test.each([
    [['Commune', 'Objectif', 'Réalisés'], true],
    [['Commune', 'Objectif 2020-2022', 'Réalisés 2020-2022', 'Taux de réalisation'], true],
    [['Commune', 'Objectif CMS', 'Logements réalisés'], true],
    [['Commune', 'Objectif notifié', 'Réalisations', 'PLAI', 'PLS'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Réalisés 2020-2022'], false],
    [['Commune', 'Objectif de référence', 'Objectif CMS', 'Accord', 'Réalisés 2020-2022'], false],
    [['Commune', 'Objectif 2023-2025', 'Réalisés 2020-2022', 'PLAI'], false],
    // Les mêmes années suffisent, quoi que le tableau porte d’autre ; sans années, le parc d’un contrat est d’une période à venir.
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif de référence 2020-2022', 'Réalisés 2020-2022'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025', 'Réalisés 2023-2025'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025', 'Réalisés 2020-2022'], false],
    [['Commune', 'Potentiel fiscal par habitant', 'RP', 'Objectif de référence', 'Réalisés'], true],
    [['Commune', 'Objectif de référence', 'Objectif CMS', 'Réalisés'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Réalisés'], false],
    [['Commune', 'Manquants', 'Objectif CMS', 'Réalisés'], false],
    [['Commune', 'RP', 'Objectif de référence', 'Objectif CMS', 'Réalisés'], false],
    [['Commune', 'Objectif de référence 2020-2022', 'Réalisés 2020-2022', 'Accord'], true],
  ])('%j : %s', (entetes, attendu) => expect(nature(...entetes)).toBe(attendu));

  test('« Objectif » reste vague hors d’un bilan', () => {
    const tableau = lire([
      ['Commune', 'RP', 'LLS', 'Objectif', 'Réalisés'],
      ['Buxerolles', 4082, 800, 16, 4],
    ]);
    expect(tableau.ignorees.map((e) => e.texte)).toEqual(['Objectif']);
  });
});

describe('juger un bilan', () => {
  test.each([
    [16, 16, []],
    [16, 17, []],
    [16, 15, [['OBJECTIF_NON_ATTEINT', 'C2', 16, 15]]],
    [58, -1, [['OBJECTIF_NON_ATTEINT', 'C2', 58, -1]]],
    [0, 0, []],
    [0, -1, []],
    ['NC', 4, []],
    ['NR', '', []],
    [16, 'n.c.', [['LIGNE_INCOMPLETE', 'C2', null, null]]],
    ['', 4, [['LIGNE_INCOMPLETE', 'B2', null, null]]],
    [16, '10,5', [['VALEUR_INVALIDE', 'C2', null, null]]],
  ])('objectif %s, réalisés %s', (objectif, realises, attendu) =>
    expect(resume(controle(ENTETES, ['Buxerolles', objectif, realises]))).toEqual(attendu),
  );

  test('le volet qualitatif se juge sur ce qui est réalisé', () => {
    expect(resume(controle(ENTETES, ['Buxerolles', 100, 110, 32, 34]))).toEqual([
      // Plus de 30 % de l'objectif comme des réalisations : c'est lui qui empêche de conclure.
      ['PART_PLS_EXCESSIVE', 'E2', 33, 34],
      ['PART_PLAI_INSUFFISANTE', 'D2', 33, 32],
    ]);
    expect(resume(controle(ENTETES, ['Buxerolles', 100, 110, 33, 33]))).toEqual([]);
  });

  test('dit ce qui manque et la majoration qu’une carence emporterait', () => {
    const { verdict, constats } = controle(ENTETES, ['Buxerolles', 16, 6]);
    expect(verdict).toBe('non conforme');
    expect(constats[0]!.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      '6 logements réalisés sur 16 (37,5 %) : il en manque 10. Si la carence est prononcée, la majoration du prélèvement est d’au moins 63 %.',
    );
  });
});

test('le bilan 2011-2013 publié : taux de réalisation et majorations publiés', () => {
  const cas = lireCas('carence-2011-2013.csv', [
    'commune',
    'insee',
    'objectif',
    'realise',
    'taux_realisation_publie',
    'majoration_publiee',
  ]);
  const rangees = cas.map((c) => [c.commune, c.insee, c.objectif, c.realise]);
  const { communes: bilan } = deNature('bilan', controle(['Commune', 'INSEE', 'Objectif', 'Réalisé'], ...rangees));
  expect(bilan).toHaveLength(cas.length);
  cas.forEach(({ taux_realisation_publie: publie, majoration_publiee: majoration }, i) => {
    const { bilan: calcule } = bilan[i]!;
    expect(Math.abs(100 * versNombre(calcule!.taux!) - Number.parseFloat(publie))).toBeLessThanOrEqual(0.5);
    // Publiée au plus proche, ou rehaussée ; le plancher est à l'entier supérieur.
    if (majoration !== 'non')
      expect(100 * versNombre(calcule!.majoration!)).toBeLessThanOrEqual(Number.parseFloat(majoration) + 1);
  });
});

describe('toute période depuis 2002 se juge', () => {
  test.each([2002, 2005, 2008, 2011, 2014, 2017, 2020, 2023, 2026])('%d', (debut) => {
    const annees = `${debut}-${debut + 2}`;
    const rangees = [
      ['Commune', `Objectif de référence ${annees}`, `Réalisés ${annees}`],
      ['Dagneux', 68, 46],
      ['Furiani', 104, 104],
    ];
    const { verdict, communes, constats } = bilanDe(rangees, droitDe({ debut }));
    expect([verdict, communes.map((c) => c.bilan?.quantitatif.remplie)]).toEqual(['non conforme', [false, true]]);
    expect(constats.filter((c) => c.code === 'OBJECTIF_NON_ATTEINT').map((c) => c.commune)).toEqual(['Dagneux']);
  });
});

test('tous atteints : conforme ; aucun à atteindre : rien à contrôler', () => {
  const verdict = (...objectifs: unknown[]) =>
    bilanDe([['Commune', 'Objectif notifié', 'Réalisés'], ...objectifs.map((o, i) => [`Commune ${i}`, o, 20])]).verdict;
  expect([verdict(20, 10), verdict(20, 0), verdict(0, 'NC'), verdict(20, 21), verdict(20, '')]).toEqual([
    'conforme',
    'conforme',
    'rien a controler',
    'non conforme',
    'indetermine',
  ]);
});

test.each([
  [[[16, 16]], 'OBJECTIF ATTEINT PAR 1 COMMUNE SUR 1'],
  [
    [
      [16, 15],
      [16, 20],
      [0, 0],
      ['NC', ''],
    ],
    'OBJECTIF ATTEINT PAR 1 COMMUNE SUR 2',
  ],
  [
    [
      [16, 15],
      [16, 'n.c.'],
    ],
    'OBJECTIF ATTEINT PAR 0 COMMUNE SUR 2, 1 INDÉTERMINÉE',
  ],
  [[[0, 0]], 'RIEN À CONTRÔLER'],
])('le titre de %j', (rangees, titre) => {
  const lignes = rangees.map(([o, r], i) => [`Commune ${i}`, o, r]);
  expect(verdictEnTitre(bilanDe([['Commune', 'Objectif notifié', 'Réalisés'], ...lignes]))).toBe(titre);
});

test('un objectif de PLAI non tenu se dit dans le titre', () => {
  const entetes = ['commune', 'objectif_reference', 'realises', 'objectif_plai', 'plai_realises'];
  expect(verdictEnTitre(bilanDe([entetes, ['Buxerolles', 68, 70, 21, 20]])).replace(/\s/g, ' ')).toBe(
    'OBJECTIF ATTEINT PAR 1 COMMUNE SUR 1 ; PLAI OU PLS EN DÉFAUT DANS 1',
  );
});

describe('les réalisations données par leurs composantes', () => {
  const COMPOSANTES = ['variation_inventaire', 'deja_comptes', 'finances_1', 'finances_2', 'finances_3', 'report'];
  const juger = (objectif: number, realises: unknown, ...composantes: unknown[]) => {
    const entetes = ['commune', 'objectif_reference', 'realises', ...COMPOSANTES];
    const { verdict, communes, ...controle } = bilanDe([entetes, ['Buxerolles', objectif, realises, ...composantes]]);
    return [verdict, communes[0]!.realises, resume({ verdict, communes, ...controle }).map(([code]) => code)];
  };
  test.each([
    ['la somme juge', 104, ['', 108, 4, 0, 0, 0, ''], ['conforme', 104, []]],
    ['un de moins n’atteint pas', 105, ['', 108, 4, 0, 0, 0, ''], ['non conforme', 104, ['OBJECTIF_NON_ATTEINT']]],
    ['financés et report s’ajoutent', 60, ['', 40, 10, 5, 5, 10, 10], ['conforme', 60, []]],
    ['un parc qui diminue', 10, ['', -5, 0, 0, 0, 0, 0], ['non conforme', -5, ['OBJECTIF_NON_ATTEINT']]],
    ['ce qui se retranche ne se devine pas', 10, ['', 20, '', 0, 0, 0, 0], ['indetermine', null, ['LIGNE_INCOMPLETE']]],
    ['un financé inconnu non plus', 10, ['', 20, 0, 'NR', 0, 0, 0], ['indetermine', null, ['LIGNE_INCOMPLETE']]],
    ['écrit et juste', 50, [50, 40, 0, 10, 0, 0, 0], ['conforme', 50, []]],
    ['écrit autrement, même issue', 50, [55, 50, 0, 0, 0, 0, 0], ['conforme', 55, ['REALISES_INCOHERENTS']]],
    ['écrit autrement, autre issue', 50, [50, 49, 0, 0, 0, 0, 0], ['indetermine', 50, ['REALISES_INCOHERENTS']]],
  ])('%s', (_, objectif, [realises, ...composantes], attendu) =>
    expect(juger(objectif, realises, ...composantes)).toEqual(attendu),
  );
});

describe('PLAI et PLS contre leurs propres objectifs', () => {
  const ENTETES_PROPRES = [
    'commune',
    'objectif_reference',
    'realises',
    'objectif_plai',
    'plai_realises',
    'objectif_pls',
    'pls_realises',
  ];
  test.each([
    [[21, 21, 30, 30], 'conforme', []],
    [[21, 20, 30, 30], 'non conforme', [['PART_PLAI_INSUFFISANTE', 'E2', 21, 20]]],
    [[21, 21, 30, 31], 'non conforme', [['PART_PLS_EXCESSIVE', 'G2', 30, 31]]],
    // L’objectif propre l’emporte sur les 30 % du réalisé.
    [[5, 5, 80, 80], 'conforme', []],
    [
      ['', 20, '', 31],
      'indetermine',
      [
        ['PART_PLAI_INSUFFISANTE', 'E2', 30, 20],
        ['PART_PLS_EXCESSIVE', 'G2', 30, 31],
      ],
    ],
  ])('%j : %s', (parts, verdict, constats) => {
    const controleDuBilan = bilanDe([ENTETES_PROPRES, ['Buxerolles', 68, 100, ...parts]]);
    expect([controleDuBilan.verdict, resume(controleDuBilan)]).toEqual([verdict, constats]);
  });
});
