// La ligne de commande que les essais lancent est celle des sources.
export default () => import('../../scripts/pret.mjs');
