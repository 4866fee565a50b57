import { ouvrirHote, type HoteOuvert } from '../../banc/hote/transports/executeur';
import type { Zone } from '../../banc/hote/contrat';
import { classeur, feuille } from '../classeur/excel/outils';

let banc: HoteOuvert;
afterEach(() => {
  banc.fermer();
});
const zone = (ligne: number, colonne: number, ligneFin = ligne, colonneFin = colonne): Zone => ({
  ...{ ligne, colonne, ligneFin, colonneFin },
});
const cellule = (cle: string, f = '{A}') => banc.modele.feuille(f)!.cellules[cle];
const noms = () => Object.fromEntries(banc.modele.classeur.noms.map(({ nom, formule }) => [nom, formule]));

/** Deux feuilles : un tableau à fonds, formules, commentaire, et une autre où coller. */
function ouvrir() {
  const donnees = classeur(
    feuille('A', [
      ['Commune', 'RP', 'Double'],
      [
        { valeur: 'C', style: { fond: '#FF0000', bordures: { EdgeTop: { style: 'Continuous' } } } },
        3,
        { valeur: 6, formule: '=B2*2+$B$2' },
      ],
      ['B', { valeur: 2, format: '0.0' }, { valeur: 4, formule: '=B3*2+$B$2' }],
      ['A', 10, { valeur: 20, formule: "=B4*2+'L’autre'!B1" }],
      ['Total', { valeur: 15, formule: '=SUM(B2:B4)' }],
    ]),
    feuille('L’autre', [['x', { valeur: 3, formule: '=A!B2' }]]),
  );
  donnees.noms = [
    { nom: 'SUIVI', formule: '=A!$B$2', visible: true },
    { nom: 'PLAGE', formule: '=A!$B$2:$B$4', visible: true },
    { nom: 'CIBLE', formule: "='L’autre'!$D$5", visible: true },
  ];
  donnees.commentaires = [
    { id: '{c}', feuille: '{A}', ligne: 1, colonne: 1, auteur: 'Agent', texte: 'vu', reponses: [] },
  ];
  banc = ouvrirHote({ donnees });
}

test('une cellule coupée emporte son nom, ses références, son format et son commentaire', () => {
  ouvrir();
  banc.modele.couperColler('{A}', zone(1, 1, 1, 2), { feuille: '{L’autre}', ligne: 4, colonne: 3 });
  expect([cellule('1,1'), cellule('1,2')]).toEqual([undefined, undefined]);
  expect(cellule('4,3', '{L’autre}')).toEqual({ valeur: 3 });
  expect(cellule('4,4', '{L’autre}')?.formule).toBe('=D5*2+$D$5');
  expect(cellule('0,1', '{L’autre}')?.formule).toBe('=D5');
  expect(cellule('2,2')?.formule).toBe("=B3*2+'L’autre'!$D$5");
  // Une plage dont une partie s'en va ne bouge pas ; ce que le collage couvre disparaît.
  expect(cellule('4,1')?.formule).toBe('=SUM(B2:B4)');
  expect(noms()).toEqual({ SUIVI: "='L’autre'!$D$5", PLAGE: '=A!$B$2:$B$4', CIBLE: "='L’autre'!#REF!" });
  expect(banc.modele.classeur.commentaires[0]).toMatchObject({ feuille: '{L’autre}', ligne: 4, colonne: 3 });
});

test('dans sa feuille, ce qui reste sur place garde ses références et ce qui part vise l’ancienne feuille', () => {
  ouvrir();
  banc.modele.couperColler('{A}', zone(2, 2), { feuille: '{L’autre}', ligne: 8, colonne: 0 });
  expect(cellule('8,0', '{L’autre}')?.formule).toBe('=A!B3*2+A!$B$2');
  banc.modele.couperColler('{A}', zone(1, 1), { feuille: '{A}', ligne: 9, colonne: 5 });
  expect([cellule('1,2')?.formule, noms().SUIVI]).toEqual(['=F10*2+$F$10', '=A!$F$10']);
});

test('un tri emporte contenu, format, fond, commentaire ; ni les noms, ni les bordures', () => {
  ouvrir();
  banc.modele.trier('{A}', zone(1, 0, 3, 2), { colonne: 0 });
  expect([1, 2, 3].map((l) => cellule(`${l},0`))).toEqual([
    { valeur: 'A', style: { bordures: { EdgeTop: { style: 'Continuous' } } } },
    { valeur: 'B' },
    { valeur: 'C', style: { fond: '#FF0000' } },
  ]);
  expect([1, 2, 3].map((l) => cellule(`${l},2`)?.formule)).toEqual([
    "=B2*2+'L’autre'!#REF!",
    '=B3*2+$B$2',
    '=B4*2+$B$2',
  ]);
  expect(cellule('2,1')).toEqual({ valeur: 2, format: '0.0' });
  expect([noms().SUIVI, cellule('4,1')?.formule]).toEqual(['=A!$B$2', '=SUM(B2:B4)']);
  expect(banc.modele.classeur.commentaires[0]).toMatchObject({ ligne: 3, colonne: 1 });
  banc.modele.trier('{A}', zone(1, 0, 3, 2), { colonne: 1, decroissant: true });
  expect([1, 2, 3].map((l) => cellule(`${l},1`)?.valeur)).toEqual([10, 3, 2]);
});

test('sous le format « @ », tout ce qui s’écrit est un texte', () => {
  ouvrir();
  banc.modele.feuille('{A}')!.cellules['7,0'] = { valeur: '', format: '@' };
  for (const [ecrit, lu] of [
    ['=B2', '=B2'],
    [12, '12'],
    ["'mot", "'mot"],
  ] as const) {
    banc.modele.saisir('{A}', zone(7, 0), [[ecrit]]);
    expect(cellule('7,0')).toEqual({ valeur: lu, format: '@' });
  }
});

test('un autre volet passe juste avant la requête dite, et ses requêtes ne comptent pas', async () => {
  ouvrir();
  const ecrire = (valeur: string) =>
    banc.Excel.run(async (context) => {
      const plage = context.workbook.worksheets.getItem('A').getRange('H1');
      plage.load('values');
      await context.sync();
      plage.values = [[`${String(plage.values[0]![0])}${valeur}`]];
      await context.sync();
    });
  banc.ennuis.intercaler = { requete: 2, faire: () => ecrire('autre') };
  await ecrire('un');
  expect(cellule('0,7')?.valeur).toBe('un');
  await ecrire(' deux');
  expect(cellule('0,7')?.valeur).toBe('un deux');
});
