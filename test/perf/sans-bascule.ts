/**
 * Récrit des tableaux au hasard et cherche ceux dont le verdict bascule : `npx tsx test/perf/sans-bascule.ts [NOMBRE] [GRAINE]`.
 * Chaque bascule est réduite aux récritures qui la causent, et comptée avec ses semblables.
 */
import fc from 'fast-check';
import {
  bascule,
  enClair,
  jugerOriginal,
  jugerTirage,
  ORIGINAUX,
  originalDe,
  questionne,
  recrituresDe,
  reduire,
  tirages,
  type Tirage,
} from '../corpus/bascules';

const [nombre = 100_000, graine = 20260227] = process.argv.slice(2).map(Number);
const LOT = 5_000;
const DETAILS = 60;

interface Groupe {
  compte: number;
  readonly originaux: Map<string, number>;
  readonly exemple: Tirage;
}
const groupes = new Map<string, Groupe>();
const ranger = (cle: string, tirage: Tirage) => {
  const groupe = groupes.get(cle) ?? { compte: 0, originaux: new Map<string, number>(), exemple: tirage };
  groupe.compte++;
  const { nom } = originalDe(tirage);
  groupe.originaux.set(nom, (groupe.originaux.get(nom) ?? 0) + 1);
  groupes.set(cle, groupe);
};

const mal = new Set(ORIGINAUX.filter((o) => jugerOriginal(o).verdict !== o.verdict));
for (const { nom, verdict } of mal)
  console.log(`Original mal jugé, ses récritures écartées : ${nom} devrait être ${verdict}.`);

const comptes = { anodines: 0, questions: 0, bascules: 0 };
for (let fait = 0; fait < nombre; fait += LOT) {
  const lot = fc.sample(tirages, { seed: graine + fait, numRuns: Math.min(LOT, nombre - fait) });
  for (const tirage of lot) {
    if (mal.has(originalDe(tirage))) continue;
    const jugement = await jugerTirage(tirage);
    const defaut = bascule(tirage, jugement);
    if (defaut) {
      comptes.bascules++;
      const reduit = await reduire(tirage, async (t) => bascule(t, await jugerTirage(t)) === defaut);
      ranger(`${defaut} | ${enClair(reduit)}`, reduit);
    }
    if (!recrituresDe(tirage).every((r) => r.anodine)) continue;
    comptes.anodines++;
    if (!questionne(jugement) || originalDe(tirage).verdict !== 'conforme') continue;
    comptes.questions++;
    const reduit = await reduire(tirage, async (t) => questionne(await jugerTirage(t)));
    ranger(`question | ${enClair(reduit)}`, reduit);
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.min(fait + LOT, nombre)} récritures`);
}

console.log(`${nombre} récritures, graine ${graine} : ${comptes.bascules} bascules.`);
const taux = ((100 * comptes.questions) / Math.max(1, comptes.anodines)).toFixed(1);
console.log(
  `Récritures anodines seules : ${comptes.anodines}, dont ${comptes.questions} questions sur un tableau conforme (${taux} %).`,
);
const tries = [...groupes].sort(([, a], [, b]) => b.compte - a.compte);
const montrer = (titre: string, choisis: typeof tries) => {
  console.log(`\n${titre} : ${choisis.length} genres`);
  for (const [cle, { compte, originaux, exemple }] of choisis.slice(0, DETAILS)) {
    const [original] = [...originaux].sort(([, a], [, b]) => b - a);
    console.log(`${String(compte).padStart(6)}  ${cle}  [${original?.[0]}]  ${JSON.stringify(exemple)}`);
  }
};
montrer(
  'Bascules',
  tries.filter(([cle]) => !cle.startsWith('question')),
);
montrer(
  'Questions',
  tries.filter(([cle]) => cle.startsWith('question')),
);
process.exitCode = comptes.bascules > 0 ? 1 : 0;
