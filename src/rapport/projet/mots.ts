import { CERTITUDES_EN_MOTS } from '../mots';
import { articleDe } from '../../regles';
import type { Certitude, IdReference } from '../../droit';

const AU_PLUS = 6;
const LISTE = new Intl.ListFormat('fr', { type: 'conjunction' });

/** « A, B et C » ; au-delà de six, les suivants sont comptés. */
export function enumerer(noms: readonly string[]): string {
  const reste = noms.length - AU_PLUS;
  return LISTE.format(reste > 1 ? [...noms.slice(0, AU_PLUS), `${reste} autres`] : noms);
}

/** « L. 302-8, X du CCH ; lettre du texte ». */
export const source = (reference: IdReference, certitude: Certitude): string =>
  `${articleDe(reference)} ; ${CERTITUDES_EN_MOTS[certitude]}`;
