import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REFERENTIEL } from '../../../src/referentiel';
import { controlerFichier } from '../../../src/cli/verifier';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { resultatTableau } from '../../../src/rapport/resultat';
import {
  CLE_DES_PRECISIONS,
  cleEntete,
  grilleDeValeurs,
  repondre,
  SANS_PRECISION,
  type Precision,
} from '../../../src/tableau';
import { controleDe } from '../../../src/volet/etat/controles';
import { tableauxDe } from '../../../src/volet/etat/etat';
import { creerVolet, type Volet } from '../../../src/volet/etat/volet';
import { classeurSimule } from '../../outils/classeur-simule';
import { ecrireXlsx, lireXlsx } from '../../banc/xlsx';
import { classeur, feuille, ouvrir } from '../classeur/excel/outils';
import { deposer, memoireVive } from './outils';

jest.setTimeout(60_000);

const dossier = mkdtempSync(join(tmpdir(), 'precisions-'));
afterAll(() => rmSync(dossier, { recursive: true }));

const FONCTIONS_DU_COMPLEMENT = Object.keys(FONCTIONS);
const COMPLEMENT = { id: '9f3b2c61-6d0d-4f8b-9a53-5d0e6f0d7a11', version: '1.0.0.0' };
const RANGEES = [
  ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Effort'],
  ['Buxerolles', 10000, 1500, 20, 165, 1],
  ['Migné-Auxances', 10000, 1500, 20, 165, 50],
];

const nouveau = () => classeur(feuille('Contrat', RANGEES));
const enXlsx = (donnees: ReturnType<typeof nouveau>) =>
  ecrireXlsx(donnees, { fonctions: FONCTIONS_DU_COMPLEMENT, complement: COMPLEMENT });

/** Ce que dit un volet, ou la page : la même forme que la ligne de commande. */
async function ditDe(volet: Volet) {
  await volet.controler();
  return tableauxDe(volet.etat()).map((t) => resultatTableau(controleDe(t)!));
}
async function ditDuFichier(octets: Uint8Array) {
  const chemin = join(dossier, 'contrat.xlsx');
  writeFileSync(chemin, octets);
  const { controles } = await controlerFichier(chemin, { precisions: {}, feuille: null });
  return controles.map(resultatTableau);
}
const ditDeLaPage = (octets: Uint8Array, memoire = memoireVive()) =>
  ditDe(deposer('contrat.xlsx', octets, memoire).volet);
/** Le volet d'Excel devant ce fichier. */
async function ditDExcel(octets: Uint8Array) {
  const banc = ouvrir(await lireXlsx(octets, FONCTIONS_DU_COMPLEMENT));
  try {
    return await ditDe(creerVolet(banc.classeur, async () => REFERENTIEL));
  } finally {
    banc.fermer();
  }
}

/** Le classeur tel qu'Excel l'enregistre une fois que l'agent a répondu dans le volet. */
async function repondu(...reponses: readonly Precision[]): Promise<Uint8Array> {
  const banc = ouvrir(nouveau());
  try {
    const volet = creerVolet(banc.classeur, async () => REFERENTIEL);
    await volet.controler();
    for (const reponse of reponses) await volet.repondre(reponse);
    expect(volet.etat().probleme).toBeNull();
    return await enXlsx(banc.modele.donnees());
  } finally {
    banc.fermer();
  }
}

const CONTEXTE: readonly Precision[] = [
  { quoi: 'plh', valeur: true },
  { quoi: 'avis', valeur: 'recueilli' },
  { quoi: 'colonne', entete: cleEntete('Effort'), colonne: 'sans effet' },
  { quoi: 'accord', nom: 'buxerolles', valeur: true },
  { quoi: 'accord', nom: 'migne auxances', valeur: true },
];

