import { ecrire } from '../../nombres';
import { ErreurDeFichier } from './erreur';

const MO = 2 ** 20;

/** Ce qu'un fichier peut peser et contenir : quatre fois l’inventaire SRU national, dans une mémoire et un temps bornés. */
export const LIMITES = {
  octets: 32 * MO,
  octetsDeTexte: 12 * MO,
  octetsDecompresses: 96 * MO,
  entrees: 6_000,
  cellules: 2_000_000,
  /** Par feuille : la dernière remplie. */
  lignes: 10_000,
  colonnes: 16_384,
} as const;

const DEMESURE = `Le fichier dépasse ce que le contrôle accepte : ${LIMITES.octets / MO} Mo (${LIMITES.octetsDecompresses / MO} décompressés, ${LIMITES.octetsDeTexte / MO} pour un csv), ${ecrire(LIMITES.cellules)} cellules, ${ecrire(LIMITES.lignes)} lignes par feuille. Réduisez-le aux feuilles et aux lignes utiles.`;

/** Lève le refus d'un fichier démesuré dès qu'un compte dépasse sa limite. */
export function borner(quoi: Exclude<keyof typeof LIMITES, 'lignes'>, compte: number): void {
  if (compte > LIMITES[quoi]) throw new ErreurDeFichier(DEMESURE);
}

export const phraseTropLongue = (feuille: string, lignes: number): string =>
  `La feuille « ${feuille} » dépasse ce que le contrôle accepte : ${ecrire(lignes)} lignes, pour ${ecrire(LIMITES.lignes)} par feuille. Réduisez-la aux lignes utiles.`;
