/** La largeur d'un texte sans de quoi le mesurer, en pixels : un peu plus que la réalité, pour que rien ne se chevauche. */
export function largeurDe(texte: string, taille: number): number {
  let demis = 0;
  for (const lettre of texte)
    demis += /[\p{Lu}MWmw%@]/u.test(lettre) ? 14 : /[\s.,:;'’ilI|()-]/u.test(lettre) ? 6.5 : 11;
  return (demis * taille) / 20;
}

/** Coupe un texte en lignes qui tiennent dans une largeur ; un mot plus long qu'elle a la sienne. */
export function couper(texte: string, taille: number, largeur: number): string[] {
  const lignes: string[] = [];
  let ligne = '';
  for (const mot of texte.split(/ +/)) {
    const suite = ligne ? `${ligne} ${mot}` : mot;
    if (ligne && largeurDe(suite, taille) > largeur) {
      lignes.push(ligne);
      ligne = mot;
    } else ligne = suite;
  }
  return ligne ? [...lignes, ligne] : lignes;
}

/** Abrège un nom qui dépasse une largeur. */
export function abregerA(nom: string, taille: number, largeur: number): string {
  if (largeurDe(nom, taille) <= largeur) return nom;
  let garde = nom;
  while (garde && largeurDe(`${garde}…`, taille) > largeur) garde = garde.slice(0, -1).trimEnd();
  return `${garde}…`;
}
