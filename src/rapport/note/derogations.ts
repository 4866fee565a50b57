import { comparer, ecrire, fraction, difference, versNombre, type Quantite } from '../../nombres';
import type { Droit, IdReference, RangEntrant } from '../../droit';
import { articleDe, articleDuSens, sensDe } from '../../regles';
import {
  entierLu,
  estDe,
  type CodeConstat,
  type Constat,
  type ConstatDe,
  type ControleObjectifs,
  type LigneEvaluee,
} from '../../tableau';
import { signer } from '../mots';
import { constatsParLigne, estDeficitaire } from './cadre';
import { mots, paragraphe, tableau, type Bloc } from './document';
import { accordDe, estRelevee, raisonDeLAbaissement, type Ensemble } from './raisons';

/** Un écart à l'objectif de droit commun, son article et ce qui le fonde. */
export interface Derogation {
  readonly commune: string;
  readonly nature: string;
  readonly mesure: string;
  readonly reference: IdReference;
  readonly raison: string;
  /** Ce que le contrôle en dit. */
  readonly etat: 'admise' | 'à compléter' | 'non admise';
}

/** Toutes les dérogations qu'un tableau emploie, commune par commune. */
export function derogationsDe(controle: ControleObjectifs, droit: Droit): Derogation[] {
  const constats = constatsParLigne(controle);
  const ensemble: EnsembleOppose = {
    controle,
    droit,
    opposes: parmi(controle.constats, 'TOTAL_INSUFFISANT', 'PLH_MANQUANT', 'AVIS_MANQUANT'),
    portes: controle.lignes.some(estRelevee),
  };
  return controle.lignes.filter(estDeficitaire).flatMap((l) => {
    const siens = constats.get(l.ligne.ligne) ?? [];
    return [...entrante(l, siens), ...rehaussee(l, siens), ...duContrat(l, siens, ensemble), ...duree(l, siens)];
  });
}

/** Le tableau entier, et ce qui y oppose tout abaissement. */
interface EnsembleOppose extends Ensemble {
  readonly opposes: readonly Constat[];
}

export function derogations(controle: ControleObjectifs, droit: Droit): Bloc[] {
  const lignes = derogationsDe(controle, droit).map((d) => [
    d.commune,
    `${d.nature} : ${d.mesure}`,
    articleDe(d.reference),
    d.raison,
    d.etat,
  ]);
  if (lignes.length === 0) return [paragraphe('Aucune : chaque objectif est celui du droit commun.')];
  const colonnes = [
    mots('Commune', 20),
    mots('Dérogation', 26),
    mots('Article', 18),
    mots('Raison', 38),
    mots('Contrôle', 12),
  ];
  return [tableau('Dérogations à l’objectif de droit commun', colonnes, lignes)];
}

const ENTREES: Readonly<Record<RangEntrant, string>> = {
  0: 'entrée en cours de période',
  1: 'première période pleine',
  2: 'deuxième période pleine',
};

function entrante(l: LigneEvaluee, constats: readonly Constat[]): Derogation[] {
  const { rang, rattrapage, reference } = l;
  if (rang === 3) return [];
  return [
    {
      commune: l.ligne.nom,
      nature: 'Objectif de commune entrante',
      mesure: `${rattrapage?.pourcent ?? '?'} % des manquants, soit ${reference ? ecrire(reference) : '?'}`,
      reference: 'L302-8-VIII',
      raison: `Commune nouvellement soumise, ${ENTREES[rang]} ; objectif progressif, qui ne s’abaisse pas`,
      etat: etatSelon(parmi(constats, 'ENTRANTE_ABAISSEE')),
    },
  ];
}

function rehaussee(l: LigneEvaluee, constats: readonly Constat[]): Derogation[] {
  return constats.filter(ditRehaussee).map(({ reference, message, details }) => ({
    commune: l.ligne.nom,
    nature: 'Référence rehaussée',
    mesure: l.reference && l.exacte ? variation(l.exacte, versNombre(l.reference)) : '?',
    reference,
    raison: message,
    etat: details.accord ? 'admise' : 'à compléter',
  }));
}

