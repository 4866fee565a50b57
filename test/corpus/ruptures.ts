import { ANCIEN, ANNECY, avec, BILAN, POITIERS, ROCHELLE, TOULON, TOURS, type Base } from './bases';

/** Le jumeau rompu d'une base conforme : une seule condition y manque. */
export interface Rupture {
  readonly nom: string;
  readonly code: string;
  readonly base: Base;
}

const rompre = (nom: string, code: string, base: Base): Rupture => ({ nom: `${nom} (${base.nom})`, code, base });

/** Ce que la commune perd, une autre le gagne : seul le plancher manque. */
const reporter = (base: Base, de: string, contrat: number, vers: string, gain: number): Base =>
  avec(avec(base, de, { contrat }), vers, { contrat: gain });

export const RUPTURES: readonly Rupture[] = [
  rompre('moitié', 'REDUCTION_EXCESSIVE', reporter(POITIERS, 'Vouneuil-sous-Biard', 40, 'Saint-Benoît', 100)),
  rompre('moitié', 'REDUCTION_EXCESSIVE', reporter(ANNECY, 'Fillière', 60, 'Annecy', 1400)),
  rompre('moitié', 'REDUCTION_EXCESSIVE', reporter(TOURS, 'Fondettes', 40, 'Saint-Avertin', 220)),
  rompre(
    'total',
    'TOTAL_INSUFFISANT',
    avec(reporter(POITIERS, 'Saint-Benoît', 55, 'Jaunay-Marigny', 42), 'Mignaloux-Beauvoir', { contrat: 40 }),
  ),
  rompre('total', 'TOTAL_INSUFFISANT', avec(ANNECY, 'Annecy', { contrat: 1200 })),
  rompre('total', 'TOTAL_INSUFFISANT', avec(TOURS, 'Saint-Avertin', { contrat: 140 })),
  rompre('accord refusé', 'ACCORD_MANQUANT', avec(POITIERS, 'Saint-Benoît', { accord: 'non' })),
  rompre('accord refusé', 'ACCORD_MANQUANT', avec(TOURS, 'Saint-Cyr-sur-Loire', { accord: 'non' })),
  rompre('accord vide', 'ACCORD_MANQUANT', avec(POITIERS, 'Chauvigny', { accord: '' })),
  rompre('accord vide', 'ACCORD_MANQUANT', avec(ROCHELLE, 'Périgny', { accord: '' })),
  rompre('durée', 'DUREE_DEPASSEE', avec(POITIERS, 'Montamisé', { periodes: 3 })),
  rompre('durée', 'DUREE_DEPASSEE', avec(TOURS, 'Luynes', { periodes: 3 })),
  rompre('entrante abaissée', 'ENTRANTE_ABAISSEE', avec(ROCHELLE, 'Puilboreau', { contrat: 50, periodes: 1 })),
  rompre('entrante abaissée', 'ENTRANTE_ABAISSEE', avec(ROCHELLE, 'Nieul-sur-Mer', { contrat: 15, periodes: 1 })),
  rompre('hors EPCI', 'COMMUNE_HORS_EPCI', avec(POITIERS, 'Fontaine-le-Comte', { code: '79191', commune: 'Niort' })),
  rompre('hors EPCI', 'COMMUNE_HORS_EPCI', avec(ANNECY, 'Sevrier', { code: '73008', commune: 'Aix-les-Bains' })),
  rompre('référence abaissée', 'REFERENCE_INCOHERENTE', avec(POITIERS, 'Saint-Benoît', { reference: 30 })),
  rompre('référence abaissée', 'REFERENCE_INCOHERENTE', avec(ROCHELLE, 'Périgny', { reference: 45 })),
  rompre('doublon', 'DOUBLON', { ...POITIERS, communes: [...POITIERS.communes, POITIERS.communes[3]!] }),
  rompre('doublon', 'DOUBLON', { ...TOURS, communes: [...TOURS.communes, TOURS.communes[4]!] }),
  rompre('non déficitaire', 'NON_DEFICITAIRE', avec(POITIERS, 'Buxerolles', { lls: 830, reference: 0 })),
  rompre('PLH non', 'PLH_MANQUANT', { ...POITIERS, precisions: { plh: false } }),
  rompre('avis manquant', 'AVIS_MANQUANT', { ...ANNECY, precisions: { avis: 'manquant' } }),
  rompre('plancher du contrat abaissant', 'SOUS_PLANCHER_CMS', avec(TOULON, 'La Crau', { contrat: 150 })),
  rompre('plancher du contrat abaissant', 'SOUS_PLANCHER_CMS', avec(TOULON, 'Le Pradet', { contrat: 100 })),
  rompre('bilan non atteint', 'OBJECTIF_NON_ATTEINT', avec(BILAN, 'Lanton', { realises: 61 })),
  rompre('bilan non atteint', 'OBJECTIF_NON_ATTEINT', avec(ANCIEN, 'Andernos-les-Bains', { realises: 0 })),
];
