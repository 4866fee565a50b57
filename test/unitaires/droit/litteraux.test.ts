import * as droit from '../../../src/droit';
import {
  ABAISSEMENT,
  ATTRIBUTIONS,
  CHAMP,
  CIBLE,
  CIBLES,
  CLAUSE_MIXITE,
  DECONVENTIONNEMENT,
  ENTRANTES,
  ENTRANTES_DEPUIS,
  EXEMPTION,
  EXEMPTION_TENSION,
  LOYERS,
  MAJORATION,
  MUTUALISATION,
  PRELEVEMENT,
  PROGRAMME,
  RATTRAPAGE,
  REFERENCES,
  TYPOLOGIE,
  type Certitude,
  type Datee,
} from '../../../src/droit';
import { versNombre } from '../../../src/nombres';

/** La règle de la loi 3DS. */
function loi3ds<T>(table: readonly Datee<T>[], certitude: Certitude = 'texte'): T {
  const regles = table.filter(({ de }) => de === 2023);
  expect(regles).toHaveLength(1);
  expect(regles[0]).toMatchObject({ certitude });
  return regles[0]!.regle;
}

// Chaque nombre de la loi est écrit ici une fois, tel que l'article le dit : une constante qui dérive y tombe.
describe('nombres de la loi', () => {
  it('L. 302-5 : 20 ou 25 % de logements sociaux', () => {
    expect(CIBLES).toEqual([20, 25]);
  });

  it('L. 302-8, VII : 33 %, 50 % de deux à quatre points, 100 % sous deux points', () => {
    expect(loi3ds(RATTRAPAGE)).toMatchObject([
      { auDela: 4, taux: 33, libelle: 'plus de 4 points' },
      { auDela: 2, compris: true, taux: 50, libelle: 'de 2 à 4 points' },
      { auDela: 0, taux: 100, libelle: 'moins de 2 points' },
    ]);
  });

  it('L. 302-8 avant la loi 3DS : 15 %, 25 %, 33 % puis 50 %, sans palier, de source secondaire', () => {
    const anciennes = RATTRAPAGE.filter(({ de }) => de < 2023);
    expect(
      anciennes.map(({ de, avant, regle, certitude }) => [
        de,
        avant,
        regle.map((p) => [p.auDela, p.taux, p.libelle]),
        certitude,
      ]),
    ).toEqual([
      [2002, 2014, [[0, 15, null]], 'source secondaire'],
      [2014, 2017, [[0, 25, null]], 'source secondaire'],
      [2017, 2020, [[0, 33, null]], 'source secondaire'],
      [2020, 2023, [[0, 50, null]], 'source secondaire'],
    ]);
  });

  it('L. 302-8, VIII : 10 % en cours de période, 15 % à la première période pleine, 25 % à la deuxième', () => {
    expect(loi3ds(ENTRANTES)).toEqual({ 0: 10, 1: 15, 2: 25 });
    expect(ENTRANTES_DEPUIS).toBe(2015);
  });

  it('L. 302-8, IX : 25, 40 ou 80 %, trois périodes, moins de 5 000 habitants ou 30 à 50 % inconstructibles', () => {
    expect(loi3ds(RATTRAPAGE).map(({ planchers }) => planchers?.abaissement)).toEqual([25, 40, 80]);
    expect(loi3ds(ABAISSEMENT)).toEqual({
      periodesConsecutives: 3,
      derogation: { populationInferieureA: 5000, inconstructibilite: [30, 50] },
    });
  });

  it('L. 302-8, X : la moitié de la référence, deux périodes ; 17 % selon la plaquette', () => {
    expect(loi3ds(MUTUALISATION)).toEqual({ partDeLaReference: 50, periodesConsecutives: 2 });
    expect(loi3ds(RATTRAPAGE).map(({ planchers }) => planchers?.plaquette)).toEqual([17, undefined, undefined]);
  });

  it('L. 302-8, III : PLAI 30 %, PLS 30 %, ou 20 % sous 10 % de logements sociaux sans PLH', () => {
    expect(loi3ds(TYPOLOGIE)).toEqual({
      plaiMinimum: 30,
      plsMaximum: 30,
      plsMaximumSansPlh: 20,
      seuilTauxSansPlh: 10,
    });
  });

  it('L. 302-5 : 3 500 habitants, 1 500 dans l’unité urbaine de Paris, EPCI de 50 000, commune de 15 000', () => {
    expect(loi3ds(CHAMP)).toEqual({
      population: 3500,
      populationUniteUrbaineDeParis: 1500,
      agglomerationDePlusDe: 50000,
      communeDePlusDe: 15000,
      isolee: { dePlusDe: 15000, croissance: 5, annees: 5 },
      departementsIleDeFrance: ['75', '77', '78', '91', '92', '93', '94', '95'],
    });
  });

  const seuils = (table: typeof CIBLE) =>
    table.map(({ de, avant, regle, reference, certitude }) => [
      de,
      avant,
      versNombre(regle.tension),
      reference,
      certitude,
    ]);

  it('L. 302-5, II : tension de 4, puis de 5,5 à compter de 2026-2028, par le décret de chaque période', () => {
    expect(seuils(CIBLE)).toEqual([
      [2020, 2023, 4, 'decret-2019-cible', 'source secondaire'],
      [2023, 2026, 4, 'decret-2023-325', 'source secondaire'],
      [2026, 2029, 5.5, 'decret-2026-43', 'source secondaire'],
    ]);
  });

  it('L. 302-5, III : plus de la moitié inconstructible, agglomération de 30 000 ; tension de 2, par décret', () => {
    expect(loi3ds(EXEMPTION)).toEqual({ inconstructibilite: 50, agglomerationDePlusDe: 30000 });
    expect(seuils(EXEMPTION_TENSION)).toEqual([
      [2020, 2023, 2, 'decret-2019-exemption', 'source secondaire'],
      [2023, 2026, 2, 'decret-2023-230', 'source secondaire'],
      [2026, 2029, 2, 'decret-2026-exemption', 'source secondaire'],
    ]);
  });

  it('L. 302-7 : 25 % du potentiel, 5 % des dépenses, 4 000 €, exonérations, reports', () => {
    expect(loi3ds(PRELEVEMENT)).toEqual({
      partDuPotentiel: 25,
      plafondDepenses: 5,
      minimum: 4000,
      exoneration: { tauxExcede: { 20: 15, 25: 20 }, annees: 3 },
      report: { annees: 2, etendu: 3, partsDeLaPeriode: 3 },
    });
  });

  it('L. 302-9-1 : cinq fois, 5 % ou 7,5 % des dépenses, 150 % de la médiane, trois ans', () => {
    expect(loi3ds(MAJORATION)).toEqual({
      multiple: 5,
      plafondDepenses: 50,
      plafondDepensesPotentielEleve: 75,
      potentielEleve: 150,
      annees: 3,
    });
  });

  it('loi 3DS, art. 65 et 75 : 12 logements, 800 m², 30 % ou 25 % ; art. 74 : 10 logements, 30 mois', () => {
    expect(loi3ds(PROGRAMME, 'source secondaire')).toEqual({
      logementsPlusDe: 12,
      surfacePlusDe: 800,
      carencee: 30,
      exemptee: 25,
    });
    expect(loi3ds(DECONVENTIONNEMENT, 'source secondaire')).toEqual({ logementsPlusDe: 10, mois: 30 });
  });

  it('L. 441-1 : 25 % hors QPV, 50 % en QPV, douze mois', () => {
    expect(loi3ds(ATTRIBUTIONS, 'source secondaire')).toEqual({ horsQpv: 25, enQpv: 50, moisDuFlux: 12 });
  });

  it('D. 331-12 : 30 % à 60 % du plafond, 10 % à +20 %, loyer +33 %, +30 % sans subvention, dix logements', () => {
    expect(loi3ds(CLAUSE_MIXITE, 'source secondaire')).toEqual({
      modestes: 30,
      modestesRessources: 60,
      aises: 10,
      aisesDepassement: 20,
      majorationLoyer: 33,
      depassementSansSubvention: 30,
      arrondiProcheSous: 10,
      sansObjetJusqua: 1,
    });
  });

  it('circulaire : 40 % du loyer PLAI, six ans, 80 % du plafond PLAI jusqu’en mai 2024, supplément à +20 %', () => {
    expect(loi3ds(LOYERS, 'source secondaire')).toEqual({
      majorationPlai: 40,
      conventionDePlusDe: 6,
      derogatoires: { ressources: 80, fin: 'mai 2024' },
      supplement: 20,
    });
  });
});

