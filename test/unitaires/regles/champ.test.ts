import { DROIT_EN_VIGUEUR, droitDe, lirePeriode, type TauxCible } from '../../../src/droit';
import { ecrireDate, fraction, lireDate } from '../../../src/nombres';
import { deconventionnement, exemptions, soumission, tauxCibleSelonTension } from '../../../src/regles';
import { lireCas } from '../../outils/csv';
import { intervalle, nombre, nombreOuRien, ouiNon, raisons, sort } from '../../outils/regles';
import { accepte, resultat } from '../../outils/valeurs';

const droit = (periode: string) => droitDe(lirePeriode(periode)!);

describe('champ de l’article 55 (L. 302-5)', () => {
  const cas = lireCas('regles/soumise.csv', [
    'cas',
    'population',
    'paris',
    'epci',
    'centre',
    'taux',
    'taux_cible',
    'resultat',
  ]);
  const commune = (c: (typeof cas)[number]) => ({
    population: Number(c.population),
    uniteUrbaineDeParis: ouiNon(c.paris),
    grandeAgglomeration: ouiNon(c.epci),
    communeCentre: ouiNon(c.centre),
  });

  it.each(cas)('$cas : $resultat', (c) => {
    const cible = Number(c.taux_cible) as TauxCible;
    const examen = accepte(soumission(commune(c), intervalle(c.taux), cible, DROIT_EN_VIGUEUR));
    expect(sort(examen)).toBe(c.resultat);
  });

  it('dit toutes les raisons, aucune n’en cache une autre', () => {
    const c = { population: 1000, uniteUrbaineDeParis: false, grandeAgglomeration: false, communeCentre: true };
    expect(raisons(accepte(soumission(c, intervalle('25,5'), 25, DROIT_EN_VIGUEUR)))).toEqual([
      'population de 1 000 (seuil : 3 500)',
      'hors d’une agglomération ou d’un EPCI de plus de 50 000 habitants comprenant une commune de plus de 15 000',
      'taux de 25,5 %, taux cible de 25 % atteint',
    ]);
  });

  it('n’a pas de règle avant la loi 3DS', () => {
    const c = { population: 5000, uniteUrbaineDeParis: false, grandeAgglomeration: true, communeCentre: true };
    expect(soumission(c, intervalle('10'), 20, droit('2020-2022'))).toMatchObject({ refus: 'REGLE_INCONNUE' });
  });
});

describe('taux cible selon la tension (L. 302-5, II)', () => {
  it.each([
    ['2020-2022', '3,99', null, '20'],
    ['2023-2025', '3,99', null, '20'],
    ['2023-2025', '4', null, '25'],
    ['2023-2025', '4,01', null, '25'],
    ['2026-2028', '5,49', null, '20'],
    ['2026-2028', '5,5', null, '25'],
    // Publiés pour 2026-2028 : Belfort, Charleville-Mézières, Châlons-en-Champagne ; Mamoudzou, Lunel, Nice.
    ['2026-2028', '1,70', null, '20'],
    ['2026-2028', '1,50', null, '20'],
    ['2026-2028', '1,84', null, '20'],
    ['2026-2028', '16,41', null, '25'],
    ['2026-2028', '14,69', null, '25'],
    ['2026-2028', '12,70', null, '25'],
    ['2026-2028', '5', '3,5', 'VALEUR'],
    ['2029-2031', '1', null, 'REGLE_INCONNUE'],
    ['2029-2031', '3,99', '3,5', '25'],
    ['2029-2031', '3,49', '3,5', '20'],
    ['2023-2025', '3,6', '4', '20'],
    ['2023-2025', '3,6', '3,5', 'VALEUR'],
    ['2017-2019', '3,99', null, 'REGLE_INCONNUE'],
  ])('%s, tension de %s, seuil donné %p : %s', (periode, tension, seuil, attendu) => {
    const donne = seuil === null ? null : nombre(seuil);
    expect(resultat(tauxCibleSelonTension([nombre(tension)], donne, droit(periode)))).toBe(attendu);
  });

  it.each([
    ['5,4', '5,4', '20'],
    ['3', '6', '25'],
    ['6', '3', '25'],
  ])(
    'une agglomération à %s et un EPCI à %s : 20 seulement si les deux sont sous 5,5',
    (agglomeration, epci, attendu) => {
      const tensions = [nombre(agglomeration), nombre(epci)] as const;
      expect(resultat(tauxCibleSelonTension(tensions, null, droit('2026-2028')))).toBe(attendu);
    },
  );

  it('sans période, celle que l’outil connaît en dernier', () => {
    expect(resultat(tauxCibleSelonTension([fraction(5)], null, DROIT_EN_VIGUEUR))).toBe('20');
  });
});

describe('exemptions (L. 302-5, III)', () => {
  const cas = lireCas('regles/exemption.csv', [
    'cas',
    'inconstructibilite',
    'hors_agglomeration',
    'isolee',
    'tension',
    'de_droit',
    'par_decret',
  ]);

  it.each(cas)('$cas : de droit $de_droit, par décret $par_decret', (c) => {
    const commune = {
      inconstructibilite: nombreOuRien(c.inconstructibilite),
      horsAgglomeration: ouiNon(c.hors_agglomeration),
      isolee: ouiNon(c.isolee),
      tension: nombreOuRien(c.tension),
    };
    const { deDroit, parDecret } = accepte(exemptions(commune, DROIT_EN_VIGUEUR));
    expect([sort(deDroit), sort(parDecret)]).toEqual([c.de_droit, c.par_decret]);
  });

  it('le seuil de tension est de source secondaire, la moitié inconstructible est le texte', () => {
    const commune = { inconstructibilite: fraction(51), horsAgglomeration: true, isolee: true, tension: fraction(1) };
    const { deDroit, parDecret } = accepte(exemptions(commune, DROIT_EN_VIGUEUR));
    expect([deDroit, parDecret].map((e) => e.raisons.map(({ certitude }) => certitude))).toEqual([
      ['texte'],
      ['texte', 'source secondaire'],
    ]);
  });
});

describe('déconventionnement (loi 3DS, art. 74)', () => {
  const OUI = { prefet: true, maire: true };
  const examiner = (logements: number, soumise: boolean | null, avis: object) =>
    accepte(
      deconventionnement(
        logements,
        soumise,
        lireDate('31/12/2026')!,
        { prefet: null, maire: null, date: null, ...avis },
        DROIT_EN_VIGUEUR,
      ),
    );

  it.each([
    [11, true, 'oui'],
    [10, true, 'non'],
    [11, false, 'non'],
    [11, null, 'indéterminé'],
    [10, null, 'non'],
  ])('bailleur de %d logements, commune soumise %p : avis requis %s', (logements, soumise, attendu) => {
    expect(sort(examiner(logements, soumise, {}).avisRequis)).toBe(attendu);
  });

  it.each([
    [{ ...OUI, date: lireDate('30/06/2024') }, 'oui'],
    [{ ...OUI, date: lireDate('01/07/2024') }, 'non'],
    [{ ...OUI, maire: false, date: lireDate('30/06/2024') }, 'non'],
    [{ ...OUI, prefet: false }, 'non'],
    [OUI, 'indéterminé'],
    [{}, 'indéterminé'],
  ])('avis %j : %s', (avis, attendu) => {
    const { avis: examen, dateLimite } = examiner(11, true, avis);
    expect([sort(examen), ecrireDate(dateLimite)]).toEqual([attendu, '30/06/2024']);
  });
});
