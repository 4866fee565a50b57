import { typographier, versNombre } from '../nombres';
import { articleCertifie, type Calcul, type Etape } from '../regles';

/** La trace d'un calcul, en-tête compris, telle qu'elle se déverse dans une feuille. */
export const traceEnLignes = ({ etapes }: Calcul, reserve: string | null = null): unknown[][] => [
  ['étape', 'valeur', 'unité', 'formule', 'article'],
  ...etapes.map(ligneDe),
  ...(reserve ? [['Réserve', '', '', reserve, '']] : []),
];

const ligneDe = ({ nom, valeur, unite, formule, reference, certitude }: Etape): unknown[] => [
  nom,
  typeof valeur === 'string' ? valeur : versNombre(valeur),
  unite,
  typographier(formule),
  articleCertifie(reference, certitude),
];
