import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ResultatFichier } from '../../../src/rapport/resultat';
import { CODES } from '../../../src/tableau';
import schema from '../../../docs/schema-verifier.json';
import { mutualisationSru, processusSru } from '../../outils/cli';

const GRAND_POITIERS = 'test/cas/grand-poitiers.csv';
const dossier = mkdtempSync(join(tmpdir(), 'verifier-'));
const ecrire = (nom: string, contenu: string | Uint8Array): string => {
  const chemin = join(dossier, nom);
  writeFileSync(chemin, contenu);
  return chemin;
};
const lireJson = (texte: string) => JSON.parse(texte) as ResultatFichier[];
const valider = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);

describe('Grand Poitiers, en texte', () => {
  const { code, sortie, erreurs } = mutualisationSru(
    'verifier',
    GRAND_POITIERS,
    '--plh',
    'oui',
    '--avis',
    'a-recueillir',
    '--periode',
    '2023-2025',
  );
  const lignes = sortie.split('\n');

  test('est conforme', () => expect([code, erreurs]).toEqual([0, '']));
  test('dit d’abord le verdict, puis les totaux', () => {
    expect(lignes[1]).toMatch(/^CONFORME/);
    expect(sortie).toMatch(/Références 471, contrat 542\s: \+71 \(\+15,1\s%\)/);
  });
  test('aligne les communes', () => {
    const communes = lignes.filter((l) => /^(Commune|Buxerolles|Vouneuil-sous-Biard|Total) /.test(l));
    expect(communes).toEqual([
      'Commune                         Manquants  Rattrapage  Référence  Contrat  Écart  Plancher',
      expect.stringMatching(/^Buxerolles {29}17 {7}100.% {9}16 {7}16 {6}0 {9}9$/),
      expect.stringMatching(/^Vouneuil-sous-Biard {19}312 {8}33.% {8}103 {7}60 {4}−43 {8}52$/),
      expect.stringMatching(/^Total +471 +542 +\+71$/),
    ]);
  });
  test('finit par les constats, avec leur cellule et leur article', () => {
    expect(sortie.replace(/\s+/g, ' ')).toMatch(
      /Saint-Benoît, J5 : La référence 52 est l’arrondi .* de 51,678\. \[REFERENCE_ARRONDIE ; L\. 302-8, VII du CCH ; interprétation\]/,
    );
  });
  test('n’a pas de couleur hors d’un terminal', () => expect(sortie).not.toContain('\u001b'));
});

describe('--json', () => {
  const absent = join(dossier, 'absent.xlsx');
  const { code, sortie } = mutualisationSru('verifier', GRAND_POITIERS, absent, '--json');
  const [fichier, erreur] = lireJson(sortie);

  test('suit le schéma publié', () => {
    valider(lireJson(sortie));
    expect(valider.errors).toBeNull();
  });
  test('le schéma nomme tous les codes', () =>
    expect([...schema.definitions.constat.properties.code.enum].sort()).toEqual([...CODES].sort()));
  test('rend les totaux, les lignes et les constats', () => {
    expect(fichier).toMatchObject({ fichier: GRAND_POITIERS, verdict: 'conforme' });
    const tableau = fichier!.tableaux[0]!;
    expect(tableau).toMatchObject({
      feuille: 'grand-poitiers',
      plage: 'A1:M11',
      contrat: 'cims',
      periode: null,
      totalReference: 471,
      totalContrat: 542,
      colonnesIgnorees: [],
    });
    expect(tableau.lignes[0]).toEqual({
      commune: 'Buxerolles',
      codeInsee: '86041',
      cellule: 'B2',
      manquants: 16.4,
      tauxRattrapage: 1,
      objectifReference: 16,
      objectifContrat: 16,
    });
    expect(tableau.constats.map((c) => c.code)).toContain('CONDITION_A_CONFIRMER');
  });
  test('un fichier absent garde sa place, avec sa raison, et le code est 3', () => {
    expect([code, erreur]).toEqual([
      3,
      { fichier: absent, verdict: null, erreur: 'Fichier introuvable.', tableaux: [] },
    ]);
  });
});

