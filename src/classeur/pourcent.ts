/** Ce qu'un code de format écrit tel quel : « "…" », « \x », l'espace d'un « _x », le remplissage d'un « *x », une couleur, une monnaie. */
const LITTERAUX = /"[^"]*"?|[\\_*][^]?|\[(?![<>=])[^\]]*\]?/g;
const CONDITION = /^\[(<=|>=|<>|<|>|=) ?(-?[\d.]+)\]/;

/**
 * Le format montre-t-il ce nombre en pourcentage ? Un « % » entre guillemets ou échappé n'est que du texte, et seule compte la section
 * que le nombre retient.
 * @example estPourcentage('0.0%', 0.165) // vrai
 * @example estPourcentage('0.0" %"', 16.5) // faux
 */
export function estPourcentage(format: string, valeur: number): boolean {
  if (!format.includes('%')) return false;
  const sections = format.replace(LITTERAUX, '').split(';');
  return (sections[sectionRetenue(sections, valeur)] ?? '').includes('%');
}

function sectionRetenue(sections: readonly string[], valeur: number): number {
  const [premiere = '', deuxieme = ''] = sections;
  if (sections.length === 1) return 0;
  if (tient(premiere, valeur) ?? (sections.length === 2 ? valeur >= 0 : valeur > 0)) return 0;
  return sections.length === 2 || (tient(deuxieme, valeur) ?? valeur < 0) ? 1 : 2;
}

/** La condition écrite en tête d'une section ; `undefined` si elle n'en a pas. */
function tient(section: string, valeur: number): boolean | undefined {
  const [, signe, borne] = CONDITION.exec(section.trim()) ?? [];
  switch (signe) {
    case '<':
      return valeur < Number(borne);
    case '<=':
      return valeur <= Number(borne);
    case '>':
      return valeur > Number(borne);
    case '>=':
      return valeur >= Number(borne);
    case '=':
      return valeur === Number(borne);
    case '<>':
      return valeur !== Number(borne);
    default:
      return undefined;
  }
}
