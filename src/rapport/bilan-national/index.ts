import type { FeuilleDeFichier } from '../../classeur/feuille-a-ecrire';
import { feuillesEnXlsx } from '../../classeur/xlsx';
import { ecrireJourEnLettres } from '../../nombres';
import { bilanDuControle, type Controle } from '../../tableau';
import { bilanNational, type BilanNational } from './feuilles';

export { bilanNational, type BilanNational };

/** Le jour et la version que chaque page porte. */
export interface Jour {
  readonly date: string;
  readonly version: string;
}

export const piedDePage = ({ date, version }: Jour): string =>
  `Mutualisation SRU ${version}, ${ecrireJourEnLettres(date)}`;

export type BilanDUneFeuille = BilanNational & { readonly feuille: string };

/** Les bilans d'un fichier contrôlé. */
export const bilansNationaux = (controles: readonly Controle[], jour: Jour): readonly BilanDUneFeuille[] =>
  controles.flatMap((controle) => {
    const autres = controles.filter((autre) => autre !== controle);
    const bilan = bilanDuControle(controle, autres);
    return bilan ? [{ ...bilanNational(bilan, piedDePage(jour)), feuille: controle.tableau.feuille }] : [];
  });

/** Le classeur de plusieurs bilans ; deux feuilles de même nom s'y numérotent. */
export function bilansEnXlsx(feuilles: readonly FeuilleDeFichier[]): Promise<Uint8Array<ArrayBuffer>> {
  const deja = new Map<string, number>();
  const nommees = feuilles.map((feuille) => {
    const rang = (deja.get(feuille.nom) ?? 0) + 1;
    deja.set(feuille.nom, rang);
    return rang === 1 ? feuille : { ...feuille, nom: `${feuille.nom} (${rang})` };
  });
  return feuillesEnXlsx(nommees);
}
