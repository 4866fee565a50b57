import fc from 'fast-check';
import { lireAccord } from '../../../src/tableau';
import { lireCas } from '../../outils/csv';
import { TIRAGES, verifier } from '../../outils/tirages';

const CAS = lireCas('reponses-accord.csv', ['texte', 'attendu']);
const SENS = new Map<boolean | null, string>([
  [true, 'oui'],
  [false, 'non'],
  [null, 'à confirmer'],
]);

test.each(CAS)('« $texte » : $attendu', ({ texte, attendu }) => expect(SENS.get(lireAccord(texte))).toBe(attendu));

test('un texte démesuré est à confirmer, sans attendre', () => {
  for (const motif of ['oui ', '☒ ', '( ', 'n° 1', '1/', 'pas d’accord, ', '12 pour, ']) {
    expect(lireAccord(motif.repeat(200_000))).toBeNull();
  }
});

const SUSPENDENT = [
  'sous réserve',
  'sous réserve du vote',
  'si la ZAC est livrée',
  'mais pas avant 2030',
  'à condition',
  'conditionné',
  'provisoire',
  'projet de délibération',
  'verbal',
  'oral',
  'officieux',
  'de principe',
  'partiel',
  'demandé',
  'sollicité',
  'prévu',
  'en cours',
  'en discussion',
  'attendu',
  'à recueillir',
  'à formaliser',
  'à confirmer',
  '?',
  'probable',
  'en attente',
  'tacite',
  'recours',
  'suspendu',
  'non',
  'retiré',
  'annulée',
  'refusé',
  '…',
];
const NIENT = [
  'non',
  'pas',
  'pas d’',
  'pas de',
  'sans',
  'aucun',
  'ni',
  'jamais',
  'refus',
  'contre',
  'absence de',
  'non,',
  '✗',
];
const affirmatif = fc.constantFrom(...CAS.filter(({ attendu }) => attendu === 'oui').map(({ texte }) => texte));
const lien = fc.constantFrom(' ', ', ', ' (', ' – ', ' : ', '. ');
const casse = fc.constantFrom(
  (t: string) => t,
  (t: string) => t.toUpperCase(),
);

describe(`un oui ne résiste pas à ce qui le suspend (${TIRAGES})`, () => {
  test('suivi d’un mot qui suspend', () =>
    verifier([affirmatif, lien, fc.constantFrom(...SUSPENDENT), casse], (oui, entre, mot, ecrire) =>
      expect(lireAccord(ecrire(`${oui}${entre}${mot}`))).not.toBe(true),
    ));
  test('précédé d’une négation', () =>
    verifier([affirmatif, fc.constantFrom(...NIENT), casse], (oui, negation, ecrire) =>
      expect(lireAccord(ecrire(`${negation} ${oui}`))).not.toBe(true),
    ));
  test('suivi d’un mot quelconque hors de la grammaire', () =>
    verifier([affirmatif, fc.stringMatching(/^q[a-z]{2,9}$/)], (oui, mot) =>
      expect(lireAccord(`${oui} ${mot}`)).not.toBe(true),
    ));
});

test('chaque oui du fichier, chaque suspension et chaque négation', () => {
  const oui = CAS.filter(({ attendu }) => attendu === 'oui').map(({ texte }) => texte);
  const tenus = oui.flatMap((texte) =>
    [...SUSPENDENT.map((mot) => `${texte} ${mot}`), ...NIENT.map((mot) => `${mot} ${texte}`)].filter(
      (ecrit) => lireAccord(ecrit) === true,
    ),
  );
  expect(tenus).toEqual([]);
});
