import { REFERENTIEL } from '../../../src/referentiel';
import { versNombre, type Quantite } from '../../../src/nombres';
import {
  bilanDuControle,
  carencesPossibles,
  controlerClasseur,
  grilleDeValeurs,
  periodeDuBilan,
  porteUnBilan,
  SANS_PRECISION,
  type CommuneDressee,
  type ControleBilan,
  type Precisions,
} from '../../../src/tableau';
import { accepte } from '../../outils/valeurs';

type Rangees = readonly (readonly unknown[])[];
const PARC = ['Commune', 'RP au 01/01/2025', 'LLS au 01/01/2025', 'Taux cible'];
const COMPTES = ['Potentiel fiscal par habitant', 'Dépenses réelles de fonctionnement'];

function controles(feuilles: Readonly<Record<string, Rangees>>, precises: Partial<Precisions> = {}) {
  const grilles = Object.entries(feuilles).map(([nom, rangees]) => grilleDeValeurs(rangees, nom));
  const { tableaux } = controlerClasseur(grilles, { ...SANS_PRECISION, ...precises }, REFERENTIEL);
  return tableaux.map(({ resultat }) => accepte(resultat));
}
function bilan(feuilles: Readonly<Record<string, Rangees>>, precises: Partial<Precisions> = {}): ControleBilan {
  const [premier, ...autres] = controles(feuilles, precises);
  return bilanDuControle(premier!, autres)!;
}
const dresse = (...args: Parameters<typeof bilan>): readonly CommuneDressee[] => bilan(...args).communes;
const montant = (f: Quantite | null | undefined) => (f ? versNombre(f) : null);

describe('les tableaux qui portent un bilan', () => {
  test.each([
    [['Commune', 'Objectif', 'Réalisés'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025', 'Réalisés 2023-2025'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025', 'Réalisés 2020-2022'], false],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Réalisés'], false],
    [['Commune', 'RP', 'LLS', 'Taux cible'], false],
  ])('%j : %s', (entetes, attendu) => {
    const rangees = [entetes, entetes.map((e) => (e === 'Commune' ? 'Buxerolles' : 20))];
    expect(controles({ Bilan: rangees }).map(({ tableau }) => porteUnBilan(tableau))).toEqual([attendu]);
  });

  test('d’un contrat à contrôler, ce que ses réalisés en disent déjà', () => {
    const entetes = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025', 'Réalisés 2023-2025'];
    const feuilles = { Contrat: [entetes, ['A', 10_000, 1500, 20, 165, 60]] };
    expect(controles(feuilles, { contrat: 'cms' }).map(({ nature }) => nature)).toEqual(['objectifs']);
    expect(dresse(feuilles, { contrat: 'cms' }).map(({ atteint, manquent }) => [atteint, manquent])).toEqual([
      [false, 105],
    ]);
  });

  test.each([
    ['Réalisés 2020-2022', null, 2020],
    ['Réalisés 2023-2025', '2020-2022', 2023],
    ['Réalisés', '2020-2022', 2020],
    ['Réalisés', null, null],
    ['Réalisés 2022-2024', null, null],
  ])('« %s », contexte %s : période qui commence en %s', (realises, debut, attendu) => {
    const entetes = ['Commune', realises.replace('Réalisés', 'Objectif'), realises];
    const [controle] = controles({ Bilan: [entetes, ['A', 20, 10]] });
    const dite = debut === null ? null : { debut: Number(debut.slice(0, 4)) };
    expect(periodeDuBilan(controle!.tableau, dite)?.debut ?? null).toBe(attendu);
  });
});

const PROPRES = ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'];
const PARTS = [...PROPRES, 'Objectif PLAI', 'PLAI réalisés', 'Objectif PLS', 'PLS réalisés'];
const SELON_LA_LOI = [...PROPRES, 'PLAI', 'PLS'];

