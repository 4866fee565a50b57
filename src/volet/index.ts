/// <reference types="office-js" />
/** Le volet. Les fonctions personnalisées sont déjà associées : fonctions.js précède volet.js dans la page. */
import './volet.css';

void Office.onReady(() => document.getElementById('office-absent')?.remove());
