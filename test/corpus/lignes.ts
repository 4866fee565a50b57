import { montrer } from './recritures/formats';
import type { Valeur } from '../outils/lecture';
import { POITIERS, TOURS } from './bases';
import { cas, ecrit, ENTIER, type Cas } from './cas';
import { rangsDe, sommer, type Rangee, type Recit } from './recit';

const somme = (r: Recit): Rangee => ({ autre: sommer(r.base, rangsDe(r)), intitule: 'Total' });
const rangees = (change: (r: Recit) => readonly Rangee[]) => (r: Recit) => ({ ...r, rangees: change(r) });
/** Une ligne sous le total, sa valeur dans la colonne du contrat. */
const pied = (intitule: string, contrat: Valeur, reste: Readonly<Record<string, Valeur>> = {}) =>
  rangees((r) => [...r.rangees, somme(r), { autre: { contrat, ...reste }, intitule }]);
const intitulee = (intitule: string) =>
  rangees((r) => [...r.rangees, { ...(somme(r) as { autre: object }), intitule }]);
const SOUS_LE_TOTAL: readonly (readonly [string, Valeur])[] = [
  ['À répartir', 12],
  ['Reste à répartir', 0],
  ['Non affecté', 30],
  ['Réserve', 25],
  ['Réserve foncière EPCI', 40],
  ['Enveloppe de la DDT', 600],
  ['Objectif du PLH', 620],
  ['PLH 2024-2029', 620],
  ['PLAI', 180],
  ['dont PLAI', 180],
  ['PLS', 90],
  ['PLUS', 270],
  ['Moyenne', 54.2],
  ['Écart', 71],
  ['Solde', 71],
  ['Contrôle', 'OK'],
  ['Réunion du', '12/05/2026'],
  ['Version', 4],
  ['v2', '03/2026'],
  ['MAJ', '12/05/2026'],
  ['Date', 46150],
  ['Pour mémoire 2023-2025', 510],
  ['Rappel 2020-2022', 480],
  ['Taux', '115 %'],
  ['Nombre de communes', 10],
  ['Opérations intercommunales', 35],
  ['Hors contrat', 14],
  ['Besoin annuel', 181],
];
const milieu = (...ajout: Rangee[]) => rangees((r) => [...r.rangees.slice(0, 5), ...ajout, ...r.rangees.slice(5)]);
const INTITULES = [
  'Total',
  'TOTAL',
  'Totaux',
  'Ensemble',
  'Somme',
  'Total général',
  'Total EPCI',
  'Total Grand Poitiers',
  'Ensemble des communes',
  'TOTAL CU',
  'Grand Poitiers',
  'CU du Grand Poitiers',
  'EPCI',
  'Communauté urbaine',
  'Σ',
  'Cumul',
];
const sousTotaux = (r: Recit): readonly Rangee[] => {
  const sous = (rangs: readonly number[], intitule: string): Rangee => ({ autre: sommer(r.base, rangs), intitule });
  const [haut, bas] = [rangsDe(r).slice(0, 4), rangsDe(r).slice(4)];
  return [
    ...r.rangees.slice(0, 4),
    sous(haut, 'Sous-total nord'),
    ...r.rangees.slice(4),
    sous(bas, 'Sous-total sud'),
    somme(r),
  ];
};
/** Le total ne tient que si l'on prend cette ligne pour une commune. */
const MASQUE = {
  'Saint-Benoît': { contrat: 55 },
  'Jaunay-Marigny': { contrat: 42 },
  'Mignaloux-Beauvoir': { contrat: 40 },
};

