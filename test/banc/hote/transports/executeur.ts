/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
import { appendFileSync } from 'node:fs';
import { Calcul, type Calculer, type Metadonnees } from '../calcul';
import { type Appel, type ClasseurDonnees, type Reponse } from '../contrat';
import { laisserPasser, type Ennuis } from '../ennuis';
import { type Message } from '../evenements';
import { EXIGENCES_PAR_DEFAUT, Hote, type Exigences } from '../hote';
import { estInterne, Interprete, type Requete } from '../interprete';
import { Invocations } from '../invocations';
import { type Journal } from '../journal';
import { nommes, type Exigence } from '../objets/cadre';
import { Modele } from '../modele/modele';
import { chargerBibliotheque } from './bibliotheque';

export interface OptionsDHote {
  donnees?: ClasseurDonnees;
  /** Remplace celles par défaut : `{ ExcelApi: '1.10' }` pour un Excel plus ancien. */
  exigences?: Exigences;
  ennuis?: Ennuis;
  /**
   * Calcule les formules qui sont un seul appel à arguments simples, après chaque changement ; « complement » les passe
   * au complément par l'aiguilleur. Sans lui, une formule garde la valeur qu'on lui donne.
   */
  calculer?: Calculer | 'complement';
  /** functions.json, pour que les arguments arrivent en plage ou en valeur. */
  metadonnees?: Metadonnees;
}

export interface HoteOuvert {
  hote: Hote;
  modele: Modele;
  journal: Journal;
  /** À changer en cours d'essai : `ennuis.saisieEnCours = true`. */
  ennuis: Ennuis;
  Excel: typeof Excel;
  Office: typeof Office;
  CustomFunctions: typeof CustomFunctions;
  /** Un appel de fonction personnalisée par le vrai aiguilleur. */
  invoquer(appel: Appel, drapeaux?: number): { reponse: Promise<Reponse>; annuler: () => void };
  /** Un bouton du ruban ; la promesse se tient quand l'action appelle `event.completed()`. */
  commander(nom: string): Promise<void>;
  /** Laisse passer les événements, les messages et le calcul en route. */
  calme(): Promise<void>;
  fermer(): void;
}

// Pris avant que des essais ne remplacent l'horloge.
const plusTard = globalThis.setTimeout;
const attendre = (ms: number) => new Promise<void>((tenir) => plusTard(tenir, ms));

type Rappel = (args: { entries: readonly Message[] }) => void;

/** Le canal des messages, à la place de celui que la bibliothèque ouvre vers une fenêtre. */
class Canal {
  readonly #rappels = new Set<Rappel>();

  register(rappel: Rappel): Promise<void> {
    this.#rappels.add(rappel);
    return Promise.resolve();
  }

