import { useCallback, useRef, useState } from 'react';

/** En deçà, une table ne se lit pas : des cartes. */
const LARGE = 640;

/** Si l'élément a la place d'une table ; là où rien ne se mesure, non. */
export function useEstLarge(): readonly [large: boolean, mesurer: (element: HTMLElement | null) => void] {
  const [large, noter] = useState(false);
  const veille = useRef<ResizeObserver | null>(null);
  const mesurer = useCallback((element: HTMLElement | null) => {
    veille.current?.disconnect();
    if (!element || typeof ResizeObserver === 'undefined') return;
    veille.current = new ResizeObserver(([mesure]) => mesure && noter(mesure.contentRect.width >= LARGE));
    veille.current.observe(element);
  }, []);
  return [large, mesurer];
}
