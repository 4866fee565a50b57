import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import schema from '../../../docs/schema-verifier.json';
import { controlerFichier, resultatFichier, type OptionsVerifier } from '../../../src/cli/verifier';

const valider = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
const dossier = mkdtempSync(join(tmpdir(), 'schema-'));
const de = (chemin: string) =>
  readdirSync(chemin).flatMap((nom) => (/\.(?:csv|xlsx|xls|ods)$/.test(nom) ? [join(chemin, nom)] : []));

/** Ce que `--json` rend d'un fichier, une fois écrit et relu. */
const rendu = async (fichier: string, precisions: OptionsVerifier['precisions'] = {}) =>
  JSON.parse(JSON.stringify([resultatFichier(await controlerFichier(fichier, { precisions, feuille: null }))])) as [
    ReturnType<typeof resultatFichier>,
  ];

const erreursDe = (resultat: unknown) => (valider(resultat) ? [] : valider.errors);

const ENTETES = 'Commune;RP;LLS;Taux cible;Rang;Objectif de référence;Objectif CMS;Accord';
const COMMUNES = 'Montamisé;1581;138;20;3;59;61;oui\nFontaine-le-Comte;1730;172;20;3;57;57;';
const TEXTES = {
  'un PLH à confirmer, une colonne et une ligne non comprises': `CMS 2026-2028\nPLH en cours\n${ENTETES};Engagement\nMontamisé;1581;138;20;3;59;61;oui;4\nÀ répartir;;;;;;5;\nTotal;;;;;59;61;\nLigugé;2498;450;20;3;20;20;\n`,
  'un accord à confirmer': `${ENTETES}\n${COMMUNES.replace('oui', 'oui sous réserve')}\n`,
  'un rang inconnu': 'Commune;RP;LLS;Taux cible;Objectif CMS\nMontamisé;1581;138;20;40\nLigugé;2498;450;20;60\n',
  'des communes en colonnes':
    'Commune;Montamisé;Ligugé\nRP;1581;2498\nLLS;138;450\nTaux cible;20;20\nObjectif CMS;59;20\n',
  'une table d’une autre matière':
    'Commune;Population municipale;EPCI\nMontamisé;3600;Grand Poitiers\nLigugé;3200;Grand Poitiers\n',
} as const;

describe('la sortie --json suit le schéma publié', () => {
  it.each([
    ...de('assets/exemples'),
    ...de('test/cas/tableaux'),
    ...de('test/cas/nationaux'),
    ...de('test/cas/inventaire'),
  ])('%s', async (fichier) => {
    expect(erreursDe(await rendu(fichier))).toEqual([]);
  });

  it.each(Object.entries(TEXTES))('%s', async (titre, texte) => {
    const chemin = join(dossier, `${titre}.csv`);
    writeFileSync(chemin, texte);
    const resultat = await rendu(chemin);
    expect(erreursDe(resultat)).toEqual([]);
    expect(resultat[0].tableaux).toHaveLength(1);
  });

  it('un texte non compris dans le nom de la feuille', async () => {
    const chemin = join(dossier, 'Mutualisation hors Ligugé.csv');
    writeFileSync(chemin, `${ENTETES}\n${COMMUNES}\n`);
    const resultat = await rendu(chemin);
    expect(erreursDe(resultat)).toEqual([]);
    expect(resultat[0].verdict).toBe('indetermine');
  });

  it('un tableau refusé à côté d’un tableau jugé', async () => {
    const chemin = join(dossier, 'deux.csv');
    const bilan = 'Commune;Objectif 2020-2022;Réalisés 2020-2022\nMontamisé;59;60\nLigugé;20;25\n';
    writeFileSync(chemin, `${bilan}\n\n\n${ENTETES}\n${COMMUNES}\n`);
    const resultat = await rendu(chemin, { periode: '2020-2022' });
    expect(erreursDe(resultat)).toEqual([]);
    expect(resultat[0]).toMatchObject({ erreur: expect.any(String) as string, tableaux: [{ verdict: 'conforme' }] });
  });
});

describe('le schéma est strict', () => {
  const modele = rendu(de('assets/exemples').find((f) => f.includes('cms-abaissant'))!);

  it.each([
    ['lecture', (t: Record<string, unknown>) => t.lecture as object],
    ['lecture.periode', (t: Record<string, unknown>) => (t.lecture as { periode: object }).periode],
    ['lecture.colonnes', (t: Record<string, unknown>) => (t.lecture as { colonnes: object[] }).colonnes[0]!],
  ])('%s n’admet rien de plus ni de moins', async (_, partie) => {
    const [avec, sans] = [structuredClone(await modele), structuredClone(await modele)];
    Object.assign(partie(avec[0].tableaux[0] as never), { inconnue: 1 });
    expect(valider(avec)).toBe(false);
    const objet = partie(sans[0].tableaux[0] as never) as Record<string, unknown>;
    delete objet[Object.keys(objet)[0]!];
    expect(valider(sans)).toBe(false);
  });
});
