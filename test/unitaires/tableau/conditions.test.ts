import type { Contexte } from '../../../src/tableau';
import { controle } from '../../outils/tableau';

const avec = (contexte: Partial<Contexte>) =>
  controle(
    ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord'],
    [['A', 10000, 1500, 20, 165, '']],
    contexte,
  );
const constatDe = (contexte: Partial<Contexte>, motif: RegExp) =>
  avec(contexte).constats.find((c) => motif.test(c.message))!;

test.each<[string, Partial<Contexte>, RegExp, string, string[]]>([
  ['PLH non dit', { plh: null }, /PLH/, 'conforme', ['Oui', 'Non']],
  [
    'PLH en élaboration',
    { plh: null, plhIncertain: 'PLH en cours' },
    /«\sPLH en cours\s»/,
    'indetermine',
    ['Oui', 'Non'],
  ],
  ['avis non dit', { avis: null }, /commission/, 'conforme', ['Recueilli', 'À recueillir avant de conclure']],
  ['avis ambigu', { avis: null, avisIncertain: 'avis CN ?' }, /«\savis CN\s\?\s»/, 'indetermine', ['Recueilli']],
])('%s : la condition se demande', (_, contexte, motif, verdict, choix) => {
  const { question } = constatDe(contexte, motif);
  expect(avec(contexte).verdict).toBe(verdict);
  expect(question!.choix.map((c) => c.libelle)).toEqual(expect.arrayContaining(choix));
});

test('une réponse du contexte l’emporte sur un texte incertain', () =>
  expect(avec({ plh: true, plhIncertain: 'PLH en cours', avis: 'recueilli', avisIncertain: '?' }).verdict).toBe(
    'conforme',
  ));

test('un avis défavorable n’est que consultatif', () => {
  const { verdict, constats } = avec({ avis: 'defavorable' });
  expect(verdict).toBe('conforme');
  expect(constats.find((c) => c.code === 'AVIS_DEFAVORABLE')).toMatchObject({
    gravite: 'alerte',
    certitude: 'interprétation',
    empecheDeConclure: false,
  });
});

test('un accord qui ne se lit pas se demande, commune nommée', () => {
  const { constats } = controle(
    ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord'],
    [['A', 10000, 1500, 20, 200, 'on verra']],
  );
  expect(constats.find((c) => c.code === 'ACCORD_MANQUANT')!.question!.choix).toEqual([
    { libelle: 'Oui', precision: { quoi: 'accord', nom: 'a', valeur: true } },
    { libelle: 'Non', precision: { quoi: 'accord', nom: 'a', valeur: false } },
  ]);
});
