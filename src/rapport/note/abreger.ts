import { ecrireCompte } from '../../nombres';
import { avertissement, type Bloc, type Note } from './document';

/** Un traitement de texte met des minutes à composer dix mille lignes, et personne ne les y lit. */
export const AU_PLUS = 200;

/** Les tableaux et les listes qu'un document abrégé ne porte pas en entier. */
export type Long = Extract<Bloc, { type: 'tableau' | 'liste' }>;

/**
 * La note dont chaque tableau et chaque liste tient en deux cents lignes, son total compris ; ce qui manque y est compté.
 * @param ailleurs où est le bloc entier, à son rang parmi ceux que la note ne porte pas : « feuille 2 de l’annexe »
 */
export function abreger(
  note: Note,
  ailleurs: (rang: number) => string,
): { readonly note: Note; readonly entiers: readonly Long[] } {
  const entiers: Long[] = [];
  const abregerBloc = (bloc: Bloc): Bloc[] => {
    const longueur = bloc.type === 'tableau' ? bloc.lignes.length : bloc.type === 'liste' ? bloc.elements.length : 0;
    if (longueur <= AU_PLUS) return [bloc];
    const reste = ecrireCompte(longueur - AU_PLUS, 'autre ligne', 'autres lignes');
    entiers.push(bloc as Long);
    return [couper(bloc as Long), avertissement(`${reste} : ${ailleurs(entiers.length)}.`)];
  };
  const parties = note.parties.map((partie) => ({ ...partie, blocs: partie.blocs.flatMap(abregerBloc) }));
  return { note: { ...note, parties }, entiers };
}

function couper(bloc: Long): Long {
  if (bloc.type === 'liste') return { ...bloc, elements: bloc.elements.slice(0, AU_PLUS) };
  const { lignes, total } = bloc;
  return { ...bloc, lignes: total ? [...lignes.slice(0, AU_PLUS - 1), lignes.at(-1)!] : lignes.slice(0, AU_PLUS) };
}
