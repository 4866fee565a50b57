import { Parser } from 'htmlparser2';
import { ANNUAIRE } from '../../../src/annuaire';
import { controlerFichier } from '../../../src/cli/verifier';
import { droitDe } from '../../../src/droit';
import { ecrire } from '../../../src/nombres';
import { REFERENTIEL } from '../../../src/referentiel';
import { construireNote, noteEnHtml } from '../../../src/rapport/note';
import { portraitDe, portraitsEnSvg, type Graphique, type Portrait } from '../../../src/rapport/portrait';
import { sansInsecables } from '../../outils/fonctions';
import { options } from '../../outils/options';
import { controle } from '../../outils/tableau';

const INVENTAIRE = ['Département', 'Code INSEE', 'Commune', 'LLS', 'Taux LLS', 'Taux cible', 'Statut'];
const REYRIEUX = ['Ain', '01322', 'Reyrieux', 391, '16,47 %', '25 %', 'Carencée'];
const ORNEX = ['Ain', '01281', 'Ornex', 884, '24,87 %', '25 %', 'Déficitaire'];
const BOURG = ['Ain', '01053', 'Bourg-en-Bresse', 7870, '41,16 %', '20 %', 'En règle'];
const MEXIMIEUX = ['Ain', '01244', 'Meximieux', 373, 'NC', '25 %', ''];
const SAINT_BENOIT = ['Vienne', '86214', 'Saint-Benoît', 468, '16 %', '20 %', 'Déficitaire'];
const CONTEXTE = { droit: droitDe({ debut: 2026 }), contrat: 'aucun', annuaire: ANNUAIRE } as const;
const inventaire = (...lignes: readonly unknown[][]) => portraitDe(controle(INVENTAIRE, lignes, CONTEXTE), 'ain.csv');

const BILAN = ['Commune', 'Code INSEE', 'Objectif', 'Réalisés'];
const bilan = (entetes: readonly string[], ...lignes: readonly unknown[][]) =>
  portraitDe(controle(entetes, lignes, { ...CONTEXTE, droit: droitDe({ debut: 2023 }) }), 'bilan.csv');

/** « Reyrieux : 16,47 % pour 25 % (33 %), carencée ; écart supérieur à 4 points (33 %) » : chaque barre d'un graphique. */
const barres = (graphique: Graphique | undefined): string[] =>
  graphique?.type === 'comparaison'
    ? graphique.rangees.map(({ nom, mention, serie }) =>
        sansInsecables(`${nom} : ${mention} ; ${graphique.series[serie]!.nom}`),
      )
    : [];
const titres = ({ graphiques }: Pick<Portrait, 'graphiques'>) => graphiques.map(({ table }) => table.titre);

