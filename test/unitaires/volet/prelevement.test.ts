import { REFERENTIEL } from '../../../src/referentiel';
import { versNombre } from '../../../src/nombres';
import { grilleDeValeurs } from '../../../src/tableau';
import { controlerFeuille } from '../../../src/volet/etat/controles';
import {
  colonnesAbsentes,
  estPrelevee,
  fichesDePrelevement,
  portePrelevement,
  totalDu,
} from '../../../src/volet/etat/prelevement';
import { SANS_PRECISION } from '../../../src/tableau';

type Rangees = readonly (readonly unknown[])[];
const ENTETES = [
  ...['Commune', 'RP', 'LLS', 'Taux cible', 'Potentiel fiscal par habitant', 'Dépenses réelles de fonctionnement'],
  ...['Soumise au prélèvement', 'Carencée', 'Rang triennal'],
];
const MANQUANTS_500 = [10_000, 1500, 20];

const tableaux = (...feuilles: Rangees[]) =>
  feuilles.flatMap((rangees, i) => {
    const feuille = { ...grilleDeValeurs(rangees, `F${i}`), id: `f${i}` };
    return controlerFeuille(feuille, SANS_PRECISION, REFERENTIEL).tableaux;
  });
function fiches(rangees: Rangees, ...autres: Rangees[]) {
  const trouves = tableaux(rangees, ...autres);
  return fichesDePrelevement(trouves[0]!, trouves);
}
const une = (...valeurs: unknown[]) => fiches([ENTETES, ['A', ...valeurs]])[0]!;

describe('le prélèvement d’une commune', () => {
  test.each([
    [
      [...MANQUANTS_500, 1000, 10_000_000],
      [125_000, 500_000, 125_000],
    ],
    [
      [...MANQUANTS_500, 1000, 2_000_000],
      [125_000, 100_000, 100_000],
    ],
    [
      [10_000, 1999, 20, 1000, 10_000_000],
      [250, 500_000, 0],
    ],
    [
      [10_000, 2000, 20, 1000, 10_000_000],
      [0, 500_000, 0],
    ],
  ])('%j : brut, plafond, net %j', (valeurs, attendu) => {
    const { brut, plafond, valeur } = une(...valeurs).prelevement!;
    expect([brut, plafond, valeur].map(versNombre)).toEqual(attendu);
  });

  test('la trace va des manquants au net', () => {
    const noms = une(...MANQUANTS_500, 1000, 2_000_000).prelevement!.etapes.map((e) => e.nom);
    expect(noms).toEqual(expect.arrayContaining(['Prélèvement brut', 'Plafond', 'Prélèvement net']));
  });

  test('dit la cellule qui manque, et celle qui ne se lit pas', () => {
    expect(une(...MANQUANTS_500, '', 10).manque).toEqual(['le potentiel fiscal par habitant (E2, valeur absente)']);
    expect(une(10_000, 'beaucoup', 20, 1000, 'n.c.').manque).toEqual([
      'les logements sociaux (C2, « beaucoup » ne se lit pas)',
      'les dépenses réelles de fonctionnement (F2, valeur absente)',
    ]);
    expect(une(1500, 10_000, 20, 1000, 10).manque).toEqual([
      'des logements sociaux qui ne dépassent pas les résidences principales',
    ]);
  });

  test('dit les colonnes qui manquent au tableau', () => {
    const [trouve] = tableaux([
      ['Commune', 'RP', 'Potentiel fiscal par habitant'],
      ['A', 10_000, 1000],
    ]);
    expect(portePrelevement(trouve!)).toBe(true);
    expect(colonnesAbsentes(trouve!)).toEqual([
      'les logements sociaux (aucune colonne reconnue)',
      'le taux cible (aucune colonne reconnue)',
      'les dépenses réelles de fonctionnement (aucune colonne reconnue)',
    ]);
    expect(
      tableaux([
        ['Commune', 'RP', 'LLS'],
        ['A', 10_000, 1000],
      ]).some(portePrelevement),
    ).toBe(false);
  });
});

describe('l’exonération', () => {
  const comptes = [1000, 10_000_000];
  test.each([
    [[10_000, 1500, 20, ...comptes], false, /n’excède pas 15 %/],
    [[10_000, 1501, 20, ...comptes], null, /excède 15 %.*DSU/],
    [[10_000, 2000, 25, ...comptes], false, /n’excède pas 20 %/],
    [[10_000, 2001, 25, ...comptes], null, /excède 20 %.*DSU/],
    [[10_000, 1500, 20, ...comptes, '', '', 1], null, /entrante.*3 premières années/],
  ])('%j : %s', (valeurs, exoneree, raison) => {
    const { sort } = une(...valeurs);
    expect(sort!.exoneree).toBe(exoneree);
    expect(sort!.raisons.join()).toMatch(raison);
  });

  test('sans objet pour qui ne doit rien', () => expect(une(10_000, 2000, 20, ...comptes).sort).toBeNull());

  test('le total laisse les communes dites non soumises', () => {
    const ligne = (nom: string, soumise: string) => [nom, ...MANQUANTS_500, 1000, 10_000_000, soumise];
    const calculees = fiches([ENTETES, ligne('A', 'oui'), ligne('B', 'non'), ligne('C', '')]);
    expect(versNombre(totalDu(calculees))).toBe(250_000);
    expect(calculees.filter(estPrelevee).map((f) => f.ligne.commune)).toEqual(['A', 'C']);
  });
});

describe('la majoration', () => {
  const bilan = (...rangees: Rangees) => [['Commune', 'Objectif', 'Réalisés'], ...rangees];
  const majoration = (carencee: string, depenses: number, ...bilans: Rangees[]) => {
    const rangees = [ENTETES, ['A', ...MANQUANTS_500, 1000, depenses, '', carencee]];
    const { majoration: m } = fiches(rangees, ...bilans)[0]!;
    const montant = (c: { valeur: Parameters<typeof versNombre>[0] } | null) => c && versNombre(c.valeur);
    return m && [m.prononcee, montant(m.montant?.calcul ?? null), montant(m.montant?.siPotentielEleve ?? null)];
  };
  const manque81 = bilan(['A', 21, 4]);

  test.each([
    ['', 10_000_000, [manque81], [false, 226_250, null]],
    ['oui', 10_000_000, [manque81], [true, 226_250, null]],
    ['oui', 4_000_000, [manque81], [true, 200_000, 226_250]],
    ['non', 10_000_000, [manque81], null],
    ['', 10_000_000, [bilan(['A', 21, 21])], null],
    ['', 10_000_000, [bilan(['B', 21, 4])], null],
    ['oui', 10_000_000, [], [true, null, null]],
    ['oui', 10_000_000, [manque81, bilan(['A', 21, 5])], [true, null, null]],
  ])('carencée « %s », dépenses %s', (carencee, depenses, bilans, attendu) =>
    expect(majoration(carencee, depenses, ...bilans)).toEqual(attendu),
  );
});
