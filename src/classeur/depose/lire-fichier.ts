import { ErreurDeClasseur } from '../classeur';
import { borner, ErreurDeFichier, ILLISIBLE } from '../limites';
