import { lirePeriode } from '../../../src/droit';
import { estRefus, phraseDuRefus, rangDepuisEntree } from '../../../src/regles';
import { lireRang, type SensDuRang } from '../../../src/tableau';

const P = (texte: string) => lirePeriode(texte)!;

describe('rang triennal d’après l’année d’entrée', () => {
  test.each([
    [2020, '2020-2022', 0],
    [2022, '2020-2022', 0],
    [2020, '2023-2025', 1],
    [2022, '2023-2025', 1],
    [2023, '2023-2025', 0],
    [2025, '2023-2025', 0],
    [2020, '2026-2028', 2],
    [2020, '2029-2031', 3],
    [2020, '2035-2037', 3],
    [2014, '2023-2025', 3],
    [2014, '2014-2016', 3],
    [2002, '2023-2025', 3],
    [2015, '2014-2016', 0],
    [2015, '2017-2019', 1],
    [2015, '2020-2022', 2],
    [2015, '2023-2025', 3],
    [2016, '2023-2025', 3],
    [2017, '2023-2025', 2],
  ])('%i, %s : %i', (annee, periode, rang) => expect(rangDepuisEntree(annee, P(periode))).toBe(rang));
  test.each([2026, 2030, 2020.5, Number.NaN])('%d, 2023-2025 : refus', (annee) => {
    const refus = rangDepuisEntree(annee, P('2023-2025'));
    expect(typeof refus === 'object' && estRefus(refus) && phraseDuRefus(refus)).toContain('2025 au plus tard');
  });
});

/** Ce qu'une lecture dit, en un mot. */
function dire(texte: string | number, periode: string, sens?: SensDuRang): string {
  const lecture = lireRang({ valeur: texte }, lirePeriode(periode), sens);
  if (lecture.etat !== 'lue') return lecture.etat;
  const { valeur } = lecture;
  return 'rang' in valeur ? String(valeur.rang) : 'entree' in valeur ? `entrée ${valeur.entree}` : 'entrante';
}

const SANS = '';
test.each<[string | number, string, string]>([
  ['0', SANS, '0'],
  [0, SANS, '0'],
  [1, SANS, '1'],
  ['2', SANS, '2'],
  [3, SANS, '3'],
  [4, SANS, '3'],
  ['3 et +', SANS, '3'],
  ['3 et plus', SANS, '3'],
  ['3+', SANS, '3'],
  ['≥ 3', SANS, '3'],
  ['< 3', SANS, 'entrante'],
  ['rang 2', SANS, '2'],
  ['Rang triennal : 1', SANS, '1'],
  ['2e période', SANS, '2'],
  ['2ème', SANS, '2'],
  ['2ème période triennale', SANS, '2'],
  ['deuxième', SANS, '2'],
  ['première période pleine', SANS, '1'],
  ['1ère', SANS, '1'],
  ['3e période', SANS, '3'],
  ['entrante', SANS, 'entrante'],
  ['Commune entrante', '2026-2028', 'entrante'],
  ['Entrante (2e période)', SANS, '2'],
  ['rang 1 (entrante)', SANS, '1'],
  ['droit commun', SANS, '3'],
  ['Ancienne', SANS, '3'],
  ['non entrante', SANS, '3'],
  ['2020 (entrée)', '2026-2028', '2'],
  ['entrée en 2020', '2023-2025', '1'],
  ['Entrante depuis 2020', '2020-2022', '0'],
  ['entrante (2023)', '2026-2028', '1'],
  ['2023', '2026-2028', '1'],
  [2023, '2026-2028', '1'],
  ['01/01/2020', '2026-2028', '2'],
  ['1er janvier 2020', '2026-2028', '2'],
  ['entrée le 01/01/2020', '2026-2028', '2'],
  ['2020-01-01', '2026-2028', '2'],
  ['2014', '2026-2028', '3'],
  ['avant 2015', '2026-2028', '3'],
  ['avant 2015', SANS, '3'],
  ['2014', SANS, '3'],
  ['2020', SANS, 'entrée 2020'],
  ['entrée en 2020', SANS, 'entrée 2020'],
  ['2 (entrée en 2020)', '2026-2028', '2'],
  ['1 (entrée en 2020)', '2026-2028', 'invalide'],
  ['3 (entrante)', SANS, 'invalide'],
  ['avant 2020', '2026-2028', 'invalide'],
  ['2029', '2026-2028', 'invalide'],
  ['2020 ou 2021', '2026-2028', 'invalide'],
  ['2020-2022', '2026-2028', 'invalide'],
  ['2 ou 3', SANS, 'invalide'],
  ['2/3', SANS, 'invalide'],
  ['1/10', SANS, 'invalide'],
  ['2 ?', SANS, 'invalide'],
  ['25 %', '2026-2028', 'invalide'],
  ['2,5', SANS, 'invalide'],
  ['-1', SANS, 'invalide'],
  ['12', SANS, 'invalide'],
  ['oui', '2026-2028', 'invalide'],
  ['non', '2026-2028', 'invalide'],
  ['pas droit commun', SANS, 'invalide'],
  ['01/01/20', '2026-2028', 'invalide'],
  ['', SANS, 'vide'],
  ['-', SANS, 'vide'],
  ['n.c.', SANS, 'inconnue'],
])('rang, « %s » %s : %s', (texte, periode, attendu) => expect(dire(texte, periode)).toBe(attendu));

test.each<[string | number, string, string]>([
  ['oui', '2026-2028', 'entrante'],
  ['Oui', SANS, 'entrante'],
  ['x', SANS, 'entrante'],
  [1, SANS, 'entrante'],
  ['☒ Oui ☐ Non', SANS, 'entrante'],
  ['entrante', SANS, 'entrante'],
  ['oui (2023)', '2026-2028', '1'],
  ['Oui, depuis le 01/01/2020', '2026-2028', '2'],
  ['non', '2026-2028', '3'],
  [0, SANS, '3'],
  ['☐ Oui ☒ Non', SANS, '3'],
  ['non (2020)', '2026-2028', 'invalide'],
  ['oui (2010)', '2026-2028', 'invalide'],
  ['oui / non', SANS, 'invalide'],
  [2, SANS, 'invalide'],
])('commune entrante, « %s » %s : %s', (texte, periode, attendu) =>
  expect(dire(texte, periode, 'entrante')).toBe(attendu),
);

test.each<[string | number, string, string]>([
  [2020, '2026-2028', '2'],
  ['01/01/2020', '2023-2025', '1'],
  ['2020', SANS, 'entrée 2020'],
  ['avant 2015', SANS, '3'],
  ['2', '2026-2028', 'invalide'],
  ['oui', '2026-2028', 'invalide'],
])('année d’entrée, « %s » %s : %s', (texte, periode, attendu) => expect(dire(texte, periode, 'entree')).toBe(attendu));

test('un pourcentage de format, une erreur, rien', () => {
  expect(lireRang({ valeur: 0.25, pourcent: true }, null).etat).toBe('invalide');
  expect(lireRang({ valeur: 1, pourcent: true }, null).etat).toBe('invalide');
  expect(lireRang({ valeur: null, erreur: '#REF!' }, null).etat).toBe('invalide');
  expect(lireRang({ valeur: true }, null, 'entrante')).toEqual({ etat: 'lue', valeur: { entrante: true } });
  expect(lireRang(undefined, null).etat).toBe('vide');
});
