import type { Certitude } from '../droit';
import { arrondir, ecrire, type Quantite } from '../nombres';
import type { Avis, Contrat, Verdict } from '../tableau';

/** Les mots que tout support emploie. */
export const VERDICTS_EN_TITRE: Readonly<Record<Verdict, string>> = {
  conforme: 'CONFORME',
  'non conforme': 'NON CONFORME',
  indetermine: 'INDÉTERMINÉ',
  'rien a controler': 'RIEN À CONTRÔLER',
};

/** Au singulier et au pluriel, du plus sévère au moins sévère : « 4 non conformes », « 1 indéterminé ». */
export const VERDICTS_COMPTES: readonly (readonly [Verdict, string, string])[] = [
  ['non conforme', 'non conforme', 'non conformes'],
  ['indetermine', 'indéterminé', 'indéterminés'],
  ['conforme', 'conforme', 'conformes'],
  ['rien a controler', 'sans rien à contrôler', 'sans rien à contrôler'],
];

/** Le nom de classe d'un verdict, dans une page. */
export const classeDuVerdict = (verdict: Verdict): string => verdict.replaceAll(' ', '-');

export const CONTRATS_EN_MOTS: Readonly<Record<Contrat, string>> = {
  cims: 'contrat de mixité sociale mutualisant (CIMS)',
  cms: 'contrats de mixité sociale abaissants (CMS)',
  aucun: 'sans contrat',
};

export const AVIS_EN_MOTS: Readonly<Record<Avis, string>> = {
  recueilli: 'recueilli',
  'a-recueillir': 'à recueillir',
  manquant: 'manquant',
  defavorable: 'défavorable',
};

export const CERTITUDES_EN_MOTS: Readonly<Record<Certitude, string>> = {
  texte: 'lettre du texte',
  interprétation: 'interprétation',
  'source secondaire': 'source secondaire',
};

export const superieur = (f: Quantite | null, sinon = '?'): string => (f ? ecrire(arrondir(f, 'SUPERIEUR')) : sinon);

/** @example signer(71) // « +71 » ; -13 : « −13 » */
export const signer = (n: number, decimales = 2): string => `${n > 0 ? '+' : ''}${ecrire(n, decimales)}`;
