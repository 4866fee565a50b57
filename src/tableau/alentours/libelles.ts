import { normaliser } from '../texte';
import type { Sujet } from './types';

const COMMISSION = '(?:la )?(?:commission (?:nationale )?sru|commission nationale(?: sru)?|cn ?sru)';

/** Les libellés qui, seuls dans leur cellule, attendent leur valeur à droite ou dessous. */
const LIBELLES: readonly (readonly [Sujet, RegExp])[] = [
  [
    'periode',
    /^(?:la )?(?:periodes?(?: (?:triennale|sru|concernee|visee|du contrat|de reference|d application))*|triennat|triennale?|annees du contrat|duree du contrat)$/,
  ],
  [
    'plh',
    /^(?:l |le |un )?(?:epci )?(?:couvert(?:ure)? par (?:un |le )?|existence d un |presence d un |date (?:d adoption |d approbation )?du |statut du |etat du |situation du )?(?:plhi?|plui ?h|programme local de l habitat|plh ou document en tenant lieu)(?: (?:executoire|en vigueur|adopte|approuve|de l epci|intercommunal|en cours de validite|plh))?(?: (?:oui non|o n))?$/,
  ],
  [
    'avis',
    new RegExp(
      `^(?:l )?(?:avis|saisine) (?:de |du |rendu par )?${COMMISSION}(?: (?:recueilli|rendu|obtenu|favorable|sru))?(?: (?:oui non|o n))?$|^${COMMISSION}$|^avis sru$`,
    ),
  ],
  [
    'epci',
    /^(?:nom (?:de l )?|l )?(?:epci|intercommunalite|communaute|groupement|interco)(?: (?:concernee?|a fiscalite propre|signataire|porteur))*$/,
  ],
  [
    'taux_cible',
    /^(?:le )?(?:taux|objectif) (?:cible|legal|sru|legal sru|sru cible|cible sru|a atteindre|sru a atteindre|legal a atteindre)$|^cible(?: sru)?$/,
  ],
  ['unite', /^unites?(?: de (?:compte|mesure))?$/],
  [
    'millesime',
    /^(?:millesime|annee)(?: (?:des donnees|de l inventaire|inventaire|de reference des donnees|du decompte))*$|^inventaire(?: sru)?$|^date (?:de reference )?(?:des donnees|de l inventaire)$|^(?:donnees|situation|inventaire) au$/,
  ],
  ['genre', /^(?:type|nature|genre|forme)(?: de| du)? (?:contrat|cms)$|^contrat$|^cms$/],
  ['stade', /^(?:statut|etat|stade|avancement)(?: (?:du|de|des) (?:document|contrat|dossier|projet))?$/],
];

/** Le sujet dont un texte n'est que le libellé (« Période triennale : »), ou `null`. */
export function libelleDe(texte: string): Sujet | null {
  if (texte.length > LONGUEUR_D_UN_LIBELLE || COCHES.test(texte)) return null;
  const mots = normaliser(texte);
  return LIBELLES.find(([, motif]) => motif.test(mots))?.[0] ?? null;
}

const LONGUEUR_D_UN_LIBELLE = 80;
/** « PLH exécutoire : ☒ oui ☐ non » a déjà sa réponse. */
const COCHES = /[☐☑☒□✓✔✅]/u;

const AFFIRMATIVE = /^(?:oui|o|x|ok|1|vrai)$/;
const NEGATIVE =
  /^(?:non|n|0|faux|a (?:confirmer|verifier|preciser|venir|definir|valider)|en (?:cours|attente)|pas encore|neant|aucune?|partiel\w*|prevue?)$/;

/** Ce que répond la cellule d'à côté : oui, ou autre chose (« non », « à confirmer ») ; `null` : ce n'est pas une réponse. */
export function lireReponse(texte: string): 'oui' | 'autre' | null {
  const mots = normaliser(texte);
  if (AFFIRMATIVE.test(mots) || /^[✓✔☑✅]$/u.test(texte.trim())) return 'oui';
  return NEGATIVE.test(mots) || /^[✗✘☒❌?]$/u.test(texte.trim()) ? 'autre' : null;
}

/** Au-delà, ce n'est plus une question à laquelle répond la cellule d'à côté. */
export const LONGUEUR_D_UNE_QUESTION = 120;
