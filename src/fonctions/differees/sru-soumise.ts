import { ecrire } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { soumission } from '../../regles';
import { accepter } from '../arguments';
import { parCellule } from '../declaration';
import { enMots } from '../verdicts';
import { CIBLE, PERIODE, POPULATION, reponse, TAUX_LLS } from '../vocabulaire';

const { regle } = DROIT_EN_VIGUEUR.champ!;
const AGGLOMERATION = `plus de ${ecrire(regle.agglomerationDePlusDe)} habitants`;
const COMMUNE = `commune de plus de ${ecrire(regle.communeDePlusDe)}`;

export const SRU_SOUMISE = parCellule({
  nom: 'SRU.SOUMISE',
  resume: 'commune soumise ou non, avec tous les motifs',
  description: `Dit si une commune est soumise à l’article 55 (L. 302-5 du CCH) : population, agglomération ou EPCI de ${AGGLOMERATION} avec une ${COMMUNE}, taux inférieur au taux cible. Hors exemptions (SRU.EXEMPTION).`,
  arguments: [
    POPULATION,
    reponse(
      'unite_urbaine_paris',
      `Dans l’unité urbaine de Paris (seuil de ${ecrire(regle.populationUniteUrbaineDeParis)} habitants au lieu de ${ecrire(regle.population)}) : oui ou non.`,
    ),
    reponse('epci_plus_50000', `Agglomération ou EPCI à fiscalité propre de ${AGGLOMERATION} : oui ou non.`),
    reponse('commune_plus_15000', `Une ${COMMUNE} habitants y est comprise : oui ou non.`),
    TAUX_LLS,
    CIBLE,
    PERIODE,
  ],
  rend: '« SOUMISE : … », « NON SOUMISE : … » ou « INDÉTERMINÉ : … » avec tous les motifs ; #VALEUR! si un argument ne se lit pas.',
  exemples: [
    '=SRU.SOUMISE(3500;"non";"oui";"oui";14,6;20) → SOUMISE',
    '=SRU.SOUMISE(1500;"oui";"oui";"oui";14,6;25) → SOUMISE (unité urbaine de Paris)',
    '=SRU.SOUMISE(1499;"oui";"oui";"oui";14,6;25) → NON SOUMISE',
    '=SRU.SOUMISE(3499;"non";"oui";"oui";14,6;20) → NON SOUMISE (population)',
    '=SRU.SOUMISE(16000;"non";"non";"non";14,6;20) → INDÉTERMINÉ (commune isolée, selon sa croissance)',
    '=SRU.SOUMISE(16000;"non";"non";"non";21;25) → NON SOUMISE (commune isolée : taux cible de 20 %)',
    '=SRU.SOUMISE(5000;"non";"oui";"oui";0,94;20) → #VALEUR! (94 ou 0,94 %)',
  ],
  dispositif: 'Communes soumises',
  calculer: (population, uniteUrbaineDeParis, grandeAgglomeration, communeCentre, taux, cible, droit) => {
    const commune = { population, uniteUrbaineDeParis, grandeAgglomeration, communeCentre };
    return enMots(accepter(soumission(commune, taux, cible, droit)), { oui: 'SOUMISE', non: 'NON SOUMISE' });
  },
});
