import { ErreurDeFormule, lireFormule, type Appel } from '../../../src/cli/formule';
import { sansFauxZeros } from '../../../src/fonctions/cellules-vides';
import { METADONNEES } from '../../../src/fonctions/metadonnees';
import { TOUTES } from '../../../src/fonctions/toutes';
import type { Valeur } from '../../banc/hote/contrat';
import type { Ennuis } from '../../banc/hote/ennuis';
import { ouvrirHote } from '../../banc/hote/transports/executeur';
import { classeur, feuille } from '../classeur/excel/outils';
import { fonctionsAssociees } from '../../outils/fonctions-associees';

/** Les deux Excel : sur le web, une cellule vide arrive nulle ; sur le bureau, souvent zéro, avec ou sans l'adresse de l'argument. */
const EXCEL: Readonly<Record<'web' | 'bureau' | 'ancien', Ennuis>> = {
  web: {},
  bureau: { videCommeZero: true },
  ancien: { videCommeZero: true, sansAdresses: true },
};

const HAUTEUR = 30;
const COLONNE_DU_RESULTAT = 20;
const lettre = (colonne: number): string => String.fromCharCode(65 + colonne);

/** Ce que rend chaque appel, ses arguments écrits dans des cellules : la ligne de sa formule, puis ce qu'elle déverse dessous. */
async function rendus(appels: readonly { nom: string; cellules: readonly Valeur[] }[], ennuis: Ennuis) {
  const lignes = appels.flatMap(({ nom, cellules }, i) => {
    const adresses = cellules.map((_, c) => `${lettre(c)}${i * HAUTEUR + 1}`);
    const bourre = Array.from({ length: COLONNE_DU_RESULTAT - cellules.length }, () => '');
    const formule = { valeur: 0, formule: `=${nom}(${adresses.join(',')})` };
    return [[...cellules, ...bourre, formule], ...Array.from({ length: HAUTEUR - 1 }, () => [])];
  });
  const banc = await ouvrirAvecLeComplement(feuille('Données d’essai', lignes), ennuis);
  const rendu = (i: number) =>
    Array.from({ length: HAUTEUR }, (_, l) =>
      Array.from({ length: 10 }, (__, c) => {
        const place = [i * HAUTEUR + l, COLONNE_DU_RESULTAT + c] as const;
        return banc.modele.cellule('{Données d’essai}', ...place)?.valeur ?? '';
      }),
    );
  const tous = appels.map((_, i) => rendu(i));
  banc.fermer();
  return tous;
}

/** L'entrée du complément, chargée une fois ; chaque hôte reçoit ses fonctions. */
let associees: Awaited<ReturnType<typeof fonctionsAssociees>> = [];
beforeAll(async () => {
  associees = await fonctionsAssociees();
});

async function ouvrirAvecLeComplement(donnees: ReturnType<typeof feuille>, ennuis: Ennuis) {
  const banc = ouvrirHote({
    donnees: classeur(donnees),
    calculer: 'complement',
    metadonnees: METADONNEES,
    ennuis: { ...ennuis },
  });
  for (const [id, fonction] of associees) banc.CustomFunctions.associate(id, fonction);
  banc.modele.saisir('{Données d’essai}', { ligne: 0, colonne: 30, ligneFin: 0, colonneFin: 30 }, [['calculer']]);
  await banc.calme();
  return banc;
}

const lire = (formule: string): Appel[] => {
  try {
    return [lireFormule(formule)];
  } catch (erreur) {
    if (erreur instanceof ErreurDeFormule) return [];
    throw erreur;
  }
};

/** Chaque exemple de chaque fonction, entier, puis chacune de ses cellules vidée tour à tour. */
const CAS = TOUTES.flatMap((f) => f.exemples)
  .flatMap((exemple) => lire(exemple.split(' → ')[0]!))
  .flatMap(({ nom, plages }) => {
    const cellules = plages.map((plage) => (plage?.[0]?.[0] ?? '') as Valeur);
    return [cellules, ...cellules.map((_, vide) => cellules.map((v, i) => (i === vide ? '' : v)))].map((c) => ({
      nom,
      cellules: c,
    }));
  });

