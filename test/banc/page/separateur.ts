import { element } from './dom';

const MINIMUM = 320;
const PAS = 10;

/** La largeur du volet : liste, souris ou flèches du clavier. */
export function reglerLargeur(): (pixels: number) => void {
  const separateur = element('separateur');
  const liste = element<HTMLSelectElement>('largeur');
  let largeur = 450;
  const poser = (pixels: number) => {
    largeur = Math.max(MINIMUM, Math.min(pixels, window.innerWidth - 300));
    document.documentElement.style.setProperty('--largeur-volet', `${largeur}px`);
    separateur.setAttribute('aria-valuenow', String(largeur));
    const choix = [...liste.options].some(({ value }) => value === String(largeur)) ? String(largeur) : 'libre';
    const libre = liste.querySelector<HTMLOptionElement>('option[value="libre"]');
    if (libre) Object.assign(libre, { hidden: choix !== 'libre', textContent: `${largeur} px` });
    liste.value = choix;
  };
  liste.addEventListener('change', () => poser(Number(liste.value) || largeur));
  separateur.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') poser(largeur + PAS);
    if (key === 'ArrowRight') poser(largeur - PAS);
  });
  separateur.addEventListener('pointerdown', (depart) => {
    separateur.setPointerCapture(depart.pointerId);
    const initiale = largeur;
    document.body.classList.add('glisse');
    const suivre = ({ clientX }: PointerEvent) => poser(initiale + depart.clientX - clientX);
    separateur.addEventListener('pointermove', suivre);
    separateur.addEventListener(
      'lostpointercapture',
      () => {
        document.body.classList.remove('glisse');
        separateur.removeEventListener('pointermove', suivre);
      },
      { once: true },
    );
  });
  poser(largeur);
  return poser;
}
