import { REFERENTIEL } from '../../../src/referentiel';
import { lireClasseur } from '../../../src/classeur/fichier';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { TOUTES } from '../../../src/fonctions/toutes';
import { grilleDeValeurs, lireEntete, repondre, SANS_PRECISION, type Grille } from '../../../src/tableau';
import { eprouver } from '../../../src/volet/etat/auto-controle';
import { colonnesDe } from '../../../src/volet/etat/colonnes';
import { colonnesCalculees } from '../../../src/volet/etat/colonnes-calculees';
import { controlerFeuille, type TableauControle } from '../../../src/volet/etat/controles';
import { enNotationDExcel, formuleAInserer } from '../../../src/volet/etat/formules';
import { retirer } from '../../../src/volet/etat/reponses';

const trouver = (grille: Grille, reglages = SANS_PRECISION): TableauControle =>
  controlerFeuille({ ...grille, id: 'f1' }, reglages, REFERENTIEL).tableaux[0]!;
const tableau = (...rangees: unknown[][]) => trouver(grilleDeValeurs(rangees, 'L’été'));
const fonction = (nom: string) => TOUTES.find((f) => f.nom === nom)!;

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Rang triennal', 'Objectif CMS'];
const RANGEES = [ENTETES, ['A', 10000, 1500, 20, '', 165], [], ['B', 5000, 500, 20, 2, 100]];

describe('insérer une fonction', () => {
  test('traduit un exemple français en notation d’Excel', () => {
    expect(enNotationDExcel('=SRU.TYPOLOGIE(100;30;25;9,9;"a;b,c") → NON CONFORME')).toBe(
      '=SRU.TYPOLOGIE(100,30,25,9.9,"a;b,c")',
    );
    expect(enNotationDExcel('=SRU.TABLEAU(A3:F14) à droite du tableau')).toBe('=SRU.TABLEAU(A3:F14)');
  });

  test('prend ses arguments dans la première commune du tableau, une cellule vide ne valant pas un rang 0', () => {
    const formule = formuleAInserer(fonction('SRU.OBJECTIF'), tableau(...RANGEES), SANS_PRECISION);
    expect(formule).toBe(`=SRU.OBJECTIF('L’été'!B2,'L’été'!C2,'L’été'!D2,IF('L’été'!E2="",3,'L’été'!E2))`);
  });

  test('passe le tableau entier et le contexte au contrôle', () => {
    const reglages = { ...SANS_PRECISION, plh: true, periode: '2023-2025' };
    expect(formuleAInserer(fonction('CIMS.VALIDER'), tableau(...RANGEES), reglages)).toBe(
      `=CIMS.VALIDER('L’été'!A1:F4,"oui",,"2023-2025")`,
    );
    expect(formuleAInserer(fonction('CIMS.VALIDER'), null, SANS_PRECISION)).toBeNull();
  });

  test('double l’apostrophe d’un nom de feuille', () => {
    const trouve = trouver(grilleDeValeurs(RANGEES, "L'été"));
    expect(formuleAInserer(fonction('SRU.TABLEAU'), trouve, SANS_PRECISION)).toBe(`=SRU.TABLEAU('L''été'!A1:F4)`);
  });

  test.each(TOUTES.map((f) => [f.nom, f] as const))('%s : à défaut de tableau, son exemple', (nom, f) => {
    const formule = formuleAInserer(f, null, SANS_PRECISION);
    if (formule !== null) expect(formule).toMatch(new RegExp(`^=${nom}\\([^;→]*\\)$`));
  });
});

