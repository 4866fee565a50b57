import communes from '@etalab/decoupage-administratif/data/communes.json';
import { ANNUAIRE } from '../../../src/annuaire';
import { cleDeNom } from '../../../src/annuaire/annuaire';
import donnees from '../../../src/annuaire/communes.json';
import { deplierCles, plierCles } from '../../../src/annuaire/noms';
import { normaliser } from '../../../src/tableau/texte';

describe('deux écritures du même nom ont la même clé', () => {
  test.each([
    ['L’Haÿ-les-Roses', 'Haÿ-les-Roses (L’)'],
    ['L’Haÿ-les-Roses', "HAY LES ROSES (L')"],
    ['L’Haÿ-les-Roses', 'HAY-LES-ROSES (L`) (94)'],
    ['Les Sables-d’Olonne', "SABLES-D'OLONNE (LES)"],
    ['Les Ulis', 'Ulis, Les'],
    ['Le Mans', 'Mans [Le]'],
    ['Le Mans', 'Ville du Mans'],
    ['Les Sables-d’Olonne', 'Commune des Sables d´Olonne'],
    ['L’Haÿ-les-Roses', 'Mairie de L ʼHaÿ-les-Roses'],
    ['La Rochelle', 'VILLE DE LA ROCHELLE'],
    ['Ville-d’Avray', 'Ville de Ville-d’Avray'],
    ['Angers', 'ville d’Angers'],
    ['Jaunay-Marigny', 'Jaunay-Marigny (ex Jaunay-Clan)'],
    ['Jaunay-Marigny', 'Jaunay-Marigny (ex-Jaunay-Clan)'],
    ['Jaunay-Marigny', 'Jaunay-Marigny ex Jaunay-Clan'],
    ['Jaunay-Marigny', 'Jaunay-Marigny (commune nouvelle)'],
    ['Jaunay-Marigny', 'Jaunay-Marigny, commune nouvelle *'],
    ['Poitiers', 'Poitiers (1)'],
    ['Poitiers', 'Poitiers*'],
    ['Poitiers', 'Poitiers¹'],
    ['Poitiers', '86 - Poitiers'],
    ['Poitiers', '86194 Poitiers'],
    ['Poitiers', 'POITIERS CEDEX 9'],
    ['Ajaccio', '2A004 – Ajaccio'],
    ['Vouneuil-sous-Biard', 'Vouneuil s/s Biard'],
    ['Vouneuil-sous-Biard', 'VOUNEUIL-SS-BIARD'],
    ['Neuilly-sur-Seine', 'Neuilly-s/-Seine'],
    ['Neuilly-sur-Seine', 'Neuilly S/Seine'],
    ['Neuilly-sur-Seine', 'Neuilly/Seine'],
    ['Neuilly-sur-Seine', 'Neuilly / Seine'],
    ['Saint-Benoît', 'St. Benoit'],
    ['Saint-Benoît', 'ST-BENOÎT'],
    ['Sainte-Foy-lès-Lyon', 'Ste Foy lez Lyon'],
    ['Notre-Dame-de-Bondeville', 'N.-D. de Bondeville'],
    ['Notre-Dame-de-Bondeville', 'ND de Bondeville'],
    ['Mont-Saint-Aignan', 'Mt-St-Aignan'],
    ['Œuilly', 'OEUILLY'],
    ['Migné-Auxances', '  Migné\u00a0‑  Auxances '],
    ['Paris', 'Paris 16e Arrondissement'],
    ['Paris', 'Paris 16ème'],
    ['Paris', '75016 PARIS 16'],
    ['Paris', '16e arrondissement de Paris'],
    ['Lyon', 'Lyon 3e'],
    ['Marseille', 'Marseille 1er arr.'],
  ])('%s : %s', (nom, autre) => expect(cleDeNom(autre)).toBe(cleDeNom(nom)));

  test.each([
    ['Saint-Benoît', 'Saint-Benoist'],
    ['Poitiers', 'Poitier'],
    ['Commune 10', 'Commune 11'],
    ['Neuilly-sur-Seine', 'Neuilly-sur-Marne'],
    ['Le Pin', 'Les Pins'],
    ['Paris', 'Parisot'],
  ])('%s n’est pas %s', (nom, autre) => expect(cleDeNom(autre)).not.toBe(cleDeNom(nom)));

  test('aucun texte sans lettre ne devient un nom, aucun texte hostile ne coûte cher', () => {
    expect(['', ' ', '()', '(', '***', '12'].map((t) => ANNUAIRE.connait(t))).toEqual(Array(6).fill(false));
    const debut = performance.now();
    for (const motif of ['(', '( ', '1 ', 's/', ' le', 'ville de ', 'n d ', 'paris 1 ']) cleDeNom(motif.repeat(20_000));
    expect(performance.now() - debut).toBeLessThan(2000);
  });
});

