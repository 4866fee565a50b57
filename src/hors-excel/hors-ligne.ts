/** Le service que la construction écrit à côté de la page (scripts/page-hors-excel.mjs). Il ne sert qu'elle, pas le complément. */
const SERVICE = 'controle-hors-ligne.js';
/** Un préfixe : la page, et controle/ d'où vient le Web Worker, qui doit y être lui aussi. */
const PORTEE = './controle';

/** Garde la page sur le poste ; vrai quand elle y est entière, faux si le navigateur ne le permet pas. */
export async function garderHorsLigne(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(SERVICE, { scope: PORTEE });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
