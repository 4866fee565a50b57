import type { ClasseurDonnees } from '../../../banc/hote/contrat';
import type { Geste } from '../../../../src/classeur/classeur';
import { degeler } from '../../../../src/classeur/excel/degel';
import { classeur, feuille, ouvrir, zone, type Banc } from './outils';

// Chaque coupure rejoue tout le geste.
jest.setTimeout(120_000);

let banc: Banc;
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

const F = '{Saisie}';
const FORMULES = ['=SRU.OBJECTIF(A2,B2,20)', '=SRU.TAUX($A$3,B3)', '=SRU.EXPLIQUER(A4,B4,20)'];
const depart = (): ClasseurDonnees => {
  const f = feuille('Saisie', [
    ['RP', 'LLS', 'Résultat'],
    [1000, 150, { valeur: 16.5, formule: FORMULES[0]!, format: '0.0' }],
    [2000, 300, { valeur: 'CONFORME', formule: FORMULES[1]!, format: '@' }],
    [3000, 450, { valeur: 'étape', formule: FORMULES[2]! }, 'valeur'],
    ['', '', '0165', 12],
  ]);
  f.deversements = { '3,2': zone(3, 2, 4, 3) };
  return classeur(f, feuille('Autre', [['x']]));
};
const cellule = (cle: string, f = F) => banc.modele.feuille(f)!.cellules[cle];
const formules = () =>
  banc.modele.donnees().feuilles.flatMap((f) => Object.values(f.cellules).flatMap(({ formule }) => formule ?? []));
const montrees = ({ laissees }: Geste) =>
  laissees.map((l) => [l.emplacement?.adresse ?? null, l.raison.slice(0, 25), l.formule]);
const enOrdre = () => expect([banc.modele.donnees().noms, banc.modele.donnees().reglages]).toEqual([[], {}]);

describe('une formule qui ne revient pas est montrée', () => {
  const gestes: [string, (b: Banc) => void, [string | null, RegExp, string]][] = [
    [
      'la cellule éditée',
      ({ modele }) => modele.saisir(F, zone(1, 2), [[17]]),
      ['C2', /a été modifiée/, '=SRU.OBJECTIF(A2,B2,20)'],
    ],
    [
      'éditée, puis des lignes insérées : telle qu’elle se ressaisit aujourd’hui',
      ({ modele }) => {
        modele.saisir(F, zone(1, 2), [[17]]);
        modele.insererLignes(F, 0, 3);
      },
      ['C5', /a été modifiée/, '=SRU.OBJECTIF(A5,B5,20)'],
    ],
    [
      'une autre formule à la place',
      ({ modele }) => modele.saisir(F, zone(1, 2), [['=A2']]),
      ['C2', /modifiée/, FORMULES[0]!],
    ],
    ['sa ligne supprimée', ({ modele }) => modele.supprimerLignes(F, 1, 1), [null, /n’est plus là/, FORMULES[0]!]],
    [
      'recouverte par une autre',
      ({ modele }) => modele.couperColler(F, zone(0, 0), { feuille: F, ligne: 1, colonne: 2 }),
      [null, /n’est plus là/, FORMULES[0]!],
    ],
    [
      'le nom qui la suit effacé',
      ({ modele }) => void (modele.classeur.noms = modele.classeur.noms.filter(({ nom }) => nom !== '_SRU_G1')),
      [null, /n’est plus là/, FORMULES[0]!],
    ],
    [
      'un morceau de sa plage déplacé',
      ({ modele }) => modele.couperColler(F, zone(3, 3), { feuille: '{Autre}', ligne: 5, colonne: 5 }),
      ['C4:D5', /a été modifiée/, FORMULES[2]!],
    ],
    [
      'une colonne insérée au milieu de sa plage',
      ({ modele }) => modele.insererColonnes(F, 3, 1),
      ['C4:E5', /a été modifiée/, FORMULES[2]!],
    ],
  ];
  it.each(gestes)('%s', async (_, agir, [adresse, raison, formule]) => {
    banc = ouvrir(depart());
    await banc.ecriture.figer();
    agir(banc);
    const geste = await banc.ecriture.degeler();
    expect(geste.laissees.map((l) => [l.emplacement?.adresse ?? null, l.raison, l.formule])).toEqual([
      [adresse, expect.stringMatching(raison), formule],
    ]);
    expect(geste.faites).toHaveLength(2);
    enOrdre();
  });

  it('toute la feuille supprimée : toutes', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.figer();
    banc.modele.supprimerFeuille(F);
    expect(montrees(await banc.ecriture.degeler()).map(([, , formule]) => formule)).toEqual(FORMULES);
  });

  it('coupée vers une autre feuille, elle la suit', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.figer();
    banc.modele.couperColler(F, zone(1, 2), { feuille: '{Autre}', ligne: 6, colonne: 0 });
    expect((await banc.ecriture.degeler()).laissees).toEqual([]);
    expect(cellule('6,0', '{Autre}')?.formule).toBe('=SRU.OBJECTIF(Saisie!A2,Saisie!B2,20)');
  });
});

