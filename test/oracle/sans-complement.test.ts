import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFile } from '@e965/xlsx';
import ExcelJS, { type CellValue, type Workbook } from 'exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { fabriquerSansComplement } from '../../scripts/exemples/fabriquer';
import { CALCUL, DERNIERE, PREMIERE, RESULTATS } from '../../scripts/exemples/sans-complement-formules';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { arrondir } from '../../src/nombres';
import { nombreManquant, partDe, tauxDeRattrapage, type Situation } from '../../src/regles';
import type { Avis, CodeConstat } from '../../src/tableau';
import { controle } from '../outils/tableau';
import { commune, PARAMETRES } from '../outils/tirages';
import { SANS_LIBREOFFICE, titreSaufSi } from '../outils/saute';
import { accepte } from '../outils/valeurs';

const CHEMIN = 'assets/exemples/sans-complement.xlsx';
const sources = { grandPoitiers: readFileSync('test/cas/grand-poitiers.csv', 'utf8') };

/** Une ligne telle qu'on la saisit, de B à J. */
type Ligne = readonly (string | number)[];
interface Cas {
  readonly lignes: readonly Ligne[];
  readonly plh?: 'oui' | 'non';
  readonly avis?: 'recueilli' | 'manquant';
}

/** La valeur d'une cellule, en texte : « 52 », « CONFORME », « » ; les formules portent leur dernière valeur. */
type Lecteur = (feuille: string, adresse: string) => string;

interface Tableur {
  readonly nom: string;
  readonly absent: string | null;
  readonly calculer: (classeurs: readonly Workbook[]) => Promise<Lecteur[]>;
}

async function charger(chemin: string): Promise<Workbook> {
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.readFile(chemin);
  return classeur;
}

const ecrite = (valeur: CellValue): string => {
  if (typeof valeur === 'object' && valeur !== null) {
    if ('error' in valeur) return String(valeur.error);
    return 'result' in valeur || 'formula' in valeur ? ecrite((valeur as { result?: CellValue }).result ?? '') : '';
  }
  return String(valeur ?? '').trim();
};

/** Par SheetJS : exceljs perd une valeur nulle de formule. */
function lecteurDe(chemin: string): Lecteur {
  const { Sheets } = readFile(chemin);
  return (feuille, adresse) => {
    const cellule = Sheets[feuille]?.[adresse] as { v?: string | number | boolean; w?: string; t: string } | undefined;
    return cellule?.t === 'e' ? String(cellule.w) : String(cellule?.v ?? '').trim();
  };
}

const libreoffice: Tableur = {
  nom: 'LibreOffice',
  absent: spawnSync('soffice', ['--version']).status === 0 ? null : SANS_LIBREOFFICE,
  async calculer(classeurs) {
    const dossier = mkdtempSync(join(tmpdir(), 'sans-complement-'));
    try {
      const [avant, apres] = ['avant', 'apres'].map((nom) => join(dossier, nom)) as [string, string];
      mkdirSync(avant);
      const noms = classeurs.map((_, i) => `${i}.xlsx`);
      for (const [i, nom] of noms.entries()) await classeurs[i]!.xlsx.writeFile(join(avant, nom));
      const profil = `-env:UserInstallation=${pathToFileURL(join(dossier, 'profil')).href}`;
      const options = ['--headless', profil, '--convert-to', 'xlsx', '--outdir', apres];
      execFileSync('soffice', [...options, ...noms.map((nom) => join(avant, nom))], { stdio: 'ignore' });
      return noms.map((nom) => lecteurDe(join(apres, nom)));
    } finally {
      rmSync(dossier, { recursive: true });
    }
  },
};

