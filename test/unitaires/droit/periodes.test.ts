import {
  ABAISSEMENT,
  anneeDeBase,
  ATTRIBUTIONS,
  CHAMP,
  CIBLE,
  CLAUSE_MIXITE,
  DECONVENTIONNEMENT,
  DERNIERE_PERIODE,
  DROIT_EN_VIGUEUR,
  droitDe,
  ecrirePeriode,
  ENTRANTES,
  EXEMPTION,
  EXEMPTION_TENSION,
  lirePeriode,
  LOYERS,
  MAJORATION,
  MUTUALISATION,
  periodeDe,
  periodesConnues,
  PERIODES_EN_VIGUEUR,
  PERIODE_ABSENTE,
  PRELEVEMENT,
  PROGRAMME,
  RATTRAPAGE,
  RECALAGE,
  TYPOLOGIE,
  type Datee,
  type Droit,
} from '../../../src/droit';
import {
  estRefus,
  objectifDeReference,
  phraseDuRefus,
  plancherCims,
  plancherCms,
  tauxDeRattrapage,
  type Situation,
} from '../../../src/regles';

import { accepte } from '../../outils/valeurs';
type Question = Exclude<keyof Droit, 'periode' | 'libelle' | 'reserve'>;

const TABLES: Record<Question, readonly Datee<unknown>[]> = {
  rattrapage: RATTRAPAGE,
  entrantes: ENTRANTES,
  abaissement: ABAISSEMENT,
  mutualisation: MUTUALISATION,
  typologie: TYPOLOGIE,
  champ: CHAMP,
  cible: CIBLE,
  exemption: EXEMPTION,
  exemptionTension: EXEMPTION_TENSION,
  programme: PROGRAMME,
  deconventionnement: DECONVENTIONNEMENT,
  prelevement: PRELEVEMENT,
  majoration: MAJORATION,
  attributions: ATTRIBUTIONS,
  recalage: RECALAGE,
  clauseMixite: CLAUSE_MIXITE,
  loyers: LOYERS,
};

/** Les seuils de tension, qui tiennent à un décret par période, et toutes les autres. */
const TENSION: readonly Question[] = ['cible', 'exemptionTension'];
const TROIS_DS = (Object.keys(TABLES) as Question[]).filter((q) => !TENSION.includes(q) && q !== 'recalage');

/** Les questions auxquelles chaque période a une règle ; les autres n'en ont aucune. */
const CONNUES: readonly [string, readonly Question[]][] = [
  ['2002-2004', ['rattrapage']],
  ['2011-2013', ['rattrapage']],
  ['2014-2016', ['rattrapage']],
  ['2017-2019', ['rattrapage']],
  ['2020-2022', ['rattrapage', 'recalage', ...TENSION]],
  ['2023-2025', [...TROIS_DS, ...TENSION]],
  ['2026-2028', [...TROIS_DS, ...TENSION]],
  ['2029-2031', TROIS_DS],
];

const droit = (texte: string): Droit => droitDe(lirePeriode(texte)!);
const situation = (rang: Situation['rang']): Situation => ({
  residencesPrincipales: 10_000,
  logementsSociaux: 1500,
  tauxCible: 20,
  rang,
});

