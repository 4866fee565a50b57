import { REFERENTIEL } from '../../../src/referentiel';
import { grilleDeValeurs } from '../../../src/tableau';
import { controleDe } from '../../../src/volet/etat/controles';
import { compteDe } from '../../../src/volet/etat/resumes';
import { tableauChoisi, tableauxDe } from '../../../src/volet/etat/etat';
import { creerVolet } from '../../../src/volet/etat/volet';
import { classeurSimule } from '../../outils/classeur-simule';

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord', 'Rang'];
const FEUILLE = [ENTETES, ['A', 10000, 1500, 20, 165, '', 3], ['B', 10000, 1500, 20, 50, '', 3]];
const CONFORME = [ENTETES, ['A', 10000, 1500, 20, 165, '', 3], ['B', 10000, 1500, 20, 165, '', 3]];

function ouvrir(...feuilles: unknown[][][]) {
  const classeur = classeurSimule(feuilles.map((f, i) => grilleDeValeurs(f, `Feuille ${i + 1}`)));
  return { classeur, volet: creerVolet(classeur, async () => REFERENTIEL) };
}
/** Un retard que l'essai lève. */
function barrer() {
  let lever: () => void = () => undefined;
  const levee = new Promise<void>((suite) => (lever = suite));
  return { levee, lever };
}
const tick = () => new Promise((suite) => setTimeout(suite, 0));
const verdicts = (volet: ReturnType<typeof ouvrir>['volet']) =>
  tableauxDe(volet.etat()).map((t) => controleDe(t)?.verdict);

