import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { REFERENTIEL } from '../../../src/referentiel';
import { lireContenu } from '../../../src/classeur/contenu';
import type { FeuilleDeFichier } from '../../../src/classeur/feuille-a-ecrire';
import { bilanNational, bilansEnXlsx } from '../../../src/rapport/bilan-national';
import {
  controlerClasseur,
  grilleDeValeurs,
  SANS_PRECISION,
  type CommuneDressee,
  type ControleBilan,
  type Grille,
  type Precisions,
} from '../../../src/tableau';
import { deNature } from '../../outils/tableau';
import { accepte } from '../../outils/valeurs';

type Rangees = readonly (readonly unknown[])[];
const csv = (nom: string): string[][] =>
  Papa.parse<string[]>(readFileSync(`test/cas/nationaux/${nom}.csv`, 'utf8'), { delimiter: ';', skipEmptyLines: true })
    .data;

function juger(grilles: readonly Grille[], precises: Partial<Precisions> = {}) {
  const { tableaux, verdict } = controlerClasseur(grilles, { ...SANS_PRECISION, ...precises }, REFERENTIEL);
  return { verdict, bilan: deNature('bilan', accepte(tableaux[0]!.resultat)) };
}
const bilanDe = (rangees: Rangees, precises: Partial<Precisions> = {}): ControleBilan =>
  juger([grilleDeValeurs(rangees, 'Source')], precises).bilan;

function exporter(bilan: ControleBilan) {
  const national = bilanNational(bilan, 'pied');
  if ('refus' in national) throw new Error(national.refus);
  return national;
}
const titresDe = ({ lignes }: FeuilleDeFichier) => lignes[0]!.map(({ valeur }) => String(valeur));
/** Ce que la première commune porte sous un titre. */
const sous = (bilan: ControleBilan, titre: string) => {
  const [feuille] = exporter(bilan).feuilles;
  return feuille!.lignes[1]![titresDe(feuille!).indexOf(titre)]?.valeur ?? null;
};

const relire = async (bilan: ControleBilan, precises: Partial<Precisions> = {}) => {
  const { feuilles } = await lireContenu(await bilansEnXlsx(exporter(bilan).feuilles), 'bilan.xlsx');
  return juger(feuilles, precises);
};

/** Toute la dresse d'une commune, sauf où elle est écrite. */
const dit = ({ ligne, suite, prelevement, passe, bilan, qualitatif, composes: _, ...c }: CommuneDressee) => ({
  ...c,
  nom: ligne.nom,
  code: ligne.codeInsee,
  taux: bilan?.taux,
  majoration: bilan?.majoration,
  parts: [qualitatif.plai, qualitatif.pls].map(({ phrase: _p, manque: _m, ...part }) => part),
  suite: 'manque' in suite ? null : [suite.objectif.valeur, suite.pourcent, suite.annee],
  passe: passe.map(({ deduite: _d, ...p }) => p),
  prelevement: [
    prelevement.prelevement?.valeur,
    prelevement.sort,
    prelevement.majore?.calcul.valeur,
    prelevement.majore?.siPotentielEleve?.valeur,
  ],
});

jest.setTimeout(60_000);

describe('les titres du ministère', () => {
  const source = csv('bilan-triennal-2017-2019');
  const propres = (titres: readonly string[]) => titres.map((t) => t.replace(/[\s\u00a0]+/g, ' ').trim());

  test('pour 2017-2019, ceux de son fichier, dans leur ordre', () => {
    const [feuille] = exporter(bilanDe(source)).feuilles;
    expect(propres(titresDe(feuille!))).toEqual(propres(source[0]!));
  });

  test('pour une autre période, les siennes', () => {
    const bilan = bilanDe([
      ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'],
      ['A', 10, 12],
    ]);
    const titres = propres(titresDe(exporter(bilan).feuilles[0]!));
    expect(titres.filter((t) => /(?:20\d\d)/.test(t))).toEqual([
      'Population municipale 2023',
      'Taux de logements sociaux (LLS) au 01/01/2022',
      'Taux de logements sociaux (LLS) au 01/01/2025',
      'Nombre de LLS au 01/01/2025',
      'Nombre de RP en 2025',
      "Taux légal à atteindre d'ici 2025 (en %) - décret 2023",
      "Taux légal à atteindre d'ici 2025 (en %) - décret 2026",
      'PC- logts commencés 2020-2024 (5 ans)',
      'PC – logts commencés moyenne par an entre 2020 et 2024',
      'Période triennale 2023-2025 partiel (oui/non)',
      'Objectif quantitatif pour la période 2023-2025',
      'Etat quantitatif des réalisations 2023-2025',
      "Taux de réalisation de l'objectif quantitatif 2023-2025",
      'Total deslogements reportés sur la période 2026-2028',
      'Respect du bilan qualitatif 2023-2025 (1/0)',
      'Respect du bilan global 2023-2025 (1/0)',
      'Pour information – Taux de majoration automatique prévu avant le renforcement de la loi de 2013',
      'Ecart entre le niveau de majoration réel et théorique anté 2013',
      'Objectif minimum PLAI ou assimilés 2020-2022',
      'Objectif maximum PLS (20 ou 30%) 2020-2022',
      'Taux d’atteinte de l’objectif PLAI 2020-2022',
      'Taux d’atteinte de l’objectif PLS 2020-2022',
      'Nombre de bilans triennaux réalisés entre 2002 et 2025',
      'Cumul objectif 2002-2025',
      'Cumul réalisation 2002-2025',
      'Taux de réalisation 2002-2025',
      'Cumul objectif triennaux 2002-2022',
      'Cumul réalisation 2002-2022',
      'taux de réalisation 2002-2022',
      'Nombre de bilans triennaux réalisés entre 2002 et 2022',
    ]);
  });
});