export const LIGNES: readonly Cas[] = [
  ...INTITULES.map((t) => cas(`ligne de somme « ${t} »`, ecrit({ recit: intitulee(t) }), 'conforme', ENTIER)),
  ...INTITULES.slice(0, 12).map((t) =>
    cas(
      `sans parc, ligne de somme « ${t.replace('Grand Poitiers', 'Tours Métropole')} »`,
      ecrit(
        {
          recit: intitulee(
            t.replace('du Grand Poitiers', 'Tours Métropole').replace('Grand Poitiers', 'Tours Métropole'),
          ),
        },
        TOURS,
      ),
      'conforme',
      { communes: 6, totaux: [457, 496] },
    ),
  ),
  ...SOUS_LE_TOTAL.map(([t, v]) =>
    cas(`sous le total, « ${t} » ${montrer(v)}`, ecrit({ recit: pied(t, v) }), 'conforme', ENTIER),
  ),
  ...SOUS_LE_TOTAL.slice(0, 12).map(([t, v]) =>
    cas(
      `sous le total, « ${t} » ne couvre pas un total insuffisant`,
      ecrit({ communes: MASQUE, recit: pied(t, v) }),
      'jamais conforme',
    ),
  ),
  cas(
    '« Opérations mutualisées » avec référence et accord ne couvrent pas un total insuffisant',
    ecrit({ communes: MASQUE, recit: pied('Opérations mutualisées', 150, { reference: 60, accord: 'oui' }) }),
    'jamais conforme',
  ),
  cas(
    '« Opérations mutualisées » avant le total ne couvrent pas un total insuffisant',
    ecrit({
      communes: MASQUE,
      recit: rangees((r) => [
        ...r.rangees,
        { autre: { contrat: 150, reference: 60, accord: 'oui' }, intitule: 'Opérations mutualisées' },
      ]),
    }),
    'jamais conforme',
  ),
  cas(
    '« Réserve » avant le total ne couvre pas un total insuffisant',
    ecrit({
      communes: MASQUE,
      recit: rangees((r) => [...r.rangees, { autre: { contrat: 150 }, intitule: 'Réserve' }, somme(r)]),
    }),
    'jamais conforme',
  ),
  cas('total en tête', ecrit({ recit: rangees((r) => [somme(r), ...r.rangees]) }), 'conforme', ENTIER),
  cas(
    'ligne de l’EPCI en tête, avec ses sommes',
    ecrit({ recit: rangees((r) => [{ autre: sommer(r.base, rangsDe(r)), intitule: 'Grand Poitiers' }, ...r.rangees]) }),
    'conforme',
    ENTIER,
  ),
  cas('sous-totaux et total', ecrit({ recit: rangees(sousTotaux) }), 'conforme', ENTIER),
  cas('sous-totaux, total insuffisant', ecrit({ communes: MASQUE, recit: rangees(sousTotaux) }), 'non conforme'),
  cas('intertitres de secteur', ecrit({ recit: milieu({ brute: ['Secteur sud'] }) }), ['conforme', 'question']),
  cas(
    'intertitre « Communes entrantes »',
    ecrit({ recit: milieu({ brute: ['Communes entrantes'] }) }),
    'jamais non conforme',
  ),
  cas(
    'ligne de lettres',
    ecrit({ recit: rangees((r) => [{ brute: r.colonnes.map((_, i) => 'abcdefghij'[i]!) }, ...r.rangees]) }),
    'conforme',
    ENTIER,
  ),
  cas(
    'ligne de lettres entre parenthèses',
    ecrit({ recit: rangees((r) => [{ brute: r.colonnes.map((_, i) => `(${'abcdefghij'[i]})`) }, ...r.rangees]) }),
    'conforme',
    ENTIER,
  ),
  cas(
    'ligne de formules « (c) = (a) × (b) »',
    ecrit({
      recit: rangees((r) => [
        { brute: ['', '', '(a)', '(b)', '(c)', '(d)', '= (a) × (c) − (b)', '(e)', '', ''] },
        ...r.rangees,
      ]),
    }),
    'conforme',
    ENTIER,
  ),
  cas(
    'ligne de numéros',
    ecrit({ recit: rangees((r) => [{ brute: r.colonnes.map((_, i) => i + 1) }, ...r.rangees]) }),
    'conforme',
    ENTIER,
  ),
  cas(
    'ligne d’unités',
    ecrit({
      recit: rangees((r) => [
        { brute: ['', '', 'logts', 'logts', '%', '', 'logts', 'logts', 'O/N', 'nb'] },
        ...r.rangees,
      ]),
    }),
    'conforme',
    ENTIER,
  ),
  cas(
    'ligne vide sous les en-têtes',
    ecrit({ recit: rangees((r) => [{ brute: [] }, ...r.rangees]) }),
    'conforme',
    ENTIER,
  ),
  cas('ligne vide au milieu', ecrit({ recit: milieu({ brute: [] }) }), 'conforme', ENTIER),
  cas(
    'trois lignes vides au milieu',
    ecrit({ recit: milieu({ brute: [] }, { brute: [] }, { brute: [] }) }),
    'conforme',
    ENTIER,
  ),
  cas(
    'ligne vide au milieu, la moitié rompue dessous',
    ecrit({ communes: { Montamisé: { contrat: 12 } }, recit: milieu({ brute: [] }) }),
    'non conforme',
  ),
  cas(
    'une commune sans aucun chiffre',
    ecrit({ recit: rangees((r) => [...r.rangees, { brute: ['86062', 'Chasseneuil-du-Poitou'] }]) }),
    'jamais conforme',
  ),
  cas(
    'une commune sans aucun chiffre, après un blanc',
    ecrit({ recit: rangees((r) => [...r.rangees, { brute: [] }, { brute: ['86062', 'Chasseneuil-du-Poitou'] }]) }),
    'jamais conforme',
  ),
  cas('une commune sans objectif', ecrit({ communes: { Montamisé: { contrat: '' } } }), 'question'),
  cas('une commune au contrat « à définir »', ecrit({ communes: { Montamisé: { contrat: 'à définir' } } }), 'question'),
  cas('une commune au contrat « n.c. »', ecrit({ communes: { Montamisé: { contrat: 'n.c.' } } }), 'question'),
  cas(
    'formule étendue sous le tableau (zéros)',
    ecrit({ apres: Array.from({ length: 5 }, () => ['', '', '', '', '', '', 0, 0, '', '']) }),
    'conforme',
    ENTIER,
  ),
  cas(
    'formule étendue sous le tableau (erreurs)',
    ecrit({ apres: Array.from({ length: 3 }, () => ['', '', '', '', '', '', '#DIV/0!', '', '', '']) }),
    'jamais non conforme',
  ),
  cas(
    'total puis signature',
    ecrit({
      recit: (r) => ({
        ...r,
        rangees: [...r.rangees, somme(r)],
        apres: [[], ['Fait à Poitiers, le 12/05/2026'], ['Le préfet']],
      }),
    }),
    'conforme',
    ENTIER,
  ),
  cas(
    'notes sous le tableau',
    ecrit({
      apres: [['(1) Commune carencée au titre de 2020-2022.'], ['(2) Objectif rehaussé avec l’accord du maire.']],
    }),
    'conforme',
    ENTIER,
  ),
  cas(
    'une commune inconnue, parmi les autres',
    ecrit({ communes: { Montamisé: { code: '', commune: 'Montamisay' } } }),
    'jamais non conforme',
    { communes: 10, dit: /Montamisay/ },
  ),
  cas(
    'une commune sous le total',
    ecrit(
      {
        recit: rangees((r) => [
          ...r.rangees.slice(0, 9),
          { autre: sommer(r.base, rangsDe(r).slice(0, 9)), intitule: 'Total' },
          ...r.rangees.slice(9),
        ]),
      },
      POITIERS,
    ),
    'tout',
    { dit: /Vouneuil|total/i },
  ),
];
