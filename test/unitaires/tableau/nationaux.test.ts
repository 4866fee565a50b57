import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { grilleDeValeurs, type Tableau } from '../../../src/tableau';
import { lesTableaux } from '../../outils/tableau';
import { tableau, valeurs } from './outils';

const DOSSIER = 'test/cas/nationaux/';
const FICHIERS = readdirSync(DOSSIER).filter((nom) => nom.endsWith('.csv'));
const PAGE = readFileSync('docs/colonnes-nationales.md', 'utf8');

const rangees = (fichier: string): string[][] =>
  Papa.parse<string[]>(readFileSync(DOSSIER + fichier, 'utf8'), { delimiter: ';', skipEmptyLines: true }).data;

const lire = (fichier: string): Tableau => {
  const [trouve] = lesTableaux(grilleDeValeurs(rangees(fichier)));
  return trouve!;
};

/** Ce qui est fait de chaque colonne, dans les mots de la page. */
function sorts(fichier: string): string[] {
  const { entetes, ignorees } = lire(fichier);
  const retenues = new Map([...entetes.values()].map((e) => [e.position, `\`${e.colonne}\``]));
  const laissees = new Map(
    ignorees.map((e) => {
      const inconnue = e.motif === 'non comprise' && !e.sensible;
      return [e.position, e.colonne ? `${e.motif} (\`${e.colonne}\`)` : inconnue ? 'inconnue' : e.motif];
    }),
  );
  return rangees(fichier)[0]!.map((titre, i) => {
    const nom = titre.replace(/\s+/g, ' ').trim() || '(sans titre)';
    return `| ${nom} | ${retenues.get(i) ?? laissees.get(i) ?? 'sans titre'} |`;
  });
}

const partie = (fichier: string): string[] => {
  const nom = fichier.replace('.csv', '').replace('-', ' ').replace('bilan', 'Bilan').replace(/-/, ' ');
  const debut = PAGE.indexOf(`## ${nom}\n`);
  const [, ...lignes] = PAGE.slice(debut).split('\n');
  const fin = lignes.findIndex((ligne) => ligne.startsWith('## '));
  return lignes
    .slice(0, fin < 0 ? undefined : fin)
    .map((ligne) => ligne.replace(/ {2,}/g, ' '))
    .filter((ligne) => ligne.startsWith('| ') && !/^\| (?:colonne|-+) /.test(ligne));
};

describe.each(FICHIERS)('%s', (fichier) => {
  test('la page dit ce qui est fait de chaque colonne', () => {
    expect(sorts(fichier)).toEqual(partie(fichier));
  });

  test('aucune colonne n’y est ambiguë, ni incomprise au point de suspendre le verdict', () => {
    const { ambigues, nonComprises } = lire(fichier);
    expect([...ambigues.keys()]).toEqual([]);
    expect(nonComprises.map((e) => e.texte)).toEqual([]);
  });
});

describe('deux périodes côte à côte', () => {
  test('la période du bilan l’emporte sur la précédente, datée ou non', () => {
    const entetes = [
      'Commune',
      'Objectif 2011-2013',
      'Bilan 2011-2013',
      'Objectif',
      'Objectif 2014-2016',
      'Réalisation',
      'Réalisés 2014-2016',
    ];
    expect(valeurs(tableau([entetes, ['A', 1, 2, 3, 4, 5, 6]]), 'objectif_reference', 'realises')).toEqual([
      ['A', 4, 6],
    ]);
  });

  test('sous des titres fusionnés, dans un autre ordre', () => {
    const t = tableau(
      [
        ['INSEE', 'Commune', 'Bilan 2020-2022', '', '', 'Bilan 2017-2019', '', ''],
        ['', '', 'Objectif PLAI', 'Objectif', 'Réalisations', 'Objectif PLAI', 'Objectif', 'Réalisations'],
        ['1043', 'Beynost', 1, 2, 3, 4, 5, 6],
      ],
      { fusions: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:H1'] },
    );
    expect(valeurs(t, 'objectif_plai', 'objectif_reference', 'realises')).toEqual([['Beynost', 1, 2, 3]]);
  });

  test('les logements financés vont à leur année et à leur période', () => {
    const entetes = [
      'Commune',
      'Objectif 2014-2016',
      'Bilan 2014-2016',
      ...[2011, 2012, 2013, 2016, 2014, 2015].map((a) => `LLS financés en ${a}`),
    ];
    const t = tableau([entetes, ['A', 50, 60, 1, 2, 3, 6, 4, 5]]);
    expect(valeurs(t, 'finances_1', 'finances_2', 'finances_3')).toEqual([['A', 4, 5, 6]]);
  });

  test('un objectif d’une période à venir n’est pas jugé sur les réalisations de la précédente', () => {
    const t = tableau([
      ['Commune', 'RP', 'LLS', 'Objectif 2023-2025', 'Réalisés 2020-2022'],
      ['A', 1000, 100, 30, 40],
    ]);
    expect(t.colonnes.has('objectif_reference')).toBe(false);
    expect(t.nonComprises.map((e) => e.texte)).toEqual(['Objectif 2023-2025']);
  });
});
