import { join } from 'node:path';
import { ANNUAIRE } from '../../../src/annuaire';
import { lireClasseur } from '../../../src/classeur/fichier';
import { DROIT_EN_VIGUEUR, droitDe, type Droit } from '../../../src/droit';
import { versNombre } from '../../../src/nombres';
import {
  contratSuppose,
  controler,
  estInventaire,
  grilleDeValeurs,
  type ControleInventaire,
  type Inventaire,
} from '../../../src/tableau';
import { ANNUAIRE_D_ESSAI, deNature, lesTableaux } from '../../outils/tableau';
import { accepte } from '../../outils/valeurs';

async function lire(forme: number, droit: Droit = DROIT_EN_VIGUEUR): Promise<ControleInventaire> {
  const { feuilles: grilles } = await lireClasseur(join('test/cas/inventaire', `forme-${forme}.csv`));
  const [tableau] = grilles.flatMap((grille) => lesTableaux(grille, { droit }));
  const contexte = { droit, plh: null, avis: null, annuaire: ANNUAIRE };
  return deNature('inventaire', accepte(controler(tableau!, { ...contexte, contrat: contratSuppose(tableau!) })));
}

/** Commune → palier, ou motif d'indétermination, ou « - ». */
const paliers = ({ communes }: Inventaire): Record<string, string> =>
  Object.fromEntries(
    communes.map((c) => [
      c.ligne.commune,
      c.rattrapage?.palier?.libelle ?? (c.indetermination ? `? ${c.indetermination}` : '-'),
    ]),
  );

const ATTENDUS = {
  BUXEROLLES: '-',
  'SAINT-BENOÎT': '? seuil',
  'MIGNÉ-AUXANCES': 'plus de 4 points',
  CHAUVIGNY: 'de 2 à 4 points',
  'VOUNEUIL-SOUS-BIARD': 'plus de 4 points',
  POITIERS: '-',
  'MARCQ-EN-BARŒUL': 'plus de 4 points',
  TARBES: '? donnee',
};

describe.each([
  [2023, ATTENDUS],
  [2024, ATTENDUS],
  [2025, ATTENDUS],
  [2026, { ...ATTENDUS, 'SAINT-BENOÎT': 'de 2 à 4 points', TARBES: '-' }],
])('la forme de %i', (forme, attendus) => {
  test('rend le palier de chaque commune, ou dit pourquoi il est inconnu', async () => {
    expect(paliers((await lire(forme)).inventaire)).toEqual(attendus);
  });
  test('date ses taux de l’année qui précède', async () => {
    expect((await lire(forme)).inventaire.annee).toBe(forme - 1);
  });
  test('lit les situations', async () => {
    const { communes } = (await lire(forme)).inventaire;
    const de = (nom: string) => communes.find((c) => c.ligne.commune === nom)!.situation;
    expect(de('BUXEROLLES')).toMatchObject({ deficitaire: false, carencee: false, exemptee: false });
    expect(de('MIGNÉ-AUXANCES')).toMatchObject({ deficitaire: true, carencee: true, exemptee: false });
    expect(de('VOUNEUIL-SOUS-BIARD')).toMatchObject({ deficitaire: true, carencee: false, exemptee: true });
  });
  test('réunit les communes d’un EPCI, ni exemptées ni seules', async () => {
    const { mutualisables } = (await lire(forme)).inventaire;
    expect(mutualisables.map((m) => m.communes.map((c) => c.ligne.commune))).toEqual([
      ['SAINT-BENOÎT', 'MIGNÉ-AUXANCES', 'CHAUVIGNY'],
    ]);
  });
  test('n’a aucun constat bloquant, et n’ignore rien', async () => {
    const { constats, tableau } = await lire(forme);
    expect(constats.filter((c) => c.gravite === 'bloquant')).toEqual([]);
    expect(tableau.ignorees).toEqual([]);
  });
});

