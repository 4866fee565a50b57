import { lireClasseur } from '../../../../src/classeur/fichier';
import { estRemplie, fusionDe, type Grille } from '../../../../src/tableau';
import { EXCEL_ANCIEN } from '../../../banc/hote/hote';
import { classeur, depuisXlsx, feuille, ouvrir, type Banc } from './outils';

let banc: Banc;
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

/** Tout ce qu'une grille dit, cellule à cellule. */
const dire = (grille: Grille) => ({
  nom: grille.nom,
  lignes: Array.from({ length: grille.nombreDeLignes }, (_, l) =>
    grille.colonnes(l).map((c) => [c, grille.cellule(l, c)]),
  ).map((rangee, l) => [l, ...rangee]),
  fusions: [...grille.fusions].sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne),
});
const sansFinVide = ({ lignes, ...reste }: ReturnType<typeof dire>) => ({
  ...reste,
  lignes: lignes.filter((rangee) => rangee.length > 1),
});

describe.each(['erreurs', 'grand-poitiers', 'plaquette', 'vierge'])('%s', (nom) => {
  const chemin = `assets/exemples/${nom}.xlsx`;

  it('se lit d’Excel comme du fichier, cellule à cellule', async () => {
    banc = ouvrir(await depuisXlsx(chemin));
    const [excel, { feuilles: fichier }] = [await banc.classeur.lire(), await lireClasseur(chemin)];
    expect(excel.map((f) => sansFinVide(dire(f)))).toEqual(fichier.map((f) => sansFinVide(dire(f))));
    expect(excel.some((f) => f.nombreDeLignes > 0)).toBe(true);
  });
});

const tableau = (lignes: number, colonnes: number) =>
  Array.from({ length: lignes }, (_, l) => Array.from({ length: colonnes }, (__, c) => (l === 0 ? `c${c}` : l * c)));

describe('les allers-retours d’une lecture', () => {
  test.each([
    [1, 10],
    [30, 10],
    [1, 20_000],
    [30, 600],
  ])(
    '%i feuille(s) de %i lignes : deux',
    async (feuilles, lignes) => {
      const onglets = Array.from({ length: feuilles }, (_, f) => feuille(`F${f}`, tableau(lignes, 8)));
      banc = ouvrir(classeur(...onglets));
      const lues = await banc.classeur.lire();
      expect(banc.journal.allersRetours).toBe(2);
      expect(lues).toHaveLength(feuilles);
      expect(lues.at(-1)!.nombreDeLignes).toBe(lignes);
      expect(lues.at(-1)!.cellule(lignes - 1, 7)).toEqual({ valeur: (lignes - 1) * 7 });
    },
    60_000,
  );

  it('au-delà de ce qu’Excel rend en une fois : aussi peu de morceaux que possible, et tout y est', async () => {
    // 260 000 cellules, plus de 5 Mo de valeurs et de formats.
    const longues = tableau(20_000, 13).map((rangee) => rangee.map((valeur) => `Commune ${valeur}`));
    banc = ouvrir(classeur(feuille('Petite', tableau(5, 3)), feuille('Grande', longues)));
    const suivi: number[][] = [];
    const [petite, grande] = await banc.classeur.lire({ avancer: (fait, total) => suivi.push([fait, total]) });
    const lues = Array.from({ length: grande!.nombreDeLignes }, (_, l) => grande!.cellule(l, 12)?.valeur);
    expect(lues).toEqual(longues.map((rangee) => rangee[12]));
    expect(petite!.cellule(4, 2)).toEqual({ valeur: 8 });
    const tailles = banc.journal.echanges.flatMap((e) => (e.genre === 'requete' && !e.erreur ? e.tailleReponse : []));
    expect(Math.max(...tailles)).toBeLessThan(5 * 1024 * 1024);
    // La liste, le refus, les tailles, puis deux morceaux.
    expect(banc.journal.allersRetours).toBe(5);
    expect(suivi).toEqual([
      [0, 2],
      [1, 2],
    ]);
  }, 60_000);

  it('coupe encore en deux un morceau que l’hôte refuse', async () => {
    banc = ouvrir(classeur(feuille('F', tableau(2_000, 10))), { ennuis: { tailleMax: 150_000 } });
    const [lue] = await banc.classeur.lire();
    expect(Array.from({ length: 2_000 }, (_, l) => lue!.cellule(l, 9)?.valeur)).toEqual(
      tableau(2_000, 10).map((rangee) => rangee[9]),
    );
    expect(lue!.nombreDeLignes).toBe(2_000);
  });
});

