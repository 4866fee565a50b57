import type { CelluleAEcrire, FeuilleAEcrire, StyleDeCellule } from '../classeur/feuille-a-ecrire';
import { ecrirePeriode } from '../droit';
import { couper, typographier, versNombre } from '../nombres';
import { parManque, periodeDuBilan, type ControleBilan, type IssueDuBilan } from '../tableau';
import { totalDuBilan } from './natures/bilan';
import { COMMUNE, colonnesDuBilan, ISSUE, OBJECTIF, REALISES, TAUX } from './natures/bilan-colonnes';
import { phraseDesCarences, phraseDuBilan, phraseDuPrelevement } from './natures/bilan-mots';
import { CELLULE_TOTAL, CELLULE_VIDE, celluleNombre } from './natures/presentation';

const STYLES: Readonly<Record<IssueDuBilan, StyleDeCellule>> = {
  manqué: 'bloquant',
  'à compléter': 'alerte',
  'objectif atteint': 'information',
  tenu: 'conforme',
  'sans objet': 'texte',
};

/** Un caractère de la police prend un peu plus que la largeur qui le compte. */
const REMPLISSAGE = 0.9;
const NOTES = [
  'Bilan non tenu : l’objectif, ou le volet qualitatif (PLAI, PLS), n’est pas atteint ; la carence peut être proposée (L. 302-9-1).',
  'Majoration : taux plancher, si la carence est prononcée ; le préfet peut aller au-delà.',
];

/** La dresse d'un bilan en une feuille neuve, à trier et à filtrer ; de ce qui manque le plus à ce qui manque le moins. */
export function feuilleDuBilan(controle: ControleBilan, pied: string): FeuilleAEcrire {
  const { tableau, contexte, communes } = controle;
  const periode = periodeDuBilan(tableau, contexte.droit.periode);
  const titre = `Bilan triennal${periode ? ` ${ecrirePeriode(periode)}` : ''}`;
  const colonnes = colonnesDuBilan(controle, 'large');
  const largeurs = colonnes.map(({ largeur }) => largeur);
  const derniere = colonnes.length - 1;
  const place = largeurs.reduce((a, b) => a + b, 0) * REMPLISSAGE;
  const texte = (dit: string, style: StyleDeCellule): CelluleAEcrire[][] =>
    dit === '' ? [] : couper(typographier(dit), place).map((valeur) => [{ valeur, style }]);

  const haut = [
    ...texte(titre, 'titre'),
    ...texte(phraseDuBilan(communes), 'sous-titre'),
    ...texte(phraseDesCarences(controle), 'note'),
    ...texte(phraseDuPrelevement(controle), 'note'),
    [],
  ];
  const entete = haut.length;
  // « Commune contrôlée » n'est pas un en-tête du contrôle : cette feuille ne doit pas devenir un tableau à contrôler.
  const titres = ['Commune contrôlée', ...colonnes.slice(1).map((c) => c.titre)];
  const rangees = parManque(communes).map((commune) =>
    colonnes.map((colonne): CelluleAEcrire => {
      const cellule = colonne.cellule(commune);
      return colonne === ISSUE ? { ...cellule, style: STYLES[commune.issue] } : cellule;
    }),
  );
  const total = totalDuBilan(communes);
  const totaux = new Map([
    [COMMUNE, CELLULE_TOTAL],
    [OBJECTIF, celluleNombre(total.objectif, 'total')],
    [REALISES, celluleNombre(total.realises, 'total')],
    [TAUX, celluleNombre(total.taux ? versNombre(total.taux) : null, 'taux')],
  ]);
  const lignes = [
    ...haut,
    titres.map((valeur): CelluleAEcrire => ({ valeur, style: 'entete' })),
    ...rangees,
    colonnes.map((colonne) => totaux.get(colonne) ?? CELLULE_VIDE),
    [],
    ...NOTES.flatMap((note) => texte(note, 'note')),
  ];
  const fusionnees = lignes.flatMap((ligne, i) => (ligne.length === 1 ? [i] : []));
  return {
    nom: titre,
    largeurs,
    lignes,
    fusions: fusionnees.map((ligne) => ({ ligne, colonne: 0, ligneFin: ligne, colonneFin: derniere })),
    lignesRepetees: [entete, entete],
    filtre: { ligne: entete, colonne: 0, ligneFin: entete + rangees.length, colonneFin: derniere },
    graphiques: [],
    orientation: 'paysage',
    entete: titre,
    pied,
  };
}
