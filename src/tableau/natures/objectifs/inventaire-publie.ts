import { anneeDeBase, DERNIERE_PERIODE, ecrirePeriode, type Periode } from '../../../droit';
import { comparer, difference, ecrire, fraction, versNombre, type NombreLu } from '../../../nombres';
import type { InventairePublie } from '../../../referentiel/inventaire';
import { constat, type Constat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import { lue } from '../../controle/evaluation';
import { identifier } from '../../controle/identite';
import type { Ligne } from '../../lecture/ligne';
import type { Tableau } from '../../lecture/tableaux';
import { sansEffet } from '../../precisions';
import { lireStatut } from '../../reponses';

/** Ce que l'inventaire publié dit de chaque commune et que le tableau contredit, ou ne rappelle pas. */
export function confronterALInventaire({ lignes, anneeDuTaux }: Tableau, contexte: Contexte): Constat[] {
  const { inventaires = [], droit, annuaire } = contexte;
  const [dernier] = inventaires;
  if (!dernier) return [];
  const periode = droit.periode ?? DERNIERE_PERIODE;
  const dateDuTaux = anneeDuTaux ?? (droit.periode && anneeDeBase(droit.periode));
  const desTaux = inventaires.find(({ anneeDesTaux }) => anneeDesTaux === dateDuTaux);
  const deLaPeriode = inventaires.find((inventaire) => inventaire.periode.debut === periode.debut) ?? dernier;
  const reconnues = identifier(lignes, annuaire);
  return lignes.flatMap((ligne) => {
    const code = reconnues.get(ligne)?.code;
    const publiee = code ? deLaPeriode.parCode(code) : undefined;
    return [
      ...(code && desTaux ? taux(ligne, desTaux.parCode(code)?.taux, desTaux) : []),
      ...cible(ligne, publiee?.cible, deLaPeriode, contexte),
      ...carence(ligne, publiee?.carencee, deLaPeriode, contexte),
    ];
  });
}

function taux(ligne: Ligne, publie: NombreLu | null | undefined, inventaire: InventairePublie): Constat[] {
  const ecrit = lue(ligne, 'taux_lls');
  if (!ecrit || !publie || memeTaux(ecrit, publie)) return [];
  const details = { constate: ecrit.valeur, publie: publie.valeur, inventaire };
  const precisions = { colonne: 'taux_lls', constate: ecrit.valeur, attendu: publie.valeur } as const;
  return [constat('TAUX_CONTREDIT', ligne, details, precisions)];
}

/** À une unité près de la décimale la moins fine : l'un a pu être arrondi de l'autre, ou tronqué. */
function memeTaux(un: NombreLu, autre: NombreLu): boolean {
  const unite = fraction(1, 10 ** Math.min(un.decimales, autre.decimales));
  const [petit, grand] = comparer(un.valeur, autre.valeur) < 0 ? [un, autre] : [autre, un];
  return comparer(difference(grand.valeur, petit.valeur), unite) < 0;
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
