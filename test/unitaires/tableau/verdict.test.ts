import { droitDe } from '../../../src/droit';
import { controle, deNature, resumer } from '../../outils/tableau';

const tableau = (entetes: string, ...lignes: string[]) =>
  controle(
    entetes.split('; '),
    lignes.map((l) => l.split(';').map((v) => v.trim())),
  );

describe('ce qui manque empêche de conclure, sans rien supposer', () => {
  test('un objectif relevé sans colonne d’accord : indéterminé ; cellule vide ou « non » : bloquant ; « oui » : conforme', () => {
    const verdictPour = (accord: string | null) =>
      accord === null
        ? tableau('Commune; RP; LLS; Taux cible; Objectif CMS', 'A;10000;1500;20;200').verdict
        : tableau('Commune; RP; LLS; Taux cible; Objectif CMS; Accord', `A;10000;1500;20;200;${accord}`).verdict;
    expect([null, '', 'non', 'oui', 'on verra'].map(verdictPour)).toEqual([
      'indetermine',
      'non conforme',
      'non conforme',
      'conforme',
      'indetermine',
    ]);
  });
  test('un taux de 16 % pour 20 laisse 33 ou 50 %, même si la référence notifiée choisit', () => {
    const c = tableau('Commune; Manquants; Taux LLS; Taux cible; Référence; Objectif CMS', 'A;500;16 %;20 %;165;165');
    expect(c.verdict).toBe('indetermine');
    expect(resumer(c, 'PALIER_INDETERMINE')).toHaveLength(1);
  });
  test('un taux qui atteint la cible alors qu’il manque des logements', () => {
    const c = tableau('Commune; Manquants; Taux LLS; Taux cible; Référence; Objectif CMS', 'A;500;25 %;20 %;165;165');
    expect(c.verdict).toBe('indetermine');
    expect(resumer(c, 'TAUX_INCOHERENT')).toHaveLength(1);
  });
  test('une commune au taux atteint, sans objectif, ne retient pas le verdict', () => {
    expect(
      tableau('Commune; RP; LLS; Taux cible; Objectif CMS', 'A;10000;2000;20;', 'B;10000;1500;20;165').verdict,
    ).toBe('conforme');
  });
});

describe('la référence', () => {
  const avec = (reference: string, accord = '', rang = '') =>
    tableau(
      'Commune; Manquants; Référence; Objectif CMS; Accord; Rang',
      `A;500;${reference};${reference};${accord};${rang}`,
    );
  test.each([
    ['165', '', 'conforme'],
    ['250', '', 'conforme'],
    ['500', '', 'conforme'],
    ['125', '3', 'non conforme'], // 25 % : déjà abaissée
    ['125', '2', 'conforme'],
    ['125', '', 'indetermine'],
  ])('%s pour 500 manquants, sans taux, rang « %s » : %s', (reference, rang, verdict) =>
    expect(avec(reference, '', rang).verdict).toBe(verdict),
  );
  test('rehaussée : alerte, information si l’accord est écrit', () => {
    expect(resumer(avec('200'), 'REFERENCE_INCOHERENTE')).toEqual(['REFERENCE_INCOHERENTE A alerte 165']);
    expect(resumer(avec('200', 'oui'), 'REFERENCE_INCOHERENTE')).toEqual(['REFERENCE_INCOHERENTE A information 165']);
  });
  test('illisible, elle se demande : elle pouvait être abaissée, ou plus haute que l’objectif légal', () => {
    const c = tableau('Commune; RP; LLS; Taux cible; Référence; Objectif CMS', 'A;10000;1500;20;#NOM?;165');
    expect([c.verdict, deNature('objectifs', c).totaux.contrat]).toEqual(['indetermine', 165]);
    expect(resumer(c, 'VALEUR_INVALIDE')).toHaveLength(1);
  });
});

describe('la durée', () => {
  const periodes = (n: number, contrat: 'cims' | 'cms', suite = '') =>
    controle(
      [
        'Commune',
        'RP',
        'LLS',
        'Taux cible',
        'Rang',
        'Objectif CMS',
        'Périodes consécutives',
        'Population',
        'Inconstructibilité',
      ],
      [
        ['A', 10_000, 1500, 20, 3, 130, n, ...suite.split(';')],
        ['B', 10_000, 1500, 20, 3, 165, '', '', ''],
      ],
      { contrat },
    );
  const DUREE = 'DUREE_DEPASSEE';
  test.each([
    ['cims', 2, '', []],
    ['cims', 3, '', [`${DUREE} A bloquant 2`]],
    ['cms', 3, '', []],
    ['cms', 4, '', [`${DUREE} A alerte 3`]],
    ['cms', 4, '5000;29 %', [`${DUREE} A bloquant 3`]],
    ['cms', 4, '4999;', [`${DUREE} A alerte 3`]],
    ['cms', 4, ';30 %', [`${DUREE} A alerte 3`]],
  ] as const)('%s, %d périodes, %p', (contrat, n, suite, attendus) =>
    expect(resumer(periodes(n, contrat, suite), DUREE)).toEqual(attendus),
  );
});

test('la période nommée choisit la colonne datée ; tue, deux colonnes se disputent le sens et rien n’est choisi', () => {
  const entetes = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif 2023-2025 CMS', 'Objectif 2026-2028 CMS'];
  const lignes = [['A', 10_000, 1500, 20, 100, 165]];
  const contratEn = (debut: number) =>
    deNature('objectifs', controle(entetes, lignes, { droit: droitDe({ debut }) })).totaux.contrat;
  expect([contratEn(2023), contratEn(2026)]).toEqual([100, 165]);
  const tue = controle(entetes, lignes);
  expect([deNature('objectifs', tue).totaux.contrat, tue.verdict]).toEqual([null, 'indetermine']);
  expect(tue.constats.find((c) => c.code === 'LIGNE_INCOMPLETE')?.message).toMatch(
    /Objectif 2023-2025 CMS.*Objectif 2026-2028 CMS/,
  );
});
