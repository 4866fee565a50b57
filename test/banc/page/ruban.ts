import { creer, element } from './dom';
import { type Bouton, type Manifeste } from './manifeste';

/** Les boutons que le complément déclare pour le ruban. */
export function dessinerRuban({ groupe, boutons }: Manifeste, presser: (bouton: Bouton) => void): void {
  const ruban = element('ruban');
  ruban.setAttribute('aria-label', groupe);
  ruban.replaceChildren(
    ...boutons.map((bouton) => {
      const image = creer('img', { src: bouton.icone, alt: '', width: 16, height: 16 });
      const dessine = creer('button', { type: 'button', title: bouton.infobulle }, image, bouton.libelle);
      dessine.dataset.id = bouton.id;
      dessine.addEventListener('click', () => presser(bouton));
      return dessine;
    }),
    creer('span', { className: 'groupe', textContent: groupe }),
  );
}
