import { type Echange, type Journal } from './hote';
import { creer, element } from './dom';

/** Le tableau n'en montre que les derniers ; le journal les garde tous. */
const MONTRES = 300;
const GENRES: Readonly<Record<Echange['genre'], string>> = {
  requete: 'Requête',
  invocation: 'Fonction',
  evenement: 'Événement',
  commande: 'Commande',
  service: 'Service',
};

/** Suit le journal de l'hôte dans le panneau « Échanges ». */
export function montrerEchanges(journal: Journal): () => void {
  const panneau = element<HTMLDetailsElement>('echanges');
  const corps = panneau.querySelector('tbody')!;
  let prevu = false;
  const rafraichir = () => {
    prevu = false;
    const { echanges, allersRetours } = journal;
    const invocations = echanges.filter(({ genre }) => genre === 'invocation');
    const temps = echanges.reduce((total, { genre, duree }) => total + (genre === 'requete' ? duree : 0), 0);
    element('resume').textContent =
      ` : ${compter(allersRetours, 'aller-retour', 'allers-retours')} (${Math.round(temps)} ms), ` +
      compter(invocations.length, 'appel de fonction', 'appels de fonction');
    if (panneau.open) corps.replaceChildren(...echanges.slice(-MONTRES).reverse().map(rangee));
  };
  const demander = () => {
    if (prevu) return;
    prevu = true;
    setTimeout(rafraichir, 100);
  };
  const vider = () => {
    journal.vider();
    rafraichir();
  };
  panneau.addEventListener('toggle', rafraichir);
  element('vider').addEventListener('click', vider);
  const desabonner = journal.abonner(demander);
  rafraichir();
  return () => {
    desabonner();
    panneau.removeEventListener('toggle', rafraichir);
    element('vider').removeEventListener('click', vider);
  };
}

const compter = (nombre: number, un: string, plusieurs: string) => `${nombre} ${nombre > 1 ? plusieurs : un}`;

function rangee(echange: Echange): HTMLTableRowElement {
  const erreur = 'erreur' in echange ? echange.erreur : undefined;
  const textes = [
    String(echange.numero),
    GENRES[echange.genre],
    detail(echange),
    `${Math.round(echange.duree)} ms`,
    erreur ?? '',
  ];
  return creer(
    'tr',
    { className: erreur ? 'erreur' : '' },
    ...textes.map((textContent) => creer('td', { textContent })),
  );
}

function detail(echange: Echange): string {
  switch (echange.genre) {
    case 'requete': {
      const { actions, taille, tailleReponse } = echange;
      return `${actions.length} action${actions.length > 1 ? 's' : ''} (${taille} → ${tailleReponse} octets) : ${actions.slice(0, 12).join(', ')}${actions.length > 12 ? '…' : ''}`;
    }
    case 'invocation':
      return `${echange.fonction} en ${echange.cellule}`;
    default:
      return echange.nom;
  }
}
