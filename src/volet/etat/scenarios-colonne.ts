import { versNombre } from '../../nombres';
import { adresse, lireObjectif, normaliser, type Plage } from '../../tableau';
import { premiereLibre } from './colonnes-calculees';
import type { TableauControle } from './controles';
import { clesDe, type Scenario } from './scenarios';

/** La colonne qu'un scénario écrit à droite du tableau. */
export interface ColonneDeScenario {
  readonly feuille: string;
  readonly plage: Plage;
  readonly entete: string;
  readonly cellules: readonly (readonly (string | number)[])[];
}

/**
 * Un objectif par commune, et leur somme là où l'agent a sa ligne de total, dans la première colonne libre ; `null` si un objectif
 * ne se lit pas. L'en-tête, « Scénario B », n'est celui d'aucune colonne connue : le contrôle du classeur ne change pas.
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
  return { feuille: feuille.id, plage, entete, cellules };
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
