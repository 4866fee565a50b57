import { ecrire } from '../../nombres';
import { DROIT_EN_VIGUEUR } from '../../droit';
import { exemptions, type Exemptions } from '../../regles';
import { accepter } from '../arguments';
import { facultatif, parCellule } from '../declaration';
import { enMots } from '../verdicts';
import { INCONSTRUCTIBILITE, PERIODE, reponse, TENSION } from '../vocabulaire';

const AGGLOMERATION = `agglomération de plus de ${ecrire(DROIT_EN_VIGUEUR.exemption!.regle.agglomerationDePlusDe)} habitants`;
const SEUIL = ecrire(DROIT_EN_VIGUEUR.exemptionTension!.regle.tension);

export const SRU_EXEMPTION = parCellule({
  nom: 'SRU.EXEMPTION',
  resume: 'exemption de droit, par décret, ou non',
  description: `Exemptions (L. 302-5, III du CCH) : de droit si plus de la moitié du territoire urbanisé est inconstructible ; par décret, sur proposition de l’EPCI, si la commune est isolée et hors ${AGGLOMERATION}, ou la tension inférieure à ${SEUIL}.`,
  arguments: [
    INCONSTRUCTIBILITE,
    facultatif(reponse('hors_agglomeration', `Hors d’une ${AGGLOMERATION} : oui ou non.`)),
    facultatif(
      reponse(
        'isolee',
        'Peu attractive, par son isolement ou la difficulté d’accès aux bassins de vie et d’emploi : oui ou non.',
      ),
    ),
    facultatif(TENSION),
    PERIODE,
  ],
  rend: '« EXEMPTÉE DE DROIT : … », « EXEMPTION PAR DÉCRET POSSIBLE : … », « NON EXEMPTÉE : … » ou « INDÉTERMINÉ : … » ; #VALEUR! si un argument ne se lit pas.',
  exemples: [
    '=SRU.EXEMPTION(50,1) → EXEMPTÉE DE DROIT',
    '=SRU.EXEMPTION(50;"non";"non";1,99) → EXEMPTION PAR DÉCRET POSSIBLE (tension)',
    '=SRU.EXEMPTION(50;"non";"non";2) → NON EXEMPTÉE',
  ],
  dispositif: 'Exemptions de droit et par décret',
  calculer: (inconstructibilite, horsAgglomeration, isolee, tension, droit) =>
    exemptionsEnMots(accepter(exemptions({ inconstructibilite, horsAgglomeration, isolee, tension }, droit))),
});

function exemptionsEnMots({ deDroit, parDecret }: Exemptions): string {
  const mots = { oui: 'EXEMPTÉE DE DROIT', non: 'NON EXEMPTÉE' };
  if (deDroit.remplie) return enMots(deDroit, mots);
  if (parDecret.remplie) return enMots(parDecret, { ...mots, oui: 'EXEMPTION PAR DÉCRET POSSIBLE' });
  const ouvertes = [deDroit, parDecret].filter(({ remplie }) => remplie === null);
  const examens = ouvertes.length > 0 ? ouvertes : [deDroit, parDecret];
  const raisons = examens.flatMap((e) => e.raisons);
  return enMots({ remplie: ouvertes.length > 0 ? null : false, raisons }, mots);
}
