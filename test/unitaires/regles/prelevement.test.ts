import { DROIT_EN_VIGUEUR, droitDe, lirePeriode, type TauxCible } from '../../../src/droit';
import { fraction, ZERO } from '../../../src/nombres';
import {
  articleDe,
  exonerationDuPrelevement,
  prelevement,
  reportDuSurplus,
  situation,
  type Comptes,
} from '../../../src/regles';
import { lireCas } from '../../outils/csv';
import { intervalle, nombre, ouiNon, sort } from '../../outils/regles';
import { accepte, ecritureExacte, resultat } from '../../outils/valeurs';

const COMPTES: Comptes = {
  potentielFiscalHabitant: fraction(1000),
  depensesFonctionnement: fraction(10_000_000),
  depensesDeductibles: ZERO,
  report: ZERO,
};
const commune = accepte(situation(10_000, 1500, 20, 3));
const AVANT = droitDe(lirePeriode('2020-2022')!);

describe('prélèvement (L. 302-7)', () => {
  const cas = lireCas('regles/prelevement.csv', [
    'cas',
    'potentiel',
    'residences_principales',
    'logements_sociaux',
    'taux_cible',
    'depenses',
    'deductibles',
    'report',
    'brut',
    'plafonne',
    'net',
    'surplus',
  ]);

  it.each(cas)('$cas : net $net, surplus $surplus', (c) => {
    const cible = Number(c.taux_cible) as TauxCible;
    const s = accepte(situation(Number(c.residences_principales), Number(c.logements_sociaux), cible, 3));
    const calcul = accepte(
      prelevement(
        s,
        {
          potentielFiscalHabitant: nombre(c.potentiel),
          depensesFonctionnement: nombre(c.depenses),
          depensesDeductibles: nombre(c.deductibles),
          report: nombre(c.report),
        },
        DROIT_EN_VIGUEUR,
      ),
    );
    const etape = (nom: string) => {
      const { valeur } = calcul.etapes.find((e) => e.nom === nom)!;
      return typeof valeur === 'string' ? valeur : ecritureExacte(valeur);
    };
    expect([etape('Prélèvement brut'), etape('Prélèvement plafonné')]).toEqual([c.brut, c.plafonne]);
    expect([ecritureExacte(calcul.valeur), ecritureExacte(calcul.surplus)]).toEqual([c.net, c.surplus]);
    expect([etape('Prélèvement net'), etape('Surplus à reporter')]).toEqual([c.net, c.surplus]);
  });

  it('suit son chemin, article par article, et signale le seul point d’interprétation', () => {
    const { etapes } = accepte(
      prelevement(commune, { ...COMPTES, depensesDeductibles: fraction(5000) }, DROIT_EN_VIGUEUR),
    );
    expect(etapes.map((e) => `${e.nom} : ${e.formule}`.replace(/[\u202f\u00a0]/g, ' '))).toEqual([
      'Taux de logements sociaux : 1 500 / 10 000',
      'Logements manquants : max(0 ; 20 % × 10 000 − 1 500)',
      'Prélèvement brut : 25 % × 1 000 € × 500',
      'Plafond : 5 % × 10 000 000 €',
      'Prélèvement plafonné : le plus petit de 125 000 € et 500 000 €',
      'Seuil de recouvrement : 125 000 € ≥ 4 000 €, avant les déductions',
      'Solde : 125 000 € − 5 000 € − 0 €',
      'Arrondi : 120 000 € arrondi au centime le plus proche',
      'Prélèvement net : max(0 ; 120 000 €)',
      'Surplus à reporter : max(0 ; −120 000 €)',
    ]);
    const interpretees = etapes.filter(({ certitude }) => certitude === 'interprétation');
    expect(interpretees.map(({ nom }) => nom)).toEqual(['Seuil de recouvrement', 'Arrondi']);
    const articles = etapes.slice(1).filter(({ nom }) => nom !== 'Arrondi');
    expect(articles.map(({ reference }) => articleDe(reference))).toEqual(Array(8).fill('L. 302-7 du CCH'));
  });

  it('écrit chaque étape avec tous ses chiffres, pour qu’elle se refasse à la main', () => {
    const comptes = { ...COMPTES, potentielFiscalHabitant: fraction(999_999, 1000) };
    const { etapes } = accepte(prelevement(accepte(situation(10_000, 1984, 20, 3)), comptes, DROIT_EN_VIGUEUR));
    expect(etapes.slice(2).map((e) => e.formule.replace(/[\u202f\u00a0]/g, ' '))).toEqual([
      '25 % × 999,999 € × 16',
      '5 % × 10 000 000 €',
      'le plus petit de 3 999,996 € et 500 000 €',
      '3 999,996 € < 4 000 € : rien n’est prélevé, avant les déductions',
      '0 € − 0 € − 0 €',
      '0 € arrondi au centime le plus proche',
      'max(0 ; 0 €)',
      'max(0 ; 0 €)',
    ]);
  });

  it.each([
    ['des dépenses à trois décimales', 1000, 10_000_000, fraction(5_000_006, 1000), '119999,99'],
    ['au plafond, jamais un centime de plus', 1000, 2_000_001, fraction(0), '100000,05'],
  ])('arrondit le net au centime, à la fin : %s', (_, potentiel, depenses, deductibles, net) => {
    const comptes = {
      potentielFiscalHabitant: fraction(potentiel),
      depensesFonctionnement: fraction(depenses),
      depensesDeductibles: deductibles,
      report: ZERO,
    };
    expect(resultat(prelevement(commune, comptes, DROIT_EN_VIGUEUR))).toBe(net);
  });

  it('égal au plafond, il ne le dépasse pas d’une fraction de centime : 125 000,0075 €', () => {
    const comptes = {
      ...COMPTES,
      potentielFiscalHabitant: fraction(100_000_006, 100_000),
      depensesFonctionnement: fraction(250_000_015, 100),
    };
    expect(resultat(prelevement(commune, comptes, DROIT_EN_VIGUEUR))).toBe('125000');
  });

  it('garde le centime d’un potentiel fiscal à douze chiffres', () => {
    const comptes = { ...COMPTES, potentielFiscalHabitant: fraction(125_075_734_512, 100_000_000) };
    expect(resultat(prelevement(accepte(situation(4082, 800, 20, 3)), comptes, DROIT_EN_VIGUEUR))).toBe('5128,11');
  });

  it('n’a pas de règle avant la loi 3DS', () => {
    expect(resultat(prelevement(commune, COMPTES, AVANT))).toBe('REGLE_INCONNUE');
    expect(resultat(reportDuSurplus(1, fraction(1), AVANT))).toBe('REGLE_INCONNUE');
    const beneficiaire = { dsu: true, dsrCible: null, anneesDepuisEntree: null };
    expect(exonerationDuPrelevement(intervalle('24'), 25, beneficiaire, AVANT)).toMatchObject({
      refus: 'REGLE_INCONNUE',
    });
  });
});

