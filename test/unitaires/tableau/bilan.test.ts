import { ANNUAIRE } from '../../../src/annuaire';
import { DROIT_EN_VIGUEUR } from '../../../src/droit';
import { versNombre } from '../../../src/nombres';
import {
  contratSuppose,
  controler,
  estBilan,
  grilleDeValeurs,
  trouverTableaux,
  type Controle,
  type Tableau,
} from '../../../src/tableau';
import { lireCas } from '../../outils/csv';
import { accepte } from '../../outils/valeurs';

const lire = (rangees: readonly (readonly unknown[])[]): Tableau =>
  trouverTableaux(grilleDeValeurs(rangees), DROIT_EN_VIGUEUR)[0]!;

function controle(...rangees: readonly (readonly unknown[])[]): Controle {
  const tableau = lire(rangees);
  const contexte = { droit: DROIT_EN_VIGUEUR, plh: true, avis: null, annuaire: ANNUAIRE };
  return accepte(controler(tableau, { ...contexte, contrat: contratSuppose(tableau) }));
}

const ENTETES = ['Commune', 'Objectif 2020-2022', 'Logements réalisés 2020-2022', 'PLAI', 'PLS'];
const resume = ({ constats }: Controle) =>
  constats.filter((c) => c.code !== 'COMMUNE_INCONNUE').map((c) => [c.code, c.cellule, c.attendu, c.constate]);

describe('reconnaître un bilan', () => {
  const nature = (...entetes: string[]) =>
    estBilan(lire([entetes, entetes.map((e) => (e === 'Commune' ? 'Buxerolles' : 1))]));
  test.each([
    [['Commune', 'Objectif', 'Réalisés'], true],
    [['Commune', 'Objectif 2020-2022', 'Réalisés 2020-2022', 'Taux de réalisation'], true],
    [['Commune', 'Objectif CMS', 'Logements réalisés'], true],
    [['Commune', 'Objectif notifié', 'Réalisations', 'PLAI', 'PLS'], true],
    [['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Réalisés 2020-2022'], false],
    [['Commune', 'Objectif de référence', 'Objectif CMS', 'Accord', 'Réalisés 2020-2022'], false],
    [['Commune', 'Objectif 2023-2025', 'Réalisés 2020-2022', 'PLAI'], false],
  ])('%j : %s', (entetes, attendu) => expect(nature(...entetes)).toBe(attendu));

  test('« Objectif » reste vague hors d’un bilan', () => {
    const tableau = lire([
      ['Commune', 'RP', 'LLS', 'Objectif', 'Réalisés'],
      ['Buxerolles', 4082, 800, 16, 4],
    ]);
    expect(tableau.ignorees.map((e) => e.texte)).toEqual(['Objectif']);
  });
});

describe('juger un bilan', () => {
  test.each([
    [16, 16, []],
    [16, 17, []],
    [16, 15, [['OBJECTIF_NON_ATTEINT', 'C2', 16, 15]]],
    [58, -1, [['OBJECTIF_NON_ATTEINT', 'C2', 58, -1]]],
    [0, 0, []],
    [16, 'n.c.', [['LIGNE_INCOMPLETE', 'C2', null, null]]],
    ['', 4, [['LIGNE_INCOMPLETE', 'B2', null, null]]],
    [16, '10,5', [['VALEUR_INVALIDE', 'C2', null, null]]],
  ])('objectif %s, réalisés %s', (objectif, realises, attendu) =>
    expect(resume(controle(ENTETES, ['Buxerolles', objectif, realises]))).toEqual(attendu),
  );

  test('le volet qualitatif se juge sur ce qui est réalisé', () => {
    expect(resume(controle(ENTETES, ['Buxerolles', 100, 110, 32, 34]))).toEqual([
      ['PART_PLAI_INSUFFISANTE', 'D2', 33, 32],
      ['PART_PLS_EXCESSIVE', 'E2', 33, 34],
    ]);
    expect(resume(controle(ENTETES, ['Buxerolles', 100, 110, 33, 33]))).toEqual([]);
  });

  test('dit ce qui manque et la majoration qu’une carence emporterait', () => {
    const { verdict, constats } = controle(ENTETES, ['Buxerolles', 16, 6]);
    expect(verdict).toBe('non conforme');
    expect(constats[0]!.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      '6 logements réalisés sur 16 (37,5 %) : il en manque 10. Si la carence est prononcée, la majoration du prélèvement est d’au moins 63 %.',
    );
  });
});

test('le bilan 2014-2016 du ministère : taux de réalisation et majorations publiés', () => {
  const cas = lireCas('carence-2014-2016.csv', [
    'commune',
    'insee',
    'objectif',
    'realise',
    'taux_realisation_publie',
    'majoration_publiee',
  ]);
  const rangees = cas.map((c) => [c.commune, c.insee, c.objectif, c.realise]);
  const { bilan } = controle(['Commune', 'INSEE', 'Objectif', 'Réalisé'], ...rangees);
  expect(bilan).toHaveLength(cas.length);
  cas.forEach(({ taux_realisation_publie: publie, majoration_publiee: majoration }, i) => {
    const { bilan: calcule } = bilan![i]!;
    expect(Math.abs(100 * versNombre(calcule!.taux!) - Number.parseFloat(publie))).toBeLessThanOrEqual(0.5);
    // Publiée au plus proche, ou rehaussée ; le plancher est à l'entier supérieur.
    if (majoration !== 'non')
      expect(100 * versNombre(calcule!.majoration!)).toBeLessThanOrEqual(Number.parseFloat(majoration) + 1);
  });
});
