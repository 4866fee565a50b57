import { type Style } from '../contrat';

/** Retire d'un style ce qui n'y dit rien ; `undefined` s'il n'en reste rien. */
export function alleger(style: Style): Style | undefined {
  const police = Object.fromEntries(Object.entries(style.police ?? {}).filter(([, v]) => v !== undefined));
  const bordures = Object.fromEntries(Object.entries(style.bordures ?? {}).filter(([, v]) => v !== undefined));
  const entrees = Object.entries({
    ...style,
    police: Object.keys(police).length > 0 ? police : undefined,
    bordures: Object.keys(bordures).length > 0 ? bordures : undefined,
  }).filter(([, valeur]) => valeur !== undefined);
  return entrees.length > 0 ? Object.fromEntries(entrees) : undefined;
}

const NOMMEES: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
};

/** Une couleur comme Excel la rend, « #RRGGBB » ; `undefined` si ce n'en est pas une. */
export function lireCouleur(valeur: unknown): string | undefined {
  if (typeof valeur !== 'string') return undefined;
  if (/^#[\da-f]{6}$/i.test(valeur)) return valeur.toUpperCase();
  return NOMMEES[valeur.toLowerCase()];
}
