import { type Hote, Interprete, Invocations } from '../hote';
import { creer } from './dom';
import { type Manifeste } from './manifeste';

export function ouvrirCadre(
  conteneur: HTMLElement,
  hote: Hote,
  manifeste: Manifeste,
  sansOffice: boolean,
  montrer: (o: boolean) => void,
) {
  const invocations = new Invocations(hote);
  const interprete = new Interprete(hote);
  const cadre = creer('iframe', { title: manifeste.nom });
  const base = sansOffice ? '/sans-office/' : '/complement/';
  cadre.src = `${base}${manifeste.page}?_host_Info=Excel$Web$16.00$fr-FR$$$$2#&_serializer_version=1&_xdm_Info=conv1|id1|${encodeURIComponent(location.origin)}`;
  let abonnement: ((type: number, donnees: unknown) => void) | undefined;
  hote.evenements.surMessages((messages) =>
    abonnement?.(1, {
      ArrayData: messages.map((m, i) => [m.messageCategory, m.messageType, m.targetId, m.message, i]),
    }),
  );
  hote.services.set('montrer le volet', ([etat]) => montrer(etat === 'Visible'));
  const ecouter = (e: MessageEvent) => {
    if (e.source !== cadre.contentWindow) return;
    let m: any;
    try {
      m = JSON.parse(e.data as string);
    } catch {
      return;
    }
    if (m._messageType !== 0) return;
    const envoyer = (type: number, donnees: unknown) =>
      (e.source as Window).postMessage(
        JSON.stringify({
          _messageType: 1,
          _responseType: type,
          _actionName: m._actionName,
          _conversationId: m._conversationId,
          _correlationId: m._correlationId,
          _origin: location.origin,
          _errorCode: 0,
          _data: donnees,
          _serializerVersion: 1,
        }),
        e.origin,
      );
    if (m._actionName === 'ContextActivationManager_getAppContextAsync')
      envoyer(0, {
        _id: 'id1',
        _appName: 16,
        _appVersion: '16.0',
        _appUILocale: 'fr-FR',
        _dataLocale: 'fr-FR',
        _docUrl: location.origin + '/classeur.xlsx',
        _clientMode: 1,
        _settings: [],
        _reason: 1,
        _osfControlType: 1,
        _eToken: '',
        _correlationId: 'c',
        _appInstanceId: 'id1',
        _requirementMatrix: JSON.stringify(hote.exigences),
        _hostFullVersion: '16.0.1',
      });
    else if (m._actionName === 'executeMethod')
      envoyer(0, { Error: 0, Data: [200, [], JSON.stringify(interprete.executer(m._data.ArrayData[4]))] });
    else if (m._actionName !== 'ContextActivationManager_notifyHost') {
      if (m._actionName === 'richApiMessage') abonnement = envoyer;
      envoyer(0, { Error: 0 });
    }
  };
  addEventListener('message', ecouter);
  conteneur.replaceChildren(cadre);
  return {
    invocations,
    fermer: () => {
      removeEventListener('message', ecouter);
      cadre.remove();
    },
  };
}
