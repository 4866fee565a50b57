import type { Workbook } from 'exceljs';
import { laPart, LOI, PLANCHERS_ABAISSANTS } from '../droit-en-mots';
import { appeler, deverser, lirePlage } from './formules';
import type { Place } from './mutualisation';
import { ajouterFeuille, avertir, ecrireLigne, FILETS, FORMATS, poserEntetes } from './styles';

const ENTETE = 5;
// Deux colonnes connues du contrôle seulement (commune, rang) : cette feuille n'est pas un second tableau à contrôler.
const TITRES = [
  'Commune',
  'Rang triennal *',
  'Plancher d’un CMS abaissant (IX) *',
  'Plancher mutualisé, CIMS (X) *',
  'Lecture',
];
const LECTURE =
  'Entrante (VIII) : aucun contrat n’abaisse son objectif ; son plancher mutualisé est sa référence, à l’entier supérieur.';

/** La feuille « Planchers » : les deux planchers côte à côte, et pourquoi l'un est sans objet. */
export async function ajouterPlanchers(classeur: Workbook, { premiere, derniere }: Place): Promise<void> {
  const feuille = ajouterFeuille(classeur, 'Planchers', 'Planchers : jusqu’où un contrat peut abaisser l’objectif', {
    largeurs: [32, 10, 22, 22, 92],
    entete: ENTETE,
  });
  avertir(
    feuille,
    'A2:E2',
    'Reconstitution pour l’illustration, comme la feuille « Mutualisation » dont les chiffres viennent.',
  );
  ecrireLigne(
    feuille,
    3,
    'A3:E3',
    `CMS.PLANCHER rend ${PLANCHERS_ABAISSANTS} des logements manquants selon l’écart au taux cible (L. 302-8, IX) ; CIMS.PLANCHER ${laPart(LOI.mutualisation.partDeLaReference)} de l’objectif de référence (X). #N/A n’est pas une panne : la fonction dit ainsi que la loi n’ouvre pas cet abaissement à la commune.`,
  );
  poserEntetes(feuille, ENTETE, TITRES, (rang) => (rang === 0 ? 'publie' : 'calcule'));
  const source = (c: string) => `Mutualisation!${c}${premiere}:${c}${derniere}`;
  const debut = ENTETE + 1;
  const fin = debut + derniere - premiere;
  const parc = [source('D'), source('E'), source('F'), source('G')];
  deverser(feuille, `A${debut}`, { texte: source('B'), valeurs: lirePlage(feuille, source('B')) });
  deverser(feuille, `B${debut}`, { texte: source('G'), valeurs: lirePlage(feuille, source('G')) });
  deverser(feuille, `C${debut}`, await appeler(feuille, 'CMS.PLANCHER', ...parc));
  deverser(feuille, `D${debut}`, await appeler(feuille, 'CIMS.PLANCHER', ...parc));
  const planchers = lirePlage(feuille, `C${debut}:C${fin}`);
  deverser(feuille, `E${debut}`, {
    texte: `SI(ESTNA(C${debut}:C${fin});"${LECTURE}";"")`,
    valeurs: planchers.map(([plancher]) => [typeof plancher === 'number' ? '' : LECTURE]),
  });
  for (let ligne = debut; ligne <= fin; ligne++) {
    for (let c = 1; c <= TITRES.length; c++) feuille.getCell(ligne, c).border = FILETS;
    for (const c of ['B', 'C', 'D']) {
      Object.assign(feuille.getCell(`${c}${ligne}`), { numFmt: FORMATS.entier, alignment: { horizontal: 'center' } });
    }
  }
}
