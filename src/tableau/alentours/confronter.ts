import { ecrirePeriode, type Periode } from '../../droit';
import { citerFait, contradiction, dire, type Contradiction } from './contradictions';
import type { FaitsRetenus } from './retenir';
import type { Avis, Contrat } from '../contrat-et-avis';
import type { Fait } from './types';

/** Ce que l'agent a choisi lui-même (option ou volet) ; `null` : il n'a rien choisi. */
export interface Choix {
  readonly periode: Periode | null;
  readonly plh: boolean | null;
  readonly avis: Avis | null;
  readonly contrat: Contrat | null;
}

const AVIS: Readonly<Record<Avis, string>> = {
  recueilli: 'recueilli',
  'a-recueillir': 'à recueillir',
  manquant: 'manquant',
  defavorable: 'défavorable',
};

const CONTRATS: Readonly<Record<Contrat, string>> = {
  cims: 'contrat mutualisant',
  cms: 'contrats abaissants',
  aucun: 'aucun contrat',
};

/** Le choix de l'agent l'emporte ; ce que la feuille dit d'autre se dit. */
export function confronter({ valeurs }: Pick<FaitsRetenus, 'valeurs'>, choix: Choix): Contradiction[] {
  const { periode, plh, avis, genre } = valeurs;
  return [
    ...(periode && choix.periode && periode.valeur?.debut !== choix.periode.debut
      ? [ecart(periode, ecrirePeriode(choix.periode))]
      : []),
    ...(plh && choix.plh !== null && plh.valeur !== choix.plh ? [ecart(plh, choix.plh ? 'oui' : 'non')] : []),
    ...(avis && choix.avis !== null && avis.valeur !== choix.avis ? [ecart(avis, AVIS[choix.avis])] : []),
    ...(genre && choix.contrat !== null && genre.valeur !== choix.contrat
      ? [ecart(genre, CONTRATS[choix.contrat])]
      : []),
  ];
}

const ecart = (fait: Fait, choisi: string): Contradiction => ({
  ...contradiction(
    fait.quoi,
    [fait],
    `Vous avez précisé ${dire(fait.quoi)} : ${choisi}. La feuille dit autre chose : ${citerFait(fait)}. Votre choix est suivi ; vérifiez-le.`,
  ),
  tranchee: true,
});
