import { versNombre } from '../../nombres';
import { CIBLES, DROIT_EN_VIGUEUR } from '../../droit';
import { exonerationDuPrelevement } from '../../regles';
import { accepter } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { lireAnnees } from '../montants';
import { enMots } from '../verdicts';
import { CIBLE, PERIODE, reponse, TAUX_LLS } from '../vocabulaire';

const { tauxExcede } = DROIT_EN_VIGUEUR.prelevement!.regle.exoneration;
const EXCEDE = CIBLES.map((cible) => `${tauxExcede[cible]} % (cible ${cible})`).join(' ou ');

export const SRU_PRELEVEMENT_EXONERE = parCellule({
  nom: 'SRU.PRELEVEMENT.EXONERE',
  resume: 'exonération du prélèvement',
  description: `Exonération du prélèvement (L. 302-7 du CCH) : commune bénéficiaire de la DSU ou de la 3e fraction de la DSR dont le taux excède ${EXCEDE}, ou trois premières années d’une commune soumise depuis 2015.`,
  arguments: [
    TAUX_LLS,
    CIBLE,
    reponse('dsu', 'Bénéficiaire de la dotation de solidarité urbaine : oui ou non.'),
    reponse('dsr_cible', 'Bénéficiaire de la troisième fraction de la dotation de solidarité rurale : oui ou non.'),
    facultatif(
      argument(
        'annees_depuis_entree',
        'Années écoulées depuis la première soumission de l’histoire de la commune : 0 la première année, 100 au plus ; absent : soumise de longue date. Ressortie puis revenue, elle compte depuis la première.',
        (nom, valeur) => versNombre(lireAnnees(nom, valeur, true)),
      ),
    ),
    PERIODE,
  ],
  rend: '« EXONÉRÉE : … », « NON EXONÉRÉE : … » ou « INDÉTERMINÉ : … » avec les motifs ; #VALEUR! si un argument ne se lit pas.',
  exemples: [
    '=SRU.PRELEVEMENT.EXONERE(20,1;25;"oui";"non") → EXONÉRÉE',
    '=SRU.PRELEVEMENT.EXONERE(20;25;"oui";"non") → INDÉTERMINÉ (de 19,5 à 20,5 %, qui doit excéder 20 %)',
    '=SRU.PRELEVEMENT.EXONERE(8;25;"non";"non";3) → NON EXONÉRÉE (quatrième année, ou ressortie puis revenue : CAA Nantes, 28 mars 2025)',
    '=SRU.PRELEVEMENT.EXONERE(8;25;"non";"non";2) → EXONÉRÉE (troisième année)',
  ],
  dispositif: 'Exonérations du prélèvement',
  calculer: (taux, cible, dsu, dsrCible, anneesDepuisEntree, droit) => {
    const examen = exonerationDuPrelevement(taux, cible, { dsu, dsrCible, anneesDepuisEntree }, droit);
    return enMots(accepter(examen), { oui: 'EXONÉRÉE', non: 'NON EXONÉRÉE' });
  },
});