// L. 302-9-1 : la carence peut être proposée si l'objectif n'est pas atteint, ou si la typologie du III n'est pas respectée.
describe('l’issue d’un bilan', () => {
  test.each([
    ['les deux tenus', [100, 100, 30, 30, 30, 30], [true, true, true, 'tenu']],
    ['un logement de moins', [100, 99, 30, 30, 30, 30], [false, true, false, 'manqué']],
    ['un PLAI de moins', [100, 100, 30, 29, 30, 30], [true, false, false, 'manqué']],
    ['un PLS de trop', [100, 100, 30, 30, 30, 31], [true, false, false, 'manqué']],
    ['les PLS ne sont pas donnés', [100, 100, 30, 30, 30, ''], [true, null, null, 'objectif atteint']],
    ['manqué, quoi que disent les PLS', [100, 99, 30, 30, 30, ''], [false, null, false, 'manqué']],
    ['les réalisés ne sont pas donnés', [100, 'n.c.', 30, 30, 30, 30], [null, null, null, 'à compléter']],
    ['rien à atteindre', ['NC', 12, '', '', '', ''], [null, null, null, 'sans objet']],
    ['plus de PLAI et de PLS que de réalisés', [50, 50, 15, 40, 15, 15], [true, null, null, 'objectif atteint']],
  ])('%s', (_, valeurs, attendu) => {
    const [{ atteint, qualite, respect, issue }] = dresse({ Bilan: [PARTS, ['A', ...valeurs]] }) as [CommuneDressee];
    expect([atteint, qualite, respect, issue]).toEqual(attendu);
  });

  test('un taux écrit qui dément les nombres : rien n’est affirmé de la commune, dans un sens ni dans l’autre', () => {
    const entetes = [...PARTS, 'Taux de réalisation'];
    const communes = dresse({
      Bilan: [entetes, ['A', 100, 100, 30, 30, 30, 30, '60 %'], ['B', 100, 60, 30, 30, 30, 30, '100 %']],
    });
    expect(communes.map(({ atteint, respect, issue, douteuse }) => [atteint, respect, issue, douteuse])).toEqual([
      [null, null, 'à compléter', true],
      [null, null, 'à compléter', true],
    ]);
  });

  test('la période court encore : rien n’est manqué, rien n’est tenu', () => {
    const entetes = ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025 au 30/06/2024'];
    const communes = dresse({ Bilan: [entetes, ['A', 100, 40], ['B', 10, 10]] }, { periode: '2023-2025' });
    expect(communes.map(({ atteint, issue }) => [atteint, issue])).toEqual([
      [null, 'à compléter'],
      [null, 'à compléter'],
    ]);
  });

  test('une commune écrite deux fois, ou dont le code en désigne une autre : aucune n’est jugée', () => {
    const entetes = ['Code INSEE', ...PROPRES];
    const communes = dresse({
      Bilan: [entetes, ['86041', 'Buxerolles', 50, 20], ['86041', 'Buxerolles', 50, 50], ['86194', 'Ligugé', 50, 20]],
    });
    expect(communes.map(({ atteint, issue }) => [atteint, issue])).toEqual([
      [null, 'à compléter'],
      [null, 'à compléter'],
      [null, 'à compléter'],
    ]);
  });

  test('deux décomptes dont un seul atteint l’objectif', () => {
    const entetes = ['commune', 'objectif_reference', 'realises', 'variation_inventaire', 'deja_comptes'];
    const [commune] = dresse({ Bilan: [entetes, ['A', 50, 50, 49, 0]] });
    expect([commune!.atteint, commune!.issue, commune!.douteuse]).toEqual([null, 'à compléter', true]);
  });
});

