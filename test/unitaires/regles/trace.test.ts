import { DROIT_EN_VIGUEUR, droitDe, lirePeriode } from '../../../src/droit';
import {
  arrondirCalcul,
  articleDe,
  objectifDeReference,
  plancherCims,
  plancherCms,
  situation,
  tauxLls,
  type Calcul,
  type Etape,
} from '../../../src/regles';
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

  it('donne le taux en rapport exact', () => {
    expect(ecritureExacte(tauxLls(accepte(situation(8, 1, 20, 3))).valeur)).toBe('0,125');
  });
});
