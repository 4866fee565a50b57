import { DERNIERE_PERIODE, ecrirePeriode, type Periode } from '../../../droit';
import { comparer, ecrire, fraction, versNombre } from '../../../nombres';
import type { InventairePublie } from '../../../referentiel/inventaire';
import { constat, type Constat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import { lue, type LigneEvaluee } from '../../controle/evaluation';
import { identifier } from '../../controle/identite';
import type { Ligne } from '../../lecture/ligne';
import type { Tableau } from '../../lecture/tableaux';
import { sansEffet } from '../../precisions';
import { lireStatut } from '../../reponses';
import { tauxContredit } from './taux-contredit';

/** Ce que l'inventaire publié dit de chaque commune et que le tableau contredit, ou ne rappelle pas. */
export function confronterALInventaire(
  evaluees: readonly LigneEvaluee[],
  tableau: Tableau,
  contexte: Contexte,
): Constat[] {
  const { inventaires = [], droit, annuaire } = contexte;
  const [dernier] = inventaires;
  if (!dernier) return [];
  const periode = droit.periode ?? DERNIERE_PERIODE;
  const deLaPeriode = inventaires.find((inventaire) => inventaire.periode.debut === periode.debut) ?? dernier;
  const reconnues = identifier(tableau.lignes, annuaire);
  return evaluees.flatMap((evaluee) => {
    const { ligne } = evaluee;
    const code = reconnues.get(ligne)?.code;
    const publiee = code ? deLaPeriode.parCode(code) : undefined;
    return [
      ...(code ? tauxContredit(evaluee, code, tableau, contexte) : []),
      ...cible(ligne, publiee?.cible, deLaPeriode, contexte),
      ...carence(ligne, publiee?.carencee, deLaPeriode, contexte),
    ];
  });
}

/** Un taux cible se décide par période : celui d'une autre ne contredit rien, il se rappelle. */
function cible(
  ligne: Ligne,
  publiee: number | null | undefined,
  inventaire: InventairePublie,
  contexte: Contexte,
): Constat[] {
  const ecrite = lue(ligne, 'taux_cible')?.valeur;
  if (!ecrite || !publiee || comparer(ecrite, fraction(publiee)) === 0) return [];
  const autre = autreQue(inventaire, contexte);
  const details = { constate: ecrite, publiee, inventaire, autre };
  const precisions = { colonne: 'taux_cible', constate: ecrite, attendu: publiee } as const;
  if (autre)
    return [
      constat('CIBLE_CONTREDITE', ligne, details, { ...precisions, gravite: 'information', empecheDeConclure: false }),
    ];
  const cle = `${ligne.nom} cible ${versNombre(ecrite)}`;
  if (estAccepte(contexte, cle))
    return [constat('CIBLE_CONTREDITE', ligne, details, { ...precisions, empecheDeConclure: false })];
  const texte = `Le taux cible notifié à ${ligne.nom} pour ${ecrirePeriode(inventaire.periode)} est-il bien ${ecrire(ecrite)} % ?`;
  return [constat('CIBLE_CONTREDITE', ligne, details, { ...precisions, question: sansEffet(texte, 'Oui', cle) })];
}

/** Ce que le tableau dit de la carence l'emporte. */
function carence(
  ligne: Ligne,
  publiee: boolean | undefined,
  inventaire: InventairePublie,
  contexte: Contexte,
): Constat[] {
  const drapeau = ligne.drapeaux.carencee;
  const dite = drapeau?.etat === 'lue' ? drapeau.valeur : lireStatut(ligne.statut)?.carencee;
  if (!(dite ?? publiee)) return [];
  const contrat = contexte.contrat !== 'aucun';
  const source = dite ? { inventaire: null, autre: null } : { inventaire, autre: autreQue(inventaire, contexte) };
  return [constat('COMMUNE_CARENCEE', ligne, { ...source, contrat })];
}

/** La période du tableau, si ce n'est pas celle dont l'inventaire dit les situations. */
function autreQue({ periode }: InventairePublie, { droit }: Contexte): Periode | null {
  const jugee = droit.periode ?? DERNIERE_PERIODE;
  return jugee.debut === periode.debut ? null : jugee;
}
