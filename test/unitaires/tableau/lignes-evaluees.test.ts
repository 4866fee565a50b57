import { ecrire, type Quantite } from '../../../src/nombres';
import { nomDuTaux } from '../../../src/regles';
import type { Precisions } from '../../../src/tableau';
import { A, controleDe, type Valeurs } from '../../outils/communes';
import { deNature } from '../../outils/tableau';

/** Ce que la loi dit d'une ligne, par le chemin que ses colonnes permettent : manquants, taux, rattrapage, objectif légal, référence, rang. */
function evaluer(valeurs: Valeurs, precisions: Partial<Precisions>): string {
  const { lignes } = deNature(
    'objectifs',
    controleDe([{ contrat: '', ...valeurs }], { contrat: 'cms', ...precisions }),
  );
  const e = lignes[0]!;
  const dire = (f: Quantite | null, unite = '') => (f === null ? '—' : ecrire(f) + unite);
  const rattrapage = e.rattrapage === null ? '—' : `${e.rattrapage.pourcent} % (${nomDuTaux(e.rattrapage)})`;
  return [
    dire(e.manquants),
    dire(e.taux, ' %'),
    e.intervalle === null ? '—' : `${ecrire(e.intervalle.bas)} à ${ecrire(e.intervalle.haut)}`,
    rattrapage,
    dire(e.exacte),
    dire(e.reference),
    `rang ${e.rang}${e.rangConnu ? '' : ' ?'}`,
  ]
    .join(' | ')
    .replace(/[\u202f\u00a0]/g, ' ');
}

type Cas = readonly [titre: string, valeurs: Valeurs, attendu: string, precisions?: Partial<Precisions>];
const eprouver = (titre: string, cas: readonly Cas[]): void => {
  describe(titre, () => {
    test.each(cas.map(([titre, ...reste]) => ({ titre, reste })))(
      '$titre',
      ({ reste: [valeurs, attendu, precisions = {}] }) => {
        expect(evaluer(valeurs, precisions)).toBe(attendu);
      },
    );
  });
};

eprouver('le parc et la cible sont écrits', [
  ['15 % pour 20', A, '500 | 15 % | 15 à 15 | 33 % (plus de 4 points) | 165 | 165 | rang 3'],
  ['17 % pour 20', { ...A, lls: 1700 }, '300 | 17 % | 17 à 17 | 50 % (de 2 à 4 points) | 150 | 150 | rang 3'],
  [
    'la référence notifiée l’emporte',
    { ...A, lls: 1505, reference: 164 },
    '495 | 15,05 % | 15,05 à 15,05 | 33 % (plus de 4 points) | 163,35 | 164 | rang 3',
  ],
  [
    'à la cible',
    { ...A, lls: 2000 },
    '0 | 20 % | 20 à 20 | 0 % (taux cible atteint : commune non déficitaire) | 0 | 0 | rang 3',
  ],
  ['sans cible, rien', { rp: 10_000, lls: 1500, rang: 3 }, '— | — | — | — | — | — | rang 3'],
  ['sans résidences', { lls: 1500, cible: 20, rang: 3 }, '— | — | — | — | — | — | rang 3'],
  ['sans logements sociaux', { rp: 10_000, cible: 20, rang: 3 }, '— | — | — | — | — | — | rang 3'],
]);

eprouver('les manquants sont écrits', [
  ['négatifs : aucun', { manquants: -5, rang: 3 }, '0 | — | — | 0 % (aucun logement manquant) | 0 | 0 | rang 3'],
  ['zéro', { manquants: 0, rang: 3 }, '0 | — | — | 0 % (aucun logement manquant) | 0 | 0 | rang 3'],
  ['un', { manquants: 1, rang: 3 }, '1 | — | — | — | — | — | rang 3'],
  [
    'avec le taux publié',
    { manquants: 500, taux: '15,0', cible: 20, rang: 3 },
    '500 | 15 % | 14,95 à 15,05 | 33 % (plus de 4 points) | 165 | 165 | rang 3',
  ],
  [
    'un taux sans cible ne dit aucun palier',
    { manquants: 500, taux: 15, rang: 3, rattrapage: 33 },
    '500 | 15 % | 14,5 à 15,5 | 33 % (plus de 4 points) | 165 | 165 | rang 3',
  ],
  [
    'un taux qui touche deux paliers',
    { manquants: 400, taux: 16, cible: 20, rang: 3, rattrapage: 33 },
    '400 | 16 % | 15,5 à 16,5 | — | — | — | rang 3',
  ],
  [
    'un taux publié au-dessus de la cible',
    { manquants: 500, taux: 21, cible: 20, rang: 3 },
    '500 | 21 % | 20,5 à 21,5 | — | — | — | rang 3',
  ],
  [
    'avant la loi 3DS : 50 % sans palier',
    { manquants: 500, rang: 3 },
    '500 | — | — | 50 % (taux unique, sans palier) | 250 | 250 | rang 3',
    { periode: '2020-2022', contrat: 'aucun' },
  ],
  [
    'entrante, rang 1',
    { manquants: 500, rang: 1 },
    '500 | — | — | 15 % (commune entrante, rang triennal 1) | 75 | 75 | rang 1',
  ],
]);

