/// <reference types="office-js" />
import { typographier } from '../../nombres';
import type { Emplacement, Laissee } from '../classeur';
import { lireReference } from './adresses';
import { demanderFeuilles, type FeuilleListee } from './feuilles';
import { debutDeNom, type Genre } from './noms';

/** Où se trouve une plage. */
export interface Lieu extends Emplacement {
  readonly nomDeFeuille: string;
}

export interface Suivies {
  readonly feuilles: readonly FeuilleListee[];
  /** Tous les noms définis du classeur, et leur formule. */
  readonly noms: ReadonlyMap<string, string>;
  /** Où est aujourd'hui la plage que suit un nom ; `null` si elle a été supprimée, ou le nom. */
  lieu(nom: string): Lieu | null;
  /** Un nom neuf de ce genre. */
  nouveau(genre: Genre): string;
}

/**
 * Demande, dans la requête en cours, les plages que nous suivons : chacune par un nom défini caché, qui se déplace avec les lignes
 * insérées et les feuilles renommées. À lire après `sync`.
 */
export function demanderSuivies(context: Excel.RequestContext): () => Suivies {
  const listees = demanderFeuilles(context);
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  return () => {
    const feuilles = listees();
    const noms = new Map(names.items.map(({ name, formula }) => [name, String(formula)]));
    const parNom = new Map(feuilles.map((f) => [f.nom, f]));
    const donnes = new Map<string, number>();
    return {
      feuilles,
      noms,
      lieu(nom) {
        const reference = lireReference(noms.get(nom) ?? '');
        const feuille = parNom.get(reference?.feuille ?? '');
        return reference && feuille
          ? { feuille: feuille.id, nomDeFeuille: feuille.nom, adresse: reference.adresse }
          : null;
      },
      nouveau(genre) {
        const prefixe = debutDeNom(genre);
        let rang = (donnes.get(prefixe) ?? 0) + 1;
        while (noms.has(`${prefixe}${rang}`)) rang++;
        donnes.set(prefixe, rang);
        return `${prefixe}${rang}`;
      },
    };
  };
}

export const plageDuLieu = (context: Excel.RequestContext, { feuille, adresse }: Emplacement): Excel.Range =>
  context.workbook.worksheets.getItem(feuille).getRange(adresse);

export function suivre(context: Excel.RequestContext, nom: string, plage: Excel.Range | string): void {
  context.workbook.names.add(nom, plage).visible = false;
}

/** Supprime ceux de ces noms qui existent. */
export function oublier(
  context: Excel.RequestContext,
  { noms }: Suivies,
  aOublier: readonly { readonly nom: string }[],
): void {
  for (const { nom } of aOublier) if (noms.has(nom)) context.workbook.names.getItem(nom).delete();
}

export const laisser = ({ feuille, adresse, nomDeFeuille }: Lieu, raison: string, formule?: string): Laissee => ({
  emplacement: { feuille, adresse },
  nomDeFeuille,
  raison: typographier(raison),
  ...(formule !== undefined && { formule }),
});

/** Demande lesquelles des feuilles de ces cellules sont protégées ; à lire après `sync`. */
export function demanderProtections(
  context: Excel.RequestContext,
  cellules: readonly { readonly lieu: Emplacement }[],
): () => Set<string> {
  const demandes = [...new Set(cellules.map(({ lieu }) => lieu.feuille))].map((id) => {
    const { protection } = context.workbook.worksheets.getItem(id);
    protection.load('protected');
    return { id, protection };
  });
  return () => new Set(demandes.flatMap(({ id, protection }) => (protection.protected ? id : [])));
}

export const PROTEGEE =
  'La feuille est protégée : ôtez la protection (onglet « Révision », « Ôter la protection de la feuille »), puis recommencez.';