const ironcalc: Tableur = {
  nom: 'IronCalc',
  absent: null,
  calculer(classeurs) {
    const entree = classeurs.map((classeur) =>
      Object.fromEntries(['Contrôle', 'Calcul'].map((nom) => [nom, saisiesDe(classeur, nom)])),
    );
    const options = { input: JSON.stringify(entree), maxBuffer: 2 ** 28, encoding: 'utf8' } as const;
    const sortie = JSON.parse(execFileSync(process.execPath, ['test/oracle/ironcalc-classeur.mjs'], options)) as Record<
      string,
      [number, number, string][]
    >[];
    return Promise.resolve(
      sortie.map((feuilles, i) => {
        const valeurs = new Map(
          Object.entries(feuilles).flatMap(([nom, cellules]) =>
            cellules.map(([l, c, texte]) => [
              `${nom}!${classeurs[i]!.getWorksheet(nom)!.getCell(l, c).address}`,
              texte,
            ]),
          ),
        );
        return (feuille, adresse) => (valeurs.get(`${feuille}!${adresse}`) ?? '').trim();
      }),
    );
  },
};

function saisiesDe(classeur: Workbook, nom: string): [number, number, string][] {
  const saisies: [number, number, string][] = [];
  classeur.getWorksheet(nom)!.eachRow((rangee, l) =>
    rangee.eachCell(({ value, isMerged, master, address }, c) => {
      if (isMerged && master.address !== address) return;
      const formule = typeof value === 'object' && value !== null && 'formula' in value ? `=${value.formula}` : null;
      const saisie = formule ?? ecrite(value);
      if (saisie) saisies.push([l, c, saisie]);
    }),
  );
  return saisies;
}

/** Le classeur livré, ses saisies remplacées, ses valeurs enregistrées ôtées : le tableur doit tout recalculer. */
async function remplir({ lignes, plh = 'oui', avis = 'recueilli' }: Cas): Promise<Workbook> {
  const classeur = await charger(CHEMIN);
  const feuille = classeur.getWorksheet('Contrôle')!;
  feuille.getCell('N4').value = plh;
  feuille.getCell('N5').value = avis;
  for (let l = PREMIERE; l <= DERNIERE; l++) {
    const saisies = lignes[l - PREMIERE];
    for (let c = 1; c <= 10; c++)
      feuille.getCell(l, c).value = saisies?.[c - 2] || saisies?.[c - 2] === 0 ? saisies[c - 2]! : null;
  }
  for (const { value, ...cellule } of formulesDe(classeur)) {
    classeur.getWorksheet(cellule.feuille)!.getCell(cellule.adresse).value = { formula: value };
  }
  return classeur;
}

function formulesDe(classeur: Workbook): { feuille: string; adresse: string; value: string }[] {
  const formules: { feuille: string; adresse: string; value: string }[] = [];
  for (const nom of ['Contrôle', 'Calcul'])
    classeur.getWorksheet(nom)!.eachRow((rangee) =>
      rangee.eachCell(({ value, address, isMerged, master }) => {
        if (isMerged && master.address !== address) return;
        if (typeof value === 'object' && value !== null && 'formula' in value)
          formules.push({ feuille: nom, adresse: address, value: value.formula });
      }),
    );
  return formules;
}

const ENTETES = [
  ...['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Rang triennal', 'Objectif de référence'],
  ...['Objectif du contrat', 'Accord de la commune', 'Périodes consécutives d’abaissement'],
];

/** Les constats bloquants d'une ligne, dans l'ordre des colonnes G à L de la feuille « Calcul ». */
const BLOQUANTS: readonly CodeConstat[] = [
  ...(['ENTRANTE_ABAISSEE', 'REDUCTION_EXCESSIVE', 'ACCORD_MANQUANT', 'DUREE_DEPASSEE'] as const),
  ...(['REFERENCE_INCOHERENTE', 'NON_DEFICITAIRE'] as const),
];

const lisible = ([, rp, lls, cible]: Ligne): boolean =>
  typeof rp === 'number' && typeof lls === 'number' && lls <= rp && (cible === 0.2 || cible === 0.25);

const situationDe = ([, rp, lls, cible, rang]: Ligne): Situation =>
  ({
    residencesPrincipales: rp,
    logementsSociaux: lls,
    tauxCible: cible === 0.25 ? 25 : 20,
    rang: Math.min(3, Number(rang)),
  }) as Situation;

