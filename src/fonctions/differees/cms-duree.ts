import { ecrire, ecrireCompte } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { derogationDeDuree, regleInconnue } from '../../regles';
import { accepter, lireEntier } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { enMots } from '../verdicts';
import { INCONSTRUCTIBILITE, PERIODE, POPULATION } from '../vocabulaire';

const { populationInferieureA, inconstructibilite } = DROIT_EN_VIGUEUR.abaissement!.regle.derogation;

export const CMS_DUREE = parCellule({
  nom: 'CMS.DUREE',
  resume: 'durée d’abaissement admise, dérogation possible ou dépassée',
  description: `Durée d’un abaissement par contrat de mixité sociale (L. 302-8, IX du CCH) : trois périodes triennales consécutives au plus, sauf dérogation du préfet si la commune a moins de ${ecrire(populationInferieureA)} habitants ou si ${inconstructibilite.join(' à ')} % de son territoire urbanisé est inconstructible.`,
  arguments: [
    argument(
      'periodes_consecutives',
      'Périodes consécutives d’abaissement, celle du contrat comprise ; entier.',
      lireEntier,
    ),
    facultatif(POPULATION),
    INCONSTRUCTIBILITE,
    PERIODE,
  ],
  rend: '« CONFORME », « DÉROGATION POSSIBLE : … », « NON CONFORME : … » ou « INDÉTERMINÉ : … », avec ce qui ouvre la dérogation ; #VALEUR! si un argument ne se lit pas.',
  exemples: [
    '=CMS.DUREE(3) → CONFORME',
    '=CMS.DUREE(4;4999) → DÉROGATION POSSIBLE',
    '=CMS.DUREE(4;5000;29) → NON CONFORME',
    '=CMS.DUREE(4;5000;30) → DÉROGATION POSSIBLE (interprétation : bornes comprises)',
    '=CMS.DUREE(4;5000;50) → DÉROGATION POSSIBLE (interprétation)',
    '=CMS.DUREE(4;5000;50,01) → NON CONFORME',
    '=CMS.DUREE(4) → INDÉTERMINÉ',
  ],
  dispositif: 'Durée d’un abaissement',
  calculer: (periodes, population, part, droit) => {
    const { abaissement } = droit;
    if (!abaissement) return accepter(regleInconnue('Durée d’un abaissement', droit));
    const { reference, certitude, regle } = abaissement;
    if (periodes <= regle.periodesConsecutives) return 'CONFORME';
    const phrase = `${ecrireCompte(periodes, 'période')}, ${regle.periodesConsecutives} au plus sauf dérogation du préfet, sur demande motivée`;
    const { remplie, raisons } = derogationDeDuree(population, part, abaissement);
    return enMots(
      { remplie, raisons: [{ remplie, phrase, reference, certitude }, ...raisons] },
      { oui: 'DÉROGATION POSSIBLE', non: 'NON CONFORME' },
    );
  },
});
