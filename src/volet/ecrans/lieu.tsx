import { Link } from 'office-ui-fabric-react/lib/Link';
import type { TableauControle } from '../etat/controles';
import type { Feuille } from '../../classeur/classeur';
import type { Ligne } from '../../tableau';
import { useEtat, useVolet } from './outils';

interface Props {
  readonly trouve: TableauControle;
  readonly cellule: string;
  /** La feuille de la cellule, si ce n'est pas celle du tableau. */
  readonly feuille?: string | undefined;
  /** Ce qu'il y a dans la cellule, pour qui n'en voit pas le voisinage. */
  readonly quoi?: string | undefined;
}

/** Le chemin d'une cellule ; sa feuille est dite quand le tableau est dans une autre. */
export function CheminDeCellule({ trouve, cellule, feuille, quoi }: Props) {
  const volet = useVolet();
  const visee = trouve.feuilles.get(feuille ?? '') ?? trouve.feuille;
  const ailleurs = visee === trouve.feuille ? undefined : visee.nom;
  return (
    <Link
      onClick={() => void volet.allerA({ feuille: visee.id, adresse: cellule })}
      aria-label={`Aller à la cellule ${[cellule, ailleurs && `feuille ${ailleurs}`, quoi].filter(Boolean).join(', ')}`}
    >
      {[ailleurs, cellule].filter(Boolean).join(', ')}
    </Link>
  );
}

/** Va à la cellule d'une commune, dans la feuille où elle est écrite. */
export function useAllerALaLigne(sinon: Feuille): (ligne: Ligne) => void {
  const volet = useVolet();
  const { feuilles } = useEtat();
  return (ligne) => {
    const ecrite = feuilles.find(({ feuille }) => feuille.nom === ligne.feuille('commune'))?.feuille ?? sinon;
    void volet.allerA({ feuille: ecrite.id, adresse: ligne.cellule('commune') });
  };
}
