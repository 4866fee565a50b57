/** Le titre d'un essai, ou pourquoi il est sauté ; le rapporteur le redit à la fin. */
export const titreSaufSi = (raison: string | false | null, titre: string): string =>
  raison ? `${titre} (sauté : ${raison})` : titre;

export const SANS_LIBREOFFICE = 'LibreOffice absent : commande soffice';
