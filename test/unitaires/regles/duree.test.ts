import { DROIT_EN_VIGUEUR, droitDe, lirePeriode } from '../../../src/droit';
import { fraction } from '../../../src/nombres';
import { derogationDeDuree, dureeAbaissement, type VerdictDuree } from '../../../src/regles';

// L. 302-8, IX : trois périodes consécutives au plus, celle du contrat comprise ; au-delà, dérogation du préfet.
describe('durée d’un abaissement par contrat de mixité sociale', () => {
  const INCONNUE = null;

  it.each<[periodes: number, population: number | null, centiemes: number | null, VerdictDuree]>([
    [1, INCONNUE, INCONNUE, 'admise'],
    [3, INCONNUE, INCONNUE, 'admise'],
    [3, 50_000, 0, 'admise'],
    // Population strictement inférieure à 5 000 habitants.
    [4, 4999, 0, 'dérogation possible'],
    [4, 5000, 0, 'dépassée'],
    [4, 4999, INCONNUE, 'dérogation possible'],
    // De 30 à 50 % du territoire urbanisé, bornes comprises.
    [4, 5000, 29_00, 'dépassée'],
    [4, 5000, 29_99, 'dépassée'],
    [4, 5000, 30_00, 'dérogation possible'],
    [4, 5000, 50_00, 'dérogation possible'],
    [4, 5000, 50_01, 'dépassée'],
    [4, 5000, 51_00, 'dépassée'],
    [4, INCONNUE, 30_00, 'dérogation possible'],
    // Une inconnue qui déciderait laisse indéterminé, jamais dépassé.
    [4, INCONNUE, INCONNUE, 'indéterminée'],
    [4, 5000, INCONNUE, 'indéterminée'],
    [4, INCONNUE, 29_00, 'indéterminée'],
    [9, 5000, 51_00, 'dépassée'],
  ])('%d périodes, %p habitants, %p centièmes de pour cent inconstructibles : %s', (periodes, pop, part, verdict) => {
    const inconstructibilite = part === null ? null : fraction(part, 100);
    expect(dureeAbaissement(periodes, pop, inconstructibilite, DROIT_EN_VIGUEUR)).toBe(verdict);
  });

  it.each([
    [30_00, 'interprétation'],
    [30_01, 'texte'],
    [49_99, 'texte'],
    [50_00, 'interprétation'],
  ])('%d centièmes de pour cent ouvrent la dérogation : %s', (part, certitude) => {
    const { remplie, raisons } = derogationDeDuree(5000, fraction(part, 100), DROIT_EN_VIGUEUR.abaissement!);
    expect([remplie, raisons.map((r) => r.certitude)]).toEqual([true, [certitude]]);
  });

  it('n’a pas de règle avant la loi 3DS', () => {
    expect(dureeAbaissement(1, 4999, null, droitDe(lirePeriode('2020-2022')!))).toBe('sans règle');
  });
});
