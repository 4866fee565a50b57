/** Ce qu'un projet de contrat écrit, et que sa relecture y cherche. */
export const TITRE_DE_L_ANNEXE = 'Annexe : tableau du contrat';

/** L'en-tête de l'objectif, dans l'annexe comme à l'article 2 : les deux se rapprochent. */
export const COMMUNE = 'Commune';
export const OBJECTIF_DU_CONTRAT = 'Objectif du contrat';

/** @example blanc('nom du préfet') // « [à compléter : nom du préfet] » */
export const blanc = (attendu: string): string => `[à compléter : ${attendu}]`;

/** Ce qui reste à écrire ; l'espace devant « : » peut être insécable. */
export const BLANC = /\[à compléter\s?:[^\]]*\]/g;

/** Les tableaux de l'article 2, par leurs en-têtes, et ce que la relecture compare à l'annexe ; l'objectif du contrat l'est à la lecture. */
export const REFERENCE = 'Objectif de référence';
export const PLANCHER = 'Plancher légal';
export const OBJECTIF_REPARTI = 'Objectif';
export const PLAI_AU_MOINS = 'PLAI, au moins';
export const PLS_AU_PLUS = 'PLS, au plus';
export const ARTICLE_2 = [
  [
    { entete: REFERENCE, sur: 'reference' },
    { entete: PLANCHER, sur: 'plancher' },
    { entete: OBJECTIF_DU_CONTRAT, sur: null },
  ],
  [
    { entete: OBJECTIF_REPARTI, sur: 'objectif' },
    { entete: PLAI_AU_MOINS, sur: 'plai' },
    { entete: PLS_AU_PLUS, sur: 'pls' },
  ],
] as const;

/** Les phrases du contrat qui disent sa période, et elle seule. */
export const PERIODES_REDITES = [
  { ou: 'Titre du contrat', phrase: /^\s*Contrat de mixité sociale[^:]*/i },
  { ou: 'Objet et durée', phrase: /^\s*Les signataires .*?période triennale[^,]*/ },
  { ou: 'Titre du troisième volet', phrase: /^\s*Troisième volet.*/i },
  { ou: 'Article 2, première phrase', phrase: /^\s*Pour [^,]*(?=, (?:la|chaque) commune vise)/ },
  { ou: 'Article 4, fin du contrat', phrase: /^\s*Le bilan de [^,]*? compare/ },
] as const;