const exacteDe = (s: Situation) => partDe(nombreManquant(s), accepte(tauxDeRattrapage(s, DROIT_EN_VIGUEUR)).pourcent);

/** La référence que le classeur retient : notifiée, ou calculée au plus proche. */
const referenceDe = (l: Ligne): number | '' =>
  !lisible(l) ? '' : l[5] === '' ? arrondir(exacteDe(situationDe(l)), 'PROCHE') : (l[5] as number);

/** Ce que nos règles disent d'un cas, dans la forme où le classeur le dit. */
function attendu({ lignes, plh = 'oui', avis = 'recueilli' }: Cas): string[] {
  const valeurs = lignes.map((l) =>
    l.map((v, c) => (c === 3 && typeof v === 'number' ? 100 * v : c === 5 ? referenceDe(l) : v)),
  );
  const { verdict, constats } = controle(ENTETES, valeurs, { plh: plh === 'oui', avis: avis as Avis });
  const bloque = (code: CodeConstat, rang: number) =>
    constats.some(
      (c) =>
        c.code === code &&
        c.gravite === 'bloquant' &&
        c.cellule?.endsWith(String(rang + 2)) &&
        Number(/\d+$/.exec(c.cellule)![0]) === rang + 2,
    );
  const parLigne = lignes.map((l, i) => {
    if (!lisible(l)) return 'illisible';
    const s = situationDe(l);
    const reference = referenceDe(l) as number;
    const plancher = s.rang < 3 ? reference : Math.ceil(reference / 2);
    const nombres = [
      arrondir(nombreManquant(s), 'SUPERIEUR'),
      accepte(tauxDeRattrapage(s, DROIT_EN_VIGUEUR)).pourcent,
      reference,
      plancher,
    ];
    return [...nombres, ...BLOQUANTS.map((code) => Number(bloque(code, i)))].join(' ');
  });
  const mots = {
    conforme: 'CONFORME',
    'non conforme': 'NON CONFORME',
    indetermine: 'INDÉTERMINÉ',
    'rien a controler': 'RIEN À CONTRÔLER',
  };
  return [mots[verdict], ...parLigne];
}

function calcule(lire: Lecteur, { lignes }: Cas): string[] {
  const parLigne = lignes.map((_, i) => {
    const l = i + PREMIERE;
    if (lire('Calcul', `B${l}`) === '0') return 'illisible';
    const controle = (c: string) => lire('Contrôle', `${c}${l}`);
    const nombres = [controle('K'), lire('Calcul', `D${l}`), controle('M'), controle('N')];
    return [...nombres, ...[...'GHIJKL'].map((c) => lire('Calcul', `${c}${l}`))].join(' ');
  });
  return [lire('Contrôle', 'C4'), ...parLigne];
}

const L = (
  nom: string,
  rp: number | string,
  lls: number | string,
  cible: number,
  suite: Partial<Record<'rang' | 'notifie' | 'contrat' | 'accord' | 'periodes', number | string>> = {},
): Ligne => {
  const { rang = 3, notifie = '', contrat = '', accord = '', periodes = '' } = suite;
  return [nom, rp, lls, cible, rang, notifie, contrat, accord, periodes];
};

