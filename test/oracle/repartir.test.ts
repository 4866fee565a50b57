import fc from 'fast-check';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { CRITERES, repartir, type CommuneARepartir, type Critere } from '../../src/regles';
import { accepte } from '../outils/valeurs';
import {
  arrondis,
  bornesDe,
  partsExactes,
  scoreur,
  soixantiemes,
  totalLegal,
  totalVise,
  type Bornes,
} from '../proprietes/repartir-loi';
import { communes } from '../proprietes/repartir-tirages';
import { Modele } from './repartir-modele';

const reference = ({ reference: r }: CommuneARepartir): number => r.numerateur / r.denominateur;
const estNulle = (c: CommuneARepartir) => c.reference.numerateur === 0 || c.manquants?.numerateur === 0;
const entiere = (c: CommuneARepartir) => Math.ceil(reference(c));

/** Ramène les bornes propres d'une commune là où elles ne se heurtent pas : au hasard, presque aucun grand tableau n'y échappe. */
function apaiser(c: CommuneARepartir): CommuneARepartir {
  if (estNulle(c)) return { ...c, minimum: null };
  const legal = c.rang < 3 || c.periodes === 3 ? entiere(c) : Math.ceil(reference(c) / 2);
  const minimum = c.minimum !== null && c.accord === false ? Math.min(c.minimum, entiere(c)) : c.minimum;
  return { ...c, minimum, maximum: c.maximum === null ? null : Math.max(c.maximum, legal, minimum ?? 0) };
}

/** Des tableaux où, une fois sur dix, rien n'est apaisé. */
const TABLEAUX = fc
  .sample(fc.tuple(communes({ min: 8, max: 40 }, 60), fc.nat({ max: 500 })), { seed: 20260227, numRuns: 30 })
  .map(([tirees, plus], rang) => {
    const liste = tirees.map((c) => ({ ...(rang % 10 === 0 ? c : apaiser(c)), projets: c.projets ?? 0 }));
    return { liste, total: totalLegal(liste) + (rang % 2 ? plus : 0) };
  });

const x = (i: number) => `x${i}`;
const tous = (bornes: readonly Bornes[]) => bornes.map((_, i) => [1, x(i)] as const);

function deBase(bornes: readonly Bornes[], total: number): Modele {
  const modele = new Modele();
  bornes.forEach(({ bas, haut }, i) => modele.variable(x(i), bas, haut, true));
  return modele.contrainte(tous(bornes), '>=', total);
}

/** Coupe x − bas en pas d'un logement, de coût donné ; les coûts croissent, si bien que les premiers pas servent d'abord. */
function enPas(modele: Modele, bornes: readonly Bornes[], cout: (x: number, i: number) => number) {
  return bornes.flatMap(({ bas, haut }, i) => {
    const pas = Array.from({ length: haut - bas }, (_, k) => ({ nom: `y${i}_${k}`, cout: cout(bas + k + 1, i) }));
    for (const { nom } of pas) modele.variable(nom, 0, 1, false);
    modele.contrainte([[1, x(i)], ...pas.map(({ nom }) => [-1, nom] as const)], '=', bas);
    return pas.map(({ nom, cout: c }) => [c, nom] as const);
  });
}

/** Les minimums que HiGHS trouve, dans l'ordre des termes du critère, tous comparables à ceux de `scoreur`. */
async function minimums(
  liste: readonly CommuneARepartir[],
  bornes: readonly Bornes[],
  total: number,
  critere: Critere,
  notre: readonly (number | bigint)[],
): Promise<number[]> {
  if (critere === 'MINIMAL') return minimal(liste, bornes, total, Number(notre[2]));
  const plusPetit = (await deBase(bornes, total).minimiser(tous(bornes)))!.valeur;
  const juste = () => deBase(bornes, total).contrainte(tous(bornes), '=', plusPetit);
  if (critere === 'EQUITABLE') {
    const modele = juste().variable('z', -1e6, 1e6, false);
    liste.forEach((c, i) =>
      modele.contrainte(
        [
          [60, x(i)],
          [-1, 'z'],
        ],
        '<=',
        soixantiemes(c),
      ),
    );
    return [plusPetit, (await modele.minimiser([[1, 'z']]))!.valeur];
  }
  if (critere === 'PROPORTIONNEL') return [plusPetit];
  const modele = juste();
  liste.forEach((c, i) =>
    modele.variable(`e${i}`, 0, 1e6, false).contrainte(
      [
        [1, x(i)],
        [-1, `e${i}`],
      ],
      '<=',
      c.projets!,
    ),
  );
  return [plusPetit, (await modele.minimiser(liste.map((_, i) => [1, `e${i}`] as const)))!.valeur];
}

