import NOMMEES from 'color-name';
import { type Style } from '../contrat';
import { ErreurHote } from '../erreurs';

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

const estNommee = (nom: string): nom is keyof typeof NOMMEES => Object.hasOwn(NOMMEES, nom);

/** Une couleur comme Excel la rend, « #RRGGBB », donnée ainsi ou par son nom HTML ; `InvalidArgument` si ce n'en est pas une. */
export function couleur(valeur: unknown): string {
  if (typeof valeur !== 'string') throw new ErreurHote('InvalidArgument');
  if (/^#[\da-f]{6}$/i.test(valeur)) return valeur.toUpperCase();
  const nom = valeur.toLowerCase();
  if (!estNommee(nom)) throw new ErreurHote('InvalidArgument');
  return `#${NOMMEES[nom].map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