// L. 302-8, III : 30 % de PLAI au moins, 30 % de PLS au plus (20 % sous 10 % sans PLH) ; la loi ne dit pas de quoi.
describe('le volet qualitatif, à défaut d’objectif propre', () => {
  test.each([
    [
      'tenu des deux façons',
      [100, 110, 33, 30],
      true,
      true,
      [
        [30, 33],
        [30, 33],
      ],
    ],
    ['29 PLAI sur 100 : manqué des deux façons, à trancher', [100, 100, 29, 30], true, null, [[30], [30]]],
    [
      '32 PLAI : tenu sur l’objectif, non sur les réalisés',
      [100, 110, 32, 30],
      true,
      null,
      [
        [30, 33],
        [30, 33],
      ],
    ],
    [
      '31 PLS : tenu sur les réalisés, non sur l’objectif',
      [100, 110, 33, 31],
      true,
      null,
      [
        [30, 33],
        [30, 33],
      ],
    ],
    ['sans savoir s’il y a un PLH', [100, 100, 30, 25], null, null, [[30], [20, 30]]],
    ['rien de réalisé', [100, 0, 0, 0], true, null, [[], []]],
  ])('%s', (_, valeurs, plh, remplie, bornes) => {
    const [commune] = dresse({ Bilan: [SELON_LA_LOI, ['A', ...valeurs]] }, { plh });
    const { plai, pls } = commune!.qualitatif;
    expect([commune!.qualitatif.remplie, [plai.bornes, pls.bornes]]).toEqual([remplie, bornes]);
  });

  test('la réponse de l’agent le tient pour respecté', () => {
    const feuilles = { Bilan: [SELON_LA_LOI, ['A', 100, 100, 29, 30]] };
    const question = bilan(feuilles, { plh: true }).constats.flatMap((c) => c.question ?? [])[0]!;
    const reponse = question.choix[0]!.precision as { texte: string };
    const [commune] = dresse(feuilles, { plh: true, textes: { [reponse.texte]: 'sans effet' } });
    expect([commune!.qualite, commune!.issue]).toEqual([true, 'tenu']);
  });

  test('dit ce que le tableau ne donne pas', () => {
    const [commune] = dresse({ Bilan: [PROPRES, ['A', 100, 100]] });
    const { plai, pls } = commune!.qualitatif;
    expect([plai.manque, pls.manque]).toEqual([
      'les PLAI (aucune colonne reconnue)',
      'les PLS (aucune colonne reconnue)',
    ]);
  });
});

test('les communes dont la carence peut être proposée, de ce qui leur manque le plus', () => {
  const { communes } = bilan({
    Bilan: [
      PARTS,
      ['A', 100, 90, 30, 30, 30, 30],
      ['B', 100, 100, 30, 28, 30, 30],
      ['C', 100, 90, 30, 29, 30, 30],
      ['D', 100, 100, 30, 30, 30, 30],
      ['E', 100, 40, 30, 30, 30, 30],
      ['F', 100, 100, 30, 30, 30, 33],
    ],
  });
  expect(
    carencesPossibles(communes)
      .map(({ ligne }) => ligne.nom)
      .join(''),
  ).toBe('ECABF');
});

// L. 302-7 : 25 % × 1 000 € × 500 manquants = 125 000 € ; L. 302-9-1 : × (1 + 81 %), au plus 5 % des dépenses.
describe('le prélèvement, et ce que la carence en ferait', () => {
  const entetes = [...PROPRES, ...PARC.slice(1), ...COMPTES];
  const du = (valeurs: readonly unknown[], titres = entetes, autres: Record<string, Rangees> = {}) => {
    const [commune] = dresse({ Bilan: [titres, ['A', ...valeurs]], ...autres });
    const { prelevement, majore, manque } = commune!.prelevement;
    return [
      montant(prelevement?.valeur),
      montant(majore?.calcul.valeur),
      montant(majore?.siPotentielEleve?.valeur),
      manque,
    ];
  };

  test.each([
    [
      [21, 4, 10_000, 1500, 20, 1000, 10_000_000],
      [125_000, 226_250, null, []],
    ],
    [
      [21, 4, 10_000, 1500, 20, 1000, 4_000_000],
      [125_000, 200_000, 226_250, []],
    ],
    [
      [21, 21, 10_000, 1500, 20, 1000, 10_000_000],
      [125_000, null, null, []],
    ],
    [
      [21, 4, 10_000, 1500, 20, '', 10_000_000],
      [null, null, null, ['le potentiel fiscal par habitant (G2, valeur absente)']],
    ],
  ])('%j', (valeurs, attendu) => expect(du(valeurs)).toEqual(attendu));

  test('les comptes d’un autre tableau du classeur', () => {
    const comptes = [
      [...PARC, ...COMPTES],
      ['A', 10_000, 1500, 20, 1000, 10_000_000],
    ];
    expect(du([21, 4], PROPRES, { Comptes: comptes })).toEqual([125_000, 226_250, null, []]);
    const autres = [comptes[0]!, ['A', 10_000, 1500, 20, 1001, 10_000_000]];
    expect(du([21, 4], PROPRES, { Comptes: comptes, Autres: autres })).toEqual([
      ...[null, null, null],
      [
        'un seul prélèvement : les feuilles « Comptes » et « Autres » donnent des chiffres différents pour cette commune',
      ],
    ]);
  });

  test('sans colonne de comptes, dit lesquelles', () => {
    expect(du([21, 4, 10_000, 1500, 20], entetes.slice(0, -2))).toEqual([
      ...[null, null, null],
      [
        'le potentiel fiscal par habitant (aucune colonne reconnue)',
        'les dépenses réelles de fonctionnement (aucune colonne reconnue)',
      ],
    ]);
  });
});

