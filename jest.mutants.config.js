import jest from './jest.config.js';

// Ce que Stryker joue (scripts/mutants.mjs) : les essais de calcul, sans construire la ligne de commande.
const calcul = { ...jest.projects[0] };
delete calcul.globalSetup;
export default { ...calcul, watchman: false, haste: { forceNodeFilesystemAPI: true } };
