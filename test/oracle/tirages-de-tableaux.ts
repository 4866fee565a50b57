import fc from 'fast-check';
import type { Situation } from '../../src/regles';
import { loi, UNITE } from '../outils/loi-entiere';
import { commune, PARAMETRES } from '../outils/tirages';

/** Une ligne, dans l'ordre des données de `CONTROLE`. */
export type Rangee = readonly string[];
const CONTRAT = 8;

interface Tirage {
  readonly s: Situation;
  readonly forme: 'parc' | 'manquants';
  /** Le rang s'écrit, ou la cellule est vide. */
  readonly rangEcrit: boolean;
  readonly rattrapage: '' | 'légal' | 'autre palier' | '42';
  /** La référence notifiée : celle du rang ou d'un autre, à quelques logements près. */
  readonly notifiee: null | { readonly rang: Situation['rang']; readonly pas: number };
  /** Autour de quelle borne le contrat se place, et à combien de logements. */
  readonly borne:
    | 'moitié'
    | 'moitié notifiée'
    | 'plancher CMS'
    | 'plaquette'
    | 'référence'
    | 'notifiée'
    | 'moindre'
    | 'zéro'
    | 'rien';
  readonly pas: number;
  readonly accord: string;
  readonly periodes: string;
  readonly population: string;
  readonly inconstructible: string;
}

const entier = (vingtMilliemes: bigint) => Number(vingtMilliemes / UNITE);
const superieur = (vingtMilliemes: bigint) => entier(vingtMilliemes + UNITE - 1n);
const AUTRE_PALIER: Readonly<Record<string, string>> = { 33: '50', 50: '100', 100: '33' };

function rangee(t: Tirage, i: number): string[] {
  const { s, forme, notifiee, rattrapage } = t;
  const { manquants, cms, objectif } = loi(s);
  const commun = loi({ ...s, rang: 3 });
  const taux = manquants === 0n ? '0' : String((100n * commun.objectif) / manquants);
  const legale = notifiee ? loi({ ...s, rang: notifiee.rang }).objectif : 0n;
  // Une commune à la cible a une référence de zéro : toute autre est une faute d'un autre genre.
  const ecrite = notifiee && (manquants === 0n ? 0 : Math.max(0, superieur(legale) + notifiee.pas));
  const bornes = {
    moitié: objectif / 2n,
    'moitié notifiée': (BigInt(ecrite ?? 0) * UNITE) / 2n,
    'plancher CMS': cms ?? 0n,
    plaquette: (manquants * 17n) / 100n,
    référence: objectif,
    notifiée: BigInt(ecrite ?? 0) * UNITE,
    moindre: manquants / 10n,
    zéro: 0n,
    rien: 0n,
  };
  const contrat = t.borne === 'rien' ? '' : String(Math.max(0, superieur(bornes[t.borne]) + t.pas));
  const { residencesPrincipales: rp, logementsSociaux: lls, tauxCible } = s;
  const parc = forme === 'parc';
  return [
    ...['ABCDEFGHIJKL'[i]!, ...(parc ? [rp, lls, tauxCible].map(String) : ['', '', ''])],
    ...[t.rangEcrit ? String(s.rang) : '', parc ? '' : String(superieur(manquants))],
    parc ? '' : { '': '', légal: taux, 'autre palier': AUTRE_PALIER[taux] ?? '', 42: '42' }[rattrapage],
    ...[ecrite === null ? '' : String(ecrite), contrat, t.accord, t.periodes, t.population, t.inconstructible],
  ];
}

/** Porte le dernier objectif à ce qui manque au total des références, à `pas` logements près. */
function equilibrer(rangees: readonly string[][], communes: readonly Situation[], pas: number): string[][] {
  const references = rangees.map((l, i) => (l[7] ? BigInt(l[7]) * UNITE : loi(communes[i]!).objectif));
  const du = superieur(references.reduce((a, b) => a + b, 0n));
  const autres = rangees.slice(0, -1).reduce((total, l) => total + Number(l[CONTRAT]), 0);
  const derniere = rangees.at(-1)!.map((v, c) => (c === CONTRAT ? String(Math.max(0, du - autres + pas)) : v));
  return [...rangees.slice(0, -1), derniere];
}

