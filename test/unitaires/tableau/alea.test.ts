import fc from 'fast-check';
import { DROIT_EN_VIGUEUR } from '../../../src/droit';
import { controler } from '../../../src/tableau';
import { ANNUAIRE_D_ESSAI, lesTableaux } from '../../outils/tableau';
import { PARAMETRES } from '../../outils/tirages';
import { ENTETES, feuille, tableau, valeurs } from './outils';

const RETOUCHES = ['Saint', 'Bois', 'Mont', 'Val', 'Roche'] as const;
const nom = fc
  .tuple(fc.constantFrom(...RETOUCHES), fc.stringMatching(/^[a-zéèô]{2,12}$/))
  .map(([debut, suite]) => `${debut}-l’${suite}`);

/** Un même nombre, comme un tableur ou un agent l'écrit. */
const ecrit = fc
  .integer({ min: 1, max: 60_000 })
  .chain((n) =>
    fc.constantFrom<[number, unknown]>(
      [n, n],
      [n, String(n)],
      [n, n.toLocaleString('fr-FR')],
      [n, `${n},0`],
      [n, ` ${n}\u00a0`],
      [n, n + 1e-12],
    ),
  );

const commune = fc.tuple(nom, ecrit, ecrit, fc.constantFrom(20, 25, '20 %', '25'), ecrit, ecrit);
type Commune = readonly [string, ...(string | number | [number, unknown])[]];

const intercalee = fc.constantFrom<unknown[]>(
  [],
  ['', '', ''],
  ['  ', null, '-', '—'],
  ['Source : DDT, 2023'],
  ['* provisoire'],
  ['', '', 'à vérifier'],
  ['Sous-total', 1, 2, '', 3],
  ['Moyenne', 12.5, 4],
);

const libre = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constantFrom(
    null,
    undefined,
    '',
    '-',
    'n.c.',
    'Total',
    'Commune',
    'RP',
    'LLS',
    '2023-2025',
    '%',
    '#REF!',
    'oui',
    '20 %',
    1e15,
    5e-9,
  ),
  fc.constantFrom({ code: '#N/A' }, { valeur: 1e12, pourcent: true }, { valeur: 0.165, pourcent: true }),
);

describe('au hasard', () => {
  it('chaque commune est lue une fois, à sa ligne, avec ses nombres ; rien d’autre n’en est une', () => {
    const propriete = fc.property(
      fc.uniqueArray(commune, { minLength: 1, maxLength: 12, selector: ([n]) => n }),
      fc.array(fc.tuple(fc.nat(12), intercalee), { maxLength: 6 }),
      (communes: readonly Commune[], intercalees) => {
        const rangees: unknown[][] = communes.map((c) => c.map((v) => (Array.isArray(v) ? v[1] : v)));
        for (const [place, rangee] of intercalees) rangees.splice(Math.min(place, rangees.length), 0, rangee);
        const lu = tableau([ENTETES, ...rangees]);
        const nombres = communes.map((c) => [c[0], ...[1, 2, 4, 5].map((i) => (c[i] as [number, unknown])[0])]);
        expect(
          valeurs(lu, 'residences_principales', 'logements_sociaux', 'objectif_reference', 'objectif_contrat'),
        ).toEqual(nombres);
        expect(lu.lignes.map(({ ligne }) => rangees[ligne - 1]![0])).toEqual(communes.map(([n]) => n));
      },
    );
    fc.assert(propriete, { ...PARAMETRES, numRuns: 400 });
  });

  it('n’importe quelles cellules sous des en-têtes se lisent et se contrôlent sans erreur', () => {
    const propriete = fc.property(fc.array(fc.array(libre, { maxLength: 8 }), { maxLength: 12 }), (rangees) => {
      for (const lu of lesTableaux(feuille([ENTETES, ...rangees]))) {
        const numeros = lu.lignes.map(({ ligne }) => ligne);
        expect(numeros).toEqual([...new Set(numeros)].sort((a, b) => a - b));
        expect(numeros).not.toContain(lu.total?.ligne);
        const contexte = {
          droit: DROIT_EN_VIGUEUR,
          contrat: 'cims',
          plh: null,
          avis: null,
          annuaire: ANNUAIRE_D_ESSAI,
        } as const;
        expect(controler(lu, contexte)).toHaveProperty('verdict');
      }
    });
    fc.assert(propriete, { ...PARAMETRES, numRuns: 600 });
  });

  it('n’importe quelle grille se parcourt sans erreur', () => {
    const propriete = fc.property(fc.array(fc.array(libre, { maxLength: 10 }), { maxLength: 15 }), (rangees) => {
      lesTableaux(feuille(rangees));
    });
    fc.assert(propriete, { ...PARAMETRES, numRuns: 600 });
  });
});
