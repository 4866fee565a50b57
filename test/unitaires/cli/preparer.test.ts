import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { controlerFichier } from '../../../src/cli/verifier';
import { mutualisationSru } from '../../outils/cli';
import { options } from '../../outils/options';

const dossier = mkdtempSync(join(tmpdir(), 'preparer-'));
const lancer = (...mots: string[]) => {
  const { code, sortie, erreurs } = mutualisationSru('preparer', ...mots);
  return { code, dit: `${sortie}${erreurs}`.replace(/\s+/g, ' ').trim() };
};
const preparer = (nom: string, ...mots: string[]) => {
  const chemin = join(dossier, nom);
  return { chemin, ...lancer(chemin, ...mots) };
};

describe('preparer', () => {
  const { chemin, code, dit } = preparer('m.xlsx', '--epci', 'CA de La Rochelle', '--pour', 'mutualisation');
  test('écrit les communes déficitaires de l’EPCI, et dit ce qui reste à remplir', async () => {
    expect([code, dit]).toEqual([
      0,
      `Tableau écrit : ${chemin}. Mutualisation 2026-2028 : 9 communes ; ce qui est sur fond jaune reste à remplir.`,
    ]);
    const { controles } = await controlerFichier(chemin, options());
    expect(controles.map((c) => [c.nature, c.verdict, c.contexte.droit.periode?.debut])).toEqual([
      ['objectifs', 'indetermine', 2026],
    ]);
  });
  test('rien de ce que la feuille dit d’elle-même n’est incompris', async () => {
    for (const [nom, ...mots] of [
      ['a.xlsx', '--epci', 'Bordeaux Métropole', '--pour', 'mutualisation'],
      ['b.xlsx', '--departement', '17', '--pour', 'objectifs'],
      ['c.xlsx', '--epci', 'CA de La Rochelle', '--pour', 'cms'],
      ['d.xlsx', '--departement', 'Gironde', '--pour', 'bilan'],
    ] as const) {
      const { controles } = await controlerFichier(preparer(nom, ...mots).chemin, options());
      const codes = new Set(controles.flatMap((c) => c.constats.filter((x) => x.empecheDeConclure).map((x) => x.code)));
      expect([nom, ...codes]).toEqual([nom, 'LIGNE_INCOMPLETE']);
    }
  });
  test('remplie, elle est contrôlée : la référence est celle de la loi, l’objectif du contrat celui de l’agent', async () => {
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.readFile(chemin);
    const feuille = classeur.worksheets[0]!;
    const entete = feuille.getColumn(1).values.indexOf('Code INSEE');
    const colonne = (titre: string) => (feuille.getRow(entete).values as string[]).indexOf(titre);
    for (let l = entete + 1; l <= entete + 9; l++) {
      // 10 000 résidences, 1 500 logements, 25 % : 1 000 manquants, référence 330.
      for (const [titre, valeur] of [
        ['Résidences principales', 10_000],
        ['Logements sociaux', 1500],
        ['Rang triennal', 3],
        ['Logements manquants', 1000],
        ['Objectif de référence', 330],
        ['Plancher de mutualisation', 165],
        ['Objectif du contrat', 330],
        ['Périodes consécutives d’abaissement', 0],
      ] as const)
        feuille.getRow(l).getCell(colonne(titre)).value = valeur;
    }
    const rempli = join(dossier, 'rempli.xlsx');
    await classeur.xlsx.writeFile(rempli);
    const { verdict, controles } = await controlerFichier(rempli, options({ plh: true, avis: 'recueilli' }));
    const graves = controles[0]!.constats.filter((c) => c.gravite !== 'information').map((c) => c.code);
    // Le parc est inventé : loin, pour les communes qui le sont, du taux publié, et c'est dit.
    expect([verdict, [...new Set(graves)]]).toEqual(['conforme', ['TAUX_CONTREDIT']]);
  });
  test('ne remplace un fichier que sur demande', () => {
    const deja = join(dossier, 'deja.xlsx');
    writeFileSync(deja, 'à l’agent');
    const mots = ['--departement', '17', '--pour', 'bilan'];
    expect(lancer(deja, ...mots)).toMatchObject({ code: 64, dit: expect.stringContaining('--remplacer') as string });
    expect(readFileSync(deja, 'utf8')).toBe('à l’agent');
    expect(lancer(deja, ...mots, '--remplacer').code).toBe(0);
  });
  test.each([
    [
      ['--epci', 'La Rochele', '--pour', 'cms'],
      /« La Rochele » n’est pas un EPCI connu\. Les plus proches : « CA de La Rochelle » \(\d{9}\), « [^»]+ » \(\d{9}\), « [^»]+ » \(\d{9}\)\./,
    ],
    [['--epci', 'communaute', '--pour', 'cms'], /peut être plusieurs EPCI : «/],
    [['--departement', '99', '--pour', 'bilan'], /--departement : reçu « 99 »/],
    [['--departement', '48', '--pour', 'bilan'], /^Lozère : aucune commune déficitaire à l’inventaire publié en \d{4}/],
    [['--departement', '17', '--pour', 'mutualisation'], /même EPCI/],
    [['--pour', 'bilan'], /--epci .* ou --departement/],
    [['--epci', 'CA de La Rochelle', '--pour', 'rien'], /pour/],
    [['--departement', '17', '--pour', 'cms', '--periode', '2008-2010'], /Plancher du contrat : aucune règle connue/],
  ])('%j : 64, une phrase, aucun fichier', (mots, phrase) => {
    const { code: sorti, dit: ce, chemin: absent } = preparer('absent.xlsx', ...mots);
    expect([sorti, existsSync(absent)]).toEqual([64, false]);
    expect(ce).toMatch(phrase);
  });
});
