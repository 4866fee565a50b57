import { DISPOSITIFS } from '../regles/registre';
import { signature, TOUTES } from '../../src/fonctions/toutes';

/** La table du README, dans l’ordre du registre du droit. */
export function tableDesFonctions(): string {
  const rangs = DISPOSITIFS.map(({ nom }) => nom);
  const rangees = [...TOUTES]
    .sort((a, b) => rangs.indexOf(a.dispositif) - rangs.indexOf(b.dispositif))
    .map((fonction) => `| \`${signature(fonction)}\` | ${fonction.resume} |\n`);
  return `| Fonction | Résultat |\n| --- | --- |\n${rangees.join('')}`;
}
