import { readFileSync } from 'node:fs';
import {
  enLettres,
  laPart,
  LOI,
  milliers,
  ou,
  PLANCHER_DE_LA_PLAQUETTE,
  PLANCHERS_ABAISSANTS,
  TAUX_DE_RATTRAPAGE,
} from '../../scripts/droit-en-mots';
import { CIBLES, ENTRANTES_DEPUIS, type Palier } from '../../src/droit';
import { typographier } from '../../src/nombres';
import {
  CONSTATS,
  estColonne,
  lireAccord,
  lireEntete,
  NOMS_PUBLICS,
  SUJETS,
  type CodeConstat,
  type Colonne,
} from '../../src/tableau';

const guide = readFileSync('docs/guide-agent.md', 'utf8');
const sansEspaces = (texte: string) =>
  typographier(texte)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** Code → sens, tels que la table d'un sujet les donne. */
function tableDe(sujet: string): Record<string, string> {
  const [, suite = ''] = guide.split(`### ${sujet}\n`);
  const rangees = suite.split(/\n##/)[0]!.matchAll(/^\| `([A-Z_]+)` *\| ([^|]+)\|/gm);
  return Object.fromEntries([...rangees].map(([, code, sens]) => [code!, sansEspaces(sens!)]));
}

test.each(Object.entries(SUJETS))('« %s » : le guide dit chaque constat comme le catalogue', (sujet, constats) => {
  const attendus = (Object.keys(constats) as CodeConstat[]).map(
    (code) => [code, sansEspaces(CONSTATS[code].explication)] as const,
  );
  expect(tableDe(sujet)).toEqual(Object.fromEntries(attendus));
});

/** Les rangées des tables du guide, cellule par cellule. */
const RANGEES = guide
  .split('\n')
  .filter((ligne) => ligne.startsWith('| '))
  .map((ligne) => ligne.split('|').slice(1, -1).map(sansEspaces));

/** Les colonnes qu'une table nomme dans sa première cellule, et les en-têtes que la deuxième donne en exemple. */
const COLONNES_DU_GUIDE = RANGEES.flatMap(([nommees = '', exemples = '']) => {
  const colonnes = [...nommees.matchAll(/`([a-z_0-9]+)`/g)].map(([, nom]) => nom!).filter(estColonne);
  return colonnes.length === 0 ? [] : [{ colonnes, exemples: exemples.split(/ ; à défaut | ?[,;] /) }];
});

test('le guide nomme chaque colonne une fois', () => {
  const nommees = COLONNES_DU_GUIDE.flatMap(({ colonnes }) => colonnes);
  const partagees = ['taux_lls', 'taux_cible'];
  expect(nommees.filter((c, i) => nommees.indexOf(c) !== i)).toEqual(partagees);
  expect([...new Set(nommees)].sort()).toEqual([...NOMS_PUBLICS].sort());
});

test.each(COLONNES_DU_GUIDE)('les en-têtes donnés en exemple pour $colonnes s’y lisent', ({ colonnes, exemples }) => {
  const lues = exemples.map((entete) => [entete, lireEntete(entete).colonne]);
  expect(lues.filter(([, colonne]) => !colonnes.includes(colonne as Colonne))).toEqual([]);
  expect(new Set(lues.map(([, colonne]) => colonne))).toEqual(new Set(colonnes));
});

test('le guide range chaque accord comme le contrôle le lit', () => {
  const debut = RANGEES.findIndex(([premiere, deuxieme]) => premiere === 'Oui' && deuxieme === 'Non');
  const table = RANGEES.slice(debut + 2);
  const exemples = table
    .slice(
      0,
      table.findIndex(([premiere]) => premiere?.startsWith('`')),
    )
    .slice(0, 9);
  expect(exemples).toHaveLength(9);
  expect(exemples.map((rangee) => rangee.map(lireAccord))).toEqual(exemples.map(() => [true, false, null]));
});

const { abaissement, champ, entrantes, mutualisation, paliers, typologie } = LOI;
const [grand, moyen, petit] = paliers as [Palier, Palier, Palier];
const RANGS = Object.values(entrantes);

/** Les phrases écrites à la main qui redisent la loi : le nombre y est celui de `src/droit`. */
const PHRASES_DE_LA_LOI: Record<string, readonly string[]> = {
  'docs/guide-agent.md': [
    `Taux légal, Taux SRU à atteindre | ${ou(CIBLES)} % |`,
    `« ${ou(CIBLES)} % selon la commune »`,
    `Taux_cible_commune_2023_2025 | ${ou(CIBLES)} % |`,
    `Une commune entrante (VIII) a ${RANGS.slice(0, -1).join(', ')} puis ${RANGS.at(-1)} % des manquants`,
    `Une entrée depuis le 1er janvier ${ENTRANTES_DEPUIS} donne 0`,
    `celle du droit commun (${TAUX_DE_RATTRAPAGE} des manquants)`,
    `la référence dit le rang (${ou(RANGS)} %)`,
    `plus de ${grand.auDela} points, de ${moyen.auDela} à ${grand.auDela}, moins de ${moyen.auDela}.`,
    `écart de ${grand.auDela} points exactement`,
    `sous les ${PLANCHER_DE_LA_PLAQUETTE} de la plaquette du ministère`,
    `objectif sous ${PLANCHERS_ABAISSANTS} des manquants`,
    `objectif sous ${laPart(mutualisation.partDeLaReference)} de la référence`,
    `plus de ${enLettres(mutualisation.periodesConsecutives)} périodes d’abaissement (mutualisation) ou plus de ${enLettres(abaissement.periodesConsecutives)} (contrat abaissant)`,
    `moins de ${typologie.plaiMinimum} % de PLAI`,
    `plus de ${typologie.plsMaximum} % de PLS, ou de ${typologie.plsMaximumSansPlh} % sous ${typologie.seuilTauxSansPlh} % de logements sociaux`,
    `sans objet sous ${milliers(champ.populationUniteUrbaineDeParis)} habitants`,
  ],
  'README.md': [
    `taux cible (${ou(CIBLES)} %) × résidences principales`,
    `${grand.taux} % des manquants ; ${moyen.taux} % si l’écart au taux cible est ${moyen.libelle!} ; ${petit.taux} % s’il est inférieur à ${moyen.auDela} points.`,
    `${RANGS[0]!} % en cours de période, puis ${RANGS[1]!} %, puis ${RANGS[2]!} %`,
    `au moins ${PLANCHERS_ABAISSANTS} des manquants selon le palier ; ${enLettres(abaissement.periodesConsecutives)} périodes consécutives au plus`,
    `garde au moins ${laPart(mutualisation.partDeLaReference)} de sa référence`,
    `${enLettres(mutualisation.periodesConsecutives)} périodes consécutives d’abaissement au plus`,
    `au moins ${typologie.plaiMinimum} % de PLAI ; au plus ${typologie.plsMaximum} % de PLS, ou ${typologie.plsMaximumSansPlh} % si le taux est inférieur à ${typologie.seuilTauxSansPlh} %`,
  ],
};

test.each(Object.entries(PHRASES_DE_LA_LOI))('%s dit la loi en vigueur', (document, phrases) => {
  const texte = sansEspaces(readFileSync(document, 'utf8'));
  expect(phrases.filter((phrase) => !texte.includes(sansEspaces(phrase)))).toEqual([]);
});
