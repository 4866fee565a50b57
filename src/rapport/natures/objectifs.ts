import { arrondir, ecrire, ecrireCompte, versNombre, type Quantite } from '../../nombres';
import type { Droit } from '../../droit';
import { plancherDe, type Contrat, type ControleObjectifs } from '../../tableau';
import { CONTRATS_EN_MOTS, signer, superieur, VERDICTS_EN_TITRE } from '../mots';
import {
  CELLULE_TOTAL,
  CELLULE_VIDE,
  celluleMot,
  celluleNombre,
  resultatDeLaLigne,
  type Presentation,
} from './presentation';

const TITRES: Readonly<Record<Contrat, string>> = {
  cims: 'Contrôle de la mutualisation des objectifs SRU',
  cms: 'Contrôle des contrats de mixité sociale abaissants',
  aucun: 'Contrôle des objectifs de référence SRU',
};

/** Des objectifs comparés à la loi, ou calculés. */
export const OBJECTIFS: Presentation<ControleObjectifs> = {
  verdict: ({ verdict }) => VERDICTS_EN_TITRE[verdict],
  objet: ({ contrat }) => CONTRATS_EN_MOTS[contrat],
  titre: ({ contrat }) => TITRES[contrat],
  suite: ({ verdict }) => (verdict === 'rien a controler' ? ', aucun objectif à comparer' : ''),
  totaux,
  colonnes: () => ['Commune', 'Manquants', 'Rattrapage', 'Référence', 'Contrat', 'Écart', 'Plancher'],
  rangees,
  entetesDesCellules: ['Commune', 'Référence', 'Contrat', 'Plancher', 'Écart', 'Manquants', 'Rattrapage'],
  cellules,
  articles: ['L302-8-VII', 'L302-5'],
  resultat: ({ lignes, totaux: { reference, contrat } }) => ({
    totalReference: reference && versNombre(reference),
    totalContrat: contrat,
    lignes: lignes.map((l) =>
      resultatDeLaLigne(l.ligne, {
        manquants: l.manquants && versNombre(l.manquants),
        tauxRattrapage: l.rattrapage && l.rattrapage.pourcent / 100,
        objectifReference: l.reference && versNombre(l.reference),
        objectifContrat: l.contrat,
      }),
    ),
  }),
};

/** « Références 471, contrat 542 : +71 (+15,1 %) » ; sans objectif à comparer, la somme des références calculées. */
function totaux({ verdict, totaux: { reference, contrat } }: ControleObjectifs): string {
  if (!reference) return '';
  if (verdict === 'rien a controler')
    return `Objectifs de référence calculés : ${ecrireCompte(reference, 'logement')} en tout, avant arrondi.`;
  if (contrat === null) return '';
  const base = versNombre(reference);
  const hausse = base > 0 ? ` (${signer(((contrat - base) / base) * 100, 1)} %)` : '';
  return `Références ${ecrire(reference)}, contrat ${ecrire(contrat)} : ${signer(contrat - base)}${hausse}`;
}

/** Manquants et planchers à l'entier supérieur, référence telle qu'elle est retenue. */
function rangees({ lignes, totaux: total, contrat }: ControleObjectifs, droit: Droit): string[][] {
  const objectif = (n: number | null) => (n === null ? (contrat === 'aucun' ? '' : '?') : ecrire(n));
  const ecart = (n: number | null, f: Quantite | null) => (f && n !== null ? signer(n - versNombre(f)) : '');
  const reference = (f: Quantite | null) => (f ? ecrire(f) : '?');
  return [
    ...lignes.map((l) => [
      l.ligne.nom,
      superieur(l.manquants),
      l.rattrapage ? `${l.rattrapage.pourcent} %` : '?',
      reference(l.reference),
      objectif(l.contrat),
      ecart(l.contrat, l.reference),
      superieur(plancherDe(l, contrat, droit), ''),
    ]),
    ['Total', '', '', reference(total.reference), objectif(total.contrat), ecart(total.contrat, total.reference), ''],
  ];
}

function cellules({ lignes, totaux: total, contrat }: ControleObjectifs, droit: Droit) {
  const ecart = (objectif: number | null, reference: Quantite | null) =>
    objectif === null || !reference ? null : objectif - versNombre(reference);
  const entier = (f: Quantite | null) => celluleNombre(f && arrondir(f, 'SUPERIEUR'));
  return [
    ...lignes.map((l) => [
      celluleMot(l.ligne.nom),
      celluleNombre(l.reference && versNombre(l.reference)),
      celluleNombre(l.contrat),
      entier(plancherDe(l, contrat, droit)),
      celluleNombre(ecart(l.contrat, l.reference)),
      entier(l.manquants),
      celluleNombre(l.rattrapage && l.rattrapage.pourcent / 100, 'taux'),
    ]),
    [
      CELLULE_TOTAL,
      celluleNombre(total.reference && versNombre(total.reference), 'total'),
      celluleNombre(total.contrat, 'total'),
      CELLULE_VIDE,
      celluleNombre(ecart(total.contrat, total.reference), 'total'),
      CELLULE_VIDE,
      CELLULE_VIDE,
    ],
  ];
}
