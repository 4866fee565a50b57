import { arrondir, comparer, ecrire, fraction, type Logements } from '../../../nombres';
import { abaissementMaximal, dureeAbaissement, partDe, reductionMaximale, sensDe } from '../../../regles';
import type { Tableau } from '../../lecture/tableaux';
import { constat, type Constat } from '../../controle/constats';
import type { Contexte } from '../../controle/contexte';
import { entierLu, lue, type LigneEvaluee, type Objectif } from '../../controle/evaluation';
import { verifierTypologie } from '../../controle/typologie';
import { ouiOuNon, type Question } from '../../precisions';
import { normaliser } from '../../texte';
import { accordDansLaPeriode } from './accord-dans-la-periode';
import { rangInconnu, sousTouteReference } from './rang-inconnu';

/** Ce que la loi demande à l'objectif d'une commune, selon le contrat qui le porte. */
export function verifierObjectif(e: LigneEvaluee, tableau: Tableau, contexte: Contexte): Constat[] {
  if (e.manquants?.numerateur === 0) return nonDeficitaire(e);
  // Sans rang écrit, cette référence est celle d'une entrante, ou une référence déjà abaissée : le rang en décide.
  if (!e.rangConnu && e.rang < 3) return [rangInconnu(e)];
  const { reference, avantArrondi, contrat } = e;
  if (reference === null || avantArrondi === null || contrat === null) return [];
  if (reference.numerateur === 0 && contrat > 0 && e.manquants === null) return sansReference(e);
  const objectif: Objectif = { ...e, reference, avantArrondi, contrat };
  const sens = sensDe(contrat, reference);
  return [
    ...(sens === 'abaissé' ? abaissement(objectif, contexte) : []),
    ...(sens === 'relevé' ? accord(objectif, tableau, contexte) : []),
    ...depassement(objectif),
    ...(contexte.contrat === 'cims' ? prelevement(objectif) : []),
    ...verifierTypologie({ ...objectif, plai: entierLu(e.ligne, 'plai'), pls: entierLu(e.ligne, 'pls') }, contexte),
  ];
}

function nonDeficitaire({ ligne, contrat }: LigneEvaluee): Constat[] {
  const gravite = contrat ? 'bloquant' : 'information';
  const precisions = { colonne: 'objectif_contrat', attendu: 0, constate: contrat ?? undefined, gravite } as const;
  return [constat('NON_DEFICITAIRE', ligne, { contrat }, precisions)];
}

/** Une référence de zéro, sans parc : la commune n'est peut-être pas déficitaire, et ne porterait rien pour les autres. */
const sansReference = ({ ligne, contrat }: LigneEvaluee): Constat[] => [
  constat(
    'NON_DEFICITAIRE',
    ligne,
    { contrat },
    { colonne: 'objectif_contrat', constate: contrat ?? undefined, gravite: 'alerte', empecheDeConclure: true },
  ),
];

/** Sans rang, un objectif abaissé n'est fautif que s'il l'est à tout rang. */
function abaissement(o: Objectif, contexte: Contexte): Constat[] {
  const plancher = sousLePlancher(o, contexte);
  const fautif = plancher.some(({ gravite }) => gravite === 'bloquant');
  const aToutRang = fautif && sousTouteReference(fraction(o.contrat), o.manquants, contexte.droit);
  if (!o.rangConnu && !aToutRang) return [rangInconnu(o)];
  return [...plancher, ...duree(o, contexte)];
}

function sousLePlancher(o: Objectif, contexte: Contexte): Constat[] {
  const { ligne, contrat, reference, rang } = o;
  const precisions = {
    colonne: 'objectif_contrat',
    constate: contrat,
    attendu: arrondir(reference, 'SUPERIEUR'),
  } as const;
  if (contexte.contrat === 'aucun') {
    const details = { contrat, reference, plancher: reference, mutualise: false };
    return [constat('REDUCTION_EXCESSIVE', ligne, details, { ...precisions, reference: 'L302-8-VII' })];
  }
  if (rang < 3) return [constat('ENTRANTE_ABAISSEE', ligne, { contrat, reference, rang }, precisions)];
  return contexte.contrat === 'cims' ? moitie(o, contexte) : plancherCms(o);
}

function duree(o: Objectif, contexte: Contexte): Constat[] {
  if (contexte.contrat === 'aucun') return [];
  return contexte.contrat === 'cims' ? dureeMutualisation(o, contexte) : dureeCms(o, contexte);
}

function moitie(o: Objectif, { droit }: Contexte): Constat[] {
  const { ligne, contrat, reference, avantArrondi, manquants, rattrapage } = o;
  const precisions = { colonne: 'objectif_contrat', constate: contrat } as const;
  const sousLaMoitieDe = (base: Logements): Logements | null => {
    const plancher = reductionMaximale(base, droit);
    return plancher && comparer(fraction(contrat), plancher) < 0 ? plancher : null;
  };
  const plancher = sousLaMoitieDe(reference);
  if (plancher) {
    const attendu = arrondir(plancher, 'SUPERIEUR');
    return [
      constat(
        'REDUCTION_EXCESSIVE',
        ligne,
        { contrat, reference, plancher, mutualise: true },
        { ...precisions, attendu },
      ),
    ];
  }
  const exact = sousLaMoitieDe(avantArrondi);
  if (exact) {
    const attendu = arrondir(exact, 'SUPERIEUR');
    const details = { contrat, reference, avantArrondi, plancher: exact };
    return [constat('MOITIE_ARRONDIE', ligne, details, { ...precisions, attendu, empecheDeConclure: true })];
  }
  const part = rattrapage?.palier?.planchers?.plaquette;
  if (!part || !manquants) return [];
  const plaquette = partDe(manquants, part);
  if (comparer(fraction(contrat), plaquette) >= 0) return [];
  return [
    constat(
      'SOUS_PLANCHER_PLAQUETTE',
      ligne,
      { contrat, plancher: plaquette, part },
      { ...precisions, attendu: arrondir(plaquette, 'SUPERIEUR') },
    ),
  ];
}

