// Garde-fuites : un taux ou un seuil de la loi ne s’écrit que dans src/droit, un arrondi ne se fait que dans src/nombres.
// Lit la syntaxe, non le texte : les commentaires sont libres. `node scripts/garde-fuites.mjs src scripts`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** Les valeurs que la loi seule a : interdites partout, `scripts` compris, où un parc d’exemple compte 1500 logements pour 0,2. */
const PROPRES = [33, 17, 16.5, 0.33, 0.17, 0.165];
/** Les valeurs qui ne se rencontrent guère hors de la loi : interdites dans tout `src`. */
export const CARACTERISTIQUES = [
  ...PROPRES,
  ...[0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.8],
  ...[1500, 3500, 4000, 5000],
];
/** Les valeurs de la loi qu’un programme écrit aussi pour autre chose : interdites là où l’on calcule ou juge. */
export const ORDINAIRES = [
  ...[5.5, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80],
  ...[150, 800, 10_000, 15_000, 30_000, 50_000],
];
const CALCULE_OU_JUGE = /^src\/(regles|tableau\/controle|fonctions)\//;

function interditesDans(fichier) {
  if (fichier.startsWith('scripts/')) return new Set(PROPRES);
  return new Set(CALCULE_OU_JUGE.test(fichier) ? [...CARACTERISTIQUES, ...ORDINAIRES] : CARACTERISTIQUES);
}

/**
 * Ce qui est permis : la constante nommée qui porte une de ces valeurs sans la tenir de la loi, la valeur qu’écrit un texte qui
 * contient `texte`, l’arrondi qui n’est pas un calcul.
 * @type {readonly { fichier: string, nom?: string, texte?: string, valeur?: number | string, arrondi?: string, raison: string }[]}
 */
export const EXCEPTIONS = [
  {
    fichier: 'scripts/exemples/styles.ts',
    arrondi: 'Math.ceil',
    raison: 'nombre de lignes d’un texte dans une cellule : de la mise en page',
  },
  {
    fichier: 'scripts/mutants.mjs',
    arrondi: '.toFixed(',
    raison: 'score des mutants, affiché au développeur',
  },
  {
    fichier: 'scripts/regles/contrats.ts',
    texte: 'vers les arrondissements de moins de',
    valeur: '15',
    raison: 'seuil d’une règle que rien ne calcule : absent de src/droit',
  },
  {
    fichier: 'scripts/regles/prelevement.ts',
    texte: 'intermédiation locative jusqu’à',
    valeur: '5 000',
    raison: 'plafond d’une dépense que l’agent justifie lui-même : absent de src/droit',
  },
  {
    fichier: 'src/fonctions/arguments.ts',
    nom: 'LONGUEUR_MONTREE',
    valeur: 60,
    raison: 'longueur d’un texte cité dans un message',
  },
  ...['20', '30'].map((valeur) => ({
    fichier: 'src/rapport/bilan-national/colonnes.ts',
    texte: 'Objectif maximum PLS (20 ou 30%)',
    valeur,
    raison: 'titre d’une colonne du ministère, à la lettre',
  })),
  {
    fichier: 'src/regles/sru/rattrapage.ts',
    nom: 'DECIMALES_ARRONDIES',
    valeur: 12,
    raison: 'nombre de décimales au-delà duquel un taux n’est plus un arrondi',
  },
  {
    fichier: 'src/tableau/lecture/rapports.ts',
    nom: 'RAPPORT_PLAUSIBLE',
    valeur: 0.3,
    raison: 'vraisemblance d’une colonne de taux écrite en rapports',
  },
  {
    fichier: 'src/tableau/lecture/voisinage.ts',
    nom: 'HABITUELLE',
    valeur: 0.8,
    raison: 'part des communes qui remplissent une colonne habituelle',
  },
];

const CE_FICHIER = 'scripts/garde-fuites.mjs';
const ARRONDIS_DE_MATH = new Set(['ceil', 'floor', 'round', 'trunc']);
const ARRONDIS_DE_NOMBRE = new Set(['toFixed', 'toPrecision']);