describe('l’inventaire : taux contre cible', () => {
  const portrait = inventaire(BOURG, ORNEX, MEXIMIEUX, REYRIEUX);
  const taux = portrait.graphiques.at(-1);
  test('de la plus loin de sa cible à la plus près, palier et statut en toutes lettres', () =>
    expect(barres(taux)).toEqual([
      'Reyrieux : 16,47 % pour 25 % (33 %), carencée ; écart supérieur à 4 points (33 %)',
      'Ornex : 24,87 % pour 25 % (100 %) ; écart inférieur à 2 points (100 %)',
      'Bourg-en-Bresse : 41,16 % pour 20 % ; en règle, exemptée ou hors champ',
    ]));
  test('un taux non publié ne se dessine pas : il est dit, et dans la table', () => {
    expect(taux?.remarques.join()).toContain('Sans barre, taux ou cible inconnu : 1 ligne');
    expect(taux?.table.rangees.map(([nom, t]) => [nom, t])).toContainEqual(['Meximieux', '?']);
  });
  test('un taux arrondi à cheval sur un seuil est indéterminé, jamais d’un palier', () =>
    expect(barres(inventaire(SAINT_BENOIT).graphiques.at(-1))).toEqual([
      'Saint-Benoît : 16 % pour 20 % (indéterminé) ; indéterminé',
    ]));
  test('le titre nomme le lieu ; le verdict et ce qui est reconstitué sont dits', () => {
    expect(portrait.titre).toBe('Ain : lecture de l’inventaire SRU publié');
    expect(portrait.verdict).toBe('INVENTAIRE, 1 COMMUNE INDÉTERMINÉE');
    const references = portrait.graphiques.find(({ table }) => table.titre.includes('référence'));
    expect(references?.remarques.join()).toContain('ce n’est pas l’objectif notifié');
  });
  test('plusieurs départements : leurs effectifs d’abord, chacun replié avec ses communes', () => {
    const { titre, graphiques, replis } = inventaire(REYRIEUX, ORNEX, SAINT_BENOIT);
    expect(titre).toMatch(/^2 départements :/);
    expect(graphiques[0]).toMatchObject({
      table: {
        entetes: [
          'Département',
          ...['supérieur à 4 points (33 %)', 'inférieur à 2 points (100 %)'].map((e) => `Écart ${e}`),
          'Indéterminé',
          'Communes',
        ],
        rangees: [
          ['Ain', '1', '1', '0', '2'],
          ['Vienne', '0', '0', '1', '1'],
        ],
      },
    });
    expect(replis.map((r) => [r.titre, titres(r).at(-1)])).toEqual([
      ['Ain', 'Taux de logements sociaux contre taux cible'],
      ['Vienne', 'Taux de logements sociaux contre taux cible'],
    ]);
  });
});

describe('le bilan : réalisés contre objectif', () => {
  const DAGNEUX = ['Dagneux', '01142', 68, 46];
  const MONTLUEL = ['Montluel', '01262', 5, 41];
  test('commune par commune, ce qui manque le plus d’abord', () =>
    expect(barres(bilan(BILAN, MONTLUEL, DAGNEUX).graphiques.at(-1))).toEqual([
      'Dagneux : 46 sur 68 ; objectif quantitatif non atteint',
      'Montluel : 41 sur 5 ; objectif quantitatif atteint',
    ]));
  test('un ensemble qui dépasse son objectif n’est pas dit l’avoir atteint : une de ses communes le manque', () => {
    const { graphiques } = bilan(BILAN, MONTLUEL, DAGNEUX, ['Beynost', '01043', 101, 107]);
    const [, epcis] = graphiques;
    expect(barres(epcis)).toEqual([
      'CC de Miribel et du Plateau : 107 sur 101 ; logements réalisés',
      'CC de la Côtière à Montluel : 87 sur 73 ; logements réalisés',
    ]);
    expect(epcis?.remarques).toContain('Des sommes : la loi juge chaque commune, non l’ensemble.');
  });
  test.each([
    ['le tableau conclut le contraire de ses nombres', [...BILAN, 'Respect de l’objectif'], [...DAGNEUX, 'oui']],
    ['la période court encore', ['Commune', 'Code INSEE', 'Objectif', 'Réalisés au 30/06/2024'], DAGNEUX],
  ])('%s : rien n’est dessiné manqué', (_, entetes, ligne) =>
    expect(barres(bilan(entetes, ligne).graphiques.at(-1))).toEqual([
      'Dagneux : 46 sur 68 (indéterminé) ; indéterminé',
    ]),
  );
  test('sans objectif à atteindre, une commune est comptée et non dessinée', () => {
    const [graphique] = bilan(BILAN, DAGNEUX, ['Montluel', '01262', 0, 12]).graphiques;
    expect(barres(graphique)).toHaveLength(1);
    expect(graphique?.remarques).toEqual(['1 commune sans objectif à atteindre, hors du graphique.']);
  });
});

describe('une mutualisation', () => {
  test('chaque objectif contre sa référence, du plus fort abaissement au plus fort relèvement', async () => {
    const { controles, reserves } = await controlerFichier('assets/exemples/plaquette.xlsx', options());
    const portrait = portraitDe(controles[0]!, 'plaquette.xlsx', reserves);
    expect(barres(portrait.graphiques[0])).toEqual([
      'Commune A : 85 pour une référence de 165 ; sous la référence',
      'Commune B : 179 pour une référence de 99 ; au-dessus de la référence',
    ]);
    expect(reserves).not.toEqual([]);
    expect(portrait.resume).toEqual(expect.arrayContaining([...reserves]));
  });
});

