import { montrer } from './recritures/formats';
import type { Feuille, Valeur } from '../outils/lecture';
import { cas, ecrit, ENTIER, type Cas } from './cas';
import { changerValeurs } from './recit';

/** Le nom de Saint-Benoît, et son code s'il change. */
const nom = (commune: string, code?: Valeur) =>
  ecrit({ communes: { 'Saint-Benoît': { commune, ...(code === undefined ? {} : { code }) } } });
const SAINT_BENOIT = [
  'SAINT-BENOÎT',
  'SAINT BENOIT',
  'St-Benoît',
  'St Benoît',
  'ST BENOIT',
  'Saint Benoît',
  'Ville de Saint-Benoît',
  'Commune de Saint-Benoît',
  'VILLE DE SAINT-BENOIT',
  'Saint-Benoît (86)',
  'Saint-Benoît (86214)',
  '86214 Saint-Benoît',
  '86214 - Saint-Benoît',
  'Saint-Benoît *',
  'Saint-Benoît (1)',
  'Saint-Benoît ²',
  ' Saint-Benoît ',
  'Saint-\nBenoît',
  'Saint‑Benoît',
  'Saint–Benoît',
  'Saint - Benoît',
  'Saint-Benoît (ex Saint-Benoît-du-Sault)',
  'Saint-Benoi\u0302t',
];
const CODES: readonly Valeur[] = [
  '86214',
  86214,
  ' 86214',
  '86214\u00a0',
  '86-214',
  '86 214',
  '86.214',
  '86/214',
  '86214.0',
  '86214,0',
  '086214',
  '86214 (Vienne)',
  'INSEE 86214',
  '214',
  '86_214',
  '="86214"',
  'n.c.',
  '',
  '?',
];

type Ailleurs = readonly [ecrit: string, code: string, vrai: RegExp];
const AILLEURS: readonly Ailleurs[] = [
  ['Haÿ-les-Roses (L’)', '', /Ha/],
  ["HAY-LES-ROSES (L')", '', /HAY/i],
  ['Sables-d’Olonne (Les)', '', /Sables/],
  ["SABLES-D'OLONNE (LES)", '', /SABLES/i],
  ['Isle-d’Abeau (L’)', '', /Abeau/],
  ['Touquet-Paris-Plage (Le)', '', /Touquet/],
  ['Ste-Foy-lès-Lyon', '', /Foy/],
  ['St-Just-St-Rambert', '', /Rambert/],
  ['Chazelles s/ Lyon', '', /Chazelles/],
  ['Isle s/ la Sorgue (L’)', '', /Sorgue/],
  ['Paris 16e', '75116', /Paris/],
  ['Marseille 1er arrondissement', '13201', /Marseille/],
  ['Lyon 3e', '69383', /Lyon/],
  ['L’Isle-Adam', '95 313', /Adam/],
  ['LA ROCHELLE', '17-300', /ROCHELLE/i],
  ['Rochelle (La)', '', /Rochelle/],
];
/** Une commune d'ailleurs, parmi des objectifs sans contrat : elle doit se reconnaître. */
const ailleurs = (commune: string, code: string): Feuille[] => [
  {
    nom: 'Feuil1',
    cellules: [
      ['Code INSEE', 'Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible'],
      [code, commune, 5000, 700, '20 %'],
    ],
  },
];
const enDeux = (separe: (code: string) => readonly [Valeur, Valeur], rompu = false) =>
  ecrit({
    ...(rompu ? { communes: { Montamisé: { contrat: 12 } } } : {}),
    recit: (r) => {
      const codes = r.colonnes.find((c) => c.champ === 'code')!.cellules.map((c) => separe(montrer(c)));
      const colonne = (titre: string, cellules: readonly Valeur[]) => ({ champ: null, groupe: '', titre, cellules });
      return {
        ...r,
        colonnes: [
          colonne(
            'Dép.',
            codes.map(([d]) => d),
          ),
          colonne(
            'Code commune',
            codes.map(([, c]) => c),
          ),
          ...r.colonnes.filter((c) => c.champ !== 'code'),
        ],
      };
    },
  });
const ensemble = (forme: (code: string, nom: string) => string) =>
  ecrit({
    recit: (r) => {
      const codes = r.colonnes.find((c) => c.champ === 'code')!.cellules;
      const joint = changerValeurs(r, ['commune'], (v, i) => forme(montrer(codes[i]!), montrer(v)));
      return { ...joint, colonnes: joint.colonnes.filter((c) => c.champ !== 'code') };
    },
  });