const A = (contrat: number | string, suite = {}) => L('A', 10_000, 1500, 0.2, { contrat, periodes: 1, ...suite });
const B = (contrat: number, suite = {}) => L('B', 5000, 700, 0.2, { contrat, accord: 'oui', ...suite });
/** Logements sociaux, résidences principales, taux cible : de part et d'autre de 2 points, de 4 points et de la cible. */
const PALIERS = [
  [23, 100, 0.25],
  [2300, 10_000, 0.25],
  [2301, 10_000, 0.25],
  [2100, 10_000, 0.25],
  [2099, 10_000, 0.25],
  [1600, 10_000, 0.2],
  [1599, 10_000, 0.2],
  [1800, 10_000, 0.2],
  [1801, 10_000, 0.2],
  [2000, 10_000, 0.2],
  [1999, 10_000, 0.2],
] as const;
/** Les bornes : la plaquette à un logement près, les paliers à 2 et 4 points, les entrantes, ce qui manque. */
const BORNES: Cas[] = [
  ...[81, 82, 83, 84, 85].flatMap((a) => [263, 264].map((total) => ({ lignes: [A(a), B(total - a)] }))),
  {
    lignes: PALIERS.map(([lls, rp, cible], i) => L('ABCDEFGHIJKL'[i]!, rp, lls, cible, { contrat: 0 })),
  },
  ...[0, 1, 2, 3].flatMap((rang) =>
    [74, 75, 125].map((contrat) => ({ lignes: [A(contrat, { rang }), B(300, { accord: 'oui' })] })),
  ),
  ...[1, 2, 3].map((periodes) => ({ lignes: [A(85, { periodes }), B(179)] })),
  ...['non', ''].map((accord) => ({ lignes: [A(85), B(179, { accord })] })),
  ...[163, 164, 165, 166].map((notifie) => ({ lignes: [A(165, { notifie }), B(99)] })),
  { lignes: [A(''), B(264)] },
  { lignes: [A(85), B(179)], plh: 'non' },
  { lignes: [A(85), B(179)], avis: 'manquant' },
  { lignes: [L('A', 1500, 10_000, 0.2, { contrat: 85 }), B(264)] },
  { lignes: [L('A', 10_000, 1500, 0.22, { contrat: 85 }), B(264)] },
  { lignes: [L('A', 'n.c.', 1500, 0.2, { contrat: 85 }), B(10)] },
  { lignes: [L('A', 10_000, 2100, 0.2, { contrat: 5 }), B(99)] },
  { lignes: [A(165), A(165)] },
];

const tirage = fc
  .record({
    s: commune.filter((s) => s.residencesPrincipales <= 1_000_000),
    notifie: fc.constantFrom(null, null, -1, 0, 1),
    borne: fc.constantFrom('zéro', 'plancher', 'référence'),
    pas: fc.integer({ min: -1, max: 1 }),
    accord: fc.constantFrom('oui', 'oui', 'oui', 'non', ''),
    periodes: fc.constantFrom<number | string>('', 1, 2, 2, 3),
  })
  .map(({ s, notifie, borne, pas, accord, periodes }): Ligne => {
    const exacte = exacteDe(s);
    const notifiee = notifie === null ? '' : Math.max(0, arrondir(exacte, 'INFERIEUR') + notifie);
    const reference = notifiee === '' ? arrondir(exacte, 'PROCHE') : notifiee;
    const bas = { zéro: 0, plancher: Math.ceil(reference / 2), référence: reference }[borne];
    return [
      '',
      s.residencesPrincipales,
      s.logementsSociaux,
      s.tauxCible / 100,
      s.rang,
      notifiee,
      Math.max(0, bas + pas),
      accord,
      periodes,
    ];
  });
const TIRES: Cas[] = fc
  .sample(fc.array(tirage, { minLength: 1, maxLength: 12 }), { ...PARAMETRES, numRuns: 20 })
  .map((lignes) => ({ lignes: lignes.map(([, ...reste], i) => ['ABCDEFGHIJKL'[i]!, ...reste]) }));