/** Une référence au-dessus de l'objectif légal, que le préfet a pu rehausser avec l'accord du maire. */
export const ditRehaussee = (c: Constat): c is ConstatDe<'REFERENCE_INCOHERENTE'> =>
  c.code === 'REFERENCE_INCOHERENTE' && comparer(c.details.constate, c.details.attendu) > 0;

function duContrat(l: LigneEvaluee, constats: readonly Constat[], ensemble: EnsembleOppose): Derogation[] {
  const { reference, contrat } = l;
  if (!reference || contrat === null) return [];
  const sens = sensDe(contrat, reference);
  if (sens === 'égal') return [];
  const commun = {
    commune: l.ligne.nom,
    mesure: variation(reference, contrat),
    reference: articleDuSens(ensemble.controle.contrat, sens),
  };
  if (sens === 'relevé') {
    const etat = etatSelon(parmi(constats, 'ACCORD_MANQUANT', 'COMMUNE_HORS_EPCI'));
    return [{ ...commun, nature: 'Relèvement', raison: `Accord de la commune : ${accordDe(l)}`, etat }];
  }
  const etat = etatDeLAbaissement(l, constats, ensemble);
  return [{ ...commun, nature: 'Abaissement', raison: raisonDeLAbaissement(l, ensemble), etat }];
}

/** Admis si rien ne s'y oppose, ni dans la ligne ni dans l'ensemble, et si son nombre de périodes est connu et permis. */
function etatDeLAbaissement(
  l: LigneEvaluee,
  constats: readonly Constat[],
  { opposes }: EnsembleOppose,
): Derogation['etat'] {
  const etat = etatSelon([
    ...parmi(
      constats,
      'REDUCTION_EXCESSIVE',
      'MOITIE_ARRONDIE',
      'SOUS_PLANCHER_CMS',
      'ENTRANTE_ABAISSEE',
      'DUREE_DEPASSEE',
    ),
    ...parmi(constats, 'LIGNE_INCOMPLETE', 'COMMUNE_HORS_EPCI'),
    ...opposes,
  ]);
  const dureeOuverte =
    !entierLu(l.ligne, 'periodes_consecutives_abaissees') || parmi(constats, 'DUREE_DEPASSEE').length > 0;
  return etat === 'admise' && dureeOuverte ? 'à compléter' : etat;
}

function duree(l: LigneEvaluee, constats: readonly Constat[]): Derogation[] {
  return constats
    .flatMap((c) => (estDe(c, 'DUREE_DEPASSEE') ? [c] : []))
    .map((c) => ({
      commune: l.ligne.nom,
      nature: 'Durée de l’abaissement',
      mesure: `${c.details.constate} périodes consécutives`,
      reference: c.reference,
      raison: c.message,
      etat: c.gravite === 'bloquant' ? 'non admise' : 'à compléter',
    }));
}

const parmi = (constats: readonly Constat[], ...codes: readonly CodeConstat[]): Constat[] =>
  constats.filter((c) => codes.includes(c.code));

function etatSelon(constats: readonly Constat[]): Derogation['etat'] {
  if (constats.some((c) => c.gravite === 'bloquant')) return 'non admise';
  return constats.some((c) => c.empecheDeConclure) ? 'à compléter' : 'admise';
}

/** « 103 → 60 (−43, −41,7 %) ». */
function variation(de: Quantite, a: number): string {
  const base = versNombre(de);
  const pourcent = base > 0 ? `, ${signer(((a - base) / base) * 100, 1)} %` : '';
  return `${ecrire(de)} → ${ecrire(a)} (${signer(versNombre(difference(fraction(a), de)))}${pourcent})`;
}
