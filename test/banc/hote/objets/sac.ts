import { ErreurHote } from '../erreurs';
import { valeur, type Exigence, type Membre } from './cadre';

/** Où un objet range des réglages que l'hôte garde sans les interpréter. */
export interface Sac {
  lire(cle: string): unknown;
  ecrire(cle: string, valeur: unknown): void;
}

const memeGenre = (a: unknown, b: unknown) => b === null || typeof a === typeof b;

/** Des membres gardés tels quels, avec leur valeur par défaut, dont le genre est aussi celui qu'on attend (`null` : tous). */
export function membresGardes<C>(
  exigence: Exigence,
  defauts: Readonly<Record<string, unknown>>,
  sacDe: (cible: C) => Sac,
): Record<string, Membre<C>> {
  return Object.fromEntries(
    Object.entries(defauts).map(([nom, defaut]) => {
      const cle = nom.charAt(0).toLowerCase() + nom.slice(1);
      return [
        nom,
        valeur<C>(
          exigence,
          (c) => sacDe(c).lire(cle) ?? defaut,
          (c, v) => {
            if (!memeGenre(v, defaut)) throw new ErreurHote('InvalidArgument');
            sacDe(c).ecrire(cle, v);
          },
        ),
      ];
    }),
  );
}
