/** Ce que la page en un seul fichier reçoit de son chargeur (scripts/un-fichier.mjs) ; absent quand un serveur la sert. */
interface UnFichier {
  readonly licences: string;
}

export const UN_FICHIER = (globalThis as { readonly mutualisationSru?: UnFichier }).mutualisationSru;
export const LICENCES = UN_FICHIER?.licences ?? 'controle/licences.html';

/** La page à servir, ouverte d'un double-clic : le navigateur lui refuse le fil qui lit les fichiers. */
export const SANS_SERVEUR = !UN_FICHIER && location.protocol === 'file:';
