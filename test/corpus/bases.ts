import type { Precisions, Valeur } from '../outils/lecture';

/** Ce que dit une colonne, quel que soit son titre. */
export type Champ =
  'code' | 'commune' | 'rp' | 'lls' | 'cible' | 'rang' | 'reference' | 'contrat' | 'accord' | 'periodes' | 'realises';

export type Commune = Readonly<Partial<Record<Champ, Valeur>>>;

/** Un tableau bien écrit : de vraies communes, des nombres inventés (sauf Grand Poitiers), des titres sans équivoque. */
export interface Base {
  readonly nom: string;
  readonly champs: readonly Champ[];
  readonly communes: readonly Commune[];
  readonly titres: Readonly<Partial<Record<Champ, string>>>;
  readonly precisions: Precisions;
}

const TITRES: Readonly<Record<Champ, string>> = {
  code: 'Code INSEE',
  commune: 'Commune',
  rp: 'Résidences principales',
  lls: 'Logements sociaux',
  cible: 'Taux cible',
  rang: 'Rang triennal',
  reference: 'Objectif de référence',
  contrat: 'Objectif du contrat',
  accord: 'Accord de la commune',
  periodes: 'Périodes consécutives d’abaissement',
  realises: 'Réalisés',
};

export const titreDe = ({ titres }: Base, champ: Champ): string => titres[champ] ?? TITRES[champ];

const base = (
  nom: string,
  champs: readonly Champ[],
  lignes: readonly (readonly Valeur[])[],
  titres: Base['titres'] = {},
  precisions: Precisions = {},
): Base => ({
  nom,
  champs,
  communes: lignes.map((ligne) => Object.fromEntries(champs.map((champ, i) => [champ, ligne[i] ?? '']))),
  titres,
  precisions,
});

const COMPLET: readonly Champ[] = [
  'code',
  'commune',
  'rp',
  'lls',
  'cible',
  'rang',
  'reference',
  'contrat',
  'accord',
  'periodes',
];

/** 10 communes, 471 de référence, 542 au contrat. */
export const POITIERS = base('Grand Poitiers', COMPLET, [
  ['86041', 'Buxerolles', 4082, 800, 0.2, 3, 16, 16, '', 0],
  ['86070', 'Chauvigny', 2801, 468, 0.2, 2, 23, 50, 'oui', 0],
  ['86115', 'Jaunay-Marigny', 3024, 448, 0.2, 2, 39, 80, 'oui', 0],
  ['86214', 'Saint-Benoît', 2908, 425, 0.2, 3, 52, 80, 'oui', 0],
  ['86157', 'Mignaloux-Beauvoir', 2080, 302, 0.2, 3, 38, 55, 'oui', 0],
  ['86158', 'Migné-Auxances', 2498, 362, 0.2, 3, 45, 69, 'oui', 0],
  ['86222', 'Saint-Georges-lès-Baillargeaux', 1730, 190, 0.2, 2, 39, 42, 'oui', 0],
  ['86100', 'Fontaine-le-Comte', 1581, 142, 0.2, 3, 57, 45, '', 1],
  ['86163', 'Montamisé', 1477, 117, 0.2, 3, 59, 45, '', 1],
  ['86297', 'Vouneuil-sous-Biard', 2486, 186, 0.2, 3, 103, 60, '', 1],
]);

/** Cible de 25 % : 7 communes, 1 712 / 1 730. */
export const ANNECY = base('Grand Annecy', COMPLET, [
  ['74010', 'Annecy', 71200, 15450, 0.25, 3, 1175, 1300, 'oui', 0],
  ['74112', 'Epagny Metz-Tessy', 4120, 890, 0.25, 3, 70, 40, '', 1],
  ['74213', 'Poisy', 3890, 905, 0.25, 3, 68, 80, 'oui', 0],
  ['74242', 'Saint-Jorioz', 2870, 402, 0.25, 3, 104, 70, '', 1],
  ['74267', 'Sevrier', 2140, 281, 0.25, 3, 84, 60, '', 2],
  ['74282', 'Fillière', 4030, 498, 0.25, 3, 168, 120, '', 1],
  ['74019', 'Argonay', 1590, 268, 0.25, 3, 43, 60, 'oui', 0],
]);

