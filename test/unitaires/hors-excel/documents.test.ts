import Papa from 'papaparse';
import { ANNUAIRE } from '../../../src/annuaire';
import { controlerFichier } from '../../../src/cli/verifier';
import { constatsEnCsv } from '../../../src/hors-excel/documents';
import { noteDe, type Document } from '../../../src/volet/etat/note';
import { REDACTIONS, rediger } from '../../../src/volet/etat/redaction';
import { fenetreDe } from '../../../src/hors-excel/fenetre';
import { construireNote, noteEnHtml, noteEnMarkdown } from '../../../src/rapport/note';
import { correctionDe } from '../../../src/tableau';
import { VERSION } from '../../../src/volet/version';
import { deposer, deposerFichier, memoireVive, type Depose } from './outils';

const EXEMPLE = 'assets/exemples/erreurs.xlsx';
const JOUR = new Date(2026, 10, 22);
const [CONTRAT, LETTRES] = REDACTIONS as [(typeof REDACTIONS)[0], (typeof REDACTIONS)[0]];

async function controler(depose: Depose) {
  await depose.volet.controler();
  const { feuilles, reglages, referentiel } = depose.volet.etat();
  return { feuilles, reglages, annuaire: referentiel!.annuaire };
}

test('la note est celle de la ligne de commande', async () => {
  const etat = await controler(deposerFichier(EXEMPLE));
  const { controles, reserves, erreur } = await controlerFichier(EXEMPLE, {
    ...{ precisions: {}, feuille: null },
  });
  const attendue = construireNote([{ titre: 'erreurs.xlsx', controles, reserves, erreur }], {
    ...{ date: '2026-11-22', version: VERSION, annuaire: ANNUAIRE },
  });
  const html = await noteDe('erreurs.xlsx', etat, 'html', JOUR);
  expect(html).toMatchObject({ nom: 'erreurs-note.html', contenu: noteEnHtml(attendue) });
  expect((await noteDe('erreurs.xlsx', etat, 'md', JOUR)).contenu).toBe(noteEnMarkdown(attendue));
  const docx = (await noteDe('erreurs.xlsx', etat, 'docx', JOUR)).contenu as Uint8Array;
  expect(Buffer.from(docx.subarray(0, 2)).toString()).toBe('PK');
});

test('le projet de contrat est celui de la ligne de commande, et la page relit son annexe', async () => {
  const { volet } = deposerFichier('test/cas/grand-poitiers.csv');
  await volet.controler();
  await volet.regler({ periode: '2023-2025', plh: true, avis: 'recueilli' });
  const remis: Document[] = [];
  await rediger(CONTRAT, volet, 'grand-poitiers.csv', JOUR, (document) => remis.push(document));
  expect(remis.map(({ nom }) => nom)).toEqual(['grand-poitiers-contrat.docx']);
  expect(volet.etat().compteRendu?.phrase).toMatch(/^Projet de contrat téléchargé.*passages à compléter/);
  const relu = deposer('grand-poitiers-contrat.docx', remis[0]!.contenu as Uint8Array);
  await relu.volet.controler();
  const [tableau] = relu.volet.etat().feuilles.flatMap((f) => f.tableaux);
  expect(tableau?.resultat).toMatchObject({ verdict: 'conforme', totaux: { contrat: 542 } });
  expect(tableau?.resultat).toHaveProperty('constats.0.code', 'CONTRAT_A_COMPLETER');
});

test('un tableau sans contrat : la page dit pourquoi il n’a pas de projet', async () => {
  const { volet } = deposerFichier('assets/exemples/bilan.xlsx');
  await volet.controler();
  await rediger(CONTRAT, volet, 'bilan.xlsx', JOUR, () => {
    throw new Error('remis');
  });
  expect(volet.etat().probleme).toMatch(/^Pas de projet de contrat.*bilan triennal/);
});