test.each<[string, readonly Precision[]]>([
  ['le contexte et les accords', CONTEXTE],
  ['un PLH absent', [{ quoi: 'plh', valeur: false }]],
  ['une commune écartée', [...CONTEXTE, { quoi: 'ligne', nom: 'migne auxances', sort: 'ecartee' }]],
  [
    'une autre colonne pour le contrat',
    [...CONTEXTE, { quoi: 'colonne', entete: cleEntete('Effort'), colonne: 'objectif_contrat' }],
  ],
  ['la période', [...CONTEXTE, { quoi: 'periode', valeur: '2023-2025' }]],
])('%s, gardés par le volet : le fichier a le même verdict partout, et un autre sans eux', async (_, reponses) => {
  const octets = await repondu(...reponses);
  const duFichier = await ditDuFichier(octets);
  expect(await ditDeLaPage(octets)).toEqual(duFichier);
  expect(await ditDExcel(octets)).toEqual(duFichier);
  const nu = await ditDuFichier(await enXlsx(nouveau()));
  expect(nu).not.toEqual(duFichier);
  expect(await ditDeLaPage(await enXlsx(nouveau()))).toEqual(nu);
});

test('le verdict même en dépend', async () => {
  const verdicts = async (octets: Uint8Array) => (await ditDuFichier(octets)).map(({ verdict }) => verdict);
  expect(await verdicts(await repondu(...CONTEXTE))).toEqual(['conforme']);
  expect(await verdicts(await repondu({ quoi: 'plh', valeur: false }))).toEqual(['non conforme']);
});

describe('ce que la page garde s’ajoute à ce que le fichier porte', () => {
  test('et vaut pour elle, même après que le volet en a gardé davantage', async () => {
    const memoire = memoireVive();
    const { volet } = deposer('contrat.xlsx', await repondu({ quoi: 'plh', valeur: true }), memoire);
    await volet.controler();
    await volet.repondre({ quoi: 'avis', valeur: 'recueilli' });
    const apres = deposer('contrat.xlsx', await repondu(...CONTEXTE.filter(({ quoi }) => quoi !== 'avis')), memoire);
    await apres.volet.controler();
    expect(apres.volet.etat().reglages).toEqual(CONTEXTE.reduce(repondre, SANS_PRECISION));
  });

  test('et peut retirer ce que le fichier porte, sans le récrire', async () => {
    const memoire = memoireVive();
    const octets = await repondu(...CONTEXTE);
    const { volet, classeur: depose } = deposer('contrat.xlsx', octets, memoire);
    await volet.controler();
    await volet.regler({ plh: null, accords: { buxerolles: true } });
    const second = deposer('contrat.xlsx', octets, memoire).volet;
    await second.controler();
    expect(second.etat().reglages).toMatchObject({ plh: null, avis: 'recueilli', accords: { buxerolles: true } });
    expect(second.etat().reglages.accords).not.toHaveProperty('migne auxances');
    depose.oublierLesReglages();
    expect((await ditDeLaPage(octets, memoire)).map(({ verdict }) => verdict)).toEqual(['conforme']);
  });
});

test('ce qu’un autre poste a gardé d’illisible ne vaut rien, partout', async () => {
  const donnees = nouveau();
  donnees.reglages[CLE_DES_PRECISIONS] = {
    periode: '2022-2024',
    plh: 'oui',
    colonnes: { effort: 'n’importe' },
    rangs: [],
  };
  const octets = await enXlsx(donnees);
  const nu = await ditDuFichier(await enXlsx(nouveau()));
  expect(await ditDuFichier(octets)).toEqual(nu);
  expect(await ditDeLaPage(octets)).toEqual(nu);
  expect(await ditDExcel(octets)).toEqual(nu);
});

test('le volet de l’essai en mémoire dit la même chose que celui d’Excel', async () => {
  const simule = classeurSimule([grilleDeValeurs(RANGEES, 'Contrat')]);
  expect(await ditDe(creerVolet(simule, async () => REFERENTIEL))).toEqual(await ditDuFichier(await enXlsx(nouveau())));
});
