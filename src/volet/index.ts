/// <reference types="office-js" />
/** Le volet. Les fonctions personnalisées sont déjà associées : fonctions.js précède volet.js dans la page. */
import './volet.css';
import { surAnnonce } from '../commandes/annonces';
import { FONCTIONS } from '../fonctions/registre';
import { telecharger } from './telecharger';
import { themeDeLaPage } from './theme-de-la-page';

function nomDuClasseur(): string {
  const nom = Office.context.document.url?.split(/[\\/]/).at(-1)?.split('?')[0] || 'Classeur';
  try {
    return decodeURIComponent(nom);
  } catch {
    // « Objectifs 25 %.xlsx », donné tel quel.
    return nom;
  }
}

async function ouvrir(racine: HTMLElement): Promise<void> {
  const [{ monter }, { classeurExcel }, { chargerInstallation }] = await Promise.all([
    import(/* webpackChunkName: "ecrans" */ './ecrans'),
    import(/* webpackChunkName: "ecrans" */ '../classeur/excel'),
    import(/* webpackChunkName: "ecrans" */ './installation'),
  ]);
  const classeur = classeurExcel(Object.keys(FONCTIONS));
  const volet = monter({
    racine,
    classeur,
    theme: themeDeLaPage(),
    aujourdhui: () => new Date(),
    verifierInstallation: chargerInstallation,
    // La vue web d'Excel de bureau n'enregistre pas de fichier : la note n'y est offerte que par la feuille de contrôle.
    ...(Office.context.platform === Office.PlatformType.OfficeOnline && {
      enregistrement: { classeur: nomDuClasseur(), enregistrer: telecharger },
    }),
  });
  surAnnonce(volet.recevoir);
}

void Office.onReady(async ({ host }) => {
  document.getElementById('office-absent')?.remove();
  const racine = document.querySelector('main');
  if (host !== Office.HostType.Excel || !racine) return;
  try {
    await ouvrir(racine);
  } catch {
    const alerte = document.createElement('p');
    alerte.setAttribute('role', 'alert');
    alerte.textContent = 'Le volet n’a pas pu se charger. Vérifiez la connexion, puis fermez et rouvrez le volet.';
    racine.append(alerte);
  }
});
