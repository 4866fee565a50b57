import { cleDeNom } from '../../annuaire/annuaire';
import { ecartDeMots } from '../../annuaire/recherche';
import { ecrireCompte } from '../../nombres';
import type { Controle, Ligne } from '../../tableau';

/** Une commune d'un tableau contrôlé. */
export interface Trouvee {
  readonly controle: Controle;
  readonly ligne: Ligne;
}

const PROCHES = 3;

/**
 * Les lignes d'une commune, nommée à l'écriture près ou par son code INSEE ; ou la phrase qui dit pourquoi on ne sait pas laquelle, et
 * propose les noms les plus proches.
 */
export function trouverCommune(
  controles: readonly Controle[],
  texte: string,
): readonly [Trouvee, ...Trouvee[]] | string {
  const cle = cleDeNom(texte);
  const toutes = controles.flatMap((controle) =>
    controle.tableau.lignes.map((ligne): Trouvee => ({ controle, ligne })),
  );
  const trouvees = toutes.filter(
    ({ ligne }) => ligne.codeInsee === texte.trim().toUpperCase() || (cle !== '' && cleDe(ligne) === cle),
  );
  const [premiere, ...autres] = trouvees;
  if (!premiere) return `« ${texte} » n’est pas une commune de ce classeur. ${lesPlusProches(cle, toutes)}`;
  const codes = new Set(trouvees.flatMap(({ ligne }) => ligne.codeInsee ?? []));
  if (codes.size > 1) {
    const lieux = trouvees.map(
      ({ ligne }) => `${ligne.nom} (${[ligne.codeInsee, ligne.cellule('commune')].filter(Boolean).join(', ')})`,
    );
    return `« ${texte} » désigne ${ecrireCompte(codes.size, 'commune')} de ce classeur : ${lieux.join(', ')}. Donner le code INSEE.`;
  }
  return [premiere, ...autres];
}

const cleDe = ({ nom }: Ligne): string => cleDeNom(nom);

function lesPlusProches(cle: string, toutes: readonly Trouvee[]): string {
  const noms = new Map(toutes.map(({ ligne }) => [cleDe(ligne), ligne.nom]));
  const proches = [...noms]
    .map(([sienne, nom]) => ({ nom, ecart: ecartDeMots(cle.split(' '), sienne.split(' ')) }))
    .sort((a, b) => a.ecart - b.ecart || a.nom.localeCompare(b.nom))
    .slice(0, PROCHES);
  return proches.length > 0
    ? `Les plus proches : ${proches.map(({ nom }) => `« ${nom} »`).join(', ')}.`
    : 'Il n’en a aucune.';
}