describe('le format « texte »', () => {
  it('n’abîme ni la valeur figée, ni la formule rendue', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.figer();
    expect(cellule('2,2')).toEqual({ valeur: 'CONFORME', format: '@' });
    await banc.ecriture.degeler();
    expect(cellule('2,2')).toMatchObject({ formule: FORMULES[1], format: '@' });
  });

  it('mis depuis par l’agent : la formule revient en formule, le format reste', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.figer();
    banc.modele.ecrireFormats(F, zone(1, 2, 4, 3), Array(4).fill(['@', '@']), 'agent');
    const { faites, laissees } = await banc.ecriture.degeler();
    expect([faites.length, laissees]).toEqual([3, []]);
    expect([cellule('1,2')?.formule, cellule('3,2')?.formule]).toEqual([FORMULES[0], FORMULES[2]]);
    expect([cellule('1,2')?.format, cellule('4,3')?.format]).toEqual(['@', '@']);
  });
});

describe('interrompu à n’importe quelle action de n’importe quelle requête', () => {
  const cas: [string, (b: Banc) => Promise<unknown>, (b: Banc) => Promise<unknown>][] = [
    ['figer', () => Promise.resolve(), (b) => b.ecriture.figer()],
    ['dégeler', (b) => b.ecriture.figer(), (b) => b.ecriture.degeler()],
  ];
  /** Coupe le geste partout où il se coupe, puis `reprendre` ; rend le nombre de coupures. */
  async function couper(
    preparer: (b: Banc) => Promise<unknown>,
    geste: (b: Banc) => Promise<unknown>,
    reprendre: () => Promise<void>,
  ) {
    let coupures = 0;
    for (let requete = 1, fini = false; !fini; requete++) {
      for (let action = 0; ; action++) {
        banc?.fermer();
        banc = ouvrir(depart());
        await preparer(banc);
        banc.ennuis.echouer = { requete, code: 'InvalidOrTimedOutSession', action };
        const coupe = await geste(banc).then(
          () => false,
          () => true,
        );
        fini = banc.ennuis.echouer !== undefined;
        delete banc.ennuis.echouer;
        if (!coupe) break;
        coupures++;
        await reprendre();
      }
    }
    return coupures;
  }

  it.each(cas)('%s : chaque formule est là, ou montrée', async (_, preparer, geste) => {
    const coupures = await couper(preparer, geste, async () => {
      const { laissees } = await banc.ecriture.degeler();
      const manquent = FORMULES.filter((formule) => !formules().includes(formule));
      expect(manquent.filter((f) => !laissees.some(({ formule }) => formule === f))).toEqual([]);
      expect(manquent).toEqual([]);
      // La plage s'étend encore, ou elle est libre.
      if (!banc.modele.feuille(F)!.deversements?.['3,2'])
        expect([cellule('3,3')?.valeur, cellule('4,2')?.valeur]).toEqual([undefined, undefined]);
      enOrdre();
    });
    expect(coupures).toBeGreaterThan(20);
  });

  it('dégeler ce que l’agent a changé : la formule est montrée, tôt ou tard', async () => {
    const preparer = async (b: Banc) => {
      await b.ecriture.figer();
      b.modele.saisir(F, zone(1, 2), [[17]]);
      b.modele.supprimerLignes(F, 2, 1);
    };
    await couper(
      preparer,
      (b) => b.ecriture.degeler(),
      async () => {
        const { laissees } = await banc.ecriture.degeler();
        const dites = laissees.map(({ formule }) => formule?.replace(/\d/g, ''));
        expect(dites).toEqual(expect.arrayContaining([FORMULES[0], FORMULES[1]].map((f) => f!.replace(/\d/g, ''))));
        enOrdre();
      },
    );
  });
});

