import type { Workbook } from 'exceljs';
import { PLANCHERS_ABAISSANTS } from '../droit-en-mots';
import { lisezMoi } from './cms-textes';
import { appeler, deverser } from './formules';
import { acheverTableau, poserTableau, TEXTE_CALCULE, type Colonne } from './illustration';
import { ajouterLisezMoi, FONCTIONS_ABSENTES, loiSansCims } from './lisez-moi';
import { poserVerdict } from './mutualisation';
import { ajouterFeuille, avertir, ecrireLegende, etiqueter, FORMATS } from './styles';

const COLONNES: readonly Colonne[] = [
  { titre: 'Commune', largeur: 18, format: FORMATS.texte, nature: 'saisie' },
  { titre: 'Population municipale', largeur: 13, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Résidences principales', largeur: 14, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Logements sociaux', largeur: 14, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Taux cible', largeur: 8, format: FORMATS.pourcent, nature: 'saisie' },
  { titre: 'Logements manquants', largeur: 14, format: FORMATS.entier, nature: 'calcul', totalisee: true },
  { titre: 'Taux de rattrapage', largeur: 13, format: FORMATS.pourcent, nature: 'calcul' },
  { titre: 'Objectif de référence', largeur: 12, format: FORMATS.entier, nature: 'calcul', totalisee: true },
  { titre: 'Objectif CMS abaissant', largeur: 13, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Périodes consécutives d’abaissement', largeur: 18, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Plancher (CMS.PLANCHER)', largeur: 20, format: FORMATS.entier, nature: 'calcul' },
  { titre: 'Durée (CMS.DUREE)', largeur: 58, format: TEXTE_CALCULE, nature: 'calcul' },
];

/** Une commune par palier, et une petite commune qui demande une dérogation de durée. */
const COMMUNES = [
  ['Commune A', 24_100, 10_000, 1500, 0.2, null, null, null, 125, 1],
  ['Commune B', 18_300, 8200, 1394, 0.2, null, null, null, 110, 2],
  ['Commune C', 9800, 4100, 800, 0.2, null, null, null, 16, 3],
  ['Commune D', 4650, 2050, 205, 0.2, null, null, null, 52, 4],
] as const;

const ENTETE = 7;
const PREMIERE = ENTETE + 1;
const TOTAL = PREMIERE + COMMUNES.length;
const PERIODE = 'C3';
const VERDICT = 'C4';

/** Des contrats abaissants : un par commune, sans compensation de l'une à l'autre. */
export async function ecrireCmsAbaissant(classeur: Workbook): Promise<void> {
  const feuille = ajouterFeuille(
    classeur,
    'CMS abaissants',
    'Contrats de mixité sociale abaissants : un contrat par commune',
    {
      largeurs: COLONNES.map(({ largeur }) => largeur),
      entete: ENTETE,
      colonnesFigees: 1,
    },
  );
  avertir(
    feuille,
    'A2:L2',
    'Illustration : chiffres fictifs. Les communes A à D sont imaginaires ; leurs parcs sont choisis pour montrer chaque palier.',
  );
  etiqueter(feuille, 'A3', 'Période triennale', PERIODE).value = '2026-2028';
  etiqueter(feuille, 'A4', 'Verdict (CMS.VALIDER)', VERDICT);
  const plage = poserTableau(feuille, ENTETE, COLONNES, COMMUNES);
  const parc = [plage('C'), plage('D'), plage('E')];
  deverser(feuille, `F${PREMIERE}`, await appeler(feuille, 'SRU.MANQUANTS', ...parc));
  deverser(feuille, `G${PREMIERE}`, await appeler(feuille, 'SRU.RATTRAPAGE', ...parc, '', PERIODE));
  deverser(feuille, `H${PREMIERE}`, await appeler(feuille, 'SRU.OBJECTIF', ...parc, '', PERIODE));
  deverser(feuille, `K${PREMIERE}`, await appeler(feuille, 'CMS.PLANCHER', ...parc));
  deverser(feuille, `L${PREMIERE}`, await appeler(feuille, 'CMS.DUREE', plage('J'), plage('B')));
  acheverTableau(feuille, TOTAL, COLONNES, PREMIERE);
  poserVerdict(feuille, VERDICT, await appeler(feuille, 'CMS.VALIDER', `A${ENTETE}:J${TOTAL}`, PERIODE));
  ecrireLegende(feuille, TOTAL + 2, [
    ['saisie', 'Saisi. L’en-tête « Objectif CMS abaissant » dit au contrôle que ce sont des contrats abaissants (IX).'],
    ['calcule', 'Calculé par les fonctions SRU et CMS : une formule par colonne, en tête, qui se déverse.'],
    [
      null,
      `Plancher : ${PLANCHERS_ABAISSANTS} des logements manquants selon l’écart au taux cible, à l’entier supérieur.`,
    ],
  ]);
  ajouterLisezMoi(classeur, 'Lisez-moi : des contrats abaissants', [
    ...lisezMoi(COMMUNES.map(([, , rp, lls, cible]) => [rp, lls, cible])),
    loiSansCims('L302-8-VII', 'L302-8-IX', 'L302-8-1'),
    FONCTIONS_ABSENTES,
  ]);
}
