import type { Workbook, Worksheet } from 'exceljs';
import { ajouterDetail, deverserConstats, expliquer } from './detail';
import { appeler, deverser, lirePlage, poser } from './formules';
import { lireCommunes, PUBLIE, type Saisies } from './grand-poitiers-donnees';
import { LISEZ_MOI } from './grand-poitiers-textes';
import { ajouterLisezMoi, FONCTIONS_ABSENTES, loi } from './lisez-moi';
import {
  appelerControle,
  COLONNES,
  etiqueterContexte,
  LARGEURS,
  plageDe,
  placer,
  poserVerdict,
  styliserLignes,
  totaliser,
  type Place,
} from './mutualisation';
import { ajouterPlanchers } from './planchers';
import { ajouterFeuille, avertir, ecrireLegende, etiqueter, FORMATS, poserEntetes, type Fond } from './styles';

const ENTETE = 8;

/** Le contrat de Grand Poitiers : ce que la préfecture a publié, et une reconstitution qui le dit. */
export async function ecrireGrandPoitiers(classeur: Workbook, csv: string): Promise<void> {
  const communes = lireCommunes(csv);
  const place = placer(ENTETE, communes.length);
  await ecrireMutualisation(classeur, communes, place);
  await ecrireDetail(classeur, place);
  await ajouterPlanchers(classeur, place);
  ajouterLisezMoi(classeur, 'Lisez-moi : le classeur de Grand Poitiers', [
    ...LISEZ_MOI,
    loi('L302-8-VII', 'L302-8-VIII', 'L302-8-IX', 'L302-8-X', 'L302-8-1'),
    FONCTIONS_ABSENTES,
  ]);
}

const PUBLIEES = new Set(['Code INSEE', 'Commune', 'Taux LLS publié', 'Taux cible']);
const fondDe = (rang: number): Fond => {
  const { titre, nature } = COLONNES[rang]!;
  if (PUBLIEES.has(titre)) return 'publie';
  return nature === 'calcul' ? 'calcule' : 'reconstitue';
};
const TITRES = COLONNES.map(({ titre }) => (PUBLIEES.has(titre) ? titre : `${titre} *`));

async function ecrireMutualisation(classeur: Workbook, communes: readonly Saisies[], place: Place): Promise<void> {
  const feuille = ajouterFeuille(
    classeur,
    'Mutualisation',
    'Grand Poitiers : contrat de mixité sociale mutualisant, période 2023-2025',
    { largeurs: LARGEURS, entete: ENTETE, colonnesFigees: 2 },
  );
  ecrireEntourage(feuille, place);
  poserEntetes(feuille, ENTETE, TITRES, fondDe);
  communes.forEach((saisies, i) =>
    saisies.forEach((valeur, c) => {
      if (valeur !== null) feuille.getCell(place.premiere + i, c + 1).value = valeur;
    }),
  );
  await calculer(feuille, place);
  styliserLignes(feuille, place);
  totaliser(feuille, place);
  poserVerdict(feuille, place.verdict, await appelerControle(feuille, 'CIMS.VALIDER', place));
  const total = place.derniere + 1;
  const [[reference, contrat]] = lirePlage(feuille, `J${total}:K${total}`) as [[number, number]];
  const hausse = etiqueter(feuille, 'I6', 'Total du contrat / total des références', 'M6');
  hausse.numFmt = FORMATS.hausse;
  poser(feuille, 'M6', `K${total}/J${total}-1`, contrat / reference - 1);
  ecrireLegende(feuille, total + 2, LEGENDE);
}