test.each([
  [2024, 64509.48],
  [2025, 64509.48],
  [2026, 64509.48],
])('le prélèvement de %i : « 64 509,48 € », et « - € » vaut zéro', async (forme, attendu) => {
  const { communes } = (await lire(forme)).inventaire;
  const prelevements = communes.map(({ situation: { prelevement, soumiseAuPrelevement } }) => [
    prelevement && versNombre(prelevement),
    soumiseAuPrelevement,
  ]);
  expect(prelevements.slice(0, 3)).toEqual([
    [0, null],
    [12300, true],
    [attendu, true],
  ]);
});

test('sans colonne de prélèvement (2023), il est inconnu', async () => {
  const { communes } = (await lire(2023)).inventaire;
  expect(communes.every((c) => c.situation.prelevement === null)).toBe(true);
});

describe('le palier d’une période se lit au 1er janvier de l’année qui la précède', () => {
  const dates = async (forme: number, droit?: Droit) =>
    (await lire(forme, droit)).constats
      .filter((c) => c.reference === 'L302-8-VII' && c.code === 'CONDITION_A_CONFIRMER')
      .map((c) => c.gravite);

  test.each([
    [2023, undefined, []],
    [2024, undefined, ['alerte']],
    [2025, undefined, ['alerte']],
    [2026, undefined, []],
    [2023, droitDe({ debut: 2023 }), []],
    [2026, droitDe({ debut: 2026 }), []],
    [2026, droitDe({ debut: 2023 }), ['alerte']],
  ])('%i', async (forme, droit, attendu) => expect(await dates(forme, droit)).toEqual(attendu));

  test('la carence d’une période passée se lit encore à la suivante', async () => {
    const { inventaire } = await lire(2026, droitDe({ debut: 2026 }));
    expect(inventaire.communes[2]!.situation.carencee).toBe(true);
  });
  test('une période sans palier rend le taux unique', async () => {
    const { inventaire } = await lire(2026, droitDe({ debut: 2020 }));
    expect(inventaire.paliers.map((p) => [p.quoi.pourcent, p.communes.length])).toEqual([[50, 5]]);
  });
});

const ENTETES = ['Code INSEE', 'Commune', 'Taux LLS', 'Taux cible', 'Statut', 'Exemptée'];

function inventaire(lignes: readonly (readonly unknown[])[], entetes: readonly string[] = ENTETES): ControleInventaire {
  const [tableau] = lesTableaux(grilleDeValeurs([entetes, ...lignes]));
  const contexte = { droit: DROIT_EN_VIGUEUR, plh: null, avis: null, annuaire: ANNUAIRE_D_ESSAI };
  return deNature('inventaire', accepte(controler(tableau!, { ...contexte, contrat: 'aucun' })));
}

/** Le palier, ou le motif d'indétermination, d'une commune dont le taux et le statut sont donnés. */
function palier(taux: string, cible: number, statut: string): string {
  const [commune] = inventaire([
    ['00000', 'A', taux, cible, statut, 'Non'],
    ['00001', 'B', '30,00 %', cible, 'En règle', 'Non'],
  ]).inventaire.communes;
  return commune!.rattrapage?.palier?.libelle ?? commune!.indetermination ?? '-';
}