describe('les colonnes calculées', () => {
  test('une formule par commune, dans les premières colonnes libres', () => {
    const colonnes = colonnesCalculees(tableau(...RANGEES), SANS_PRECISION)!;
    expect(colonnes.plage).toEqual({ ligne: 0, colonne: 6, ligneFin: 3, colonneFin: 8 });
    expect(colonnes.cellules).toEqual([
      ['Manquants (calculés)', 'Référence (calculée)', 'Plancher (calculé)'],
      ['=SRU.MANQUANTS(B2,C2,D2)', '=SRU.OBJECTIF(B2,C2,D2,IF(E2="",3,E2))', '=CIMS.PLANCHER(B2,C2,D2,IF(E2="",3,E2))'],
      ['', '', ''],
      ['=SRU.MANQUANTS(B4,C4,D4)', '=SRU.OBJECTIF(B4,C4,D4,IF(E4="",3,E4))', '=CIMS.PLANCHER(B4,C4,D4,IF(E4="",3,E4))'],
    ]);
  });

  test('ne couvrent rien, suivent la période et le contrat, et ne concurrencent aucune colonne', () => {
    const avecNotes = RANGEES.map((r, i) => (i === 3 ? [...r, '', 'note'] : r));
    const reglages = { ...SANS_PRECISION, periode: '2020-2022', contrat: 'aucun' } as const;
    const trouve = trouver(grilleDeValeurs(avecNotes), reglages);
    const { plage, cellules, entetes } = colonnesCalculees(trouve, reglages)!;
    expect([plage.colonne, plage.colonneFin]).toEqual([8, 9]);
    expect(cellules[1]![1]).toBe('=SRU.OBJECTIF(B2,C2,D2,IF(E2="",3,E2),"2020-2022")');
    const toutes = [...entetes, 'Plancher (calculé)'];
    expect(toutes.map((entete) => lireEntete(entete).colonne)).toEqual(toutes.map(() => null));
  });

  test('sans parc ni taux cible, il n’y en a pas', () => {
    const trouve = tableau(['Commune', 'Objectif de référence', 'Objectif CMS'], ['A', 100, 100]);
    expect(colonnesCalculees(trouve, SANS_PRECISION)).toBeNull();
  });
});

describe('les colonnes d’un tableau', () => {
  const RIVALES = tableau(
    ['Commune', 'RP', 'LLS', 'Objectif CMS', 'Objectif retenu', 'Remarque'],
    ['A', 10000, 1500, 165, 170, 'x'],
  );
  test('dit ce que chacune devient', () => {
    const sorts = colonnesDe(RIVALES, SANS_PRECISION).map((e) => [e.texte, e.sort, e.precisee]);
    expect(sorts).toEqual([
      ['Commune', 'lue', null],
      ['RP', 'lue', null],
      ['LLS', 'lue', null],
      ['Objectif CMS', 'à trancher', null],
      ['Objectif retenu', 'à trancher', null],
      ['Remarque', 'laissée', null],
    ]);
  });

  test('une colonne nommée à la main tranche, et se défait', () => {
    const { cle } = colonnesDe(RIVALES, SANS_PRECISION)[4]!;
    const reglages = repondre(SANS_PRECISION, { quoi: 'colonne', entete: cle, colonne: 'objectif_contrat' });
    const colonnes = colonnesDe(trouver(RIVALES.feuille, reglages), reglages);
    expect(colonnes.map((e) => e.sort)).toEqual(['lue', 'lue', 'lue', 'laissée', 'lue', 'laissée']);
    expect(colonnes[4]!.precisee).toBe('objectif_contrat');
    expect(retirer(reglages, { champ: 'colonnes', cle })).toEqual(SANS_PRECISION);
  });

  test('se retrouvent toutes dans le classeur d’exemple', async () => {
    const [grille] = (await lireClasseur('assets/exemples/grand-poitiers.xlsx')).feuilles;
    expect(colonnesDe(trouver(grille!), SANS_PRECISION)).toHaveLength(15);
  });
});

describe('l’auto-contrôle', () => {
  test('toutes les fonctions répondent', async () => {
    expect(await eprouver(FONCTIONS)).toEqual({ reussies: TOUTES.map((f) => f.nom), defaillantes: [] });
  });

  test('nomme celle qui ne répond pas', async () => {
    const enPanne = () => {
      throw new Error('panne');
    };
    const { defaillantes } = await eprouver({ ...FONCTIONS, 'SRU.TAUX': enPanne, 'CMS.DUREE': async () => [[]] });
    expect(defaillantes).toEqual(['CMS.DUREE', 'SRU.TAUX']);
  });
});
