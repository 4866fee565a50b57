import type { Valeur } from '../outils/lecture';
import type { Champ } from './bases';
import { cas, ecrit, ENTIER, type Attendu, type Cas, type Precise } from './cas';
import { changerValeurs, NOMBRES } from './recit';

/** Tous les nombres de quelques colonnes, écrits autrement. */
const partout = (champs: readonly Champ[], change: (n: number) => Valeur, plus: Parameters<typeof ecrit>[0] = {}) =>
  ecrit({ ...plus, recit: (r) => changerValeurs(r, champs, (v) => (typeof v === 'number' ? change(v) : v)) });
const milliers = (n: number, s: string): string => String(n).replace(/\B(?=(\d{3})+$)/g, s);

type Ecriture = readonly [
  quoi: string,
  champ: 'rp' | 'contrat' | 'lls',
  ecrit: Valeur,
  attendu: Attendu | readonly Attendu[],
  precise?: Precise,
];
/** Vouneuil-sous-Biard : 2486 RP, 186 LLS, 103 de référence, 60 au contrat. */
const UNE: readonly Ecriture[] = [
  [
    'appel de note en exposant ôté',
    'contrat',
    { valeur: 60, ote: '1' },
    ['conforme', 'question'],
    { totaux: [471, 542] },
  ],
  ['appel de note en exposant Unicode', 'contrat', '60¹', ['conforme', 'question']],
  ['deux appels de note', 'contrat', '60 ¹ ²', ['conforme', 'question']],
  ['astérisque', 'contrat', '60*', ['conforme', 'question']],
  ['note entre parenthèses', 'contrat', '60 (1)', ['conforme', 'question']],
  ['barré puis repris', 'contrat', { valeur: 60, ote: '80' }, ['conforme', 'question']],
  ['cellule barrée', 'contrat', { valeur: 60, barree: true }, 'jamais non conforme', { dit: /barr/ }],
  ['deux nombres, deux lignes', 'contrat', '80\n60', 'jamais conforme'],
  ['deux nombres, une barre', 'contrat', '80 / 60', 'jamais conforme'],
  ['une fourchette', 'contrat', '55-60', 'jamais conforme'],
  ['« 55 à 60 »', 'contrat', '55 à 60', 'jamais conforme'],
  ['« 60 puis 70 »', 'contrat', '60 puis 70', 'jamais conforme'],
  ['« 60 + 10 »', 'contrat', '60 + 10', 'jamais conforme'],
  ['« 6 0 »', 'contrat', '6 0', 'jamais conforme'],
  ['« 60 logements »', 'contrat', '60 logements', ['conforme', 'question']],
  ['« 60 LLS »', 'contrat', '60 LLS', ['conforme', 'question']],
  ['« 60 (58 %) »', 'contrat', '60 (58 %)', ['conforme', 'question']],
  ['« environ 60 »', 'contrat', 'environ 60', 'jamais non conforme'],
  ['« > 60 »', 'contrat', '> 60', 'jamais non conforme'],
  ['« minimum 52 »', 'contrat', 'minimum 52', 'jamais non conforme'],
  ['un pourcentage', 'contrat', '60 %', 'jamais conforme'],
  ['une cellule au format pourcentage', 'contrat', { valeur: 0.6, pourcent: true }, 'jamais conforme'],
  ['un nombre à virgule', 'contrat', 60.5, 'jamais conforme'],
  ['« 60,00 »', 'contrat', '60,00', 'conforme', ENTIER],
  ['« 060 »', 'contrat', '060', ['conforme', 'question']],
  ['« soixante »', 'contrat', 'soixante', 'question'],
  ['« 60. »', 'contrat', '60.', ['conforme', 'question']],
  ['négatif', 'contrat', -60, 'jamais conforme'],
  ['« −60 »', 'contrat', '−60', 'jamais conforme'],
  ['une date', 'contrat', '02/03/2026', 'question'],
  ['une erreur', 'contrat', { valeur: null, erreur: '#REF!' }, 'question'],
  ['occupé', 'contrat', { valeur: null, erreur: '#BUSY!' }, 'jamais conforme', { dit: /calcul/i }],
  [
    'en cours de chargement',
    'contrat',
    { valeur: null, erreur: '#GETTING_DATA' },
    'jamais conforme',
    { dit: /calcul/i },
  ],
  ['vrai', 'contrat', true, 'jamais conforme'],
  ['point d’interrogation', 'contrat', '60 ?', 'jamais conforme'],
  ['RP, appel de note ôté', 'rp', { valeur: 2486, ote: '1' }, ['conforme', 'question'], ENTIER],
  ['RP, appel de note Unicode', 'rp', '2486¹', ['conforme', 'question'], ENTIER],
  ['RP, appel de note Unicode, espace', 'rp', '2 486 ²', ['conforme', 'question'], ENTIER],
  ['RP, deux millésimes', 'rp', '2486\n2510', 'jamais non conforme', { totaux: [471, 542] }],
  ['RP, groupe de quatre chiffres', 'rp', '24 8601', 'jamais conforme'],
  ['RP, groupe de deux chiffres', 'rp', '24 86', 'jamais conforme'],
  ['RP, quatre chiffres et un', 'rp', '2486 1', 'jamais conforme'],
  ['RP zéro', 'rp', 0, 'jamais conforme'],
  ['RP « n.c. »', 'rp', 'n.c.', 'jamais non conforme'],
  ['RP et « logements »', 'rp', '2 486 logements', ['conforme', 'question'], ENTIER],
  ['LLS, deux nombres', 'lls', '186 + 24', 'jamais non conforme'],
  ['LLS, « 186 (dont 24 PLS) »', 'lls', '186 (dont 24 PLS)', 'jamais non conforme'],
];

