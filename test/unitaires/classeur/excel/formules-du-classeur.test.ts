import type { ClasseurDonnees, Valeur } from '../../../banc/hote/contrat';
import type { Geste } from '../../../../src/classeur/classeur';
import { classeur, feuille, ouvrir, type Banc } from './outils';

let banc: Banc;
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

const F = '{Saisie}';
const cellule = (cle: string, f = F) => banc.modele.feuille(f)!.cellules[cle];
const dit = ({ faites, laissees }: Geste) => ({
  faites: faites.map((f) => `${f.nomDeFeuille}!${f.emplacement.adresse} ${f.avant} → ${f.apres}`),
  laissees: laissees.map((l) => `${l.nomDeFeuille}!${l.emplacement?.adresse} ${l.raison}${l.formule ?? ''}`),
});
/** Le moteur de l'agent : chaque formule rend sa valeur. */
const calculer = (ligne: number, colonne: number, valeurs: Valeur[][]) =>
  banc.modele.recevoirCalcul(
    F,
    { ligne, colonne, ligneFin: ligne + valeurs.length - 1, colonneFin: colonne + valeurs[0]!.length - 1 },
    valeurs,
  );

describe('réparer', () => {
  const abime = (): ClasseurDonnees =>
    classeur(
      feuille('Saisie', [
        ['Commune', 'RP', 'LLS', 'Objectif'],
        ['A', 1000, 150, { valeur: '#NAME?', formule: '=_xldudf_sru_objectif(B2,C2,20)' }],
        ['B', 2000, 300, { valeur: '#NAME?', formule: '=SRU.OBJECTIF(B3,C3,20)' }],
        ['C', 3000, 450, { valeur: '=SRU.OBJECTIF(B4;C4;16,5)', format: '@' }],
        ['D', 4000, 600, { valeur: '', formule: `=IFERROR('C:\\x\\y.xlam'!SRU.OBJECTIF(B5,C5,20),"")` }],
        ['E', 5000, 750, { valeur: 42, formule: '=SRU.OBJECTIF(B6,C6,20)' }],
        ['F', 6000, 900, { valeur: '#NAME?', formule: '=AUTRE.FONCTION(B7)' }],
        ['G', 7000, 950, { valeur: '=SRU.TAUX(C8,B8)' }],
        ['H', 1, 2, { valeur: 'dit « =_xldudf_SRU_TAUX(C8,B8) »' }],
      ]),
    );

  it('récrit les formules abîmées, celles-là seules, et les liste', async () => {
    banc = ouvrir(abime());
    const geste = await banc.ecriture.reparerFormules();
    expect(dit(geste)).toEqual({
      faites: [
        'Saisie!D2 =_xldudf_sru_objectif(B2,C2,20) → =SRU.OBJECTIF(B2,C2,20)',
        'Saisie!D3 =SRU.OBJECTIF(B3,C3,20) → =SRU.OBJECTIF(B3,C3,20)',
        expect.stringMatching(/^Saisie!D4 =SRU.OBJECTIF\(B4;C4;16,5\) → =SRU.OBJECTIF\(B4,C4,16[.,]5\)$/),
        `Saisie!D5 =IFERROR('C:\\x\\y.xlam'!SRU.OBJECTIF(B5,C5,20),"") → =IFERROR(SRU.OBJECTIF(B5,C5,20),"")`,
        'Saisie!D8 =SRU.TAUX(C8,B8) → =SRU.TAUX(C8,B8)',
      ],
      laissees: [],
    });
    expect(cellule('1,3')?.formule).toBe('=SRU.OBJECTIF(B2,C2,20)');
    expect(cellule('3,3')?.format).toBeUndefined();
    expect(cellule('7,3')?.formule).toBe('=SRU.TAUX(C8,B8)');
    expect([cellule('5,3'), cellule('6,3'), cellule('8,3')]).toEqual([
      { valeur: 42, formule: '=SRU.OBJECTIF(B6,C6,20)' },
      { valeur: '#NAME?', formule: '=AUTRE.FONCTION(B7)' },
      { valeur: 'dit « =_xldudf_SRU_TAUX(C8,B8) »' },
    ]);
    expect(banc.journal.allersRetours).toBe(6);
  });

  it('s’annule en un geste, même rouvert ; ce qui a changé depuis est laissé et dit', async () => {
    banc = ouvrir(abime());
    await banc.ecriture.reparerFormules();
    banc.modele.saisir(F, { ligne: 2, colonne: 3, ligneFin: 2, colonneFin: 3 }, [[7]]);
    const enregistre = JSON.parse(JSON.stringify(banc.modele.donnees())) as ClasseurDonnees;
    banc.fermer();
    banc = ouvrir(enregistre);
    const geste = await banc.ecriture.annulerReparation();
    expect(geste.faites.map(({ emplacement }) => emplacement.adresse)).toEqual(['D2', 'D4', 'D5', 'D8']);
    expect(dit(geste).laissees).toEqual([expect.stringMatching(/^Saisie!D3 La cellule a changé depuis/)]);
    const attendu = abime();
    attendu.feuilles[0]!.cellules['2,3'] = { valeur: 7 };
    const sansValeurs = ({ feuilles, noms, reglages }: ClasseurDonnees) => ({
      noms,
      reglages,
      cellules: Object.entries(feuilles[0]!.cellules).map(([cle, c]) => [cle, c.formule ?? c.valeur, c.format]),
    });
    expect(sansValeurs(banc.modele.donnees())).toEqual(sansValeurs(attendu));
    expect(await banc.ecriture.annulerReparation()).toEqual({ faites: [], laissees: [] });
  });

  it('laisse une feuille protégée et le dit', async () => {
    const donnees = abime();
    donnees.feuilles[0]!.protegee = true;
    banc = ouvrir(donnees);
    const { faites, laissees } = await banc.ecriture.reparerFormules();
    expect([faites.length, laissees.length]).toEqual([0, 5]);
    expect(laissees[0]!.raison).toMatch(/protégée/);
    expect(banc.modele.donnees()).toEqual(donnees);
  });

  it('une formule qu’Excel refuse n’empêche pas les autres', async () => {
    banc = ouvrir(abime(), { ennuis: { echouer: { requete: 5, code: 'InvalidArgument', action: 4 } } });
    const { faites, laissees } = await banc.ecriture.reparerFormules();
    expect([faites.length, laissees.length]).toEqual([5, 0]);
  });

  it('annulée sur une feuille protégée entre-temps, s’annule encore une fois la protection ôtée', async () => {
    banc = ouvrir(abime());
    await banc.ecriture.reparerFormules();
    banc.modele.feuille(F)!.protegee = true;
    expect((await banc.ecriture.annulerReparation()).laissees).toHaveLength(5);
    banc.modele.feuille(F)!.protegee = false;
    expect((await banc.ecriture.annulerReparation()).faites).toHaveLength(5);
    expect(banc.modele.donnees().noms).toEqual([]);
  });

  it('interrompue par une session perdue, s’annule quand même', async () => {
    banc = ouvrir(abime(), { ennuis: { echouer: { requete: 6, code: 'InvalidOrTimedOutSession', action: 0 } } });
    await expect(banc.ecriture.reparerFormules()).rejects.toThrow(/rompu/);
    expect(cellule('1,3')?.formule).toBe('=SRU.OBJECTIF(B2,C2,20)');
    await banc.ecriture.annulerReparation();
    expect(cellule('1,3')?.formule).toBe('=_xldudf_sru_objectif(B2,C2,20)');
  });

  it('sans rien à réparer, ne change rien', async () => {
    banc = ouvrir(classeur(feuille('Saisie', [['x', { valeur: 3, formule: '=SRU.TAUX(A1,B1)' }]])));
    expect(await banc.ecriture.reparerFormules()).toEqual({ faites: [], laissees: [] });
    expect(banc.modele.donnees().noms).toEqual([]);
  });
});

