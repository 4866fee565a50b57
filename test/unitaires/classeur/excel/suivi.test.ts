import type { Feuille } from '../../../../src/classeur/classeur';
import { classeur, feuille, ouvrir, zone, type Banc } from './outils';

let banc: Banc;
let cesser: () => void;
let recues: (Feuille | null)[];
/** Quand arrive le prochain changement. */
let arrivee: () => Promise<Feuille | null>;

const attendre = (ms: number) => new Promise<void>((suite) => setTimeout(suite, ms));
/** Le désabonnement part encore vers l'hôte : il ne se ferme qu'après. */
async function finir() {
  cesser();
  while (banc.hote.evenements.abonnes > 0) await attendre(1);
  banc.fermer();
}
const F = '{Saisie}';

beforeEach(async () => {
  const lignes = Array.from({ length: 2_000 }, (_, l) => [`Commune ${l}`, l, l * 2]);
  banc = ouvrir(classeur(feuille('Saisie', lignes), feuille('Autre', [['x']])));
  recues = [];
  let prevenir: (recue: Feuille | null) => void = () => undefined;
  arrivee = () => new Promise((suite) => (prevenir = suite));
  await banc.classeur.lire();
  cesser = await banc.classeur.surChangement((recue) => {
    recues.push(recue);
    prevenir(recue);
  });
  expect(banc.hote.evenements.abonnes).toBeGreaterThan(0);
  banc.journal.vider();
});
afterEach(async () => {
  await finir();
  expect(banc.journal.inconnus).toEqual([]);
});

it('une frappe : seule la cellule est relue, en un aller-retour', async () => {
  const changee = arrivee();
  banc.modele.saisir(F, zone(1_500, 1), [[42]]);
  const relue = (await changee)!;
  expect([relue.id, relue.cellule(1_500, 1)?.valeur, relue.cellule(1_500, 2)?.valeur]).toEqual([F, 42, 3_000]);
  expect(relue.nombreDeLignes).toBe(2_000);
  expect(banc.journal.allersRetours).toBe(1);
  const [requete] = banc.journal.echanges.filter((e) => e.genre === 'requete');
  expect((requete as { tailleReponse: number }).tailleReponse).toBeLessThan(2_000);
});

it('une frappe se voit sous 300 ms (la meilleure de dix : la machine d’essais est partagée)', async () => {
  const durees: number[] = [];
  for (let l = 0; l < 10; l++) {
    const debut = performance.now();
    const changee = arrivee();
    banc.modele.saisir(F, zone(l, 1), [[-1]]);
    await changee;
    durees.push(performance.now() - debut);
  }
  expect(Math.min(...durees)).toBeLessThan(300);
});

const dansExcel = (faire: (feuille: Excel.Worksheet) => void) =>
  banc.Excel.run(async (context) => {
    faire(context.workbook.worksheets.getItem(F));
    await context.sync();
  });

it('une cellule barrée puis débarrée, un format changé : relus', async () => {
  for (const barree of [true, false]) {
    const changee = arrivee();
    await dansExcel((f) => (f.getRange('A3').format.font.strikethrough = barree));
    expect((await changee)!.cellule(2, 0)).toEqual({ valeur: 'Commune 2', ...(barree && { barree }) });
  }
  const changee = arrivee();
  await dansExcel((f) => (f.getRange('B3').numberFormat = [['0 %']]));
  expect((await changee)!.cellule(2, 1)).toEqual({ valeur: 2, pourcent: true });
});

it('une ligne masquée puis montrée : la feuille est relue', async () => {
  for (const masquee of [true, false]) {
    const changee = arrivee();
    await dansExcel((f) => (f.getRange('3:4').rowHidden = masquee));
    const relue = (await changee)!;
    expect([1, 2, 3, 4].map((l) => relue.ligneMasquee!(l))).toEqual([false, masquee, masquee, false]);
  }
});

it('une rafale : un aller-retour, une annonce, tout y est', async () => {
  for (let l = 0; l < 20; l++) banc.modele.saisir(F, zone(l, 1), [[-1 - l]]);
  await arrivee();
  await attendre(80);
  expect(banc.journal.allersRetours).toBe(1);
  expect(recues).toHaveLength(1);
  expect(Array.from({ length: 20 }, (_, l) => recues[0]!.cellule(l, 1)?.valeur)).toEqual(
    Array.from({ length: 20 }, (_, l) => -1 - l),
  );
});

