import { lireEntete } from '../../../../src/tableau';
import {
  confronter,
  faitsRetenus,
  lireFaits,
  type Choix,
  type EnteteDatee,
  type Fait,
  type Lieu,
} from '../../../../src/tableau/alentours';

/** Des textes, du plus proche du tableau au plus lointain ; « feuille: » pour le nom de la feuille. */
const dits = (...textes: readonly string[]): { faits: Fait[] } => ({
  faits: textes.flatMap((texte, i) => {
    const feuille = texte.startsWith('feuille:');
    const lieu: Lieu = feuille ? 'feuille' : 'au-dessus';
    const cellule = feuille ? '' : `A${i + 1}`;
    return lireFaits(texte.replace('feuille:', '')).map((fait): Fait => ({ ...fait, cellule, lieu }));
  }),
});

const entetes = (...libelles: readonly string[]): EnteteDatee[] =>
  libelles.map((libelle, i) => ({ ...lireEntete(libelle), cellule: `${'BCDE'[i]!}9` }));

const sujets = ({ contradictions }: ReturnType<typeof faitsRetenus>) => contradictions.map(({ sujet }) => sujet);

describe('les faits retenus', () => {
  test('la cellule la plus proche l’emporte, le nom de la feuille vient après', () => {
    const { valeurs, contradictions } = faitsRetenus(dits('Période 2026-2028', 'CIMS', 'feuille:CMS 2026-2028'), []);
    expect(valeurs.periode).toMatchObject({ valeur: { debut: 2026 }, cellule: 'A1' });
    expect(valeurs.genre?.valeur).toBe('cims');
    expect(contradictions).toEqual([]);
  });

  test('les années d’un en-tête d’objectif sont la période, celles des données leur millésime', () => {
    const lus = entetes(
      'Objectif de référence 2026-2028',
      'Résidences principales au 01/01/2025',
      'Réalisés 2023-2025',
    );
    const { valeurs, contradictions } = faitsRetenus({ faits: [] }, lus);
    expect(valeurs.periode).toMatchObject({ valeur: { debut: 2026 }, cellule: 'B9', lieu: 'en-tête' });
    expect(valeurs.millesime).toMatchObject({ valeur: 2025, cellule: 'C9' });
    expect(contradictions).toEqual([]);
  });

  const desaccords: readonly (readonly [string, ReturnType<typeof dits>, EnteteDatee[], string[]])[] = [
    ['deux périodes', dits('Période 2023-2025', 'CMS 2026-2028'), [], ['periode']],
    ['une période et le nom de la feuille', dits('Période 2026-2028', 'feuille:2023-2025'), [], ['periode']],
    ['un titre et des en-têtes', dits('Contrat 2023-2025'), entetes('Objectif de référence 2020-2022'), ['periode']],
    ['deux en-têtes', dits(), entetes('Objectif de référence 2020-2022', 'Objectif du contrat 2023-2025'), ['periode']],
    ['une période qui n’est pas de la loi', dits('Période 2025-2027'), [], ['periode']],
    ['un en-tête qui n’est pas de la loi', dits(), entetes('Objectif du contrat 2025-2027'), ['periode']],
    ['deux PLH', dits('PLH : oui', 'PLH : non'), [], ['plh']],
    ['un PLH et son élaboration', dits('PLH exécutoire', 'Le PLH sera adopté en 2027'), [], ['plh']],
    ['deux avis', dits('Avis CNSRU favorable', 'Avis CNSRU défavorable'), [], ['avis']],
    ['deux EPCI', dits('EPCI : CU Grand Poitiers', 'EPCI : CA du Niortais'), [], ['epci']],
    ['un EPCI écrit de deux façons', dits('EPCI : CU Grand Poitiers', 'EPCI : Grand Poitiers'), [], []],
    ['un EPCI et son sigle', dits('EPCI : CU Grand Poitiers', 'EPCI : GPCU'), [], []],
    ['deux taux cibles', dits('Taux cible : 20 %', 'Taux cible : 25 %'), [], ['taux_cible']],
    ['deux genres', dits('CMS abaissant', 'CIMS'), [], ['genre']],
    ['des données d’une autre année', dits('Période 2026-2028', 'RP au 01/01/2022'), [], ['millesime']],
    ['des données de la bonne année', dits('Période 2026-2028', 'RP au 01/01/2025'), [], []],
    ['l’inventaire d’une autre année', dits('CMS 2026-2028', 'Source : inventaire SRU 2024'), [], ['millesime']],
    ['deux millésimes, dont le bon', dits('CMS 2026-2028', 'RP au 01/01/2025', 'Inventaire 2024'), [], []],
    ['un en-tête d’une autre année', dits('CMS 2026-2028'), entetes('RP au 01/01/2022'), ['millesime']],
    ['deux en-têtes, sans période', dits(), entetes('RP au 01/01/2022', 'LLS au 01/01/2025'), ['millesime']],
    ['un contrat signé sans avis', dits('Contrat signé le 12/06/2026', 'Avis CNSRU à recueillir'), [], ['avis']],
    ['un projet signé', dits('Projet de contrat', 'Contrat signé le 12/06/2026'), [], ['stade']],
    ['rien de contraire', dits('CMS 2026-2028', 'PLH 2025-2030', 'PLH : oui', 'Avis CNSRU recueilli'), [], []],
  ];
  test.each(desaccords)('se contredisent ou non : %s', (_, alentours, lus, attendus) => {
    expect(sujets(faitsRetenus(alentours, lus))).toEqual(attendus);
  });

  test('un PLH ou un avis contredit est à confirmer', () => {
    const { valeurs } = faitsRetenus(
      dits('PLH : oui', 'PLH en révision', 'Avis CNSRU favorable', 'Avis CNSRU : réservé'),
      [],
    );
    expect([valeurs.plh?.valeur, valeurs.avis?.valeur]).toEqual([null, null]);
  });

  test.each([
    ['PLH 2025-2030', true],
    ['PLH 2026-2031', true],
    ['PLH 2020-2025', null],
    ['PLH 2018-2026', null],
    ['PLH 2027-2032', null],
    ['PLH exécutoire depuis le 12/03/2020', true],
    ['PLH adopté le 12/12/2018', null],
    ['PLH valable jusqu’en 2024', null],
    ['PLH : oui', true],
  ])('« %s » pour 2026-2028 : %s', (texte, attendu) => {
    expect(faitsRetenus(dits('Période 2026-2028', texte), []).valeurs.plh?.valeur).toBe(attendu);
    expect(faitsRetenus(dits(texte), [], { debut: 2026 }).valeurs.plh?.valeur).toBe(attendu);
  });

  test('la période précisée juge le millésime à la place de celle de la feuille', () => {
    expect(sujets(faitsRetenus(dits(), entetes('RP au 01/01/2022'), { debut: 2026 }))).toEqual(['millesime']);
    expect(sujets(faitsRetenus(dits(), entetes('RP au 01/01/2022'), { debut: 2023 }))).toEqual([]);
  });

  test('une contradiction cite ses textes, leurs cellules et se lit', () => {
    const [contradiction] = faitsRetenus(dits('Période 2023-2025', 'feuille:CMS 2026-2028'), []).contradictions;
    expect(contradiction).toEqual({
      sujet: 'periode',
      textes: ['Période 2023-2025', 'CMS 2026-2028'],
      cellules: ['A1', ''],
      phrase:
        'Les textes de la feuille ne s’accordent pas sur la période\u00a0: «\u00a0Période 2023-2025\u00a0» (A1), «\u00a0CMS 2026-2028\u00a0» (nom de la feuille). Précisez ce qui vaut pour ce tableau.',
    });
  });
});

