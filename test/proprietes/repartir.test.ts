import fc from 'fast-check';
import { fraction } from '../../src/nombres';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { FONCTIONS } from '../../src/fonctions/registre';
import { CRITERES, repartir, type CommuneARepartir } from '../../src/regles';
import { loi, UNITE } from '../outils/loi-entiere';
import { controle, resumer } from '../outils/tableau';
import { commune, PARAMETRES, TIRAGES, verifier } from '../outils/tirages';
import { accepte } from '../outils/valeurs';
import { communes } from './repartir-tirages';

const ENTETES = [
  'Commune',
  'Résidences principales',
  'Logements sociaux',
  'Taux cible',
  'Rang triennal',
  'Objectif de référence',
  'Périodes consécutives d’abaissement',
  'Minimum',
  'Capacité',
  'Projets identifiés',
  'Accord de la commune',
];
const NOMS = [...'ABCDEFGHIJKL'];

const part = fc.double({ min: 0, max: 1.3, noNaN: true });
const tirage = fc.record({
  s: commune,
  notifiee: fc.boolean(),
  periodes: fc.constantFrom(0, 1, 2, 3, ''),
  minimum: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 6, nil: null }),
  // Deux bornes tirées à part se heurteraient presque toujours.
  capacite: fc.option(part, { freq: 2, nil: null }),
  projets: part,
  accord: fc.constantFrom('oui', 'oui', 'non', ''),
});
const tableaux = fc.array(tirage, { minLength: 2, maxLength: 12 }).map((tirees) =>
  tirees.map(({ s, notifiee, periodes, minimum, capacite, projets, accord }, i) => {
    const { objectif } = loi(s);
    const reference = Number((objectif + UNITE - 1n) / UNITE);
    const de = (p: number | null) => (p === null ? '' : Math.round(p * reference));
    const moitie = s.rang < 3 || periodes === 3 ? reference : Math.ceil(reference / 2);
    const haut = capacite === null ? '' : Math.max(moitie, Number(de(capacite)));
    const bas = capacite === null && accord !== 'non' ? de(minimum) : '';
    const parc = [s.residencesPrincipales, s.logementsSociaux, s.tauxCible, s.rang];
    return [NOMS[i], ...parc, notifiee ? reference : '', periodes, reference ? bas : '', haut, de(projets), accord];
  }),
);

describe(`répartition (${TIRAGES})`, () => {
  it('est jugée conforme par le contrôle, accords recueillis', async () => {
    const issues = { répartie: 0, impossible: 0, hausses: 0, baisses: 0 };
    await fc.assert(
      fc.asyncProperty(
        tableaux,
        fc.constantFrom(...CRITERES),
        fc.constantFrom(0, 0.1, 0.5),
        async (lignes, critere, plus) => {
          const plage = [ENTETES, ...lignes];
          const appeler = async (total: number | null) =>
            FONCTIONS['CIMS.REPARTIR']!([plage, [[critere]], total === null ? null : [[total]]]);
          const sansTotal = await appeler(null);
          const total = Number(sansTotal.at(-1)![4]);
          const rendu = plus > 0 && Number.isFinite(total) ? await appeler(Math.ceil(total * (1 + plus))) : sansTotal;
          if (rendu[0]![0] !== 'Commune') {
            issues.impossible++;
            return;
          }
          issues.répartie++;
          const signees = lignes.map((ligne, i) => {
            const [, , , , propose, ecart, raison] = rendu[i + 1]!;
            if (String(raison).startsWith('Hausse')) {
              issues.hausses++;
              expect(ligne.at(-1)).not.toBe('non');
            }
            if (String(raison).startsWith('Baisse')) issues.baisses++;
            expect(typeof ecart).toBe('number');
            return [...ligne.slice(0, -1), String(raison).includes('recueillir') ? 'oui' : ligne.at(-1), propose];
          });
          const resultat = controle([...ENTETES, 'Objectif du contrat'], signees);
          expect(resumer(resultat).filter((c) => c.includes('bloquant'))).toEqual([]);
          expect(resumer(resultat, 'OBJECTIF_SUPERIEUR_AUX_MANQUANTS', 'VALEUR_INVALIDE')).toEqual([]);
          expect(resultat.verdict).toBe('conforme');
        },
      ),
      PARAMETRES,
    );
    for (const compte of Object.values(issues)) expect(compte).toBeGreaterThan(PARAMETRES.numRuns / 20);
  }, 120_000);

  it('ne dépend pas de l’écriture des fractions, et se refait à l’identique', () => {
    verifier(
      [communes({ min: 1, max: 12 }, 60), fc.constantFrom(...CRITERES), fc.nat({ max: 100 })],
      (tirees, critere, plus) => {
        const liste = tirees.map((c) => ({ ...c, projets: c.projets ?? 0 }));
        const total = accepteTotal(liste) + plus;
        const doubler = ({ numerateur, denominateur }: { numerateur: number; denominateur: number }) =>
          fraction(2 * numerateur, 2 * denominateur);
        const doubles = liste.map((c) => ({
          ...c,
          reference: doubler(c.reference),
          manquants: c.manquants && doubler(c.manquants),
        }));
        const objectifs = (l: CommuneARepartir[]) => {
          const r = accepte(repartir(l, critere, total, DROIT_EN_VIGUEUR));
          return r.issue === 'répartie' ? r.objectifs.map((o) => o.propose) : r.heurts;
        };
        expect(objectifs(doubles)).toEqual(objectifs(liste));
      },
    );
  });

  it('sans borne ni total, chaque critère tient les références, à leur arrondi près', () => {
    verifier([communes({ min: 1, max: 12 }, 60), fc.constantFrom(...CRITERES)], (tirees, critere) => {
      const libres = tirees.map((c) => ({
        ...c,
        accord: null,
        minimum: null,
        maximum: null,
        projets: 1000,
        manquants: null,
      }));
      const r = accepte(repartir(libres, critere, null, DROIT_EN_VIGUEUR));
      if (r.issue !== 'répartie') throw new Error('une répartition sans borne est possible');
      for (const { sens } of r.objectifs) expect(sens).toBe('égal');
    });
  });
});

/** La somme des références, à l'entier supérieur, en soixantièmes. */
const accepteTotal = (liste: readonly CommuneARepartir[]): number =>
  Math.ceil(liste.reduce((s, { reference: r }) => s + (60 / r.denominateur) * r.numerateur, 0) / 60);
