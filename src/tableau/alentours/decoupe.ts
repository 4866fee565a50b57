import { nettoyer } from '../texte';

const SUJETS =
  'PLH|PLUi|programme local|avis|commission nationale|CNSRU|saisine|p[ée]riode|EPCI|intercommunalit|taux cible|accords?|objectifs?|contrat|CMS|CIMS|avenant|projet de|simulation|document de|version|inventaire|unit[ée]';
const OUVERTURE = `(?:(?:le|la|les|l['’]|un|une|son|sans|pas d['’e]|aucun|nouvel?) ?)?(?:${SUJETS})(?![a-zà-ÿ])`;

const PHRASES = /[;\n\r•●▪|]+|(?<=\p{Ll}{4}[.…!]|[)»%\d][.…!]) +(?=[A-ZÀ-Ý«(*])/u;
const PASSAGES = new RegExp(`(?:, ?| [-–—/] | ?\\(| et |\\. )(?=${OUVERTURE})`, 'iu');

/** Une fonction (« CIMS.VALIDER »), un constat (« PLH_MANQUANT »), une option (« --plh non ») : le mot n'y a pas son sens. */
const NOMS_DE_CODE = /(?<![\p{L}_])\p{Lu}{2,20}(?:[._]\p{Lu}{2,20}){1,6}(?![\p{L}_])|--[a-z]{2,20}(?: [a-z-]{2,20})?/gu;

/** « P.L.H. » */
const SIGLE = /(?<![\p{L}.])(?:\p{Lu}\.){2,6}/gu;

/** Les phrases d'un texte : à chaque ligne, point-virgule, puce ou fin de phrase. */
export const phrasesDe = (texte: string): string[] =>
  texte
    .replace(NOMS_DE_CODE, ' ')
    .replace(SIGLE, (sigle) => sigle.replaceAll('.', ''))
    .split(PHRASES)
    .map(nettoyer)
    .filter(Boolean);

/** Les passages d'une phrase : à chaque virgule, tiret ou parenthèse qu'un nouveau sujet suit (« PLH exécutoire, avis favorable »). */
export const passagesDe = (phrase: string): string[] => phrase.split(PASSAGES).map(nettoyer).filter(Boolean);
