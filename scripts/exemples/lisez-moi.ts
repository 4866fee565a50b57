import type { Workbook, Worksheet } from 'exceljs';
import { ecrireJourIso, typographier } from '../../src/nombres';
import { REFERENCES, type IdReference } from '../../src/droit';
import { ajouterFeuille, ajusterHauteur, FORMATS, GRAS, SOUS_TITRE } from './styles';

/** Une partie de la feuille « Lisez-moi » : des phrases sur toute la largeur, ou des couples (terme, explication) ; un terme peut être un taux. */
export interface Partie {
  readonly titre: string;
  readonly lignes: readonly (string | readonly [terme: string | number, explication: string])[];
}

const LARGEURS = [42, 74];

/** La feuille « Lisez-moi », en dernière position. */
export function ajouterLisezMoi(classeur: Workbook, titre: string, parties: readonly Partie[]): Worksheet {
  const feuille = ajouterFeuille(classeur, 'Lisez-moi', titre, { largeurs: LARGEURS, orientation: 'portrait' });
  let ligne = 3;
  for (const partie of parties) {
    const tete = feuille.getCell(ligne++, 1);
    tete.value = partie.titre;
    tete.font = SOUS_TITRE;
    for (const contenu of partie.lignes) ecrire(feuille, ligne++, contenu);
    ligne += 1;
  }
  return feuille;
}

function ecrire(feuille: Worksheet, ligne: number, contenu: Partie['lignes'][number]): void {
  const renvoi = { wrapText: true, vertical: 'top' } as const;
  const rangee = feuille.getRow(ligne);
  if (typeof contenu === 'string') {
    feuille.mergeCells(ligne, 1, ligne, 2);
    Object.assign(rangee.getCell(1), { value: typographier(contenu), alignment: renvoi });
    ajusterHauteur(rangee, contenu, LARGEURS[0]! + LARGEURS[1]!);
    return;
  }
  const [terme, explication] = contenu;
  Object.assign(rangee.getCell(1), {
    value: terme,
    alignment: { ...renvoi, horizontal: 'left' },
    font: GRAS,
    numFmt: FORMATS.pourcent,
  });
  Object.assign(rangee.getCell(2), { value: typographier(explication), alignment: renvoi });
  ajusterHauteur(rangee, String(terme), LARGEURS[0]!);
  ajusterHauteur(rangee, explication, LARGEURS[1]!);
}

/** Les articles appliqués, dans leur version. */
export const loi = (...ids: readonly IdReference[]): Partie => ({
  titre: 'La loi',
  lignes: [
    'La loi ne dit pas « CIMS » : c’est un contrat de mixité sociale (CMS) mutualisant. Les deux mots désignent ici la même chose.',
    ...articles(ids),
  ],
});

/** Les mêmes, pour un classeur qui ne parle pas de mutualisation. */
export const loiSansCims = (...ids: readonly IdReference[]): Partie => ({ titre: 'La loi', lignes: articles(ids) });

const articles = (ids: readonly IdReference[]) =>
  ids.map((id) => {
    const { article, version, objet } = REFERENCES[id];
    return [article, `${objet} (version du ${ecrireJourIso(version)})`] as const;
  });

export const FONCTIONS_ABSENTES: Partie = {
  titre: 'Si des cellules affichent #NOM?',
  lignes: [
    'Le complément « Mutualisation SRU » n’est pas chargé : le groupe « Mutualisation SRU » doit figurer sous l’onglet Accueil. Sinon, le demander au service informatique, qui l’attribue aux agents.',
    'Complément présent : attendre quelques secondes qu’il démarre, puis recalculer tout le classeur (Ctrl + Alt + F9). En dernier recours, ouvrir la cellule (F2) et valider (Entrée).',
    'Sans complément, les valeurs enregistrées dans le classeur restent lisibles tant qu’on ne recalcule pas : ne pas toucher aux formules. LibreOffice, lui, recalcule dès l’ouverture et affiche #NAME? : ne pas y enregistrer le classeur, les valeurs seraient perdues.',
    'Sans Excel, la commande « npm run verifier -- classeur.xlsx » contrôle le tableau à partir des valeurs enregistrées.',
  ],
};