describe('les autres périodes que le tableau rappelle', () => {
  const passe = (entetes: readonly string[], ...valeurs: readonly unknown[]) => {
    const [commune] = dresse({ Bilan: [entetes, ['A', ...valeurs]] });
    return [
      [commune!.objectif, commune!.realises],
      ...commune!.passe.map((p) => [p.debut, p.fin, p.objectif, p.realises, p.carencee, p.deduite]),
    ];
  };

  test('datées, elles ne sont pas celle qu’on juge', () =>
    expect(
      passe(
        ['Commune', 'Objectif 2014-2016', 'Réalisés 2014-2016', 'Objectif 2017-2019', 'Réalisés 2017-2019'],
        ...[1, 2, 3, 4],
      ),
    ).toEqual([
      [3, 4],
      [2014, 2016, 1, 2, null, false],
    ]));

  test('non datées, les années de leurs voisines, et c’est dit ; sans voisine datée, elles ne sont pas rappelées', () => {
    const jugee = ['Objectif 2017-2019', 'Bilan 2017-2019'];
    expect(
      passe(['Commune', ...jugee, 'Objectif', 'Réalisation', 'Objectif PLAI 2014-2016', 'Carence'], 3, 4, 1, 2, 0, 1),
    ).toEqual([
      [3, 4],
      [2014, 2016, 1, 2, true, true],
    ]);
    expect(passe(['Commune', ...jugee, 'Objectif', 'Réalisation'], 3, 4, 1, 2)).toEqual([[3, 4]]);
  });

  test('les cumuls, jusqu’à la période jugée comprise', () =>
    expect(
      passe(
        [
          ...[
            'Commune',
            'Objectif 2017-2019',
            'Bilan 2017-2019',
            'Cumul objectif 2002-2019',
            'Cumul réalisation 2002-2019',
          ],
          ...['Cumul objectif 2002-2016', 'Cumul réalisation 2002-2016'],
        ],
        ...[3, 4, 400, 380, 397, 376],
      ),
    ).toEqual([
      [3, 4],
      [2002, 2019, 400, 380, null, false],
      [2002, 2016, 397, 376, null, false],
    ]));

  test('une période à venir n’est pas passée', () =>
    expect(passe(['Commune', 'Objectif 2017-2019', 'Bilan 2017-2019', 'Objectif 2020-2022'], 3, 4, 9).slice(1)).toEqual(
      [],
    ));
});

