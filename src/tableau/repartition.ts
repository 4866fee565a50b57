import { arrondir, type ModeEntier } from '../nombres';
import type { Droit, TauxCible } from '../droit';
import { tauxDeRattrapageDepuis, type CommuneARepartir, type Refus } from '../regles';
import { entierLu, evaluer, lue, type LigneEvaluee } from './controle/evaluation';
import { NOMS, type ColonneNombre } from './colonnes';
import type { Tableau } from './lecture/tableaux';

/** Ce qu'une répartition lit d'un tableau ; l'objectif du contrat n'en est pas. */
const LUES = [
  'residences_principales',
  'logements_sociaux',
  'taux_cible',
  'manquants',
  'objectif_reference',
  'periodes_consecutives_abaissees',
  'minimum_commune',
  'maximum_commune',
  'projets_identifies',
] as const satisfies readonly ColonneNombre[];

/**
 * Les communes d'un tableau, telles qu'une répartition les prend ; refuse une cellule illisible et une référence inconnue. Un minimum
 * se lit à l'entier supérieur, un maximum à l'inférieur. Sans colonne de projets, la capacité en tient lieu.
 */
export function communesARepartir({ lignes, colonnes }: Tableau, droit: Droit): CommuneARepartir[] | Refus {
  const communes: CommuneARepartir[] = [];
  for (const evaluee of lignes.map((ligne) => evaluer(ligne, droit))) {
    const { ligne, manquants, rang } = evaluee;
    const refus = illisible(evaluee);
    if (refus) return refus;
    const reference = evaluee.reference ?? (manquants?.numerateur === 0 ? manquants : null);
    if (!reference) return sansReference(evaluee, droit);
    const entier = (colonne: ColonneNombre, mode: ModeEntier) => {
      const valeur = lue(ligne, colonne)?.valeur;
      return valeur ? arrondir(valeur, mode) : null;
    };
    const maximum = entier('maximum_commune', 'INFERIEUR');
    communes.push({
      nom: ligne.nom,
      reference,
      avantArrondi: evaluee.avantArrondi ?? reference,
      manquants,
      rang,
      periodes: entierLu(ligne, 'periodes_consecutives_abaissees'),
      accord: ligne.accord.etat === 'lue' ? ligne.accord.valeur : null,
      minimum: entier('minimum_commune', 'SUPERIEUR'),
      maximum,
      projets: colonnes.has('projets_identifies') ? (entier('projets_identifies', 'INFERIEUR') ?? 0) : maximum,
    });
  }
  return communes;
}

function illisible(evaluee: LigneEvaluee): Refus | null {
  const { nombres, nom, rang } = evaluee.ligne;
  if (rang.etat === 'invalide' || rang.etat === 'inconnue') {
    const attendu = '0, 1, 2, ou 3 et plus';
    return { refus: 'VALEUR', grandeur: `${nom}, ${NOMS.rang_triennal}`, recu: `« ${rang.texte} »`, attendu };
  }
  for (const colonne of LUES) {
    const lecture = nombres[colonne];
    if (lecture?.etat !== 'invalide') continue;
    const grandeur = `${evaluee.ligne.nom}, ${NOMS[colonne]}`;
    return { refus: 'VALEUR', grandeur, recu: `« ${lecture.texte} »`, attendu: lecture.attendu };
  }
  return null;
}

function sansReference(evaluee: LigneEvaluee, droit: Droit): Refus {
  const { ligne, intervalle, rang } = evaluee;
  const cible = entierLu(ligne, 'taux_cible');
  const palier = intervalle && cible !== null && tauxDeRattrapageDepuis(intervalle, cible as TauxCible, rang, droit);
  if (palier && 'refus' in palier && palier.refus === 'PALIER_INDETERMINE')
    return { ...palier, commune: evaluee.ligne.nom };
  const raison = evaluee.constats[0]?.message.replace(/\.$/, '');
  return {
    refus: 'VALEUR',
    grandeur: `${evaluee.ligne.nom}, ${NOMS.objectif_reference}`,
    recu: 'rien',
    attendu: `la référence, ou les résidences principales, les logements sociaux et le taux cible${raison ? ` (${raison})` : ''}`,
  };
}
