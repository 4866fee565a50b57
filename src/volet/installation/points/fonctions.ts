import { ecrireValeurs } from '../calcul';
import { pointDeFormules } from '../point-de-formules';
import type { Point } from '../point';

export const COMMUNE = [10_000, 1_400, 20];
export const OBJECTIF = 165;
/** Ce que doit chacune des communes de la plage. */
export const DE_LA_PLAGE = 198;
export const PAR_LIGNE = '=SRU.OBJECTIF(A1:A3;B1:B3;C1:C3)';
export const REFUSEE = '=SRU.OBJECTIF(1400;10000;20)';
const ENTRANTE = 660;
const VALEUR = '#VALUE!';
const UNE_EN_ERREUR = [DE_LA_PLAGE, VALEUR, DE_LA_PLAGE];

/** Ce que rendent nos fonctions, de leur nom à leurs arguments. */
export const POINTS_DE_FONCTIONS: readonly Point[] = [
  pointDeFormules(
    { numero: 1, titre: 'Noms pointés, sans Namespace' },
    { formules: ['=SRU.OBJECTIF(10000;1500;20)'], valeurs: [OBJECTIF] },
  ),
  pointDeFormules(
    { numero: 5, titre: 'Les trois préfixes' },
    {
      formules: ['=SRU.MANQUANTS(10000;1500;20)', '=CMS.PLANCHER(10000;1500;20)', '=CIMS.PLANCHER(10000;1500;20)'],
      valeurs: [500, 125, 83],
    },
  ),
  pointDeFormules(
    { numero: 7, titre: 'Arguments sautés' },
    { formules: ['=SRU.OBJECTIF(10000;1500;20;;"2020-2022")'], valeurs: [250] },
  ),
  pointDeFormules(
    { numero: 8, titre: 'Arrondi écrit en texte' },
    { formules: ['=SRU.MANQUANTS(4082;800;20;"INFERIEUR")'], valeurs: [16] },
  ),
  pointDeFormules(
    {
      numero: 11,
      titre: 'Erreur dans une plage',
      attendu: `${PAR_LIGNE}, B2 en erreur : ${ecrireValeurs(UNE_EN_ERREUR)}`,
    },
    {
      saisies: [COMMUNE, [10_000, '=SRU.OBJECTIF(1400,10000,20)', 20], COMMUNE],
      formules: [PAR_LIGNE],
      valeurs: UNE_EN_ERREUR,
    },
  ),
  pointDeFormules(
    { numero: 12, titre: 'Palier indéterminé' },
    { formules: ['=SRU.OBJECTIF.DEPUIS(500;16;20)'], valeurs: ['#N/A'] },
  ),
  pointDeFormules(
    {
      numero: 21,
      titre: 'Cellule vide dans une plage',
      attendu: `${PAR_LIGNE}, B2 vide : ${ecrireValeurs(UNE_EN_ERREUR)} ; vide n’est pas zéro`,
    },
    { saisies: [COMMUNE, [10_000, '', 20], COMMUNE], formules: [PAR_LIGNE], valeurs: UNE_EN_ERREUR },
  ),
  pointDeFormules(
    { numero: 28, titre: 'Valeurs d’erreur lues par le volet, en anglais' },
    {
      formules: ['=SRU.OBJECTIF.DEPUIS(500;16;20)', REFUSEE, '=1/0', '=SRU.ESSAI.INCONNUE()'],
      valeurs: ['#N/A', VALEUR, '#DIV/0!', '#NAME?'],
    },
  ),
  pointDeFormules(
    { numero: 42, titre: 'Zéro écrit, zéro lu (A1), cellules vides (A2, B1)' },
    {
      saisies: [[0, '']],
      formules: [
        '=SRU.OBJECTIF(10000;0;20)',
        '=SRU.OBJECTIF(10000;A1;20;B1)',
        '=SRU.OBJECTIF(10000;A2;20)',
        '=SRU.OBJECTIF(10000;1500;20;B1)',
      ],
      valeurs: [ENTRANTE, ENTRANTE, VALEUR, OBJECTIF],
    },
  ),
];
