import { ErreurHote } from '../erreurs';
import { definir, methode, valeur, type Objet } from './cadre';
import { type CibleFeuille } from './feuille';

const protegee = ({ hote, id }: CibleFeuille) => hote.modele.exigerFeuille(id).protegee;

/** Le mot de passe n'est pas gardé : une feuille protégée se déprotège sans lui. */
export const protection: (cible: CibleFeuille) => Objet = definir<CibleFeuille>({
  nom: 'WorksheetProtection',
  membres: {
    Protected: valeur('1.2', protegee),
    Options: valeur('1.2', (f) => (protegee(f) ? { allowFormatCells: false, allowInsertRows: false } : null)),
    Protect: methode('1.2', (f) => {
      if (protegee(f)) throw new ErreurHote('InvalidOperation');
      f.hote.modele.proteger(f.id, true, 'complement');
    }),
    Unprotect: methode('1.2', (f) => {
      f.hote.modele.proteger(f.id, false, 'complement');
    }),
  },
});