describe('table de décision : le taux publié, son arrondi, et ce que l’inventaire dit', () => {
  test.each([
    ['15,99 %', 20, 'Déficitaire', 'plus de 4 points'],
    ['16,00 %', 20, 'Déficitaire', 'seuil'],
    ['16,01 %', 20, 'Déficitaire', 'de 2 à 4 points'],
    ['16 %', 20, 'Déficitaire', 'seuil'],
    ['15 %', 20, 'Déficitaire', 'plus de 4 points'],
    ['17,99 %', 20, 'Déficitaire', 'de 2 à 4 points'],
    ['18,00 %', 20, 'Déficitaire', 'seuil'],
    ['18,01 %', 20, 'Déficitaire', 'moins de 2 points'],
    ['20,99 %', 25, 'Déficitaire', 'plus de 4 points'],
    ['21,00 %', 25, 'Carencée', 'seuil'],
    ['23,00 %', 25, 'Déficitaire', 'seuil'],
    ['19,99 %', 20, '', 'moins de 2 points'],
    ['20,00 %', 20, 'Déficitaire', 'moins de 2 points'],
    ['20,00 %', 20, 'En règle', '-'],
    ['20,00 %', 20, 'Carencée', 'cible'],
    ['20,00 %', 20, '', 'cible'],
    ['20,01 %', 20, '', '-'],
    ['20,01 %', 20, 'Carencée', '-'],
    ['20,80 %', 20, 'Déficitaire', 'contradiction'],
    ['12,00 %', 20, 'En règle', 'contradiction'],
    ['Pas de données', 20, 'No data', 'donnee'],
    ['', 20, 'Déficitaire', 'donnee'],
    ['2126.0', 20, 'En règle', '-'],
    ['2126.0', 20, 'Déficitaire', 'donnee'],
    ['35.160000000000004', 25, 'En règle', '-'],
  ])('%s pour %i, « %s » : %s', (taux, cible, statut, attendu) => expect(palier(taux, cible, statut)).toBe(attendu));

  test('les trois mêmes bornes, exemptée : le palier se dit aussi, sans contradiction si le drapeau est à 0', () => {
    const { inventaire: lu } = inventaire(
      [
        ['00000', 'A', '12,00 %', 20, 0, 1],
        ['00001', 'B', '12,00 %', 20, 1, 1],
      ],
      ['Code INSEE', 'Commune', 'Taux LLS', 'Taux cible', 'commune_deficitaire', 'Commune_exemptée'],
    );
    expect(paliers(lu)).toEqual({ A: '-', B: 'plus de 4 points' });
    expect(lu.mutualisables).toEqual([]);
  });
});

describe('ce qui est ou n’est pas un inventaire', () => {
  const nature = (...entetes: string[]) => {
    const rangee = entetes.map((e) => (/commune|insee/i.test(e) ? 'A' : 1));
    return lesTableaux(grilleDeValeurs([entetes, rangee])).map(estInventaire);
  };
  test.each([
    [['Commune', 'Taux LLS', 'Taux cible', 'Statut'], true],
    [['Commune', 'Taux LLS', 'Taux cible'], false],
    [['Commune', 'Taux LLS', 'Taux cible', 'Carencée', 'RP', 'LLS'], false],
    [['Commune', 'Taux LLS', 'Taux cible', 'Carencée', 'Objectif CMS'], false],
    [['Commune', 'Taux LLS', 'Taux cible', 'Carencée', 'Objectif notifié'], false],
    [['Commune', 'Taux LLS', 'Taux cible', 'Carencée', 'Manquants'], false],
  ])('%j : %s', (entetes, attendu) => expect(nature(...entetes)).toEqual([attendu]));

  test('un contrat demandé l’emporte : il manque alors tout objectif', () => {
    const lignes = [ENTETES, ['00000', 'A', '12,00 %', 20, 'Déficitaire', 'Non']];
    const [tableau] = lesTableaux(grilleDeValeurs(lignes));
    const contexte = { droit: DROIT_EN_VIGUEUR, plh: null, avis: null, annuaire: ANNUAIRE_D_ESSAI };
    expect(controler(tableau!, { ...contexte, contrat: 'cims' })).toMatchObject({
      nature: 'objectifs',
      verdict: 'indetermine',
    });
  });
});