describe('le bilan exporté se relit de même', () => {
  test.each(['bilan-triennal-2008-2010', 'bilan-triennal-2017-2019'])('%s', async (nom) => {
    const source = juger([grilleDeValeurs(csv(nom), nom)]);
    const relu = await relire(source.bilan);
    expect(relu.bilan.communes.map(dit)).toEqual(source.bilan.communes.map(dit));
    expect(relu.verdict).toBe(source.verdict);
  });

  test.each(['bilan-annuel-2016', 'bilan-annuel-2021'])('%s ne porte aucun bilan à exporter', (nom) => {
    const { tableaux } = controlerClasseur([grilleDeValeurs(csv(nom), nom)], SANS_PRECISION, REFERENTIEL);
    expect(tableaux.map(({ resultat }) => accepte(resultat).nature)).not.toContain('bilan');
  });

  const logements = fc.integer({ min: 0, max: 400 });
  const commune = fc.record({
    objectif: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0, 'NC')),
    realises: fc.oneof(fc.integer({ min: -20, max: 500 }), fc.constant('n.c.')),
    plai: fc.option(logements, { nil: '' }),
    pls: fc.option(logements, { nil: '' }),
    minimum: fc.option(logements, { nil: '' }),
    maximum: fc.option(logements, { nil: '' }),
    rp: fc.integer({ min: 1000, max: 20_000 }),
    lls: fc.integer({ min: 0, max: 1000 }),
    cible: fc.constantFrom(20, 25),
    potentiel: fc.option(fc.integer({ min: 300, max: 3000 }), { nil: '' }),
    depenses: fc.integer({ min: 500_000, max: 30_000_000 }),
    carence: fc.constantFrom('', 'non'),
    avant: fc.tuple(logements, logements),
    cumul: fc.tuple(logements, logements),
    soumise: fc.constantFrom(2002, 2017, 2024),
  });
  const ENTETES = [
    ...['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025', 'PLAI réalisés', 'PLS réalisés'],
    ...['Objectif minimum PLAI', 'Objectif maximum PLS', 'RP au 01/01/2025', 'LLS au 01/01/2025', 'Taux cible'],
    ...['Potentiel fiscal par habitant', 'Dépenses réelles de fonctionnement', 'Carence envisagée'],
    ...['Objectif 2020-2022', 'Réalisés 2020-2022', 'Cumul objectif 2002-2025', 'Cumul réalisation 2002-2025'],
    'Première année de soumission',
  ];

  test('des bilans tirés, avec ou sans PLH', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(commune, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(true, false, null),
        async (lignes, plh) => {
          const rangees = lignes.map((c, i) => [
            ...['ABCDEF'[i], c.objectif, c.realises, c.plai, c.pls, c.minimum, c.maximum, c.rp, c.lls, c.cible],
            ...[c.potentiel, c.depenses, c.carence, ...c.avant, ...c.cumul, c.soumise],
          ]);
          const source = juger([grilleDeValeurs([ENTETES, ...rangees], 'Source')], { plh });
          const relu = await relire(source.bilan, { plh });
          expect(relu.bilan.communes.map(dit)).toEqual(source.bilan.communes.map(dit));
          expect(relu.verdict).toBe(source.verdict);
        },
      ),
      { seed: 20261130, numRuns: 40 },
    );
  });
});