/** Les fuites d’une source : `[{ ligne, phrase }]`. `fichier` est son chemin depuis la racine, avec des barres obliques. */
export function fuitesDe(fichier, source, exceptions = EXCEPTIONS) {
  const arbre = ts.createSourceFile(fichier, source, ts.ScriptTarget.Latest, true);
  const interdites = interditesDans(fichier);
  const duFichier = exceptions.filter((e) => e.fichier === fichier);
  const fuites = [];
  const signaler = (noeud, phrase) => {
    const ligne = arbre.getLineAndCharacterOfPosition(noeud.getStart(arbre)).line + 1;
    fuites.push({ ligne, phrase });
  };
  const signalerValeur = (noeud, valeur) => signaler(noeud, `la valeur ${valeur} de la loi appartient à src/droit`);
  const permise = (noeud, valeur) =>
    estBaseDecimale(noeud) || duFichier.some((e) => e.nom === nomDe(noeud) && e.valeur === valeur);
  const permiseDans = (texte, ecrite) =>
    duFichier.some((e) => e.texte && texte.includes(e.texte) && e.valeur === ecrite);
  const arrondiPermis = (arrondi) => duFichier.some((e) => e.arrondi === arrondi);

  const visiter = (noeud) => {
    if (estDesExemples(noeud)) return;
    if (!fichier.startsWith('src/droit/')) {
      const valeur = valeurDe(noeud);
      if (interdites.has(valeur) && !permise(noeud, valeur)) signalerValeur(noeud, noeud.getText(arbre));
      const texte = valeur === null ? texteDe(noeud) : '';
      for (const ecrite of valeursDuTexte(texte)) if (!permiseDans(texte, ecrite)) signalerValeur(noeud, ecrite);
    }
    const arrondi = fichier.startsWith('src/nombres/') ? null : arrondiDe(noeud);
    if (arrondi && !arrondiPermis(arrondi)) signaler(noeud, `l’arrondi ${arrondi} appartient à src/nombres`);
    ts.forEachChild(noeud, visiter);
  };
  visiter(arbre);
  return fuites;
}

/** La valeur d’un nombre écrit, ou d’un texte qui n’est que ce nombre. */
function valeurDe(noeud) {
  if (ts.isNumericLiteral(noeud)) return Number(noeud.text);
  if (ts.isBigIntLiteral(noeud)) return Number(noeud.text.replace(/n$/, ''));
  if (ts.isStringLiteralLike(noeud) && /^\d+(?:[.,]\d+)?$/.test(noeud.text))
    return Number(noeud.text.replace(',', '.'));
  return null;
}

/** Les exemples d’une fonction sont des cas, qu’un essai évalue. */
const estDesExemples = (noeud) => ts.isPropertyAssignment(noeud) && noeud.name.getText() === 'exemples';

/** `10 ** n` : la base de l’écriture décimale, non un taux. */
const estBaseDecimale = (noeud) =>
  ts.isBinaryExpression(noeud.parent) &&
  noeud.parent.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken &&
  noeud.parent.left === noeud;

/** Le nom de la constante que ce nombre, seul, initialise. */
const nomDe = ({ parent }) =>
  ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : null;

function texteDe(noeud) {
  const texte =
    ts.isStringLiteralLike(noeud) ||
    ts.isJsxText(noeud) ||
    ts.isTemplateHead(noeud) ||
    ts.isTemplateMiddleOrTemplateTail(noeud);
  return texte ? noeud.text : '';
}

const BLANC = '[ \\u00a0\\u202f]';
const NOMBRE = `\\d{1,3}(?:${BLANC}\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?`;
const SUITE = new RegExp(
  `(?<![\\d.,])(?:${NOMBRE})(?:(?:, | ou | à | et | puis )(?:${NOMBRE}))*(${BLANC}*(?:%|pour cent))?`,
  'g',
);
const TAUX = new Set([...CARACTERISTIQUES, ...ORDINAIRES].filter((v) => v < 100));
const SEUILS = new Set(CARACTERISTIQUES.filter((v) => v > 100));
const RAPPORTS = new Set(PROPRES.filter((v) => v < 1));

