import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { CIBLES } from '../../src/droit';
import { ajouterDetail, deverserConstats } from './detail';
import { deverser, type Formule } from './formules';
import { ajouterLisezMoi, FONCTIONS_ABSENTES, loi } from './lisez-moi';
import {
  COLONNES,
  etiqueterContexte,
  LARGEURS,
  plageDe,
  placer,
  poserVerdict,
  styliserLignes,
  textesDuControle,
  totaliser,
} from './mutualisation';
import { ajouterFeuille, avertir, ecrireLegende, etiqueter, FILETS, poserEntetes, remplir } from './styles';
import { CIBLES_AU_CHOIX, LISEZ_MOI } from './vierge-textes';
import { auMoins, parmi, valider } from './validations';

const ENTETE = 8;
const LIGNES = 30;
const PLACE = placer(ENTETE, LIGNES);
const COMMUNES = plageDe(PLACE, 'B');

/** Le tableau à remplir : les formules y sont, et ne montrent rien tant que leur ligne est vide. */
export function ecrireVierge(classeur: Workbook): Promise<void> {
  ecrireSaisie(classeur);
  const detail = ajouterDetail(classeur, 'Détail : les constats du contrôle');
  const [constats, vide] = [textesDuControle('CIMS.CONSTATS', PLACE, 'Saisie!'), `Saisie!${COMMUNES}`];
  deverserConstats(detail, 3, siRempli(vide, constats));
  ajouterLisezMoi(classeur, 'Lisez-moi : le tableau à remplir', [
    ...LISEZ_MOI,
    loi('L302-5', 'L302-8-VII', 'L302-8-VIII', 'L302-8-X'),
    FONCTIONS_ABSENTES,
  ]);
  return Promise.resolve();
}

/** Une formule qui ne s'évalue que si une cellule de la plage est remplie ; ici, aucune ne l'est. */
const siRempli = (plage: string, texte: string): Formule => ({
  texte: `SI(NBVAL(${plage})=0;"";${texte})`,
  valeurs: [['']],
});

function ecrireSaisie(classeur: Workbook): void {
  const feuille = ajouterFeuille(classeur, 'Saisie', 'Contrat de mixité sociale mutualisant : tableau à remplir', {
    largeurs: LARGEURS,
    entete: ENTETE,
    colonnesFigees: 2,
  });
  avertir(
    feuille,
    'A2:O2',
    'Remplir les cellules jaunes, une commune par ligne ; les colonnes vertes se calculent. Chiffres au 1er janvier de l’année qui précède la période.',
  );
  const bandeau = [
    [etiqueter(feuille, 'A3', 'Intercommunalité', 'C3'), null],
    [
      etiqueter(feuille, 'A4', 'Période triennale', PLACE.periode),
      parmi('Période triennale', '2023-2025', '2026-2028'),
    ],
  ] as const;
  feuille.mergeCells('C3:G3');
  feuille.mergeCells('C4:D4');
  etiqueterContexte(feuille, PLACE, 'I');
  for (const [cellule, validation] of [
    ...bandeau,
    [feuille.getCell(PLACE.plh), parmi('PLH exécutoire', 'oui', 'non')],
    [feuille.getCell(PLACE.avis), parmi('Avis de la commission', 'recueilli', 'à recueillir', 'manquant')],
  ] as const) {
    Object.assign(cellule, { fill: remplir('saisie'), border: FILETS });
    if (validation) cellule.dataValidation = validation;
  }
  poserEntetes(
    feuille,
    ENTETE,
    COLONNES.map(({ titre }) => titre),
    (rang) => (COLONNES[rang]!.nature === 'calcul' ? 'calcule' : 'publie'),
  );
  for (let ligne = PLACE.premiere; ligne <= PLACE.derniere; ligne++) calculer(feuille, ligne);
  for (const [colonne, validation] of Object.entries(VALIDATIONS))
    valider(feuille, plageDe(PLACE, colonne), validation);
  styliserLignes(feuille, PLACE, (rang) => (COLONNES[rang]!.nature === 'calcul' ? 'calcule' : 'saisie'));
  totaliser(feuille, PLACE, COMMUNES);
  poserVerdict(feuille, PLACE.verdict, siRempli(COMMUNES, textesDuControle('CIMS.VALIDER', PLACE)));
  ecrireLegende(feuille, PLACE.derniere + 3, [
    ['saisie', 'À remplir, une commune par ligne ; les lignes inutiles restent vides.'],
    [
      'calcule',
      'Calculé dès que résidences principales, logements sociaux et taux cible sont remplis. Rang vide : droit commun.',
    ],
  ]);
}

const PARC = (ligne: number) => ['D', 'E', 'F'].map((c) => `${c}${ligne}`);

/** Les formules d'une ligne : rien tant que le parc ou le taux cible manque. */
function calculer(feuille: Worksheet, ligne: number): void {
  const [rp, lls, cible] = PARC(ligne) as [string, string, string];
  const parc = `${rp};${lls};${cible}`;
  // Une cellule vide ne doit jamais passer pour un rang 0, qui serait une commune entrante.
  const rang = `SI(G${ligne}="";3;G${ligne})`;
  const appels = {
    H: `SRU.MANQUANTS(${parc})`,
    I: `SRU.RATTRAPAGE(${parc};${rang};$C$4)`,
    J: `SRU.OBJECTIF(${parc};${rang};$C$4)`,
    N: `100*(${cible}-SRU.TAUX(${lls};${rp}))`,
    O: `CIMS.PLANCHER(${parc};${rang})`,
  };
  for (const [colonne, appel] of Object.entries(appels)) {
    const vide = `OU(${rp}="";${lls}="";${cible}="")`;
    deverser(feuille, `${colonne}${ligne}`, { texte: `SI(${vide};"";${appel})`, valeurs: [['']] });
  }
}

const CIBLES_ECRITES = CIBLES.map((cible) => `${cible} %`);
const VALIDATIONS: Readonly<Record<string, DataValidation>> = {
  D: auMoins(1, 'Résidences principales', 'un nombre entier de logements, au moins 1'),
  E: auMoins(0, 'Logements sociaux', 'un nombre entier de logements, 0 ou plus'),
  F: {
    ...parmi('Taux cible', ...CIBLES_ECRITES),
    formulae: [CIBLES_AU_CHOIX],
    prompt: `${CIBLES_ECRITES.join(' ou ')}, selon la tension sur le logement social (L. 302-5).`,
    promptTitle: 'Taux cible',
    showInputMessage: true,
  },
  G: {
    ...parmi('Rang triennal', '0', '1', '2', '3'),
    prompt: '0 : entrée en cours de période ; 1 : première période pleine ; 2 : deuxième ; 3 : droit commun.',
    promptTitle: 'Rang triennal',
    showInputMessage: true,
  },
  K: auMoins(0, 'Objectif du contrat', 'un nombre entier de logements, 0 ou plus'),
  L: parmi('Accord de la commune', 'oui', 'non'),
  M: {
    ...auMoins(0, 'Périodes consécutives', 'un nombre entier de périodes, 0 ou plus'),
    prompt: 'Périodes consécutives d’abaissement, celle du contrat comprise. Vide si l’objectif n’est pas abaissé.',
    promptTitle: 'Périodes consécutives',
    showInputMessage: true,
  },
};
