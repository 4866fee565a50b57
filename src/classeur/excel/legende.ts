/// <reference types="office-js" />
import { typographier } from '../../nombres';
import type { Annotation } from '../classeur';
import type { Commentaire } from './commentaires';
import { FONDS } from '../habillage';
import type { Annotations } from './journal-annotations';
import { debutDeNom } from './noms';
import type { Contenus } from './releves';
import { suivre, type Lieu, type Suivies } from './suivies';

/** Suit la légende, pour dire où elle est si l'agent l'a renommée. Ce nom caché suit un couper-coller : seul, il ne désigne rien. */
export const nomDeSuivi = (): string => debutDeNom('LEGENDE');
export const NOM_DE_LEGENDE = 'Légende SRU';

const SENS: Readonly<Record<Annotation['gravite'], readonly [nom: string, sens: string]>> = {
  bloquant: ['Bloquant', 'à corriger : le tableau n’est pas conforme'],
  alerte: ['Alerte', 'à vérifier ou à justifier'],
  information: ['Information', 'à savoir ; rien à corriger'],
};
const FIN =
  'Feuille ajoutée par « Mutualisation SRU » ; « Retirer les annotations » la supprime et rend aux cellules leur fond.';
const LIGNES: readonly (readonly string[])[] = [
  ['Annotations du contrôle', 'Sens'],
  ...Object.values(SENS).map(([nom, sens]) => [nom, typographier(sens)]),
  [],
  [typographier(FIN)],
];

/** Ce que dit une feuille au regard de la légende : elle entière, une partie (un geste interrompu), ou autre chose. */
export function direDeLaLegende(
  rangees: readonly { readonly ligne: number; readonly colonne: number; readonly contenus: readonly unknown[] }[],
): 'entière' | 'partie' | 'autre chose' {
  let dites = 0;
  for (const { ligne, colonne, contenus } of rangees) {
    for (const [rang, contenu] of contenus.entries()) {
      if (contenu === '' || contenu === undefined) continue;
      if (contenu !== LIGNES[ligne]?.[colonne + rang]) return 'autre chose';
      dites++;
    }
  }
  return dites === LIGNES.flat().length ? 'entière' : 'partie';
}

/** Ajoute la légende en fin de classeur, sans quitter la feuille de l'agent. */
export function poserLegende(context: Excel.RequestContext, nom: string): void {
  const feuille = context.workbook.worksheets.add(nom);
  suivre(context, nomDeSuivi(), feuille.getRange('A1'));
  ecrireLegende(feuille);
}

export function ecrireLegende(feuille: Excel.Worksheet): void {
  LIGNES.forEach((rangee, rang) => {
    rangee.forEach((texte, colonne) => {
      feuille.getRangeByIndexes(rang, colonne, 1, 1).values = [[texte]];
    });
  });
  feuille.getRange('A1:B1').format.font.bold = true;
  Object.values(FONDS).forEach((fond, rang) => (feuille.getRange(`A${rang + 2}`).format.fill.color = fond));
  feuille.getRange('A:A').format.columnWidth = 140;
  feuille.getRange('B:B').format.columnWidth = 260;
}

export interface EtatDeLegende {
  /** Où elle est ; `null` : nulle part. */
  readonly lieu: Lieu | null;
  readonly dit: 'entière' | 'partie' | 'autre chose';
}

/**
 * La légende est la feuille du nom que nous lui avons donné, tant qu'elle ne porte rien d'autre que nos textes : ni note, ni
 * graphique, ni commentaire. Toute autre feuille est à l'agent.
 */
export function demanderLegende(
  context: Excel.RequestContext,
  suivies: Suivies,
  { legende }: Annotations,
): {
  /** Les feuilles dont il faut le contenu. */
  readonly feuilles: readonly string[];
  demander(): () => number;
  lire(contenus: Contenus, commentaires: readonly Commentaire[], graphiques: number): EtatDeLegende;
} {
  const nommee = suivies.feuilles.find(({ nom }) => nom === legende);
  return {
    feuilles: nommee ? [nommee.id] : [],
    demander() {
      const nombre = nommee && context.workbook.worksheets.getItem(nommee.id).charts.getCount();
      return () => nombre?.value ?? 0;
    },
    lire(contenus, commentaires, graphiques) {
      if (!nommee) return { lieu: suivies.lieu(nomDeSuivi()), dit: 'autre chose' };
      const rangees = (contenus.get(nommee.id) ?? []).flatMap(({ ligne, colonne, formulas }) =>
        formulas.map((rangee, rang) => ({ ligne: ligne + rang, colonne, contenus: rangee })),
      );
      const commentee = commentaires.some(({ place }) => place.nomDeFeuille === nommee.nom);
      const seule = !suivies.feuilles.some(({ id, masquee }) => id !== nommee.id && !masquee);
      return {
        lieu: { feuille: nommee.id, nomDeFeuille: nommee.nom, adresse: 'A1' },
        dit: commentee || seule || graphiques > 0 ? 'autre chose' : direDeLaLegende(rangees),
      };
    },
  };
}
