/** Ce qu'un projet de contrat écrit, et que sa relecture y cherche. */
export const TITRE_DE_L_ANNEXE = 'Annexe : tableau du contrat';

/** L'en-tête de l'objectif, dans l'annexe comme à l'article 2 : les deux se rapprochent. */
export const COMMUNE = 'Commune';
export const OBJECTIF_DU_CONTRAT = 'Objectif du contrat';

/** @example blanc('nom du préfet') // « [à compléter : nom du préfet] » */
export const blanc = (attendu: string): string => `[à compléter : ${attendu}]`;

/** Ce qui reste à écrire ; l'espace devant « : » peut être insécable. */
export const BLANC = /\[à compléter\s?:[^\]]*\]/g;