describe('« commune_deficitaire » nomme des communes, ou dit 0 et 1', () => {
  const communes = (entetes: string[], rangee: unknown[]) =>
    lesTableaux(grilleDeValeurs([entetes, rangee]))[0]!.lignes.map((l) => [l.commune, l.drapeaux.deficitaire]);
  test('des noms', () =>
    expect(communes(['Communes déficitaires', 'RP', 'LLS'], ['Buxerolles', 4082, 800])).toEqual([
      ['Buxerolles', undefined],
    ]));
  test.each([
    [1, true],
    ['0', false],
    ['Oui', true],
  ])('%s', (drapeau, valeur) =>
    expect(
      communes(
        ['commune_deficitaire', 'Commune_sru_au_01_01_2025', 'Nom_commune', 'RP'],
        [drapeau, 1, 'Buxerolles', 9],
      ),
    ).toEqual([['Buxerolles', { etat: 'lue', valeur }]]),
  );
});

test('un drapeau ou un statut illisible se dit, une commune écrite deux fois n’est qu’une alerte', () => {
  const { constats } = inventaire([
    ['00000', 'A', '12,00 %', 20, 'Déficitaire', 'peut-être'],
    ['00000', 'A', '12,00 %', 20, 'Tiède', 'Non'],
  ]);
  expect(constats.map((c) => [c.code, c.gravite, c.cellule])).toEqual(
    expect.arrayContaining([
      ['VALEUR_INVALIDE', 'alerte', 'F2'],
      ['VALEUR_INVALIDE', 'alerte', 'E3'],
      ['DOUBLON', 'alerte', 'B3'],
    ]),
  );
  expect(constats.some((c) => c.gravite === 'bloquant')).toBe(false);
});

test('l’EPCI écrit sert quand l’annuaire ne connaît pas la commune', () => {
  const lignes = ['X', 'Y', 'Z'].map((nom) => ['', nom, '12,00 %', 20, 1, nom === 'Z' ? 'CA du Sud' : 'CA du Nord']);
  const { inventaire: lu } = inventaire(lignes, [
    'Code INSEE',
    'Commune',
    'Taux LLS',
    'Taux cible',
    'Déficitaire',
    'EPCI',
  ]);
  expect(lu.mutualisables.map((m) => [m.epci, m.communes.length])).toEqual([['CA du Nord', 2]]);
});

test('une entrante, si le rang est écrit, ne mutualise pas et garde son taux', () => {
  const { inventaire: lu } = inventaire(
    ['A', 'B', 'C'].map((nom, i) => [`0000${i}`, nom, '16 %', 20, 1, i + 1]),
    ['Code INSEE', 'Commune', 'Taux LLS', 'Taux cible', 'Déficitaire', 'Rang triennal'],
  );
  expect(lu.communes.map((c) => c.rattrapage?.pourcent)).toEqual([15, 25, undefined]);
  expect(lu.mutualisables).toEqual([]);
});

test('une commune dont le taux contredit la situation n’est pas de celles qui pourraient mutualiser', () => {
  const lu = inventaire([
    ['00000', 'A', '12,00 %', 20, 'Déficitaire', 'Non'],
    ['00001', 'B', '12,00 %', 20, 'Déficitaire', 'Non'],
    ['00002', 'C', '20,50 %', 20, 'Déficitaire', 'Non'],
  ]).inventaire;
  expect(lu.communes.map((c) => c.peutMutualiser)).toEqual([true, true, false]);
  expect(lu.mutualisables.map((m) => m.communes.length)).toEqual([2]);
});

test('un taux qui ne se lit pas n’est pas dit manquant', () => {
  const { constats, verdict } = inventaire([['00000', 'A', '124,24 %', 20, 'Déficitaire', 'Non']]);
  expect(constats.flatMap((c) => (c.empecheDeConclure ? [[c.code, c.cellule]] : []))).toEqual([
    ['VALEUR_INVALIDE', 'C2'],
  ]);
  expect(verdict).toBe('indetermine');
});

test('un taux cible vide : le constat montre sa cellule', () => {
  const { constats } = inventaire([['00000', 'A', '12 %', '', 'Déficitaire', 'Non']]);
  expect(constats.flatMap((c) => (c.code === 'LIGNE_INCOMPLETE' ? [c.cellule] : []))).toEqual(['D2']);
});
