import type { Controle } from '../../tableau';
import {
  phraseDesTotaux,
  phraseDuCadre,
  selonLaNature,
  titreDuControle,
  verdictEnTitre,
  type ParNature,
} from '../natures';
import { groupes } from '../presentation';
import { dessinsDeLInventaire } from './inventaire';
import { dessinsDesObjectifs } from './objectifs';
import { dessinsDuBilan } from './bilan';
import type { Portrait } from './modele';
import { repartir } from './repartir';

type Reparti = ReturnType<typeof repartir>;

/** Chaque nature dessine ce qu'elle a. */
const DESSINS: ParNature<Reparti> = {
  objectifs: (c) => repartir(c, dessinsDesObjectifs(c)),
  inventaire: (c) => repartir(c, dessinsDeLInventaire(c)),
  bilan: (c) => repartir(c, dessinsDuBilan(c)),
  rien: () => ({ lieu: null, graphiques: [], replis: [] }),
};

/**
 * Le portrait d'un tableau contrôlé.
 * @param source le fichier, qui le nomme quand ses communes ne disent ni leur EPCI ni leur département
 * @param reserves ce que les feuilles disent de leurs propres chiffres (« reconstitution »…)
 */
export function portraitDe(controle: Controle, source: string, reserves: readonly string[] = []): Portrait {
  const { lieu, graphiques, replis } = selonLaNature(DESSINS, controle);
  const rien = graphiques.length + replis.length === 0;
  return {
    titre: `${lieu ?? source} : ${minuscule(titreDuControle(controle))}`,
    verdict: verdictEnTitre(controle),
    resume: [
      phraseDuCadre(controle, controle.contexte.droit),
      ...phraseDesTotaux(controle).split('\n').filter(Boolean),
      ...reserves,
      ...constatsComptes(controle),
      ...(rien ? ['Rien à dessiner : ni taux contre cible, ni objectif, ni logements réalisés ne se lisent.'] : []),
    ],
    graphiques,
    replis,
  };
}

/** « Constats du contrôle : bloquants (2), alertes (3). » ; rien s'il n'y en a pas. */
function constatsComptes({ constats }: Controle): string[] {
  const comptes = groupes(constats).map(({ titre, constats: siens }) => `${minuscule(titre)} (${siens.length})`);
  return comptes.length > 0 ? [`Constats du contrôle : ${comptes.join(', ')}.`] : [];
}

const minuscule = (titre: string): string => titre.charAt(0).toLocaleLowerCase('fr') + titre.slice(1);
