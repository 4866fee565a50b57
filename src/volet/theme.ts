import type { NomDeTheme } from './ecrans/themes';

/** Ce que le système dit, quand Office ne dit rien. */
export interface Preferences {
  readonly contraste: boolean;
  readonly sombre: boolean;
}

/**
 * Le thème à prendre : contraste élevé si le système l'impose ou si Office est en noir et blanc purs ; sinon clair ou sombre selon
 * le fond d'Office, ou à défaut selon le système.
 */
export function themeDe(
  office: { readonly bodyBackgroundColor: string; readonly bodyForegroundColor: string } | undefined,
  { contraste, sombre }: Preferences,
): NomDeTheme {
  const fond = composantes(office?.bodyBackgroundColor);
  if (contraste || (fond?.every((c) => c === 0) && composantes(office?.bodyForegroundColor)?.every((c) => c === 255)))
    return 'contraste';
  if (!fond) return sombre ? 'sombre' : 'clair';
  const [rouge, vert, bleu] = fond;
  return rouge * 299 + vert * 587 + bleu * 114 < SEUIL_SOMBRE ? 'sombre' : 'clair';
}

/** La moitié de la clarté du blanc, aux poids ordinaires des trois couleurs. */
const SEUIL_SOMBRE = 127_500;

function composantes(couleur: string | undefined): [number, number, number] | null {
  const lue = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(couleur ?? '');
  return lue && [parseInt(lue[1]!, 16), parseInt(lue[2]!, 16), parseInt(lue[3]!, 16)];
}
