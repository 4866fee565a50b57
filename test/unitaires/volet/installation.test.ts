import { METADONNEES } from '../../../src/fonctions/metadonnees';
import { POINTS, RETRAIT } from '../../../src/volet/installation/points';
import { verifierInstallation, type Resultat } from '../../../src/volet/installation/verifier';
import type { ClasseurDonnees } from '../../banc/hote/contrat';
import { ouvrirHote, type HoteOuvert, type OptionsDHote } from '../../banc/hote/transports/executeur';
import { classeur, feuille, zone } from '../classeur/excel/outils';

jest.setTimeout(120_000);

const associees: [id: string, fonction: (...args: unknown[]) => unknown][] = [];
beforeAll(async () => {
  const page = globalThis as unknown as Record<string, unknown>;
  page.CustomFunctions = { associate: (...association: (typeof associees)[number]) => associees.push(association) };
  await import('../../../src/fonctions');
  delete page.CustomFunctions;
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
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

function ouvrir(options: OptionsDHote = {}): HoteOuvert {
  banc = ouvrirHote({ calculer: 'complement', metadonnees: METADONNEES, donnees: agent(), ...options });
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

/** Un classeur dont rien ne doit sortir. */
const SECRETS = ['Secret de Poitiers', 'Chasseneuil-du-Secret', 'SecretEnNom', 'secret.xlsx', 'Agent secret'];
const agent = (): ClasseurDonnees => ({
  ...classeur(
    feuille(SECRETS[0]!, [
      ['Commune', 'RP'],
      [SECRETS[1]!, 10_000],
      [
        { valeur: '#NAME?', formule: '=_xldudf_SRU_OBJECTIF(A1,1,2)' },
        { valeur: 165, formule: '=SRU.OBJECTIF(10000,1500,20)' },
      ],
    ]),
    feuille('Autre secret', [['x']]),
  ),
  noms: [{ nom: SECRETS[2]!, formule: `='${SECRETS[0]}'!$B$2`, visible: true }],
  reglages: { 'SRU.precisions': { secret: true } },
});

const DELAIS = { point: 20_000, patience: 3_000 };
const verifier = () => verifierInstallation(POINTS, {}, DELAIS);
const verdicts = (resultats: readonly Resultat[]) =>
  Object.fromEntries(resultats.filter((r) => r.verdict !== 'conforme').map((r) => [r.numero, [r.verdict, r.trouve]]));

test('sur le banc, tout est conforme, sauf le motif, qu’un Excel d’avant 1.16 ne dit pas ; le classeur est comme avant', async () => {
  const { modele } = ouvrir();
  const avant = structuredClone(modele.donnees());
  const resultats = await verifier();
  expect(verdicts(resultats)).toEqual({ 10: ['non essayé', 'cet Excel n’a pas ExcelApi 1.16'] });
  expect(resultats.map(({ numero }) => numero)).toEqual([...POINTS.map(({ numero }) => numero), RETRAIT.numero]);
  await banc.calme();
  expect(modele.donnees()).toEqual(avant);
  console.log(resultats.map((r) => `${r.numero} ${r.titre} | ${r.attendu} | ${r.trouve} | ${r.verdict}`).join('\n'));
});
