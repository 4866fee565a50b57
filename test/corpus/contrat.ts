import { avec, POITIERS, TOULON, type Base } from './bases';
import { cas, ecrit, ENTIER, type Cas } from './cas';

const NU: Base = { ...TOULON, titres: {} };
/** La Crau : 290 de référence, plancher du IX à 220, moitié du X à 145,2. */
const SOUS_LE_IX = { 'La Crau': { contrat: 160 } };
const ABAISSANT = { communes: 4, totaux: [1593, 1270] } as const;

const seule = (nom: string, contrat: number, base: Base = NU): Base => ({
  ...avec(base, nom, { contrat }),
  communes: avec(base, nom, { contrat }).communes.filter((c) => c.commune === nom),
});
const TITRES_IX = [
  'Objectif CMS abaissant',
  'Objectif du contrat abaissant',
  'Objectif du CMS abaissant 2026-2028',
  'Objectif CMS abaissant (L. 302-8 IX)',
];
const DESSUS_IX = [
  'Contrat de mixité sociale abaissant',
  'CMS abaissants',
  'Contrats de mixité sociale (L. 302-8, IX)',
  'Contrats abaissants 2026-2028',
];
const TITRES_X = ['Objectif CIMS', 'Objectif mutualisé', 'Objectif du CMS mutualisant', 'Objectif contrat mutualisant'];
const DESSUS_X = [
  'Contrat intercommunal de mixité sociale',
  'CIMS 2026-2028',
  'Contrat de mixité sociale mutualisant',
  'Mutualisation des objectifs (L. 302-8, X)',
];

export const CONTRAT: readonly Cas[] = [
  ...TITRES_IX.map((contrat) => cas(`titre « ${contrat} »`, ecrit({ titres: { contrat } }, NU), 'conforme', ABAISSANT)),
  ...TITRES_IX.map((contrat) =>
    cas(
      `titre « ${contrat} », sous le plancher du IX`,
      ecrit({ titres: { contrat }, communes: SOUS_LE_IX }, NU),
      'non conforme',
    ),
  ),
  ...DESSUS_IX.map((t) => cas(`au-dessus, « ${t} »`, ecrit({ avant: [[t], []] }, NU), 'conforme', ABAISSANT)),
  ...DESSUS_IX.map((t) =>
    cas(
      `au-dessus, « ${t} », sous le plancher du IX`,
      ecrit({ avant: [[t], []], communes: SOUS_LE_IX }, NU),
      'non conforme',
    ),
  ),
  ...TITRES_X.map((contrat) => cas(`titre « ${contrat} »`, ecrit({ titres: { contrat } }), 'conforme', ENTIER)),
  ...TITRES_X.map((contrat) =>
    cas(`titre « ${contrat} », toutes abaissées`, ecrit({ titres: { contrat } }, NU), 'non conforme', {
      dit: /total|somme/i,
    }),
  ),
  ...DESSUS_X.map((t) => cas(`au-dessus, « ${t} »`, ecrit({ avant: [[t], []] }), 'conforme', ENTIER)),
  ...DESSUS_X.map((t) => cas(`au-dessus, « ${t} », toutes abaissées`, ecrit({ avant: [[t], []] }, NU), 'non conforme')),
  cas(
    '« Objectif CMS » d’une seule commune abaissée',
    ecrit({ titres: { contrat: 'Objectif CMS' } }, seule('La Crau', 230)),
    'jamais non conforme',
  ),
  cas(
    '« Objectif CMS » d’une seule commune, sous le plancher du IX',
    ecrit({ titres: { contrat: 'Objectif CMS' } }, seule('La Crau', 160)),
    'jamais conforme',
  ),
  cas('feuille « CMS La Crau »', ecrit({ feuille: 'CMS La Crau' }, seule('La Crau', 230)), 'jamais non conforme'),
  cas(
    '« Objectif CMS », toutes abaissées : IX ou X ?',
    ecrit({ titres: { contrat: 'Objectif CMS' } }, NU),
    'jamais conforme',
  ),
  cas(
    'le titre dit abaissant, la colonne mutualisé',
    ecrit({ avant: [['Contrats abaissants'], []], titres: { contrat: 'Objectif mutualisé' } }, NU),
    'jamais conforme',
  ),
  cas(
    'une référence déjà abaissée n’en est pas une',
    ecrit({ communes: { 'Migné-Auxances': { reference: 30 } } }, POITIERS),
    'non conforme',
  ),
  cas(
    'trois périodes d’un contrat abaissant',
    ecrit({ communes: { 'Le Pradet': { periodes: 3 } } }, TOULON),
    'conforme',
    ABAISSANT,
  ),
  cas('trois périodes d’une mutualisation', ecrit({ communes: { Montamisé: { periodes: 3 } } }), 'non conforme'),
  cas('deux périodes d’une mutualisation', ecrit({ communes: { Montamisé: { periodes: 2 } } }), 'conforme', ENTIER),
  cas(
    'l’exemple de la plaquette',
    [
      {
        nom: 'Exemple',
        cellules: [
          [
            'Commune',
            'Logements manquants',
            'Taux de rattrapage',
            'Objectif de référence',
            'Objectif du contrat',
            'Accord de la commune',
          ],
          ['A', 500, '33 %', 165, 85, ''],
          ['B', 300, '33 %', 99, 179, 'oui'],
        ],
      },
    ],
    'conforme',
    { communes: 2, totaux: [264, 264] },
  ),
  cas(
    'l’exemple de la plaquette, 82 pour A',
    [
      {
        nom: 'Exemple',
        cellules: [
          [
            'Commune',
            'Logements manquants',
            'Taux de rattrapage',
            'Objectif de référence',
            'Objectif du contrat',
            'Accord de la commune',
          ],
          ['A', 500, '33 %', 165, 82, ''],
          ['B', 300, '33 %', 99, 182, 'oui'],
        ],
      },
    ],
    'non conforme',
  ),
  cas(
    'l’exemple de la plaquette, B relevée sans accord',
    [
      {
        nom: 'Exemple',
        cellules: [
          [
            'Commune',
            'Logements manquants',
            'Taux de rattrapage',
            'Objectif de référence',
            'Objectif du contrat',
            'Accord de la commune',
          ],
          ['A', 500, '33 %', 165, 85, ''],
          ['B', 300, '33 %', 99, 179, ''],
        ],
      },
    ],
    'non conforme',
  ),
];