describe('le choix de l’agent', () => {
  const RIEN: Choix = { periode: null, plh: null, avis: null, contrat: null };
  const retenus = faitsRetenus(dits('Période 2023-2025', 'PLH : non', 'Avis CNSRU défavorable'), []);

  test.each<[Partial<Choix>, string[]]>([
    [{}, []],
    [{ periode: { debut: 2023 }, plh: false, avis: 'defavorable' }, []],
    [{ periode: { debut: 2026 } }, ['periode']],
    [{ plh: true }, ['plh']],
    [{ avis: 'recueilli' }, ['avis']],
    [{ periode: { debut: 2026 }, plh: true, avis: 'a-recueillir' }, ['periode', 'plh', 'avis']],
  ])('%j : la feuille dit autre chose de %j', (choix, attendus) => {
    expect(confronter(retenus, { ...RIEN, ...choix }).map(({ sujet }) => sujet)).toEqual(attendus);
  });

  test('un PLH en élaboration contredit un oui', () => {
    const [ecart] = confronter(faitsRetenus(dits('PLH en cours d’élaboration'), []), { ...RIEN, plh: true });
    expect(ecart?.phrase).toBe(
      'Vous avez précisé le PLH\u00a0: oui. La feuille dit autre chose\u00a0: «\u00a0PLH en cours d’élaboration\u00a0» (A1). Votre choix est suivi\u202f; vérifiez-le.',
    );
  });

  test('une feuille muette ne contredit rien', () => {
    const choix: Choix = { periode: { debut: 2026 }, plh: true, avis: 'recueilli', contrat: null };
    expect(confronter(faitsRetenus({ faits: [] }, []), choix)).toEqual([]);
  });
});
