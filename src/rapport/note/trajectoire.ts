import { droitDe, DROIT_EN_VIGUEUR, ecrirePeriode, suivante as periodeSuivante, type Droit } from '../../droit';
import { comparer, difference, ecrire, fraction, ZERO, type Quantite } from '../../nombres';
import { estRefus, rangSuivant, referenceSuivante, sensDe, suiteDuContrat } from '../../regles';
import { entierLu, type Contrat, type ControleObjectifs, type LigneEvaluee } from '../../tableau';
import { estDeficitaire, superieur } from './cadre';
import { mots, nombre, paragraphe, tableau, type Bloc } from './document';

/** Ce que l'objectif laisse à produire, et la période qui suit. */
export function trajectoire({ lignes, contrat }: ControleObjectifs, droit: Droit): Bloc[] {
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

const auMoinsZero = (f: Quantite): Quantite => (comparer(f, ZERO) < 0 ? ZERO : f);

/** La référence de la période suivante, à parc constant. */
function suivant({ situation }: LigneEvaluee, objectif: Quantite | null, droit: Droit): string {
  const calcul = situation && objectif && referenceSuivante(situation, objectif, droit);
  return !calcul || estRefus(calcul) ? '?' : superieur(calcul.valeur);
}

function abaissable(l: LigneEvaluee, contrat: Exclude<Contrat, 'aucun'>, droit: Droit): string {
  const { rang, reference, contrat: objectif } = l;
  const maximum = (contrat === 'cims' ? droit.mutualisation : droit.abaissement)!.regle.periodesConsecutives;
  const sens = reference && objectif !== null ? sensDe(objectif, reference) : null;
  // Encore entrante ensuite, elle ne s'abaisse pas, quel que soit son objectif.
  if (sens === null && rangSuivant(rang) === 3) return '?';
  const suite = suiteDuContrat(rang, sens ?? 'égal', entierLu(l.ligne, 'periodes_consecutives_abaissees'), maximum);
  switch (suite.abaissable) {
    case 'oui':
      return suite.periode === 1 ? 'oui' : `oui, ${suite.periode}e période sur ${maximum}`;
    case 'non':
      if (suite.motif === 'RANG') return 'non : encore entrante';
      return contrat === 'cims' ? `non : ${maximum} périodes au plus` : 'non, sauf dérogation du préfet';
    default:
      return suite.abaissable;
  }
}
