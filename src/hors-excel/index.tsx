import '../volet/ecrans/styles';
import '../volet/volet.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { poserIcones } from '../volet/ecrans/icones';
import { garderHorsLigne } from './hors-ligne';
import { Page } from './page';
import { themeDuSysteme } from './theme-du-systeme';

const racine = document.querySelector('main');
if (racine) {
  poserIcones();
  createRoot(racine).render(
    <Page theme={themeDuSysteme()} aujourdhui={() => new Date()} horsLigne={garderHorsLigne()} />,
  );
}
