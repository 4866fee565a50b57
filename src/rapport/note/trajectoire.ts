import {
  droitDe,
  DROIT_EN_VIGUEUR,
  ecrirePeriode,
  suivante as periodeSuivante,
  type Droit,
  type Rang,
} from '../../droit';
import { arrondir, comparer, difference, ecrire, fraction, ZERO, type Fraction } from '../../nombres';
import { estRefus, objectifDeReference, sensDe } from '../../regles';
import { entierLu, type Contrat, type Controle, type LigneEvaluee } from '../../tableau';
import { estDeficitaire, superieur } from './cadre';
import { mots, nombre, paragraphe, tableau, type Bloc } from './document';

/** Ce que l'objectif laisse à produire, et la période qui suit. */
export function trajectoire({ lignes, contrat }: Controle, droit: Droit): Bloc[] {
  const deficitaires = lignes.filter(estDeficitaire);
  if (deficitaires.length === 0) return [];
  const suivante = droit.periode && periodeSuivante(droit.periode);
  const droitSuivant = suivante ? droitDe(suivante) : DROIT_EN_VIGUEUR;
  const rangees = deficitaires.map((l) => {
    const objectif = l.contrat === null ? l.reference : fraction(l.contrat);
    const reste = l.manquants && objectif && auMoinsZero(difference(l.manquants, objectif));
    const rangee = [
      l.ligne.nom,
      superieur(l.manquants),
      objectif ? ecrire(objectif) : '?',
      superieur(reste),
      suivant(l, objectif, droitSuivant),
    ];
    return contrat === 'aucun' ? rangee : [...rangee, abaissable(l, contrat, droit)];
  });
  const colonnes = [
    mots('Commune', 28),
    nombre('Manquants', 13),
    nombre('Objectif', 12),
    nombre('Reste à produire', 13),
    nombre(suivante ? `Référence ${ecrirePeriode(suivante)}` : 'Référence suivante', 14),
    ...(contrat === 'aucun' ? [] : [mots('Abaissable ensuite', 24)]),
  ];
  return [
    tableau('Après cette période, si chaque objectif est réalisé', colonnes, rangees),
    paragraphe(
      'À titre indicatif : objectifs entièrement réalisés, nombre de résidences principales inchangé, règle de rattrapage inchangée ; restes et référence suivante à l’entier supérieur.',
    ),
  ];
}

const auMoinsZero = (f: Fraction): Fraction => (comparer(f, ZERO) < 0 ? ZERO : f);

/** La référence de la période suivante, à parc constant. */
function suivant({ situation, rang }: LigneEvaluee, objectif: Fraction | null, droit: Droit): string {
  if (!situation || !objectif) return '?';
  const { logementsSociaux, residencesPrincipales } = situation;
  const atteints = Math.min(residencesPrincipales, logementsSociaux + arrondir(objectif, 'SUPERIEUR'));
  const calcul = objectifDeReference({ ...situation, logementsSociaux: atteints, rang: rangSuivant(rang) }, droit);
  return estRefus(calcul) ? '?' : superieur(calcul.valeur);
}

const rangSuivant = (rang: Rang): Rang => (rang === 3 ? 3 : ((rang + 1) as Rang));

function abaissable(l: LigneEvaluee, contrat: Exclude<Contrat, 'aucun'>, droit: Droit): string {
  const { reference, contrat: objectif } = l;
  if (rangSuivant(l.rang) < 3) return 'non : encore entrante';
  if (!reference || objectif === null) return '?';
  const maximum = (contrat === 'cims' ? droit.mutualisation : droit.abaissement)!.regle.periodesConsecutives;
  if (sensDe(objectif, reference) !== 'abaissé') return 'oui';
  const periodes = entierLu(l.ligne, 'periodes_consecutives_abaissees');
  if (!periodes) return 'à confirmer';
  if (periodes < maximum) return `oui, ${periodes + 1}e période sur ${maximum}`;
  return contrat === 'cims' ? `non : ${maximum} périodes au plus` : 'non, sauf dérogation du préfet';
}
