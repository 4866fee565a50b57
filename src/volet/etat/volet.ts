import {
  ErreurDeClasseur,
  type Classeur,
  type Defaisables,
  type Ecriture,
  type Emplacement,
  type Feuille,
} from '../../classeur/classeur';
import type { FeuilleAEcrire } from '../../classeur/feuille-a-ecrire';
import { ecrireCompte } from '../../nombres';
import type { Referentiel } from '../../referentiel/referentiel';
import {
  adressePlage,
  CLE_DES_PRECISIONS,
  lirePrecisions,
  repondre,
  type Precision,
  type Precisions,
} from '../../tableau';
import type { Annonce } from '../../commandes/annonces';
import { annotationsDe } from './annotations';
import {
  compteRenduDesColonnes,
  compteRenduDuGeste,
  compteRenduDuRetrait,
  dire,
  EN_COURS,
  suiteDe,
  TOUT_A_DEFAIRE,
  type GesteDeFormules,
} from './comptes-rendus';
import { ETAT_INITIAL, reduire, tableauxDe, type Action, type CompteRendu, type Etat } from './etat';
import { CLE_DES_SCENARIOS, lireScenarios, type Scenario } from './scenarios';
import type { ColonneDeScenario } from './scenarios-colonne';
import { creerTravaux, type Manieres, type TravailSuivi } from './travaux';

/** Le volet sans ses écrans : son état, et ce que l'agent peut demander. Aucune promesse n'y est rejetée : un échec est un `probleme`. */
export interface Volet {
  readonly lectureSeule: boolean;
  readonly etat: () => Etat;
  readonly abonner: (rappel: () => void) => () => void;
  /** Relit tout le classeur. */
  readonly controler: () => Promise<void>;
  /** Ce qu'une commande du ruban annonce. */
  readonly recevoir: (annonce: Annonce) => void;
  /** Fait ce que le volet ne sait pas faire lui-même (un document, un essai), et dit ce qu'il en est. */
  readonly preparer: (
    libelle: string,
    faire: (suivi: TravailSuivi) => Promise<CompteRendu>,
    manieres?: Pick<Manieres, 'interruptible'>,
  ) => Promise<void>;
  readonly interrompre: () => void;
  /** Refait ce qui vient d'échouer. */
  readonly reessayer: () => Promise<void>;
  /** Efface ce que le dernier geste a dit. */
  readonly oublier: () => void;
  readonly choisir: (cle: string) => void;
  readonly regler: (precises: Partial<Precisions>) => Promise<void>;
  /** La réponse de l'agent à une question, ou ce qu'il corrige de la lecture : gardée dans le classeur, aussitôt recontrôlée. */
  readonly repondre: (precision: Precision) => Promise<void>;
  readonly allerA: (emplacement: Emplacement) => Promise<void>;
  readonly annoter: () => Promise<void>;
  readonly retirerAnnotations: () => Promise<void>;
  readonly corrigerFormules: (geste: GesteDeFormules) => Promise<void>;
  /** Ce qu'il y a à défaire ; tout, si le classeur n'a pas pu le dire. */
  readonly defaisables: () => Promise<Defaisables>;
  readonly creerFeuille: (feuille: FeuilleAEcrire, phrase: string) => Promise<void>;
  readonly inserer: (formule: string) => Promise<void>;
  readonly insererColonnes: (...colonnes: Parameters<Ecriture['insererColonnes']>) => Promise<void>;
  /** Retire les dernières colonnes écrites. */
  readonly retirerColonnes: () => Promise<void>;
  /** Les scénarios d'un tableau (`placeDe`), gardés dans le classeur. */
  readonly scenariser: (place: string, scenarios: readonly Scenario[]) => Promise<void>;
  readonly appliquer: (colonne: ColonneDeScenario) => Promise<void>;
}

const annulable = (compteRendu: CompteRendu): CompteRendu => ({ ...compteRendu, annulation: 'retirerColonnes' });

