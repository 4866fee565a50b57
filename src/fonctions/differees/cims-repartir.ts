import { difference, fraction, versNombre } from '../../nombres';
import {
  cessionDe,
  CRITERES,
  libelleDe,
  phraseDeLaSuite,
  phraseDuHeurt,
  raisonDe,
  repartir,
  type Heurt,
  type ObjectifPropose,
} from '../../regles';
import { communesARepartir, type Controle } from '../../tableau';
import { accepter, lireEntier } from '../arguments';
import { argument, enTableau, facultatif } from '../declaration';
import { periodeDe, tableauDe } from '../tableaux';
import { ErreurDeCellule } from '../valeurs';
import { parmi, PERIODE, tableauDeCommunes } from '../vocabulaire';

export const CIMS_REPARTIR = enTableau({
  nom: 'CIMS.REPARTIR',
  resume: 'un objectif proposé par commune, avec sa raison',
  description:
    'Propose un objectif par commune d’un contrat mutualisant (CIMS ; L. 302-8, X du CCH) et le justifie : moitié de la référence, entrantes, durées, accords refusés, bornes des communes, total. Se déverse.',
  arguments: [
    tableauDeCommunes(
      'commune, référence (ou résidences principales, logements sociaux, taux cible), rang, accord, périodes ; et, s’il y a lieu, minimum, capacité, projets identifiés.',
    ),
    facultatif(
      parmi(
        'critere',
        'MINIMAL (défaut : le moins de changements), PROPORTIONNEL (même effort relatif), CAPACITE (les projets connus d’abord) ou EQUITABLE (la plus forte hausse, la plus limitée possible).',
        CRITERES,
        `${CRITERES.join(', ')} (ou rien : ${CRITERES[0]})`,
      ),
      CRITERES[0],
    ),
    facultatif(
      argument(
        'total',
        'Total à atteindre au moins ; absent : la somme des références, que la loi demande.',
        lireEntier,
      ),
    ),
    PERIODE,
  ],
  rend: 'Huit colonnes avec leur en-tête : commune, référence, minimum, maximum, proposé, écart, raison, abaissable ensuite ; ou, s’il n’y a pas de répartition, les contraintes qui se heurtent ; #VALEUR! si une cellule ne se lit pas, #N/A si l’arrondi d’un taux laisse un palier ouvert.',
  exemples: [
    '=CIMS.REPARTIR(A3:M14) → le moins de changements',
    '=CIMS.REPARTIR(A3:M14;"EQUITABLE";542) → 542 logements, la plus forte hausse étant la plus limitée possible',
  ],
  dispositif: 'Répartition des objectifs mutualisés',
  calculer: async (plage, critere, vise, droit) => {
    const { tableau, resultat } = await tableauDe(plage, { contrat: 'cims', periode: periodeDe(droit) });
    refuserLEnsemble(accepter(resultat));
    const repartition = accepter(repartir(accepter(communesARepartir(tableau, droit)), critere, vise, droit));
    if (repartition.issue === 'impossible') return impossible(repartition.heurts);
    const { reference, total, objectifs } = repartition;
    const ecart = versNombre(difference(fraction(total), reference));
    return [
      ['Commune', 'Référence', 'Minimum', 'Maximum', 'Proposé', 'Écart', 'Raison', 'Abaissable ensuite'],
      ...objectifs.map(rangee),
      ['Total', versNombre(reference), '', '', total, ecart, critere, droit.reserve ?? ''],
    ];
  },
});

/** Une commune répétée, ou d'un autre EPCI, fausserait le total : rien ne se répartit. */
function refuserLEnsemble({ constats }: Controle): void {
  const fautif = constats.find(
    ({ code, gravite }) => gravite === 'bloquant' && (code === 'DOUBLON' || code === 'COMMUNE_HORS_EPCI'),
  );
  if (fautif) throw new ErreurDeCellule('#VALEUR!', `${fautif.commune} : ${fautif.message}`);
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