function plancherCms({ ligne, contrat, manquants, rattrapage }: Objectif): Constat[] {
  const palier = rattrapage?.palier;
  const plancher = manquants && palier && abaissementMaximal(manquants, palier);
  if (!plancher) {
    const manque = [
      'de quoi situer la commune dans un palier (résidences principales, logements sociaux et taux cible)',
    ];
    return [constat('LIGNE_INCOMPLETE', ligne, { manque }, { empecheDeConclure: true })];
  }
  if (comparer(fraction(contrat), plancher) >= 0) return [];
  const pourcent = palier.planchers!.abaissement;
  const precisions = {
    colonne: 'objectif_contrat',
    constate: contrat,
    attendu: arrondir(plancher, 'SUPERIEUR'),
  } as const;
  return [constat('SOUS_PLANCHER_CMS', ligne, { contrat, plancher, pourcent, manquants }, precisions)];
}

function dureeMutualisation({ ligne }: Objectif, { droit }: Contexte): Constat[] {
  const constate = entierLu(ligne, 'periodes_consecutives_abaissees');
  const maximum = droit.mutualisation!.regle.periodesConsecutives;
  if (constate === null || constate <= maximum) return [];
  return [
    constat(
      'DUREE_DEPASSEE',
      ligne,
      { constate, maximum, derogation: null },
      { colonne: 'periodes_consecutives_abaissees', constate, attendu: maximum },
    ),
  ];
}

function dureeCms({ ligne }: Objectif, { droit }: Contexte): Constat[] {
  const constate = entierLu(ligne, 'periodes_consecutives_abaissees');
  if (constate === null || !droit.abaissement) return [];
  const { periodesConsecutives: maximum, derogation } = droit.abaissement.regle;
  const inconstructibilite = lue(ligne, 'inconstructibilite')?.valeur ?? null;
  const verdict = dureeAbaissement(constate, entierLu(ligne, 'population'), inconstructibilite, droit);
  if (verdict === 'admise' || verdict === 'sans règle') return [];
  const precisions = {
    colonne: 'periodes_consecutives_abaissees',
    constate,
    attendu: maximum,
    reference: 'L302-8-IX',
  } as const;
  const [bas, haut] = derogation.inconstructibilite;
  const cas = `moins de ${ecrire(derogation.populationInferieureA)} habitants ou ${bas} à ${haut} % de territoire urbanisé inconstructible`;
  const gravite = verdict === 'dépassée' ? 'bloquant' : 'alerte';
  return [
    constat(
      'DUREE_DEPASSEE',
      ligne,
      { constate, maximum, derogation: { etat: verdict, cas } },
      { ...precisions, gravite, empecheDeConclure: verdict === 'indéterminée' },
    ),
  ];
}

function accord({ ligne, contrat, reference }: Objectif, tableau: Tableau, contexte: Contexte): Constat[] {
  const reponse = accordDansLaPeriode(ligne, contexte);
  if (reponse.etat === 'lue' && reponse.valeur) return [];
  const article = contexte.contrat === 'cims' ? ('L302-8-X' as const) : ('L302-8-VII' as const);
  const connu = reponse.etat === 'lue' || (reponse.etat !== 'inconnue' && tableau.colonnes.has('accord_commune'));
  const texte = reponse.etat === 'inconnue' ? { texte: reponse.texte } : {};
  const precisions = {
    colonne: 'accord_commune',
    constate: contrat,
    attendu: arrondir(reference, 'SUPERIEUR'),
    reference: article,
  } as const;
  const gravite = connu ? 'bloquant' : 'alerte';
  return [
    constat(
      'ACCORD_MANQUANT',
      ligne,
      { contrat, reference, connu, ...texte },
      { ...precisions, gravite, empecheDeConclure: !connu, ...(!connu && { question: accordDonne(ligne) }) },
    ),
  ];
}

const accordDonne = ({ nom }: LigneEvaluee['ligne']): Question =>
  ouiOuNon(`La commune ${nom} a-t-elle donné son accord à cet objectif ?`, (valeur) => ({
    quoi: 'accord',
    nom: normaliser(nom),
    valeur,
  }));

function depassement({ ligne, contrat, manquants }: Objectif): Constat[] {
  if (!manquants || contrat <= arrondir(manquants, 'SUPERIEUR')) return [];
  const precisions = { colonne: 'objectif_contrat', constate: contrat, attendu: manquants } as const;
  return [constat('OBJECTIF_SUPERIEUR_AUX_MANQUANTS', ligne, { contrat, manquants }, precisions)];
}

function prelevement({ ligne }: Objectif): Constat[] {
  const hors = ligne.soumisePrelevement.etat === 'lue' && !ligne.soumisePrelevement.valeur;
  return hors ? [constat('HORS_PRELEVEMENT', ligne, {}, { colonne: 'soumise_prelevement' })] : [];
}
