import { adressePlage, type Colonne, type Tableau } from '../../tableau';
import type { FonctionDeclaree } from '../../fonctions/declaration';
import type { TableauControle } from './controles';
import type { Precisions } from '../../tableau';

/** La colonne d'un tableau où une fonction trouve son argument. */
const COLONNE_DE: Readonly<Record<string, Colonne>> = {
  residences_principales: 'residences_principales',
  logements_sociaux: 'logements_sociaux',
  taux_cible: 'taux_cible',
  rang: 'rang_triennal',
  manquants: 'manquants',
  taux_lls: 'taux_lls',
  taux_publie: 'taux_lls',
  population: 'population',
  inconstructibilite: 'inconstructibilite',
  periodes_consecutives: 'periodes_consecutives_abaissees',
  logements: 'objectif_contrat',
  plai: 'plai',
  pls: 'pls',
};

/** La formule que « Insérer » écrit (notation d'Excel) : sur le tableau regardé si ses colonnes suffisent, sinon l'exemple de l'aide. */
export function formuleAInserer(
  fonction: FonctionDeclaree,
  trouve: TableauControle | null,
  reglages: Precisions,
): string | null {
  const arguments_ = trouve && argumentsDuTableau(fonction, trouve, reglages);
  if (arguments_) return `=${fonction.nom}(${arguments_.join(',')})`;
  return fonction.arguments[0]?.nom === 'tableau' ? null : enNotationDExcel(fonction.exemples[0]!);
}

function argumentsDuTableau(
  { arguments: args }: FonctionDeclaree,
  trouve: TableauControle,
  reglages: Precisions,
): string[] | null {
  const { feuille, tableau } = trouve;
  const [premiere] = tableau.lignes;
  const prefixe = `'${feuille.nom.replaceAll("'", "''")}'!`;
  const valeurs = args.map(({ nom }) => {
    if (nom === 'tableau') return prefixe + adressePlage(tableau.plage);
    const colonne = COLONNE_DE[nom];
    if (colonne && premiere && tableau.colonnes.has(colonne)) return argumentDe(prefixe, premiere, colonne);
    return reglageEcrit(nom, reglages);
  });
  if (args.some((p, i) => !p.facultatif && valeurs[i] === '')) return null;
  while (valeurs.at(-1) === '') valeurs.pop();
  return valeurs;
}

/** Une cellule vide ne doit jamais passer pour un rang 0, qui serait une commune entrante. */
export function argumentDe(prefixe: string, ligne: Tableau['lignes'][number], colonne: Colonne): string {
  const cellule = prefixe + ligne.cellule(colonne);
  return colonne === 'rang_triennal' ? `IF(${cellule}="",3,${cellule})` : cellule;
}

export function reglageEcrit(nom: string, { plh, avis, periode }: Precisions): string {
  if (nom === 'plh') return plh === null ? '' : plh ? '"oui"' : '"non"';
  if (nom === 'avis') return avis === null ? '' : `"${avis}"`;
  return nom === 'periode' && periode !== null ? `"${periode}"` : '';
}

/** « =F(9,9;"non") → … » devient « =F(9.9,"non") » : hors des guillemets, la virgule est décimale et le point-virgule sépare. */
export function enNotationDExcel(exemple: string): string {
  const formule = exemple.replace(/ (?:→|à droite).*$/s, '');
  return formule
    .split('"')
    .map((partie, i) => (i % 2 === 1 ? partie : partie.replace(/(\d),(\d)/g, '$1.$2').replaceAll(';', ',')))
    .join('"');
}
