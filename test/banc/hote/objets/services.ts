import { ErreurInconnue } from '../erreurs';
import { type Hote } from '../hote';
import { definir, methode, type Exigence, type Membre, type Objet } from './cadre';

/** Une méthode d'un service interne : l'hôte la reçoit si quelqu'un l'écoute (`hote.services`), et répond `defaut` sinon. */
const recue = (nom: string, exigence: Exigence, defaut: unknown = null): Membre<Hote> =>
  methode(exigence, (hote, { bruts }) => {
    const ecoute = hote.services.get(nom);
    return ecoute ? (ecoute(bruts) ?? null) : defaut;
  });

const CF = 'CustomFunctions 1.1';
const fonctions = definir<Hote>({
  nom: 'CustomFunctions',
  membres: {
    SetInvocationArrayResults: recue('resultats', 'CustomFunctions 1.4'),
    SetInvocationResults: recue('resultats', CF),
    _GetEnabledFeatures: recue('fonctions possibles', 'CustomFunctions 1.4', []),
    _SetOsfControlContainerReadyForCustomFunctions: recue('fonctions pretes', CF),
  },
});
const RT = 'SharedRuntime 1.1';
const volet = definir<Hote>({
  nom: 'AppRuntimeService',
  membres: {
    GetAppRuntimeState: recue('etat du volet', RT, 'Visible'),
    SetAppRuntimeState: recue('montrer le volet', RT),
  },
});
const demarrage = definir<Hote>({
  nom: 'AppRuntimePersistenceService',
  membres: {
    GetAppRuntimeStartState: recue('demarrage du volet', RT, 'Inactive'),
    SetAppRuntimeStartState: recue('retenir le demarrage', RT),
  },
});
const interne = definir<Hote>({
  nom: 'AddinInternalService',
  membres: { NotifyActionHandlerReady: recue('commandes pretes', '1.1') },
});

const SERVICES: Record<string, (hote: Hote) => Objet> = {
  CustomFunctions: fonctions,
  AppRuntimeService: volet,
  AppRuntimePersistenceService: demarrage,
  AddinInternalService: interne,
};

/** Un service par son nom complet, « Microsoft.ExcelServices.CustomFunctions ». */
export function service(hote: Hote, nom: string): Objet {
  const court = nom.split('.').at(-1) ?? nom;
  const faire = SERVICES[court];
  if (!faire) throw new ErreurInconnue(nom);
  return faire(hote);
}
