import type { FeuilleAEcrire } from '../../../../src/classeur/feuille-a-ecrire';
import { classeur, feuille, ouvrir, type Banc } from './outils';

let banc: Banc;
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});
const F = '{Saisie}';
const depart = () =>
  classeur(
    feuille('Saisie', [
      ['RP', 'LLS'],
      [1000, 150],
    ]),
    { ...feuille('Cachée', []), visibilite: 'Hidden' },
  );

const controle: FeuilleAEcrire = {
  nom: 'Contrôle SRU',
  largeurs: [20, 10, 12],
  lignes: [
    [{ valeur: 'Contrôle & constats', style: 'titre' }],
    [],
    [
      { valeur: 'Commune', style: 'entete' },
      { valeur: 'Taux', style: 'entete' },
      { valeur: 'Objectif', style: 'entete' },
    ],
    [
      { valeur: '=1+1', style: 'texte' },
      { valeur: 0.165, style: 'taux' },
      { valeur: 16.5, style: 'nombre' },
    ],
    [{ valeur: '+33 1 02', style: 'texte' }, { valeur: null }, { formule: '=SUM(C4:C4)', style: 'total' }],
  ],
  fusions: [{ ligne: 0, colonne: 0, ligneFin: 0, colonneFin: 2 }],
  lignesRepetees: [2, 2],
  colonnesRepetees: [0, 0],
  filtre: { ligne: 2, colonne: 0, ligneFin: 4, colonneFin: 2 },
  graphiques: [
    {
      titre: 'Objectifs',
      description: 'Un graphique',
      plage: { ligne: 2, colonne: 0, ligneFin: 4, colonneFin: 2 },
      position: { ligne: 6, colonne: 0, ligneFin: 20, colonneFin: 2 },
    },
  ],
  orientation: 'paysage',
  entete: 'Direction A & B',
  pied: 'Version 1',
};

describe('créer une feuille', () => {
  it('écrit tout en deux allers-retours ; rien d’autre ne bouge', async () => {
    banc = ouvrir(depart());
    const { feuille: id, adresse } = await banc.ecriture.creerFeuille(controle);
    expect(banc.journal.allersRetours).toBe(2);
    const donnees = banc.modele.donnees();
    expect(donnees.feuilles.slice(0, 2)).toEqual(depart().feuilles);
    const ecrite = donnees.feuilles[2]!;
    expect([ecrite.id, ecrite.nom, donnees.active, adresse]).toEqual([id, 'Contrôle SRU', id, 'A1']);
    expect(ecrite.fusions).toEqual(controle.fusions);
    const { cellules } = ecrite;
    expect([cellules['3,0'], cellules['4,0']]).toMatchObject([
      { valeur: '=1+1', format: '@' },
      { valeur: '+33 1 02', format: '@' },
    ]);
    expect(cellules['3,0']?.formule).toBeUndefined();
    expect(cellules['3,1']).toMatchObject({ valeur: 0.165, format: '0.0 %' });
    expect(cellules['4,2']?.formule).toBe('=SUM(C4:C4)');
    expect(cellules['2,1']?.style).toMatchObject({ police: { gras: true }, horizontal: 'Center' });
    expect(donnees.graphiques).toMatchObject([
      { feuille: id, titre: 'Objectifs', source: controle.graphiques[0]!.plage },
    ]);
    expect(ecrite.miseEnPage).toMatchObject({ 'filtre.plage': 'A3:C5', printTitleColumns: 'A:A' });
    expect(JSON.stringify(ecrite.miseEnPage)).toMatch(/Landscape/);
    expect(JSON.stringify(ecrite.miseEnPage)).toMatch(/A && B/);
  });

  it('deux fois, sous deux noms ; et les deux se lisent', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.creerFeuille(controle);
    await banc.ecriture.creerFeuille(controle);
    const noms = (await banc.classeur.lire()).map(({ nom }) => nom);
    expect(noms.slice(2)).toEqual(['Contrôle SRU', 'Contrôle SRU (2)']);
  });
});

