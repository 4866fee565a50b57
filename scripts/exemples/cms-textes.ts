import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { ecrire } from '../../src/nombres';
import { estRefus, situation, tauxCibleDe, tauxDeRattrapage } from '../../src/regles';
import { ecartEnMots, enLettres, LOI, milliers } from '../droit-en-mots';
import type { Partie } from './lisez-moi';

type Parc = readonly [rp: number, lls: number, rapportCible: number];

/** « 15 % », et « écart de plus de 4 points : au moins 25 % des manquants ». */
function lire([rp, lls, rapportCible]: Parc): readonly [taux: string, palier: string] {
  const s = situation(rp, lls, tauxCibleDe(100 * rapportCible)!, 3);
  const rattrapage = estRefus(s) ? s : tauxDeRattrapage(s, DROIT_EN_VIGUEUR);
  if (estRefus(rattrapage) || !rattrapage.palier?.planchers) throw new Error('commune sans plancher');
  const { palier } = rattrapage;
  const { abaissement } = palier.planchers!;
  return [`${ecrire((100 * lls) / rp, 1)} %`, `écart ${ecartEnMots(palier)} : au moins ${abaissement} % des manquants`];
}

/** Ce que dit la feuille « Lisez-moi » de l'exemple des contrats abaissants, dont les trois premières communes ont chacune leur palier. */
export const lisezMoi = (communes: readonly Parc[]): readonly Partie[] => [
  {
    titre: 'Ce que montre ce classeur',
    lignes: [
      'Illustration : chiffres fictifs. Les communes A, B, C et D n’existent pas.',
      'Quatre communes déficitaires ont chacune leur contrat de mixité sociale abaissant. Chaque contrat se juge seul : rien ne se compense de l’une à l’autre, à la différence d’un contrat mutualisant.',
      'Le contrôle reconnaît ces contrats à l’en-tête « Objectif CMS abaissant ». Sous un en-tête comme « Objectif CMS », il chercherait une mutualisation : l’écran « Contexte » du volet, ou l’option --contrat cms, le lui dit alors.',
    ],
  },
  {
    titre: 'Les quatre communes',
    lignes: [
      ['Commune A', lire(communes[0]!).join(' de logements sociaux, ') + '.'],
      ['Commune B', lire(communes[1]!).join(', ') + '.'],
      ['Commune C', lire(communes[2]!).join(', ') + '. Troisième et dernière période.'],
      [
        'Commune D',
        `Quatrième période : la loi en admet ${enLettres(LOI.abaissement.periodesConsecutives)}, mais le préfet peut y déroger, sur demande motivée, pour une commune de moins de ${milliers(LOI.abaissement.derogation.populationInferieureA)} habitants. Le contrôle alerte sans bloquer.`,
      ],
    ],
  },
  {
    titre: 'Les fonctions de ce classeur',
    lignes: [
      ['CMS.VALIDER', 'Le verdict du tableau de contrats abaissants.'],
      ['CMS.PLANCHER', 'L’objectif le plus bas qu’admet un contrat abaissant.'],
      ['CMS.DUREE', 'Les périodes consécutives d’abaissement, et la dérogation qu’elles demandent.'],
      [
        'SRU.MANQUANTS, SRU.RATTRAPAGE, SRU.OBJECTIF',
        'Les logements manquants, le taux de rattrapage, l’objectif de référence.',
      ],
    ],
  },
];