describe('verdicts, codes de sortie et options', () => {
  const tableau = (contrat: string, reference = '165') =>
    `Commune;RP;LLS;Taux cible;Objectif de référence;${contrat}\nCommune A;10000;1500;20;${reference};83\nCommune B;10000;1500;20;165;247\n`;

  test('non conforme : 1 (accord absent de la cellule)', () => {
    const chemin = ecrire(
      'accord.csv',
      tableau('Objectif CMS')
        .replace('CMS\n', 'CMS;Accord\n')
        .replaceAll(/(\d)\n/g, '$1;\n'),
    );
    expect(processusSru('verifier', chemin)).toMatchObject({
      code: 1,
      sortie: expect.stringContaining('NON CONFORME') as string,
    });
  });
  test('indéterminé : 2 (aucune colonne ne dit les accords)', () => {
    expect(processusSru('verifier', ecrire('indetermine.csv', tableau('Objectif CMS')))).toMatchObject({ code: 2 });
  });
  test('--colonne nomme une colonne que rien ne permet de reconnaître', () => {
    const chemin = ecrire('colonne.csv', tableau('Cible finale 2025'));
    const sans = lireJson(mutualisationSru('verifier', chemin, '--json').sortie)[0]!.tableaux[0]!;
    expect(sans).toMatchObject({ contrat: 'aucun', colonnesIgnorees: ['Cible finale 2025'] });
    const avec = lireJson(
      mutualisationSru('verifier', chemin, '--json', '--colonne', 'Cible finale 2025=objectif_contrat').sortie,
    )[0]!.tableaux[0]!;
    expect(avec).toMatchObject({ contrat: 'cims', totalContrat: 330, colonnesIgnorees: [] });
  });
  test('--contrat change la règle : 83 suffit mutualisé, pas abaissé (125)', () => {
    const chemin = ecrire('cms.csv', tableau('Objectif CMS'));
    const codes = (contrat: string) =>
      lireJson(
        mutualisationSru('verifier', chemin, '--json', '--contrat', contrat).sortie,
      )[0]!.tableaux[0]!.constats.map((c) => c.code);
    expect(codes('cims')).not.toContain('REDUCTION_EXCESSIVE');
    expect(codes('cms')).toContain('SOUS_PLANCHER_CMS');
    expect(codes('aucun')).toContain('REDUCTION_EXCESSIVE');
  });
  test('une période sans mutualisation connue est refusée', () => {
    const { code, erreurs } = mutualisationSru('verifier', GRAND_POITIERS, '--periode', '2020-2022');
    expect(code).toBe(3);
    expect(erreurs).toMatch(/Mutualisation\s: aucune règle connue pour la période 2020-2022/);
  });
  test('un tableau vierge n’est pas « aucun tableau »', () => {
    const { code, erreurs } = mutualisationSru('verifier', 'assets/exemples/vierge.xlsx');
    expect(code).toBe(3);
    expect(erreurs).toMatch(/n’a aucune commune/);
  });
  test('--feuille inconnue : les feuilles sont nommées', () => {
    expect(mutualisationSru('verifier', GRAND_POITIERS, '--feuille', 'X')).toMatchObject({
      code: 3,
      erreurs: expect.stringContaining('grand-poitiers') as string,
    });
  });
  test.each([
    [['verifier'], /Il manque un argument/],
    [['verifier', 'f', '--contrat', 'foo'], /contrat.*cims/s],
    [['verifier', 'f', '--periode', '2022-2024'], /--periode.*période triennale/],
    [['verifier', 'f', '--colonne', 'x'], /--colonne.*En-tête=colonne/],
    [['verifier', 'f', '--rapport', 'note.txt'], /--rapport.*\.docx, \.html ou \.md/],
    [['verifier', 'f', '--plh', 'oui', '--plh', 'non'], /--plh.*une seule valeur/],
    [['verifier', 'f', '--inconnu'], /inconnu/],
    [[], /verifier, preparer ou calculer/],
  ])('mauvais usage %j : 64', (mots, phrase) => {
    const { code, erreurs } = mutualisationSru(...mots);
    expect(code).toBe(64);
    expect(erreurs).toMatch(phrase);
  });
});

