import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { REFERENTIEL } from '../../../src/referentiel';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { controleDe } from '../../../src/volet/etat/controles';
import { tableauxDe } from '../../../src/volet/etat/etat';
import { creerVolet } from '../../../src/volet/etat/volet';
import type { ClasseurDonnees } from '../../banc/hote/contrat';
import { lireXlsx } from '../../banc/xlsx';
import { classeur, feuille, ouvrir, type Banc } from '../classeur/excel/outils';

jest.setTimeout(120_000);

/** Le volet, sans ses écrans, devant la vraie bibliothèque et l'hôte. */
function ouvrirVolet(donnees: ClasseurDonnees) {
  const banc = ouvrir(donnees);
  return { banc, volet: creerVolet(banc.classeur, async () => REFERENTIEL) };
}
let banc: Banc;
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS'];
const tableau = (lignes: number) => [
  ENTETES,
  ...Array.from({ length: lignes }, (_, l) => [`Commune ${l}`, 10_000, 1_500, 20, 165]),
];

test.each([
  [1, 10],
  [30, 10],
  [1, 20_000],
])('contrôler %i feuille(s) de %i lignes : trois allers-retours d’abord, deux ensuite', async (feuilles, lignes) => {
  const donnees = classeur(...Array.from({ length: feuilles }, (_, f) => feuille(`F${f}`, tableau(lignes))));
  const { volet, ...ouvert } = ouvrirVolet(donnees);
  ({ banc } = ouvert);
  const controler = async () => {
    banc.journal.vider();
    await volet.controler();
    expect(tableauxDe(volet.etat()).map((t) => controleDe(t)?.tableau.lignes.length)).toEqual(
      Array(feuilles).fill(lignes),
    );
    return banc.journal.allersRetours;
  };
  expect(await controler()).toBeLessThanOrEqual(3);
  expect(await controler()).toBeLessThanOrEqual(2);
});

const contenu = () => {
  const { feuilles, noms, commentaires, tableaux, graphiques } = banc.modele.donnees();
  return structuredClone({ feuilles, noms, commentaires, tableaux, graphiques });
};

const DOSSIER = 'assets/exemples';
test.each(readdirSync(DOSSIER))('%s : annoter puis retirer laisse chaque cellule identique', async (nom) => {
  const { volet, ...ouvert } = ouvrirVolet(await lireXlsx(readFileSync(`${DOSSIER}/${nom}`), Object.keys(FONCTIONS)));
  ({ banc } = ouvert);
  await volet.controler();
  const avant = contenu();
  await volet.annoter();
  const aAnnoter = tableauxDe(volet.etat()).some((t) => controleDe(t)?.constats.some((c) => c.cellule !== null));
  expect([contenu().commentaires.length > avant.commentaires.length, isDeepStrictEqual(contenu(), avant)]).toEqual([
    aAnnoter,
    !aAnnoter,
  ]);
  await volet.retirerAnnotations();
  expect(contenu()).toEqual(avant);
});
