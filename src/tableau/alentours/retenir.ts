import { anneeDeBase, DERNIERE_PERIODE, ecrirePeriode, type Periode } from '../../droit';
import { OBJECTIFS_COMPARES } from '../colonnes';
import type { EntetePlacee } from '../lecture/entete-placee';
import { normaliser } from '../texte';
import { periodeDeLaSuite, suitesDe } from './annees';
import { citerFait, contradiction, dire, type Contradiction } from './contradictions';
import type { Alentours, Fait, Sujet } from './types';

export type EnteteDatee = Pick<EntetePlacee, 'texte' | 'cellule' | 'colonne' | 'tranche' | 'annees'>;

/** Le fait retenu de chaque sujet, et ce qui se contredit. */
export interface FaitsRetenus {
  readonly valeurs: { readonly [S in Sujet]?: Fait<S> };
  readonly contradictions: readonly Contradiction[];
}

/**
 * Réunit les faits d'un tableau : par sujet, l'en-tête d'abord, puis la cellule la plus proche, puis le nom de la feuille.
 * Un PLH ou un avis que deux textes disent autrement est à confirmer (`valeur` nulle).
 * @param entetes les en-têtes des colonnes retenues
 * @param precisee la période que l'agent a choisie ; elle l'emporte pour juger les dates du PLH et des données
 */
export function faitsRetenus(
  alentours: Pick<Alentours, 'faits'>,
  entetes: Iterable<EnteteDatee>,
  precisee: Periode | null = null,
): FaitsRetenus {
  const lus = [...faitsDesEntetes(entetes), ...alentours.faits];
  const periode = precisee ?? lus.find((f) => f.quoi === 'periode' && f.valeur !== null)?.valeur ?? null;
  const faits = lus.map((fait) => (fait.quoi === 'plh' ? juger(fait, periode as Periode | null) : fait));
  const contradictions = [...desaccords(faits), ...millesimes(faits, periode as Periode | null), ...signature(faits)];
  const valeurs: Partial<Record<Sujet, Fait>> = {};
  for (const fait of faits) valeurs[fait.quoi] ??= fait;
  for (const sujet of ['plh', 'avis'] as const) {
    const retenu = valeurs[sujet];
    if (retenu && contradictions.some((c) => c.sujet === sujet)) valeurs[sujet] = { ...retenu, valeur: null } as Fait;
  }
  return { valeurs: valeurs as FaitsRetenus['valeurs'], contradictions };
}

const DONNEES: ReadonlySet<unknown> = new Set(['residences_principales', 'logements_sociaux']);

/** La période des objectifs, et le millésime des résidences et des logements. */
function faitsDesEntetes(entetes: Iterable<EnteteDatee>): Fait[] {
  return [...entetes].flatMap(({ texte, cellule, colonne, tranche, annees }): Fait[] => {
    const place = { texte, cellule, lieu: 'en-tête' } as const;
    if (OBJECTIFS_COMPARES.some((c) => c === colonne) && tranche !== null) {
      const suite = suitesDe(texte).find(({ debut }) => debut === tranche);
      return [{ quoi: 'periode', valeur: suite ? periodeDeLaSuite(suite) : null, ...place }];
    }
    const [annee] = annees;
    return DONNEES.has(colonne) && annee !== undefined && tranche === null
      ? [{ quoi: 'millesime', valeur: annee, ...place }]
      : [];
  });
}

/** Un PLH dont les dates ne couvrent pas le début de la période est à confirmer ; sans période, de la dernière connue. */
function juger(fait: Fait, periode: Periode | null): Fait {
  if (fait.quoi !== 'plh' || fait.valeur !== true || !fait.validite) return fait;
  const { debut, fin } = fait.validite;
  const couvre = periode ? debut <= periode.debut && fin >= periode.debut : fin >= DERNIERE_PERIODE.debut;
  return couvre ? fait : { ...fait, valeur: null };
}

const DISCUTES: readonly Sujet[] = ['periode', 'plh', 'avis', 'epci', 'taux_cible', 'unite', 'genre'];