describe('l’objectif de la période suivante', () => {
  const avecReport = [...PROPRES, 'PLAI', 'PLS'];
  const jugee = [avecReport, ['A', 165, 60]];
  const suites = (...args: Parameters<typeof bilan>) =>
    dresse(...args).map(({ suite }) =>
      'manque' in suite ? suite.manque : [versNombre(suite.objectif.valeur), suite.pourcent, suite.source, suite.annee],
    );

  test.each([
    [
      [10_000, 1500, 20],
      [165, 33, 'Parc', 2025],
    ],
    [
      [10_000, 1800, 20],
      [100, 50, 'Parc', 2025],
    ],
    [
      [10_000, 1850, 20],
      [150, 100, 'Parc', 2025],
    ],
    [
      [10_000, 2000, 20],
      [0, 0, 'Parc', 2025],
    ],
  ])('parc %j : %j', (parc, attendu) =>
    expect(suites({ Bilan: jugee, Parc: [PARC, ['A', ...parc]] })).toEqual([attendu]),
  );

  // L. 302-8, VIII : entrée en 2020, première période pleine en 2023-2025 (15 %), deuxième en 2026-2028 (25 %) : 25 % × 500 = 125.
  test('une entrante a un rang de plus dans la période suivante', () => {
    const entetes = [...avecReport, 'RP 2025', 'LLS 2025', 'Taux cible', 'Première année de soumission'];
    const entree = (annee: number) => suites({ Bilan: [entetes, ['A', 60, 60, '', '', 10_000, 1500, 20, annee]] });
    expect([entree(2024), entree(2020), entree(2017), entree(2010)].map(([suite]) => suite)).toEqual([
      [75, 15, 'Bilan', 2025],
      [125, 25, 'Bilan', 2025],
      [165, 33, 'Bilan', 2025],
      [165, 33, 'Bilan', 2025],
    ]);
  });

  test('sans parc, dit ce qu’il faut', () =>
    expect(suites({ Bilan: jugee })).toEqual([
      'résidences principales, logements sociaux et taux cible de la commune au 1er janvier 2025, dans un autre tableau du classeur',
    ]));

  test('un parc d’une autre année ne sert pas', () => {
    const [manque] = suites({
      Bilan: jugee,
      Parc: [
        ['Commune', 'RP 2022', 'LLS 2022', 'Taux cible'],
        ['A', 10_000, 1500, 20],
      ],
    });
    expect(manque).toMatch(/le parc de « Parc » est de 2022/);
    const contrat = [
      ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS 2023-2025'],
      ['A', 10_000, 1500, 20, 165],
    ];
    expect(suites({ Bilan: jugee, Contrat: contrat })[0]).toMatch(/le parc de « Contrat » est de 2022/);
  });

  test('le parc de l’année l’emporte sur celui d’une autre', () => {
    const ancien = [
      ['Commune', 'RP 2022', 'LLS 2022', 'Taux cible'],
      ['A', 10_000, 1000, 20],
    ];
    expect(suites({ Bilan: jugee, Ancien: ancien, Parc: [PARC, ['A', 10_000, 1500, 20]] })).toEqual([
      [165, 33, 'Parc', 2025],
    ]);
  });

  test('deux parcs différents : n’en choisit aucun', () => {
    const [manque] = suites({ Bilan: jugee, P: [PARC, ['A', 10_000, 1500, 20]], Q: [PARC, ['A', 10_000, 1501, 20]] });
    expect(manque).toBe(
      'un seul parc : les feuilles « P » et « Q » donnent des chiffres différents pour cette commune',
    );
  });

  test('le code INSEE distingue deux homonymes', () => {
    const avec = (code: string, entetes: string[], ...valeurs: unknown[]) => [
      ['Code INSEE', ...entetes],
      [code, ...valeurs],
    ];
    const parc = avec('86214', PARC, 'Saint-Benoît', 10_000, 1500, 20);
    expect(suites({ Bilan: avec('86214', avecReport, 'St Benoît', 165, 60), Parc: parc })[0]).toEqual([
      ...[165, 33],
      'Parc',
      2025,
    ]);
    expect(suites({ Bilan: avec('01338', avecReport, 'Saint-Benoît', 165, 60), Parc: parc })[0]).toMatch(/^résidences/);
  });

  test('dans le tableau même, s’il est de l’année', () => {
    const entetes = ['Commune', 'RP 2025', 'LLS 2025', 'Taux cible', 'Objectif 2023-2025 CMS', 'Réalisés 2023-2025'];
    expect(suites({ Bilan: [entetes, ['A', 10_000, 1500, 20, 165, 60]] })).toEqual([[165, 33, 'Bilan', 2025]]);
  });
});
