import { METADONNEES } from '../../../src/fonctions/metadonnees';
import { compteRenduDe } from '../../../src/volet/installation/compte-rendu';
import type { Point } from '../../../src/volet/installation/point';
import { POINTS, RETRAIT } from '../../../src/volet/installation/points';
import { verifierInstallation, type Resultat } from '../../../src/volet/installation/verifier';
import type { ClasseurDonnees } from '../../banc/hote/contrat';
import { EXCEL_ANCIEN, EXCEL_SANS_COMMENTAIRES } from '../../banc/hote/hote';
import { ouvrirHote, type HoteOuvert, type OptionsDHote } from '../../banc/hote/transports/executeur';
import { classeur, feuille, zone } from '../classeur/excel/outils';
import { fonctionsAssociees } from '../../outils/fonctions-associees';

jest.setTimeout(120_000);

let associees: Awaited<ReturnType<typeof fonctionsAssociees>> = [];
beforeAll(async () => {
  associees = await fonctionsAssociees();
  const page = globalThis as unknown as Record<string, unknown>;
  // Le peu d'une page que les points du poste regardent.
  page.matchMedia = () => ({ matches: false });
  page.document = { createElement: () => ({ download: '' }) };
});

/** Ce qu'Excel calcule lui-même, et que l'hôte de secours ne calcule pas. */
const PAR_EXCEL: Readonly<Record<string, string>> = {
  '=1/0': '#DIV/0!',
  '=SRU.ESSAI.INCONNUE()': '#NAME?',
  '=_xldudf_SRU_OBJECTIF(10000,1500,20)': '#NAME?',
};

