import { anneeDeBase, DERNIERE_PERIODE } from '../../../droit';
import { comparer, difference, fraction, somme, type NombreLu, type Quantite } from '../../../nombres';
import type { InventairePublie } from '../../../referentiel/inventaire';
import { constat, type Constat } from '../../controle/constats';
import type { Contexte } from '../../controle/contexte';
import { lue, type LigneEvaluee } from '../../controle/evaluation';
import type { Tableau } from '../../lecture/tableaux';

/**
 * Ce qu'un parc peut faire gagner ou perdre à un taux, en points par année d'écart entre deux inventaires. Le rythme que la loi demande
 * (un tiers de l'objectif par an) en demande moins à toute commune déjà à 7 %, et les communes de Grand Poitiers en ont pris 1,4 au
 * plus de 2022 à 2024 : au-delà, c'est le tableau qu'il faut relire.
 */
const POINTS_PAR_AN = 2;

/** Le taux écrit, à la date où l'inventaire le publie ; à défaut, celui que donne le parc, à l'inventaire de la date la plus proche. */
export function tauxContredit(evaluee: LigneEvaluee, code: string, tableau: Tableau, contexte: Contexte): Constat[] {
  const ecrit = tauxEcrit(evaluee, code, tableau, contexte);
  return ecrit.length > 0 ? ecrit : tauxDuParc(evaluee, code, tableau, contexte);
}

function tauxEcrit({ ligne }: LigneEvaluee, code: string, { anneeDuTaux }: Tableau, contexte: Contexte): Constat[] {
  const { inventaires = [], droit } = contexte;
  const date = anneeDuTaux ?? (droit.periode && anneeDeBase(droit.periode));
  const inventaire = inventaires.find(({ anneeDesTaux }) => anneeDesTaux === date);
  const publie = inventaire?.parCode(code)?.taux;
  const ecrit = lue(ligne, 'taux_lls');
  if (!inventaire || !publie || !ecrit) return [];
  const decimales = Math.min(ecrit.decimales, publie.decimales);
  if (comparer(ecart(ecrit.valeur, publie.valeur), unite(decimales)) < 0) return [];
  const details = { constate: ecrit.valeur, publie: publie.valeur, inventaire, parc: null };
  const precisions = { colonne: 'taux_lls', constate: ecrit.valeur, attendu: publie.valeur } as const;
  return [constat('TAUX_CONTREDIT', ligne, details, precisions)];
}

/** Les logements et les résidences du tableau sont à la date que dit leur en-tête, à défaut à celle qui fonde la période. */
function tauxDuParc({ ligne, taux }: LigneEvaluee, code: string, { entetes }: Tableau, contexte: Contexte): Constat[] {
  const { inventaires = [], droit } = contexte;
  const parc = lue(ligne, 'logements_sociaux') && lue(ligne, 'residences_principales');
  if (!parc || !taux) return [];
  const ecrite = (['logements_sociaux', 'residences_principales'] as const).flatMap(
    (c) => entetes.get(c)?.annees ?? [],
  );
  const annee = ecrite[0] ?? anneeDeBase(droit.periode ?? DERNIERE_PERIODE);
  const [proche] = inventaires.flatMap((inventaire) => publieDe(inventaire, code, annee)).sort((a, b) => a.ans - b.ans);
  if (!proche) return [];
  const { ans, publie, inventaire } = proche;
  const admis = POINTS_PAR_AN * ans;
  if (comparer(ecart(taux, publie.valeur), somme(unite(publie.decimales), fraction(admis))) < 0) return [];
  const details = { constate: taux, publie: publie.valeur, inventaire, parc: { annee, admis } };
  const precisions = { colonne: 'logements_sociaux', constate: taux, attendu: publie.valeur } as const;
  return [constat('TAUX_CONTREDIT', ligne, details, precisions)];
}

interface Publie {
  readonly inventaire: InventairePublie;
  readonly publie: NombreLu;
  /** Entre l'inventaire et le parc. */
  readonly ans: number;
}

function publieDe(inventaire: InventairePublie, code: string, annee: number): Publie[] {
  const publie = inventaire.parCode(code)?.taux;
  return publie ? [{ inventaire, publie, ans: Math.abs(inventaire.anneeDesTaux - annee) }] : [];
}

const ecart = <Q extends Quantite>(un: Q, autre: Q): Quantite =>
  comparer(un, autre) < 0 ? difference(autre, un) : difference(un, autre);

/** Une unité de la décimale la moins fine : l'un a pu être arrondi de l'autre, ou tronqué. */
const unite = (decimales: number) => fraction(1, 10 ** decimales);
