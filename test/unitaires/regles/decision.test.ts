import { DROIT_EN_VIGUEUR, droitDe, lirePeriode } from '../../../src/droit';
import { manquants, objectifDeReference, plancherCims, plancherCms } from '../../../src/regles';
import { communeDe, DECISION, type Decision } from '../../outils/decision';
import { accepte, ecritureExacte, resultat } from '../../outils/valeurs';

const PERIODES = {
  'sans période': DROIT_EN_VIGUEUR,
  '2023-2025': droitDe(lirePeriode('2023-2025')!),
  '2026-2028': droitDe(lirePeriode('2026-2028')!),
};

describe.each(Object.entries(PERIODES))('table de décision, %s', (_, droit) => {
  it.each(DECISION)('écart $ecart, cible $taux_cible, rang $rang, $contrat : $objectif, plancher $plancher', (c) => {
    const s = communeDe(c);
    const reference = accepte(objectifDeReference(s, droit));
    expect(ecritureExacte(manquants(s).valeur)).toBe(c.manquants);
    expect(ecritureExacte(reference.valeur)).toBe(c.objectif);
    expect(reference.etapes.find(({ nom }) => nom === 'Taux de rattrapage')?.certitude).toBe(c.certitude);
    if (c.contrat === 'CMS') expect(resultat(plancherCms(s, droit))).toBe(c.plancher);
    if (c.contrat === 'mutualisation') expect(resultat(plancherCims(s, droit))).toBe(c.plancher);
  });
});

describe('la table elle-même', () => {
  const valeurs = (colonne: keyof Decision) => new Set(DECISION.map((c) => c[colonne]));

  it('croise sept écarts, deux cibles, quatre rangs et trois contrats, une fois chacun', () => {
    const axes = ['ecart', 'taux_cible', 'rang', 'contrat'] as const;
    expect(axes.map((axe) => valeurs(axe).size)).toEqual([7, 2, 4, 3]);
    expect(new Set(DECISION.map((c) => axes.map((axe) => c[axe]).join())).size).toBe(7 * 2 * 4 * 3);
  });

  it('nomme « interprétation » l’écart de 4 points exactement, et lui seul', () => {
    const interpretes = DECISION.filter(({ certitude }) => certitude === 'interprétation');
    expect(new Set(interpretes.map(({ ecart, rang }) => `${ecart}, rang ${rang}`))).toEqual(new Set(['4, rang 3']));
  });
});