describe('--rapport', () => {
  test.each(['note.md', 'note.html'])('%s', (nom) => {
    const chemin = join(dossier, nom);
    mutualisationSru('verifier', GRAND_POITIERS, '--rapport', chemin);
    const rapport = readFileSync(chemin, 'utf8');
    expect(rapport).toMatch(/CONFORME/);
    expect(rapport).toContain('Vouneuil-sous-Biard');
    expect(rapport).toMatch(/L\.\s302-8, X du CCH/);
  });
  test('le texte du classeur n’y est jamais interprété', () => {
    const piege = ecrire('piege.csv', 'Commune;RP;LLS;Taux cible\n<img src=x onerror=alert(1)>|*gras*;10000;1500;20\n');
    mutualisationSru('verifier', piege, '--rapport', join(dossier, 'piege.html'));
    expect(readFileSync(join(dossier, 'piege.html'), 'utf8')).not.toContain('<img');
    mutualisationSru('verifier', piege, '--rapport', join(dossier, 'piege.md'));
    expect(readFileSync(join(dossier, 'piege.md'), 'utf8')).toContain('\\<img');
  });
  test('une extension en capitales vaut l’autre', () => {
    const chemin = join(dossier, 'NOTE.DOCX');
    mutualisationSru('verifier', GRAND_POITIERS, '--rapport', chemin);
    expect(readFileSync(chemin).subarray(0, 2).toString()).toBe('PK');
  });
  test('impossible à écrire : une phrase, et 64', () => {
    const chemin = join(dossier, 'absent', 'note.md');
    const { code, erreurs } = mutualisationSru('verifier', GRAND_POITIERS, '--rapport', chemin);
    expect(code).toBe(64);
    expect(erreurs.replace(/\s/g, ' ')).toBe(
      `--rapport : « ${chemin} » ne peut pas être écrit : le dossier n’existe pas. Voir « mutualisation-sru --help ». `,
    );
  });
  test('ne récrit jamais un fichier à contrôler, n’écrit rien d’un fichier illisible', () => {
    const faux = ecrire('faux.md', 'pas un classeur');
    expect(mutualisationSru('verifier', faux, '--rapport', faux)).toMatchObject({ code: 64 });
    const rapport = join(dossier, 'rien.md');
    expect(mutualisationSru('verifier', faux, '--rapport', rapport)).toMatchObject({ code: 3 });
    expect(existsSync(rapport)).toBe(false);
  });
});

describe('calculer', () => {
  test.each([
    ['=SRU.OBJECTIF(10000;1500;20)', 0, '165\n', { valeur: 165 }],
    ['=SRU.OBJECTIF({10000;10000};{1500;1800};20%)', 0, '165\n100\n', { valeur: [[165], [100]] }],
    ['=SRU.TAUX(1500;10000)', 0, '0,15\n', { valeur: 0.15 }],
  ])('%s', (formule, code, sortie, json) => {
    expect(processusSru('calculer', formule)).toMatchObject({ code, sortie });
    expect(JSON.parse(mutualisationSru('calculer', formule, '--json').sortie)).toEqual(json);
  });
  test('une erreur s’écrit comme dans la cellule, avec sa raison ; code 1', () => {
    const { code, sortie } = mutualisationSru('calculer', '=SRU.OBJECTIF(10000;1500;30)');
    expect(code).toBe(1);
    expect(sortie).toMatch(/^#VALEUR!\s: taux_cible\s: reçu 30, attendu/);
    expect(JSON.parse(mutualisationSru('calculer', '=CMS.PLANCHER(10000;1500;20;1)', '--json').sortie)).toMatchObject({
      erreur: '#N/A',
    });
    expect(JSON.parse(mutualisationSru('calculer', '=SRU.INCONNUE(1)', '--json').sortie)).toMatchObject({
      erreur: '#NOM?',
    });
  });
});
