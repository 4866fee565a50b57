import type { Workbook, Worksheet } from 'exceljs';
import { avecMajuscule, laPart, LOI, PLANCHER_MUTUALISE } from '../droit-en-mots';
import { ajouterDetail, deverserConstats } from './detail';
import { appeler, deverser, lirePlage, poser, sommer } from './formules';
import { ajouterLisezMoi, FONCTIONS_ABSENTES, loi } from './lisez-moi';
import { LISEZ_MOI, PALIER_DE_LA_PLAQUETTE } from './plaquette-textes';
import { appelerControle, etiqueterContexte, plageDe, poserVerdict, type Place } from './mutualisation';
import {
  ajouterFeuille,
  avertir,
  ecrireLigne,
  etiqueter,
  FILETS,
  FORMATS,
  poserEntetes,
  styliserTotal,
} from './styles';

const PLACE: Place = {
  entete: 9,
  premiere: 10,
  derniere: 11,
  fin: 'G',
  periode: 'D4',
  plh: 'D5',
  avis: 'D6',
  verdict: 'D7',
};

const COLONNES = [
  ['Commune', 20, FORMATS.texte],
  ['Logements manquants', 14, FORMATS.entier],
  ['Taux de rattrapage', 14, FORMATS.pourcent],
  ['Objectif de référence', 16, FORMATS.entier],
  ['Objectif du contrat', 14, FORMATS.entier],
  ['Accord de la commune', 14, FORMATS.texte],
  ['Périodes consécutives d’abaissement', 18, FORMATS.entier],
  ['Part des manquants', 14, FORMATS.pourcent],
] as const;

/** Les chiffres de la plaquette ; les références (165 et 99) s'y calculent. */
const COMMUNES = [
  { nom: 'Commune A', manquants: 500, contrat: 85, accord: null, periodes: 1 },
  { nom: 'Commune B', manquants: 300, contrat: 179, accord: 'oui', periodes: null },
] as const;
const RATTRAPAGE = PALIER_DE_LA_PLAQUETTE!.taux / 100;
/** Son plancher, en pour cent des manquants. */
const PART = PALIER_DE_LA_PLAQUETTE!.planchers!.plaquette!;
const [PALIER] = LOI.paliers;

const AVERTISSEMENT =
  'Exemple du ministère chargé du logement : les communes A et B sont fictives. Les nombres sont ceux de la plaquette « Contrat de mixité sociale », février 2023 (500 et 300 logements manquants ; 165 → 85, 99 → 179).';

/** L'exemple officiel de mutualisation : 165 + 99 = 85 + 179 = 264. */
export async function ecrirePlaquette(classeur: Workbook): Promise<void> {
  const feuille = ajouterFeuille(
    classeur,
    'Mutualisation',
    'Exemple du ministère : mutualisation entre deux communes',
    {
      largeurs: COLONNES.map(([, l]) => l),
      entete: PLACE.entete,
    },
  );
  avertir(feuille, 'A2:H2', AVERTISSEMENT);
  etiqueter(feuille, 'A3', 'Source', 'D3').value = 'Plaquette « Contrat de mixité sociale », DGALN, février 2023';
  etiqueter(feuille, 'A4', 'Période triennale', PLACE.periode).value = '2023-2025';
  etiqueterContexte(feuille, PLACE, 'A');
  feuille.getCell(PLACE.plh).value = 'oui';
  feuille.getCell(PLACE.avis).value = 'recueilli';
  ecrireTableau(feuille);
  poserVerdict(feuille, PLACE.verdict, await appelerControle(feuille, 'CIMS.VALIDER', PLACE));
  ecrireLigne(feuille, 14, 'A14:H14', 'Repris de la plaquette ; les conditions du contrat y sont réunies.', 'entete');
  ecrireLigne(
    feuille,
    15,
    'A15:H15',
    'Calculé : taux de rattrapage × logements manquants ; objectif du contrat / logements manquants.',
    'calcule',
  );
  await ecrirePlancher(classeur);
  const detail = ajouterDetail(classeur, 'Détail : les constats du contrôle');
  avertir(detail, 'A2:E2', AVERTISSEMENT);
  deverserConstats(detail, 4, await appelerControle(detail, 'CIMS.CONSTATS', PLACE, 'Mutualisation!'));
  ajouterLisezMoi(classeur, 'Lisez-moi : l’exemple de la plaquette', [
    ...LISEZ_MOI,
    loi('L302-8-VII', 'L302-8-X', 'plaquette'),
    FONCTIONS_ABSENTES,
  ]);
}