describe('dates des règles', () => {
  const tables = Object.entries(droit).flatMap(([nom, donnee]) =>
    Array.isArray(donnee) && typeof donnee[0] === 'object' && 'regle' in donnee[0]
      ? [[nom, donnee as unknown as readonly Datee<unknown>[]] as const]
      : [],
  );

  it.each(tables)('%s : chaque règle s’arrête où commence la suivante', (_, table) => {
    expect(table.slice(0, -1).map(({ avant }) => avant)).toEqual(table.slice(1).map(({ de }) => de));
  });

  it('une règle postérieure à la loi 3DS a son cas ici', () => {
    const posterieures = tables.flatMap(([nom, table]) =>
      table.filter(({ de }) => de > 2023).map(({ de }) => `${nom} ${de}`),
    );
    expect(posterieures).toEqual(['CIBLE 2026', 'EXEMPTION_TENSION 2026']);
  });

  it('la dernière n’a pas de terme, sauf ce qu’un texte ne fixe que pour une période', () => {
    const termes = tables.map(([nom, table]) => [nom, table.at(-1)!.avant]).filter(([, avant]) => avant !== null);
    expect(Object.fromEntries(termes)).toEqual({ CIBLE: 2029, EXEMPTION_TENSION: 2029, RECALAGE: 2023 });
  });
});

