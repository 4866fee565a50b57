/** Coupe un texte aux espaces ordinaires, en lignes d'au plus `longueur` caractères quand les mots le permettent. */
export function couper(texte: string, longueur: number): string[] {
  const lignes: string[] = [];
  for (const mot of texte.split(/[ \n]+/)) {
    const derniere = lignes.at(-1);
    if (derniere !== undefined && derniere.length + mot.length < longueur)
      lignes[lignes.length - 1] = `${derniere} ${mot}`;
    else lignes.push(mot);
  }
  return lignes;
}
