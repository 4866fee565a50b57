/**
 * Mesures de vitesse, côte à côte dans un même lancement : `npm run bench`. Écrit le tableau de docs/performance.md.
 * Ce sont des rapports sur une machine donnée, pas des tests.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { REFERENTIEL } from '../../src/referentiel';
import type { Donnees } from '../../src/annuaire/annuaire';
import donnees from '../../src/annuaire/communes.json';
import { lireClasseur } from '../../src/classeur/fichier';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { arrondir, ecrire } from '../../src/nombres';
import { estRefus, objectifDeReference, situation } from '../../src/regles';
import { controlerClasseur, SANS_PRECISION } from '../../src/tableau';

const OBJECTIFS = 35_000;
const LIGNES = 2_186;
const dossier = mkdtempSync(join(tmpdir(), 'bench-'));

type Commune = readonly [rp: number, lls: number];
const communes: Commune[] = Array.from({ length: OBJECTIFS }, (_, i) => [
  1000 + ((i * 7919) % 40_000),
  100 + ((i * 104_729) % 900),
]);

function mediane(repetitions: number, mesurer: () => number): number {
  const temps = Array.from({ length: repetitions }, mesurer).sort((a, b) => a - b);
  return temps[Math.floor(repetitions / 2)]!;
}

function chronometrer(faire: () => void): number {
  const debut = performance.now();
  faire();
  return performance.now() - debut;
}

function moteur(): number[] {
  return communes.map(([rp, lls]) => {
    const s = situation(rp, lls, 20, 3);
    if (estRefus(s)) return NaN;
    const objectif = objectifDeReference(s, DROIT_EN_VIGUEUR);
    return estRefus(objectif) ? NaN : arrondir(objectif.valeur, 'PROCHE');
  });
}

const formule = (n: number) =>
  `=IF(100*B${n}>=20*A${n},0,ROUND(IF(100*B${n}>18*A${n},100,IF(100*B${n}>=16*A${n},50,33))*(20*A${n}-100*B${n})/10000,0))`;

interface Mesure {
  readonly quoi: string;
  readonly ms: number;
  readonly valeurs: readonly number[];
}

async function ironCalc(): Promise<Mesure[]> {
  const paquet = createRequire(import.meta.url).resolve('@ironcalc/wasm/package.json');
  const { initSync, Model } = await import('@ironcalc/wasm');
  initSync({ module: readFileSync(join(paquet, '../wasm_bg.wasm')) });
  const modele = new Model('bench', 'en', 'UTC', 'en');
  modele.pauseEvaluation();
  const saisie = chronometrer(() => {
    communes.forEach(([rp, lls], i) => {
      modele.setUserInput(0, i + 1, 1, String(rp));
      modele.setUserInput(0, i + 1, 2, String(lls));
      modele.setUserInput(0, i + 1, 3, formule(i + 1));
    });
  });
  modele.resumeEvaluation();
  const calcul = chronometrer(() => modele.evaluate());
  const valeurs = communes.map((_, i) => Number(modele.getFormattedCellValue(0, i + 1, 3)));
  return [
    { quoi: 'IronCalc, évaluation seule', ms: calcul, valeurs },
    { quoi: 'IronCalc, saisie et évaluation', ms: saisie + calcul, valeurs },
  ];
}

/** LibreOffice convertit en csv deux classeurs, avec et sans les formules : le plus court de quatre essais. */
function libreOffice(): Mesure[] {
  if (spawnSync('soffice', ['--version']).status !== 0) return [];
  const ecrireClasseur = (nom: string, avecFormules: boolean) => {
    const feuille = utils.aoa_to_sheet(communes.map(([rp, lls]) => [rp, lls]));
    if (avecFormules) {
      communes.forEach((_, i) => (feuille[`C${i + 1}`] = { t: 'n', f: formule(i + 1).slice(1) }));
      feuille['!ref'] = `A1:C${OBJECTIFS}`;
    }
    const classeur = utils.book_new();
    utils.book_append_sheet(classeur, feuille, 'Objectifs');
    writeFileSync(join(dossier, `${nom}.xlsx`), write(classeur, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  };
  const convertir = (nom: string) =>
    chronometrer(() =>
      spawnSync('soffice', ['--headless', '--convert-to', 'csv', '--outdir', dossier, join(dossier, `${nom}.xlsx`)]),
    );
  ecrireClasseur('nu', false);
  ecrireClasseur('formules', true);
  const minimum = (nom: string) => Math.min(...Array.from({ length: 4 }, () => convertir(nom)));
  const total = minimum('formules');
  const formules = total - minimum('nu');
  const lignes = readFileSync(join(dossier, 'formules.csv'), 'utf8').trim().split('\n');
  const valeurs = lignes.map((l) => Number(l.split(',')[2]));
  return [
    { quoi: 'LibreOffice, les formules seules (le classeur avec elles, moins sans elles)', ms: formules, valeurs },
    { quoi: 'LibreOffice, ouvrir, calculer et rendre le classeur', ms: total, valeurs },
  ];
}

/** Un inventaire : de vraies communes, des nombres inventés, les colonnes qu'un agent y met. */
function classeurDeCommunes(): string {
  const entetes = [
    'Code INSEE',
    'Commune',
    'Population',
    'Résidences principales',
    'Logements sociaux',
    'Taux LLS',
    'Taux cible',
    'Manquants',
  ];
  const connues = (donnees as unknown as Donnees).epcis.flatMap(([, , membres]) => membres).slice(0, LIGNES);
  const rangees = connues.map(([code, nom, population], i) => {
    const [rp, lls] = communes[i]!;
    const manquants = Math.max(0, (20 * rp - 100 * lls) / 100);
    return [code, nom, population, rp, lls, Math.round((1000 * lls) / rp) / 10, 20, manquants];
  });
  const classeur = utils.book_new();
  utils.book_append_sheet(classeur, utils.aoa_to_sheet([entetes, ...rangees]), 'Communes');
  const chemin = join(dossier, 'communes.xlsx');
  writeFileSync(chemin, write(classeur, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
  return chemin;
}

async function verifier(): Promise<{ lecture: number; controle: number; lignes: number }> {
  const chemin = classeurDeCommunes();
  const lectures: number[] = [];
  const controles: number[] = [];
  let lignes = 0;
  for (let i = 0; i < 25; i++) {
    lectures.push(chronometrer(() => read(readFileSync(chemin), { dense: true })));
    const debut = performance.now();
    const { feuilles } = await lireClasseur(chemin);
    const [juge] = controlerClasseur(feuilles, SANS_PRECISION, REFERENTIEL).tableaux;
    controles.push(performance.now() - debut);
    lignes = juge!.tableau.lignes.length;
    if (lignes !== LIGNES) throw new Error(`${lignes} communes lues au lieu de ${LIGNES}`);
  }
  const milieu = (t: number[]) => t.slice(5).sort((a, b) => a - b)[Math.floor((t.length - 5) / 2)]!;
  return { lecture: milieu(lectures), controle: milieu(controles), lignes };
}

const attendues = moteur();
for (let i = 0; i < 20; i++) moteur();
const notre = mediane(31, () => chronometrer(moteur));
const autres = [...(await ironCalc()), ...libreOffice()];
for (const { quoi, valeurs } of autres) {
  const ecarts = valeurs.filter((v, i) => v !== attendues[i]).length;
  if (ecarts > 0) throw new Error(`${quoi} : ${ecarts} objectifs diffèrent`);
}
const { lecture, controle, lignes } = await verifier();

const ms = (n: number) => `${ecrire(n, n < 100 ? 1 : 0)} ms`;
const tableau = [
  '| Mesure | Temps | Rapport |',
  '| --- | ---: | ---: |',
  `| ${ecrire(OBJECTIFS)} objectifs, notre moteur (médiane de 31) | ${ms(notre)} | 1 |`,
  ...autres.map(({ quoi, ms: t }) => `| Les mêmes, ${quoi} | ${ms(t)} | ${ecrire(t / notre, 0)} |`),
  `| Classeur de ${ecrire(lignes)} communes, lecture seule par @e965/xlsx (médiane de 20) | ${ms(lecture)} | 1 |`,
  `| Le même, lu et contrôlé (\`verifier\`) | ${ms(controle)} | ${ecrire(controle / lecture, 2)} |`,
].join('\n');
const machine = `Node ${process.version}, ${cpus().length} cœurs (${cpus()[0]!.model.trim()}).`;
console.log(`${machine}\n\n${tableau}`);
const page = 'docs/performance.md';
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(
    /<!-- mesures -->[\s\S]*<!-- fin -->/,
    `<!-- mesures -->\n\n${machine}\n\n${tableau}\n\n<!-- fin -->`,
  ),
);
