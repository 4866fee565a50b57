/** Ce qui précède, dans une formule abîmée, le nom d'une de nos fonctions : « @ », un classeur de macros, un préfixe d'Excel. */
const CLASSEUR = String.raw`(?:'(?:[^']|'')*\.(?:xlam?|xll|xls[xmb]?)(?:\](?:[^']|'')*)?'|\[\d+\]|[\w.-]+\.(?:xlam?|xll))!`;
const PREFIXE = String.raw`@?(?:${CLASSEUR})?@?(?:_xl(?:fn|ws|l|udf)\.|_xldudf_)*`;
const CHAINE = String.raw`"(?:[^"]|"")*"`;
const FEUILLE = String.raw`'(?:[^']|'')*'`;

export interface Formules {
  /** La formule sous sa forme saine ; `null` si elle n'emploie pas nos fonctions sous une forme abîmée. */
  readonly reparee: (formule: string) => string | null;
  /** La formule porte une trace qu'Excel ne met pas de lui-même devant une fonction connue : préfixe, classeur de macros. */
  readonly estAbimee: (formule: string) => boolean;
  /** La formule appelle une de nos fonctions, sous quelque forme que ce soit. */
  readonly estANous: (formule: string) => boolean;
}

/**
 * Reconnaît les appels aux fonctions `noms` (« SRU.OBJECTIF ») dans une formule.
 * @example formules(['SRU.OBJECTIF']).reparee('=[2]!_xldudf_sru_objectif(B2,C2,20)') // « =SRU.OBJECTIF(B2,C2,20) »
 */
export function formules(noms: readonly string[]): Formules {
  const parCle = new Map(noms.map((nom) => [cle(nom), nom]));
  // Le plus long d'abord : SRU.OBJECTIF.DEPUIS avant SRU.OBJECTIF.
  const tous = [...parCle.keys()].sort((a, b) => b.length - a.length).map((nom) => nom.replaceAll('_', '[._]'));
  const motif = new RegExp(`${CHAINE}|(?<![\\w.!'\\]])(${PREFIXE})(${tous.join('|')})(?=\\s*\\()|${FEUILLE}`, 'gi');
  const appels = (formule: string) =>
    [...formule.matchAll(motif)].filter(([, prefixe = '', nom]) => nom !== undefined && admis(prefixe, nom));
  return {
    estAbimee: (formule) => appels(formule).some(([, prefixe = '']) => /[^@]/.test(prefixe)),
    estANous: (formule) => appels(formule).length > 0,
    reparee(formule) {
      const saine = formule.replace(motif, (tel: string, prefixe: string | undefined, nom: string | undefined) =>
        nom !== undefined && admis(prefixe ?? '', nom) ? parCle.get(cle(nom))! : tel,
      );
      return saine === formule ? null : saine;
    },
  };
}

const cle = (nom: string): string => nom.toUpperCase().replaceAll('.', '_');

/** « SRU_OBJECTIF( » sans préfixe d'Excel est une macro de l'agent, non notre fonction. */
const admis = (prefixe: string, nom: string): boolean =>
  !nom.includes('_') || prefixe.toLowerCase().endsWith('_xldudf_');

/** Le texte d'une formule tapée en français : « ; » entre les arguments. */
export const estFrancaise = (formule: string): boolean => formule.replace(/"(?:[^"]|"")*"/g, '').includes(';');
