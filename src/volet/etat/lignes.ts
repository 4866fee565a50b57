import { normaliser, type Ligne, type Precisions, type SortDeLigne } from '../../tableau';
import type { TableauControle } from './controles';

/** Une ligne sous les en-têtes, et de quoi en changer le sort. */
export interface LigneDuTableau {
  /** Ce sous quoi une réponse la garde. */
  readonly cle: string;
  readonly libelle: string;
  readonly cellule: string;
  readonly feuille: string;
  /** Pourquoi elle n'est pas comptée, ou pourquoi on en doute. */
  readonly motif: string | null;
  readonly precisee: SortDeLigne | null;
}

export interface LignesDuTableau {
  readonly douteuses: readonly LigneDuTableau[];
  readonly ecartees: readonly LigneDuTableau[];
  readonly communes: readonly LigneDuTableau[];
}

/** Les lignes d'un tableau selon ce que le contrôle en fait. */
export function lignesDuTableau({ tableau, feuille }: TableauControle, { lignes }: Precisions): LignesDuTableau {
  const decrire = (cle: string, reste: Omit<LigneDuTableau, 'cle' | 'precisee'>): LigneDuTableau => ({
    cle,
    precisee: Object.hasOwn(lignes, cle) ? lignes[cle]! : null,
    ...reste,
  });
  const deLaLigne = (ligne: Ligne, motif: string | null) =>
    decrire(cleDe(ligne), {
      libelle: ligne.nom,
      cellule: ligne.cellule('commune'),
      feuille: ligne.feuille('commune'),
      motif,
    });
  return {
    douteuses: tableau.douteuses.map(({ ligne, motif }) => deLaLigne(ligne, motif)),
    ecartees: tableau.ecartees.map(({ libelle, cellule, motif }) =>
      decrire(normaliser(libelle), { libelle, cellule, feuille: feuille.nom, motif }),
    ),
    communes: tableau.lignes.map((ligne) => deLaLigne(ligne, null)),
  };
}

/** Une ligne se retrouve à ce qui y est écrit, non au nom que l'annuaire lui donne. */
const cleDe = (ligne: Ligne): string => {
  const ecrit = (['commune', 'code_insee'] as const).map((c) => normaliser(String(ligne.ecrit(c)?.valeur ?? '')));
  return ecrit.find((texte) => texte !== '') ?? normaliser(ligne.nom);
};
