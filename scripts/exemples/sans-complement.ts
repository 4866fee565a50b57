import type { Workbook, Worksheet } from 'exceljs';
import type { Rang } from '../../src/droit';
import { poser } from './formules';
import { lireCommunes, type Saisies } from './grand-poitiers-donnees';
import { ajouterLisezMoi, loi } from './lisez-moi';
import { CALCUL, DERNIERE, PREMIERE, RESULTATS, valeursDe, VERDICT, type Calculee } from './sans-complement-formules';
import { LISEZ_MOI } from './sans-complement-textes';
import {
  ajouterFeuille,
  avertir,
  colorerVerdicts,
  ecrireLigne,
  etiqueter,
  FILETS,
  FORMATS,
  GRAS,
  poserEntetes,
  remplir,
  styliserTotal,
} from './styles';
import { auMoins, parmi, valider } from './validations';

const ENTETE = PREMIERE - 1;
const SAISIES = [
  ['Code INSEE', 9.5, FORMATS.texte],
  ['Commune', 30, FORMATS.texte],
  ['Résidences principales', 12, FORMATS.entier],
  ['Logements sociaux', 11, FORMATS.entier],
  ['Taux cible', 8, FORMATS.pourcent],
  ['Rang triennal', 9, FORMATS.entier],
  ['Notifié par l’État', 10, FORMATS.entier],
  ['Objectif du contrat', 10, FORMATS.entier],
  ['Accord de la commune', 11, FORMATS.texte],
  ['Périodes consécutives d’abaissement', 14, FORMATS.entier],
] as const;
const FORMATS_CALCULES = [FORMATS.entier, FORMATS.pourcent, FORMATS.entier, FORMATS.entier, FORMATS.texte];
const LARGEURS = [...SAISIES.map(([, largeur]) => largeur), 11, 12, 11, 14, 48];

/** Les mêmes contrôles en formules ordinaires, remplis de l'illustration de Grand Poitiers. */
export function ecrireSansComplement(classeur: Workbook, csv: string): void {
  const communes = lireCommunes(csv).map(reduire);
  const controle = ajouterFeuille(
    classeur,
    'Contrôle',
    'Contrat de mixité sociale mutualisant : contrôle par formules ordinaires',
    { largeurs: LARGEURS, entete: ENTETE, colonnesFigees: 2 },
  );
  const calcul = ajouterFeuille(classeur, 'Calcul', 'Calcul : chaque comparaison, en entiers exacts', {
    largeurs: [8, ...CALCUL.map(() => 13)],
    entete: ENTETE,
  });
  ecrireControle(controle, communes);
  ecrireCalcul(calcul, communes);
  ajouterLisezMoi(classeur, 'Lisez-moi : le contrôle sans complément', [
    ...LISEZ_MOI,
    {
      titre: 'Légende des calculs',
      lignes: [...RESULTATS, ...CALCUL].map(({ titre, sens }) => [titre, sens] as const),
    },
    loi('L302-5', 'L302-8-VII', 'L302-8-VIII', 'L302-8-X'),
  ]);
}

/** Des colonnes de Grand Poitiers, celles de ce classeur. */
const reduire = (s: Saisies): Saisies => [s[0]!, s[1]!, s[3]!, s[4]!, s[5]!, s[6]!, null, s[10]!, s[11]!, s[12]!];

const valeurs = (s: Saisies) => valeursDe(s[2] as number, s[3] as number, s[4] as number, s[5] as Rang);

function ecrireControle(feuille: Worksheet, communes: readonly Saisies[]): void {
  avertir(
    feuille,
    'A2:O2',
    'Rempli d’une illustration : Grand Poitiers, 2023-2025. Communes, taux cible, total de 542 logements publiés par la préfecture de la Vienne ; tout le reste est une reconstitution. Saisir ses propres chiffres dans les cellules jaunes ; les vertes se calculent.',
  );
  const listes = [
    ['N4', 'PLH exécutoire', 'oui', ['oui', 'non']],
    ['N5', 'Avis de la commission nationale SRU', 'recueilli', ['recueilli', 'à recueillir', 'manquant']],
  ] as const;
  for (const [adresse, titre, valeur, choix] of listes) {
    const cellule = etiqueter(feuille, adresse.replace('N', 'K'), titre, adresse);
    Object.assign(cellule, {
      value: valeur,
      fill: remplir('saisie'),
      border: FILETS,
      dataValidation: parmi(titre, ...choix),
    });
  }
  ecrireVerdict(feuille, communes);
  poserEntetes(feuille, ENTETE, [...SAISIES.map(([titre]) => titre), ...RESULTATS.map((r) => r.titre)], (rang) =>
    rang < SAISIES.length ? 'publie' : 'calcule',
  );
  for (let ligne = PREMIERE; ligne <= DERNIERE; ligne++) ecrireCommune(feuille, ligne, communes[ligne - PREMIERE]);
  for (const [colonne, validation] of Object.entries(VALIDATIONS))
    valider(feuille, `${colonne}${PREMIERE}:${colonne}${DERNIERE}`, validation);
  const total = DERNIERE + 1;
  feuille.getCell(`B${total}`).value = 'Total';
  totaliser(
    feuille,
    'H',
    communes.map((s) => s[7] as number),
  );
  totaliser(
    feuille,
    'M',
    communes.map((s) => valeurs(s).resultats[2]!),
  );
  styliserTotal(feuille, total, LARGEURS.length);
}

