import { ecrireEuros } from '../../nombres';
import { carencesPossibles, type ControleBilan } from '../../tableau';
import { colonnesPresentees, rangees } from '../natures';
import { colonnesDuBilan } from '../natures/bilan-colonnes';
import { manquesDe, nomsDuPasse, passeDe, phraseDuPrelevement, pourcent } from '../natures/bilan-mots';
import { mots, nombre, paragraphe, tableau, type Bloc } from './document';

const LEGENDE =
  'Objectif, celui du contrat s’il y en a un ; PLAI et PLS réalisés et, entre parenthèses, leur borne ; majoration : taux plancher, si la carence est prononcée';

/** Les communes d'un bilan, et comment ses euros se lisent. */
export function communesDuBilan(controle: ControleBilan): Bloc[] {
  const nombres = new Map(colonnesDuBilan(controle, 'serrée').map((c) => [c.titre, c.nombre]));
  const colonnes = colonnesPresentees(controle).map((titre, i) =>
    i === 0 ? mots(titre, 24) : (nombres.get(titre) ? nombre : mots)(titre, 13),
  );
  const phrase = phraseDuPrelevement(controle);
  return [
    tableau(LEGENDE, colonnes, rangees(controle, controle.contexte.droit), { total: true }),
    ...(phrase ? [paragraphe(phrase)] : []),
  ];
}

/** De ce qui manque le plus à ce qui manque le moins (L. 302-9-1). */
export function carences({ communes }: ControleBilan): Bloc[] {
  const possibles = carencesPossibles(communes);
  if (possibles.length === 0) return [];
  return [
    tableau(
      'L’objectif ou le volet qualitatif n’est pas tenu (L. 302-9-1) ; de ce qui manque le plus à ce qui manque le moins',
      [mots('Commune', 24), mots('Il manque', 30), nombre('Majoration au moins', 14), nombre('Prélèvement majoré', 16)],
      possibles.map((c) => [
        c.ligne.nom,
        manquesDe(c),
        c.atteint === false ? pourcent(c.bilan?.majoration) : '',
        c.atteint === false && c.prelevement.majore ? ecrireEuros(c.prelevement.majore.calcul.valeur) : '',
      ]),
    ),
  ];
}

/** Ce que le tableau rappelle des périodes qu'il ne juge pas. */
export function historique({ communes }: ControleBilan): Bloc[] {
  const noms = nomsDuPasse(communes);
  if (noms.length === 0) return [];
  return [
    tableau(
      'Telles que le tableau les rappelle : logements réalisés sur l’objectif ; elles ne comptent pas dans le bilan jugé',
      [mots('Commune', 24), ...noms.map((nom) => mots(nom, 24))],
      communes.map((c) => [c.ligne.nom, ...noms.map((nom) => passeDe(c, nom))]),
    ),
  ];
}