describe('sans-complement.xlsx', () => {
  it('est ce que `npm run exemples` écrit, aux mêmes octets deux fois de suite', async () => {
    const [une, deux] = [await fabriquerSansComplement(sources), await fabriquerSansComplement(sources)];
    expect(une.equals(deux)).toBe(true);
    const parties = async (octets: Buffer) =>
      Promise.all(
        Object.values((await JSZip.loadAsync(octets)).files).map(async (f) => [f.name, await f.async('string')]),
      );
    expect(await parties(readFileSync(CHEMIN))).toEqual(await parties(une));
  });

  it('ne demande ni complément ni formule matricielle', async () => {
    const { files } = await JSZip.loadAsync(readFileSync(CHEMIN));
    expect(Object.keys(files).filter((nom) => /webextension|metadata/.test(nom))).toEqual([]);
    const formules = formulesDe(await charger(CHEMIN)).map((f) => f.value);
    expect(formules.length).toBe((DERNIERE - PREMIERE + 1) * (CALCUL.length + RESULTATS.length) + 6);
    expect(formules.filter((f) => /xldudf|_xlfn/.test(f))).toEqual([]);
  });

  const CAS = [...BORNES, ...TIRES];
  it('les cas mènent à chaque verdict et à chaque constat', () => {
    const attendus = CAS.map(attendu);
    expect([...new Set(attendus.map(([verdict]) => verdict))].sort()).toEqual([
      'CONFORME',
      'INDÉTERMINÉ',
      'NON CONFORME',
    ]);
    const levees = attendus.flat().map((l) => l.split(' ').slice(4));
    expect(BLOQUANTS.filter((_, i) => !levees.some((l) => l[i] === '1'))).toEqual([]);
  });

  for (const { nom, absent, calculer } of [libreoffice, ironcalc]) {
    (absent ? it.skip : it)(
      titreSaufSi(absent, `${nom} le calcule comme nos règles, aux bornes et au hasard`),
      async () => {
        const classeurs = await Promise.all(CAS.map(remplir));
        const lecteurs = await calculer(classeurs);
        const ecarts = CAS.flatMap((cas, i) => {
          const [tableur, regles] = [calcule(lecteurs[i]!, cas), attendu(cas)];
          return JSON.stringify(tableur) === JSON.stringify(regles) ? [] : [{ cas, tableur, regles }];
        });
        expect(ecarts.slice(0, 5)).toEqual([]);
      },
      240_000,
    );

    (absent ? it.skip : it)(
      titreSaufSi(absent, `${nom} ne conclut pas sans le rang, sauf sur ce qui bloque à tout rang`),
      async () => {
        const cas: [Cas, string][] = [
          [{ lignes: [A(85, { rang: '' }), B(179)] }, 'INDÉTERMINÉ'],
          [{ lignes: [A(82, { rang: '' }), B(182)] }, 'INDÉTERMINÉ'],
          [{ lignes: [A(125, { rang: '', notifie: 125 }), B(99)] }, 'INDÉTERMINÉ'],
          [{ lignes: [A(85, { rang: '', periodes: 3 }), B(179)] }, 'INDÉTERMINÉ'],
          [{ lignes: [A(166, { rang: '', accord: 'non' }), B(99)] }, 'NON CONFORME'],
          [{ lignes: [L('A', 10_000, 2100, 0.2, { rang: '', contrat: 0 }), B(99)] }, 'CONFORME'],
        ];
        const lecteurs = await calculer(await Promise.all(cas.map(([c]) => remplir(c))));
        expect(lecteurs.map((lire) => lire('Contrôle', 'C4'))).toEqual(cas.map(([, verdict]) => verdict));
      },
      120_000,
    );

    (absent ? it.skip : it)(
      titreSaufSi(absent, `${nom} retrouve les valeurs enregistrées de Grand Poitiers`),
      async () => {
        const garder = lecteurDe(CHEMIN);
        const vide = await charger(CHEMIN);
        const formules = formulesDe(vide);
        for (const { feuille, adresse, value } of formules)
          vide.getWorksheet(feuille)!.getCell(adresse).value = { formula: value };
        const [lire] = await calculer([vide]);
        const ecarts = formules.flatMap(({ feuille, adresse }) => {
          const [garde, rendu] = [garder(feuille, adresse), lire!(feuille, adresse)];
          return garde === rendu ? [] : [{ feuille, adresse, garde, rendu }];
        });
        expect(ecarts.slice(0, 10)).toEqual([]);
      },
      120_000,
    );
  }
});
