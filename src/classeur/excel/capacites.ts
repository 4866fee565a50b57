/// <reference types="office-js" />

/** Ce qui dépasse ExcelApi 1.10, exigée par le manifeste, et ce qui se passe sans. */
const CAPACITES = {
  /** Sans : la zone d'un recalcul n'est pas dite, la feuille est relue entière. */
  zoneDuCalcul: '1.11',
  /** Sans : la virgule décimale de cet Excel n'est pas dite. */
  separateurs: '1.11',
  /** Sans : une ligne masquée ou filtrée n'est vue qu'au prochain contrôle, comme toujours une colonne. */
  masquage: '1.11',
  /** Sans : une formule qui se déverse n'existe pas dans cet Excel ; seule sa cellule est figée. */
  deversement: '1.12',
  /** Sans : un en-tête fusionné n'est lu que dans sa première cellule. */
  fusions: '1.13',
  /** Sans : le motif d'une erreur ne se lit pas. */
  valeursRiches: '1.16',
  /** Sans : les notes à l'ancienne ne sont pas lues ; les fils de discussion le sont. */
  notes: '1.18',
  /** Sans : une feuille renommée garde son ancien nom à l'écran, et masquée reste lue comme visible, jusqu'au prochain contrôle. */
  renommage: '1.17',
} as const;

/** Les commentaires sont d'ExcelApi 1.10, que certains hôtes n'ont pas : sans eux, les fonds seuls. */
export const commentairesDisponibles = (): boolean => Office.context.requirements.isSetSupported('ExcelApi', '1.10');

export const peut = (capacite: keyof typeof CAPACITES): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', CAPACITES[capacite]);