eprouver('un taux publié qui atteint la cible', [
  [
    '21 : sûrement',
    { taux: 21, cible: 20, rang: 3, reference: 10 },
    '0 | 21 % | 20,5 à 21,5 | 0 % (aucun logement manquant) | 0 | 10 | rang 3',
  ],
  [
    '20,5 : sûrement',
    { taux: '20,5', cible: 20, rang: 3, reference: 10 },
    '0 | 20,5 % | 20,45 à 20,55 | 0 % (aucun logement manquant) | 0 | 10 | rang 3',
  ],
  [
    '20 : de 19,5 à 20,5, peut-être pas',
    { taux: 20, cible: 20, rang: 3, reference: 10 },
    '— | 20 % | 19,5 à 20,5 | 100 % (moins de 2 points) | — | 10 | rang 3',
  ],
  ['sans cible', { taux: 21, rang: 3, reference: 10 }, '— | 21 % | 20,5 à 21,5 | — | — | 10 | rang 3'],
]);

eprouver('le palier que le tableau affirme', [
  [
    'par le taux de rattrapage',
    { manquants: 300, rang: 3, rattrapage: 50, reference: 99 },
    '300 | — | — | 50 % (de 2 à 4 points) | 150 | 99 | rang 3',
  ],
  [
    'qui n’est d’aucun palier',
    { manquants: 300, rang: 3, rattrapage: 42, reference: 150 },
    '300 | — | — | — | — | 150 | rang 3',
  ],
  [
    'par la référence',
    { manquants: 300, rang: 3, reference: 150 },
    '300 | — | — | 50 % (de 2 à 4 points) | 150 | 150 | rang 3',
  ],
  [
    'par un arrondi de la référence',
    { manquants: 495, rang: 3, reference: 164 },
    '495 | — | — | 33 % (plus de 4 points) | 163,35 | 164 | rang 3',
  ],
  [
    'par l’arrondi de 247,5, 50 % de 495',
    { manquants: 495, rang: 3, reference: 248 },
    '495 | — | — | 50 % (de 2 à 4 points) | 247,5 | 248 | rang 3',
  ],
  [
    'par la référence à la décimale',
    { manquants: 495, rang: 3, reference: '163,35' },
    '495 | — | — | 33 % (plus de 4 points) | 163,35 | 163,35 | rang 3',
  ],
  [
    '50 % de 495 font 247,5',
    { manquants: 495, rang: 3, reference: '247,5' },
    '495 | — | — | 50 % (de 2 à 4 points) | 247,5 | 247,5 | rang 3',
  ],
  [
    '248,5 n’est pas un arrondi de 247,5 : à défaut, le palier le plus faible',
    { manquants: 495, rang: 3, reference: '248,5' },
    '495 | — | — | 33 % (plus de 4 points) | 163,35 | 248,5 | rang 3',
  ],
  [
    '163,4 n’est ni la valeur, ni un entier',
    { manquants: 495, reference: '163,4' },
    '495 | — | — | 33 % (plus de 4 points) | 163,35 | 163,4 | rang 3 ?',
  ],
  ['sans manquants, aucun', { rang: 3, reference: 150 }, '— | — | — | — | — | 150 | rang 3'],
  ['sans référence, aucun', { manquants: 300, rang: 3 }, '300 | — | — | — | — | — | rang 3'],
]);

eprouver('le rang que la référence dit (VIII)', [
  [
    'non écrit, 33 % de 500',
    { manquants: 500, reference: 165 },
    '500 | — | — | 33 % (plus de 4 points) | 165 | 165 | rang 3',
  ],
  [
    'non écrit, 25 % de 500 : une entrante, ou une référence abaissée',
    { manquants: 500, reference: 125 },
    '500 | — | — | 25 % (commune entrante, rang triennal 2) | 125 | 125 | rang 2 ?',
  ],
  [
    'non écrit, d’aucun taux',
    { manquants: 500, reference: 130 },
    '500 | — | — | 33 % (plus de 4 points) | 165 | 130 | rang 3 ?',
  ],
  [
    'non écrit, sans référence',
    { rp: 10_000, lls: 1500, cible: 20 },
    '500 | 15 % | 15 à 15 | 33 % (plus de 4 points) | 165 | 165 | rang 3 ?',
  ],
  [
    'entrante, 15 % de 500',
    { manquants: 500, rang: 'entrante', reference: 75 },
    '500 | — | — | 15 % (commune entrante, rang triennal 1) | 75 | 75 | rang 1',
  ],
  [
    'entrante, d’aucun taux',
    { manquants: 500, rang: 'entrante', reference: 80 },
    '500 | — | — | 25 % (commune entrante, rang triennal 2) | 125 | 80 | rang 2 ?',
  ],
  [
    'entrante, zéro est un arrondi de 0,25, de 0,15 et de 0,1',
    { manquants: 1, rang: 'entrante', reference: 0 },
    '1 | — | — | 25 % (commune entrante, rang triennal 2) | 0,25 | 0 | rang 2 ?',
  ],
  [
    'entrante, sans référence',
    { manquants: 500, rang: 'entrante' },
    '500 | — | — | 25 % (commune entrante, rang triennal 2) | 125 | 125 | rang 2 ?',
  ],
  [
    'entrée en 2024, sans période',
    { manquants: 500, rang: 'entrée en 2024', reference: 75 },
    '500 | — | — | 15 % (commune entrante, rang triennal 1) | 75 | 75 | rang 1 ?',
  ],
  [
    'entrée en 2024, 2026-2028',
    { manquants: 500, rang: 'entrée en 2024', reference: 75 },
    '500 | — | — | 15 % (commune entrante, rang triennal 1) | 75 | 75 | rang 1',
    { periode: '2026-2028' },
  ],
  ['non écrit, ni manquants : la référence est reprise', { reference: 165 }, '— | — | — | — | — | 165 | rang 3'],
  ['non communiqué, ni manquants', { rang: 'nc', reference: 165 }, '— | — | — | — | — | 165 | rang 3 ?'],
]);