describe('ce qui est masqué ou barré', () => {
  const barrer = (
    donnees: ReturnType<typeof feuille>,
    ligne: number,
    colonne: number,
    barre: boolean | null = true,
  ) => {
    const cle = `${ligne},${colonne}`;
    donnees.cellules[cle] = { valeur: '', ...donnees.cellules[cle], style: { police: { barre } } };
  };

  it('ne coûte, dans une grande feuille, que le détail des lignes barrées', async () => {
    const grande = feuille('F', tableau(9_000, 8));
    for (const ligne of [10, 11, 8_000]) barrer(grande, ligne, 3);
    grande.lignesMasquees = { 5: true };
    banc = ouvrir(classeur(grande, feuille('Autre', tableau(9_000, 8))));
    const [lue, autre] = await banc.classeur.lire();
    const barrees = (f: typeof lue) => tableau(9_000, 8).flatMap((_, l) => (f!.cellule(l, 3)?.barree ? [l] : []));
    expect([barrees(lue), barrees(autre)]).toEqual([[10, 11, 8_000], []]);
    expect([lue!.ligneMasquee!(5), lue!.ligneMasquee!(6), lue!.colonneMasquee!(3)]).toEqual([true, false, false]);
    const actions = banc.journal.echanges.flatMap((e) => (e.genre === 'requete' ? e.actions : []));
    expect(actions.filter((a) => a.includes('GetCellProperties'))).toEqual([
      expect.stringContaining('(10, 0, 2, 8)'),
      expect.stringContaining('(8000, 0, 1, 8)'),
    ]);
    // La liste, le contenu, les lignes en deux morceaux de 40 000 cellules au plus, les cellules.
    expect(banc.journal.allersRetours).toBe(5);
  });

  it('un Excel qui dit un nombre barré en partie n’est pas cru', async () => {
    const muette = feuille('F', [['Commune', 12, 'x']]);
    for (const colonne of [0, 1, 2]) barrer(muette, 0, colonne, null);
    banc = ouvrir(classeur(muette));
    const [lue] = await banc.classeur.lire();
    expect([0, 1, 2].map((c) => lue!.cellule(0, c))).toEqual([{ valeur: 'Commune' }, { valeur: 12 }, { valeur: 'x' }]);
  });
});

describe('une feuille', () => {
  it('vide, masquée ou décalée se lit comme les autres', async () => {
    const decalee = feuille('Décalée', [[], [], ['', '', 'x', 0.165]]);
    decalee.cellules['2,3'] = { valeur: 0.165, format: '0.0%' };
    banc = ouvrir(classeur(feuille('Vide', []), { ...decalee, visibilite: 'Hidden' }));
    const [vide, lue] = await banc.classeur.lire();
    expect(vide!.nombreDeLignes).toBe(0);
    expect(lue!.colonnes(2)).toEqual([2, 3]);
    expect(lue!.cellule(2, 3)).toEqual({ valeur: 0.165, pourcent: true });
    expect(lue!.id).toBe('{Décalée}');
  });

  it('d’un Excel plus ancien se lit sans ses fusions', async () => {
    const fusionnee = feuille('F', [
      ['Titre', ''],
      ['a', 'b'],
    ]);
    fusionnee.fusions.push({ ligne: 0, colonne: 0, ligneFin: 0, colonneFin: 1 });
    banc = ouvrir(classeur(fusionnee));
    expect(fusionDe((await banc.classeur.lire())[0]!, 0, 1)).toBeDefined();
    banc.fermer();
    banc = ouvrir(classeur(fusionnee), { exigences: EXCEL_ANCIEN });
    const [lue] = await banc.classeur.lire();
    expect(lue!.fusions).toEqual([]);
    expect(estRemplie(lue!.cellule(0, 0))).toBe(true);
    expect(banc.journal.allersRetours).toBe(2);
  });
});

it('une lecture s’interrompt entre deux allers-retours', async () => {
  banc = ouvrir(classeur(feuille('F', [['x']])));
  const arret = new AbortController();
  const lecture = banc.classeur.lire({ signal: arret.signal });
  arret.abort();
  await expect(lecture).rejects.toMatchObject({ name: 'AbortError' });
  expect(banc.journal.allersRetours).toBeLessThan(2);
});

describe('les ennuis', () => {
  const deux = () => classeur(feuille('A', [['x']]), feuille('B', [['y']]));

  test.each([
    ['ItemNotFound', /supprimée ou déplacée.*Recommencez/],
    ['AccessDenied', /protégé/],
    ['GeneralException', /refusé l’opération/],
  ] as const)('%s au milieu d’une requête', async (code, phrase) => {
    banc = ouvrir(deux(), { ennuis: { echouer: { requete: 1, code } } });
    await expect(banc.classeur.lire()).rejects.toThrow(phrase);
    await expect(banc.classeur.lire()).resolves.toHaveLength(2);
  });

  it('une session perdue', async () => {
    banc = ouvrir(deux(), { ennuis: { sessionPerdue: true } });
    await expect(banc.classeur.lire()).rejects.toThrow(/lien avec Excel est rompu/);
  });

  it('une cellule en saisie : attend qu’elle soit validée', async () => {
    banc = ouvrir(deux(), { ennuis: { saisieEnCours: true } });
    setTimeout(() => (banc.ennuis.saisieEnCours = false), 300);
    await expect(banc.classeur.lire()).resolves.toHaveLength(2);
  });

  it('une cellule qui reste en saisie : le dit au bout de deux secondes', async () => {
    banc = ouvrir(deux(), { ennuis: { saisieEnCours: true } });
    await expect(banc.classeur.lire()).rejects.toThrow(/validez par Entrée/);
  });
});

it('un réglage se garde, se relit, s’efface', async () => {
  banc = ouvrir(classeur(feuille('A', [['x']])));
  expect(await banc.classeur.reglage('contexte')).toBeNull();
  await banc.classeur.garder('contexte', { periode: '2023-2025', colonnes: [1, null] });
  expect(await banc.classeur.reglage('contexte')).toEqual({ periode: '2023-2025', colonnes: [1, null] });
  await banc.classeur.garder('contexte', null);
  expect(await banc.classeur.reglage('contexte')).toBeNull();
  expect(banc.modele.donnees().reglages).toEqual({});
});
