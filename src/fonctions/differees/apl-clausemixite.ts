import { DROIT_EN_VIGUEUR } from '../../droit';
import { clauseMixite } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, enLignes, facultatif } from '../declaration';
import { enMots } from '../verdicts';
import { PERIODE, reponse } from '../vocabulaire';

const { regle } = DROIT_EN_VIGUEUR.clauseMixite!;

export const APL_CLAUSEMIXITE = enLignes(3, {
  nom: 'APL.CLAUSEMIXITE',
  resume: 'minimum, maximum et verdict d’une opération en PLUS',
  description: `Clause de mixité d’une opération en PLUS (D. 331-12 du CCH) : au moins ${regle.modestes} % des logements à des ménages dont les ressources n’excèdent pas ${regle.modestesRessources} % du plafond, au plus ${regle.aises} % à ceux qui le dépassent de ${regle.aisesDepassement} % au plus. Arrondis de l’article. Rend trois colonnes.`,
  arguments: [
    argument('logements', 'Logements en PLUS de l’opération ; entier.', lireEntier),
    facultatif(
      argument(
        'modestes',
        `Logements attribués à des ménages dont les ressources n’excèdent pas ${regle.modestesRessources} % du plafond PLUS ; entier.`,
        lireEntier,
      ),
    ),
    facultatif(
      argument(
        'aises',
        'Logements attribués à des ménages dont les ressources dépassent le plafond PLUS ; entier.',
        lireEntier,
      ),
    ),
    facultatif(
      reponse(
        'sans_subvention',
        `Prêt sans subvention du fonds national des aides à la pierre (la part de ${regle.aises} % se négocie) : oui ou non.`,
      ),
    ),
    PERIODE,
    facultatif(
      reponse(
        'qpv',
        'Opération en quartier prioritaire de la politique de la ville : oui ou non ; ajoute ce que la circulaire demande.',
      ),
    ),
  ],
  rend: 'Trois colonnes : minimum de ménages modestes, maximum de ménages aisés, verdict ; #VALEUR! s’il y a plus de ménages que de logements.',
  exemples: [
    '=APL.CLAUSEMIXITE(5) → 2 | 1 | INDÉTERMINÉ (sous 10 logements : au plus proche)',
    '=APL.CLAUSEMIXITE(11;4;1) → 4 | 1 | CONFORME (à partir de 10 : minimum au supérieur, maximum à l’inférieur)',
    '=APL.CLAUSEMIXITE(11;4;1;;;"oui") → 4 | 1 | CONFORME (… alerte : en QPV, aucune convention APL sans la clause)',
    '=APL.CLAUSEMIXITE(10;10;1) → #VALEUR! (plus de ménages que de logements)',
    '=APL.CLAUSEMIXITE(1;0;0) → 0 | 0 | CONFORME (un seul logement : pas de minimum)',
  ],
  dispositif: 'Clause de mixité sociale',
  calculer: (logements, modestes, aises, sansSubvention, droit, qpv) => {
    const clause = accepter(clauseMixite({ logements, modestes, aises, sansSubvention, qpv }, droit));
    const verdict = enMots(clause.examen, { oui: 'CONFORME', non: 'NON CONFORME' });
    const alertes = clause.alertes.map((alerte) => ` ; alerte : ${alerte} (circulaire, source secondaire)`);
    return [clause.minimumModestes, clause.maximumAises, verdict + alertes.join('')];
  },
});