describe('références', () => {
  it.each(Object.entries(REFERENCES))('%s a un article, une date et une adresse', (_, reference) => {
    expect(reference.article).not.toBe('');
    expect(reference.objet).not.toBe('');
    expect(reference.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(new Date(reference.version).toISOString().slice(0, 10)).toBe(reference.version);
    expect(new URL(reference.url).protocol).toBe('https:');
  });

  it('un article connu par la seule circulaire le dit', () => {
    const lus = Object.entries(REFERENCES).filter(([, { version }]) => version === REFERENCES.circulaire.version);
    expect(lus.filter(([id, reference]) => id !== 'circulaire' && !('luDans' in reference))).toEqual([]);
  });

  it.each([
    ['RATTRAPAGE', RATTRAPAGE, [...Array<string>(4).fill('L302-8-anterieur'), 'L302-8-VII']],
    ['CHAMP', CHAMP, ['L302-5']],
    ['EXEMPTION', EXEMPTION, ['L302-5-III']],
    ['PROGRAMME', PROGRAMME, ['loi-3ds-65-75']],
    ['DECONVENTIONNEMENT', DECONVENTIONNEMENT, ['loi-3ds-74']],
    ['PRELEVEMENT', PRELEVEMENT, ['L302-7']],
    ['MAJORATION', MAJORATION, ['L302-9-1']],
    ['ATTRIBUTIONS', ATTRIBUTIONS, ['L441-1']],
    ['CLAUSE_MIXITE', CLAUSE_MIXITE, ['D331-12']],
    ['LOYERS', LOYERS, ['circulaire']],
  ])('%s cite ses articles', (_, table, articles) => {
    expect((table as readonly Datee<unknown>[]).map(({ reference }) => reference)).toEqual(articles);
  });

  it('chaque règle de la loi cite son alinéa', () => {
    const alineas = { VII: RATTRAPAGE, VIII: ENTRANTES, IX: ABAISSEMENT, X: MUTUALISATION, III: TYPOLOGIE };
    for (const [alinea, table] of Object.entries(alineas)) {
      const reference = table.find(({ de }) => de === 2023)!.reference;
      expect(REFERENCES[reference]).toMatchObject({
        article: `L. 302-8, ${alinea} du CCH`,
        version: '2022-02-23',
      });
    }
  });
});
