import dernier from '../../src/referentiel/dernier.json';
import { CODES, type CodeConstat } from '../../src/tableau';
import { LOI, milliers } from '../droit-en-mots';
import { OBJECTIFS } from './erreurs-objectifs';
import { A, B, CIBLE, CONTRAT, MANQUANTS, PARC, type Groupe } from './erreurs-types';

/** Le palier de la commune A, et le suivant, que le tableau fautif lui donne. */
const [PALIER, SUIVANT] = LOI.paliers;
const [RP, LLS] = [milliers(A[1]), milliers(A[2])];

/** Les feuilles de `erreurs.xlsx`, dans l'ordre. */
export const GROUPES: readonly Groupe[] = [
  {
    feuille: 'Lecture',
    titre: 'Lecture : ce qui manque ou ne se lit pas',
    cas: [
      {
        code: 'LIGNE_INCOMPLETE',
        note: 'Les logements sociaux de la commune B ne sont pas connus : sa référence non plus, le contrôle ne peut pas conclure.',
        entetes: [...PARC, 'contrat'],
        lignes: [
          [...A, 165],
          ['Commune B', 6000, 'n.c.', 0.2, 99],
        ],
      },
      {
        code: 'VALEUR_INVALIDE',
        note: 'Un nombre écrit en toutes lettres, une cellule en erreur : le contrôle dit ce qu’il attendait.',
        entetes: [...PARC, 'contrat'],
        lignes: [
          ['Commune A', 'environ 10 000', 1500, 0.2, 165],
          ['Commune B', 6000, '#REF!', 0.2, 99],
        ],
      },
    ],
  },
  {
    feuille: 'Cohérence',
    titre: 'Cohérence : les colonnes calculées ne se retrouvent pas',
    cas: [
      {
        code: 'TAUX_INCOHERENT',
        note: `${LLS} / ${RP} font ${(100 * A[2]) / A[1]} %, le tableau écrit 16 %. Le calcul se fait sur les nombres : le verdict n’en change pas.`,
        entetes: ['commune', 'rp', 'lls', 'taux', 'cible', 'contrat'],
        lignes: [['Commune A', A[1], A[2], 0.16, A[3], 165]],
      },
      {
        code: 'MANQUANTS_INCOHERENTS',
        note: `${CIBLE} % × ${RP} − ${LLS} font ${MANQUANTS} logements manquants, le tableau en écrit 480.`,
        entetes: [...PARC, 'manquants', 'contrat'],
        lignes: [[...A, 480, 165]],
      },
      {
        code: 'RATTRAPAGE_INCOHERENT',
        note: `L’écart au taux cible est de 5 points : le taux de rattrapage est ${PALIER!.taux} %, non ${SUIVANT!.taux} %.`,
        entetes: [...PARC, 'rattrapage', 'contrat'],
        lignes: [[...A, SUIVANT!.taux / 100, 165]],
      },
    ],
  },
  {
    feuille: 'Références',
    titre: 'Références : l’objectif de droit commun de chaque commune',
    cas: [
      {
        code: 'PALIER_INDETERMINE',
        note: `16 % publié peut être 15,6 ou 16,4 % : l’écart à ${CIBLE} % dépasse ${PALIER!.auDela} points, ou non. Il faut les résidences et les logements.`,
        entetes: ['commune', 'taux', 'cible', 'manquants', 'contrat'],
        lignes: [['Commune A', 0.16, 0.2, 400, 165]],
      },
      {
        code: 'REFERENCE_INCOHERENTE',
        note: 'La référence légale est 165 ; 150 n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.',
        entetes: [...PARC, 'reference', 'contrat'],
        lignes: [[...A, 150, 150]],
      },
      {
        code: 'REFERENCE_ARRONDIE',
        note: '16,4 exactement : 16 et 17 sont admis, le contrôle dit lequel des arrondis est employé.',
        entetes: [...PARC, 'reference', 'contrat'],
        lignes: [['Commune A', 4082, 800, 0.2, 16, 16]],
      },
    ],
  },
  OBJECTIFS,
  {
    feuille: 'Ensemble',
    titre: 'Ensemble : les totaux et les conditions du contrat',
    cas: [
      {
        code: 'TOTAL_INSUFFISANT',
        note: '85 + 170 = 255 logements, quand les références en font 264 : la mutualisation déplace des logements, elle n’en retire pas.',
        entetes: CONTRAT,
        lignes: [
          [...A, 3, 85, null, 1],
          [...B, 3, 170, 'oui', null],
        ],
      },
      {
        code: 'TOTAL_AFFICHE_FAUX',
        note: 'La ligne de total écrit 284, la somme des communes est 264 : le contrôle refait toutes les additions.',
        entetes: CONTRAT,
        lignes: [
          [...A, 3, 85, null, 1],
          [...B, 3, 179, 'oui', null],
          ['Total', 16_000, 2400, null, null, 284, null, null],
        ],
      },
      {
        code: 'CONDITION_A_CONFIRMER',
        note: 'L’objectif de la commune A est abaissé mais ses périodes sont à 0, alors qu’elles comptent celle du contrat.',
        entetes: CONTRAT,
        lignes: [
          [...A, 3, 85, null, 0],
          [...B, 3, 179, 'oui', null],
        ],
      },
      {
        code: 'PLH_MANQUANT',
        note: 'Le tableau ne peut pas le dire : c’est l’argument « plh » de CIMS.VALIDER, ici "non" (ligne de commande : --plh non).',
        entetes: CONTRAT,
        lignes: [
          [...A, 3, 85, null, 1],
          [...B, 3, 179, 'oui', null],
        ],
        verdict: ['CIMS.VALIDER', '"non"', '"recueilli"'],
      },
      {
        code: 'AVIS_MANQUANT',
        note: 'Le tableau ne peut pas le dire : c’est l’argument « avis » de CIMS.VALIDER, ici "manquant" (ligne de commande : --avis manquant).',
        entetes: CONTRAT,
        lignes: [
          [...A, 3, 85, null, 1],
          [...B, 3, 179, 'oui', null],
        ],
        verdict: ['CIMS.VALIDER', '"oui"', '"manquant"'],
      },
    ],
  },
  {
    feuille: 'Communes',
    titre: 'Communes : leur nom, leur code, leur intercommunalité',
    cas: [
      {
        code: 'DOUBLON',
        note: 'Buxerolles figure deux fois : ses logements sont comptés deux fois.',
        entetes: ['code', ...PARC, 'contrat'],
        lignes: [
          ['86041', 'Buxerolles', ...A.slice(1), 165],
          ['86070', 'Chauvigny', ...B.slice(1), 99],
          ['86041', 'Buxerolles', ...A.slice(1), 165],
        ],
      },
      {
        code: 'COMMUNE_INCONNUE',
        note: 'Le code 86070 est celui de Chauvigny, et le code 86999 n’est celui d’aucune commune.',
        entetes: ['code', ...PARC, 'contrat'],
        lignes: [
          ['86041', 'Buxerolles', ...A.slice(1), 165],
          ['86070', 'Chauvigny', ...B.slice(1), 99],
          ['86070', 'Saint-Benoît', ...B.slice(1), 99],
          ['86999', 'Villeneuve', ...B.slice(1), 99],
        ],
      },
      {
        code: 'COMMUNE_HORS_EPCI',
        note: 'Châtellerault est d’une autre intercommunalité que Buxerolles et Chauvigny : la mutualisation se fait au sein d’un même EPCI.',
        entetes: ['code', ...PARC, 'contrat'],
        lignes: [
          ['86041', 'Buxerolles', ...A.slice(1), 165],
          ['86070', 'Chauvigny', ...B.slice(1), 99],
          ['86066', 'Châtellerault', ...B.slice(1), 99],
        ],
      },
      {
        code: 'DEFICITAIRE_ABSENTE',
        note: 'D’autres communes de l’intercommunalité sont déficitaires à l’inventaire publié : le contrat mutualisant les réunit toutes.',
        entetes: ['code', ...PARC, 'contrat'],
        lignes: [
          ['86041', 'Buxerolles', ...A.slice(1), 165],
          ['86070', 'Chauvigny', ...B.slice(1), 99],
        ],
      },
      {
        code: 'COMMUNE_ABSENTE',
        note: 'Poitiers et Chasseneuil-du-Poitou sont en règle à l’inventaire publié : leur absence ne fait rien craindre.',
        entetes: ['code', ...PARC, 'contrat'],
        lignes: [
          ['86214', 'Saint-Benoît', ...A.slice(1), 165],
          ['86070', 'Chauvigny', ...B.slice(1), 99],
        ],
      },
      {
        code: 'CIBLE_CONTREDITE',
        note: `Buxerolles est à ${CIBLE} % à l’inventaire publié en ${dernier.annee} : son taux cible a pu changer depuis, ou s’écrire de travers.`,
        entetes: ['code', ...PARC, 'contrat'],
        lignes: [
          ['86041', 'Buxerolles', A[1], A[2], 0.25, 330],
          ['86070', 'Chauvigny', ...B.slice(1), 99],
        ],
      },
      {
        code: 'COMMUNE_CARENCEE',
        note: 'Angoulins et Nieul-sur-Mer sont carencées à l’inventaire publié : un contrat de mixité sociale est à leur proposer.',
        entetes: ['code', ...PARC, 'rang', 'contrat'],
        lignes: [
          ['17010', 'Angoulins', A[1], A[2], 0.25, 3, 330],
          ['17264', 'Nieul-sur-Mer', B[1], B[2], 0.25, 3, 198],
        ],
      },
    ],
  },
];

/** Ce que les seules valeurs d'un tableau ne montrent pas : mise en forme, titres, contexte, décompte d'un bilan, texte d'un contrat. */
const SANS_TABLEAU: readonly CodeConstat[] = [
  'NON_COMPRIS',
  'CONTEXTE_CONTRADICTOIRE',
  'UNITE',
  'RANG_INCONNU',
  'CELLULE_BARREE',
  'FORMULE_SANS_VALEUR',
  'LIGNE_MASQUEE',
  'FEUILLE_MASQUEE',
  'FEUILLE_TROP_LONGUE',
  'REALISES_INCOHERENTS',
  'AVIS_DEFAVORABLE',
  'TAUX_CONTREDIT',
  'CONTRAT_A_COMPLETER',
  'REDITE_CONTREDITE',
];

export const CODES_MONTRES: readonly CodeConstat[] = CODES.filter((code) => !SANS_TABLEAU.includes(code));
