/** Ce que peut durer un fichier, en secondes, dans la page comme en ligne de commande : ceux que les limites admettent en prennent moins. */
export const DELAI = 30;
