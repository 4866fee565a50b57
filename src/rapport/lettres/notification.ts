import type { Logements } from '../../nombres';
import { estRefus, objectifDeReference, partsDe, type Parts, type Situation } from '../../regles';
import type { CommuneConnue } from '../../annuaire/annuaire';
import type { Constat, Contexte, Ligne, LigneEvaluee, Tableau } from '../../tableau';
import { lieuDe } from '../presentation';
import { declareeDe, opposes } from './empechements';
import { objectifDe, type Objectif } from './objectif';
import { sansObjectifAuPublie } from './sans-objectif';

/** Un objectif certain, et tout ce qu'il faut pour le refaire à la main. */
export interface Notification {
  readonly evaluee: LigneEvaluee;
  readonly situation: Situation;
  /** Non arrondi. */
  readonly exacte: Logements;
  readonly objectif: Objectif;
  readonly parts: Parts;
  /** Ce qui se vérifie avant l'envoi, et que les constats ne disent pas. */
  readonly aRelire: readonly string[];
}

/** Pourquoi une commune ne reçoit pas de lettre : rien ne lui est dû, ou son objectif n'est pas certain. */
export interface SansLettre {
  readonly commune: string;
  readonly raison: string;
  readonly due: boolean;
}

export interface Lieu {
  readonly contexte: Contexte;
  /** `null` : inconnu, ou de plusieurs intercommunalités. */
  readonly plh: boolean | null;
  readonly tableau: Tableau;
  /** La commune que chaque ligne nomme, si l'annuaire l'a. */
  readonly communes: ReadonlyMap<Ligne, CommuneConnue>;
}

export function notifier(
  evaluee: LigneEvaluee,
  constats: readonly Constat[],
  { contexte, plh, communes }: Pick<Lieu, 'contexte' | 'plh' | 'communes'>,
): Notification | SansLettre {
  const { droit } = contexte;
  const { ligne, situation, rattrapage, exacte, manquants, intervalle, rangConnu } = evaluee;
  const sans = (due: boolean) => (raison: string) => ({ commune: ligne.nom, raison, due });
  const [incertain, rien] = [sans(true), sans(false)];
  const [oppose] = opposes(constats);
  if (oppose) return incertain(`${lieuDe({ ...oppose, commune: null })} : ${oppose.message}`);
  const declaree = declareeDe(ligne);
  if (typeof declaree === 'string') return incertain(declaree);
  if (declaree.exemptee) return rien('exemptée');
  if (declaree.soumise_sru === false) return rien('hors du champ de l’article 55');
  if (!situation)
    return incertain(
      'il faut ses résidences principales, ses logements sociaux et son taux cible pour montrer le calcul',
    );
  const deficitaire = manquants?.numerateur !== 0;
  if (declaree.deficitaire !== undefined && declaree.deficitaire !== deficitaire)
    return incertain(
      `le tableau la dit ${declaree.deficitaire ? 'déficitaire' : 'non déficitaire'}, et son taux ${deficitaire ? 'n’atteint pas' : 'atteint'} sa cible`,
    );
  if (!deficitaire) return rien('en règle : taux cible atteint');
  const publies = sansObjectifAuPublie(communes.get(ligne)?.code, declaree, constats, contexte);
  const refusee = publies.find(({ refus }) => refus !== null)?.refus;
  if (refusee) return incertain(refusee);
  if (!rangConnu)
    return incertain(
      'son rang triennal n’est pas connu : une commune entrante a un autre objectif (L. 302-8, VIII). Écrire le rang, ou l’année de première soumission',
    );
  if (!exacte || !rattrapage || estRefus(objectifDeReference(situation, droit)))
    return incertain('son taux de rattrapage n’est pas connu');
  const objectif = objectifDe(evaluee, exacte);
  if (typeof objectif === 'string') return incertain(objectif);
  const parts = partsDe(objectif.entier, intervalle, plh, droit);
  if (!parts) return incertain(`aucune règle de PLAI et de PLS n’est connue pour la ${droit.libelle}`);
  if (parts.plsOuvert)
    return incertain(
      'son maximum de PLS dépend du programme local de l’habitat qui la couvre ou non. Dire si elle l’est (écran « Contexte » ; --plh en ligne de commande), dans un tableau d’une seule intercommunalité',
    );
  return {
    evaluee,
    situation,
    exacte,
    objectif,
    parts,
    aRelire: publies.map(({ phrase }) => `${phrase} ; le tableau dit le contraire`),
  };
}