/** Les taux (« 33 % », « 20 ou 25 », « 0.17*B7 ») et les seuils (« 3 500 », avec son espace) de la loi qu’un texte écrit. */
function valeursDuTexte(texte) {
  if (/^\d+(?:\.\d+)?%$/.test(texte)) return []; // une longueur CSS
  return [...texte.matchAll(SUITE)].flatMap(([suite, unite]) => {
    const ecrites = suite.match(new RegExp(NOMBRE, 'g'));
    const valeurs = ecrites.map((e) => Number(e.replace(new RegExp(BLANC, 'g'), '').replace(',', '.')));
    const alternative = ecrites.length > 1 && / ou /.test(suite) && valeurs.every((v) => TAUX.has(v));
    return ecrites.filter((ecrite, i) => {
      if (SEUILS.has(valeurs[i])) return new RegExp(BLANC).test(ecrite);
      return RAPPORTS.has(valeurs[i]) || ((unite || alternative) && TAUX.has(valeurs[i]));
    });
  });
}

function arrondiDe(noeud) {
  if (ts.isPropertyAccessExpression(noeud)) {
    if (estMath(noeud.expression) && ARRONDIS_DE_MATH.has(noeud.name.text)) return `Math.${noeud.name.text}`;
    return ARRONDIS_DE_NOMBRE.has(noeud.name.text) ? `.${noeud.name.text}(` : null;
  }
  if (ts.isElementAccessExpression(noeud) && ts.isStringLiteralLike(noeud.argumentExpression)) {
    const { text } = noeud.argumentExpression;
    return estMath(noeud.expression) && ARRONDIS_DE_MATH.has(text) ? `Math.${text}` : null;
  }
  if (ts.isVariableDeclaration(noeud) && noeud.initializer && estMath(noeud.initializer)) return 'de Math';
  return null;
}

const estMath = (noeud) => ts.isIdentifier(noeud) && noeud.text === 'Math';

/** Les exceptions qui ne couvrent plus rien : à retirer de la liste. */
function exceptionsSansObjet(sources) {
  const sansExceptions = (e) => fuitesDe(e.fichier, sources.get(e.fichier) ?? '', []);
  const avecElle = (e) => fuitesDe(e.fichier, sources.get(e.fichier) ?? '', [e]);
  return EXCEPTIONS.filter((e) => sansExceptions(e).length === avecElle(e).length);
}

function controler(dossiers) {
  const sources = new Map(dossiers.flatMap(sourcesDe));
  const fuites = [...sources].flatMap(([fichier, source]) =>
    fuitesDe(fichier, source).map(({ ligne, phrase }) => `${fichier}:${ligne} : ${phrase}`),
  );
  const perimees = exceptionsSansObjet(sources).filter((e) => dossiers.some((d) => e.fichier.startsWith(`${d}/`)));
  return [
    ...fuites,
    ...perimees.map((e) => `${e.fichier} : l’exception ${e.nom ?? e.arrondi ?? `« ${e.texte} »`} n’a plus d’objet`),
  ];
}

/** `[chemin, source]` de chaque fichier d’un dossier, son chemin tel que le dossier est donné, avec des barres obliques. */
const sourcesDe = (dossier) =>
  readdirSync(dossier, { recursive: true })
    .filter((nom) => /\.(?:tsx?|mjs)$/.test(nom))
    .map((nom) => [`${dossier}/${nom}`.replaceAll('\\', '/'), readFileSync(join(dossier, nom), 'utf8')])
    .filter(([fichier]) => fichier !== CE_FICHIER);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const fuites = controler(process.argv.slice(2));
  for (const fuite of fuites) console.error(fuite);
  if (fuites.length > 0) process.exitCode = 1;
}