/** Les éléments et les attributs d'un texte balisé, et ses textes. */
function lireBalises(texte: string) {
  const [balises, attributs, textes] = [new Set<string>(), new Set<string>(), [] as string[]];
  const lecteur = new Parser(
    {
      onopentag: (nom, siens) => {
        balises.add(nom);
        Object.keys(siens).forEach((a) => attributs.add(a));
      },
      ontext: (t) => textes.push(t),
    },
    { xmlMode: true, decodeEntities: true },
  );
  lecteur.end(texte);
  return { balises, attributs, textes: textes.join('') };
}

describe('ce qu’un classeur écrit n’y devient jamais du balisage', () => {
  const HOSTILE = '<script>alert(1)</script>" onload="alert(2)" ]]> & \u0001\ud800';
  const portrait = inventaire(REYRIEUX.with(2, HOSTILE), ORNEX.with(0, `Ain ${HOSTILE}`), SAINT_BENOIT);
  test('dans le svg, qui reste du XML', () => {
    const svg = portraitsEnSvg([{ ...portrait, titre: HOSTILE }], HOSTILE);
    const { balises, attributs, textes } = lireBalises(svg);
    expect([...balises].sort()).toEqual(
      ['defs', 'desc', 'g', 'path', 'pattern', 'rect', 'style', 'svg', 'text', 'title'].sort(),
    );
    expect([...attributs].filter((a) => a.startsWith('on'))).toEqual([]);
    expect(textes).toContain('<script>alert(1)</script>"');
    expect(svg).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
  });
  test('dans la page', () => {
    const source = controle(INVENTAIRE, [REYRIEUX.with(2, HOSTILE), ORNEX], CONTEXTE);
    const dossier = { titre: HOSTILE, controles: [source], reserves: [], erreur: null };
    const html = noteEnHtml(construireNote([dossier], { date: '2026-11-30', version: '1', annuaire: ANNUAIRE }));
    const { balises, attributs } = lireBalises(html.replace(/<!doctype html>|<meta[^>]*>/g, ''));
    expect(balises.has('svg')).toBe(true);
    expect(balises.has('script')).toBe(false);
    expect([...attributs].filter((a) => a.startsWith('on'))).toEqual([]);
  });
});

test('un motif par série, un nom et une description par dessin : rien ne tient à la seule couleur', () => {
  const portrait = inventaire(REYRIEUX, ORNEX, BOURG, MEXIMIEUX, SAINT_BENOIT);
  const tous = [...portrait.graphiques, ...portrait.replis.flatMap((r) => r.graphiques)];
  for (const { series } of tous) expect(new Set(series.map(({ motif }) => motif)).size).toBe(series.length);
  const svg = portraitsEnSvg([portrait], 'pied');
  const images = svg.match(/role="img" aria-labelledby="[^"]*"/g) ?? [];
  expect(images).toHaveLength(tous.length);
  for (const id of images.join(' ').match(/p\d[-\w]*/g) ?? []) expect(svg.split(` id="${id}"`)).toHaveLength(2);
});

test('un inventaire national : chaque commune dans une table ; le svg s’en tient aux départements, et le dit', () => {
  const communes = REFERENTIEL.dernier.communes.map(({ code, nom, taux, cible, statut }) => [
    ...['', code, nom, ''],
    ...[taux ? `${ecrire(taux.valeur)} %` : 'NC', `${cible ?? 25} %`, statut ?? ''],
  ]);
  const portrait = inventaire(...communes);
  const dernieres = portrait.replis.map(({ graphiques }) => graphiques.at(-1)!.table.rangees.length);
  expect(dernieres.reduce((a, b) => a + b)).toBe(2186);
  expect(sansInsecables(portraitsEnSvg([portrait], ''))).toContain(
    `Le détail de ${portrait.replis.length} départements est dans le rapport en page web (.html).`,
  );
});
