import { blanc } from '../../classeur/contrat-redige';
import { ecrirePeriode } from '../../droit';
import type { ControleObjectifs, LigneEvaluee } from '../../tableau';
import { groupementsDe } from '../groupements';
import { estDeficitaire, type Cadre, type CadreDuTableau } from '../note/cadre';
import { signataires } from '../note/signataires';

/** Un contrat à rédiger : ce que le contrôle en sait, et d'où. */
export interface Cas {
  readonly controle: ControleObjectifs;
  readonly cadre: CadreDuTableau;
  /** Le classeur d'où viennent les nombres, et ce qu'il dit lui-même de ses chiffres. */
  readonly classeur: string;
  readonly reserves: readonly string[];
  readonly mutualisant: boolean;
  /** « 2026-2028 », ou ce qui reste à en dire. */
  readonly periode: string;
  /** L'intercommunalité, ou ce qui reste à en dire. */
  readonly epci: string;
  /** Celles que le contrat engage : les déficitaires, et toute autre qui y porte un objectif. */
  readonly communes: readonly LigneEvaluee[];
  /** Les personnes dont la signature est attendue. */
  readonly places: readonly string[];
  /** Rien n'empêche le contrôle de conclure. */
  readonly etabli: boolean;
}

export const estEngagee = (l: LigneEvaluee): boolean => estDeficitaire(l) || (l.contrat ?? 0) > 0;

export function casDe(
  controle: ControleObjectifs,
  { titre, reserves }: { readonly titre: string; readonly reserves: readonly string[] },
  cadre: Cadre,
): Cas {
  const { periode } = controle.contexte.droit;
  return {
    controle,
    cadre: { ...controle.contexte, ...cadre },
    classeur: titre,
    reserves,
    mutualisant: controle.contrat === 'cims',
    periode: periode ? ecrirePeriode(periode) : blanc('période triennale'),
    epci: epciDe(controle, cadre) ?? blanc('intercommunalité'),
    communes: controle.lignes.filter(estEngagee),
    places: signataires(controle, cadre),
    etabli: !controle.constats.some((c) => c.empecheDeConclure),
  };
}

export const epciDe = (controle: ControleObjectifs, { annuaire }: Cadre): string | null =>
  controle.contexte.epci || (groupementsDe(controle, annuaire).flatMap(({ epci }) => epci ?? [])[0] ?? null);

/** L'établissement public territorial est celui d'une commune de la métropole du Grand Paris. */
export const estDuGrandParis = ({ places }: Pick<Cas, 'places'>): boolean => places.some((p) => p.startsWith('EPT'));

/** Ce dont le contrat parle : sa seule commune, ou son intercommunalité. */
export const lieuDuContrat = ({ communes, epci }: Cas): string =>
  communes.length === 1 ? communes[0]!.ligne.nom : epci;

export const titreDuContrat = (cas: Cas): string =>
  `Contrat de mixité sociale${cas.mutualisant ? ' mutualisant' : ''} ${cas.periode} : ${lieuDuContrat(cas)}`;
