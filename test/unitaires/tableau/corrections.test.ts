import { CODES, correctionDe, type Gravite } from '../../../src/tableau';
import { controle } from '../../outils/tableau';

const GRAVITES: readonly Gravite[] = ['bloquant', 'alerte', 'information'];

test.each(CODES)('%s : une phrase, avec ou sans chiffres', (code) => {
  for (const gravite of GRAVITES) {
    for (const attendu of [null, 83]) {
      const chiffres = { attendu, constate: attendu, certitude: 'texte', empecheDeConclure: false } as const;
      const phrase = correctionDe({ code, gravite, ...chiffres });
      expect(phrase).toMatch(/^\p{Lu}.+\.$/u);
      expect(phrase).not.toMatch(/null|undefined|NaN/);
    }
  }
});

test('dit le nombre qui lève le constat', () => {
  const { constats } = controle(
    ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS'],
    [
      ['A', 10000, 1500, 20, 50],
      ['B', 10000, 1500, 20, 280],
    ],
  );
  const phrase = (code: string) => correctionDe(constats.find((c) => c.code === code)!);
  expect(phrase('REDUCTION_EXCESSIVE')).toBe('Porter l’objectif à 83 logements au moins.');
  expect(phrase('ACCORD_MANQUANT')).toContain('165');
});