const TAIT = { ...ENTIER, tait: /Beno|86.?214|annuaire/i };

export const NOMS: readonly Cas[] = [
  ...SAINT_BENOIT.map((n) => cas(`« ${n} », sans code`, nom(n, ''), 'conforme', TAIT)),
  ...CODES.map((code) =>
    cas(
      `code « ${montrer(code)} »${typeof code === 'number' ? ', nombre' : ''}`,
      nom('Saint-Benoît', code),
      'conforme',
      TAIT,
    ),
  ),
  ...AILLEURS.map(([n, code]) =>
    cas(`« ${n} » ${code}`, ailleurs(n, code), 'jamais non conforme', {
      communes: 1,
      tait: /inconnu|annuaire|ne se lit pas/i,
    }),
  ),
  cas(
    'département et numéro en deux colonnes',
    enDeux((c) => [c.slice(0, 2), c.slice(2)]),
    'conforme',
    { ...ENTIER, premierCode: '86041' },
  ),
  cas(
    'département et numéro en deux colonnes, en nombres',
    enDeux((c) => [Number(c.slice(0, 2)), Number(c.slice(2))]),
    'conforme',
    { ...ENTIER, premierCode: '86041' },
  ),
  cas(
    'département et numéro, la moitié rompue',
    enDeux((c) => [c.slice(0, 2), c.slice(2)], true),
    'non conforme',
  ),
  cas(
    'mêmes numéros dans deux départements : pas de doublon',
    [
      {
        nom: 'Feuil1',
        cellules: [
          ['Dép.', 'Code commune', 'Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible'],
          ['86', '041', 'Buxerolles', 4082, 800, '20 %'],
          ['17', '041', 'La Brée-les-Bains', 900, 20, '20 %'],
        ],
      },
    ],
    'jamais non conforme',
  ),
  cas(
    '« 86041 Buxerolles »',
    ensemble((c, n) => `${c} ${n}`),
    'conforme',
    { ...ENTIER, premierCode: '86041' },
  ),
  cas(
    '« Buxerolles (86041) »',
    ensemble((c, n) => `${n} (${c})`),
    'conforme',
    { ...ENTIER, premierCode: '86041' },
  ),
  cas(
    '« Buxerolles - 86041 »',
    ensemble((c, n) => `${n} - ${c}`),
    'conforme',
    ENTIER,
  ),
  cas('codes seuls', ecrit({ sans: ['commune'] }), 'conforme', ENTIER),
  cas('noms seuls', ecrit({ sans: ['code'] }), 'conforme', ENTIER),
  cas('le code et le nom ne sont pas de la même commune', nom('Montamisé-le-Haut'), 'jamais non conforme', {
    dit: /Montamis/,
  }),
  cas(
    'doublon : l’un par son code, l’autre par son nom',
    ecrit({ apres: [['', 'SAINT BENOIT', 2908, 425, 0.2, 3, 52, 80, 'oui', 0]] }),
    'jamais conforme',
  ),
  cas(
    'doublon : « St-Benoît » et « Saint-Benoît »',
    ecrit({ sans: ['code'], apres: [['St-Benoît', 2908, 425, 0.2, 3, 52, 80, 'oui', 0]] }),
    'jamais conforme',
  ),
  cas(
    'commune d’un autre EPCI, en capitales, sans code',
    ecrit({ communes: { Montamisé: { code: '', commune: 'VILLE DE NIORT' } } }),
    'jamais conforme',
  ),
  cas(
    'commune d’un autre EPCI, code coupé',
    ecrit({ communes: { Montamisé: { code: '79-191', commune: 'Niort' } } }),
    'jamais conforme',
  ),
  ...['GPCU', 'Grand Poitiers', 'CU Grand Poitiers', 'Grand Poitiers Communauté urbaine', '200069854'].map((e) =>
    cas(`EPCI écrit « ${e} »`, ecrit({ plus: { EPCI: Array.from({ length: 10 }, () => e) } }), 'conforme', {
      ...ENTIER,
      tait: /EPCI/,
      precisions: { plh: true, avis: 'recueilli' },
    }),
  ),
];
