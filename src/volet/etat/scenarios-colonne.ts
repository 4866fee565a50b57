import { versNombre } from '../../nombres';
import { adresse, estRemplie, lireObjectif, normaliser, type Plage } from '../../tableau';
import { premiereLibre } from './colonnes-calculees';
import type { TableauControle } from './controles';
import { clesDe, type Scenario } from './scenarios';

/** Où un scénario s'écrit : dans la colonne vide du contrat, sinon dans une colonne neuve à droite du tableau. */
export interface ColonneDeScenario {
  /** La colonne du contrat, que le contrôle lit. */
  readonly duContrat: boolean;
  readonly feuille: string;
  readonly plage: Plage;
  readonly entete: string;
  readonly cellules: readonly (readonly (string | number)[])[];
}

/**
 * Un objectif par commune, dans la colonne « Objectif du contrat » si elle est vide ; sinon dans la première colonne libre, avec leur
 * somme là où l'agent a sa ligne de total : son en-tête, « Scénario B », n'est celui d'aucune colonne connue, et le contrôle du
 * classeur ne change pas. `null` si un objectif ne se lit pas.
 */
export function colonneDeScenario(trouve: TableauControle, { lettre, objectifs }: Scenario): ColonneDeScenario | null {
  const { feuille, tableau } = trouve;
  const valeurs = new Map<number, string | number>();
  for (const [ligne, cle] of clesDe(tableau)) {
    const lecture = lireObjectif(objectifs[cle] ?? '');
    if (lecture.etat === 'lue') valeurs.set(ligne.ligne, versNombre(lecture.valeur.valeur));
    else if (lecture.etat !== 'vide') return null;
  }
  const communes = tableau.lignes.map(({ ligne }) => ligne);
  const [premiere, derniere] = [Math.min(...communes), Math.max(...communes)];
  const contrat = contratVide(trouve, premiere, derniere);
  if (contrat !== null) {
    const plage = { ligne: premiere, colonne: contrat.colonne, ligneFin: derniere, colonneFin: contrat.colonne };
    const cellules = Array.from({ length: derniere - premiere + 1 }, (_, i) => [valeurs.get(premiere + i) ?? '']);
    return { duContrat: true, feuille: feuille.id, plage, entete: contrat.entete, cellules };
  }
  const debut = tableau.ligneEntete;
  const fin = Math.max(derniere, tableau.total?.ligne ?? 0);
  const colonne = premiereLibre(trouve, debut, fin, 1);
  if (tableau.total) {
    valeurs.set(tableau.total.ligne, `=SUM(${adresse(premiere, colonne)}:${adresse(derniere, colonne)})`);
  }
  const entete = enteteLibre(trouve, `Scénario ${lettre}`);
  valeurs.set(debut, entete);
  const cellules = Array.from({ length: fin - debut + 1 }, (_, i) => [valeurs.get(debut + i) ?? '']);
  const plage = { ligne: debut, colonne, ligneFin: fin, colonneFin: colonne };
  return { duContrat: false, feuille: feuille.id, plage, entete, cellules };
}

/** La colonne du contrat, si aucune de ses cellules n'est remplie d'une commune à l'autre ; un contrat en morceaux n'en a pas une seule. */
function contratVide({ feuille, tableau }: TableauControle, premiere: number, derniere: number) {
  const entete = tableau.entetes.get('objectif_contrat');
  if (!entete || tableau.pieces.length > 1) return null;
  const colonne = entete.position;
  if (entete.cellule !== adresse(tableau.ligneEntete, colonne)) return null;
  for (let l = premiere; l <= derniere; l++) if (estRemplie(feuille.cellule(l, colonne))) return null;
  return { colonne, entete: entete.texte };
}

/** « Scénario B », puis « Scénario B (2) » : deux colonnes ne portent pas le même nom. */
function enteteLibre({ feuille, tableau: { ligneEntete } }: TableauControle, voulu: string): string {
  const pris = new Set(
    feuille.colonnes(ligneEntete).map((c) => normaliser(String(feuille.cellule(ligneEntete, c)?.valeur ?? ''))),
  );
  let entete = voulu;
  for (let rang = 2; pris.has(normaliser(entete)); rang++) entete = `${voulu} (${rang})`;
  return entete;
}
