export type { CommuneAPreparer } from './commune';
export { preparerFeuille, type APreparer } from './feuille';
export { NOMS_D_USAGE, USAGES, type Cadre, type NomDUsage, type Usage } from './usages';
export { feuilleDesObjectifs } from './depuis-inventaire';
export {
  periodeDeLUsage,
  phraseDeLaPreparee,
  preparer,
  type Choix,
  type Lieu,
  type Preparee,
} from './depuis-referentiel';
export { chercherLieux, type LieuxTrouves } from './lieux';
