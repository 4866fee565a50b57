import { arrondir } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { programme, SITUATIONS_DE_PROGRAMME } from '../../regles';
import { accepter, lireDecimal, lireEntier } from '../arguments';
import { argument, parCellule } from '../declaration';
import { estAbsent } from '../valeurs';
import { parmi, PERIODE } from '../vocabulaire';

const { regle } = DROIT_EN_VIGUEUR.programme!;

export const SRU_PROGRAMME = parCellule({
  nom: 'SRU.PROGRAMME',
  resume: 'logements sociaux d’une opération (commune carencée ou exemptée)',
  description: `Logements sociaux à prévoir dans une opération de plus de ${regle.logementsPlusDe} logements familiaux ou de ${regle.surfacePlusDe} m² d’habitation : ${regle.carencee} % hors PLS si la commune est carencée, ${regle.exemptee} % si elle est exemptée de droit (loi 3DS). Le préfet peut déroger.`,
  arguments: [
    argument(
      'logements_familiaux',
      'Logements familiaux de l’opération, ni résidence étudiante ni hébergement ; entier.',
      lireEntier,
    ),
    argument(
      'surface_habitation',
      `Surface destinée à l’habitation, en m², et non toute la surface de plancher ; peut être vide au-delà de ${regle.logementsPlusDe} logements.`,
      (nom, valeur) => (estAbsent(valeur) ? null : lireDecimal(nom, valeur)),
    ),
    parmi(
      'situation',
      '« carencée », « exemptée », « peu tendue » (exemptée, en territoire peu tendu), « défense » (logements d’agents de la défense) ou « aucune ».',
      SITUATIONS_DE_PROGRAMME,
      SITUATIONS_DE_PROGRAMME.map((s) => `« ${s} »`).join(', '),
    ),
    PERIODE,
  ],
  rend: 'Logements sociaux, au moins ; à l’entier supérieur ; #VALEUR! si la situation est inconnue, ou si la surface manque alors qu’elle décide.',
  exemples: [
    '=SRU.PROGRAMME(13;500;"carencée") → 4 (30 % de 13)',
    '=SRU.PROGRAMME(12;800;"carencée") → 0',
    '=SRU.PROGRAMME(10;759;"carencée") → 0 (934 m² de plancher, dont 759 d’habitation : CE, 11 février 2025, n° 491009)',
    '=SRU.PROGRAMME(12;801;"exemptée") → 3 (25 % de 12)',
  ],
  dispositif: 'Opérations des communes carencées ou exemptées',
  calculer: (logements, surface, situation, droit) =>
    arrondir(accepter(programme(logements, surface, situation, droit)).valeur, 'SUPERIEUR'),
});