let banc: HoteOuvert;
afterEach(async () => {
  // Un calcul en route retiendrait jest une minute.
  await banc.calme();
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

function ouvrir(options: OptionsDHote = {}): HoteOuvert {
  banc = ouvrirHote({ calculer: 'complement', metadonnees: METADONNEES, donnees: agent(), ...options });
  banc.hote.nomDuClasseur = 'secret.xlsx';
  Object.assign(banc.Office.context.document, { url: 'https://secret.example/secret.xlsx' });
  for (const [id, fonction] of associees) banc.CustomFunctions.associate(id, fonction);
  banc.modele.surModification((m) => {
    if (m.type !== 'cellules' || m.origine !== 'complement') return;
    const { ligne, ligneFin, colonne } = m.zone;
    for (let l = ligne; l <= ligneFin; l++) {
      const valeur = PAR_EXCEL[banc.modele.cellule(m.feuille, l, colonne)?.formule ?? ''];
      if (valeur !== undefined) banc.modele.recevoirCalcul(m.feuille, zone(l, colonne), [[valeur]]);
    }
  });
  return banc;
}

/** Un classeur dont rien ne doit sortir : chacun de ses noms, chaque cellule dit « secret ». */
const agent = (): ClasseurDonnees => ({
  ...classeur(
    feuille('Secret de Poitiers', [
      ['Commune secrète', 'RP'],
      ['Chasseneuil-du-Secret', 10_000],
      [
        { valeur: '#NAME?', formule: '=_xldudf_SRU_OBJECTIF(A1,1,2)' },
        { valeur: 165, formule: '=SRU.OBJECTIF(10000,1500,20)' },
      ],
    ]),
    feuille('Autre secret', [['x']]),
  ),
  noms: [{ nom: 'SecretEnNom', formule: "='Secret de Poitiers'!$B$2", visible: true }],
  reglages: { 'SRU.precisions': { secret: true } },
});
const taire = (resultats: readonly Resultat[]) =>
  expect(compteRenduDe(resultats, '2026-12-01').toLowerCase()).not.toContain('secr');

const DELAIS = { point: 20_000, patience: 2_000 };
const verifier = (points = POINTS, suivi = {}, delais = DELAIS) => verifierInstallation(points, suivi, delais);
const seulement = (...numeros: number[]) => POINTS.filter(({ numero }) => numeros.includes(numero));
/** Les points qui ne sont pas conformes : leur verdict, et ce qui est trouvé. */
const autres = (resultats: readonly Resultat[]) =>
  Object.fromEntries(resultats.flatMap((r) => (r.verdict === 'conforme' ? [] : [[r.numero, [r.verdict, r.trouve]]])));
const SANS_MOTIF = { 10: ['non essayé', '#VALUE! ; le motif ne se lit qu’à partir d’ExcelApi 1.16'] };

test('sur le banc, tout est conforme, sauf le motif d’une erreur, que cet Excel ne dit pas ; le classeur est comme avant', async () => {
  const { modele } = ouvrir();
  const avant = structuredClone(modele.donnees());
  const resultats = await verifier();
  expect(autres(resultats)).toEqual(SANS_MOTIF);
  expect(resultats.map(({ numero }) => numero)).toEqual([...POINTS.map(({ numero }) => numero), RETRAIT.numero]);
  await banc.calme();
  expect(modele.donnees()).toEqual(avant);
  expect(banc.hote.evenements.abonnes).toBe(0);
  const texte = compteRenduDe(resultats, '2026-12-01');
  taire(resultats);
  const { points } = JSON.parse(texte.split('\n\n').at(-1)!) as { points: Resultat[] };
  expect(points).toEqual(resultats);
  for (const { attendu, trouve } of resultats) expect(texte).toContain(`attendu : ${attendu}\n   trouvé : ${trouve}`);
});

/** Un ennui du banc, les points qu'il touche, et la ligne où il se lit. */
test.each<[nom: string, options: OptionsDHote, numeros: number[], autres: Record<number, [string, unknown]>]>([
  [
    'une requête d’un méga-octet refusée',
    { ennuis: { tailleMax: 900_000 } },
    [1, 29, 44],
    { 44: ['différent', expect.stringContaining('RequestPayloadSizeLimitExceeded')] },
  ],
  [
    'une cellule vide donnée pour un zéro, sans adresse',
    { ennuis: { videCommeZero: true, sansAdresses: true } },
    [1, 42],
    { 42: ['différent', expect.any(String)] },
  ],
  ['le motif d’un fond muet', { ennuis: { motifMuet: true } }, [23], {}],
  [
    'un Excel sans déversement',
    { exigences: EXCEL_ANCIEN },
    [1, 9, 25, 45],
    { 9: ['différent', expect.stringContaining('sans déversement')] },
  ],
  [
    'un Excel sans commentaires',
    { exigences: EXCEL_SANS_COMMENTAIRES },
    [1, 25, 45],
    {
      25: ['non essayé', 'cet Excel n’a pas de commentaires (ExcelApi 1.10)'],
      45: ['différent', expect.stringContaining('ExcelApi 1.9,')],
    },
  ],
])('%s se lit à sa ligne, et pas ailleurs', async (_, options, numeros, attendus) => {
  ouvrir(options);
  const resultats = await verifier(seulement(...numeros));
  expect(autres(resultats)).toEqual(attendus);
  taire(resultats);
  await banc.calme();
  expect(banc.modele.donnees()).toEqual(agent());
});

test('un objet disparu au milieu d’un point : son code à sa ligne, les autres points vont au bout', async () => {
  ouvrir();
  const point = { ...seulement(24)[0]!, numero: 2 };
  const casse: Point = {
    ...point,
    essayer: (chantier) => {
      banc.ennuis.echouer = { requete: 2, code: 'ItemNotFound' };
      return point.essayer(chantier);
    },
  };
  const resultats = await verifier([casse, ...seulement(1, 24)]);
  expect(autres(resultats)).toEqual({ 2: ['différent', expect.stringMatching(/^ItemNotFound/)] });
  expect(banc.modele.donnees().noms).toEqual(agent().noms);
});

test('un point sans réponse est dit tel, et la feuille est retirée', async () => {
  ouvrir();
  const muet: Point = { numero: 2, titre: 'Muet', attendu: 'une réponse', essayer: () => new Promise(() => undefined) };
  const resultats = await verifier([muet, ...seulement(45)], {}, { point: 500, patience: 100 });
  expect(autres(resultats)).toEqual({ 2: ['différent', 'sans réponse en 0,5 s'] });
  expect(banc.modele.donnees().feuilles).toEqual(agent().feuilles);
});

test('interrompu, ce qui reste n’est pas essayé, et la feuille est retirée', async () => {
  ouvrir();
  const interruption = new AbortController();
  const avancer = (fait: number) => fait === 1 && interruption.abort();
  const resultats = await verifier(seulement(1, 24, 43), { signal: interruption.signal, avancer });
  expect(autres(resultats)).toEqual({ 24: ['non essayé', 'interrompu'], 43: ['non essayé', 'interrompu'] });
  expect(banc.modele.donnees().feuilles).toEqual(agent().feuilles);
});

test('sans feuille provisoire, ce qui la demande n’est pas essayé ; le reste l’est', async () => {
  ouvrir().hote.classeurProtege = true;
  const resultats = await verifier(seulement(1, 45, 46));
  expect(autres(resultats)).toEqual({
    1: ['non essayé', expect.stringMatching(/^sans feuille provisoire \(AccessDenied/)],
    47: ['différent', expect.stringMatching(/^AccessDenied/)],
  });
});

test('le lien rompu en chemin : chaque point le dit, et l’agent sait quelle feuille supprimer', async () => {
  ouvrir();
  const rompre: Point = {
    ...seulement(43)[0]!,
    essayer: () => {
      banc.ennuis.sessionPerdue = true;
      return { trouve: '', verdict: 'conforme' };
    },
  };
  const resultats = await verifier([rompre, ...seulement(1)]);
  expect(autres(resultats)).toEqual({
    1: ['différent', expect.stringMatching(/^InvalidOrTimedOutSession/)],
    47: ['différent', expect.stringMatching(/^InvalidOrTimedOutSession.*« Essai du complément » est encore là/)],
  });
  taire(resultats);
});

test('l’ouverture automatique et l’invite du classeur ne sont pas touchées', async () => {
  const reglages = { 'Office.AutoShowTaskpaneWithDocument': true };
  ouvrir({ donnees: { ...agent(), reglages } });
  expect(autres(await verifier(seulement(27)))).toEqual({});
  expect(banc.modele.donnees().reglages).toEqual(reglages);
  banc.modele.regler('Office.DisableTrustUX', true, 'agent');
  expect(autres(await verifier(seulement(27)))).toEqual({
    27: ['non essayé', expect.stringMatching(/dégeler ôterait/)],
  });
  expect(banc.modele.donnees().reglages).toEqual({ ...reglages, 'Office.DisableTrustUX': true });
});

test('une réparation ou un figement que l’agent peut défaire ne sont pas touchés', async () => {
  const reglages = { 'SRU.reparation': [], 'SRU.figement': [] };
  ouvrir({ donnees: { ...agent(), reglages } });
  expect(autres(await verifier(seulement(16, 27)))).toEqual({
    16: ['non essayé', expect.stringMatching(/garde une réparation/)],
    27: ['non essayé', expect.stringMatching(/garde des formules figées/)],
  });
  expect(banc.modele.donnees().reglages).toEqual(reglages);
});

test('la feuille que l’agent regardait est montrée de nouveau, si la provisoire l’avait remplacée', async () => {
  const { modele } = ouvrir();
  const montrer: Point = {
    ...seulement(43)[0]!,
    essayer: (chantier) => {
      modele.activer(chantier.feuille(), 'agent');
      return { trouve: '', verdict: 'conforme' };
    },
  };
  await verifier([montrer]);
  expect(modele.donnees().active).toBe(agent().active);
});