const majuscules = (nom: string) =>
  nom
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase();
/** « Le Mans » : « Mans (Le) ». */
const articleRejete = (nom: string) =>
  nom.replace(/^(L['’]|Les? |La )(.+)$/, (_, article: string, reste: string) => `${reste} (${article.trim()})`);
const elide = (nom: string) =>
  nom.startsWith('Les ') ? `des ${nom.slice(4)}` : nom.startsWith('Le ') ? `du ${nom.slice(3)}` : `de ${nom}`;

const REECRITURES: readonly (readonly [string, (nom: string) => string])[] = [
  ['majuscules accentuées', (n) => n.toUpperCase()],
  ['majuscules sans accents', majuscules],
  ['minuscules', (n) => n.toLowerCase()],
  ['accents décomposés', (n) => n.normalize('NFD')],
  ['tirets en espaces', (n) => n.replace(/-/g, ' ')],
  ['tirets insécables', (n) => n.replace(/-/g, '\u2011')],
  ['tirets demi-cadratins espacés', (n) => n.replace(/-/g, ' – ')],
  ['espaces doubles et insécables', (n) => `  ${n.replace(/ /g, ' \u00a0')} `],
  ['apostrophes typographiques', (n) => n.replace(/'/g, '’')],
  ['apostrophes en espaces', (n) => n.replace(/'/g, ' ')],
  ['article rejeté', articleRejete],
  ['article rejeté, en majuscules, sans tirets', (n) => majuscules(articleRejete(n)).replace(/-/g, ' ')],
  ['St et Ste', (n) => n.replace(/\bSaint\b/g, 'St').replace(/\bSainte\b/g, 'Ste')],
  [
    'ST. en majuscules',
    (n) =>
      majuscules(n)
        .replace(/\bSAINT\b/g, 'ST.')
        .replace(/\bSAINTE\b/g, 'STE.'),
  ],
  ['N.-D.', (n) => n.replace(/Notre-Dame/g, 'N.-D.')],
  ['s/', (n) => n.replace(/-sur-/g, ' s/ ')],
  ['S/ collé', (n) => n.replace(/-sur-/g, '-S/')],
  ['s/s', (n) => n.replace(/-sous-/g, ' s/s ')],
  ['barre oblique', (n) => n.replace(/-sur-/g, '/')],
  ['lez', (n) => n.replace(/-lès-/g, '-lez-')],
  ['oe', (n) => n.replace(/œ/g, 'oe').replace(/Œ/g, 'Oe')],
  ['Ville de', (n) => `Ville ${elide(n)}`],
  ['Commune de', (n) => `COMMUNE ${elide(n).toUpperCase()}`],
  ['Mairie de', (n) => `Mairie ${elide(n)}`],
  ['ex', (n) => `${n} (ex-Autrefois)`],
  ['commune nouvelle', (n) => `${n} (commune nouvelle)`],
  ['étoile', (n) => `${n} *`],
  ['appel de note', (n) => `${n} (1)`],
  ['département devant', (n) => `86 - ${n}`],
  ['code derrière', (n) => `${n} (86041)`],
];

describe('chaque nom de l’annuaire se retrouve, ou ses homonymes', () => {
  const noms = donnees.epcis.flatMap(([, , membres]) =>
    (membres as [string, string, number][]).map(([code, nom]) => ({ code, nom })),
  );
  test.each(REECRITURES)('%s', (_, reecrire) => {
    const perdus = noms.filter(({ code, nom }) => !ANNUAIRE.parNom(reecrire(nom)).some((c) => c.code === code));
    expect(perdus.map(({ nom }) => `${nom} : ${reecrire(nom)}`)).toEqual([]);
  });
  test('l’article que l’INSEE range à part', () => {
    expect(ANNUAIRE.parNom('MANS').map((c) => c.nom)).toEqual(['Le Mans']);
    expect(ANNUAIRE.parNom('SABLES D OLONNE').map((c) => c.nom)).toEqual(["Les Sables-d'Olonne"]);
  });
  test('des noms différents gardent des clés différentes', () => {
    const parCle = new Map<string, Set<string>>();
    for (const { nom } of noms) {
      const cle = cleDeNom(nom);
      parCle.set(cle, (parCle.get(cle) ?? new Set()).add(normaliser(nom).replace(/ lez /g, ' les ')));
    }
    expect([...parCle.values()].filter((formes) => formes.size > 1)).toEqual([]);
  });
});

describe('l’annuaire connaît le nom de toutes les communes', () => {
  test('les 34 969, et celles qu’elles ont réunies', () => {
    const actuelles = communes.filter((c) => c.type === 'commune-actuelle');
    expect(actuelles).toHaveLength(34_969);
    expect(communes.filter(({ nom }) => !ANNUAIRE.connait(nom)).map(({ nom }) => nom)).toEqual([]);
  });
  test.each(['Champ-sur-Drac', 'NOTRE DAME DE BONDEVILLE', 'Rochefourchat', 'St Benoit du Sault', 'Y', 'Mans (Le)'])(
    'connaît %s',
    (nom) => expect(ANNUAIRE.connait(nom)).toBe(true),
  );
  test.each([
    'Total',
    'Moyenne',
    'À répartir',
    'Réserve',
    'PLAI',
    'CU du Grand Poitiers',
    'Saint-Benoist',
    '2025',
    'Mans',
  ])('ne connaît pas %s', (nom) => expect(ANNUAIRE.connait(nom)).toBe(false));
  test('plier puis déplier rend les mêmes clés', () => {
    const cles = ['a', 'aa', 'aast', 'y', 'ys', `${'long '.repeat(12)}a`, `${'long '.repeat(12)}b`];
    expect([...deplierCles(plierCles(cles))].sort()).toEqual([...cles].sort());
  });
});