describe('les lettres de notification', () => {
  const rediges = async (...lignes: readonly string[]) => {
    const entetes =
      'code_insee;commune;Résidences principales;Logements sociaux;taux_cible;rang;Objectif de référence 2026-2028';
    const { volet } = deposer('tableau.csv', new TextEncoder().encode([entetes, ...lignes].join('\n')));
    await volet.controler();
    await volet.regler({ plh: true });
    const remis: Document[] = [];
    await rediger(LETTRES, volet, 'tableau.csv', JOUR, (document) => remis.push(document));
    const { compteRendu, probleme } = volet.etat();
    return { remis, compteRendu, probleme };
  };
  const SANS_RANG = '86115;Jaunay-Marigny;3000;400;20;;66,5';

  test('celles de la ligne de commande, en un document ; la page nomme les communes qui n’en ont pas', async () => {
    const { remis, compteRendu } = await rediges('86214;Saint-Benoît;2908;425;20;3;52', SANS_RANG);
    expect(remis.map(({ nom }) => nom)).toEqual(['tableau-lettres.docx']);
    expect(compteRendu?.phrase).toBe('Lettres téléchargées : 1 commune, chacune sur sa page.');
    expect(compteRendu?.laissees.map(({ raison }) => raison)).toEqual([
      expect.stringMatching(/^Sans lettre, l’objectif n’étant pas certain : Jaunay-Marigny \(son rang triennal/),
    ]);
  });

  test('aucun objectif certain : rien n’est remis, et la page dit pourquoi', async () => {
    const { remis, probleme } = await rediges(SANS_RANG);
    expect(remis).toEqual([]);
    expect(probleme).toMatch(/^Pas de lettre de notification.*aucune commune n’a d’objectif certain.*Jaunay-Marigny/);
  });
});

describe('les constats en csv', () => {
  const lire = (csv: unknown) => Papa.parse<string[]>(String(csv).slice(1).trimEnd(), { delimiter: ';' }).data;

  test('un constat par ligne, avec sa cellule, ses chiffres et sa correction', async () => {
    const etat = await controler(deposerFichier(EXEMPLE));
    const { nom, contenu } = constatsEnCsv('erreurs.xlsx', etat);
    const [entetes, ...lignes] = lire(contenu);
    const { controles } = await controlerFichier(EXEMPLE, {
      ...{ precisions: {}, feuille: null },
    });
    const attendus = controles.flatMap((c) => c.constats.map((constat) => ({ feuille: c.tableau.feuille, constat })));
    expect(nom).toBe('erreurs-constats.csv');
    expect(String(contenu).startsWith('\ufeff')).toBe(true);
    expect(entetes).toHaveLength(11);
    expect(lignes).toHaveLength(attendus.length);
    expect(lignes.map((l) => [l[0], l[1], l[4], l[8]])).toEqual(
      attendus.map(({ feuille, constat }) => [feuille, constat.cellule ?? '', constat.code, correctionDe(constat)]),
    );
  });

  test.each(['=HYPERLINK("http://exemple.fr")', '+1+1', '-2+3', '\t=1'])(
    'une commune nommée « %s » reste un texte',
    async (nom) => {
      const csv = `Commune;Résidences principales;Logements sociaux;Taux cible\n"${nom.replaceAll('"', '""')}";1000;100;20\n`;
      const etat = await controler(deposer('essai.csv', Buffer.from(csv)));
      const lignes = lire(constatsEnCsv('essai.csv', etat).contenu).slice(1);
      expect(lignes.some((l) => l[2]!.includes(nom.trim()))).toBe(true);
      for (const cellule of lignes.flat()) expect(cellule).not.toMatch(/^[=@\t\r]|^[+-](?!\d+(,\d+)?$)/);
    },
  );
});

describe('les réglages restent sous le nom du fichier', () => {
  const depot = (memoire: ReturnType<typeof memoireVive>, nom = 'essai.csv') =>
    deposer(nom, Buffer.from('Commune;RP;LLS;Taux cible\nBuxerolles;4082;800;20\n'), memoire);

  test('le même fichier, déposé à nouveau, les retrouve ; un autre ne les a pas ; ils s’oublient', async () => {
    const memoire = memoireVive();
    const premier = depot(memoire);
    await premier.volet.controler();
    await premier.volet.regler({ plh: true, periode: '2023-2025' });
    const second = depot(memoire);
    await second.volet.controler();
    expect(second.volet.etat().reglages).toMatchObject({ plh: true, periode: '2023-2025' });
    const autre = depot(memoire, 'autre.csv');
    await autre.volet.controler();
    expect(autre.volet.etat().reglages.plh).toBeNull();
    second.classeur.oublierLesReglages();
    expect(memoire.cles()).toEqual([]);
  });
  test('une mémoire pleine se dit, et le réglage vaut quand même', async () => {
    const memoire = memoireVive();
    memoire.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    const { volet } = depot(memoire);
    await volet.controler();
    await volet.regler({ plh: true });
    expect(volet.etat().probleme).toMatch(/n’a pas gardé ce réglage/);
    expect(volet.etat().reglages.plh).toBe(true);
  });
  test('une mémoire abîmée vaut « non précisé »', async () => {
    const memoire = memoireVive();
    memoire.setItem('mutualisation-sru/essai.csv', '{pas du JSON');
    const { volet } = depot(memoire);
    await volet.controler();
    expect(volet.etat().reglages.plh).toBeNull();
    expect(volet.etat().probleme).toBeNull();
  });
});

test('un constat mène à sa cellule, montrée avec l’en-tête de son tableau', async () => {
  const depose = deposerFichier('assets/exemples/grand-poitiers.xlsx');
  await depose.volet.controler();
  const [feuille] = depose.volet.etat().feuilles;
  await depose.volet.allerA({ feuille: feuille!.feuille.id, adresse: 'K18' });
  const [vue] = depose.vues;
  const fenetre = fenetreDe({ fichier: { numero: 1, nom: 'x', ...depose }, ...vue! });
  expect(fenetre.cible).toEqual({ ligne: 17, colonne: 10 });
  expect(fenetre.lignes).toContain(feuille!.tableaux[0]!.tableau.ligneEntete);
  expect(fenetre.colonnes).toContain(feuille!.tableaux[0]!.tableau.plage.colonne);
});
