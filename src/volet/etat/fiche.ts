import { FORMES } from '../../rapport/formes';
import { ficheDe, type Trouvee } from '../../rapport/fiche';
import type { Note } from '../../rapport/note/document';
import type { Ligne } from '../../tableau';
import { controleDe } from './controles';
import { tableauxDe, type Etat } from './etat';
import { cadreDe, dossierDe, nommer, type Document } from './note';

/** La cellule qui nomme une commune : la même après un nouveau contrôle. */
export interface PlaceDeCommune {
  readonly feuille: string;
  readonly cellule: string;
}

/** La fiche de la commune écrite là, celle de la ligne de commande ; `null` si elle n'y est plus. */
export function ficheDeLaPlace(
  { feuille, cellule }: PlaceDeCommune,
  { feuilles, reglages, referentiel }: Pick<Etat, 'feuilles' | 'reglages' | 'referentiel'>,
  { classeur, jour }: { readonly classeur: string; readonly jour: Date },
): Note | null {
  if (!referentiel) return null;
  const est = (ligne: Ligne) => ligne.cellule('commune') === cellule && ligne.feuille('commune') === feuille;
  const tableaux = tableauxDe({ feuilles }).filter(({ tableau }) => tableau.lignes.some(est));
  const [premiere, ...autres] = tableaux.flatMap((t): Trouvee[] => {
    const controle = controleDe(t);
    return controle ? controle.tableau.lignes.filter(est).map((ligne) => ({ controle, ligne })) : [];
  });
  if (!premiere) return null;
  const etat = { feuilles, reglages, annuaire: referentiel.annuaire };
  return ficheDe([premiere, ...autres], { ...cadreDe(etat, jour), ...dossierDe(classeur, etat, tableaux) });
}

/** La fiche à emporter. */
export async function ficheEnDocx(classeur: string, note: Note): Promise<Document> {
  const { type, ecrire } = FORMES.docx;
  const { contenu } = await ecrire(note, () => '');
  return { nom: nommer(classeur, 'fiche', 'docx'), type, contenu };
}
