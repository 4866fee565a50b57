import type { Annotation } from '../../../../src/classeur/classeur';
import type { ClasseurDonnees } from '../../../banc/hote/contrat';
import { classeur, feuille, ouvrir, type Banc } from './outils';

// Celui du ministère et celui d’un service : deux identifiants, un même classeur. Les réglages sont à chacun ; les noms cachés, à tous.
const MINISTERE = '9f3b2c61';
const SERVICE = '5b7e0f3c';

let banc: Banc;
const reglages: Record<string, Record<string, unknown>> = {};
let present = MINISTERE;

function avec(id: string): Banc['ecriture'] {
  const tenu = banc.modele.classeur;
  reglages[present] = tenu.reglages;
  tenu.reglages = reglages[id] ?? {};
  present = id;
  globalThis.location = { search: `?id=${id}&retire=SRU.` } as Location;
  return banc.ecriture;
}

const F = '{Saisie}';
const depart = (): ClasseurDonnees =>
  classeur(
    feuille('Saisie', [
      ['RP', { valeur: 'LLS', style: { fond: '#FFFF00' } }, 'Résultat'],
      [1000, 150, { valeur: 50, formule: '=SRU.OBJECTIF(A2,B2,20)' }],
      [2000, 300, { valeur: 0.15, formule: '=SRU.TAUX(B3,A3)' }],
    ]),
  );
const annotation = (adresse: string): Annotation => ({
  ...{ emplacement: { feuille: F, adresse }, gravite: 'bloquant', texte: `À revoir en ${adresse}` },
});
const commentes = () => banc.modele.classeur.commentaires.length;
const fondsDe = () => {
  const { cellules } = banc.modele.classeur.feuilles[0]!;
  return Object.entries(cellules).flatMap(([cle, { style }]) => (style?.fond ? [`${cle} ${style.fond}`] : []));
};
const nomsDe = (id: string) =>
  banc.modele.classeur.noms.filter(({ nom }) => nom.startsWith(`_SRU_${id.toUpperCase()}_`)).map(({ nom }) => nom);

beforeEach(() => {
  banc = ouvrir(depart());
  present = MINISTERE;
  for (const id of [MINISTERE, SERVICE]) delete reglages[id];
});
afterEach(() => {
  banc.fermer();
  Reflect.deleteProperty(globalThis, 'location');
});

test('chacun retire ses annotations, et laisse celles de l’autre', async () => {
  await avec(MINISTERE).annoter([annotation('A2'), annotation('B1')]);
  const [posees, noms] = [fondsDe(), nomsDe(MINISTERE)];
  await avec(SERVICE).annoter([annotation('B3')]);
  await avec(SERVICE).retirerAnnotations();
  expect([fondsDe(), nomsDe(MINISTERE), nomsDe(SERVICE), commentes()]).toEqual([posees, noms, [], 2]);
  expect(await avec(MINISTERE).retirerAnnotations()).toMatchObject({ rendues: 2, laissees: [] });
  expect([fondsDe(), commentes()]).toEqual([['0,1 #FFFF00'], 0]);
});

test('les mêmes cellules, annotées par l’un puis par l’autre : le commentaire reste à qui l’a écrit', async () => {
  await avec(MINISTERE).annoter([annotation('A2')]);
  await avec(SERVICE).annoter([annotation('A2')]);
  await avec(SERVICE).annoter([annotation('A2')]);
  await avec(SERVICE).retirerAnnotations();
  expect(commentes()).toBe(1);
  await avec(MINISTERE).retirerAnnotations();
  expect([fondsDe(), commentes()]).toEqual([['0,1 #FFFF00'], 0]);
});

test('ce que l’un a figé, l’autre ne le dégèle pas ni ne l’empêche de l’être', async () => {
  const formules = () => ['1,2', '2,2'].map((cle) => banc.modele.classeur.feuilles[0]!.cellules[cle]?.formule ?? null);
  const avant = formules();
  expect((await avec(MINISTERE).figer()).faites).toHaveLength(2);
  expect((await avec(SERVICE).degeler()).faites).toEqual([]);
  expect(formules()).toEqual([null, null]);
  expect((await avec(MINISTERE).degeler()).faites).toHaveLength(2);
  expect(formules()).toEqual(avant);
});
