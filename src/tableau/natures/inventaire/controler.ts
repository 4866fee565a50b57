import { anneeDeBase, ecrirePeriode, periodeFondee, type Droit } from '../../../droit';
import { intervalleDe } from '../../../regles';
import { constat, type Constat } from '../../controle/constats';
import type { Contexte } from '../../controle/contexte';
import { verifierIdentites } from '../../controle/identite';
import { estAbsente, ligneIncomplete, manqueNom, valeursInvalides } from '../../controle/lecture';
import { DRAPEAUX, NOMS } from '../../colonnes';
import type { Tableau } from '../../lecture/tableaux';
import { lireStatut } from '../../reponses';
import type { CommuneInventoriee } from './commune';
import type { Inventaire } from './inventaire';

/** Les constats d'un inventaire : aucun ne bloque, il ne porte ni objectif ni contrat. */
export function verifierInventaire(
  { annee, communes }: Inventaire,
  tableau: Tableau,
  contexte: Contexte,
): readonly Constat[] {
  return [
    ...communes.flatMap(indetermination),
    ...communes.flatMap((c) => incomplete(c, tableau)),
    ...communes.flatMap((c) => [...invalides(c), ...drapeauxIllisibles(c)]),
    ...identites(tableau, contexte),
    ...rangs(tableau),
    ...date(annee, contexte.droit),
  ];
}

function drapeauxIllisibles({ ligne }: CommuneInventoriee): Constat[] {
  const illisibles = DRAPEAUX.flatMap((colonne) => {
    const lecture = ligne.drapeaux[colonne];
    if (lecture?.etat !== 'inconnue') return [];
    return [{ colonne, texte: lecture.texte, attendu: '0 ou 1, oui ou non' } as const];
  });
  const statut = {
    colonne: 'statut',
    texte: ligne.statut,
    attendu: 'en règle, déficitaire, carencée ou exemptée',
  } as const;
  return [...illisibles, ...(lireStatut(ligne.statut) === null ? [statut] : [])].map(({ colonne, texte, attendu }) =>
    constat('VALEUR_INVALIDE', ligne, { colonne: NOMS[colonne], texte, attendu }, { colonne }),
  );
}

/** Une valeur illisible a son propre constat : elle ne manque pas. */
function incomplete({ ligne, indetermination: motif }: CommuneInventoriee, tableau: Tableau): Constat[] {
  const absentes = FONDENT_LE_PALIER.filter((c) => estAbsente(ligne, c));
  return ligneIncomplete(ligne, tableau, [...manqueNom(ligne), ...(motif === 'donnee' ? absentes : [])]);
}

const FONDENT_LE_PALIER = ['taux_lls', 'taux_cible'] as const;

/** Illisible, une valeur dont le palier dépend empêche de le connaître. */
const invalides = ({ ligne, indetermination: motif }: CommuneInventoriee): Constat[] =>
  valeursInvalides(ligne, (colonne) => motif === 'donnee' && FONDENT_LE_PALIER.some((c) => c === colonne));

function indetermination({
  ligne,
  taux,
  cible,
  situation,
  indetermination: motif,
  possibles,
}: CommuneInventoriee): Constat[] {
  if (!taux || cible === null) return [];
  const precisions = { colonne: 'taux_lls', constate: taux.valeur, empecheDeConclure: true } as const;
  if (motif === 'seuil' || motif === 'cible') {
    return [constat('PALIER_INDETERMINE', ligne, { ...intervalleDe(taux), paliers: possibles }, precisions)];
  }
  if (motif !== 'contradiction') return [];
  const details = { constate: taux.valeur, cible, deficitaire: situation.deficitaire === true };
  return [constat('TAUX_INCOHERENT', ligne, details, precisions)];
}

/** Une commune écrite deux fois ne fausse ici aucun total, et l'EPCI d'un inventaire est celui de sa date. */
function identites(tableau: Tableau, contexte: Contexte): Constat[] {
  return verifierIdentites(tableau.lignes, contexte)
    .filter(({ code }) => code !== 'COMMUNE_HORS_EPCI')
    .map((c) => (c.code === 'DOUBLON' ? { ...c, gravite: 'alerte' } : c));
}

function rangs({ colonnes }: Tableau): Constat[] {
  if (colonnes.has('rang_triennal')) return [];
  const condition =
    'le rang triennal, que l’inventaire ne publie pas : chaque commune est présumée relever du droit commun ; une commune entrante a un taux de rattrapage moindre, et son objectif ne peut pas être abaissé.';
  const precisions = { reference: 'L302-8-VIII', gravite: 'information' } as const;
  return [constat('CONDITION_A_CONFIRMER', null, { condition, lecture: true }, precisions)];
}

/** Le palier d'une période se lit au 1er janvier de l'année qui la précède : un inventaire d'une autre année ne fait que l'annoncer. */
function date(annee: number | null, { periode }: Droit): Constat[] {
  const fondee = annee === null ? null : periodeFondee(annee);
  if (annee !== null && (periode ? annee === anneeDeBase(periode) : fondee)) return [];
  const quand = periode
    ? `au 1er janvier ${anneeDeBase(periode)} pour ${ecrirePeriode(periode)}`
    : 'au 1er janvier de l’année qui la précède';
  const ici =
    annee === null
      ? 'cet inventaire ne dit pas la date de ses taux'
      : `cet inventaire est celui du 1er janvier ${annee}, ${fondee ? `qui fonde ${ecrirePeriode(fondee)}` : 'qui n’en fonde aucune'}`;
  const condition = `le palier d’une période triennale se lit ${quand} ; ${ici} : les paliers et les objectifs sont ceux de sa date.`;
  return [constat('CONDITION_A_CONFIRMER', null, { condition }, { reference: 'L302-8-VII' })];
}
