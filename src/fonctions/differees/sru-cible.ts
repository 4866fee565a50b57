import { ecrire, versNombre } from '../../nombres';
import { CIBLE as SEUILS, CIBLES, DERNIERE_PERIODE, DROIT_EN_VIGUEUR, ecrirePeriode } from '../../droit';
import { tauxCibleSelonTension } from '../../regles';
import { accepter, lireDecimal, lireDroit, refuser } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { estAbsent } from '../valeurs';
import { TENSION } from '../vocabulaire';

const [REDUITE, ENTIERE] = CIBLES;
const DERNIERS = SEUILS.slice(-2).map(({ de, regle }) => `${ecrire(regle.tension)} en ${ecrirePeriode({ debut: de })}`);

export const SRU_CIBLE = parCellule({
  nom: 'SRU.CIBLE',
  resume: 'taux cible selon la tension, ou `#N/A` si le seuil est inconnu',
  description: `Taux cible d’un territoire selon la tension sur la demande (L. 302-5, II du CCH) : ${REDUITE} sous le seuil du décret de la période, ${ENTIERE} sinon. Derniers seuils, de source secondaire : ${DERNIERS.join(', ')}. Un seuil inconnu n’est jamais supposé.`,
  arguments: [
    TENSION,
    argument(
      'periode',
      `« ${ecrirePeriode(DERNIERE_PERIODE)} » ; obligatoire si seuil est absent : le seuil ne vaut que pour sa période.`,
      (nom, valeur) => (estAbsent(valeur) ? null : lireDroit(nom, valeur)),
    ),
    facultatif(
      argument(
        'seuil',
        'Seuil de tension d’un décret que l’outil ne connaît pas ; refusé s’il contredit celui de la période.',
        lireDecimal,
      ),
    ),
    facultatif(
      argument(
        'tension_epci',
        `Tension de l’EPCI, si la commune est aussi d’une agglomération : ${REDUITE} % seulement si les deux sont sous le seuil.`,
        lireDecimal,
      ),
    ),
  ],
  rend: `${CIBLES.join(' ou ')}, à donner comme taux_cible ; #N/A si le seuil de la période est inconnu.`,
  exemples: [
    '=SRU.CIBLE(3,99;"2023-2025") → 20',
    '=SRU.CIBLE(4;"2023-2025") → 25',
    '=SRU.CIBLE(5,2;"2026-2028") → 20',
    '=SRU.CIBLE(5,5;"2026-2028") → 25',
    '=SRU.CIBLE(3;"2026-2028";;6) → 25 (l’EPCI n’est pas sous 5,5)',
    '=SRU.CIBLE(3,99;"2029-2031") → #N/A',
    '=SRU.CIBLE(3,49;"2029-2031";3,5) → 20',
    '=SRU.CIBLE(3,99;"2023-2025";3,5) → #VALEUR! (le seuil de la période est 4)',
  ],
  dispositif: `Taux cible de ${CIBLES.join(' ou ')} %`,
  calculer: (tension, dit, seuil, tensionEpci) => {
    if (!seuil && !dit) refuser('periode', null, 'une période triennale comme « 2026-2028 », ou un seuil');
    const droit = dit ?? { ...DROIT_EN_VIGUEUR, cible: null };
    return versNombre(
      accepter(tauxCibleSelonTension(tensionEpci ? [tension, tensionEpci] : [tension], seuil, droit)).valeur,
    );
  },
});
