import { arrondir, ecrire, fraction, type ModeEntier } from '../../src/nombres';
import { partDe } from '../../src/regles';
import { enLettres, LOI, PLANCHER_DE_LA_PLAQUETTE } from '../droit-en-mots';
import { A, ARRONDIE, B, CONTRAT, MANQUANTS, PARC, type Groupe } from './erreurs-types';

const manquants = fraction(MANQUANTS);
const { abaissement: ABAISSEMENT } = LOI.paliers[0]!.planchers!;
/** L'objectif dont on vérifie les parts de PLAI et de PLS. */
const OBJECTIF = 165;
const part = (pourcent: number, financement: string, mode: ModeEntier) => {
  const exacte = partDe(fraction(OBJECTIF), pourcent);
  return `Pour ${OBJECTIF} logements, ${pourcent} % de ${financement} font ${ecrire(exacte)} : ${arrondir(exacte, mode)}`;
};

/** Ce que le contrat demande à chaque commune. */
export const OBJECTIFS: Groupe = {
  feuille: 'Objectifs',
  titre: 'Objectifs : ce que le contrat demande à chaque commune',
  cas: [
    {
      code: 'NON_DEFICITAIRE',
      note: 'La commune A atteint son taux cible : elle ne peut pas porter 20 logements pour les autres.',
      entetes: [...PARC, 'contrat'],
      lignes: [
        ['Commune A', 10_000, 2000, 0.2, 20],
        [...B, 99],
      ],
    },
    {
      code: 'REDUCTION_EXCESSIVE',
      note: 'La moitié de 165 est 82,5 : l’objectif de la commune A ne peut pas descendre à 82.',
      entetes: CONTRAT,
      lignes: [
        [...A, 3, 82, null, 1],
        [...B, 3, 182, 'oui', null],
      ],
    },
    {
      code: 'MOITIE_ARRONDIE',
      note: 'La référence de la commune A, 106,26, est notifiée à 106 : 53 en est la moitié, celle de 106,26 est 53,13. 54 évite la question.',
      entetes: ARRONDIE,
      lignes: [
        ['Commune A', 5000, 678, 0.2, 3, 106, 53, null, 1],
        [...B, 3, 99, 152, 'oui', null],
      ],
    },
    {
      code: 'SOUS_PLANCHER_PLAQUETTE',
      note: `83 respecte la loi (82,5) mais reste sous les ${PLANCHER_DE_LA_PLAQUETTE} de la plaquette du ministère (85) : une alerte, sans blocage.`,
      entetes: CONTRAT,
      lignes: [
        [...A, 3, 83, null, 1],
        [...B, 3, 181, 'oui', null],
      ],
    },
    {
      code: 'SOUS_PLANCHER_CMS',
      note: `Contrat abaissant (IX), non mutualisant : ${ABAISSEMENT} % de ${MANQUANTS} font ${ecrire(partDe(manquants, ABAISSEMENT))}, l’objectif est de 124. Ligne de commande : --contrat cms.`,
      entetes: [...PARC, 'rang', 'contrat', 'periodes'],
      lignes: [[...A, 3, 124, 1]],
      verdict: ['CMS.VALIDER'],
    },
    {
      code: 'ENTRANTE_ABAISSEE',
      note: `Première période pleine de la commune A : sa référence est ${LOI.entrantes[1]} % de ${MANQUANTS}, soit ${ecrire(partDe(manquants, LOI.entrantes[1]))}, et rien ne l’abaisse.`,
      entetes: ['commune', 'rp', 'lls', 'cible', 'rang', 'contrat', 'accord', 'periodes'],
      lignes: [
        [...A, 1, 70, null, 1],
        [...B, 3, 104, 'oui', null],
      ],
    },
    {
      code: 'DUREE_DEPASSEE',
      note: `Troisième période consécutive d’abaissement de la commune A : ${enLettres(LOI.mutualisation.periodesConsecutives)} au plus dans une mutualisation.`,
      entetes: CONTRAT,
      lignes: [
        [...A, 3, 85, null, 3],
        [...B, 3, 179, 'oui', null],
      ],
    },
    {
      code: 'ACCORD_MANQUANT',
      note: 'L’objectif de la commune B dépasse sa référence, et elle ne l’a pas accepté.',
      entetes: CONTRAT,
      lignes: [
        [...A, 3, 85, null, 1],
        [...B, 3, 179, 'non', null],
      ],
    },
    {
      code: 'OBJECTIF_SUPERIEUR_AUX_MANQUANTS',
      note: `La commune A s’engage à 510 logements quand il lui en manque ${MANQUANTS} : à vérifier.`,
      entetes: CONTRAT,
      lignes: [[...A, 3, 510, 'oui', null]],
    },
    {
      code: 'HORS_PRELEVEMENT',
      note: 'La lettre de la loi vise les communes soumises au prélèvement, la plaquette toutes les déficitaires : une alerte.',
      entetes: [...PARC, 'contrat', 'prelevement'],
      lignes: [[...A, 165, 'non']],
    },
    {
      code: 'OBJECTIF_NON_ATTEINT',
      note: 'Bilan triennal : 60 logements réalisés sur 160, il en manque 100. Ligne de commande, sans contrat.',
      entetes: ['commune', 'reference', 'realises', 'plai', 'pls'],
      lignes: [
        ['Commune A', 160, 60, 20, 10],
        ['Commune B', 100, 110, 40, 20],
      ],
      verdict: null,
    },
    {
      code: 'PART_PLAI_INSUFFISANTE',
      note: `${part(LOI.typologie.plaiMinimum, 'PLAI', 'SUPERIEUR')} au moins, le tableau en écrit 40.`,
      entetes: [...PARC, 'contrat', 'plai', 'pls'],
      lignes: [[...A, OBJECTIF, 40, 30]],
    },
    {
      code: 'PART_PLS_EXCESSIVE',
      note: `${part(LOI.typologie.plsMaximum, 'PLS', 'INFERIEUR')} au plus, le tableau en écrit 60.`,
      entetes: [...PARC, 'contrat', 'plai', 'pls'],
      lignes: [[...A, OBJECTIF, 60, 60]],
    },
  ],
};
