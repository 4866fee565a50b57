import type { Font } from 'exceljs';
import { type Effet } from '../hote/contrat';

/** Les effets des passages d'un texte enrichi : ceux que tous partagent, et `null` pour ceux que certains ont. */
export function lireEffetsDe(
  passages: readonly { readonly font?: Partial<Font> }[],
): Partial<Record<Effet, true | null>> {
  const lus = passages.map(({ font }) => lireEffets(font));
  return Object.fromEntries(
    (['barre', 'exposant', 'indice'] as const).flatMap((effet) => {
      const touches = lus.filter((l) => l[effet]).length;
      return touches === 0 ? [] : [[effet, touches === lus.length ? true : null]];
    }),
  );
}

/** Barré, exposant, indice. */
export const lireEffets = (font: Partial<Font> | undefined): Partial<Record<Effet, true | undefined>> => ({
  barre: font?.strike ? true : undefined,
  exposant: font?.vertAlign === 'superscript' ? true : undefined,
  indice: font?.vertAlign === 'subscript' ? true : undefined,
});

export const ecrireEffets = ({ barre, exposant, indice }: Partial<Record<Effet, boolean | null>>) => ({
  strike: barre ? true : undefined,
  vertAlign: exposant ? ('superscript' as const) : indice ? ('subscript' as const) : undefined,
});
