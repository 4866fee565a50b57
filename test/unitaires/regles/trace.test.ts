import { DROIT_EN_VIGUEUR, droitDe, lirePeriode } from '../../../src/droit';
import {
  arrondirCalcul,
  articleDe,
  objectifDepuis,
  objectifDeReference,
  plancherCims,
  plancherCms,
  situation,
  tauxDeRattrapageDepuis,
  tauxLls,
  type Calcul,
  type Etape,
  type IntervalleDeTaux,
  type Refus,
} from '../../../src/regles';
import { fraction } from '../../../src/nombres';
import { direCalcul, direExamen } from '../../outils/regles';
import { accepte, ecritureExacte } from '../../outils/valeurs';

const commune = accepte(situation(10_000, 1500, 20, 3));
const valeur = (e: Etape) => (typeof e.valeur === 'string' ? e.valeur : ecritureExacte(e.valeur));
const trace = ({ etapes }: Calcul) =>
  etapes.map((e) => `${e.nom} : ${e.formule} = ${valeur(e)} ${e.unite}`.trim().replace(/[\u202f\u00a0]/g, ' '));

describe('chemin d’un calcul, tel qu’un agent le refait', () => {
  const droit = droitDe(lirePeriode('2023-2025')!);
  const reference = accepte(objectifDeReference(commune, droit));
  const chemin = [
    'Période : situation au 1er janvier 2022 = 2023-2025',
    'Taux de logements sociaux : 1 500 / 10 000 = 0,15 ratio',
    'Logements manquants : max(0 ; 20 % × 10 000 − 1 500) = 500 logements',
    'Écart au taux cible : 20 − 100 × 1 500 / 10 000 = 5 points',
    'Taux de rattrapage : écart supérieur à 4 points = 33 %',
    'Objectif de référence : 33 % × 500 = 165 logements',
  ];

  it('objectif de référence', () => {
    expect(trace(reference)).toEqual(chemin);
  });

  it('plancher du contrat abaissant', () => {
    expect(trace(accepte(plancherCms(commune, droit)))).toEqual([
      ...chemin,
      'Plancher du contrat de mixité sociale : 25 % × 500 (écart supérieur à 4 points) = 125 logements',
    ]);
  });

  it('plancher de mutualisation, arrondi en le disant', () => {
    const plancher = arrondirCalcul(accepte(plancherCims(commune, droit)), 'SUPERIEUR');
    expect(ecritureExacte(plancher.valeur)).toBe('83');
    expect(trace(plancher).slice(chemin.length)).toEqual([
      'Plancher de mutualisation : 50 % × 165 = 82,5 logements',
      'Arrondi : 82,5 arrondi à l’entier supérieur = 83 logements',
    ]);
  });

  it('plancher d’une entrante : sa référence, par l’alinéa VIII', () => {
    const plancher = accepte(plancherCims({ ...commune, rang: 1 }, droit));
    expect(trace(plancher).at(-1)).toBe(
      'Plancher de mutualisation : référence non abaissable, commune entrante (rang 1) = 75 logements',
    );
    expect(articleDe(plancher.etapes.at(-1)!.reference)).toBe('L. 302-8, VIII du CCH');
  });

  it('cite l’article de chaque étape', () => {
    const articles = accepte(plancherCms(commune, droit)).etapes.map(({ reference: id }) => articleDe(id));
    const vii = 'L. 302-8, VII du CCH';
    expect(articles).toEqual(['L. 302-8, I du CCH', 'L. 302-5 du CCH', vii, vii, vii, vii, 'L. 302-8, IX du CCH']);
  });

  it('dit quand la période n’est pas précisée', () => {
    expect(accepte(objectifDeReference(commune, DROIT_EN_VIGUEUR)).etapes[0]).toMatchObject({
      valeur: 'non précisée',
      formule: DROIT_EN_VIGUEUR.libelle,
    });
  });

  it.each([
    ['1599', 'écart supérieur à 4 points = 33 % (L302-8-VII, texte)'],
    ['1600', 'écart de 4 points exactement, lu comme « compris entre » = 50 % (L302-8-VII, interprétation)'],
    ['1601', 'écart de 2 à 4 points = 50 % (L302-8-VII, texte)'],
    ['1800', 'écart de 2 à 4 points = 50 % (L302-8-VII, texte)'],
    ['1801', 'écart inférieur à 2 points = 100 % (L302-8-VII, texte)'],
    ['2000', 'taux cible atteint : commune non déficitaire = 0 % (L302-8-VII, texte)'],
  ])('%s logements sociaux sur 10 000, pour 20 : %s', (lls, attendu) => {
    const s = accepte(situation(10_000, Number(lls), 20, 3));
    expect(direCalcul(accepte(objectifDeReference(s, droit)))[4]).toBe(`Taux de rattrapage : ${attendu}`);
  });

  it('les autres étapes sont du texte de la loi', () => {
    expect(direCalcul(reference).map((etape) => etape.replace(/^.*\((.*)\)$/, '$1'))).toEqual([
      'L302-8-I, texte',
      'L302-5, texte',
      ...Array<string>(4).fill('L302-8-VII, texte'),
    ]);
  });

  it('une entrante, et une commune d’avant la loi 3DS, n’ont pas de palier', () => {
    expect(direCalcul(objectifDeReference({ ...commune, rang: 1 }, droit))[4]).toBe(
      'Taux de rattrapage : commune entrante, rang triennal 1 = 15 % (L302-8-VIII, texte)',
    );
    expect(direCalcul(objectifDeReference(commune, droitDe({ debut: 2020 })))[4]).toBe(
      'Taux de rattrapage : taux unique, sans palier = 50 % (L302-8-anterieur, source secondaire)',
    );
  });

  it('à la cible, le plancher du contrat est de zéro, par le même chemin que l’objectif', () => {
    const s = accepte(situation(10_000, 2000, 20, 3));
    const plancher = accepte(plancherCms(s, droit));
    expect(direCalcul(plancher)).toEqual(direCalcul(objectifDeReference(s, droit)));
    expect(ecritureExacte(plancher.valeur)).toBe('0');
  });

  it.each([
    ['PROCHE', '82,5 arrondi à l’entier le plus proche, 0,5 arrondi vers le haut = 83'],
    ['SUPERIEUR', '82,5 arrondi à l’entier supérieur = 83'],
    ['INFERIEUR', '82,5 arrondi à l’entier inférieur = 82'],
    ['EXACT', '82,5 arrondi sans arrondi = 82,5'],
  ] as const)('arrondi %s', (mode, attendu) => {
    expect(direCalcul(arrondirCalcul(accepte(plancherCims(commune, droit)), mode)).at(-1)).toBe(
      `Arrondi : ${attendu} logements (outil, interprétation, ${mode})`,
    );
  });

  const DEPUIS: IntervalleDeTaux = { bas: fraction(15), haut: fraction(15) };
  it('objectif depuis les manquants et un taux', () => {
    expect(direCalcul(objectifDepuis(fraction(500), DEPUIS, 20, 3, droit))).toEqual([
      'Période : situation au 1er janvier 2022 = 2023-2025 (L302-8-I, texte)',
      'Taux de rattrapage : écart supérieur à 4 points = 33 % (L302-8-VII, texte)',
      'Objectif de référence : 33 % × 500 = 165 logements (L302-8-VII, texte)',
    ]);
    expect(direCalcul(objectifDepuis(fraction(0), { bas: fraction(20), haut: fraction(20) }, 20, 3, droit))).toEqual([
      'Période : situation au 1er janvier 2022 = 2023-2025 (L302-8-I, texte)',
    ]);
  });

  it('le plancher d’une entrante est du texte de la loi', () => {
    expect(direCalcul(plancherCims({ ...commune, rang: 1 }, droit)).at(-1)).toMatch(/\(L302-8-VIII, texte\)$/);
  });

  it.each([
    ['plancherCims', plancherCims, 'Plancher de mutualisation'],
    ['plancherCms', plancherCms, 'Plancher du contrat de mixité sociale'],
  ])('%s, avant la loi 3DS', (_, plancher, question) => {
    expect(direCalcul(plancher(commune, droitDe({ debut: 2020 })))).toEqual([
      `${question} : aucune règle connue pour la période 2020-2022.`,
    ]);
  });

  it('avant 2002, aucun taux de rattrapage n’est connu ; avant la loi 3DS, aucun d’entrante', () => {
    const inconnue = ['Taux de rattrapage : aucune règle connue pour la période 1999-2001.'];
    const avant2002 = droitDe({ debut: 1999 });
    expect(direCalcul(objectifDeReference(commune, avant2002))).toEqual(inconnue);
    expect(direCalcul(objectifDepuis(fraction(500), DEPUIS, 20, 3, avant2002))).toEqual(inconnue);
    // Même quand le taux contredit les manquants.
    const vingtCinq = { bas: fraction(25), haut: fraction(25) };
    expect(direCalcul(objectifDepuis(fraction(500), vingtCinq, 20, 3, avant2002))).toEqual(inconnue);
    expect(direExamen(tauxDeRattrapageDepuis(DEPUIS, 20, 3, avant2002) as Refus)).toEqual(inconnue);
    expect(direCalcul(objectifDeReference({ ...commune, rang: 1 }, droitDe({ debut: 2020 })))).toEqual([
      'Objectif d’une commune entrante : aucune règle connue pour la période 2020-2022.',
    ]);
  });

  it('donne le taux en rapport exact', () => {
    expect(ecritureExacte(tauxLls(accepte(situation(8, 1, 20, 3))).valeur)).toBe('0,125');
  });
});