/** Un tableau conforme l'est par toutes ses lignes : chaque tableau tire d'abord ce que ses lignes risquent. */
const tirage = (sage: boolean): fc.Arbitrary<Tirage> => {
  const plutot = <T>(attendu: T, ...autres: T[]) =>
    sage ? fc.constantFrom(attendu, attendu, attendu, attendu, ...autres) : fc.constantFrom(attendu, ...autres);
  const pasNotifie = plutot(0, -3, -1, 2);
  return fc.record({
    s: commune,
    forme: plutot<Tirage['forme']>('parc', 'manquants'),
    rangEcrit: plutot(true, false),
    rattrapage: fc.constantFrom<Tirage['rattrapage']>('', 'légal', 'légal', 'autre palier', '42'),
    notifiee: fc.oneof(fc.constant(null), fc.record({ rang: plutot<Situation['rang']>(3, 0, 1, 2), pas: pasNotifie })),
    borne: sage
      ? fc.constantFrom<Tirage['borne']>('référence', 'notifiée', 'plaquette', 'plancher CMS', 'rien')
      : fc.constantFrom<Tirage['borne']>(
          ...([
            'moitié',
            'moitié notifiée',
            'plancher CMS',
            'plaquette',
            'référence',
            'notifiée',
            'moindre',
            'zéro',
            'rien',
          ] as const),
        ),
    pas: sage ? fc.constantFrom(0, 0, 0, 1) : fc.integer({ min: -2, max: 2 }),
    accord: plutot('oui', 'non', '', 'voir M. Dupont'),
    periodes: plutot('1', '', '2', '3', '4'),
    population: fc.constantFrom('', '4999', '5000', '12000'),
    inconstructible: fc.constantFrom('', '29', '30', '50', '51'),
  });
};

const equilibre = fc.constantFrom(null, -1, 0, 0, 1);
const tableau = fc.boolean().chain((sage) =>
  fc
    .tuple(fc.array(tirage(sage), { minLength: sage ? 1 : 3, maxLength: sage ? 4 : 12 }), equilibre)
    .map(([tires, pas]) => {
      const rangees = tires.map(rangee);
      const communes = tires.map(({ s }) => s);
      return pas === null ? rangees : equilibrer(rangees, communes, pas);
    }),
);

/** L'exemple de la plaquette, autour de ses bornes : A manque de 500 logements, B de 300, toutes deux à plus de quatre points. */
const SUITE = ['oui', '1', '', ''];
const PLAQUETTE = [81, 82, 83, 84, 85, 86].flatMap((a) =>
  [263, 264].map((total) => [
    ['A', '10000', '1500', '20', '3', '', '', '165', String(a), ...SUITE],
    ['B', '5000', '700', '20', '3', '', '', '99', String(total - a), ...SUITE],
  ]),
);

/** A manque de 322 logements : 106,26 de référence, dont la moitié est 53,13, notifiés à 105, 106 ou 107. */
const ARRONDIE = ['105', '106', '107'].flatMap((notifiee) =>
  [52, 53, 54].map((a) => [
    ['A', '5000', '678', '20', '3', '', '', notifiee, String(a), ...SUITE],
    ['B', '5000', '700', '20', '3', '', '', '99', '160', ...SUITE],
  ]),
);

export const tirer = (nombre: number, graine: number = PARAMETRES.seed): readonly (readonly Rangee[])[] => [
  ...PLAQUETTE,
  ...ARRONDIE,
  ...fc.sample(tableau, { seed: graine, numRuns: nombre }),
];
