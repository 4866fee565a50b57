import { ShadingType, TextRun, type IRunOptions } from 'docx';
import { BLANC } from '../../classeur/contrat-redige';
import { typographier } from '../../nombres';

/** Ce que le XML n'admet pas (caractères de commande, demi-caractères) n'entre pas dans le document. */
export const ecrire = (texte: string): string => typographier(texte.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' '));

const SURLIGNE = { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF0B3' } } as const;

/** Un texte en passages ; ce qui reste à écrire y est surligné. */
export function passages(texte: string, style: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] {
  const ecrit = ecrire(texte);
  const blancs = ecrit.match(BLANC) ?? [];
  return ecrit
    .split(BLANC)
    .flatMap((entre, i) => [
      ...(entre !== '' || ecrit === '' ? [new TextRun({ ...style, text: entre })] : []),
      ...(blancs[i] === undefined ? [] : [new TextRun({ ...style, ...SURLIGNE, text: blancs[i] })]),
    ]);
}
