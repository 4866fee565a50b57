import type { Contrat } from '../../../src/tableau';
import { controle, resumer } from '../../outils/tableau';

const ENTETES = [
  'Commune',
  'Logements manquants',
  'Objectif de référence',
  'Objectif du contrat',
  'Accord de la commune',
];
const CODES_D_OBJECTIF = [
  'REDUCTION_EXCESSIVE',
  'MOITIE_ARRONDIE',
  'SOUS_PLANCHER_PLAQUETTE',
  'SOUS_PLANCHER_CMS',
  'ENTRANTE_ABAISSEE',
  'ACCORD_MANQUANT',
  'TOTAL_INSUFFISANT',
  'REFERENCE_INCOHERENTE',
  'RATTRAPAGE_INCOHERENT',
];

/** A manque de 500 logements, B de 300 : 165 et 99 de référence, 264 ensemble. */
const exemple = (a: number, b: number, accord = 'oui') => {
  const lignes = [
    ['A', 500, 165, a, 'oui'],
    ['B', 300, 99, b, accord],
  ];
  const resultat = controle(ENTETES, lignes);
  return { verdict: resultat.verdict, constats: resumer(resultat, ...CODES_D_OBJECTIF) };
};

describe('exemple de la plaquette : A 500 manquants, 165 → 85 ; B 300 manquants, 99 → 179', () => {
  it('264 logements mutualisés pour 264 dus : conforme', () => {
    expect(exemple(85, 179)).toEqual({ verdict: 'conforme', constats: [] });
  });

  it('un logement de moins : le total ne suffit plus', () => {
    expect(exemple(85, 178)).toEqual({ verdict: 'non conforme', constats: ['TOTAL_INSUFFISANT bloquant 264'] });
  });

  it('sans l’accord de B, qui porte 80 logements de plus', () => {
    expect(exemple(85, 179, 'non')).toEqual({
      verdict: 'non conforme',
      constats: ['ACCORD_MANQUANT B bloquant 99'],
    });
  });

  // La loi dit la moitié de 165, soit 82,5, donc 83 ; la plaquette 17 % de 500, soit 85.
  it.each([
    [82, 'non conforme', ['REDUCTION_EXCESSIVE A bloquant 83']],
    [83, 'conforme', ['SOUS_PLANCHER_PLAQUETTE A alerte 85']],
    [84, 'conforme', ['SOUS_PLANCHER_PLAQUETTE A alerte 85']],
    [85, 'conforme', []],
  ])('A à %d : %s', (a, verdict, constats) => {
    expect(exemple(a, 264 - a)).toEqual({ verdict, constats });
  });

  // 33 % de 322 font 106,26, dont la moitié est 53,13.
  it.each([
    ['106', 52, 'non conforme', ['REDUCTION_EXCESSIVE A bloquant 53']],
    ['106', 53, 'indetermine', ['MOITIE_ARRONDIE A alerte 54']],
    ['106', 54, 'conforme', ['SOUS_PLANCHER_PLAQUETTE A alerte 55']],
    ['107', 53, 'non conforme', ['REDUCTION_EXCESSIVE A bloquant 54']],
    ['', 53, 'non conforme', ['REDUCTION_EXCESSIVE A bloquant 54']],
  ])('référence « %s » pour 106,26, objectif de %d : %s', (reference, a, verdict, constats) => {
    const lignes = [
      ['A', 5000, 678, 20, 3, reference, a, ''],
      ['B', 6000, 900, 20, 3, 99, 99 + 107 - a, 'oui'],
    ];
    const entetes = ['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Rang triennal'];
    const juge = controle([...entetes, 'Objectif de référence', 'Objectif du contrat', 'Accord'], lignes);
    expect({ verdict: juge.verdict, constats: resumer(juge, ...CODES_D_OBJECTIF) }).toEqual({ verdict, constats });
  });

  it('300 × 17 % font 51, que la virgule flottante arrondirait à 52', () => {
    const plaquette = (b: number) => exemple(264 - b, b).constats.filter((c) => c.startsWith('SOUS_PLANCHER'));
    expect([51, 50].map(plaquette)).toEqual([[], ['SOUS_PLANCHER_PLAQUETTE B alerte 51']]);
  });
});

