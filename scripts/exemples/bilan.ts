import type { Workbook } from 'exceljs';
import { LISEZ_MOI } from './bilan-textes';
import { appeler, deverser } from './formules';
import { acheverTableau, poserTableau, TEXTE_CALCULE, type Colonne } from './illustration';
import { ajouterLisezMoi, FONCTIONS_ABSENTES, loiSansCims } from './lisez-moi';
import { ajouterFeuille, avertir, ecrireLegende, etiqueter, FORMATS } from './styles';

const EUROS = '#,##0.00 €';

const DU_BILAN: readonly Colonne[] = [
  { titre: 'Commune', largeur: 18, format: FORMATS.texte, nature: 'saisie' },
  { titre: 'Objectif 2023-2025', largeur: 12, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Logements réalisés 2023-2025', largeur: 15, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Dont PLAI', largeur: 9, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Dont PLUS', largeur: 9, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Dont PLS', largeur: 10, format: FORMATS.entier, nature: 'saisie', totalisee: true },
  { titre: 'Taux de réalisation', largeur: 14, format: FORMATS.pourcentFin, nature: 'calcul' },
  { titre: 'Bilan quantitatif (SRU.BILAN)', largeur: 44, format: TEXTE_CALCULE, nature: 'calcul' },
  { titre: 'Bilan qualitatif', largeur: 40, format: TEXTE_CALCULE, nature: 'calcul' },
  { titre: 'Majoration plancher (SRU.MAJORATION)', largeur: 22, format: FORMATS.pourcent, nature: 'calcul' },
];

const REALISATIONS = [
  ['Commune A', 118, 131, 42, 65, 24],
  ['Commune B', 157, 61, 20, 29, 12],
  ['Commune C', 61, -4, null, null, null],
  ['Commune D', 84, 90, 20, 60, 10],
  ['Commune E', 100, 104, 34, 30, 40],
] as const;

const DU_PARC: readonly Colonne[] = [
  { titre: 'Commune', largeur: 18, format: FORMATS.texte, nature: 'saisie' },
  { titre: 'Résidences principales au 01/01/2025', largeur: 16, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Logements sociaux au 01/01/2025', largeur: 15, format: FORMATS.entier, nature: 'saisie' },
  { titre: 'Taux cible', largeur: 8, format: FORMATS.pourcent, nature: 'saisie' },
  { titre: 'Potentiel fiscal par habitant', largeur: 16, format: EUROS, nature: 'saisie' },
  { titre: 'Dépenses réelles de fonctionnement', largeur: 18, format: EUROS, nature: 'saisie' },
  { titre: 'Objectif de référence 2026-2028', largeur: 15, format: FORMATS.entier, nature: 'calcul', totalisee: true },
  { titre: 'Prélèvement net', largeur: 16, format: EUROS, nature: 'calcul', totalisee: true },
];

const PARCS = [
  ['Commune A', 9800, 1715, 0.2, 1050, 14_000_000],
  ['Commune B', 6200, 744, 0.2, 1420, 9_500_000],
  ['Commune C', 4100, 615, 0.2, 980, 5_200_000],
  ['Commune D', 12_000, 2340, 0.2, 1120, 18_000_000],
  ['Commune E', 7500, 1500, 0.2, 1000, 10_000_000],
] as const;

const ENTETE = 6;
const PREMIERE = ENTETE + 1;
const TOTAL = PREMIERE + REALISATIONS.length;
const PLH = 'C4';

/** Un bilan triennal, et le parc dont se déduisent l'objectif et le prélèvement qui suivent. */
export async function ecrireBilan(classeur: Workbook): Promise<void> {
  await ecrireRealisations(classeur);
  await ecrireParc(classeur);
  ajouterLisezMoi(classeur, 'Lisez-moi : un bilan triennal', [
    ...LISEZ_MOI,
    loiSansCims('L302-9-1', 'L302-8-III', 'L302-8-VII', 'L302-7'),
    FONCTIONS_ABSENTES,
  ]);
}

async function ecrireRealisations(classeur: Workbook): Promise<void> {
  const feuille = ajouterFeuille(classeur, 'Bilan 2023-2025', 'Bilan de la période triennale 2023-2025', {
    largeurs: DU_BILAN.map(({ largeur }) => largeur),
    entete: ENTETE,
    colonnesFigees: 1,
  });
  avertir(feuille, 'A2:J2', 'Illustration : chiffres fictifs. Les communes A à E sont imaginaires.');
  etiqueter(feuille, 'A3', 'Période triennale', 'C3').value = '2023-2025';
  etiqueter(feuille, 'A4', 'PLH exécutoire', PLH).value = 'oui';
  const plage = poserTableau(feuille, ENTETE, DU_BILAN, REALISATIONS);
  const [objectif, realises] = [plage('B'), plage('C')];
  deverser(
    feuille,
    `G${PREMIERE}`,
    await appeler(feuille, 'SRU.BILAN', objectif, realises, plage('D'), plage('F'), '', PLH),
  );
  deverser(feuille, `J${PREMIERE}`, await appeler(feuille, 'SRU.MAJORATION', objectif, realises));
  acheverTableau(feuille, TOTAL, DU_BILAN, PREMIERE);
  ecrireLegende(feuille, TOTAL + 2, [
    ['saisie', 'Saisi. Un nombre négatif : le parc a diminué, par des démolitions ou des ventes.'],
    ['calcule', 'Calculé par SRU.BILAN, qui se déverse sur trois colonnes, et par SRU.MAJORATION.'],
    [null, 'Majoration plancher : celle qui s’applique au moins au prélèvement, si la carence est prononcée.'],
  ]);
}

async function ecrireParc(classeur: Workbook): Promise<void> {
  const feuille = ajouterFeuille(
    classeur,
    'Parc 2025',
    'Le parc au 1er janvier 2025 : objectif de 2026-2028 et prélèvement',
    {
      largeurs: DU_PARC.map(({ largeur }) => largeur),
      entete: ENTETE,
      colonnesFigees: 1,
    },
  );
  avertir(feuille, 'A2:H2', 'Illustration : chiffres fictifs, comme ceux de la feuille du bilan.');
  const periode = 'C3';
  etiqueter(feuille, 'A3', 'Période triennale', periode).value = '2026-2028';
  const plage = poserTableau(feuille, ENTETE, DU_PARC, PARCS);
  const parc = [plage('B'), plage('C'), plage('D')];
  deverser(feuille, `G${PREMIERE}`, await appeler(feuille, 'SRU.OBJECTIF', ...parc, '', periode));
  deverser(feuille, `H${PREMIERE}`, await appeler(feuille, 'SRU.PRELEVEMENT', plage('E'), ...parc, plage('F')));
  acheverTableau(feuille, TOTAL, DU_PARC, PREMIERE);
  ecrireLegende(feuille, TOTAL + 2, [
    ['saisie', 'Saisi.'],
    ['calcule', 'Calculé par SRU.OBJECTIF et SRU.PRELEVEMENT ; dépenses déductibles et report tenus pour nuls.'],
  ]);
}
