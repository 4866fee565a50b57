import { ACCORD } from './accord';
import { AUTRUI } from './autrui';
import { BILAN_TRIENNAL } from './bilan';
import type { Cas } from './cas';
import { CASSE } from './casse';
import { COMMENTAIRES } from './commentaires';
import { CONTEXTE } from './contexte';
import { CONTRAT } from './contrat';
import { FICHIERS } from './fichiers';
import { LIGNES } from './lignes';
import { FORMULES, MASQUES } from './masques';
import { NATIONAUX } from './nationaux';
import { NOMBRES_ECRITS } from './nombres';
import { NOMS } from './noms';
import { PIECES } from './pieces';
import { RANG } from './rang';
import { RESTES } from './restes';
import { TITRES } from './titres';

/** Les quinze genres de ce qu'un agent écrit, et ce qu'un essai hostile y a trouvé. */
export const GENRES: Readonly<Record<string, readonly Cas[]>> = {
  accord: ACCORD,
  contexte: CONTEXTE,
  lignes: LIGNES,
  nombres: NOMBRES_ECRITS,
  rang: RANG,
  pieces: PIECES,
  'nature du contrat': CONTRAT,
  bilan: BILAN_TRIENNAL,
  'fichiers nationaux': NATIONAUX,
  masques: MASQUES,
  formules: FORMULES,
  fichiers: FICHIERS,
  'tableaux d’autrui': AUTRUI,
  'noms et codes': NOMS,
  titres: TITRES,
  'ce qui a cassé': CASSE,
  'ce qui restait': RESTES,
  commentaires: COMMENTAIRES,
};