/** `carres` : ce que nous trouvons pour Σ écart² ; une solution meilleure n'aurait aucun écart plus grand que sa racine. */
async function minimal(
  liste: readonly CommuneARepartir[],
  bornes: readonly Bornes[],
  total: number,
  carres: number,
): Promise<number[]> {
  const M = 10_000;
  const modele = deBase(bornes, total);
  liste.forEach((c, i) => {
    const { bas, haut } = arrondis(c);
    for (const v of [`b${i}`, `h${i}`]) modele.variable(v, 0, 1, true);
    for (const v of [`u${i}`, `v${i}`]) modele.variable(v, 0, M, false);
    const auPlus = (v: string, poids: number) =>
      modele.contrainte(
        [
          [1, x(i)],
          [-poids, v],
        ],
        '<=',
        haut,
      );
    const auMoins = (v: string, poids: number) =>
      modele.contrainte(
        [
          [1, x(i)],
          [poids, v],
        ],
        '>=',
        bas,
      );
    auPlus(`b${i}`, M);
    auMoins(`b${i}`, M);
    auPlus(`h${i}`, M);
    auPlus(`u${i}`, 1);
    auMoins(`v${i}`, 1);
  });
  const pas = Array.from({ length: Math.ceil(Math.sqrt(carres)) }, (_, k) => k);
  const couts = liste
    .flatMap((_, i) => [`u${i}`, `v${i}`])
    .flatMap((v) => {
      const noms = pas.map((k) => `${v}_${k}`);
      for (const nom of noms) modele.variable(nom, 0, 1, false);
      modele.contrainte([[1, v], ...noms.map((nom) => [-1, nom] as const)], '=', 0);
      return noms.map((nom, k) => [2 * k + 1, nom] as const);
    });
  const objectifs = [
    liste.map((_, i) => [1, `b${i}`] as const),
    liste.flatMap((c, i) => (c.accord === true ? [] : [[1, `h${i}`] as const])),
    couts,
    tous(bornes),
  ];
  const trouves: number[] = [];
  for (const termes of objectifs) {
    const valeur = termes.length > 0 ? Math.round((await modele.minimiser(termes))!.valeur) : 0;
    trouves.push(valeur);
    modele.contrainte(termes, '<=', valeur);
  }
  return trouves;
}

function partsFlottantes(...args: Parameters<typeof partsExactes>): number[] {
  const { numerateurs, diviseur } = partsExactes(...args);
  return numerateurs.map((n) => Number(n) / Number(diviseur));
}

/** Le coût quadratique du critère, minimisé en nombres entiers par HiGHS ; exact, il est recompté sur la solution trouvée. */
async function repartitionDeHighs(
  liste: readonly CommuneARepartir[],
  bornes: readonly Bornes[],
  debut: readonly number[],
  critere: Exclude<Critere, 'MINIMAL'>,
): Promise<number[]> {
  const modele = deBase(bornes, debut[0]!).contrainte(tous(bornes), '=', debut[0]!);
  if (critere === 'CAPACITE') {
    liste.forEach((c, i) =>
      modele.variable(`e${i}`, 0, 1e6, false).contrainte(
        [
          [1, x(i)],
          [-1, `e${i}`],
        ],
        '<=',
        c.projets!,
      ),
    );
    modele.contrainte(
      liste.map((_, i) => [1, `e${i}`] as const),
      '<=',
      debut[1]!,
    );
  }
  const visees =
    critere === 'EQUITABLE'
      ? liste.map((c) => soixantiemes(c) / 60)
      : partsFlottantes(liste, debut[0]!, critere, bornes);
  const cout = (n: number, i: number) => 2 * (n - visees[i]!) - 1;
  const termes = enPas(modele, bornes, cout);
  const solution = (await modele.minimiser(termes))!;
  return liste.map((_, i) => Math.round(solution.de(x(i))));
}

describe(`répartition, refaite par HiGHS (${TABLEAUX.length} tableaux de 8 à 40 communes)`, () => {
  it.each(CRITERES)(
    '%s : même optimum',
    async (critere) => {
      let comparees = 0;
      for (const { liste, total } of TABLEAUX) {
        const resultat = accepte(repartir(liste, critere, total, DROIT_EN_VIGUEUR));
        const bornes = bornesDe(liste, total);
        const possible = bornes !== null && (await deBase(bornes, total).minimiser(tous(bornes))) !== null;
        expect(resultat.issue).toBe(possible ? 'répartie' : 'impossible');
        if (resultat.issue === 'impossible' || !bornes) continue;
        const proposes = resultat.objectifs.map((o) => o.propose);
        const vise = totalVise(liste, total, critere, bornes);
        const score = scoreur(liste, vise, critere, bornes);
        const notre = score(proposes);
        const leurs = await minimums(liste, bornes, vise, critere, notre);
        expect(notre.slice(0, leurs.length)).toEqual(leurs.map((v) => Math.round(v)));
        if (critere !== 'MINIMAL') {
          const autres = await repartitionDeHighs(liste, bornes, leurs, critere);
          const sansOrdre = (s: readonly (number | bigint)[]) => s.slice(0, s.length - liste.length);
          expect(sansOrdre(notre)).toEqual(sansOrdre(score(autres)));
        }
        comparees++;
      }
      expect(comparees).toBeGreaterThan(TABLEAUX.length / 3);
      process.stdout.write(`Oracle de la répartition, ${critere} : ${comparees} optimums comparés, aucun écart\n`);
    },
    300_000,
  );
});