describe('figer et dégeler', () => {
  const avecFormules = (): ClasseurDonnees => {
    const f = feuille('Saisie', [
      ['RP', 'LLS', 'Objectif', 'Trace', ''],
      [1000, 150, { valeur: 16.5, formule: '=SRU.OBJECTIF(A2,B2,20)', format: '0.0' }, '', ''],
      [2000, 300, { valeur: 'CONFORME', formule: '=IF(SRU.TAUX($B$3,A3)>0,"CONFORME","")' }, '', ''],
      [3000, 450, { valeur: 3, formule: '=SUM(A4:B4)' }, '', ''],
      [4000, 600, { valeur: '#N/A', formule: "=SRU.OBJECTIF(A5,'Autre feuille'!A1,20)" }, '', ''],
      [5000, 750, { valeur: 'étape', formule: '=SRU.EXPLIQUER(A6,B6,20)' }, 'valeur', ''],
      ['', '', '0165', 12, ''],
    ]);
    f.deversements = { '5,2': { ligne: 5, colonne: 2, ligneFin: 6, colonneFin: 3 } };
    return classeur(f, feuille('Autre feuille', [[150]]));
  };

  it('change les formules en valeurs, plages déversées comprises, et les rend', async () => {
    banc = ouvrir(avecFormules());
    const geste = await banc.ecriture.figer();
    expect(dit(geste)).toEqual({
      faites: [
        'Saisie!C2 =SRU.OBJECTIF(A2,B2,20) → 16.5',
        'Saisie!C3 =IF(SRU.TAUX($B$3,A3)>0,"CONFORME","") → CONFORME',
        "Saisie!C5 =SRU.OBJECTIF(A5,'Autre feuille'!A1,20) → #N/A",
        'Saisie!C6:D7 =SRU.EXPLIQUER(A6,B6,20) → étape',
      ],
      laissees: [],
    });
    expect([cellule('1,2'), cellule('2,2'), cellule('4,2')]).toEqual([
      { valeur: 16.5, format: '0.0' },
      { valeur: 'CONFORME' },
      { valeur: '#N/A' },
    ]);
    expect([cellule('5,2'), cellule('5,3'), cellule('6,2'), cellule('6,3')].map((c) => c?.valeur)).toEqual([
      'étape',
      'valeur',
      '0165',
      12,
    ]);
    expect(cellule('3,2')?.formule).toBe('=SUM(A4:B4)');

    const { faites } = await banc.ecriture.degeler();
    expect(faites).toHaveLength(4);
    expect([
      cellule('1,2')?.formule,
      cellule('2,2')?.formule,
      cellule('4,2')?.formule,
      cellule('5,2')?.formule,
    ]).toEqual([
      '=SRU.OBJECTIF(A2,B2,20)',
      '=IF(SRU.TAUX($B$3,A3)>0,"CONFORME","")',
      "=SRU.OBJECTIF(A5,'Autre feuille'!A1,20)",
      '=SRU.EXPLIQUER(A6,B6,20)',
    ]);
    calculer(5, 2, [
      ['étape', 'valeur'],
      ['0165', 12],
    ]);
    calculer(1, 2, [[16.5]]);
    calculer(2, 2, [['CONFORME']]);
    calculer(4, 2, [['#N/A']]);
    expect(banc.modele.donnees()).toEqual(avecFormules());
  });

  it('rend des formules qui visent les mêmes cellules, lignes insérées et feuilles renommées entre-temps', async () => {
    banc = ouvrir(avecFormules());
    await banc.ecriture.figer();
    banc.modele.insererLignes(F, 2, 1);
    banc.modele.insererColonnes(F, 1, 1);
    banc.modele.renommer(F, 'Table');
    banc.modele.renommer('{Autre feuille}', "L'autre");
    banc.modele.insererLignes('{Autre feuille}', 0, 3);
    const enregistre = JSON.parse(JSON.stringify(banc.modele.donnees())) as ClasseurDonnees;
    banc.fermer();
    banc = ouvrir(enregistre);
    const { faites, laissees } = await banc.ecriture.degeler();
    expect([faites.map(({ apres }) => apres), laissees]).toEqual([
      [
        '=SRU.OBJECTIF(A2,C2,20)',
        '=IF(SRU.TAUX($C$4,A4)>0,"CONFORME","")',
        "=SRU.OBJECTIF(A6,'L''autre'!A4,20)",
        '=SRU.EXPLIQUER(A7,C7,20)',
      ],
      [],
    ]);
    expect(cellule('1,3')?.formule).toBe('=SRU.OBJECTIF(A2,C2,20)');
    expect([banc.modele.donnees().noms, banc.modele.donnees().reglages]).toEqual([[], {}]);
  });

  it('n’écrase pas ce que l’agent a changé, ni ne rend une formule dont une cellule a disparu', async () => {
    banc = ouvrir(avecFormules());
    await banc.ecriture.figer();
    banc.modele.saisir(F, { ligne: 1, colonne: 2, ligneFin: 1, colonneFin: 2 }, [[17]]);
    banc.modele.supprimerFeuille('{Autre feuille}');
    const geste = await banc.ecriture.degeler();
    expect(geste.faites.map(({ emplacement }) => emplacement.adresse)).toEqual(['C3', 'C6:D7']);
    expect(dit(geste).laissees).toEqual([
      expect.stringMatching(/^Saisie!C2 La cellule a été modifiée.*=SRU\.OBJECTIF\(A2,B2,20\)$/),
      expect.stringMatching(/^Saisie!C5 Une cellule que lisait la formule.*=SRU\.OBJECTIF\(A5,'Autre feuille'!A1,20\)/),
    ]);
    expect([cellule('1,2')?.valeur, cellule('4,2')?.valeur]).toEqual([17, '#N/A']);
  });

  it('ne fige ni une formule inconnue, ni un calcul en cours, ni une feuille protégée', async () => {
    const donnees = classeur(
      feuille('Saisie', [
        [{ valeur: '#NAME?', formule: '=SRU.TAUX(B1,C1)' }],
        [{ valeur: '#BUSY!', formule: '=SRU.TAUX(B2,C2)' }],
        [{ valeur: '#SPILL!', formule: '=SRU.TAUX(B3,C3)' }],
        [{ valeur: '=SRU.TAUX(B4;C4)' }],
      ]),
      { ...feuille('Close', [[{ valeur: 1, formule: '=SRU.TAUX(B1,C1)' }]]), protegee: true },
    );
    banc = ouvrir(donnees);
    const geste = await banc.ecriture.figer();
    expect(geste.faites).toEqual([]);
    expect(dit(geste).laissees).toEqual([
      expect.stringMatching(/^Close!A1 La feuille est protégée/),
      expect.stringMatching(/^Saisie!A1 .*réparer d’abord/),
      expect.stringMatching(/^Saisie!A2 .*en cours de calcul/),
      expect.stringMatching(/^Saisie!A3 .*la place de s’étendre/),
    ]);
    expect(banc.modele.donnees().feuilles).toEqual(donnees.feuilles);
  });

  it.each([
    ['une requête trop grosse est coupée', { tailleMax: 60_000 }],
    ['une requête refusée est refaite', { echouer: { requete: 5, code: 'GeneralException' as const } }],
  ])('d’un long tableau, rend tout : %s', async (_, ennuis) => {
    const donnees = classeur(
      feuille(
        'Saisie',
        Array.from({ length: 60 }, (_, l) => [
          1000 + l,
          150,
          { valeur: 16.5, formule: `=SRU.OBJECTIF(A${l + 1},B${l + 1},20)` },
        ]),
      ),
    );
    banc = ouvrir(structuredClone(donnees));
    Object.assign(banc.ennuis, ennuis);
    expect((await banc.ecriture.figer()).faites).toHaveLength(60);
    expect(banc.journal.echanges.flatMap((e) => (e.genre === 'requete' && e.erreur) || [])).toHaveLength(1);
    expect(cellule('59,2')).toEqual({ valeur: 16.5 });
    delete banc.ennuis.tailleMax;
    expect((await banc.ecriture.degeler()).faites).toHaveLength(60);
    for (let l = 0; l < 60; l++) calculer(l, 2, [[16.5]]);
    expect(banc.modele.donnees()).toEqual(donnees);
  });

  it('interrompu au milieu par une session perdue, rend ce qui est figé ; refait, il repart de ce qui reste', async () => {
    banc = ouvrir(avecFormules());
    // La cinquième requête écrit les valeurs : deux passent, la troisième non.
    banc.ennuis.echouer = { requete: 5, code: 'InvalidOrTimedOutSession', action: 15 };
    await expect(banc.ecriture.figer()).rejects.toThrow(/rompu/);
    expect([cellule('1,2')?.formule, cellule('5,2')?.formule]).toEqual([undefined, '=SRU.EXPLIQUER(A6,B6,20)']);
    const { faites } = await banc.ecriture.figer();
    expect(faites.map(({ emplacement }) => emplacement.adresse)).toEqual(['C5', 'C6:D7']);
    expect((await banc.ecriture.degeler()).faites).toHaveLength(4);
    expect(banc.modele.donnees().noms).toEqual([]);
  });

  it('deux fois de suite, se dégèle en une', async () => {
    banc = ouvrir(avecFormules());
    await banc.ecriture.figer();
    banc.modele.saisir(F, { ligne: 8, colonne: 0, ligneFin: 8, colonneFin: 0 }, [['=SRU.TAUX(B2,A2)']]);
    calculer(8, 0, [[0.15]]);
    expect((await banc.ecriture.figer()).faites).toHaveLength(1);
    expect((await banc.ecriture.degeler()).faites).toHaveLength(5);
    expect(await banc.ecriture.degeler()).toEqual({ faites: [], laissees: [] });
  });
});