describe('plancher d’une commune selon le contrat', () => {
  const entetes = [
    'Commune',
    'Résidences principales',
    'Logements sociaux',
    'Taux cible',
    'Rang triennal',
    'Objectif CMS',
  ];
  const constats = (contrat: Contrat, objectif: number, lls = 1500, rang = 3) =>
    resumer(
      controle(entetes, [['A', 10_000, lls, 20, rang, objectif]], { contrat }),
      ...CODES_D_OBJECTIF.filter((code) => code !== 'TOTAL_INSUFFISANT'),
    );

  it.each<[contrat: Contrat, lls: number, rang: number, minimum: number, code: string]>([
    ['aucun', 1500, 3, 165, 'REDUCTION_EXCESSIVE'],
    ['cms', 1500, 3, 125, 'SOUS_PLANCHER_CMS'],
    ['cims', 1500, 3, 83, 'REDUCTION_EXCESSIVE'],
    ['cms', 1599, 3, 101, 'SOUS_PLANCHER_CMS'],
    ['cms', 1600, 3, 160, 'SOUS_PLANCHER_CMS'],
    ['cims', 1600, 3, 100, 'REDUCTION_EXCESSIVE'],
    ['cms', 1800, 3, 80, 'SOUS_PLANCHER_CMS'],
    ['cms', 1801, 3, 160, 'SOUS_PLANCHER_CMS'],
    ['cims', 1801, 3, 100, 'REDUCTION_EXCESSIVE'],
    ['cms', 1500, 1, 75, 'ENTRANTE_ABAISSEE'],
    ['cims', 1500, 2, 125, 'ENTRANTE_ABAISSEE'],
  ])('%s, %d sur 10 000, rang %d : %d suffisent, un de moins non (%s)', (contrat, lls, rang, minimum, code) => {
    const bloquants = (n: number) => constats(contrat, n, lls, rang).filter((c) => c.includes('bloquant'));
    expect(bloquants(minimum)).toEqual([]);
    expect(bloquants(minimum - 1)).toEqual([`${code} A bloquant ${minimum}`]);
  });

  // 132,33 : notifié à 132 ou à 133 selon le service, il n'est ni abaissé ni relevé.
  it.each([
    [131, ['REDUCTION_EXCESSIVE A bloquant 133']],
    [132, []],
    [133, []],
    [134, ['ACCORD_MANQUANT A alerte 133']],
  ])('sans contrat, %d pour une référence de 132,33', (objectif, attendus) => {
    expect(constats('aucun', objectif, 1599)).toEqual(attendus);
  });
});

describe('référence notifiée', () => {
  const entetes = ['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', ...ENTETES.slice(2), 'Rang'];
  const juger = (notifiee: number, objectif: number, rang: number | '') =>
    controle(entetes, [['A', 10_000, 1500, 20, notifiee, objectif, 'oui', rang]]);
  const constats = (notifiee: number, objectif: number) => resumer(juger(notifiee, objectif, 3), ...CODES_D_OBJECTIF);

  it('rehaussée par le préfet à 200 avec l’accord du maire, sa moitié et le total se prennent sur elle', () => {
    const rehausse = 'REFERENCE_INCOHERENTE A information 165';
    expect(constats(200, 200)).toEqual([rehausse]);
    expect(constats(200, 100)).toEqual(['TOTAL_INSUFFISANT bloquant 200', rehausse]);
    expect(constats(200, 99)).toEqual([
      'REDUCTION_EXCESSIVE A bloquant 100',
      'TOTAL_INSUFFISANT bloquant 200',
      rehausse,
    ]);
  });

  it('déjà abaissée, ce n’est pas une référence : les alinéas IX et X ne se cumulent pas', () => {
    expect(constats(125, 125)).toEqual(['REFERENCE_INCOHERENTE A bloquant 165']);
  });

  it('125, la référence d’une entrante de rang 2 ou l’abaissement du IX : sans le rang, indéterminé', () => {
    expect([3, 2, ''].map((rang) => juger(125, 125, rang as number | '').verdict)).toEqual([
      'non conforme',
      'conforme',
      'indetermine',
    ]);
  });
});

describe('une référence tirée du tableau inversé de l’article est réfutée', () => {
  const entetes = [
    'Commune',
    'Résidences principales',
    'Logements sociaux',
    'Taux cible',
    'Taux de rattrapage',
    'Objectif de référence',
    'Objectif du contrat',
  ];

  it.each([
    // LLS, taux et objectif de l'article, de la loi
    [2301, 25, 33, 65.67, 100, 199, 'bloquant'],
    [1801, 20, 33, 65.67, 100, 199, 'bloquant'],
    [2099, 25, 100, 401, 33, 132.33, 'alerte'],
    [1599, 20, 100, 401, 33, 132.33, 'alerte'],
  ])('%d sur 10 000, cible %d : ni %d %% ni %d', (lls, cible, faux, fausse, taux, reference, gravite) => {
    const resultat = controle(entetes, [['A', 10_000, lls, cible, faux, fausse, Math.ceil(fausse)]]);
    expect(resumer(resultat, 'RATTRAPAGE_INCOHERENT', 'REFERENCE_INCOHERENTE').sort()).toEqual([
      `RATTRAPAGE_INCOHERENT A alerte ${taux}`,
      `REFERENCE_INCOHERENTE A ${gravite} ${reference}`,
    ]);
  });
});
