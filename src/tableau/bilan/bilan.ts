import { estEntiere, type Fraction } from '../../nombres';
import { bilanTriennal, estRefus, type Bilan } from '../../regles';
import type { Droit } from '../../droit';
import type { Colonne } from '../colonnes';
import { constat, type Constat } from '../controle/constats';
import type { Contexte } from '../controle/contexte';
import { evaluer, lue, type LigneEvaluee } from '../controle/evaluation';
import { verifierIdentites } from '../controle/identite';
import { ligneIncomplete, manqueNom, valeursInvalides } from '../controle/lecture';
import { verifierTypologie } from '../controle/typologie';
import type { ColonneNombre } from '../lecture/cellules';
import type { Ligne } from '../lecture/ligne';
import type { Tableau } from '../lecture/tableaux';

/** Une commune d'un bilan triennal : son objectif, celui du contrat s'il y en a un, et ce qu'elle a réalisé. */
export interface CommuneAuBilan {
  readonly ligne: Ligne;
  readonly objectif: number | null;
  readonly realises: number | null;
  readonly bilan: Bilan | null;
}

const OBJECTIFS = ['objectif_contrat', 'objectif_reference'] as const satisfies readonly Colonne[];
/** Ce qui fonde un objectif, ou un accord à recueillir : le tableau prépare une période, il n'en fait pas le bilan. */
const D_UNE_PERIODE_A_VENIR: readonly Colonne[] = [
  'residences_principales',
  'logements_sociaux',
  'taux_cible',
  'manquants',
  'accord_commune',
  'periodes_consecutives_abaissees',
];

export function estBilan({ colonnes, ambigues }: Tableau): boolean {
  const a = (colonne: Colonne) => colonnes.has(colonne) || ambigues.has(colonne);
  return a('realises') && OBJECTIFS.some(a) && !D_UNE_PERIODE_A_VENIR.some(a);
}

export function dresserBilan(ligne: Ligne, droit: Droit): CommuneAuBilan {
  const [objectif, realises] = [entierDe(ligne, ...OBJECTIFS), entierDe(ligne, 'realises')];
  const bilan = objectif !== null && realises !== null ? bilanTriennal(objectif, realises, droit) : null;
  return { ligne, objectif, realises, bilan: bilan && estRefus(bilan) ? null : bilan };
}

/** Un bilan se juge sur ce qui est réalisé : l'objectif (L. 302-9-1), et les parts de PLAI et de PLS (L. 302-8, III). */
export function verifierBilan(communes: readonly CommuneAuBilan[], tableau: Tableau, contexte: Contexte): Constat[] {
  return [
    ...communes.flatMap((c) => [
      ...valeursInvalides(c.ligne, (colonne) => colonne === 'realises' || colonne.startsWith('objectif')),
      ...incomplete(c, tableau),
      ...nonAtteint(c),
      ...parts(c, contexte),
    ]),
    ...verifierIdentites(tableau.lignes, contexte),
  ];
}

/** Un bilan ne dit rien du parc : ni manquants, ni palier ; sa référence est celle qu'il écrit. */
export const evaluerAuBilan = ({ ligne }: CommuneAuBilan, droit: Droit): LigneEvaluee => ({
  ...evaluer(ligne, droit),
  rattrapage: null,
  exacte: null,
  constats: [],
});

function entierDe(ligne: Ligne, ...colonnes: readonly ('realises' | (typeof OBJECTIFS)[number])[]): number | null {
  const valeur: Fraction | undefined = colonnes.map((c) => lue(ligne, c)?.valeur).find((v) => v !== undefined);
  return valeur && estEntiere(valeur) ? valeur.numerateur / valeur.denominateur : null;
}

function incomplete({ ligne, objectif, realises }: CommuneAuBilan, tableau: Tableau): Constat[] {
  const objectifNomme = tableau.colonnes.has('objectif_contrat') ? 'objectif_contrat' : 'objectif_reference';
  // Une valeur illisible a son propre constat : elle ne manque pas.
  const lisibles = (...colonnes: readonly ColonneNombre[]) =>
    colonnes.every((c) => ligne.nombres[c]?.etat !== 'invalide');
  const manque: Colonne[] = [...manqueNom(ligne)];
  if (objectif === null && lisibles(...OBJECTIFS)) manque.push(objectifNomme);
  if (realises === null && lisibles('realises')) manque.push('realises');
  return ligneIncomplete(ligne, tableau, manque);
}

function nonAtteint({ ligne, objectif, realises, bilan }: CommuneAuBilan): Constat[] {
  if (!bilan || objectif === null || realises === null || bilan.quantitatif.remplie !== false) return [];
  const { taux, majoration } = bilan;
  const precisions = { colonne: 'realises', attendu: objectif, constate: realises } as const;
  return [constat('OBJECTIF_NON_ATTEINT', ligne, { objectif, realises, taux, majoration }, precisions)];
}

function parts({ ligne, realises }: CommuneAuBilan, contexte: Contexte): Constat[] {
  if (realises === null || realises <= 0) return [];
  return verifierTypologie(
    { ligne, contrat: realises, intervalle: evaluer(ligne, contexte.droit).intervalle },
    contexte,
  );
}
