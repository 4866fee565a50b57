export type Alignement = 'gauche' | 'droite';

/** Une table sans bordures, en un temps proportionnel à ses lignes : un classeur en a huit mille. */
export function aligner(
  entetes: readonly string[],
  lignes: readonly (readonly string[])[],
  alignements: readonly Alignement[],
): string {
  const rangs = [entetes, ...lignes];
  const largeurs = entetes.map((_, i) => rangs.reduce((large, rang) => Math.max(large, largeurDe(rang[i] ?? '')), 0));
  const caler = (texte: string, i: number) => {
    const blancs = ' '.repeat(largeurs[i]! - largeurDe(texte));
    return alignements[i] === 'droite' ? blancs + texte : texte + blancs;
  };
  return rangs
    .map((rang) =>
      rang
        .map(caler)
        .join('  ')
        .replace(/(?<! ) +$/, ''),
    )
    .join('\n');
}

/** Un accent écrit à part ne prend pas de place. */
const largeurDe = (texte: string): number => texte.normalize('NFC').length;