describe('exonération : « excède » est strict', () => {
  const cas = lireCas('regles/exoneration.csv', [
    'cas',
    'taux',
    'taux_cible',
    'dsu',
    'dsr_cible',
    'annees',
    'resultat',
  ]);

  it.each(cas)('$cas : $resultat', (c) => {
    const beneficiaire = {
      dsu: ouiNon(c.dsu),
      dsrCible: ouiNon(c.dsr_cible),
      anneesDepuisEntree: c.annees === '' ? null : Number(c.annees),
    };
    const cible = Number(c.taux_cible) as TauxCible;
    const examen = accepte(exonerationDuPrelevement(intervalle(c.taux), cible, beneficiaire, DROIT_EN_VIGUEUR));
    expect(sort(examen)).toBe(c.resultat);
    expect(examen.raisons.length).toBeGreaterThan(0);
  });

  it.each([
    [20_00, 'non'],
    [20_01, 'oui'],
    [19_99, 'non'],
  ])('un taux exact de %d centièmes de point : %s', (centiemes, attendu) => {
    const exact = fraction(centiemes, 100);
    const beneficiaire = { dsu: true, dsrCible: false, anneesDepuisEntree: null };
    const examen = accepte(exonerationDuPrelevement({ bas: exact, haut: exact }, 25, beneficiaire, DROIT_EN_VIGUEUR));
    expect(sort(examen)).toBe(attendu);
  });
});

describe('report du surplus', () => {
  const cas = lireCas('regles/report.csv', ['logements_aides', 'obligation', 'annees', 'pourquoi']);

  it.each(cas)('$logements_aides aidés pour une obligation de $obligation : $annees ans ($pourquoi)', (c) => {
    const duree = reportDuSurplus(Number(c.logements_aides), nombre(c.obligation), DROIT_EN_VIGUEUR);
    expect(resultat(duree)).toBe(c.annees);
  });

  it('refuse une obligation nulle', () => {
    expect(reportDuSurplus(10, ZERO, DROIT_EN_VIGUEUR)).toMatchObject({
      refus: 'VALEUR',
      grandeur: 'obligation_triennale',
    });
  });
});
