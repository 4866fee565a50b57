import type { CelluleAEcrire, StyleDeCellule } from '../classeur/feuille-a-ecrire';
import type { Droit } from '../droit';
import { arrondir, versNombre, type Fraction } from '../nombres';
import type { CommuneAuBilan, Controle } from '../tableau';
import { COLONNES_DU_BILAN, manquentAu, totalDuBilan } from './bilan';
import { tableDesCommunes } from './inventaire';
import { plancherDe } from './presentation';

const ENTETES = ['Commune', 'Référence', 'Contrat', 'Plancher', 'Écart', 'Manquants', 'Rattrapage'];

/** Les communes d'un tableau en cellules, ligne d'en-têtes comprise : les colonnes de sa nature, en nombres. */
export function communesEnCellules(controle: Controle, droit: Droit): CelluleAEcrire[][] {
  if (controle.bilan) return [entete(COLONNES_DU_BILAN), ...duBilan(controle.bilan)];
  if (controle.inventaire) {
    const { entetes, rangees } = tableDesCommunes(controle.inventaire);
    return [entete(entetes), ...rangees.map((rangee) => rangee.map((valeur) => ({ valeur, style: 'texte' as const })))];
  }
  return [entete(ENTETES), ...desObjectifs(controle, droit)];
}

/** « Commune contrôlée » n'est pas un en-tête du contrôle : cette feuille ne doit pas devenir un tableau à contrôler. */
const entete = ([, ...suite]: readonly string[]): CelluleAEcrire[] =>
  ['Commune contrôlée', ...suite].map((valeur) => ({ valeur, style: 'entete' }));

const mot = (valeur: string): CelluleAEcrire => ({ valeur, style: 'texte' });
const nombre = (valeur: number | null, style: StyleDeCellule = 'nombre'): CelluleAEcrire => ({ valeur, style });
const taux = (rapport: Fraction | null | undefined): CelluleAEcrire =>
  nombre(rapport ? versNombre(rapport) : null, 'taux');
const superieur = (f: Fraction | null): CelluleAEcrire => nombre(f && arrondir(f, 'SUPERIEUR'));

function desObjectifs({ lignes, totaux, contrat }: Controle, droit: Droit): CelluleAEcrire[][] {
  const ecart = (objectif: number | null, reference: Fraction | null) =>
    objectif === null || !reference ? null : objectif - versNombre(reference);
  return [
    ...lignes.map((l) => [
      mot(l.ligne.nom),
      nombre(l.reference && versNombre(l.reference)),
      nombre(l.contrat),
      superieur(plancherDe(l, contrat, droit)),
      nombre(ecart(l.contrat, l.reference)),
      superieur(l.manquants),
      nombre(l.rattrapage && l.rattrapage.pourcent / 100, 'taux'),
    ]),
    [
      TOTAL,
      nombre(totaux.reference && versNombre(totaux.reference), 'total'),
      nombre(totaux.contrat, 'total'),
      RIEN,
      nombre(ecart(totaux.contrat, totaux.reference), 'total'),
      RIEN,
      RIEN,
    ],
  ];
}

function duBilan(communes: readonly CommuneAuBilan[]): CelluleAEcrire[][] {
  const total = totalDuBilan(communes);
  return [
    ...communes.map((c) => [
      mot(c.ligne.nom),
      nombre(c.objectif),
      nombre(c.realises),
      taux(c.bilan?.taux),
      nombre(manquentAu(c)),
      taux(c.bilan?.majoration),
    ]),
    [TOTAL, nombre(total.objectif, 'total'), nombre(total.realises, 'total'), taux(total.taux), RIEN, RIEN],
  ];
}

const TOTAL: CelluleAEcrire = { valeur: 'Total', style: 'total' };
const RIEN: CelluleAEcrire = { style: 'total' };