describe('insérer', () => {
  it('écrit dans la cellule active, et ne couvre pas une cellule remplie sans qu’on le veuille', async () => {
    banc = ouvrir(depart());
    banc.modele.selectionner(F, { ligne: 1, colonne: 2, ligneFin: 1, colonneFin: 2 });
    expect(await banc.ecriture.inserer('=SRU.OBJECTIF(A2,B2,20)')).toEqual({ feuille: F, adresse: 'C2' });
    expect(banc.modele.feuille(F)!.cellules['1,2']?.formule).toBe('=SRU.OBJECTIF(A2,B2,20)');
    await expect(banc.ecriture.inserer('=SRU.TAUX(B2,A2)')).rejects.toThrow(/C2 est remplie/);
    await banc.ecriture.inserer('=SRU.TAUX(B2,A2)', true);
    expect(banc.modele.feuille(F)!.cellules['1,2']?.formule).toBe('=SRU.TAUX(B2,A2)');
  });

  it('écrit des colonnes sans couvrir, textes tels quels', async () => {
    banc = ouvrir(depart());
    const plage = { ligne: 0, colonne: 2, ligneFin: 1, colonneFin: 3 };
    await banc.ecriture.insererColonnes(F, plage, [
      ['Objectif', '0165'],
      ['=SRU.OBJECTIF(A2,B2,20)', 3],
    ]);
    const { cellules } = banc.modele.feuille(F)!;
    expect([cellules['0,2'], cellules['0,3'], cellules['1,2']?.formule, cellules['1,3']]).toEqual([
      { valeur: 'Objectif' },
      { valeur: '0165' },
      '=SRU.OBJECTIF(A2,B2,20)',
      { valeur: 3 },
    ]);
    const avant = banc.modele.donnees();
    const refus = banc.ecriture.insererColonnes(F, { ...plage, colonne: 1 }, [
      ['a', 'b', 'c'],
      [1, 2, 3],
    ]);
    await expect(refus).rejects.toThrow(/B1 est remplie.*B1:D2/);
    expect(banc.modele.donnees()).toEqual(avant);
  });

  it('retire les dernières colonnes écrites, en un geste, même déplacées et le classeur rouvert', async () => {
    banc = ouvrir(depart());
    const plage = { ligne: 0, colonne: 3, ligneFin: 2, colonneFin: 3 };
    await banc.ecriture.insererColonnes(F, plage, [['Scénario A : essai'], [12], ['=SUM(D2:D2)']]);
    await banc.ecriture.insererColonnes(F, { ...plage, colonne: 5, colonneFin: 5 }, [['Scénario B'], [13], ['']]);
    expect(await banc.ecriture.retirerColonnes()).toEqual({ feuille: F, adresse: 'F1:F3', nomDeFeuille: 'Saisie' });
    banc.modele.insererLignes(F, 0, 1);
    const enregistre = structuredClone(banc.modele.donnees());
    banc.fermer();
    banc = ouvrir(enregistre);
    expect(await banc.ecriture.retirerColonnes()).toEqual({ feuille: F, adresse: 'D2:D4', nomDeFeuille: 'Saisie' });
    expect(await banc.ecriture.retirerColonnes()).toBeNull();
    banc.modele.supprimerLignes(F, 0, 1);
    const { feuilles, noms, reglages } = banc.modele.donnees();
    expect([feuilles[0]!.cellules, noms, reglages]).toEqual([depart().feuilles[0]!.cellules, [], {}]);
  });

  it('ne retire pas des colonnes que l’agent a changées, et le dit ; supprimées, il passe aux précédentes', async () => {
    banc = ouvrir(depart());
    const plage = { ligne: 0, colonne: 3, ligneFin: 1, colonneFin: 3 };
    await banc.ecriture.insererColonnes(F, plage, [['Scénario A'], [12]]);
    await banc.ecriture.insererColonnes(F, { ...plage, colonne: 4, colonneFin: 4 }, [['Scénario B'], [13]]);
    banc.modele.saisir(F, { ligne: 1, colonne: 4, ligneFin: 1, colonneFin: 4 }, [[14]]);
    const avant = structuredClone(banc.modele.donnees());
    await expect(banc.ecriture.retirerColonnes()).rejects.toThrow(/E1:E2 de «\sSaisie\s» ont été modifiées/);
    expect(banc.modele.donnees()).toEqual(avant);
    banc.modele.supprimerColonnes(F, 4, 1);
    expect((await banc.ecriture.retirerColonnes())?.adresse).toBe('D1:D2');
    expect([banc.modele.donnees().noms, banc.modele.donnees().reglages]).toEqual([[], {}]);
  });

  it('ne retire pas une formule que l’agent a récrite', async () => {
    banc = ouvrir(depart());
    const plage = { ligne: 0, colonne: 3, ligneFin: 1, colonneFin: 3 };
    await banc.ecriture.insererColonnes(F, plage, [['Référence'], ['=SRU.OBJECTIF(A2,B2,20)']]);
    banc.modele.saisir(F, { ligne: 1, colonne: 3, ligneFin: 1, colonneFin: 3 }, [['=A2*0.4+12']]);
    await expect(banc.ecriture.retirerColonnes()).rejects.toThrow(/ont été modifiées/);
    expect(banc.modele.feuille(F)!.cellules['1,3']?.formule).toBe('=A2*0.4+12');
  });

  it('dans des cellules au format « texte », écrit de vraies formules ; retirées, le format revient', async () => {
    const donnees = depart();
    donnees.feuilles[0]!.cellules['1,3'] = { valeur: '', format: '@' };
    banc = ouvrir(structuredClone(donnees));
    const plage = { ligne: 0, colonne: 3, ligneFin: 1, colonneFin: 3 };
    await banc.ecriture.insererColonnes(F, plage, [['Référence'], ['=SRU.OBJECTIF(A2,B2,20)']]);
    expect(banc.modele.feuille(F)!.cellules['1,3']).toMatchObject({ formule: '=SRU.OBJECTIF(A2,B2,20)' });
    await banc.ecriture.retirerColonnes();
    expect(banc.modele.donnees().feuilles).toEqual(donnees.feuilles);
    banc.modele.selectionner(F, { ligne: 1, colonne: 3, ligneFin: 1, colonneFin: 3 });
    await banc.ecriture.inserer('=SRU.TAUX(B2,A2)');
    expect(banc.modele.feuille(F)!.cellules['1,3']?.formule).toBe('=SRU.TAUX(B2,A2)');
  });

  it('dans une feuille protégée : le dit', async () => {
    const donnees = depart();
    donnees.feuilles[0]!.protegee = true;
    banc = ouvrir(donnees);
    await expect(banc.ecriture.inserer('=1', true)).rejects.toThrow(/protégé/);
  });
});

describe('aller à une cellule', () => {
  it('active sa feuille et la sélectionne', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.creerFeuille(controle);
    await banc.classeur.allerA({ feuille: F, adresse: 'A2:B2' });
    expect(banc.modele.selection()).toEqual({ feuille: F, zone: { ligne: 1, colonne: 0, ligneFin: 1, colonneFin: 1 } });
  });

  it('d’une feuille masquée ou supprimée : dit que faire', async () => {
    banc = ouvrir(depart());
    await expect(banc.classeur.allerA({ feuille: '{Cachée}', adresse: 'A1' })).rejects.toThrow(/Cachée.*est masquée/);
    await expect(banc.classeur.allerA({ feuille: '{Absente}', adresse: 'A1' })).rejects.toThrow(/supprimée/);
  });
});