function ecrireVerdict(feuille: Worksheet, communes: readonly Saisies[]): void {
  etiqueter(feuille, 'A4', 'Verdict', 'C4').font = GRAS;
  poser(feuille, 'C4', VERDICT.verdict, 'CONFORME');
  colorerVerdicts(feuille, 'C4');
  feuille.mergeCells('C4:E4');
  etiqueter(feuille, 'A6', 'Constats bloquants', 'C6');
  poser(feuille, 'C6', VERDICT.bloquants, 0);
  etiqueter(feuille, 'A7', 'Lignes à compléter ou à corriger', 'C7');
  poser(feuille, 'C7', VERDICT.aCompleter, 0);
  etiqueter(feuille, 'A5', 'Total du contrat moins total des références', 'C5');
  const ecart = communes.reduce((t, s) => t + (s[7] as number) - valeurs(s).resultats[2]!, 0);
  poser(feuille, 'C5', `H${DERNIERE + 1}-M${DERNIERE + 1}`, ecart);
  ecrireLigne(
    feuille,
    8,
    'A8:O8',
    'Jaune : à remplir. Vert : calculé par formule. Le détail des comparaisons, en entiers exacts, est dans la feuille « Calcul » ; la légende, dans « Lisez-moi ».',
  );
}

function ecrireCommune(feuille: Worksheet, ligne: number, saisies: Saisies | undefined): void {
  SAISIES.forEach(([, , format], rang) => {
    const cellule = feuille.getCell(ligne, rang + 1);
    Object.assign(cellule, { value: saisies?.[rang] ?? null, numFmt: format, border: FILETS, fill: remplir('saisie') });
    if (rang > 1) cellule.alignment = { horizontal: 'center' };
  });
  const resultats = saisies ? [...valeurs(saisies).resultats, ''] : RESULTATS.map(() => '');
  RESULTATS.forEach((r, i) => {
    poserCalculee(feuille, ligne, r, resultats[i]!);
    Object.assign(feuille.getCell(`${r.colonne}${ligne}`), {
      numFmt: FORMATS_CALCULES[i],
      border: FILETS,
      fill: remplir('calcule'),
      alignment: i < 4 ? { horizontal: 'center' } : { wrapText: true },
    });
  });
}

function ecrireCalcul(feuille: Worksheet, communes: readonly Saisies[]): void {
  ecrireLigne(
    feuille,
    3,
    'A3:N3',
    'Une ligne par ligne de la feuille « Contrôle ». Manquants en centièmes de logement, référence en dix-millièmes : tout reste entier, aucune comparaison ne dépend d’un arrondi. 1 : le constat est levé ; 0 : il ne l’est pas.',
  );
  poserEntetes(feuille, ENTETE, ['Ligne', ...CALCUL.map((c) => c.titre)], () => 'calcule');
  for (let ligne = PREMIERE; ligne <= DERNIERE; ligne++) {
    const saisies = communes[ligne - PREMIERE];
    const calcules = saisies ? valeurs(saisies).calcul : CALCUL.slice(0, 5).map(() => '');
    feuille.getCell(`A${ligne}`).value = ligne;
    CALCUL.forEach((c, i) => poserCalculee(feuille, ligne, c, calcules[i] ?? 0));
    for (let c = 1; c <= CALCUL.length + 1; c++)
      Object.assign(feuille.getCell(ligne, c), {
        border: FILETS,
        numFmt: FORMATS.entier,
        alignment: { horizontal: 'center' },
      });
  }
}

const poserCalculee = (feuille: Worksheet, ligne: number, { colonne, formule }: Calculee, valeur: string | number) =>
  poser(feuille, `${colonne}${ligne}`, formule.replaceAll('#', String(ligne)), valeur);

function totaliser(feuille: Worksheet, colonne: string, nombres: readonly number[]): void {
  const adresse = `${colonne}${DERNIERE + 1}`;
  poser(
    feuille,
    adresse,
    `SOMME(${colonne}${PREMIERE}:${colonne}${DERNIERE})`,
    nombres.reduce((a, b) => a + b, 0),
  );
  Object.assign(feuille.getCell(adresse), { numFmt: FORMATS.entier, alignment: { horizontal: 'center' } });
}

const VALIDATIONS = {
  C: auMoins(1, 'Résidences principales', 'un nombre entier de logements, au moins 1'),
  D: auMoins(0, 'Logements sociaux', 'un nombre entier de logements, 0 ou plus'),
  F: parmi('Rang triennal', '0', '1', '2', '3'),
  G: auMoins(0, 'Notifié par l’État', 'un nombre entier de logements, 0 ou plus'),
  H: auMoins(0, 'Objectif du contrat', 'un nombre entier de logements, 0 ou plus'),
  I: parmi('Accord de la commune', 'oui', 'non'),
  J: auMoins(0, 'Périodes consécutives', 'un nombre entier de périodes, 0 ou plus'),
} as const;
