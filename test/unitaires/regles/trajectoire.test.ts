import { DERNIERE_PERIODE, type TauxCible } from '../../../src/droit';
import { fraction, ZERO } from '../../../src/nombres';
import {
  calendrierSru,
  cibleAtteinte,
  situation,
  trajectoire,
  type EcheanceDatee,
  type Hypotheses,
  type Refus,
} from '../../../src/regles';
import { direExamen } from '../../outils/regles';
import { accepte, ecritureExacte } from '../../outils/valeurs';

const HYPOTHESES: Hypotheses = {
  croissance: ZERO,
  sorties: 0,
  premiere: DERNIERE_PERIODE,
  periodes: 24,
  realisation: fraction(1),
};
const suivre = (rp: number, lls: number, cible: TauxCible, h: Partial<Hypotheses> = {}) =>
  accepte(trajectoire(accepte(situation(rp, lls, cible, 3)), { ...HYPOTHESES, ...h }));

describe('trajectoire (L. 302-8, VII)', () => {
  it('change de palier en approchant, et finit au taux cible', () => {
    const etats = suivre(10_000, 1500, 20);
    expect(
      etats.map((e) => [e.rattrapage.pourcent, e.objectif, e.produits, ecritureExacte(e.tauxFinal), e.change]),
    ).toEqual([
      [33, 165, 165, '0,1665', false],
      [50, 168, 168, '0,1833', true],
      [100, 167, 167, '0,2', true],
    ]);
    expect(cibleAtteinte(etats)).toBe(true);
  });

  it('des logements qui sortent du décompte laissent davantage à rattraper', () => {
    const etats = suivre(10_000, 1500, 20, { sorties: 30, periodes: 2 });
    // 1 500 + 165 − 30 = 1 635 : il en manque 365, à 3,65 points, donc 50 % : 182,5, puis 1 635 + 183 − 30.
    expect(etats.map((e) => [e.objectif, ecritureExacte(e.tauxFinal)])).toEqual([
      [165, '0,1635'],
      [183, '0,1788'],
    ]);
  });

  it('un parc ne sort pas davantage qu’il n’est', () => {
    const [etat] = suivre(10_000, 100, 20, { sorties: 5000, periodes: 1 });
    expect(ecritureExacte(etat!.tauxFinal)).toBe('0');
  });

  it('chaque période a sa règle : 25 %, 33 % et 50 % sans palier, puis les paliers de la loi 3DS', () => {
    const etats = suivre(10_000, 1500, 20, { premiere: { debut: 2014 } });
    expect(etats.map((e) => [e.rattrapage.pourcent, e.objectif])).toEqual([
      [25, 125],
      [33, 124],
      [50, 126],
      [100, 125],
    ]);
  });

  it('compte un objectif d’une fraction de logement pour un logement : elle s’arrête', () => {
    expect(suivre(4082, 800, 20).map((e) => e.objectif)).toEqual([17]);
    expect(suivre(7, 1, 20).map((e) => e.objectif)).toEqual([1]);
  });

  it('taux atteint : aucune période ; nombre de périodes borné ; réalisation partielle', () => {
    expect(suivre(10_000, 2000, 20)).toEqual([]);
    expect(suivre(10_000, 1500, 20, { periodes: 1 })).toHaveLength(1);
    expect(cibleAtteinte(suivre(10_000, 1500, 20, { periodes: 1 }))).toBe(false);
    const aDemi = suivre(10_000, 1500, 20, { premiere: { debut: 2023 }, periodes: 2, realisation: fraction(1, 2) });
    expect(aDemi.map((e) => e.produits)).toEqual([83, 69]);
    expect(cibleAtteinte(suivre(10_000, 0, 25, { realisation: ZERO }))).toBe(false);
  });

  it('suit un parc qui croît, et un parc qui diminue', () => {
    const [premiere, seconde] = suivre(10_000, 1500, 20, { croissance: fraction(3), periodes: 2 });
    expect(premiere!.debut.residencesPrincipales).toBe(10_000);
    expect(seconde!.debut).toMatchObject({ residencesPrincipales: 10_300, logementsSociaux: 1665 });
    // 1 665 / 10 300 = 16,17 %, à moins de 4 points : 50 % × (20 % × 10 300 − 1 665) = 197,5
    expect([seconde!.rattrapage.pourcent, seconde!.objectif]).toEqual([50, 198]);
    expect(suivre(10_000, 1500, 20, { croissance: fraction(-5), periodes: 2 })[1]!.debut.residencesPrincipales).toBe(
      9500,
    );
  });
});

it('les résidences s’arrondissent à l’entier le plus proche : 10 001,5', () => {
  const etats = suivre(10_000, 1500, 20, { croissance: fraction(15, 1000), periodes: 2 });
  expect(etats[1]!.debut.residencesPrincipales).toBe(10_002);
});

it('une croissance de −100 % est refusée, et nommée', () => {
  const h = { ...HYPOTHESES, croissance: fraction(-100) };
  const rendu = trajectoire(accepte(situation(10_000, 1500, 20, 3)), h);
  expect(direExamen(rendu as Refus)).toEqual([
    'croissance_rp : reçu −100 %, attendu une croissance qui laisse de 1 à 100 000 000 résidences principales, et non 0.',
  ]);
});

it('deux périodes de suite au même palier : il ne change pas', () => {
  const etats = suivre(10_000, 0, 25, { realisation: ZERO, periodes: 2 });
  expect(etats.map((e) => [e.rattrapage.pourcent, e.change])).toEqual([
    [33, false],
    [33, false],
  ]);
});

it('une entrante d’avant la loi 3DS n’a pas de règle', () => {
  const rendu = trajectoire(accepte(situation(10_000, 1500, 20, 1)), { ...HYPOTHESES, premiere: { debut: 2020 } });
  expect(rendu).toMatchObject({ refus: 'REGLE_INCONNUE' });
});

describe('calendrier', () => {
  const lignes = (annee: number) =>
    accepte(calendrierSru(annee)).map(({ date, avant, reference }: EcheanceDatee) => [
      `${avant ? '<' : ''}${date.jour}/${date.mois}`,
      reference,
    ]);

  it('les dates de la circulaire et de l’inventaire', () => {
    expect(lignes(2024)).toEqual([
      ['1/1', 'L302-6'],
      ['15/1', 'L441-1'],
      ['<28/2', 'R441-5-1'],
      ['31/3', 'L302-7'],
      ['<1/7', 'L302-6'],
      ['15/7', 'L441-1'],
      ['<1/9', 'L302-6'],
      ['31/10', 'R302-17'],
      ['1/11', 'L302-6'],
      ['30/11', 'L302-7'],
      ['<31/12', 'L302-6'],
      ['31/12', 'L442-5'],
    ]);
  });

  it('une période qui commence ou finit ajoute les siennes', () => {
    const ajouts = (annee: number) =>
      accepte(calendrierSru(annee)).filter(({ objet }) => objet.includes('(période 20'));
    expect([2023, 2024, 2025, 2026].map((a) => ajouts(a).length)).toEqual([2, 0, 4, 2]);
    expect(ajouts(2026)[0]!.objet).toContain('période 2026-2028, situation au 1er janvier 2025');
    expect(ajouts(2025)[0]!.objet).toContain('la suivante commence le 1er janvier 2026');
  });

  it.each([2022, 2101, 2024.5])('%p est refusée', (annee) => {
    expect(calendrierSru(annee)).toMatchObject({ refus: 'VALEUR', grandeur: 'annee' });
  });
});
