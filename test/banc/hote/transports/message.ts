import { type Appel, type Modification, type Reponse } from '../contrat';
import { type Message } from '../evenements';
import { type Hote } from '../hote';
import { Interprete } from '../interprete';
import { Invocations } from '../invocations';

/** Un message d'Excel sur le web : une demande (0) ou une réponse (1). */
interface Enveloppe {
  _messageType: 0 | 1;
  /** 0 appeler, 1 s'abonner, 2 se désabonner. */
  _actionType?: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}
/** Réponse à un appel, ou événement d'un abonnement. */
type Envoi = (genre: 0 | 1, donnees: unknown) => void;

/** Numéros que la bibliothèque donne aux appels d'`executeMethod`. */
const APPELS = { chargerReglages: 75, enregistrerReglages: 76, requete: 93, commandeFinie: 94 } as const;
const ERREUR_INTERNE = 5001;
const CANAL = 'richApiMessage';
const COMMANDE = 'appCommandInvoked';

export interface OptionsDeTransport {
  hote: Hote;
  /** Le cadre où vit la page du complément ; son adresse vient d'`adresseDuComplement`. */
  cadre: Pick<HTMLIFrameElement, 'contentWindow'>;
  /** La page de l'hôte. */
  fenetre?: Window;
  /** Le complément demande à se montrer (vrai) ou à se cacher. */
  montrer?: (visible: boolean) => void;
}

export interface Transport {
  /** Tenue quand le complément a demandé le contexte : la bibliothèque est là. */
  charge: Promise<void>;
  /** Tenue quand les fonctions personnalisées répondent. */
  fonctionsPretes: Promise<void>;
  invoquer(appel: Appel, drapeaux?: number): { reponse: Promise<Reponse>; annuler: () => void };
  /** Un bouton du ruban ; la promesse se tient quand l'action appelle `event.completed()`. */
  commander(nom: string): Promise<void>;
  /** Dit au complément que son volet s'est montré ou caché. */
  direVisible(visible: boolean): void;
  fermer(): void;
}

/** L'adresse à donner au cadre pour que la bibliothèque s'y croie dans Excel sur le web. */
export function adresseDuComplement(page: string, origine: string, langue = 'fr-FR'): string {
  // Le dernier champ est un jeu de drapeaux : 2 démarre les fonctions personnalisées.
  const hote = `_host_Info=Excel$Web$16.00$${langue}$$$$2#`;
  return `${page}${page.includes('?') ? '&' : '?'}${hote}&_serializer_version=1&_xdm_Info=conv1|id1|${encodeURIComponent(origine)}`;
}

