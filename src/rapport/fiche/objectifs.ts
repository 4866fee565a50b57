import { ecrirePeriode } from '../../droit';
import { arrondir, comparer, ecrire, ecrireCompte, estEntiere, fraction, versNombre } from '../../nombres';
import {
  arrondirCalcul,
  estRefus,
  objectifDepuis,
  objectifDeReference,
  partsDe,
  tauxCibleDe,
  type Calcul,
} from '../../regles';
import { entierLu, lue, type ControleObjectifs, type LigneEvaluee } from '../../tableau';
import { superieur } from '../mots';
import { avertissement, paragraphe, type Bloc } from '../note/document';
import { pasAPas } from '../pas-a-pas';
import { chapitre } from './chapitre';
import { contrat, planchers } from './contrat';

/** L'objectif d'une commune : celui de son contrat, sinon sa référence, au plus proche ; `null` : inconnu. */
export const objectifDe = ({ contrat: duContrat, reference }: LigneEvaluee): number | null =>
  duContrat ?? (reference && arrondir(reference, 'PROCHE'));

/** « Pourquoi 52 ? » : en mots, puis étape par étape, ce qu'un contrat permet, et ce que celui du tableau change. */
export function ficheDObjectif(l: LigneEvaluee, controle: ControleObjectifs): Bloc[] {
  const { droit, plh } = controle.contexte;
  const calcul = calculDe(l, controle);
  const objectif = objectifDe(l);
  const parts = objectif ? partsDe(objectif, l.intervalle, plh, droit) : null;
  return [
    ...rang(l, controle),
    ...enMots(l, controle).map(paragraphe),
    ...(calcul ? [pasAPas('Le calcul, pas à pas', calcul.etapes)] : []),
    ...contrat(l, controle),
    ...planchers(l, droit),
    ...chapitre(
      'Par financement',
      parts ? [pasAPas(`PLAI et PLS des ${ecrireCompte(objectif!, 'logement')}`, parts.etapes)] : [],
    ),
  ];
}

/** Le calcul que les colonnes permettent, arrondi comme l'outil le propose. */
function calculDe(l: LigneEvaluee, { contexte: { droit } }: ControleObjectifs): Calcul | null {
  const { situation, manquants, intervalle, ligne, rang: triennal } = l;
  const cible = tauxCibleDe(entierLu(ligne, 'taux_cible') ?? 0);
  const calcul = situation
    ? objectifDeReference(situation, droit)
    : manquants && intervalle && cible
      ? objectifDepuis(manquants, intervalle, cible, triennal, droit)
      : null;
  if (!calcul || estRefus(calcul)) return null;
  return estEntiere(calcul.valeur) ? calcul : arrondirCalcul(calcul, 'PROCHE');
}

/** Un rang présumé se dit : une entrante a un autre objectif. */
function rang({ rangConnu, manquants }: LigneEvaluee, { contexte: { droit } }: ControleObjectifs): Bloc[] {
  if (rangConnu || manquants?.numerateur === 0 || !droit.entrantes) return [];
  const taux = Object.values(droit.entrantes.regle).map((pourcent) => `${pourcent} %`);
  return [
    avertissement(
      `Rang triennal non dit : le calcul est celui du droit commun. Une commune entrante vise ${taux.join(', ')} de ses manquants (L. 302-8, VIII).`,
    ),
  ];
}

function enMots(l: LigneEvaluee, { contexte: { droit } }: ControleObjectifs): string[] {
  const { situation: s, manquants, rattrapage, exacte, rang: triennal } = l;
  const quand = droit.periode ? `Pour ${ecrirePeriode(droit.periode)}` : 'Pour la période';
  const parc = s
    ? `${ecrireCompte(s.logementsSociaux, 'logement social', 'logements sociaux')} pour ${ecrireCompte(s.residencesPrincipales, 'résidence principale', 'résidences principales')}, soit ${ecrire(fraction(100 * s.logementsSociaux, s.residencesPrincipales))} % ; la loi en demande ${s.tauxCible} %.`
    : '';
  if (!manquants)
    return [
      [parc, 'Le tableau ne permet pas de calculer ce qui manque : voir les constats.'].filter(Boolean).join(' '),
    ];
  if (manquants.numerateur === 0) return [`${parc} La cible est atteinte : aucun objectif.`.trim()];
  const manque = `Il en manque ${superieur(manquants)}.`;
  const regle =
    !rattrapage || !exacte
      ? 'Le taux de rattrapage n’est pas connu : voir les constats.'
      : `${quand}, la loi demande d’en réaliser ${rattrapage.pourcent} % (${rattrapage.motif}${triennal < 3 ? ', objectif progressif' : ''}), soit ${ecrire(exacte)}.`;
  return [[parc, manque, regle].filter(Boolean).join(' '), ...reference(l)];
}

/** La référence écrite, si ce n'est pas le calcul même. */
function reference({ ligne, exacte }: LigneEvaluee): string[] {
  const ecrite = lue(ligne, 'objectif_reference')?.valeur;
  if (!ecrite || (exacte && comparer(ecrite, exacte) === 0)) return [];
  const suite = exacte ? `, pour un calcul de ${ecrire(exacte)}` : ', repris sans pouvoir le recalculer';
  return [`Objectif de référence au tableau : ${ecrire(versNombre(ecrite))}${suite}.`];
}
