import { normaliser } from '../tableau/texte';

/**
 * Ce qui nomme une commune, à l'écriture près : « St-Benoît » et « SAINT BENOIT », « L'Haÿ-les-Roses » et « HAY LES ROSES (L') »,
 * « Ville de Poitiers » et « 86 - Poitiers (1) » ont la même clé. Une faute d'orthographe, elle, change la clé.
 * @example cleDeNom('Sables-d’Olonne (Les)') // 'les sables d olonne'
 * @example cleDeNom('Paris 16e Arrondissement') // 'paris'
 */
export function cleDeNom(nom: string): string {
  const mots = normaliser(SIGNES.test(nom) ? sansSignes(nom) : nom);
  return PARTICULIERS.test(mots) ? developper(mots) : mots;
}

/** L'arrondissement de Paris, Lyon ou Marseille que dit un nom ; `null` s'il n'en dit pas. */
export function arrondissementDuNom(nom: string): number | null {
  const [, apres, avant] = ARRONDISSEMENT.exec(normaliser(nom)) ?? [];
  return apres || avant ? Number(apres ?? avant) : null;
}

const SIGNES = /[([/&æÆ]/;
const PARENTHESES = /[([]([^()[\]]*)[)\]]/g;
const ARTICLE = /^(?:l|le|la|les)$/;

/** Une parenthèse ne nomme rien, « (ex Y) », « (commune nouvelle) », « (86) », sauf l'article qui y est rejeté. */
function sansSignes(nom: string): string {
  let article = '';
  const reste = nom.replace(PARENTHESES, (_, dedans: string) => {
    const mots = normaliser(dedans);
    if (ARTICLE.test(mots)) article = mots;
    return ' ';
  });
  return `${normaliser(reste) ? reste : nom} ${article}`
    .replace(/(?<!\p{L})s ?\/ ?s(?!\p{L})/giu, ' sous ')
    .replace(/(?<!\p{L})s ?\//giu, ' sur ')
    .replace(/\//g, ' sur ')
    .replace(/&/g, ' et ')
    .replace(/æ/gi, 'ae');
}

const ABREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  nd: 'notre dame',
  mt: 'mont',
  gd: 'grand',
  gde: 'grande',
  pt: 'petit',
  pte: 'petite',
};
const ABREGE = new RegExp(`\\b(?:${Object.keys(ABREVIATIONS).join('|')})\\b`, 'g');
const NUMEROS = /^(?:(?:\d{1,5}|2[ab]\d{0,3}) )+(?=[a-z])/;
const NUMERO_FINAL = / (?:\d{5}|2[ab]\d{3})$/;
const COLLECTIVITE = /^(?:ville|commune|mairie|municipalite|cne) (?:de|d|du|des) (?=\w)/;
const SUITE = / (?:ex|anciennement|cedex|commune nouvelle|commune deleguee)(?: |$)/;
const RANG = '(0?[1-9]|1\\d|20) ?(?:er|e|eme|ieme|ere|nd|nde)?';
const ARRONDISSEMENT = new RegExp(
  `^(?:paris|lyon|marseille) ${RANG}(?: arr[a-z]*)?$|^${RANG} arr[a-z]* (?:de )?(?:paris|lyon|marseille)$`,
);
const PARTICULIERS = new RegExp(
  [
    String.raw`\d| (?:l|le|la|les)$|^(?:ville|commune|mairie|municipalite|cne) | commune | lez |\bn d\b| ss? `,
    SUITE.source,
    ABREGE.source,
  ].join('|'),
);

function developper(mots: string): string {
  if (ARRONDISSEMENT.test(mots)) return /paris|lyon|marseille/.exec(mots)![0];
  let nom = avant(mots.replace(NUMEROS, ''), SUITE).replace(NUMERO_FINAL, '');
  if (ARRONDISSEMENT.test(nom)) return developper(nom);
  nom = nom.replace(/^(.+) (l|le|la|les)$/, '$2 $1');
  for (let tete = COLLECTIVITE.exec(nom); tete; tete = COLLECTIVITE.exec(nom)) {
    const [prefixe] = tete;
    const contracte = prefixe.endsWith('du ') ? 'le ' : prefixe.endsWith('des ') ? 'les ' : '';
    nom = contracte + nom.slice(prefixe.length);
  }
  return nom
    .replace(ABREGE, (mot) => ABREVIATIONS[mot]!)
    .replace(/\bn d\b/g, 'notre dame')
    .replace(/ lez (?=\w)/g, ' les ')
    .replace(/ (?:ss|s s) (?=\w)/g, ' sous ')
    .replace(/ s (?=\w)/g, ' sur ');
}

function avant(texte: string, motif: RegExp): string {
  const position = texte.search(motif);
  return position > 0 ? texte.slice(0, position) : texte;
}

/**
 * Déplie des clés rangées, où chacune ne garde que ce qui la distingue de la précédente : une majuscule dit combien de lettres
 * elles partagent (A : aucune, B : une).
 */
export function deplierCles(pliees: readonly string[]): Set<string> {
  const cles = new Set<string>();
  for (const rangee of pliees) {
    let cle = '';
    for (const [, partage, suite] of rangee.matchAll(/([A-Z])([a-z ]*)/g)) {
      cle = cle.slice(0, partage!.charCodeAt(0) - A) + suite!;
      cles.add(cle);
    }
  }
  return cles;
}

/** L'inverse de `deplierCles`, une rangée par initiale ; ne sert qu'à écrire l'annuaire. */
export function plierCles(cles: Iterable<string>): string[] {
  const rangees = new Map<string, string>();
  let precedente = '';
  for (const cle of [...new Set(cles)].sort()) {
    const initiale = cle.charAt(0);
    if (!rangees.has(initiale)) precedente = '';
    let commun = 0;
    while (commun < 25 && commun < cle.length && cle[commun] === precedente[commun]) commun += 1;
    const ecrite = String.fromCharCode(A + commun) + cle.slice(commun);
    rangees.set(initiale, (rangees.get(initiale) ?? '') + ecrite);
    precedente = cle;
  }
  return [...rangees.values()];
}

const A = 65;
