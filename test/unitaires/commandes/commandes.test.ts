import { ErreurDeClasseur, type Classeur, type Geste } from '../../../src/classeur/classeur';
import { surAnnonce, type Annonce } from '../../../src/commandes/annonces';
import { executerCommande } from '../../../src/commandes/executer-commande';

const geste: Geste = { faites: [], laissees: [] };
const classeur = (ecriture: object) => () => Promise.resolve({ ecriture } as unknown as Classeur);

function recevoir(): Annonce[] {
  const recues: Annonce[] = [];
  surAnnonce((annonce) => recues.push(annonce))();
  return recues;
}

describe('les commandes du ruban', () => {
  it('font leur geste et l’annoncent, même avant que le volet soit là', async () => {
    const ouvrir = classeur({
      reparerFormules: () => Promise.resolve(geste),
      figer: () => Promise.resolve(geste),
      retirerAnnotations: () => Promise.resolve({ rendues: 3, laissees: [] }),
    });
    for (const commande of ['controler', 'reparer', 'figer', 'retirer'] as const) {
      await executerCommande(commande, ouvrir);
    }
    expect(recevoir()).toEqual([
      { commande: 'controler' },
      { commande: 'reparer', geste },
      { commande: 'figer', geste },
      { commande: 'retirer', retrait: { rendues: 3, laissees: [] } },
    ]);
    expect(recevoir()).toEqual([]);
  });

  it('annoncent l’échec par sa phrase', async () => {
    await executerCommande(
      'figer',
      classeur({ figer: () => Promise.reject(new ErreurDeClasseur('La feuille est protégée.')) }),
    );
    await executerCommande('figer', () => Promise.reject(new TypeError('x is undefined')));
    await executerCommande('reparer', () => Promise.resolve({} as Classeur));
    expect(recevoir()).toEqual([
      { commande: 'figer', erreur: 'La feuille est protégée.' },
      { commande: 'figer', erreur: expect.stringMatching(/^La commande n’a pas abouti/) },
      { commande: 'reparer', erreur: expect.stringMatching(/lecture seule/) },
    ]);
  });

  it('annoncent au fur et à mesure à qui écoute', async () => {
    const recues: Annonce[] = [];
    const cesser = surAnnonce((annonce) => recues.push(annonce));
    await executerCommande('controler', classeur({}));
    cesser();
    expect(recues).toHaveLength(1);
  });
});

describe('l’entrée de la page', () => {
  it('associe les noms du manifeste, et termine toujours la commande', async () => {
    const associees = new Map<string, (evenement: { completed(): void }) => void>();
    const montrer = jest.fn(() => Promise.reject(new Error('pas de volet')));
    Object.assign(globalThis, {
      Office: {
        onReady: (faire: () => void) => Promise.resolve().then(faire),
        actions: { associate: (nom: string, faire: () => void) => associees.set(nom, faire) },
        addin: { showAsTaskpane: montrer },
      },
    });
    await import('../../../src/commandes');
    await Promise.resolve();
    expect([...associees.keys()].sort()).toEqual([
      'controlerClasseur',
      'figerValeurs',
      'reparerFormules',
      'retirerAnnotations',
    ]);
    for (const faire of associees.values()) {
      await new Promise<void>((completed) => faire({ completed }));
    }
    expect(montrer).toHaveBeenCalledTimes(4);
  });
});
