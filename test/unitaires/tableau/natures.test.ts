import { verdictDesTableaux, type Contexte, type Nature, type Verdict } from '../../../src/tableau';
import { phraseDesTotaux, verdictEnTitre } from '../../../src/rapport/natures';
import { codeDeSortie } from '../../../src/cli/codes';
import { controle, resumer } from '../../outils/tableau';

const tableau = (entetes: string, ligne: string, contexte: Partial<Contexte> = { contrat: 'aucun' }) =>
  controle(entetes.split('; '), [ligne.split(';')], contexte);

test.each<[string, string, Nature, Verdict]>([
  ['Commune; RP; LLS; Taux cible', 'A;10000;1500;20', 'objectifs', 'rien a controler'],
  ['Commune; RP; LLS; Taux cible; Objectif de référence', 'A;10000;1500;20;165', 'objectifs', 'conforme'],
  ['Commune; RP; LLS; Taux cible; Objectif de référence', 'A;10000;1500;20;', 'objectifs', 'rien a controler'],
  ['Commune; RP; LLS; Taux cible; Rang; Objectif de référence', 'A;10000;1500;20;3;125', 'objectifs', 'non conforme'],
  ['Commune; RP; LLS; Taux cible; Rang; Objectif de référence', 'A;10000;1500;20;2;125', 'objectifs', 'conforme'],
  ['Commune; RP; LLS; Taux cible; Objectif de référence', 'A;10000;1500;20;125', 'objectifs', 'indetermine'],
  ['Commune; Manquants; Objectif de référence', 'A;500;165', 'objectifs', 'rien a controler'],
  ['Commune; RP; LLS; Taux cible', 'A;10000;2000;20', 'objectifs', 'rien a controler'],
  ['Commune; RP; LLS', 'A;10000;1500', 'rien', 'rien a controler'],
  ['Commune; Code INSEE; Population', 'A;00000;3000', 'rien', 'rien a controler'],
  ['Commune; Population; RP', 'A;3000;10000', 'rien', 'rien a controler'],
  ['Commune; Population; PLAI; PLS', 'A;3000;10;10', 'rien', 'rien a controler'],
  ['Commune; Taux LLS; Taux cible; Statut', 'A;12,00 %;20;Déficitaire', 'inventaire', 'rien a controler'],
  ['Commune; Taux LLS; Taux cible; Statut', 'A;16 %;20;Déficitaire', 'inventaire', 'indetermine'],
  ['Commune; Objectif notifié; Réalisés', 'A;16;16', 'bilan', 'conforme'],
])('%s, %s : %s, %s', (entetes, ligne, nature, verdict) => {
  const c = tableau(entetes, ligne);
  expect([c.nature, c.verdict]).toEqual([nature, verdict]);
});

test('un contrat demandé fait chercher des objectifs', () =>
  expect(tableau('Commune; Population; RP', 'A;3000;10000', {})).toMatchObject({
    nature: 'objectifs',
    verdict: 'indetermine',
  }));

test('une table de population ne dit rien de ses communes, ni doublon ni inconnue', () => {
  const c = controle(
    ['Commune', 'Code INSEE', 'Population'],
    [
      ['Nulle part', '99999', 3000],
      ['Nulle part', '99999', 3000],
    ],
    { contrat: 'aucun' },
  );
  expect(resumer(c)).toEqual([]);
  expect(verdictEnTitre(c)).toBe('RIEN À CONTRÔLER');
});

test('sans rien à comparer, les objectifs calculés se montrent', () => {
  const c = tableau('Commune; RP; LLS; Taux cible', 'A;10000;1500;20');
  expect([verdictEnTitre(c), phraseDesTotaux(c)]).toEqual([
    'RIEN À CONTRÔLER',
    expect.stringContaining('165 logements en tout'),
  ]);
});

test.each<[readonly Verdict[], Verdict | null, number]>([
  [['conforme', 'rien a controler'], 'conforme', 0],
  [['rien a controler', 'rien a controler'], 'rien a controler', 4],
  [['rien a controler', 'indetermine', 'conforme'], 'indetermine', 2],
  [['conforme', 'non conforme', 'indetermine'], 'non conforme', 1],
])('de %j : %s, code %d', (verdicts, attendu, code) =>
  expect([verdictDesTableaux(verdicts), codeDeSortie(false, verdicts), codeDeSortie(true, verdicts)]).toEqual([
    attendu,
    code,
    3,
  ]),
);
