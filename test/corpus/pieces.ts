import { montrer } from './recritures/formats';
import type { Feuille, Valeur } from '../outils/lecture';
import { POITIERS, TOULON, TOURS, titreDe, type Base, type Champ } from './bases';
import { cas, ecrit, ENTIER, type Cas, type Variation } from './cas';
import { rangsDe, sommer, type Rangee, type Recit } from './recit';

const rangees = (change: (r: Recit) => readonly Rangee[]) => (r: Recit) => ({ ...r, rangees: change(r) });
const couper = (des: number, ...entre: Rangee[]) =>
  rangees((r) => [...r.rangees.slice(0, des), ...entre, ...r.rangees.slice(des)]);
const parFeuilles =
  (des: number) =>
  (r: Recit): Recit => ({ ...r, coupe: { des } });
const parColonnes =
  (champs: readonly Champ[]) =>
  (r: Recit): Recit => ({ ...r, coupe: { champs } });
/** Prises à part, les cinq premières communes sont relevées, les dernières abaissées. */
const TRIEES = rangees((r) => [...r.rangees].reverse());
const suivre =
  (...etapes: ((r: Recit) => Recit)[]) =>
  (r: Recit) =>
    etapes.reduce((x, etape) => etape(x), r);

const ROMPU: Variation['communes'] = { Montamisé: { contrat: 12 } };
const INSUFFISANT: Variation['communes'] = {
  'Saint-Benoît': { contrat: 55 },
  'Jaunay-Marigny': { contrat: 42 },
  'Mignaloux-Beauvoir': { contrat: 40 },
};

const MANIERES: readonly (readonly [string, (r: Recit) => Recit])[] = [
  ['en-têtes répétés', couper(5, { repris: true })],
  ['en-têtes répétés après un blanc', couper(5, { brute: [] }, { repris: true })],
  ['en-têtes répétés après deux blancs', couper(4, { brute: [] }, { brute: [] }, { repris: true })],
  ['« (suite) »', couper(5, { brute: [] }, { brute: ['Tableau 1 (suite)'] }, { repris: true })],
  ['« Page 2 »', couper(6, { brute: ['Page 2'] }, { repris: true })],
  ['report d’une page à l’autre', suivre(TRIEES, couper(5, { brute: [] }, { repris: true }))],
  ['deux feuilles', parFeuilles(5)],
  ['deux feuilles, la première d’une commune', parFeuilles(1)],
  ['deux feuilles, ordre renversé', suivre(TRIEES, parFeuilles(4))],
];

const uneParFeuille = (base: Base): Feuille[] =>
  base.communes.map((c) => ({
    nom: montrer(c.commune!),
    cellules: [base.champs.map((champ) => titreDe(base, champ)), base.champs.map((champ): Valeur => c[champ] ?? '')],
  }));
const fiches = (base: Base): Feuille[] =>
  base.communes.map((c) => ({
    nom: montrer(c.commune!),
    cellules: base.champs.map((champ) => [titreDe(base, champ), c[champ] ?? '']),
  }));
const rompu: Base = {
  ...POITIERS,
  communes: POITIERS.communes.map((c) => (c.commune === 'Montamisé' ? { ...c, contrat: 12 } : c)),
};

/** Deux moitiés côte à côte, séparées par `vide` colonnes. */
function cote(vide: number, variation: Variation = {}): Feuille[] {
  const [f] = ecrit(variation);
  const [titres, ...lignes] = f!.cellules;
  const blanc = Array.from({ length: vide }, () => '');
  const place = Math.ceil(lignes.length / 2);
  const suite = Array.from({ length: place }, (_, i) => [...lignes[i]!, ...blanc, ...(lignes[place + i] ?? [])]);
  return [{ nom: 'Mutualisation', cellules: [[...titres!, ...blanc, ...titres!], ...suite] }];
}
const DEMANDE = ['conforme', 'question'] as const;

/** Le contrat seul, recopié dans une autre feuille. */
const recopie = (base: Base, objectif: (ecrit: number) => number = (n) => n): Feuille => ({
  nom: 'Contrat',
  cellules: [
    ['Commune', titreDe(base, 'contrat')],
    ...base.communes.map((c): Valeur[] => [c.commune!, objectif(Number(c.contrat))]),
  ],
});

