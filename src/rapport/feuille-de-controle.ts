import type { CelluleAEcrire, FeuilleAEcrire, StyleDeCellule } from '../classeur/feuille-a-ecrire';
import { REFERENCES } from '../droit';
import { couper, ecrireCompte, ecrireJourEnLettres, ecrireJourIso, typographier } from '../nombres';
import { adressePlage, contratDe, correctionDe, type Controle, type Plage } from '../tableau';
import { METHODE } from './methode';
import {
  articlesDe,
  AVIS_EN_MOTS,
  communesEnCellules,
  groupes,
  lieuDe,
  phraseDesTotaux,
  phraseDuCadre,
  sourceDe,
  titreDuControle,
  verdictEnTitre,
} from './presentation';

/** Ce que la feuille dit en plus du contrôle. */
export interface DossierDeControle {
  readonly controle: Controle;
  /** Vide : non précisée. */
  readonly epci: string;
  /** Le jour du contrôle, AAAA-MM-JJ. */
  readonly date: string;
  readonly version: string;
  /** Ce que la feuille dit elle-même de ses chiffres (« reconstitution », « provisoire »…). */
  readonly reserves: readonly string[];
}

const LARGEURS = [28, 12, 10, 10, 9, 12, 12];
const DERNIERE = LARGEURS.length - 1;
/** Une fusion ne s'ajuste pas à son texte : chaque ligne de texte a sa rangée. */
const LIGNE_ENTIERE = 84;
const LIGNE_DE_DROITE = 65;
const COMMUNES_DU_GRAPHIQUE = 40;
const HAUTEUR_DU_GRAPHIQUE = 18;

/** La feuille à joindre au dossier de la commission : contexte, communes, graphique, constats avec leurs articles, méthode. */
export function feuilleDeControle(dossier: DossierDeControle): FeuilleAEcrire {
  const { controle, date, version } = dossier;
  const { droit } = controle.contexte;
  const lignes: (readonly CelluleAEcrire[])[] = [];
  const fusions: Plage[] = [];
  const ajouter = (...cellules: CelluleAEcrire[]) => void lignes.push(cellules);
  /** Un texte de la colonne donnée à la dernière, sur autant de rangées qu'il faut ; `marge` remplit la première colonne. */
  const ecrireTexte = (texte: string, style: StyleDeCellule, marge?: CelluleAEcrire) => {
    const colonne = marge ? 1 : 0;
    couper(typographier(texte), marge ? LIGNE_DE_DROITE : LIGNE_ENTIERE).forEach((valeur, i) => {
      fusions.push({ ligne: lignes.length, colonne, ligneFin: lignes.length, colonneFin: DERNIERE });
      const cellule = { valeur, style };
      ajouter(...(marge ? [i === 0 ? marge : {}, cellule] : [cellule]));
    });
  };

  ecrireTexte(titreDuControle(controle), 'titre');
  ecrireTexte(`${verdictEnTitre(controle)} : ${decompte(controle)}`, STYLE_DU_VERDICT[controle.verdict]);
  for (const reserve of dossier.reserves) ecrireTexte(`Réserve du classeur : « ${reserve} »`, 'alerte');
  ajouter();
  ecrireTexte('Contexte', 'sous-titre');
  for (const [nom, valeur] of contexte(dossier)) ecrireTexte(valeur, 'texte', { valeur: nom, style: 'note' });
  ajouter();
  ecrireTexte('Communes', 'sous-titre');
  const entete = lignes.length;
  for (const rangee of communesEnCellules(controle, droit)) ajouter(...rangee);
  const total = phraseDesTotaux(controle);
  if (total) ecrireTexte(total, 'texte');
  ajouter();

  const graphiques = graphiqueDes(controle, entete, lignes.length);
  if (graphiques.length > 0) for (let i = 0; i <= HAUTEUR_DU_GRAPHIQUE; i++) ajouter();
  for (const { titre, constats } of groupes(controle.constats)) {
    ecrireTexte(`${titre} (${constats.length})`, 'sous-titre');
    for (const constat of constats) {
      ecrireTexte(constat.message, 'texte', { valeur: lieuDe(constat) || 'Ensemble', style: constat.gravite });
      ecrireTexte(`Que faire : ${correctionDe(constat)}`, 'texte', {});
      ecrireTexte(`${sourceDe(constat)} (${constat.code}).`, 'note', {});
    }
    ajouter();
  }
  ecrireTexte('Méthode', 'sous-titre');
  for (const phrase of METHODE) ecrireTexte(phrase, 'note');

  return {
    nom: 'Feuille de contrôle',
    largeurs: LARGEURS,
    lignes,
    fusions,
    graphiques,
    orientation: 'portrait',
    entete: titreDuControle(controle),
    pied: `Mutualisation SRU ${version}, ${ecrireJourEnLettres(date)}`,
  };
}

const STYLE_DU_VERDICT = {
  conforme: 'conforme',
  'non conforme': 'bloquant',
  indetermine: 'alerte',
  'rien a controler': 'information',
} as const;

function decompte({ constats }: Controle): string {
  const bloquants = constats.filter((c) => c.gravite === 'bloquant').length;
  const manques = constats.filter((c) => c.gravite !== 'bloquant' && c.empecheDeConclure).length;
  if (bloquants > 0) return ecrireCompte(bloquants, 'constat bloquant', 'constats bloquants');
  return manques > 0 ? `${ecrireCompte(manques, 'point')} à compléter` : 'aucun constat bloquant';
}

function contexte({ controle, epci, date, version }: DossierDeControle): [string, string][] {
  const { tableau, contexte: propre } = controle;
  const { droit, plh, avis } = propre;
  const textes = articlesDe(controle).map(
    (id) => `${REFERENCES[id].article}, version du ${ecrireJourIso(REFERENCES[id].version)}`,
  );
  const conditions: [string, string][] = [
    ['Programme local de l’habitat', plh === null ? 'non précisé, à confirmer' : plh ? 'exécutoire' : 'aucun'],
    ['Avis de la commission', avis === null ? 'non précisé, à confirmer' : AVIS_EN_MOTS[avis]],
  ];
  return [
    ['Intercommunalité', epci || 'non précisée'],
    ['Tableau contrôlé', `feuille « ${tableau.feuille} », ${adressePlage(tableau.plage)}`],
    ['Cadre', phraseDuCadre(controle, droit)],
    ...(contratDe(controle) === 'cims' ? conditions : []),
    ['Contrôlé le', ecrireJourEnLettres(date)],
    ['Outil', `Mutualisation SRU ${version} ; ${textes.join(' ; ')}`],
  ];
}

/** Commune, référence, contrat et plancher se suivent : le graphique lit la feuille même. */
function graphiqueDes(controle: Controle, entete: number, apres: number): FeuilleAEcrire['graphiques'] {
  const { lignes } = controle.tableau;
  if (controle.nature !== 'objectifs' || lignes.length === 0 || lignes.length > COMMUNES_DU_GRAPHIQUE) return [];
  return [
    {
      titre: 'Objectif du contrat, référence et plancher de chaque commune',
      description: `Pour chacune des ${lignes.length} communes, trois barres : la référence, l’objectif du contrat et le plancher. Les mêmes nombres sont dans le tableau au-dessus.`,
      plage: { ligne: entete, colonne: 0, ligneFin: entete + lignes.length, colonneFin: 3 },
      position: { ligne: apres, colonne: 0, ligneFin: apres + HAUTEUR_DU_GRAPHIQUE - 1, colonneFin: DERNIERE },
    },
  ];
}