function ecrireTableau(feuille: Worksheet): void {
  const calculees = new Set([3, 7]);
  poserEntetes(
    feuille,
    PLACE.entete,
    COLONNES.map(([titre]) => titre),
    (rang) => (calculees.has(rang) ? 'calcule' : 'entete'),
  );
  COMMUNES.forEach(({ nom, manquants, contrat, accord, periodes }, i) => {
    const ligne = PLACE.premiere + i;
    feuille.getRow(ligne).values = [nom, manquants, RATTRAPAGE, null, contrat, accord, periodes];
    poser(feuille, `D${ligne}`, `B${ligne}*C${ligne}`, manquants * RATTRAPAGE);
    poser(feuille, `H${ligne}`, `E${ligne}/B${ligne}`, contrat / manquants);
    COLONNES.forEach(([, , format], c) => {
      const cellule = feuille.getCell(ligne, c + 1);
      Object.assign(cellule, {
        numFmt: format,
        border: FILETS,
        alignment: { horizontal: c === 0 ? 'left' : 'center' },
      });
    });
  });
  const total = PLACE.derniere + 1;
  feuille.getCell(`A${total}`).value = 'Total';
  for (const c of ['B', 'D', 'E']) {
    sommer(feuille, `${c}${total}`, plageDe(PLACE, c));
    Object.assign(feuille.getCell(`${c}${total}`), { numFmt: FORMATS.entier, alignment: { horizontal: 'center' } });
  }
  styliserTotal(feuille, total, COLONNES.length);
}

/** Pourquoi 85 et non 83 : la plaquette arrondit à 17 % des manquants ce que la loi dit « la moitié de la référence ». */
async function ecrirePlancher(classeur: Workbook): Promise<void> {
  const feuille = ajouterFeuille(classeur, 'Plancher', 'Plancher : 83 selon la loi, 85 selon la plaquette', {
    largeurs: [52, 14, 70],
  });
  avertir(
    feuille,
    'A2:C2',
    'Commune fictive : un parc choisi pour qu’il y manque 500 logements, comme à la commune A de la plaquette.',
  );
  const saisies = [10_000, 1500, 0.2] as const;
  ['Résidences principales', 'Logements sociaux', 'Taux cible'].forEach((champ, i) => {
    etiqueter(feuille, `A${4 + i}`, champ, `B${4 + i}`).value = saisies[i]!;
  });
  const parc = ['B4', 'B5', 'B6'];
  const lignes = [
    ['Logements manquants', 'SRU.MANQUANTS', parc, 'Taux cible × résidences principales − logements sociaux'],
    [
      'Objectif de référence',
      'SRU.OBJECTIF',
      parc,
      `${PALIER!.taux} % des manquants : l’écart au taux cible dépasse ${PALIER!.auDela} points`,
    ],
    [
      'Plancher légal, non arrondi',
      'CIMS.PLANCHER',
      [...parc, '', '"EXACT"'],
      `${avecMajuscule(laPart(LOI.mutualisation.partDeLaReference))} de la référence (L. 302-8, X), soit ${PLANCHER_MUTUALISE} des manquants`,
    ],
    [
      'Plancher légal',
      'CIMS.PLANCHER',
      parc,
      'Un minimum s’arrondit à l’entier supérieur ; en dessous, le contrôle bloque',
    ],
  ] as const;
  for (const [i, [champ, nom, args, note]] of lignes.entries()) {
    etiqueter(feuille, `A${7 + i}`, champ, `B${7 + i}`);
    deverser(feuille, `B${7 + i}`, await appeler(feuille, nom, ...args));
    feuille.getCell(`C${7 + i}`).value = note;
  }
  etiqueter(feuille, 'A11', 'Plancher de la plaquette', 'B11');
  const [[manquants]] = lirePlage(feuille, 'B7') as [[number]];
  poser(feuille, 'B11', `${PART / 100}*B7`, (PART * manquants) / 100);
  feuille.getCell('C11').value =
    `« ${PART} % des logements manquants » ; 83 et 84 sont licites, le contrôle alerte sans bloquer`;
  for (let ligne = 4; ligne <= 11; ligne++) {
    const format = ligne === 6 ? FORMATS.pourcent : ligne === 9 ? FORMATS.decimal : FORMATS.entier;
    Object.assign(feuille.getCell(`B${ligne}`), {
      numFmt: format,
      border: FILETS,
      alignment: { horizontal: 'center' },
    });
  }
}