/** Branche le complément d'un cadre sur l'hôte, par les messages qu'Excel sur le web échange avec lui. */
export function brancher({ hote, cadre, fenetre = window, montrer }: OptionsDeTransport): Transport {
  const interprete = new Interprete(hote);
  const invocations = new Invocations(hote);
  const abonnements = new Map<string, Envoi>();
  const commandes = new Map<string, () => void>();
  const attente: unknown[] = [];
  let charger: () => void = () => undefined;
  const charge = new Promise<void>((tenir) => (charger = tenir));
  let compteur = 0;
  hote.services.set('montrer le volet', ([etat]) => montrer?.(etat === 'Visible'));

  const publier = (nom: string, donnees: unknown) => {
    const envoi = abonnements.get(nom);
    if (envoi) envoi(1, donnees);
    else if (nom === CANAL) attente.push(donnees);
  };
  // Après la réponse en cours : un abonnement pris dans la même requête reçoit ce qu'elle a changé.
  const plusTard = (nom: string, donnees: unknown) => fenetre.setTimeout(() => publier(nom, donnees), 0);
  const surMessages = (messages: readonly Message[]) => {
    plusTard(CANAL, {
      ArrayData: messages.map((m) => [
        ...[m.messageCategory, m.messageType, m.targetId, m.message, ++compteur, m.isRemoteOverride],
      ]),
    });
  };
  const surModification = (modification: Modification) => {
    if (modification.type === 'selection') plusTard('documentSelectionChanged', {});
    if (modification.type === 'reglages' && modification.origine !== 'complement') plusTard('settingsChanged', {});
  };

  function executer(donnees: unknown): unknown {
    const { DdaMethod, ArrayData, DdaSettingsMethod, ...reste } = donnees as {
      DdaMethod: { DispatchId: number };
      ArrayData?: unknown[];
      DdaSettingsMethod?: { Properties: [string, string][] };
    };
    switch (DdaMethod.DispatchId) {
      case APPELS.requete:
        return { Error: 0, Data: [200, [], interprete.executer(String(ArrayData?.[4]))] };
      case APPELS.enregistrerReglages:
        enregistrerReglages(hote, DdaSettingsMethod?.Properties ?? []);
        return { Error: 0 };
      case APPELS.chargerReglages:
        return { Error: 0, Properties: reglages(hote) };
      case APPELS.commandeFinie: {
        const id = (reste as Record<string, string>)['0'] ?? '';
        commandes.get(id)?.();
        commandes.delete(id);
        return { Error: 0 };
      }
      default:
        hote.journal.noter({
          ...{ genre: 'requete', actions: [`appel ${DdaMethod.DispatchId}`], taille: 0, tailleReponse: 0 },
          ...{ debut: performance.now(), duree: 0, inconnu: `appel ${DdaMethod.DispatchId}` },
        });
        return { Error: ERREUR_INTERNE };
    }
  }

  function recevoir(demande: Enveloppe, repondre: Envoi): void {
    const nom = demande._actionName;
    if (nom === 'ContextActivationManager_getAppContextAsync') {
      // Une page rechargée recommence : ses anciens abonnements ne valent plus.
      abonnements.clear();
      repondre(0, contexte(hote, fenetre.location.origin));
      charger();
    } else if (nom === 'executeMethod') {
      const lenteur = hote.ennuis.lenteur ?? 0;
      if (lenteur > 0) fenetre.setTimeout(() => repondre(0, executer(demande._data)), lenteur);
      else repondre(0, executer(demande._data));
    } else if (nom !== 'ContextActivationManager_notifyHost') {
      if (demande._actionType === 2) abonnements.delete(nom);
      else abonnements.set(nom, repondre);
      repondre(0, { Error: 0 });
      if (nom === CANAL) for (const donnees of attente.splice(0)) publier(CANAL, donnees);
    }
  }

  const ecouter = (evenement: MessageEvent) => {
    const source = cadre.contentWindow;
    const demande = lireEnveloppe(evenement.data);
    if (demande?._messageType !== 0 || !source || evenement.source !== source) return;
    recevoir(demande, (genre, donnees) => {
      source.postMessage(
        JSON.stringify({
          ...{ _messageType: 1, _responseType: genre, _actionName: demande._actionName, _errorCode: 0 },
          ...{ _conversationId: demande._conversationId, _correlationId: demande._correlationId },
          ...{ _origin: fenetre.location.origin, _data: donnees, _serializerVersion: 1 },
        }),
        evenement.origin,
      );
    });
  };
  fenetre.addEventListener('message', ecouter);
  const detacher = [hote.evenements.surMessages(surMessages), hote.modele.surModification(surModification)];

  return {
    charge,
    fonctionsPretes: invocations.pretes,
    invoquer: (appel, drapeaux) => invocations.invoquer(appel, drapeaux),
    commander: (nom) => {
      const id = `commande${++compteur}`;
      hote.journal.noter({ genre: 'commande', nom, debut: performance.now(), duree: 0 });
      const finie = new Promise<void>((tenir) => commandes.set(id, tenir));
      publier(COMMANDE, { 0: id, 1: nom, 2: JSON.stringify({ source: { id: nom } }) });
      return finie;
    },
    direVisible: (visible) => {
      hote.evenements.visible(visible);
    },
    fermer: () => {
      fenetre.removeEventListener('message', ecouter);
      for (const ote of detacher) ote();
    },
  };
}

function lireEnveloppe(donnees: unknown): Enveloppe | undefined {
  try {
    return JSON.parse(String(donnees)) as Enveloppe;
  } catch {
    return undefined;
  }
}

/** Les réglages du document, chacun en texte, comme Excel les échange. */
const reglages = (hote: Hote): [string, string][] =>
  Object.entries(hote.modele.classeur.reglages).map(([cle, valeur]) => [cle, JSON.stringify(valeur)]);

function enregistrerReglages(hote: Hote, recus: readonly [string, string][]): void {
  const cles = new Set(recus.map(([cle]) => cle));
  for (const [cle, texte] of recus) hote.modele.regler(cle, JSON.parse(texte), 'complement');
  for (const cle of Object.keys(hote.modele.classeur.reglages))
    if (!cles.has(cle)) hote.modele.regler(cle, undefined, 'complement');
}

/** Ce que la bibliothèque demande en s'éveillant. Le thème d'Office n'y est pas : elle n'en lit pas sur le web. */
const contexte = (hote: Hote, origine: string) => ({
  ...{ _id: 'id1', _appInstanceId: 'id1', _appName: 16, _appVersion: '16.0', _hostFullVersion: '16.0.1' },
  ...{ _appUILocale: 'fr-FR', _dataLocale: 'fr-FR', _docUrl: `${origine}/${hote.nomDuClasseur}` },
  ...{ _clientMode: 1, _settings: reglages(hote), _reason: 1, _osfControlType: 1, _eToken: '', _correlationId: 'c' },
  // Les versions en texte : 1.10 n'est pas 1.1.
  _requirementMatrix: JSON.stringify(hote.exigences),
});
