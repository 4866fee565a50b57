/** Ce qui, dans un nom de fichier, récrirait le terminal ou l'ordre des lettres : commandes, sauts de ligne, sens d'écriture. */
const CACHES = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * Un nom de fichier tel qu'on peut l'écrire sans qu'il fasse autre chose que se lire.
 * @example montrer('a\n\u202eCONFORME.csv') // 'a��CONFORME.csv'
 */
export const montrer = (nom: string): string => nom.replace(CACHES, '�');

/** Un JSON dont aucun caractère n'agit sur le terminal ; les valeurs sont les mêmes. */
export const enJsonLisible = (valeur: unknown): string =>
  JSON.stringify(valeur, null, 2).replace(/[\u007f-\u009f\u2028\u2029]|(?!\u00ad)\p{Cf}/gu, (c) =>
    c.replace(/[\s\S]/g, (unite) => `\\u${unite.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
