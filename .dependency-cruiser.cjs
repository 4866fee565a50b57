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
const REFERENTIEL = '^src/referentiel/';
const REFERENTIEL_SANS_DONNEES = '^src/referentiel/(referentiel|inventaire)\\.ts$';
/** Les données publiées, et la porte qui les charge. */
const DONNEES = '^src/(annuaire|referentiel)/(index\\.ts|(communes|noms|inventaires)\\.json)$';
const CALCUL = [NOMBRES, DROIT, REGLES, TABLEAU, ANNUAIRE, REFERENTIEL];
const FONCTIONS_SANS_OFFICE = '^src/fonctions/(?!index\\.ts$)';
const RAPPORT = '^src/rapport/';
const PREPARER = '^src/preparer/';
const PORT = '^src/classeur/(xlsx/)?[^/]+$';
const CLASSEUR_EXCEL = '^src/classeur/excel/';
const CLASSEUR_FICHIER = '^src/classeur/fichier/';
/** Ce que la page sans Excel prend au volet : ses écrans, non son entrée ni son thème, qui demandent Office. */
const VOLET_SANS_OFFICE = '^src/volet/((ecrans|etat|modeles)/|(theme|version|telecharger)\\.ts$|volet\\.css$)';
const OFFICE = '(^|/)node_modules/(@types/(office-js|custom-functions-runtime)|@microsoft/office-js)/';
/** Les portes que la page, `bin`, la construction ou une pièce encore à écrire ouvrent. */
const ENTREES = [
  '^src/(fonctions|volet|commandes|cli|rapport|classeur/[a-z]+)/index\\.tsx?$',
  '\\.d\\.ts$',
  '^src/fonctions/metadonnees\\.ts$',
  '^src/cli/ouvrier\\.ts$',
  '^src/hors-excel/index\\.tsx$',
  '^src/classeur/depose/lecteur\\.ts$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    cloisonner('nombres', [], 'Les nombres ne connaissent rien d’autre.'),
    cloisonner('droit', [NOMBRES], 'Le droit est une donnée : il ne connaît que les nombres.'),
    cloisonner('regles', [NOMBRES, DROIT], 'Une règle est une fonction pure de la situation et du droit.'),
    cloisonner(
      'tableau',
      [NOMBRES, DROIT, REGLES, ANNUAIRE_SANS_DONNEES, REFERENTIEL_SANS_DONNEES],
      'Le contrôle reçoit l’annuaire et les inventaires en argument : il n’en charge pas les données.',
    ),
    cloisonner(
      'referentiel',
      [NOMBRES, DROIT, ANNUAIRE],
      'Le référentiel est une donnée : ce que l’État publie, rapproché de l’annuaire.',
    ),
    cloisonner(
      'annuaire',
      ['^src/tableau/texte\\.ts$', '(^|/)node_modules/fastest-levenshtein/'],
      'L’annuaire n’emprunte que la lecture des noms et la distance de deux mots.',
    ),
    ranger('classeur', [NOMBRES, TABLEAU], 'Le port à un classeur rend des grilles ; il ne connaît pas les règles.'),
    ranger(
      'fonctions',
      [...CALCUL, '^src/classeur/excel/valeurs\\.ts$'],
      'Les fonctions personnalisées ne connaissent que le calcul, et la cellule dont un zéro vient.',
    ),
    ranger('rapport', [...CALCUL, PORT], 'Un rapport met des constats en forme.'),
    ranger('preparer', [...CALCUL, RAPPORT, PORT], 'Un tableau préparé est une feuille neuve, à remplir.'),
    ranger(
      'cli',
      [...CALCUL, RAPPORT, PREPARER, PORT, CLASSEUR_FICHIER, FONCTIONS_SANS_OFFICE],
      'La ligne de commande n’ouvre que des fichiers ; elle calcule par les fonctions mêmes, sauf leur entrée, qui demande Office.',
    ),
    ranger(
      'volet',
      [...CALCUL, RAPPORT, PREPARER, PORT, CLASSEUR_EXCEL, '^src/commandes/', FONCTIONS_SANS_OFFICE],
      'Le volet n’ouvre que le classeur d’Excel.',
    ),
    ranger(
      'commandes',
      [...CALCUL, RAPPORT, PREPARER, PORT, CLASSEUR_EXCEL, FONCTIONS_SANS_OFFICE],
      'Les commandes du ruban n’ouvrent que le classeur d’Excel.',
    ),
    ranger(
      'hors-excel',
      [...CALCUL, RAPPORT, PREPARER, PORT, '^src/classeur/depose/index\\.ts$', VOLET_SANS_OFFICE],
      'La page sans Excel n’ouvre que des fichiers déposés, dans les écrans du volet.',
    ),
    {
      name: 'hors-excel-sans-office',
      comment: 'Rien de ce que la page sans Excel charge, de près ou de loin, ne connaît Office.',
      severity: 'error',
      from: { path: '^src/(hors-excel|classeur/depose)/' },
      to: {
        path: `${CLASSEUR_EXCEL}|^src/(fonctions|commandes|volet)/index\\.ts$|^src/volet/theme-de-la-page\\.ts$|${OFFICE}`,
        reachable: true,
      },
    },
    {
      name: 'classeurs-separes',
      comment:
        'Le classeur d’Excel, les fichiers du disque et ceux qu’on dépose s’ignorent ; les fichiers partagent leur contenu.',
      severity: 'error',
      from: { path: '^src/classeur/(excel|fichier|depose|contenu)/' },
      to: {
        path: '^src/classeur/(excel|fichier|depose|contenu)/',
        pathNot: ['^src/classeur/$1/', '^src/classeur/contenu/'],
      },
    },
    {
      name: 'excel-sans-contenu',
      severity: 'error',
      from: { path: CLASSEUR_EXCEL },
      to: { path: '^src/classeur/contenu/' },
    },
    {
      name: 'donnees-publiees-reservees',
      comment: 'Les données publiées ne sont chargées que par une entrée, qui les passe en argument.',
      severity: 'error',
      from: { pathNot: `^src/(cli|volet|fonctions|hors-excel)/|${DONNEES}` },
      to: { path: DONNEES },
    },
    {
      name: 'donnees-publiees-a-la-demande',
      comment: 'Dans la page, les données publiées arrivent au premier contrôle : import() seulement.',
      severity: 'error',
      from: { path: '^src/(fonctions|volet|hors-excel)/' },
      to: { path: DONNEES, dynamic: false, dependencyTypesNot: ['type-only'] },
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
      to: { path: OFFICE },
    },
    {
      name: 'lecteurs-de-fichiers-reserves',
      comment: '@e965/xlsx et zip.js ne servent qu’à lire des fichiers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/classeur/contenu/' },
      to: { path: '(^|/)node_modules/(@e965/xlsx|@zip\\.js/zip\\.js)/' },
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
