import { difference, fraction, versNombre } from '../nombres';
import {
  cessionDe,
  CRITERES,
  libelleDe,
  phraseDeLaSuite,
  phraseDuHeurt,
  raisonDe,
  repartir,
  type Critere,
  type Heurt,
  type ObjectifPropose,
} from '../regles';
import { communesARepartir, normaliser } from '../tableau';
import { accepter, lireDroit, lireEntier, refuser } from './arguments';
import { tableauDe } from './tableaux';
import { estAbsent, valeurSeule } from './valeurs';

/**
 * Propose un objectif par commune d’un contrat mutualisant (CIMS ; L. 302-8, X du CCH) et le justifie : moitié de la référence,
 * entrantes, durées, accords refusés, bornes des communes, total. Se déverse.
 * @customfunction CIMS.REPARTIR
 * @param tableau Plage avec sa ligne d’en-têtes : commune, référence (ou résidences principales, logements sociaux, taux cible), rang, accord, périodes ; et, s’il y a lieu, minimum, capacité, projets identifiés.
 * @param [critere] MINIMAL (défaut : le moins de changements), PROPORTIONNEL (même effort relatif), CAPACITE (les projets connus d’abord) ou EQUITABLE (la plus forte hausse, la plus limitée possible).
 * @param [total] Total à atteindre au moins ; absent : la somme des références, que la loi demande.
 * @param [periode] « 2026-2028 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Huit colonnes avec leur en-tête : commune, référence, minimum, maximum, proposé, écart, raison, abaissable ensuite ; ou, s’il n’y a pas de répartition, les contraintes qui se heurtent ; #VALEUR! si une cellule ne se lit pas, #N/A si l’arrondi d’un taux laisse un palier ouvert.
 * @example =CIMS.REPARTIR(A3:M14) → le moins de changements
 * @example =CIMS.REPARTIR(A3:M14;"EQUITABLE";542) → 542 logements, la plus forte hausse étant la plus limitée possible
 */
export async function cimsRepartir(
  tableau: unknown[][],
  critere?: unknown[][],
  total?: unknown[][],
  periode?: unknown[][],
): Promise<unknown[][]> {
  const droit = lireDroit(valeurSeule('periode', periode));
  const choisi = lireCritere(valeurSeule('critere', critere));
  const vise = valeurSeule('total', total);
  const { tableau: lu } = await tableauDe(tableau);
  const communes = accepter(communesARepartir(lu, droit));
  const repartition = accepter(repartir(communes, choisi, estAbsent(vise) ? null : lireEntier('total', vise), droit));
  if (repartition.issue === 'impossible') return impossible(repartition.heurts);
  const { reference, total: atteint, objectifs } = repartition;
  const ecart = versNombre(difference(fraction(atteint), reference));
  return [
    ['Commune', 'Référence', 'Minimum', 'Maximum', 'Proposé', 'Écart', 'Raison', 'Abaissable ensuite'],
    ...objectifs.map(rangee),
    ['Total', versNombre(reference), '', '', atteint, ecart, choisi, ''],
  ];
}

const rangee = (o: ObjectifPropose): unknown[] => [
  o.commune.nom,
  versNombre(o.commune.reference),
  o.bas.valeur,
  o.haut?.valeur ?? '',
  o.propose,
  versNombre(difference(fraction(o.propose), o.commune.reference)),
  raisonDe(o),
  phraseDeLaSuite(o.abaissableEnsuite),
];

const impossible = (heurts: readonly Heurt[]): unknown[][] => [
  ['Répartition impossible', 'Contrainte', 'Valeur', 'Devrait céder'],
  ...heurts.flatMap((heurt) => [
    [phraseDuHeurt(heurt), '', '', ''],
    ...heurt.contraintes.map((c) => [c.commune ?? '', libelleDe(c), c.valeur, cessionDe(c)]),
  ]),
];

function lireCritere(valeur: unknown): Critere {
  if (estAbsent(valeur)) return CRITERES[0];
  const nom = typeof valeur === 'string' ? normaliser(valeur).toUpperCase() : '';
  return (
    CRITERES.find((c) => c === nom) ?? refuser('critere', valeur, `${CRITERES.join(', ')} (ou rien : ${CRITERES[0]})`)
  );
}
