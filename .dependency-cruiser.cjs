// Le sens des dépendances : nombres → droit → regles → tableau → fonctions, volet, rapport, cli ; classeur à côté.
// Une pièce n'importe que ce que sa règle nomme : ni pièce plus haute, ni paquet npm, ni module de Node.

/** `piece` ne dépend que d'elle-même et de `permis` (des expressions régulières de chemins). */
const cloisonner = (piece, permis, comment) => ({
  name: `${piece}-cloisonne`,
  comment,
  severity: 'error',
  from: { path: `^src/${piece}/` },
  to: { pathNot: [`^src/${piece}/`, ...permis] },
});

/** Comme `cloisonner`, pour une pièce qui a droit à des paquets : seul le reste de src lui est compté. */
const ranger = (piece, permis, comment) => {
  const regle = cloisonner(piece, permis, comment);
  return { ...regle, name: `${piece}-range`, to: { ...regle.to, path: '^src/' } };
};

const NOMBRES = '^src/nombres/';
const DROIT = '^src/droit/';
const REGLES = '^src/regles/';
const TABLEAU = '^src/tableau/';
const ANNUAIRE = '^src/annuaire/';
const ANNUAIRE_SANS_DONNEES = '^src/annuaire/annuaire\\.ts$';
const DONNEES_DE_L_ANNUAIRE = '^src/annuaire/(index\\.ts|communes\\.json)$';
const CALCUL = [NOMBRES, DROIT, REGLES, TABLEAU, ANNUAIRE];
const FONCTIONS_SANS_OFFICE = '^src/fonctions/(?!index\\.ts$)';
const RAPPORT = '^src/rapport/';
const PORT = '^src/classeur/[^/]+$';
const CLASSEUR_EXCEL = '^src/classeur/excel/';
const CLASSEUR_FICHIER = '^src/classeur/fichier/';
/** Les portes que la page, `bin` ou une pièce encore à écrire ouvrent. */
const ENTREES = [
  '^src/(fonctions|volet|commandes|cli|rapport|classeur/[a-z]+)/index\\.tsx?$',
  '\\.d\\.ts$',
  '^src/cli/synthese/lancer-ouvrier\\.mjs$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    cloisonner('nombres', [], 'Les nombres ne connaissent rien d’autre.'),
    cloisonner('droit', [NOMBRES], 'Le droit est une donnée : il ne connaît que les nombres.'),
    cloisonner('regles', [NOMBRES, DROIT], 'Une règle est une fonction pure de la situation et du droit.'),
    cloisonner(
      'tableau',
      [NOMBRES, DROIT, REGLES, ANNUAIRE_SANS_DONNEES],
      'Le contrôle reçoit l’annuaire en argument : il n’en charge pas les données.',
    ),
    cloisonner('annuaire', ['^src/tableau/texte\\.ts$'], 'L’annuaire n’emprunte que la lecture des noms.'),
    ranger('classeur', [NOMBRES, TABLEAU], 'Le port à un classeur rend des grilles ; il ne connaît pas les règles.'),
    ranger('fonctions', CALCUL, 'Les fonctions personnalisées ne connaissent que le calcul.'),
    ranger('rapport', [...CALCUL, PORT], 'Un rapport met des constats en forme.'),
    ranger(
      'cli',
      [...CALCUL, RAPPORT, PORT, CLASSEUR_FICHIER, FONCTIONS_SANS_OFFICE],
      'La ligne de commande n’ouvre que des fichiers ; elle calcule par les fonctions mêmes, sauf leur entrée, qui demande Office.',
    ),
    ranger(
      'volet',
      [...CALCUL, RAPPORT, PORT, CLASSEUR_EXCEL, '^src/commandes/', FONCTIONS_SANS_OFFICE],
      'Le volet n’ouvre que le classeur d’Excel.',
    ),
    ranger(
      'commandes',
      [...CALCUL, RAPPORT, PORT, CLASSEUR_EXCEL, FONCTIONS_SANS_OFFICE],
      'Les commandes du ruban n’ouvrent que le classeur d’Excel.',
    ),
    {
      name: 'classeurs-separes',
      comment: 'Le classeur d’Excel et les fichiers s’ignorent : l’un part dans le navigateur, l’autre dans Node.',
      severity: 'error',
      from: { path: '^src/classeur/(excel|fichier)/' },
      to: { path: '^src/classeur/(excel|fichier)/', pathNot: '^src/classeur/$1/' },
    },
    {
      name: 'donnees-annuaire-reservees',
      comment: 'Les données de l’annuaire ne sont chargées que par une entrée, qui passe l’annuaire en argument.',
      severity: 'error',
      from: { pathNot: `^src/(cli|volet|fonctions)/|${DONNEES_DE_L_ANNUAIRE}` },
      to: { path: DONNEES_DE_L_ANNUAIRE },
    },
    {
      name: 'donnees-annuaire-a-la-demande',
      comment: 'Dans la page, les données de l’annuaire arrivent au premier contrôle : import() seulement.',
      severity: 'error',
      from: { path: '^src/(fonctions|volet)/' },
      to: { path: DONNEES_DE_L_ANNUAIRE, dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'node-reserve',
      comment: 'Seuls classeur/fichier, cli et rapport tournent dans Node ; la note se bâtit aussi dans une page.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(classeur/fichier|cli|rapport/(?!note/))' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'office-reserve',
      comment: 'Seuls fonctions, volet, commandes et classeur/excel connaissent Office.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(fonctions|volet|commandes|classeur/excel)/' },
      to: { path: '(^|/)node_modules/(@types/(office-js|custom-functions-runtime)|@microsoft/office-js)/' },
    },
    {
      name: 'lecteurs-de-fichiers-reserves',
      comment: '@e965/xlsx et yauzl ne servent qu’à lire des fichiers.',
      severity: 'error',
      from: { path: '^src/', pathNot: CLASSEUR_FICHIER },
      to: { path: '(^|/)node_modules/(@e965/xlsx|yauzl)/' },
    },
    {
      name: 'paquets-declares',
      comment: 'src n’importe que les dépendances livrées ; des autres, des types seulement.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'],
        dependencyTypesNot: ['type-only', 'triple-slash-type-reference'],
      },
    },
    {
      name: 'introuvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'sans-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'sans-orphelin',
      comment: 'Un module que rien n’importe est une entrée, ou un oubli.',
      severity: 'error',
      module: { pathNot: ENTREES, numberOfDependentsLessThan: 1 },
      from: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