/** Quatre entrantes sur huit communes : 403 / 421. */
export const ROCHELLE = base('La Rochelle', COMPLET, [
  ['17028', 'Aytré', 4630, 830, 0.2, 3, 48, 30, '', 1],
  ['17094', 'Châtelaillon-Plage', 3550, 497, 0.2, 3, 70, 40, '', 1],
  ['17142', 'Dompierre-sur-Mer', 2610, 334, 0.2, 2, 47, 47, '', 0],
  ['17200', 'Lagord', 3540, 612, 0.2, 3, 48, 80, 'oui', 0],
  ['17264', 'Nieul-sur-Mer', 2630, 357, 0.2, 1, 25, 25, '', 0],
  ['17274', 'Périgny', 4210, 690, 0.2, 3, 76, 110, 'oui', 0],
  ['17291', 'Puilboreau', 3050, 366, 0.2, 2, 61, 61, '', 0],
  ['17407', 'Sainte-Soulle', 1980, 118, 0.2, 0, 28, 28, '', 0],
]);

/** Sans résidences principales ni logements sociaux : 6 communes, 457 / 496. */
export const TOURS = base(
  'Tours, sans parc',
  ['code', 'commune', 'reference', 'contrat', 'accord', 'periodes'],
  [
    ['37018', 'Ballan-Miré', 43, 30, '', 1],
    ['37109', 'Fondettes', 107, 70, '', 1],
    ['37139', 'Luynes', 48, 30, '', 2],
    ['37208', 'Saint-Avertin', 125, 190, 'oui', 0],
    ['37214', 'Saint-Cyr-sur-Loire', 108, 150, 'oui', 0],
    ['37203', 'Rochecorbon', 26, 26, '', 0],
  ],
);

/** Un contrat abaissant (IX), commune par commune : 4 communes, 1 593 / 1 270. */
export const TOULON = base(
  'Toulon, contrats abaissants',
  ['code', 'commune', 'rp', 'lls', 'cible', 'rang', 'reference', 'contrat', 'periodes'],
  [
    ['83034', 'Carqueiranne', 4520, 375, 0.25, 3, 249, 200, 1],
    ['83047', 'La Crau', 7980, 1115, 0.25, 3, 290, 230, 1],
    ['83098', 'Le Pradet', 5060, 720, 0.25, 3, 180, 140, 2],
    ['83129', 'Six-Fours-les-Plages', 17350, 1690, 0.25, 3, 874, 700, 1],
  ],
  { contrat: 'Objectif CMS abaissant' },
);

/** Un bilan triennal tenu : 5 communes. */
export const BILAN = base(
  'Bassin d’Arcachon, bilan',
  ['code', 'commune', 'reference', 'realises'],
  [
    ['33005', 'Andernos-les-Bains', 85, 97],
    ['33011', 'Arès', 60, 60],
    ['33019', 'Audenge', 102, 130],
    ['33051', 'Biganos', 44, 51],
    ['33229', 'Lanton', 90, 95],
  ],
  { reference: 'Objectif 2023-2025', realises: 'Réalisés 2023-2025' },
);

/** Un bilan d'avant les règles qu'on connaît : il ne compare que des nombres écrits. */
export const ANCIEN: Base = {
  ...BILAN,
  nom: 'Bassin d’Arcachon, bilan ancien',
  titres: { reference: 'Objectif 2011-2013', realises: 'Réalisés 2011-2013' },
  precisions: { periode: '2011-2013' },
};

/** De quoi calculer des objectifs, aucun à contrôler. */
export const ISERE = base(
  'Porte de l’Isère, sans objectif',
  ['code', 'commune', 'rp', 'lls', 'cible', 'rang'],
  [
    ['38348', 'Ruy-Montceau', 1930, 210, 0.2, 3],
    ['38449', 'Saint-Quentin-Fallavier', 2510, 480, 0.2, 3],
    ['38455', 'Saint-Savin', 1720, 95, 0.2, 2],
    ['38193', 'L’Isle-d’Abeau', 6420, 1150, 0.2, 3],
  ],
);

export const CONFORMES: readonly Base[] = [POITIERS, ANNECY, ROCHELLE, TOURS, TOULON, BILAN, ANCIEN];

/** La base, une commune changée. */
export const avec = (source: Base, nom: string, change: Commune): Base => {
  if (!source.communes.some((c) => c.commune === nom)) throw new Error(`${nom} n’est pas de ${source.nom}`);
  return { ...source, communes: source.communes.map((c) => (c.commune === nom ? { ...c, ...change } : c)) };
};