export const NOMBRES_ECRITS: readonly Cas[] = [
  ...UNE.map(([quoi, champ, valeur, attendu, precise]) =>
    cas(`${champ}, ${quoi}`, ecrit({ communes: { 'Vouneuil-sous-Biard': { [champ]: valeur } } }), attendu, precise),
  ),
  ...([' ', '\u00a0', '\u202f', '\u2009'] as const).map((s) =>
    cas(
      `milliers séparés par U+${s.charCodeAt(0).toString(16)}`,
      partout(NOMBRES, (n) => milliers(n, s)),
      'conforme',
      ENTIER,
    ),
  ),
  cas(
    'milliers à point',
    partout(['rp', 'lls'], (n) => milliers(n, '.')),
    ['conforme', 'question'],
    { totaux: [471, 542] },
  ),
  cas(
    'milliers à apostrophe',
    partout(['rp', 'lls'], (n) => milliers(n, '’')),
    ['conforme', 'question'],
    { totaux: [471, 542] },
  ),
  cas(
    'milliers à virgule',
    partout(['rp', 'lls'], (n) => milliers(n, ',')),
    'jamais non conforme',
    { totaux: [471, 542] },
  ),
  cas('nombres en texte', partout([...NOMBRES, 'rang', 'periodes'], String), 'conforme', ENTIER),
  cas(
    'nombres en texte, moitié rompue',
    partout(NOMBRES, String, { communes: { Montamisé: { contrat: 12 } } }),
    'non conforme',
  ),
  cas(
    'cible en points',
    partout(['cible'], () => 20),
    'conforme',
    ENTIER,
  ),
  cas(
    'cible « 20 % »',
    partout(['cible'], () => '20 %'),
    'conforme',
    ENTIER,
  ),
  cas(
    'cible « 20% »',
    partout(['cible'], () => '20%'),
    'conforme',
    ENTIER,
  ),
  cas(
    'cible « 0,2 »',
    partout(['cible'], () => '0,2'),
    'conforme',
    ENTIER,
  ),
  cas(
    'cible « 20,00 % »',
    partout(['cible'], () => '20,00 %'),
    'conforme',
    ENTIER,
  ),
  cas(
    'cible au format pourcentage',
    partout(['cible'], () => ({ valeur: 0.2, pourcent: true as const })),
    'conforme',
    ENTIER,
  ),
  cas(
    'cible 20 au format pourcentage (2000 %)',
    partout(['cible'], () => ({ valeur: 20, pourcent: true as const })),
    'jamais conforme',
  ),
  cas(
    'cible 30 : ni 20 ni 25',
    partout(['cible'], () => 30),
    'jamais conforme',
  ),
  cas(
    'cible en rapport, moyenne en points sous le total',
    ecrit({ apres: [['', 'Moyenne', '', '', 13.4]] }),
    'conforme',
    ENTIER,
  ),
  cas(
    'cible en rapport, note chiffrée plus bas',
    ecrit({ apres: [[], ['', 'Taux moyen 2022', '', '', 12.6]] }),
    'conforme',
    ENTIER,
  ),
  cas(
    'taux en rapports, leur somme au total, moitié rompue',
    ecrit({
      communes: { Buxerolles: { contrat: 4 } },
      plus: { 'Taux LLS': [0.196, 0.167, 0.148, 0.146, 0.145, 0.145, 0.11, 0.09, 0.079, 0.075] },
      apres: [['', 'Total', '', '', '', '', '', '', '', '', 1.301]],
    }),
    'non conforme',
  ),
];