/** Deux textes qui disent autre chose du même sujet. */
function desaccords(faits: readonly Fait[]): Contradiction[] {
  return DISCUTES.flatMap((sujet) => {
    const tous = faits.filter(({ quoi }) => quoi === sujet);
    // Le nom d'une feuille sert souvent d'un contrat à l'autre : ce qu'un titre dit du contrat l'emporte.
    const titres = tous.filter(({ lieu }) => lieu !== 'feuille');
    const dits = sujet === 'genre' && titres.length > 0 ? titres : tous;
    const distincts = dits.filter((fait, i) => dits.findIndex((autre) => accordes(fait, autre)) === i);
    if (distincts.length > 1) return [contradiction(sujet, distincts, entreTextes(sujet, distincts))];
    const [seul] = distincts;
    return seul?.quoi === 'periode' && seul.valeur === null
      ? [contradiction('periode', [seul], periodeIllisible(seul))]
      : [];
  });
}

function accordes(a: Fait, b: Fait): boolean {
  if (a.quoi === 'periode' && b.quoi === 'periode') return a.valeur?.debut === b.valeur?.debut;
  if (a.quoi === 'epci' && b.quoi === 'epci') return memeEpci(a.valeur, b.valeur);
  return a.valeur === b.valeur;
}

const FORMES = /\b(?:cu|ca|cc|ept|communaute|urbaine|d|agglomeration|de|du|des|la|le|les|communes|metropole|epci)\b/g;
const nomNu = (nom: string): string => normaliser(nom).replace(FORMES, ' ').replace(/ +/g, ' ').trim();

/** « CU Grand Poitiers » et « Grand Poitiers Communauté urbaine » ; un sigle ne contredit pas un nom. */
function memeEpci(a: string, b: string): boolean {
  const [x, y] = [nomNu(a), nomNu(b)];
  return x.includes(y) || y.includes(x) || [a, b].some((nom) => /^[A-Z0-9]{2,8}$/.test(nom.trim()));
}

const entreTextes = (sujet: Sujet, faits: readonly Fait[]): string =>
  `Les textes de la feuille ne s’accordent pas sur ${dire(sujet)} : ${faits.map(citerFait).join(', ')}. Précisez ce qui vaut pour ce tableau.`;

const periodeIllisible = (fait: Fait): string =>
  `${citerFait(fait)} ne désigne pas une période triennale de la loi, ou en désigne deux. Précisez la période de ce tableau.`;

/** Les données d'une période sont prises au 1er janvier de l'année qui la précède (L. 302-8, VII). */
function millesimes(faits: readonly Fait[], periode: Periode | null): Contradiction[] {
  const dits = faits.filter((f) => f.quoi === 'millesime');
  if (!periode) {
    const entetes = dits.filter(({ lieu }) => lieu === 'en-tête');
    const distincts = entetes.filter((f, i) => entetes.findIndex((g) => g.valeur === f.valeur) === i);
    return distincts.length > 1 ? [contradiction('millesime', distincts, entreTextes('millesime', distincts))] : [];
  }
  const base = anneeDeBase(periode);
  const autres = dits.filter(({ valeur }) => valeur !== base);
  const confirme = dits.some(({ valeur }) => valeur === base);
  const ecarts = autres.filter(({ lieu }) => lieu === 'en-tête' || !confirme);
  if (ecarts.length === 0) return [];
  const phrase = `Les données d’une période se prennent au 1er janvier ${base} pour ${ecrirePeriode(periode)}, mais la feuille écrit ${ecarts.map(citerFait).join(', ')}. Vérifiez les données, ou la période.`;
  return [contradiction('millesime', ecarts, phrase)];
}

/** Un contrat signé dont l'avis, préalable, n'est pas recueilli ; ou que la feuille dit aussi en projet. */
function signature(faits: readonly Fait[]): Contradiction[] {
  const signe = faits.find((f) => f.quoi === 'stade' && f.valeur === 'signe');
  if (!signe) return [];
  const avis = faits.find((f) => f.quoi === 'avis' && (f.valeur === 'a-recueillir' || f.valeur === 'manquant'));
  const projet = faits.find((f) => f.quoi === 'stade' && f.valeur !== 'signe' && f.valeur !== 'mi-parcours');
  return [
    ...(avis
      ? [
          contradiction(
            'avis',
            [signe, avis],
            `Le contrat est dit signé (${citerFait(signe)}), mais l’avis préalable de la commission nationale ne l’est pas comme recueilli : ${citerFait(avis)}.`,
          ),
        ]
      : []),
    ...(projet
      ? [
          contradiction(
            'stade',
            [signe, projet],
            `Le contrat est dit signé (${citerFait(signe)}) et non définitif (${citerFait(projet)}). Précisez lequel vaut.`,
          ),
        ]
      : []),
  ];
}
