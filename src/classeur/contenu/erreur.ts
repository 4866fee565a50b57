/** Un fichier qu'on ne peut pas contrôler, avec la phrase qui le dit à l'agent. */
export class ErreurDeFichier extends Error {}

export const ILLISIBLE = 'Le classeur est illisible (tronqué ou endommagé) : ouvrez-le et enregistrez-le à nouveau.';
export const CHIFFRE = 'Le classeur est protégé par un mot de passe : enregistrez-le sans chiffrement.';
export const FORMAT_INCONNU = 'Format non reconnu : xlsx, xlsm, xls, ods ou csv attendu.';
export const VIDE = 'Le fichier est vide.';
