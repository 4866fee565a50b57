import { creerDepartements, type Departements } from './departements';
import { cleDeNom, deplierCles } from './noms';
import { creerRechercheDEpci, ditUneFormeDEpci, nomNuDEpci, type RechercheDEpci } from './recherche';

export type { Departement } from './departements';
export { arrondissementDuNom, cleDeNom } from './noms';
export type { Epci, RechercheDEpci } from './recherche';

export interface CommuneConnue {
  readonly code: string;
  readonly nom: string;
  readonly population: number;
  readonly epci: string;
  readonly nomEpci: string;
}

/**
 * Les communes d'au moins `populationMinimale` habitants et leur EPCI à fiscalité propre (INSEE, DGCL, Etalab ; Licence
 * Ouverte 2.0).
 */
export interface Annuaire extends Departements {
  readonly millesime: number;
  readonly source: string;
  readonly populationMinimale: number;
  parCode(code: string): CommuneConnue | undefined;
  /** Toutes les communes de ce nom, à l'écriture près, fût-il écrit sans son article. */
  parNom(nom: string): readonly CommuneConnue[];
  /** Au moins une commune de France porte ou a porté ce nom, à l'écriture près, au-dessous du seuil aussi. */
  connait(nom: string): boolean;
  /**
   * Ce nom est celui d'un EPCI, écrit ou non avec sa forme (« CU », « Communauté urbaine »). Celui que porte aussi une
   * de ses communes veut sa forme : « Saint-Lô Agglo » en est un, « Saint l Lô » peut être Saint-Lô mal écrit.
   */
  nommeUnEpci(nom: string): boolean;
  membres(epci: string): readonly CommuneConnue[];
  /** Les EPCI qu'un texte nomme, même en cours de frappe ; à défaut, les trois plus proches. */
  chercherEpci(texte: string): RechercheDEpci;
}

/** La forme de `communes.json`, écrite par `npm run annuaire`. */
export interface Donnees {
  readonly millesime: number;
  readonly source: string;
  readonly populationMinimale: number;
  readonly departements: readonly (readonly [code: string, nom: string])[];
  readonly epcis: readonly [string, string, readonly [string, string, number][]][];
}

/**
 * @param autresNoms les clés, pliées par `plierCles`, des noms qui ne sont pas dans `epcis` (`noms.json`)
 */
export function creerAnnuaire(
  { millesime, source, populationMinimale, departements, epcis }: Donnees,
  autresNoms: readonly string[] = [],
): Annuaire {
  const codes = new Map<string, CommuneConnue>();
  const parEpci = new Map<string, CommuneConnue[]>();
  for (const [epci, nomEpci, communes] of epcis) {
    const membres = communes.map(([code, nom, population]) => ({ code, nom, population, epci, nomEpci }));
    parEpci.set(epci, membres);
    for (const commune of membres) codes.set(commune.code, commune);
  }
  let noms: Map<string, CommuneConnue[]> | null = null;
  let autres: Set<string> | null = null;
  let communesParNomDEpci: Map<string, Donnees['epcis'][number][2]> | null = null;
  const reels = epcis.flatMap(([code, nom]) => (SIREN.test(code) ? [{ code, nom }] : []));
  const parCle = (cle: string) => (noms ??= grouper(codes.values())).get(cle);
  return {
    millesime,
    source,
    populationMinimale,
    parCode: (code) => codes.get(code),
    parNom(nom) {
      const cle = cleDeNom(nom);
      return parCle(cle) ?? (cle ? ARTICLES.flatMap((article) => parCle(`${article} ${cle}`) ?? []) : []);
    },
    connait(nom) {
      const cle = cleDeNom(nom);
      return cle !== '' && (parCle(cle) !== undefined || (autres ??= deplierCles(autresNoms)).has(cle));
    },
    nommeUnEpci(nom) {
      communesParNomDEpci ??= new Map(epcis.map(([, nomEpci, communes]) => [nomNuDEpci(nomEpci), communes]));
      const nu = nomNuDEpci(nom);
      const communes = nu.includes(' ') ? communesParNomDEpci.get(nu) : undefined;
      if (communes === undefined) return false;
      return ditUneFormeDEpci(nom) || communes.every(([, commune]) => nomNuDEpci(commune) !== nu);
    },
    membres: (epci) => parEpci.get(epci) ?? [],
    chercherEpci: creerRechercheDEpci(reels),
    ...creerDepartements(departements),
  };
}

/** Une île sans EPCI à fiscalité propre n'en a pas. */
const SIREN = /^\d{9}$/;

/** Un fichier de l'INSEE range l'article à part : « MANS » y est Le Mans. */
const ARTICLES = ['l', 'le', 'la', 'les'];

function grouper(communes: Iterable<CommuneConnue>): Map<string, CommuneConnue[]> {
  const groupes = new Map<string, CommuneConnue[]>();
  for (const commune of communes) {
    const cle = cleDeNom(commune.nom);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(commune);
    else groupes.set(cle, [commune]);
  }
  return groupes;
}
