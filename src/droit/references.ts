const CCH = 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006074096/';
const CIRCULAIRE = { version: '2023-12-18', url: 'https://www.circulaires.gouv.fr' };
const PAR_LA_CIRCULAIRE = { ...CIRCULAIRE, luDans: 'la circulaire du 18/12/2023' };
const LOI_3DS = { version: '2022-02-23', url: 'https://www.legifrance.gouv.fr/' };
const L302_8 = { version: '2022-02-23', url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045211201' };

/** Degré de certitude d'une règle : lettre de la loi, notre lecture (avec son motif), ou document qui n'est pas la loi. */
export type Certitude = 'texte' | 'interprétation' | 'source secondaire';

export interface Reference {
  /** Telle qu'un agent la cite. */
  readonly article: string;
  /** Date d'entrée en vigueur de la version lue (AAAA-MM-JJ) ; si elle n'est pas connue, date de la lecture ; ou date du document. */
  readonly version: string;
  readonly url: string;
  readonly objet: string;
  /** Le document où l'article a été lu, s'il ne l'a pas été dans le code : `version` est alors la date de ce document. */
  readonly luDans?: string;
}

/** Les textes que le code applique, lus dans leur version consolidée au 27 février 2026. */
export const REFERENCES = {
  'L302-5': {
    article: 'L. 302-5 du CCH',
    version: '2023-01-01',
    url: CCH,
    objet: 'champ, taux cible, décompte des logements sociaux',
  },
  'L302-5-II': {
    article: 'L. 302-5, II du CCH',
    version: '2023-01-01',
    url: CCH,
    objet: 'taux cible réduit, seuil de tension',
  },
  'decret-2019-cible': {
    article: 'décret de 2019 sur le taux cible réduit, pour 2020-2022',
    version: '2026-11-30',
    url: CCH,
    objet: 'seuil de tension de 4 ; numéro et date à confirmer, lu dans la presse spécialisée',
  },
  'decret-2023-325': {
    article: 'décret n° 2023-325 du 28 avril 2023',
    version: '2023-04-28',
    url: CCH,
    objet: 'taux cible réduit en 2023-2025 : tension de 4, et communes isolées ; lu dans la presse spécialisée',
  },
  'decret-2026-43': {
    article: 'décret n° 2026-43 du 29 janvier 2026',
    version: '2026-01-29',
    url: CCH,
    objet: 'taux cible réduit en 2026-2028 : tension de 5,5 ; lu dans la presse spécialisée',
  },
  'decret-2019-exemption': {
    article: 'décret du 27 juin 2019 sur les exemptions',
    version: '2019-06-27',
    url: CCH,
    objet: 'tension de 2, pour 2020-2022 ; lu dans la presse spécialisée',
  },
  'decret-2023-230': {
    article: 'décret n° 2023-230 du 29 mars 2023',
    version: '2023-03-29',
    url: CCH,
    objet: 'exemptions de 2023-2025 : tension de 2 ; lu dans la presse spécialisée',
  },
  'decret-2026-exemption': {
    article: 'décret de janvier 2026 sur les exemptions, pour 2026-2028',
    version: '2026-11-30',
    url: CCH,
    objet: 'tension de 2, reconduite ; numéro et date à confirmer, lu dans la presse spécialisée',
  },
  'L302-5-III': { article: 'L. 302-5, III du CCH', version: '2023-01-01', url: CCH, objet: 'exemptions' },
  'L302-6': { article: 'L. 302-6 du CCH', version: '2026-02-27', url: CCH, objet: 'inventaire annuel et notification' },
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
  'L302-9-1': {
    article: 'L. 302-9-1 du CCH',
    version: '2022-02-23',
    url: CCH,
    objet: 'bilan triennal, carence, majoration',
  },
  'R302-17': {
    article: 'R. 302-17 du CCH',
    version: '2026-11-22',
    url: CCH,
    objet: 'état des dépenses déductibles, lu dans un recueil public du code : version à confirmer',
  },
  'loi-3ds-65-75': {
    article: 'loi 3DS du 21 février 2022, art. 65 et 75',
    ...LOI_3DS,
    objet: 'part de logements sociaux des opérations des communes exemptées ou carencées',
  },
  'instruction-2023': {
    article: 'instruction publiée le 16 mai 2023 sur le bilan 2020-2022',
    version: '2023-05-16',
    url: 'https://www.circulaires.gouv.fr',
    objet: 'objectifs 2020-2022 recalés sur les taux de la loi 3DS avant les propositions de carence',
  },
  'loi-3ds-74': { article: 'loi 3DS du 21 février 2022, art. 74', ...LOI_3DS, objet: 'déconventionnement' },
  'L441-1': {
    article: 'L. 441-1 du CCH',
    ...PAR_LA_CIRCULAIRE,
    objet: 'attributions hors et dans les quartiers prioritaires',
  },
  'L441-3': { article: 'L. 441-3 du CCH', ...PAR_LA_CIRCULAIRE, objet: 'supplément de loyer de solidarité' },
  'R441-5-1': {
    article: 'R. 441-5-1 du CCH',
    ...PAR_LA_CIRCULAIRE,
    objet: 'bilan annuel des bailleurs aux réservataires',
  },
  'D331-12': {
    article: 'D. 331-12 du CCH',
    ...PAR_LA_CIRCULAIRE,
    objet: 'clause de mixité sociale des opérations en PLUS, et ses arrondis',
  },
  'D353-16': {
    article: 'D. 353-16, 5° du CCH',
    ...PAR_LA_CIRCULAIRE,
    objet: 'interchangeabilité des PLAI et des PLUS',
  },
  'L442-5': {
    article: 'L. 442-5 du CCH',
    ...PAR_LA_CIRCULAIRE,
    objet: 'enquête sur les ressources des locataires, tous les deux ans',
  },
  'L445-2': { article: 'L. 445-2 du CCH', ...PAR_LA_CIRCULAIRE, objet: 'nouvelle politique des loyers' },
  'ordonnance-2019-453': {
    article: 'ordonnance n° 2019-453 du 15 mai 2019',
    ...PAR_LA_CIRCULAIRE,
    objet: 'politique des loyers dérogatoires, expérimentation close en mai 2024',
  },
  circulaire: {
    article: 'circulaire du 18 décembre 2023 relative à la mixité sociale dans les QPV',
    ...CIRCULAIRE,
    objet: 'attributions, clause de mixité, politiques des loyers',
  },
  article: {
    article: 'L. Deffontaines, « La loi 3DS change la donne pour les communes SRU »',
    version: '2022-02-24',
    url: 'https://www.editions-legislatives.fr/',
    objet: 'commentaire des articles 65 à 75 de la loi 3DS',
  },
  rappels: {
    article: 'Réseau Planif’ Territoires, « Production de logements sociaux » (ministère du logement)',
    version: '2024-11-15',
    url: 'https://www.ecologie.gouv.fr/',
    objet: 'retours d’expérience sur les contrats de mixité sociale',
  },
  'L302-8-anterieur': {
    article: 'L. 302-8 du CCH, avant la loi 3DS',
    version: '2013-01-20',
    url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006824725',
    objet: 'rattrapage de 15, 25, 33 puis 50 % des logements manquants',
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