export function creerVolet(classeur: Classeur, chargerReferentiel: () => Promise<Referentiel>): Volet {
  let etat = ETAT_INITIAL;
  let suivi = false;
  /** Les feuilles que le suivi a relues depuis que la dernière lecture est rendue. */
  const recues = new Map<string, Feuille>();
  let enregistrement: Promise<void> = Promise.resolve();
  let scenariosAGarder = false;
  const rappels = new Set<() => void>();
  const agir = (action: Action) => {
    etat = reduire(etat, action);
    for (const rappel of rappels) rappel();
  };
  const travaux = creerTravaux(() => etat, agir);

  async function lire(suiviDuTravail: TravailSuivi) {
    const { signal } = suiviDuTravail;
    // Suivre d'abord : rien de ce qui change pendant la lecture n'échappe.
    if (!suivi) await classeur.surChangement(recevoirChangement);
    suivi = true;
    // Ce que l'agent vient de préciser s'écrit avant d'être relu.
    for (let attendu; attendu !== enregistrement;) await (attendu = enregistrement);
    const avant = etat;
    const [referentiel, feuilles, reglagesGardes, scenariosGardes] = await Promise.all([
      etat.referentiel ?? chargerReferentiel(),
      classeur.lire(suiviDuTravail).then((lues) => {
        recues.clear();
        return lues;
      }),
      classeur.reglage(CLE_DES_PRECISIONS),
      classeur.reglage(CLE_DES_SCENARIOS),
    ]);
    if (signal.aborted) return;
    agir({
      type: 'lecture',
      referentiel,
      feuilles: feuilles.map((feuille) => recues.get(feuille.id) ?? feuille),
      // Ce que l'agent précise pendant la lecture n'est pas perdu.
      reglages: etat.reglages === avant.reglages ? lirePrecisions(reglagesGardes) : etat.reglages,
      scenarios: etat.scenarios === avant.scenarios ? lireScenarios(scenariosGardes) : etat.scenarios,
    });
  }
  function recevoirChangement(feuille: Feuille | null) {
    if (!feuille) return travaux.remettre(() => relire(true));
    recues.set(feuille.id, feuille);
    agir({ type: 'changement', feuille });
  }
  const relire = (discret: boolean) => travaux.lancer('Lecture du classeur…', lire, { interruptible: true, discret });

  const ecrire = (libelle: string, faire: (ecriture: Ecriture) => Promise<CompteRendu>) =>
    travaux.lancer(libelle, async () => {
      if (!classeur.ecriture) throw new ErreurDeClasseur('Ce classeur est ouvert en lecture seule.');
      agir({ type: 'compte rendu', compteRendu: await faire(classeur.ecriture) });
    });

  function regler(precises: Partial<Precisions>): Promise<void> {
    agir({ type: 'reglages', reglages: { ...etat.reglages, ...precises } });
    // L'un après l'autre : le dernier réglage est celui qui reste.
    enregistrement = enregistrement.then(() =>
      travaux.tenter(() => classeur.garder(CLE_DES_PRECISIONS, etat.reglages)),
    );
    return enregistrement;
  }

  return {
    interrompre: travaux.interrompre,
    reessayer: travaux.reessayer,
    oublier: travaux.oublier,
    lectureSeule: !classeur.ecriture,
    etat: () => etat,
    abonner(rappel) {
      rappels.add(rappel);
      return () => rappels.delete(rappel);
    },
    controler: () => relire(false),
    recevoir(annonce) {
      const suite = suiteDe(annonce);
      if (suite) agir(suite);
      else travaux.remettre(() => relire(false));
    },
    preparer: (libelle, faire, manieres) =>
      travaux.lancer(
        libelle,
        async (suivi) => agir({ type: 'compte rendu', compteRendu: await faire(suivi) }),
        manieres,
      ),
    choisir: (cle) => agir({ type: 'choix', cle }),
    regler,
    repondre: (precision) => regler(repondre(etat.reglages, precision)),
    allerA: (emplacement) => travaux.tenter(() => classeur.allerA(emplacement)),
    annoter: () =>
      ecrire('Annotation du classeur…', async (ecriture) => {
        const { posees, laissees } = await ecriture.annoter(annotationsDe(tableauxDe(etat)));
        return dire(`${ecrireCompte(posees, 'cellule annotée', 'cellules annotées')}.`, laissees);
      }),
    retirerAnnotations: () =>
      ecrire('Retrait des annotations…', async (ecriture) => compteRenduDuRetrait(await ecriture.retirerAnnotations())),
    corrigerFormules: (geste) =>
      ecrire(EN_COURS[geste], async (ecriture) => compteRenduDuGeste(geste, await ecriture[geste]())),
    defaisables: async () => (await classeur.ecriture?.defaisables().catch(() => null)) ?? TOUT_A_DEFAIRE,
    creerFeuille: (feuille, phrase) =>
      ecrire('Création de la feuille…', async (ecriture) => {
        await ecriture.creerFeuille(feuille);
        // Écrite sans événements : elle ne s'annonce pas d'elle-même.
        travaux.remettre(() => relire(true));
        return dire(phrase);
      }),
    inserer: (formule) =>
      ecrire('Insertion de la formule…', async (ecriture) => {
        const { adresse } = await ecriture.inserer(formule);
        return dire(`Formule écrite en ${adresse}.`);
      }),
    insererColonnes: (...colonnes) =>
      ecrire('Insertion des colonnes…', async (ecriture) => {
        await ecriture.insererColonnes(...colonnes);
        return annulable(dire('Colonnes écrites à droite du tableau.'));
      }),
    retirerColonnes: () =>
      ecrire('Retrait des colonnes…', async (ecriture) => compteRenduDesColonnes(await ecriture.retirerColonnes())),
    scenariser(place, scenarios) {
      agir({ type: 'scenarios', scenarios: { ...etat.scenarios, [place]: scenarios } });
      // Une saisie suit l'autre : la prochaine écriture, pas encore partie, les prendra toutes.
      if (scenariosAGarder) return enregistrement;
      scenariosAGarder = true;
      enregistrement = enregistrement.then(() => {
        scenariosAGarder = false;
        return travaux.tenter(() => classeur.garder(CLE_DES_SCENARIOS, etat.scenarios));
      });
      return enregistrement;
    },
    appliquer: ({ feuille, plage, entete, cellules, duContrat }) =>
      ecrire('Écriture du scénario…', async (ecriture) => {
        await ecriture.insererColonnes(feuille, plage, cellules);
        return annulable(
          dire(
            duContrat
              ? `« ${entete} » rempli en ${adressePlage(plage)} : le contrôle le lit.`
              : `« ${entete} » écrit en ${adressePlage(plage)}. Le contrôle ne le prend pas pour le contrat ; pour en faire le contrat, donnez-lui ce sens sous « Ce qui a été lu ».`,
          ),
        );
      }),
  };
}