describe('ce qui n’est pas établi ne part pas', () => {
  const ENTETES = ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'];
  const refus = (bilan: ControleBilan) => {
    const national = bilanNational(bilan, '');
    return 'refus' in national ? national.refus.replace(/\s/g, ' ') : null;
  };

  test('une période qui n’est pas dite', () =>
    expect(
      refus(
        bilanDe([
          ['Commune', 'Objectif', 'Réalisés'],
          ['A', 10, 12],
        ]),
      ),
    ).toMatch(/^la période du bilan/));

  test('une période qui court', () =>
    expect(
      refus(
        bilanDe(
          [
            ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025 au 30/06/2024'],
            ['A', 100, 40],
          ],
          { periode: '2023-2025' },
        ),
      ),
    ).toMatch(/^il n’est pas établi\. .*période entière/));

  test('une commune contestée part sans son décompte, et se relit indéterminée', async () => {
    const bilan = bilanDe([
      [...ENTETES, 'Taux de réalisation'],
      ['A', 100, 100, '60 %'],
      ['B', 100, 40, ''],
    ]);
    expect(sous(bilan, 'Etat quantitatif des réalisations  2023-2025')).toBeNull();
    expect(exporter(bilan).aTrancher).toEqual([expect.stringMatching(/^A : .*réalisations restent vides/)]);
    const { bilan: relu } = await relire(bilan);
    expect(relu.communes.map(({ issue }) => issue)).toEqual(['à compléter', 'manqué']);
  });

  test('une conclusion écrite que les nombres ne donnent pas se dit', () => {
    const [titres, ...lignes] = csv('bilan-triennal-2017-2019');
    const rang = titres!.findIndex((t) => t.startsWith('Respect du bilan qualitatif'));
    const beynost = lignes[0]!.map((v, i) => (i === rang ? '0' : v));
    expect(exporter(bilanDe([titres!, beynost])).aTrancher).toEqual([
      'Beynost : « Respect du bilan qualitatif 2017-2019 (1/0) » valait « 0 », ses nombres donnent 1.',
    ]);
  });
});

describe('ce que les titres disent, et rien d’autre', () => {
  test('un parc d’une autre année n’entre pas sous celle de la fin de la période', () => {
    const entetes = (annee: number) => [
      ...['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'],
      ...[`RP au 01/01/${annee}`, `LLS au 01/01/${annee}`, 'Taux cible'],
    ];
    const a = (annee: number) => bilanDe([entetes(annee), ['A', 10, 12, 10_000, 1778, 25]]);
    expect(['Nombre de RP en 2025', 'Nombre de LLS au 01/01/2025'].map((t) => sous(a(2025), t))).toEqual([
      10_000, 1778,
    ]);
    expect(sous(a(2025), 'Taux de logements sociaux (LLS) au 01/01/2025')).toBe(0.1778);
    expect(sous(a(2022), 'Nombre de RP en 2025')).toBeNull();
    expect(sous(a(2022), 'Taux de logements sociaux (LLS) au 01/01/2025')).toBeNull();
  });

  test('le département, quand le tableau ne l’écrit pas, est celui du code', () => {
    const entetes = ['Code INSEE', 'Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'];
    expect(sous(bilanDe([entetes, ['17300', 'La Rochelle', 10, 12]]), 'Département')).toBe('Charente-Maritime');
  });

  test('ce que l’agent a écrit sous les mêmes titres y reste, sans devenir une formule', () => {
    const [titres, ligne] = csv('bilan-triennal-2017-2019');
    const avec = ligne!.map((v, i) => (titres![i]!.startsWith('Réponse de la DDT') ? '=1+1' : v));
    const bilan = bilanDe([titres!, avec]);
    expect(sous(bilan, 'Réponse de la DDT/Arguments préfet')).toBe('=1+1');
    expect(sous(bilan, 'taux de tension moyen sur 3 ans_agglo')).toBe(4.4947);
    expect(
      exporter(bilan)
        .feuilles.flatMap((f) => f.lignes.flat())
        .every((c) => c.formule === undefined),
    ).toBe(true);
  });

  test('la carence envisagée n’est que celle que l’agent écrit', () => {
    const carence = 'Carence envisagée (1 si oui, 0 si non)';
    const entetes = ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'];
    expect(sous(bilanDe([entetes, ['A', 10, 2]]), carence)).toBeNull();
    expect(
      sous(
        bilanDe([
          [...entetes, 'Carence envisagée'],
          ['A', 10, 2, 'oui'],
        ]),
        carence,
      ),
    ).toBe(1);
  });

  test('deux bilans dans un classeur : leurs feuilles ont chacune leur nom', async () => {
    const { feuilles } = exporter(bilanDe(csv('bilan-triennal-2017-2019')));
    const { feuilles: lues } = await lireContenu(await bilansEnXlsx([...feuilles, ...feuilles]), 'b.xlsx');
    expect(lues.map(({ nom }) => nom)).toEqual(['Bilan 2017-2019', 'Bilan 2017-2019 (2)']);
  });
});