export const PIECES: readonly Cas[] = [
  ...MANIERES.map(([t, recit]) => cas(`${t} : le tout, ou la question`, ecrit({ recit }), DEMANDE)),
  ...MANIERES.map(([t, recit]) => cas(`${t} : la moitié rompue`, ecrit({ recit, communes: ROMPU }), 'jamais conforme')),
  ...MANIERES.map(([t, recit]) =>
    cas(`${t} : le total insuffisant`, ecrit({ recit, communes: INSUFFISANT }), 'jamais conforme'),
  ),
  cas('en-têtes répétés : le tout', ecrit({ recit: couper(5, { repris: true }) }), 'conforme', ENTIER),
  cas(
    'références dans une feuille, contrat dans l’autre',
    ecrit({ recit: parColonnes(['contrat', 'accord', 'periodes']) }),
    'jamais non conforme',
  ),
  cas(
    'références dans une feuille, contrat rompu dans l’autre',
    ecrit({ recit: parColonnes(['contrat', 'accord', 'periodes']), communes: ROMPU }),
    'jamais conforme',
  ),
  cas('accords dans une autre feuille', ecrit({ recit: parColonnes(['accord']) }), 'jamais non conforme'),
  cas('une feuille par commune', uneParFeuille(POITIERS), 'jamais non conforme'),
  cas('une feuille par commune, la moitié rompue', uneParFeuille(rompu), 'jamais conforme'),
  cas('une feuille par commune, sans parc', uneParFeuille(TOURS), 'jamais non conforme'),
  cas('une fiche par commune', fiches(POITIERS), 'jamais non conforme'),
  cas('une fiche par commune, la moitié rompue', fiches(rompu), 'jamais conforme'),
  cas('deux moitiés côte à côte', cote(1), 'jamais non conforme'),
  cas('deux moitiés côte à côte, collées', cote(0), 'jamais non conforme'),
  cas('deux moitiés côte à côte, la moitié rompue', cote(1, { communes: ROMPU }), 'jamais conforme'),
  cas('deux moitiés collées, le total insuffisant', cote(0, { communes: INSUFFISANT }), 'jamais conforme'),
  cas(
    'total après chaque morceau',
    ecrit({
      recit: (r) =>
        couper(
          5,
          { autre: sommer(r.base, rangsDe(r).slice(0, 5)), intitule: 'Total page 1' },
          { brute: [] },
          { repris: true },
        )(r),
    }),
    'jamais non conforme',
  ),
  cas(
    'deux versions du même tableau, deux feuilles',
    [...ecrit({ feuille: 'V1', communes: ROMPU }), ...ecrit({ feuille: 'V2' })],
    'jamais conforme',
  ),
  cas(
    'deux EPCI, deux feuilles',
    [...ecrit({ feuille: 'Poitiers' }), ...ecrit({ feuille: 'Tours' }, TOURS)],
    'conforme',
  ),
  cas('un contrat recopié dans une autre feuille', [...ecrit(), recopie(POITIERS)], 'conforme', ENTIER),
  cas(
    'un contrat recopié, que sa copie seule dit abaissant',
    [...ecrit({ titres: { contrat: 'Avenant n° 1' } }, TOULON), recopie(TOULON)],
    'jamais non conforme',
  ),
  cas(
    'un contrat recopié, à un logement près',
    [...ecrit(), recopie(POITIERS, (n) => n - 1)],
    ['question', 'non conforme'],
  ),
  cas('communes en colonnes', transposee(ecrit()), ['conforme', 'question', 'refus']),
  cas('communes en colonnes, la moitié rompue', transposee(ecrit({ communes: ROMPU })), 'jamais conforme'),
];

function transposee([f]: readonly Feuille[]): Feuille[] {
  const { nom, cellules } = f!;
  return [{ nom, cellules: cellules[0]!.map((_, c) => cellules.map((ligne) => ligne[c] ?? '')) }];
}
