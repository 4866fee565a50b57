import type { Valeur } from '../outils/lecture';
import { ROCHELLE } from './bases';
import { cas, ecrit, type Attendu, type Cas, type Variation } from './cas';

const ENTIER = { communes: 8, totaux: [403, 421] } as const;
const rangs = (titre: string, de: (rang: number) => Valeur, plus: Variation = {}) =>
  ecrit(
    {
      ...plus,
      recit: (r) => ({
        ...r,
        colonnes: r.colonnes.map((c) =>
          c.champ === 'rang' ? { ...c, titre, cellules: c.cellules.map((v) => de(Number(v))) } : c,
        ),
      }),
    },
    ROCHELLE,
  );
/** Une entrante abaissée : 61 de référence, 40 au contrat. */
const ABAISSEE: Variation = {
  communes: { Puilboreau: { contrat: 45, periodes: 1 }, Aytré: { contrat: 48, periodes: 0 } },
};
type Ecriture = readonly [quoi: string, titre: string, de: (rang: number) => Valeur];
/** Le rang se lit : le tableau conforme le reste, l'entrante abaissée se voit. */
const LUS: readonly Ecriture[] = [
  ['en nombre', 'Rang triennal', (n) => n],
  ['en texte', 'Rang triennal', String],
  ['« 3 et plus »', 'Rang triennal', (n) => (n === 3 ? '3 et plus' : n)],
  ['« 3+ »', 'Rang triennal', (n) => (n === 3 ? '3+' : n)],
  ['supérieur à trois', 'Rang triennal', (n) => (n === 3 ? 7 : n)],
  ['« 2e période »', 'Rang triennal', (n) => ['0', '1re période', '2e période', '3e période'][n]!],
  ['« 2ème »', 'Rang', (n) => ['0', '1ère', '2ème', '3ème'][n]!],
];
/** Le rang n'est pas un nombre de 0 à 3 : il se déduit ou se demande. */
const AUTRES: readonly Ecriture[] = [
  ['« droit commun »', 'Rang triennal', (n) => (n === 3 ? 'Droit commun' : n)],
  ['« entrante »', 'Rang triennal', (n) => (n < 3 ? 'entrante' : 'droit commun')],
  ['colonne « Commune entrante »', 'Commune entrante', (n) => (n < 3 ? 'oui' : 'non')],
  ['colonne « Entrante (O/N) »', 'Entrante (O/N)', (n) => (n < 3 ? 'O' : 'N')],
  ['colonne « Nouvellement soumise »', 'Nouvellement soumise', (n) => (n < 3 ? 'oui' : '')],
  ['année d’entrée', 'Année d’entrée', (n) => 2026 - 3 * n],
  ['première année de soumission', 'Première année de soumission', (n) => (n === 3 ? 2001 : 2026 - 3 * n)],
  ['date d’entrée', 'Date d’entrée dans le dispositif', (n) => `01/01/${2026 - 3 * n}`],
  ['année dans la colonne du rang', 'Rang triennal', (n) => 2026 - 3 * n],
  ['« entrée 2020 »', 'Rang triennal', (n) => `entrée ${2026 - 3 * n}`],
  ['pourcentages 10, 15, 25, 33', 'Rang triennal', (n) => ['10 %', '15 %', '25 %', '33 %'][n]!],
  ['période d’entrée', 'Période d’entrée', (n) => ['2026-2028', '2023-2025', '2020-2022', '2002-2004'][n]!],
  ['« n.c. »', 'Rang triennal', () => 'n.c.'],
  ['vide', 'Rang triennal', () => ''],
  ['numéro d’ordre sous « Rang »', 'Rang', (n) => 10 - n],
];
const JAMAIS: Attendu = 'jamais conforme';

export const RANG: readonly Cas[] = [
  ...LUS.map(([q, t, de]) => cas(`${q}, conforme`, rangs(t, de), 'conforme', ENTIER)),
  ...LUS.map(([q, t, de]) => cas(`${q}, entrante abaissée`, rangs(t, de, ABAISSEE), 'non conforme')),
  ...AUTRES.slice(0, -1).map(([q, t, de]) => cas(`${q}, conforme`, rangs(t, de), 'jamais non conforme')),
  ...AUTRES.map(([q, t, de]) => cas(`${q}, entrante abaissée`, rangs(t, de, ABAISSEE), JAMAIS)),
  ...AUTRES.slice(5, 7).map(([q, t, de]) =>
    cas(`${q}, période dite`, rangs(t, de), 'conforme', { ...ENTIER, precisions: { periode: '2026-2028' } }),
  ),
  ...AUTRES.slice(5, 7).map(([q, t, de]) =>
    cas(`${q}, période dite, entrante abaissée`, rangs(t, de, ABAISSEE), 'non conforme', {
      precisions: { periode: '2026-2028' },
    }),
  ),
  cas('colonne absente, références d’entrantes', ecrit({ sans: ['rang'] }, ROCHELLE), 'jamais non conforme'),
  cas('colonne absente, entrante abaissée', ecrit({ sans: ['rang'], ...ABAISSEE }, ROCHELLE), JAMAIS),
  cas(
    'le rang illisible est cité',
    ecrit({ communes: { Puilboreau: { rang: 'voir note 4' } } }, ROCHELLE),
    'question',
    { dit: /voir note 4/ },
  ),
  cas(
    'le rang d’une date',
    ecrit({ communes: { Puilboreau: { rang: '01/01/2020' } } }, ROCHELLE),
    'jamais non conforme',
  ),
  cas('le rang 2,5', ecrit({ communes: { Puilboreau: { rang: 2.5 } } }, ROCHELLE), JAMAIS),
];
