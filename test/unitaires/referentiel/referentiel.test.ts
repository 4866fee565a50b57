import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { enTexte, lireInventaire, ranger } from '../../../scripts/referentiel/donnees';
import { ANNUAIRE } from '../../../src/annuaire';
import { REFERENTIEL } from '../../../src/referentiel';
import livre from '../../../src/referentiel/dernier.json';
import { creerReferentiel, STATUTS, type Donnees } from '../../../src/referentiel/referentiel';
import { titreSaufSi } from '../../outils/saute';

const FICHIER = 'src/referentiel/inventaires.json';
const { dernier } = REFERENTIEL;

describe('le référentiel livré', () => {
  test('dit d’où il vient : année, date des taux, licence, jour de lecture', () => {
    expect(dernier).toMatchObject({ annee: 2025, anneeDesTaux: 2024, periode: { debut: 2023 }, luLe: '2026-11-30' });
    expect(dernier.source).toMatch(/DGALN\/DHUP.*Licence Ouverte 2\.0/);
    expect(livre).toEqual({ annee: dernier.annee });
  });
  test('tient dans 60 ko compressés', () => expect(gzipSync(readFileSync(FICHIER)).length).toBeLessThanOrEqual(60_000));
  test('a les 2 186 communes publiées, toutes connues de l’annuaire', () => {
    expect(dernier.communes).toHaveLength(2186);
    expect(dernier.communes.filter(({ code }) => !ANNUAIRE.parCode(code))).toEqual([]);
    const effectif = (cherche: string | null) => dernier.communes.filter(({ statut }) => statut === cherche).length;
    expect([...STATUTS, null].map(effectif)).toEqual([880, 799, 334, 150, 23]);
  });
  test('ne garde pas un taux qu’aucun taux ne peut être : Gap, publiée à 2126,0 %', () =>
    expect(dernier.parCode('05061')).toMatchObject({ nom: 'Gap', taux: null, statut: 'en règle' }));
  test('garde les décimales publiées, dont dépend l’arrondi', () =>
    expect(dernier.parCode('86214')).toMatchObject({
      nom: 'Saint-Benoît',
      nomEpci: 'CU du Grand Poitiers',
      taux: { valeur: { numerateur: 160, denominateur: 10 }, decimales: 1 },
      cible: 20,
      statut: 'déficitaire',
      lls: null,
    }));
});

describe('les membres', () => {
  test('d’un département, par son numéro', () => {
    expect(dernier.membresDuDepartement('86').map(({ nom }) => nom)).toContain('Chasseneuil-du-Poitou');
    expect(dernier.membresDuDepartement('974')).toHaveLength(24);
    const departements = ANNUAIRE.departements.map(({ code }) => dernier.membresDuDepartement(code).length);
    expect(departements.reduce((somme, n) => somme + n)).toBe(2186);
  });
  test('d’un EPCI, par son SIREN : ceux de La Rochelle', () => {
    const { exact } = ANNUAIRE.chercherEpci('CA de La Rochelle');
    const membres = dernier.membresDeLEpci(exact!.code);
    expect(membres.map(({ nom }) => nom)).toContain('Aytré');
    expect(new Set(membres.map(({ nomEpci }) => nomEpci))).toEqual(new Set(['CA de La Rochelle']));
  });
});

test('de deux inventaires, le dernier est le plus récent ; chacun se demande par son année', () => {
  const inventaire = (annee: number): Donnees => ({ annee, source: '', fichier: '', luLe: '', communes: [] });
  const deux = creerReferentiel([inventaire(2024), inventaire(2026)], ANNUAIRE);
  expect(deux.dernier).toMatchObject({ annee: 2026, anneeDesTaux: 2025, periode: { debut: 2026 } });
  expect([deux.publieEn(2024)?.annee, deux.publieEn(2025)]).toEqual([2024, undefined]);
});

describe('un inventaire du ministère, de n’importe quelle année', () => {
  const forme = (annee: number) => `test/cas/inventaire/forme-${annee}.csv`;
  const lire = async (annee: number) => (await lireInventaire(forme(annee), null, '2026-11-30')).donnees;

  test.each([2023, 2024, 2025, 2026])(
    '%i : son année, le code, le taux à ses décimales, les logements',
    async (annee) => {
      const { annee: lue, communes } = await lire(annee);
      expect(lue).toBe(annee);
      expect(communes).toContainEqual(['86214', 7306, annee === 2026 ? '16.02' : '16', 20, 'd', 468]);
      expect(communes).toContainEqual(['86158', 6204, '14.52', 20, 'dc', 412]);
      expect(communes).toContainEqual(['86297', 5939, '7.48', 20, 'de', 186]);
      expect(communes).toContainEqual(['86194', 89253, '36.11', 20, 'r', 18100]);
    },
  );
  test('refait, il remplace celui de son année ; les autres restent, du plus récent au plus ancien', async () => {
    const [vieux, neuf] = [await lire(2024), await lire(2026)];
    const ranges = ranger(ranger([vieux], neuf), { ...neuf, luLe: '2027-01-01' });
    expect(ranges.map(({ annee, luLe }) => `${annee} ${luLe}`)).toEqual(['2026 2027-01-01', '2024 2026-11-30']);
    expect(JSON.parse(enTexte(ranges))).toEqual(ranges);
  });
  test('une autre année que celle de ses taux est refusée, et dite', () =>
    expect(lireInventaire(forme(2026), 2025, '')).rejects.toThrow('au 1er janvier 2025 ; --annee : 2026 attendu'));
  test('ce qui n’est pas un inventaire est refusé', () =>
    expect(lireInventaire('test/cas/grand-poitiers.csv', 2025, '')).rejects.toThrow('attendu un inventaire publié'));
});

const PUBLIE = '../shared/data/communes-sru-2025.csv';
const present = existsSync(PUBLIE);

(present ? describe : describe.skip)(
  titreSaufSi(!present && `${PUBLIE} absent`, 'la copie de l’inventaire de 2025'),
  () => {
    test('redonne le référentiel livré', async () => {
      const { donnees, ecartes } = await lireInventaire(PUBLIE, 2025, '2026-11-30');
      expect(enTexte([donnees])).toBe(readFileSync(FICHIER, 'utf8'));
      expect(ecartes.map((ecarte) => ecarte.split(' : ')[0])).toEqual(['GAP', 'POINTE-À-PITRE']);
    });
    test('ne dit pas la date de ses taux : elle se demande', () =>
      expect(lireInventaire(PUBLIE, null, '')).rejects.toThrow('ajouter --annee'));
  },
);