describe('le volet sur un classeur', () => {
  test('lit, contrôle, regarde d’abord le tableau le plus sévère', async () => {
    const { volet } = ouvrir(CONFORME, FEUILLE);
    expect(volet.etat().lu).toBe(false);
    await volet.controler();
    expect(verdicts(volet)).toEqual(['conforme', 'non conforme']);
    expect(tableauChoisi(volet.etat())?.feuille.nom).toBe('Feuille 2');
    volet.choisir(tableauxDe(volet.etat())[0]!.cle);
    expect(tableauChoisi(volet.etat())?.feuille.nom).toBe('Feuille 1');
  });

  test('ne relit en direct que la feuille changée', async () => {
    const { classeur, volet } = ouvrir(CONFORME, FEUILLE);
    await volet.controler();
    const [intacte] = volet.etat().feuilles;
    classeur.saisir('f2', 2, 4, 165);
    expect(verdicts(volet)).toEqual(['conforme', 'conforme']);
    expect(volet.etat().feuilles[0]!.feuille).toBe(intacte!.feuille);
    expect(volet.etat().feuilles[0]!.tableaux[0]!.tableau.lignes).toEqual(intacte!.tableaux[0]!.tableau.lignes);
    expect(classeur.journal).toEqual(['lire']);
  });

  test('relit tout quand une feuille s’ajoute, sans effacer ce qui vient d’être dit', async () => {
    const { classeur, volet } = ouvrir(FEUILLE);
    await volet.controler();
    const lignes = CONFORME.map((l) => l.map((valeur) => ({ valeur })));
    const feuille = { nom: 'Neuve', largeurs: [], lignes, fusions: [], graphiques: [], entete: '', pied: '' };
    await volet.creerFeuille({ ...feuille, orientation: 'portrait' }, 'Feuille créée.');
    expect(classeur.journal).toEqual(['lire', 'creerFeuille Neuve', 'lire']);
    expect(verdicts(volet)).toEqual(['non conforme', 'conforme']);
    expect(volet.etat().compteRendu?.phrase).toBe('Feuille créée.');
  });

  test('garde dans le classeur ce que l’agent précise, et s’en sert', async () => {
    const { classeur, volet } = ouvrir(CONFORME);
    await volet.controler();
    await Promise.all([volet.regler({ plh: false }), volet.regler({ periode: '2023-2025' })]);
    expect(verdicts(volet)).toEqual(['non conforme']);
    const autre = creerVolet(classeur, async () => REFERENTIEL);
    await autre.controler();
    expect(autre.etat().reglages).toMatchObject({ plh: false, periode: '2023-2025', contrat: null });
  });

  test('ce que l’agent précise pendant une lecture n’est pas perdu', async () => {
    const { classeur } = ouvrir(CONFORME);
    const barriere = barrer();
    const lent = {
      ...classeur,
      reglage: async (cle: string) => {
        const garde = await classeur.reglage(cle);
        await barriere.levee;
        return garde;
      },
    };
    const volet = creerVolet(lent, async () => REFERENTIEL);
    const lecture = volet.controler();
    await tick();
    await volet.regler({ plh: false });
    barriere.lever();
    await lecture;
    expect(verdicts(volet)).toEqual(['non conforme']);
    await volet.regler({ periode: '2023-2025' });
    expect([...classeur.reglages.values()]).toEqual([expect.objectContaining({ plh: false, periode: '2023-2025' })]);
  });

  test('une saisie faite pendant le premier contrôle se voit', async () => {
    const { classeur } = ouvrir(CONFORME);
    const barriere = barrer();
    const volet = creerVolet(classeur, () => barriere.levee.then(() => REFERENTIEL));
    const lecture = volet.controler();
    await tick();
    classeur.saisir('f1', 2, 4, 50);
    barriere.lever();
    await lecture;
    expect(verdicts(volet)).toEqual(['non conforme']);
  });

  test('reconnaît une colonne nommée à la main', async () => {
    const { volet } = ouvrir([
      ['Commune', 'RP', 'LLS', 'Taux cible', 'Effort'],
      ['A', 10000, 1500, 20, 40],
    ]);
    await volet.controler();
    expect(verdicts(volet)).toEqual(['rien a controler']);
    await volet.regler({ colonnes: { effort: 'objectif_contrat' } });
    expect(verdicts(volet)).toEqual(['non conforme']);
  });

  test('une réponse lève son constat, se garde, et laisse regarder le tableau qui l’a reçue', async () => {
    const { classeur, volet } = ouvrir(CONFORME, FEUILLE);
    await volet.controler();
    const regarde = tableauChoisi(volet.etat())!;
    expect(controleDe(regarde)?.verdict).toBe('non conforme');
    const question = controleDe(regarde)!.constats.find((c) => c.question)!.question!;
    await volet.repondre(question.choix[0]!.precision);
    expect([...classeur.reglages.values()]).toEqual([expect.objectContaining({ plh: true })]);
    const questions = controleDe(tableauChoisi(volet.etat())!)!.constats.map((c) => c.question?.texte);
    expect(questions).not.toContain(question.texte);
    await volet.repondre({ quoi: 'ligne', nom: 'b', sort: 'ecartee' });
    expect(tableauChoisi(volet.etat())?.cle).toBe(regarde.cle);
  });

  test('une feuille masquée est dite telle, et n’est pas regardée d’abord', async () => {
    const [visible, masquee] = [
      grilleDeValeurs(CONFORME, 'Vue'),
      { ...grilleDeValeurs(FEUILLE, 'Cachée'), masquee: true },
    ];
    const { lire, ...reste } = classeurSimule([visible, masquee]);
    const cacher = async () => (await lire()).map((f) => ({ ...f, masquee: f.nom === 'Cachée' }));
    const volet = creerVolet({ ...reste, lire: cacher }, async () => REFERENTIEL);
    await volet.controler();
    expect(tableauChoisi(volet.etat())?.feuille.nom).toBe('Vue');
    expect(compteDe(tableauxDe(volet.etat()))).toMatch(/^2.tableaux.: 1.conforme, 1.sur feuille masquée$/);
  });

  test('annote chaque cellule une fois, de la couleur du constat le plus grave', async () => {
    const { classeur, volet } = ouvrir(FEUILLE);
    await volet.controler();
    await volet.annoter();
    const cellules = classeur.annotations.map((a) => a.emplacement.adresse);
    expect(new Set(cellules).size).toBe(cellules.length);
    const annotation = classeur.annotations.find((a) => a.emplacement.adresse === 'E3')!;
    expect(annotation.gravite).toBe('bloquant');
    expect(annotation.texte).toMatch(/83 logements au moins.*L\.\s302-8/s);
    await volet.retirerAnnotations();
    expect(classeur.annotations).toEqual([]);
  });

  test('dit la phrase du classeur quand il refuse, et recommence à la demande', async () => {
    const { classeur, volet } = ouvrir(FEUILLE);
    await volet.controler();
    classeur.echouer('La feuille est protégée : ôter la protection.');
    await volet.annoter();
    expect(volet.etat()).toMatchObject({ probleme: 'La feuille est protégée : ôter la protection.', travail: null });
    await volet.reessayer();
    expect(volet.etat().probleme).toBeNull();
    expect(classeur.annotations).not.toEqual([]);
  });

  test('rend la main dès qu’on interrompt une lecture', async () => {
    const { classeur } = ouvrir(FEUILLE);
    const sansFin = { ...classeur, lire: () => new Promise<never>(() => undefined) };
    const volet = creerVolet(sansFin, async () => REFERENTIEL);
    const lecture = volet.controler();
    expect(volet.etat().travail?.interruptible).toBe(true);
    volet.interrompre();
    await lecture;
    expect(volet.etat()).toMatchObject({ travail: null, probleme: null, lu: false });
  });
});
