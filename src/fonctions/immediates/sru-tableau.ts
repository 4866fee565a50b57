import { arrondir, versNombre, type Logements } from '../../nombres';
import type { LigneEvaluee } from '../../tableau';
import { enTableau } from '../declaration';
import { enRegard, periodeDe, tableauDe } from '../tableaux';
import { PERIODE, tableauDeCommunes } from '../vocabulaire';

export const SRU_TABLEAU = enTableau({
  nom: 'SRU.TABLEAU',
  resume: 'manquants, taux, référence et planchers de toutes les communes',
  description:
    'Pour chaque commune d’un tableau, en une seule formule : logements manquants, taux, référence, plancher d’un contrat de mixité sociale et plancher de mutualisation (L. 302-8, VII à X du CCH). Le résultat a autant de lignes que le tableau.',
  arguments: [tableauDeCommunes('commune, résidences principales, logements sociaux, taux cible…'), PERIODE],
  rend: 'Cinq colonnes alignées sur le tableau, en-tête compris ; vide en regard d’une ligne sans commune, d’une valeur inconnue ou d’un plancher sans objet (commune entrante) ; #VALEUR! si aucun tableau n’est reconnu.',
  exemples: ['=SRU.TABLEAU(A3:F14) à droite du tableau'],
  dispositif: 'Objectif de référence',
  calculer: async (plage, droit) => {
    const { evaluer, plancherDe } = await import('../../tableau');
    const { tableau } = await tableauDe(plage, { periode: periodeDe(droit) });
    const reserve = droit.reserve ? ` (${droit.reserve})` : '';
    const entetes = ['Manquants', 'Taux', `Référence${reserve}`, 'Plancher CMS', 'Plancher de mutualisation'];
    const rangees = tableau.lignes.map((ligne) => {
      const evaluee = evaluer(ligne, droit);
      return [ligne, colonnesDe(evaluee, (contrat) => plancherDe(evaluee, contrat, droit))] as const;
    });
    return enRegard(plage, tableau, entetes, rangees);
  },
});

/** Un rang écrit et non compris décide de la référence et des planchers : ils restent vides. */
function colonnesDe(
  { ligne, manquants, taux, exacte, reference: retenue, rang }: LigneEvaluee,
  plancherAu: (contrat: 'cms' | 'cims') => Logements | null,
) {
  const reference = ligne.rang.etat === 'invalide' || ligne.rang.etat === 'inconnue' ? null : retenue;
  const [cms, moitie] = (['cms', 'cims'] as const).map((c) => (reference && rang === 3 ? plancherAu(c) : null));
  return [
    manquants ? arrondir(manquants, 'SUPERIEUR') : '',
    taux ? versNombre(taux) / 100 : '',
    reference ? (reference === exacte ? arrondir(reference, 'PROCHE') : versNombre(reference)) : '',
    cms ? arrondir(cms, 'SUPERIEUR') : '',
    moitie ? arrondir(moitie, 'SUPERIEUR') : '',
  ];
}
