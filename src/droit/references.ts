const CCH = 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006074096/';
const L302_8 = { version: '2022-02-23', url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045211201' };

/** Degré de certitude d'une règle : lettre de la loi, notre lecture (avec son motif), ou document qui n'est pas la loi. */
export type Certitude = 'texte' | 'interprétation' | 'source secondaire';

export interface Reference {
  /** Telle qu'un agent la cite. */
  readonly article: string;
  /** Date d'entrée en vigueur de la version lue (AAAA-MM-JJ), ou date du document. */
  readonly version: string;
  readonly url: string;
  readonly objet: string;
}

/** Les textes que le code applique, lus dans leur version consolidée au 27 février 2026. */
export const REFERENCES = {
  'L302-5': {
    article: 'L. 302-5 du CCH',
    version: '2023-01-01',
    url: CCH,
    objet: 'champ, taux cible, décompte des logements sociaux',
  },
  'L302-7': { article: 'L. 302-7 du CCH', version: '2025-02-16', url: CCH, objet: 'prélèvement' },
  'L302-8-I': {
    article: 'L. 302-8, I du CCH',
    ...L302_8,
    objet: 'objectif notifié par période triennale depuis le 1er janvier 2002',
  },
  'L302-8-III': { article: 'L. 302-8, III du CCH', ...L302_8, objet: 'parts de PLAI et de PLS' },
  'L302-8-VII': {
    article: 'L. 302-8, VII du CCH',
    ...L302_8,
    objet: 'objectif de référence : 33, 50 ou 100 % des logements manquants',
  },
  'L302-8-VIII': { article: 'L. 302-8, VIII du CCH', ...L302_8, objet: 'communes nouvellement soumises' },
  'L302-8-IX': { article: 'L. 302-8, IX du CCH', ...L302_8, objet: 'abaissement par un contrat de mixité sociale' },
  'L302-8-X': { article: 'L. 302-8, X du CCH', ...L302_8, objet: 'contrat de mixité sociale mutualisant (« CIMS »)' },
  'L302-8-1': { article: 'L. 302-8-1 du CCH', version: '2022-02-23', url: CCH, objet: 'contrat de mixité sociale' },
  'L302-8-anterieur': {
    article: 'L. 302-8 du CCH, avant la loi 3DS',
    version: '2013-01-20',
    url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006824725',
    objet: 'rattrapage de 25, 33 puis 50 % des logements manquants',
  },
  plaquette: {
    article: 'plaquette « Contrat de mixité sociale » (ministère chargé du logement)',
    version: '2023-02-01',
    url: 'https://www.ecologie.gouv.fr/guide-contrats-mixite-sociale-2023-2025',
    objet: 'présentation des contrats de mixité sociale ; « 17 % des logements manquants »',
  },
  decoupage: {
    article: 'découpage administratif (INSEE, DGCL, Etalab)',
    version: '2026-01-01',
    url: 'https://www.npmjs.com/package/@etalab/decoupage-administratif',
    objet: 'communes et EPCI à fiscalité propre, Licence Ouverte 2.0',
  },
  outil: {
    article: 'règle de lecture du contrôle',
    version: '2026-11-22',
    url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045211201',
    objet: 'cohérence interne du tableau, sans article propre',
  },
} as const satisfies Record<string, Reference>;

export type IdReference = keyof typeof REFERENCES;