describe('une cellule vide n’est pas un zéro, quel que soit l’Excel (ADR 0024)', () => {
  test('chaque fonction, chaque argument vidé : même résultat, ou une erreur, jamais un autre', async () => {
    const [web, bureau, ancien] = [
      await rendus(CAS, EXCEL.web),
      await rendus(CAS, EXCEL.bureau),
      await rendus(CAS, EXCEL.ancien),
    ];
    expect(CAS.length).toBeGreaterThan(400);
    const differents = CAS.filter((_, i) => JSON.stringify(web[i]) !== JSON.stringify(bureau[i]));
    expect(differents).toEqual([]);
    const faux = CAS.filter(
      (_, i) => ancien[i]![0]![0] !== '#VALUE!' && JSON.stringify(web[i]) !== JSON.stringify(ancien[i]),
    );
    expect(faux).toEqual([]);
    // L'essai ne peut réussir sans que des zéros aient été refusés, et des résultats rendus.
    expect(ancien.filter((r, i) => r[0]![0] === '#VALUE!' && web[i]![0]![0] !== '#VALUE!').length).toBeGreaterThan(50);
    expect(web.filter((r) => r[0]![0] !== '#VALUE!' && r[0]![0] !== 0).length).toBeGreaterThan(100);
  }, 60_000);

  test.each([
    ['SRU.OBJECTIF', [10_000, 1500, 20, ''], 165],
    ['SRU.OBJECTIF', [10_000, 1500, 20, 0], 50],
    ['SRU.OBJECTIF', [10_000, '', 20], '#VALUE!'],
    ['SRU.OBJECTIF', [10_000, 0, 20], 660],
  ] as const)('%s(%j), sur le bureau : %p', async (nom, cellules, attendu) => {
    const [rendu] = await rendus([{ nom, cellules: [...cellules] }], EXCEL.bureau);
    expect(rendu![0]![0]).toBe(attendu);
  });
});

const TABLEAU: readonly (readonly Valeur[])[] = [
  ['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Rang triennal', 'Objectif du contrat'],
  ['Commune A', 10_000, 1500, 20, 3, 165],
  ['Commune B', 10_000, 0, 20, '', ''],
  ['Commune C', 10_000, '', 20, 3, ''],
];

test('SRU.TABLEAU garde ses planchers, une cellule vide restant vide', async () => {
  const rendre = async (ennuis: Ennuis) => {
    const formule = { valeur: 0, formule: '=SRU.TABLEAU(A1:F4)' };
    const lignes = TABLEAU.map((ligne, i) => [...ligne, '', ...(i === 0 ? [formule] : [])]);
    const banc = await ouvrirAvecLeComplement(feuille('Données d’essai', lignes), ennuis);
    const rendu = TABLEAU.map((_, l) =>
      [7, 8, 9, 10, 11].map((c) => banc.modele.cellule('{Données d’essai}', l, c)?.valeur ?? ''),
    );
    banc.fermer();
    return rendu;
  };
  const web = await rendre(EXCEL.web);
  expect(web).toEqual([
    ['Manquants', 'Taux', 'Référence', 'Plancher CMS', 'Plancher de mutualisation'],
    [500, 0.15, 165, 125, 83],
    [2000, 0, 660, 500, 330],
    ['', '', '', '', ''],
  ]);
  expect(await rendre(EXCEL.bureau)).toEqual(web);
  expect((await rendre(EXCEL.ancien))[0]![0]).toBe('#VALUE!');
});

describe('ce qui ne se relit pas est refusé, jamais pris pour un zéro ni pour un vide', () => {
  const relire = (plage: unknown[][], adresses: readonly (string | null)[] | undefined, relues: unknown[][] | null) =>
    sansFauxZeros([plage], adresses, () => Promise.resolve([relues])).then(
      ([rendue]) => rendue,
      (erreur: Error) => erreur.message.slice(0, 40),
    );
  const REFUS = 'Un zéro est peut-être une cellule vide, ';
  test.each([
    ['une valeur écrite', [[0]], [''], null, [[0]]],
    ['de même, sans adresse', [[0]], [null], null, [[0]]],
    ['un vrai zéro', [[0, 1]], ['F!A1:B1'], [[0, 1]], [[0, 1]]],
    ['une cellule vide', [[0, 1]], ['F!A1:B1'], [['', 1]], [[null, 1]]],
    ['une colonne entière, sans valeurs', [[0]], ['F!A:A'], null, REFUS],
    ['une relecture plus courte', [[0], [0]], ['F!A1:A2'], [['']], REFUS],
    ['une adresse manquante', [[0]], [], null, REFUS],
    ['aucune adresse', [[0]], undefined, null, REFUS],
    ['aucun zéro', [[1]], undefined, null, [[1]]],
  ] as const)('%s', async (_, plage, adresses, relues, attendu) => {
    const [p, r] = [plage, relues].map((t) => t?.map((ligne) => [...ligne]) ?? null);
    expect(await relire(p!, adresses, r!)).toEqual(attendu);
  });
  test('une lecture qui échoue', async () => {
    await expect(sansFauxZeros([[[0]]], ['X!A1'], () => Promise.reject(new Error('absente')))).rejects.toThrow(REFUS);
  });
});