describe('périodes triennales', () => {
  it.each(CONNUES)('%s a une règle exactement, ou aucune, par question', (periode, connues) => {
    const { debut } = lirePeriode(periode)!;
    for (const [question, table] of Object.entries(TABLES) as [Question, readonly Datee<unknown>[]][]) {
      const applicables = table.filter(({ de, avant }) => de <= debut && (avant ?? Infinity) > debut);
      expect([question, applicables.length]).toEqual([question, connues.includes(question) ? 1 : 0]);
      expect(droit(periode)[question]).toBe(applicables[0] ?? null);
    }
  });

  it.each(Object.entries(TABLES))('%s ne change qu’au début d’une période', (_, table) => {
    const bornes = table.flatMap(({ de, avant }) => (avant === null ? [de] : [de, avant]));
    expect(bornes.filter((annee) => (annee - 2002) % 3 !== 0)).toEqual([]);
  });

  it.each(['2023-2025', ' 2023 - 2025 ', '2023–2025', '2023—2025', '2023/2025'])('lit « %s »', (texte) => {
    expect(lirePeriode(texte)).toEqual({ debut: 2023 });
  });

  it.each(['2022-2024', '2023-2026', '2025-2023', '1999-2001', '2023', '23-25', '2023-2025-2027', 'de 2023-2025', ''])(
    'refuse « %s » : les tranches de trois ans partent de 2002',
    (texte) => {
      expect(lirePeriode(texte)).toBeNull();
    },
  );

  it.each([
    ['2023-2025', 2022],
    ['2026-2028', 2025],
  ])('%s se calcule au 1er janvier %d', (texte, annee) => {
    const periode = lirePeriode(texte)!;
    expect([anneeDeBase(periode), ecrirePeriode(periode)]).toEqual([annee, texte]);
  });

  it.each([
    [2002, 2002],
    [2022, 2020],
    [2023, 2023],
    [2025, 2023],
    [2026, 2026],
  ])('%d est dans la période qui commence en %d', (annee, debut) => {
    expect(periodeDe(annee)).toEqual({ debut });
  });

  it('la loi 3DS régit 2023-2025 et 2026-2028', () => {
    expect(PERIODES_EN_VIGUEUR.map(ecrirePeriode)).toEqual(['2023-2025', '2026-2028']);
  });

  it.each([
    [2024, '2023-2025'],
    [2025, '2026-2028'],
    [2026, '2026-2028'],
    [2028, '2029-2031'],
  ])('en %d, les périodes connues vont de 2002-2004 à %s : la suivante se prépare un an avant', (annee, derniere) => {
    const connues = periodesConnues(annee);
    expect([connues[0], connues[1], connues.at(-1)]).toEqual(['2002-2004', '2005-2007', derniere]);
    expect(connues).toHaveLength((Number(derniere.slice(0, 4)) - 2002) / 3 + 1);
  });

  it('sans période, applique le droit de la dernière que l’outil connaît, et le dit', () => {
    expect(DERNIERE_PERIODE).toEqual({ debut: 2026 });
    expect(DROIT_EN_VIGUEUR).toEqual({ ...droit('2026-2028'), periode: null, libelle: expect.any(String) });
    expect(DROIT_EN_VIGUEUR.libelle).toContain(PERIODE_ABSENTE);
    expect(PERIODE_ABSENTE).toContain('2026-2028');
  });
});

describe('une règle absente se refuse, en français', () => {
  const refus = (resultat: object): string => (estRefus(resultat) ? phraseDuRefus(resultat) : 'aucun refus');

  it.each(['2002-2004', '2011-2013', '2014-2016', '2017-2019', '2020-2022'])(
    '%s : un rattrapage, mais ni plancher ni entrante',
    (periode) => {
      const d = droit(periode);
      expect(estRefus(tauxDeRattrapage(situation(3), d))).toBe(false);
      expect(refus(plancherCms(situation(3), d))).toBe(
        `Plancher du contrat de mixité sociale : aucune règle connue pour la période ${periode}.`,
      );
      expect(refus(plancherCims(situation(3), d))).toBe(
        `Plancher de mutualisation : aucune règle connue pour la période ${periode}.`,
      );
      const entrante = `Objectif d’une commune entrante : aucune règle connue pour la période ${periode}.`;
      expect(refus(tauxDeRattrapage(situation(1), d))).toBe(entrante);
      expect(refus(objectifDeReference(situation(1), d))).toBe(entrante);
    },
  );
});

describe('une période que le droit lu ne régit pas encore se répond avec sa réserve', () => {
  it.each([
    ['2023-2025', null],
    ['2026-2028', null],
    ['2029-2031', 'droit lu au 27/02/2026'],
    ['2035-2037', 'droit lu au 27/02/2026'],
  ])('%s : %p', (periode, reserve) => {
    expect(droit(periode).reserve).toBe(reserve);
    expect(droit(periode).libelle).toBe(`période ${periode}${reserve ? ` (${reserve})` : ''}`);
    const { etapes } = accepte(objectifDeReference(situation(3), droit(periode)));
    expect(etapes[0]!.formule.includes('droit lu au')).toBe(reserve !== null);
  });
});
