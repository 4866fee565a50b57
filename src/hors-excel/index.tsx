import '../volet/ecrans/styles';
import '../volet/volet.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { typographier } from '../nombres';
import { poserIcones } from '../volet/ecrans/icones';
import { garderHorsLigne } from './hors-ligne';
import { Page } from './page';
import { themeDuSysteme } from './theme-du-systeme';
import { SANS_SERVEUR, UN_FICHIER } from './un-fichier';

const racine = document.querySelector('main');
if (racine && SANS_SERVEUR) {
  racine.className = 'sans-serveur';
  racine.textContent = typographier(
    'Cette page se sert par un serveur : ouverte d’un double-clic, elle ne peut rien lire. Ouvrez à la place « mutualisation-sru.html », le même contrôle en un seul fichier, livré à côté d’elle.',
  );
} else if (racine) {
  poserIcones();
  createRoot(racine).render(
    <Page
      theme={themeDuSysteme()}
      aujourdhui={() => new Date()}
      horsLigne={UN_FICHIER ? Promise.resolve(true) : garderHorsLigne()}
    />,
  );
}
