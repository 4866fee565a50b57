import { classeurExcel } from '../../../../src/classeur/excel';
import type { Annotation, Ecriture, Laissee } from '../../../../src/classeur/classeur';
import { FONCTIONS } from '../../../../src/fonctions/registre';
import type { ClasseurDonnees } from '../../../banc/hote/contrat';
import { classeur, feuille, ouvrir, zone, type Banc } from './outils';

// Chaque coupure rejoue tout le geste.
jest.setTimeout(120_000);

let banc: Banc;
afterEach(() => banc.fermer());

const F = '{Saisie}';
const FORMULES = ['=SRU.OBJECTIF(A2,B2,20)', '=SRU.TAUX(B3,A3)'];
const depart = (): ClasseurDonnees =>
  classeur(
    feuille('Saisie', [
      ['RP', { valeur: 'LLS', style: { fond: '#FFFF00' } }, 'Résultat'],
      [1000, 150, { valeur: 16.5, formule: FORMULES[0]! }],
      [
        2000,
        { valeur: 300, style: { fond: '#00FF00', motif: 'Gray50', couleurMotif: '#FF0000' } },
        { valeur: 0.15, formule: FORMULES[1]! },
      ],
      [3000, 450, { valeur: '#NAME?', formule: '=_xldudf_SRU_TAUX(B4,A4)' }],
    ]),
  );
const annotation = (adresse: string, gravite: Annotation['gravite']): Annotation => ({
  ...{ emplacement: { feuille: F, adresse }, gravite, texte: `À revoir en ${adresse}` },
});
const GESTES: Record<string, (e: Ecriture) => Promise<{ readonly laissees: readonly Laissee[] }>> = {
  annoter: (e) => e.annoter(['A2', 'B1', 'B3'].map((adresse) => annotation(adresse, 'bloquant'))),
  'annoter autrement': (e) => e.annoter(['B3', 'C2'].map((adresse) => annotation(adresse, 'alerte'))),
  'n’annoter rien': (e) => e.annoter([]),
  retirer: (e) => e.retirerAnnotations(),
  figer: (e) => e.figer(),
  degeler: (e) => e.degeler(),
  reparer: (e) => e.reparerFormules(),
  'annuler la réparation': (e) => e.annulerReparation(),
};
const NOMS = Object.keys(GESTES);
const etats: [string, readonly string[]][] = [
  ['nu', []],
  ['annoté, figé et réparé', ['annoter', 'reparer', 'figer']],
];
/** Les formules, réparées ou non : annuler une réparation une fois la cellule figée dit que la cellule a changé. */
const formules = (donnees: ClasseurDonnees) =>
  Object.entries(donnees.feuilles[0]!.cellules).flatMap(([cle, { formule }]) =>
    formule ? [`${cle} ${formule.replace('_xldudf_SRU_', 'SRU.')}`] : [],
  );
const fonds = (donnees: ClasseurDonnees) =>
  Object.entries(donnees.feuilles[0]!.cellules).flatMap(([cle, { style }]) => (style ? [[cle, style]] : []));

describe.each(etats)('un classeur %s', (_, preparation) => {
  it.each(NOMS)('un autre volet passe pendant « %s » : l’un des deux le dit, et tout se défait', async (premier) => {
    let arrets = 0;
    for (const second of NOMS) {
      for (let requete = 1, fini = false; !fini; requete++) {
        banc?.fermer();
        banc = ouvrir(depart());
        const autre = classeurExcel(Object.keys(FONCTIONS)).ecriture!;
        for (const geste of preparation) await GESTES[geste]!(banc.ecriture);
        banc.ennuis.intercaler = { requete, faire: () => GESTES[second]!(autre) };
        const phrase = await GESTES[premier]!(banc.ecriture).then(
          () => '',
          (erreur: Error) => erreur.message,
        );
        fini = banc.ennuis.intercaler !== undefined;
        delete banc.ennuis.intercaler;
        const ou = `${premier}, ${second} avant la requête ${requete}`;
        if (phrase) arrets++;
        if (phrase) expect(`${ou} : ${phrase}`).toMatch(/Un autre volet|n’est plus là.*Recommencez/);
        const laissees = [...(await autre.retirerAnnotations()).laissees, ...(await autre.degeler()).laissees];
        await autre.annulerReparation();
        const donnees = banc.modele.donnees();
        expect([ou, laissees]).toEqual([ou, []]);
        expect([ou, donnees.noms, donnees.reglages, donnees.commentaires]).toEqual([ou, [], {}, []]);
        expect([ou, donnees.feuilles.map(({ nom }) => nom)]).toEqual([ou, ['Saisie']]);
        expect([ou, fonds(donnees)]).toEqual([ou, fonds(depart())]);
        expect([ou, formules(donnees)]).toEqual([ou, formules(depart())]);
        expect(banc.journal.inconnus).toEqual([]);
      }
    }
    if (premier === 'annoter' || premier === 'figer') expect(arrets).toBeGreaterThan(0);
  });
});

it('le second volet dit ce qui se passe, et recommence depuis l’état actuel', async () => {
  banc = ouvrir(depart());
  const autre = classeurExcel(Object.keys(FONCTIONS)).ecriture!;
  banc.ennuis.intercaler = { requete: 2, faire: () => GESTES.annoter!(autre) };
  await expect(GESTES['annoter autrement']!(banc.ecriture)).rejects.toThrow(
    /^Un autre volet, ouvert sur ce classeur, y écrivait en même temps/,
  );
  expect(banc.hote.evenements.actifs).toBe(true);
  await GESTES['annoter autrement']!(banc.ecriture);
  expect(await autre.retirerAnnotations()).toEqual({ rendues: 2, laissees: [] });
  expect(banc.modele.donnees()).toEqual(depart());
});

test('un volet dégèle, l’autre fige une formule neuve entre deux requêtes : aucune formule ne se perd', async () => {
  const neuve = '=SRU.OBJECTIF(A3,B3,20)';
  let passages = 0;
  for (let requete = 1, fini = false; !fini; requete++) {
    banc?.fermer();
    banc = ouvrir(depart());
    const autre = classeurExcel(Object.keys(FONCTIONS)).ecriture!;
    await banc.ecriture.figer();
    banc.modele.saisir(F, zone(4, 2), [[neuve]]);
    fini = true;
    banc.ennuis.intercaler = {
      requete,
      faire: async () => {
        fini = false;
        passages++;
        await autre.figer().catch(() => null);
      },
    };
    await banc.ecriture.degeler().catch(() => null);
    delete banc.ennuis.intercaler;
    await banc.ecriture.degeler();
    expect([requete, formules(banc.modele.donnees())]).toEqual([
      requete,
      expect.arrayContaining([...FORMULES, neuve].map((formule) => expect.stringContaining(formule) as string)),
    ]);
  }
  expect(passages).toBeGreaterThan(2);
});
