/// <reference types="office-js" />
import type { Classeur } from '../classeur/classeur';
import { FONCTIONS } from '../fonctions/registre';
import type { Commande } from './annonces';
import { COMMANDES, executerCommande } from './executer-commande';

/** L'adaptateur n'arrive qu'à la première commande : les fonctions répondent avant lui. */
async function ouvrir(): Promise<Classeur> {
  const { classeurExcel } = await import(/* webpackChunkName: "ecrans" */ '../classeur/excel');
  return classeurExcel(Object.keys(FONCTIONS));
}

async function lancer(commande: Commande, evenement: Office.AddinCommands.Event): Promise<void> {
  try {
    await executerCommande(commande, ouvrir);
    // Un Excel qui ne sait pas montrer le volet garde l'annonce : elle attend que l'agent l'ouvre.
    await Office.addin.showAsTaskpane().catch(() => undefined);
  } finally {
    evenement.completed();
  }
}

// Office.js bloqué par un pare-feu : la page le dit, et il n'y a pas de ruban.
if (typeof Office !== 'undefined') {
  void Office.onReady(() => {
    for (const [nom, commande] of Object.entries(COMMANDES)) {
      Office.actions.associate(nom, (evenement: Office.AddinCommands.Event) => void lancer(commande, evenement));
    }
  });
}
