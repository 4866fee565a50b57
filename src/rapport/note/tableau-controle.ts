import { ecrire } from '../../nombres';
import type { Colonne, ControleBilan, ControleObjectifs, LigneEvaluee } from '../../tableau';
import { partieDuResultat } from '../natures';
import { totalDuBilan } from '../natures/bilan';
import { celluleEcrite } from './cellule-ecrite';
import { mots, nombre, tableau, type Bloc, type Colonne as ColonneDeTable } from './document';

/** Une colonne de l'annexe : ce qu'elle montre d'une commune ; `calculee`, elle y est même si le tableau ne l'a pas. */
interface ColonneAnnexee {
  readonly colonne: Colonne;
  readonly entete: ColonneDeTable;
  readonly calculee?: (l: LigneEvaluee) => string;
}

/** Dans l'ordre où l'annexe les montre, après la commune. */
const COLONNES: readonly ColonneAnnexee[] = [
  { colonne: 'code_insee', entete: mots('INSEE', 8) },
  { colonne: 'epci', entete: mots('EPCI', 16) },
  { colonne: 'population', entete: nombre('Population', 11) },
  { colonne: 'residences_principales', entete: nombre('Résidences principales', 11) },
  { colonne: 'logements_sociaux', entete: nombre('Logements sociaux', 10) },
  { colonne: 'taux_lls', entete: nombre('Taux (%)', 8), calculee: ({ taux }) => (taux ? ecrire(taux) : '') },
  { colonne: 'taux_cible', entete: nombre('Cible (%)', 7) },
  { colonne: 'rang_triennal', entete: nombre('Rang', 6) },
  { colonne: 'inconstructibilite', entete: nombre('Inconstr. (%)', 11) },
  {
    colonne: 'manquants',
    entete: nombre('Manquants', 11),
    calculee: ({ manquants }) => (manquants ? ecrire(manquants) : '?'),
  },
  {
    colonne: 'taux_rattrapage',
    entete: nombre('Rattrapage (%)', 11),
    calculee: ({ rattrapage }) => (rattrapage ? String(rattrapage.pourcent) : '?'),
  },
  {
    colonne: 'objectif_reference',
    entete: nombre('Référence', 10),
    calculee: ({ reference }) => (reference ? ecrire(reference) : '?'),
  },
  { colonne: 'objectif_contrat', entete: nombre('Contrat', 9) },
  { colonne: 'realises', entete: nombre('Réalisés', 9) },
  { colonne: 'plai', entete: nombre('PLAI', 6) },
  { colonne: 'plus', entete: nombre('PLUS', 6) },
  { colonne: 'pls', entete: nombre('PLS', 6) },
  { colonne: 'minimum_commune', entete: nombre('Minimum', 9) },
  { colonne: 'maximum_commune', entete: nombre('Maximum', 9) },
  { colonne: 'projets_identifies', entete: nombre('Projets identifiés', 10) },
  { colonne: 'accord_commune', entete: mots('Accord', 9) },
  { colonne: 'periodes_consecutives_abaissees', entete: nombre('Périodes abaissées', 10) },
  { colonne: 'soumise_prelevement', entete: mots('Soumise au prélèvement', 11) },
  { colonne: 'prelevement', entete: nombre('Prélèvement (€)', 12) },
  { colonne: 'potentiel_fiscal_habitant', entete: nombre('Potentiel fiscal (€/hab.)', 11) },
  { colonne: 'depenses_fonctionnement', entete: nombre('Dépenses (€)', 13) },
  { colonne: 'attributions', entete: nombre('Attributions', 12) },
  { colonne: 'soumise_sru', entete: mots('Soumise SRU', 9) },
  { colonne: 'deficitaire', entete: mots('Déficitaire', 11) },
  { colonne: 'carencee', entete: mots('Carencée', 9) },
  { colonne: 'exemptee', entete: mots('Exemptée', 9) },
  { colonne: 'statut', entete: mots('Statut', 12) },
];

/** Ce qui s'annexe : le tableau d'un inventaire est déjà dans son chapitre. */
export type Annexable = ControleObjectifs | ControleBilan;

const COMMUNE = mots('Commune', 24);
/** Au-delà, une page en paysage ne tient plus ses mots entiers : la suite est un second tableau. */
const LARGEUR_MAXIMALE = 140;

/** Le tableau contrôlé : ses colonnes reconnues, et celles que le contrôle a calculées. */
export function tableauControle(controle: Annexable): Bloc[] {
  const { tableau: source } = controle;
  const presentes = COLONNES.filter(
    ({ colonne, calculee }) =>
      source.colonnes.has(colonne) || (calculee !== undefined && controle.nature === 'objectifs'),
  );
  const rangee =
    controle.nature === 'objectifs'
      ? (c: ColonneAnnexee, i: number) =>
          c.calculee?.(controle.lignes[i]!) ?? celluleEcrite(c.colonne, source.lignes[i]!)
      : (c: ColonneAnnexee, i: number) => celluleEcrite(c.colonne, source.lignes[i]!);
  const pages = paginer(presentes);
  return pages.map((colonnes, page) => {
    const suite = pages.length > 1 ? ` (${page + 1} sur ${pages.length})` : '';
    return tableau(
      `Tableau contrôlé : feuille « ${source.feuille} »${suite}`,
      [COMMUNE, ...colonnes.map((c) => c.entete)],
      [
        ...source.lignes.map(({ nom }, i) => [nom, ...colonnes.map((c) => rangee(c, i))]),
        ['Total', ...colonnes.map((c) => totalDe(c.colonne, controle))],
      ],
      { total: true },
    );
  });
}

/** Les colonnes, en autant de tableaux qu'il en faut pour que chacun tienne dans la page. */
function paginer(colonnes: readonly ColonneAnnexee[]): ColonneAnnexee[][] {
  const pages: ColonneAnnexee[][] = [[]];
  let largeur = COMMUNE.largeur;
  for (const c of colonnes) {
    largeur += c.entete.largeur;
    if (largeur > LARGEUR_MAXIMALE) {
      pages.push([]);
      largeur = COMMUNE.largeur + c.entete.largeur;
    }
    pages.at(-1)!.push(c);
  }
  return pages;
}

function totalDe(colonne: Colonne, controle: Annexable): string {
  const compte = (n: number | null, sinon = '') => (n === null ? sinon : ecrire(n));
  const { totalReference, totalContrat } = partieDuResultat(controle);
  if (colonne === 'objectif_reference') return compte(totalReference, '?');
  if (colonne === 'objectif_contrat') return compte(totalContrat);
  return colonne === 'realises' && controle.nature === 'bilan' ? compte(totalDuBilan(controle.communes).realises) : '';
}
