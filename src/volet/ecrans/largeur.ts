import { useCallback, useRef, useState } from 'react';

/** Ce qu'on lit de la largeur d'un élément tant qu'il est dans la page ; `inconnue` là où rien ne se mesure. */
function useMesure<T>(lire: (largeur: number) => T, inconnue: T) {
  const [lue, noter] = useState(inconnue);
  const veille = useRef<ResizeObserver | null>(null);
  const mesurer = useCallback(
    (element: HTMLElement | null) => {
      veille.current?.disconnect();
      if (!element || typeof ResizeObserver === 'undefined') return;
      veille.current = new ResizeObserver(([mesure]) => mesure && noter(() => lire(mesure.contentRect.width)));
      veille.current.observe(element);
    },
    [lire],
  );
  return [lue, mesurer] as const;
}

/** En deçà, une table ne se lit pas : des cartes. */
const LARGE = 640;
const estLarge = (largeur: number): boolean => largeur >= LARGE;
const telle = (largeur: number): number | null => largeur;

/** Si l'élément a la place d'une table ; là où rien ne se mesure, non. */
export const useEstLarge = () => useMesure(estLarge, false);
/** La largeur d'un élément ; `null` là où rien ne se mesure. */
export const useLargeur = () => useMesure(telle, null);
