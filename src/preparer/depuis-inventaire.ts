import { DERNIERE_PERIODE, droitDe } from '../droit';
import type { FeuilleAEcrire } from '../classeur/feuille-a-ecrire';
import { versNombre } from '../nombres';
import { causeDe, communesDesObjectifs, RESERVES_DES_OBJECTIFS } from '../rapport/natures/inventaire-objectifs';
import { situationEnMots } from '../rapport/natures/inventaire-tables';
import { aDesChiffres, type ControleInventaire } from '../tableau';
import type { CommuneAPreparer } from './commune';
import { preparerFeuille } from './feuille';

/** Les objectifs qu'un inventaire publié encadre, dans une feuille où le parc notifié, une fois rempli, donne l'objectif exact. */
export function feuilleDesObjectifs({ inventaire, tableau }: ControleInventaire): FeuilleAEcrire {
  const periode = inventaire.objectifs.periode ?? DERNIERE_PERIODE;
  const communes = communesDesObjectifs(inventaire).map((c): CommuneAPreparer => {
    const chiffres = aDesChiffres(c) ? c.chiffres : null;
    return {
      code: c.ligne.codeInsee ?? '',
      nom: c.ligne.nom,
      epci: c.ligne.epci,
      taux: c.taux && versNombre(c.taux.valeur),
      cible: c.cible,
      statut: situationEnMots(c),
      lls: c.lls,
      chiffres,
      cause: causeDe(c),
    };
  });
  return preparerFeuille({
    pour: 'objectifs',
    lieu: `communes de l’inventaire « ${tableau.feuille} »`,
    periode,
    droit: droitDe(periode),
    anneeDesTaux: inventaire.annee,
    avecEpci: true,
    encadree: communes.some(({ chiffres }) => chiffres !== null),
    communes,
    mentions: RESERVES_DES_OBJECTIFS.map((phrase, i) => (i === 0 ? `Source : ${phrase}` : phrase)),
  });
}