/** Une formule par colonne, dans sa cellule de tête ; elle se déverse sur les dix communes. */
async function calculer(feuille: Worksheet, place: Place): Promise<void> {
  const [rp, lls, cible, rang] = ['D', 'E', 'F', 'G'].map((c) => plageDe(place, c)) as [string, string, string, string];
  const { premiere, periode } = place;
  deverser(feuille, `H${premiere}`, await appeler(feuille, 'SRU.MANQUANTS', rp, lls, cible));
  deverser(feuille, `I${premiere}`, await appeler(feuille, 'SRU.RATTRAPAGE', rp, lls, cible, rang, periode));
  deverser(feuille, `J${premiere}`, await appeler(feuille, 'SRU.OBJECTIF', rp, lls, cible, rang, periode));
  deverser(feuille, `O${premiere}`, await appeler(feuille, 'CIMS.PLANCHER', rp, lls, cible, rang));
  const taux = await appeler(feuille, 'SRU.TAUX', lls, rp);
  const cibles = lirePlage(feuille, cible) as [number][];
  deverser(feuille, `N${premiere}`, {
    texte: `100*(${cible}-${taux.texte})`,
    valeurs: (taux.valeurs as [number][]).map(([t], i) => [100 * (cibles[i]![0] - t)]),
  });
}

function ecrireEntourage(feuille: Worksheet, place: Place): void {
  avertir(
    feuille,
    'A2:O2',
    `Illustration. La préfecture de la Vienne a publié les dix communes, leurs taux, le taux cible de ${PUBLIE.cible} %, le total de ${PUBLIE.total} logements et la hausse de ${PUBLIE.hausse} %. Toutes les colonnes marquées * sont une reconstitution, de pure illustration.`,
  );
  etiqueter(feuille, 'A3', 'Intercommunalité', 'C3').value = 'Grand Poitiers Communauté urbaine (Vienne)';
  etiqueter(feuille, 'A4', 'Période triennale', place.periode).value = '2023-2025';
  etiqueter(feuille, 'A5', 'Source', 'C5').value = 'Préfecture de la Vienne, « Signature du CMS mutualisant »';
  etiqueter(feuille, 'A6', 'Communes', 'C6').value = 'Les 10 déficitaires, sur les 40 de la communauté urbaine';
  etiqueterContexte(feuille, place, 'I', ' *');
  feuille.getCell(place.plh).value = 'oui';
  feuille.getCell(place.avis).value = 'recueilli';
}

const LEGENDE: readonly (readonly [Fond | null, string])[] = [
  [
    'publie',
    `Publié par la préfecture (codes INSEE : code officiel géographique). Sont aussi publiés le total de ${PUBLIE.total} logements et la hausse de ${PUBLIE.hausse} %.`,
  ],
  [
    'reconstitue',
    '* Reconstitué pour l’illustration, de façon à retrouver ce qui est publié ; fictif commune par commune.',
  ],
  [
    'calcule',
    '* Calculé par les fonctions SRU et CIMS à partir de la reconstitution : une formule par colonne, en tête, qui se déverse.',
  ],
  [
    null,
    'Plancher : la moitié de la référence non arrondie, à l’entier supérieur ; pour une commune entrante (rang 1 ou 2), sa référence même, arrondie de même, qui ne s’abaisse pas.',
  ],
];

async function ecrireDetail(classeur: Workbook, place: Place): Promise<void> {
  const feuille = ajouterDetail(classeur, 'Détail : le calcul d’une commune et les constats du contrôle');
  avertir(
    feuille,
    'A2:E2',
    'Reconstitution pour l’illustration, comme les colonnes marquées * de la feuille « Mutualisation ».',
  );
  const colonne = (c: string) => `Mutualisation!$${c}$${place.premiere}:$${c}$${place.derniere}`;
  const suite = await expliquer(feuille, 4, {
    liste: colonne('B'),
    nom: 'Saint-Benoît',
    periode: `Mutualisation!${place.periode}`,
    colonnes: [colonne('D'), colonne('E'), colonne('F'), colonne('G')],
  });
  deverserConstats(feuille, suite, await appelerControle(feuille, 'CIMS.CONSTATS', place, 'Mutualisation!'));
}