describe('le classeur figé se passe du complément', () => {
  const OUVRIR = 'Office.AutoShowTaskpaneWithDocument';
  const reglages = () => {
    const tous = banc.modele.donnees().reglages;
    return [tous[OUVRIR], tous['Office.DisableTrustUX']];
  };
  test('le volet ne s’ouvre plus avec lui, et n’est plus proposé à qui ne l’a pas ; dégelé, tout est comme avant', async () => {
    banc = ouvrir({ ...depart(), reglages: { [OUVRIR]: true } });
    await banc.ecriture.figer();
    expect(reglages()).toEqual([false, true]);
    await banc.ecriture.degeler();
    expect(banc.modele.donnees().reglages).toEqual({ [OUVRIR]: true });
  });
  test('un classeur qui n’ouvrait pas le volet ne l’ouvre pas une fois dégelé', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.figer();
    expect(reglages()).toEqual([undefined, true]);
    await banc.ecriture.degeler();
    enOrdre();
  });
  test('tant qu’une formule reste à calculer, le complément reste demandé', async () => {
    const donnees = depart();
    donnees.feuilles[0]!.cellules['1,2']!.valeur = '#NAME?';
    banc = ouvrir({ ...donnees, reglages: { [OUVRIR]: true } });
    expect((await banc.ecriture.figer()).laissees).toHaveLength(1);
    expect(reglages()).toEqual([true, undefined]);
    await banc.ecriture.degeler();
  });
});

test('ce qu’il y a à défaire se dit, avant et après le geste', async () => {
  const donnees = depart();
  donnees.feuilles[0]!.cellules['2,2']!.valeur = '#NAME?';
  banc = ouvrir(donnees);
  const avant = await banc.ecriture.defaisables();
  await banc.ecriture.reparerFormules();
  const repare = await banc.ecriture.defaisables();
  await banc.ecriture.figer();
  const fige = await banc.ecriture.defaisables();
  await banc.ecriture.degeler();
  await banc.ecriture.annulerReparation();
  expect([avant, repare, fige, await banc.ecriture.defaisables()]).toEqual([
    { annulerReparation: false, degeler: false },
    { annulerReparation: true, degeler: false },
    { annulerReparation: true, degeler: true },
    { annulerReparation: false, degeler: false },
  ]);
});

test('dégeler une seule feuille laisse aux autres ce qui y est figé', async () => {
  const deux = feuille('Deux', [['RP'], [{ valeur: 165, formule: '=SRU.OBJECTIF(10000,1500,20)' }]]);
  banc = ouvrir(classeur(...depart().feuilles, deux));
  const toutes = formules();
  await banc.ecriture.figer();
  expect((await degeler('{Deux}')).faites).toHaveLength(1);
  expect(formules()).toEqual(['=SRU.OBJECTIF(10000,1500,20)']);
  expect((await banc.ecriture.degeler()).faites).toHaveLength(3);
  expect(formules()).toEqual(toutes);
  enOrdre();
});