it('un recalcul : la formule qui dépend de la saisie est relue aussi', async () => {
  const posee = arrivee();
  banc.modele.saisir(F, zone(9, 2), [['=B4*2']]);
  await posee;
  const recalculee = arrivee();
  banc.modele.saisir(F, zone(3, 1), [[7]]);
  banc.modele.recevoirCalcul(F, zone(9, 2), [[14]]);
  const relue = await recalculee;
  expect([relue?.cellule(3, 1)?.valeur, relue?.cellule(9, 2)?.valeur]).toEqual([7, 14]);
});

it('un contenu effacé, une ligne en plus à la fin', async () => {
  const fin = arrivee();
  banc.modele.saisir(F, zone(2_000, 0, 2_001, 0), [['Nouvelle'], ['Encore']]);
  expect((await fin)?.nombreDeLignes).toBe(2_002);
  const effacee = arrivee();
  banc.modele.effacer(F, zone(0, 0, 0, 2), 'Contents', 'agent');
  const relue = await effacee;
  expect([relue?.colonnes(0), relue?.colonnes(1)]).toEqual([[], [0, 1, 2]]);
});

it('des lignes insérées ou supprimées : la feuille est relue', async () => {
  const inseree = arrivee();
  banc.modele.insererLignes(F, 1, 2);
  expect((await inseree)?.cellule(3, 0)?.valeur).toBe('Commune 1');
  const supprimee = arrivee();
  banc.modele.supprimerLignes(F, 0, 1);
  expect((await supprimee)?.cellule(2, 0)?.valeur).toBe('Commune 1');
});

test.each([
  ['ajoutée', () => void banc.modele.ajouterFeuille('Neuve')],
  ['supprimée', () => banc.modele.supprimerFeuille('{Autre}')],
])('une feuille %s : tout est à relire', async (_, faire) => {
  const changement = arrivee();
  faire();
  expect(await changement).toBeNull();
});

it('une feuille disparue pendant qu’on la relit : tout est à relire', async () => {
  banc.ennuis.echouer = { requete: 1, code: 'ItemNotFound' };
  const changement = arrivee();
  banc.modele.saisir(F, zone(0, 0), [['x']]);
  expect(await changement).toBeNull();
});

it('après avoir cessé, plus rien', async () => {
  cesser();
  banc.modele.saisir(F, zone(0, 0), [['x']]);
  await attendre(120);
  expect(recues).toEqual([]);
});

it('un premier contrôle entier, réglages lus et suivi posé : trois allers-retours', async () => {
  await finir();
  banc = ouvrir(classeur(...Array.from({ length: 30 }, (_, i) => feuille(`F${i}`, [['x']]))));
  await banc.classeur.garder('contexte', { periode: '2023-2025' });
  banc.journal.vider();
  const [feuilles, contexte] = await Promise.all([banc.classeur.lire(), banc.classeur.reglage('contexte')]);
  cesser = await banc.classeur.surChangement(() => undefined);
  expect([feuilles.length, contexte]).toEqual([30, { periode: '2023-2025' }]);
  expect(banc.journal.allersRetours).toBe(3);
});

it('une lecture qui échoue fait échouer le réglage demandé avec elle, d’une phrase', async () => {
  banc.ennuis.sessionPerdue = true;
  const [lecture, reglage] = await Promise.allSettled([banc.classeur.lire(), banc.classeur.reglage('contexte')]);
  expect([lecture.status, reglage.status]).toEqual(['rejected', 'rejected']);
  banc.ennuis.sessionPerdue = false;
  expect(await banc.classeur.reglage('contexte')).toBeNull();
});

it('ce qui change pendant une lecture est relu après elle', async () => {
  banc.ennuis.lenteur = 60;
  const ordre: string[] = [];
  const lecture = banc.classeur
    .lire()
    .then((feuilles) => ordre.push(`lu ${String(feuilles[0]!.cellule(5, 1)?.valeur)}`));
  const changee = arrivee().then((recue) => ordre.push(`relu ${String(recue!.cellule(5, 1)?.valeur)}`));
  // La lecture est partie, la liste des feuilles est revenue ; leur contenu, pas encore.
  await attendre(90);
  banc.modele.saisir(F, zone(5, 1), [[42]]);
  await Promise.all([lecture, changee]);
  expect([ordre[0]?.slice(0, 2), ordre[1]]).toEqual(['lu', 'relu 42']);
});
