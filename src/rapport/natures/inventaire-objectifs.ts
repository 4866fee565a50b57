import { ecrirePeriode } from '../../droit';
import { ecrire, ecrireCompte } from '../../nombres';
import { nomDuTaux, type Encadre } from '../../regles';
import {
  aDesChiffres,
  manqueDeChiffres,
  SANS_ENCADREMENT,
  type CommuneInventoriee,
  type Groupement,
  type Inventaire,
  type SansChiffres,
} from '../../tableau';
import type { Table } from './inventaire-tables';

export const MOTIFS_SANS_CHIFFRES: Readonly<Record<SansChiffres, string>> = {
  'en règle': 'taux cible atteint',
  'hors champ': 'hors du champ',
  exemptée: 'exemptée',
  contradiction: 'situation contraire au taux',
  donnee: 'taux ou cible non publié ou illisible',
  lls: 'logements sociaux non donnés',
  arrondi: 'logements sociaux et taux qui n’encadrent pas les résidences principales',
};

/** « Objectifs 2026-2028 », ou d'une période qu'on ne sait pas. */
export const titreDesObjectifs = ({ objectifs: { periode } }: Inventaire): string =>
  `Objectifs ${periode ? ecrirePeriode(periode) : 'aux chiffres de cet inventaire'}`;

export const RESERVES_DES_OBJECTIFS = [
  'Reconstitué des chiffres publiés, qui ne donnent pas les résidences principales : ce n’est pas l’objectif notifié.',
  'Un intervalle vient de l’arrondi du taux.',
  'Référence à l’entier le plus proche, manquants et planchers à l’entier supérieur.',
] as const;
export const RESERVE_DES_OBJECTIFS = RESERVES_DES_OBJECTIFS.join(' ');

/** « 46 », « 132 à 200 ». */
export const encadreEnMots = ({ bas, haut }: Encadre): string =>
  bas === haut ? ecrire(bas) : `${ecrire(bas)} à ${ecrire(haut)}`;

/** « 3 communes déficitaires, 612 logements de référence (de 610 à 618) … », ou pourquoi il n'y a pas de chiffres. */
export function phraseDesObjectifs(inventaire: Inventaire): string {
  const { chiffrees, reference, manquants, sansChiffres } = inventaire.objectifs.ensemble;
  const titre = titreDesObjectifs(inventaire);
  if (chiffrees.length === 0)
    return `${titre} : aucun ne se calcule${sansChiffres.length > 0 ? ` (${motifsEnMots(sansChiffres)})` : ''}.`;
  const suite = sansChiffres.length > 0 ? ` ; sans chiffres : ${motifsEnMots(sansChiffres)}` : '';
  return `${titre} : ${ecrireCompte(chiffrees.length, 'commune déficitaire', 'communes déficitaires')}, ${encadreEnMots(manquants)} logements manquants, référence de ${encadreEnMots(reference)}${suite}.`;
}

function motifsEnMots(communes: readonly CommuneInventoriee[]): string {
  return SANS_ENCADREMENT.flatMap((motif) => {
    const dont = communes.filter(({ chiffres }) => chiffres === motif).length;
    return dont > 0 ? [`${ecrireCompte(dont, 'commune')}, ${MOTIFS_SANS_CHIFFRES[motif]}`] : [];
  }).join(' ; ');
}

/** Une ligne par département ou par EPCI qui a un objectif, et le total. */
export function tableDesGroupements(
  titre: string,
  colonne: string,
  groupements: readonly Groupement[],
  ensemble: Groupement,
): Table {
  const utiles = groupements.filter((g) => g.chiffrees.length + g.sansChiffres.length > 0);
  return {
    titre,
    entetes: [colonne, 'Communes', 'Manquants', 'Référence', 'Sans chiffres'],
    rangees: [...utiles, ensemble].map((g) => [
      g === ensemble ? 'Ensemble' : g.nom || 'non précisé',
      ecrire(g.chiffrees.length),
      encadreEnMots(g.manquants),
      encadreEnMots(g.reference),
      g.sansChiffres.length > 0 ? ecrire(g.sansChiffres.length) : '',
    ]),
  };
}

export const tableDesDepartements = ({ objectifs: { departements, ensemble } }: Inventaire): Table =>
  tableDesGroupements('Par département', 'Département', departements, ensemble);

export const tableDesEpcis = ({ objectifs: { epcis, ensemble } }: Inventaire): Table =>
  tableDesGroupements('Par EPCI', 'EPCI', epcis, ensemble);

export const COLONNES_DES_OBJECTIFS = [
  'Commune',
  'Code',
  'Manquants',
  'Référence',
  'Plancher CMS',
  'Plancher mutualisation',
  'D’où vient l’intervalle',
] as const;

/** Les communes déficitaires, chacune avec ses nombres, ou ce qui l'en prive. */
export const tableDesObjectifs = (inventaire: Inventaire): Table => ({
  titre: titreDesObjectifs(inventaire),
  entetes: COLONNES_DES_OBJECTIFS,
  rangees: communesDesObjectifs(inventaire).map((c) => {
    const { nom, codeInsee } = c.ligne;
    if (!aDesChiffres(c)) return [nom, codeInsee ?? '', '?', '?', '?', '?', causeDe(c)];
    const { manquants, reference, plancherCms, plancherMutualisation } = c.chiffres;
    const planchers = [plancherCms, plancherMutualisation].map((p) => (p ? encadreEnMots(p) : 'aucun'));
    return [nom, codeInsee ?? '', encadreEnMots(manquants), encadreEnMots(reference), ...planchers, causeDe(c)];
  }),
});

export const communesDesObjectifs = ({ communes }: Inventaire): readonly CommuneInventoriee[] =>
  communes.filter((c) => aDesChiffres(c) || manqueDeChiffres(c));

/** Pourquoi deux nombres et non un ; vide s'il n'y en a qu'un. */
export function causeDe(c: CommuneInventoriee): string {
  if (!aDesChiffres(c)) return MOTIFS_SANS_CHIFFRES[c.chiffres as SansChiffres];
  const { rattrapages, reference, residences } = c.chiffres;
  if (rattrapages.length > 1) return `deux taux possibles : ${rattrapages.map(nomDuTaux).join(' ou ')}`;
  return reference.bas === reference.haut
    ? ''
    : `arrondi du taux : ${encadreEnMots(residences)} résidences principales`;
}
