/** Ce que la page prend de l'hôte. */
export {
  type Appel,
  type ClasseurDonnees,
  type Modification,
  type Reponse,
  type Valeur,
  type Zone,
} from '../hote/contrat';
export { type Ennuis } from '../hote/ennuis';
export { EXCEL_ANCIEN, EXCEL_SANS_COMMENTAIRES, Hote, type Exigences } from '../hote/hote';
export { DRAPEAUX } from '../hote/invocations';
export { type Echange, type Journal } from '../hote/journal';
export { Modele } from '../hote/modele/modele';
export { adresseDuComplement, brancher, type Transport } from '../hote/transports/message';
