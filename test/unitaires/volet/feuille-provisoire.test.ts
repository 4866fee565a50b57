import { figer } from '../../../src/classeur/excel/figement';
import { formules } from '../../../src/classeur/excel/formules';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { creer, retirer } from '../../../src/volet/installation/feuille-provisoire';
import { classeur, feuille, ouvrir, zone, type Banc } from '../classeur/excel/outils';

const NOTRES = formules(Object.keys(FONCTIONS));
const FORMULE = '=SRU.OBJECTIF(A1,1500,20)';

let banc: Banc;
beforeEach(() => {
  banc = ouvrir(classeur(feuille('Saisie', [['RP'], [{ valeur: 165, formule: '=SRU.OBJECTIF(10000,1500,20)' }]])));
});
afterEach(() => banc.fermer());

const restes = () => [banc.modele.donnees().noms, banc.modele.donnees().reglages];

test('un figement coupé avant son dégel ne laisse rien dans le classeur', async () => {
  const provisoire = await creer();
  banc.modele.saisir(provisoire.id, zone(0, 0, 0, 1), [[10_000, FORMULE]]);
  expect((await figer(NOTRES, provisoire.id)).faites).toHaveLength(1);
  await retirer(provisoire);
  expect([banc.modele.donnees().feuilles.map(({ nom }) => nom), ...restes()]).toEqual([['Saisie'], [], {}]);
});

test('ce que l’agent a figé lui-même reste à dégeler', async () => {
  await banc.ecriture.figer();
  const avant = restes();
  const provisoire = await creer();
  await retirer(provisoire);
  expect(restes()).toEqual(avant);
});

test('la feuille que l’agent regardait supprimée pendant l’essai, la provisoire part quand même', async () => {
  banc.modele.ajouterFeuille('Autre');
  const provisoire = await creer();
  banc.modele.activer(provisoire.id, 'agent');
  banc.modele.supprimerFeuille('{Saisie}', 'agent');
  await retirer(provisoire);
  expect(banc.modele.donnees().feuilles.map(({ nom }) => nom)).toEqual(['Autre']);
});