  envoyer(entries: readonly Message[]) {
    // Chaque abonné lit sa copie : la bibliothèque y remplace le texte par l'objet lu.
    plusTard(() => {
      for (const rappel of this.#rappels) rappel({ entries: entries.map((message) => ({ ...message })) });
    }, 0);
  }
}

const canal = new Canal();
let ouvert: { interprete: Interprete; hote: Hote } | undefined;

/** Répond à la place du réseau : la requête va à l'interprète de l'hôte ouvert. */
const executeur = {
  async executeAsync(_donnees: unknown, _drapeaux: number, message: { Body: unknown }) {
    const corps = typeof message.Body === 'string' ? message.Body : JSON.stringify(message.Body);
    // Un hôte fermé laisse la bibliothèque finir son ménage, et rien d'autre.
    if (!ouvert && !corps.includes('"_RemoveReference"'))
      throw new Error('Aucun hôte n’est ouvert : appeler ouvrirHote().');
    if (ouvert?.hote.ennuis.intercaler && !estInterne(JSON.parse(corps) as Requete))
      await laisserPasser(ouvert.hote.ennuis);
    if (ouvert?.hote.ennuis.lenteur !== undefined) await attendre(ouvert.hote.ennuis.lenteur);
    const reponse = ouvert?.interprete.executer(corps) ?? '{"Results":[]}';
    const Body = JSON.parse(reponse) as unknown;
    return { HttpStatusCode: 200, ErrorCode: null, ErrorMessage: null, Headers: {}, Body };
  },
};

function contexteDOffice({ hote, modele }: { hote: Hote; modele: Modele }) {
  const surSelection = new Set<() => void>();
  modele.surModification(({ type }) => {
    if (type === 'selection') plusTard(() => surSelection.forEach((rappel) => rappel()), 0);
  });
  const reussir = (rappel?: (resultat: object) => void) => rappel?.({ status: 'succeeded' });
  return {
    displayLanguage: 'fr-FR',
    contentLanguage: 'fr-FR',
    host: 'Excel',
    platform: 'OfficeOnline',
    diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0.1.1' },
    officeTheme: { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#262626', isDarkTheme: false },
    requirements: {
      isSetSupported: (ensemble: string, version = '1.1') => hote.connait(`${ensemble} ${version}` as Exigence),
    },
    document: {
      addHandlerAsync: (_type: string, rappel: () => void, fait?: (resultat: object) => void) => {
        surSelection.add(rappel);
        reussir(fait);
      },
      removeHandlerAsync: (_type: string, { handler }: { handler: () => void }, fait?: (resultat: object) => void) => {
        surSelection.delete(handler);
        reussir(fait);
      },
      settings: {
        get: (cle: string) => modele.classeur.reglages[cle] ?? null,
        set: (cle: string, valeur: unknown) => {
          modele.regler(cle, valeur, 'complement');
        },
        remove: (cle: string) => {
          modele.regler(cle, undefined, 'complement');
        },
        saveAsync: reussir,
        refreshAsync: reussir,
      },
    },
  };
}

/** Recalcule après chaque changement, une fois pour tous ceux d'un même instant. */
function suivreLeCalcul(hote: Hote, calcul: Calcul) {
  const suivi = { enCours: Promise.resolve() };
  let prevu = false;
  const prevoir = () => {
    if (prevu) return;
    prevu = true;
    suivi.enCours = suivi.enCours
      .then(() => attendre(0))
      .then(() => {
        prevu = false;
        return calcul.recalculer();
      });
  };
  hote.modele.surModification(({ type, origine }) => {
    if (origine !== 'calcul' && ['cellules', 'lignes', 'colonnes', 'decalage', 'feuille'].includes(type)) prevoir();
  });
  return suivi;
}

/** Ouvre un classeur dans l'hôte et y branche la vraie bibliothèque. Un seul hôte à la fois. */
export function ouvrirHote({ donnees, exigences, ennuis = {}, calculer, metadonnees }: OptionsDHote = {}): HoteOuvert {
  const bibliotheque = chargerBibliotheque();
  const modele = donnees ? Modele.depuis(donnees) : Modele.vide();
  const hote = new Hote(modele, { ...EXIGENCES_PAR_DEFAUT, ...exigences }, ennuis);
  const invocations = new Invocations(hote);
  ouvert = { interprete: new Interprete(hote), hote };
  hote.evenements.surMessages((messages) => {
    canal.envoyer(messages);
  });
  bibliotheque.OSF.DDA.RichApi = { ...bibliotheque.OSF.DDA.RichApi, richApiMessageManager: canal };
  bibliotheque.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => executeur,
  };
  bibliotheque.contexte = contexteDOffice({ hote, modele });
  const { Excel, Office, CustomFunctions } = bibliotheque as unknown as Pick<
    HoteOuvert,
    'Excel' | 'Office' | 'CustomFunctions'
  >;
  const par = calculer === 'complement' ? (appel: Appel) => invocations.invoquer(appel).reponse : calculer;
  const calcul = par && suivreLeCalcul(hote, new Calcul(modele, par, metadonnees, hote.ennuis));
  return {
    ...{ hote, modele, journal: hote.journal, ennuis: hote.ennuis, Excel, Office, CustomFunctions },
    invoquer: (appel, drapeaux) => invocations.invoquer(appel, drapeaux),
    commander: (nom) => {
      const action = bibliotheque.actions.mappings[nom.toUpperCase()];
      if (!action) return Promise.reject(new Error(`Aucune action « ${nom} » n’est associée.`));
      hote.journal.noter({ genre: 'commande', nom, debut: performance.now(), duree: 0 });
      return new Promise<void>((completed) => action({ source: { id: nom }, completed }));
    },
    calme: async () => {
      await attendre(5);
      await calcul?.enCours;
      await attendre(1);
    },
    fermer: () => {
      if (process.env.MEMBRES) appendFileSync(process.env.MEMBRES, `${[...nommes].join('\n')}\n`);
      if (ouvert?.hote === hote) ouvert = undefined;
    },
  };
}
