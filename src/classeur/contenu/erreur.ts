/** Un fichier qu'on ne peut pas contrôler, avec la phrase qui le dit à l'agent. */
export class ErreurDeFichier extends Error {}

export const ILLISIBLE = 'Le classeur est illisible (tronqué ou endommagé) : ouvrez-le et enregistrez-le à nouveau.';
export const CHIFFRE = 'Le classeur est protégé par un mot de passe : enregistrez-le sans chiffrement.';
export const FORMAT_INCONNU = 'Format non reconnu : xlsx, xlsm, xls, ods ou csv attendu.';
export const ARCHIVE_SANS_CLASSEUR =
  'Le classeur est illisible : c’est une archive zip d’un autre format, sans feuille de calcul.';
export const VIDE = 'Le fichier est vide.';

/** @example formatNonLu('un document PDF') // « Format non reconnu : … attendu. Ce fichier est un document PDF. » */
export const formatNonLu = (nom: string): string => `${FORMAT_INCONNU} Ce fichier est ${nom}.`;
