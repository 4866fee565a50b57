import { arrondir, versNombre } from '../nombres';
import type { Droit } from '../droit';
import { abaissementMaximal, reductionMaximale } from '../regles';
import type { LigneEvaluee } from '../tableau';
import { lireDroit } from './arguments';
import { periodeDe, tableauDe } from './tableaux';
import { valeurSeule } from './valeurs';

/**
 * Pour chaque commune d’un tableau, en une seule formule : logements manquants, taux, référence, plancher d’un contrat de
 * mixité sociale et plancher de mutualisation (L. 302-8, VII à X du CCH). Le résultat a autant de lignes que le tableau.
 * @customfunction SRU.TABLEAU
 * @param tableau Plage avec sa ligne d’en-têtes : commune, résidences principales, logements sociaux, taux cible…
 * @param [periode] « 2023-2025 » ; absente : 2026-2028, la dernière période dont l’outil connaît les règles.
 * @returns Cinq colonnes alignées sur le tableau, en-tête compris ; vide en regard d’une ligne sans commune, d’une valeur inconnue ou d’un plancher sans objet (commune entrante) ; #VALEUR! si aucun tableau n’est reconnu.
 * @example =SRU.TABLEAU(A3:F14) à droite du tableau
 */
export async function sruTableau(tableau: unknown[][], periode?: unknown[][]): Promise<unknown[][]> {
  const droit = lireDroit(valeurSeule('periode', periode));
  const { evaluer } = await import('../tableau');
  const { tableau: trouve } = await tableauDe(tableau, { periode: periodeDe(droit) });
  const lignes = tableau.map(() => ['', '', '', '', ''] as unknown[]);
  lignes[trouve.ligneEntete] = ['Manquants', 'Taux', 'Référence', 'Plancher CMS', 'Plancher de mutualisation'];
  for (const ligne of trouve.lignes) lignes[ligne.ligne] = colonnesDe(evaluer(ligne, droit), droit);
  return lignes;
}

function colonnesDe({ manquants, taux, exacte, reference, rattrapage, rang }: LigneEvaluee, droit: Droit): unknown[] {
  const palier = rattrapage?.palier;
  const cms = manquants && palier ? abaissementMaximal(manquants, palier, droit) : null;
  const moitie = reference && rang === 3 ? reductionMaximale(reference, droit) : null;
  return [
    manquants ? arrondir(manquants, 'SUPERIEUR') : '',
    taux ? versNombre(taux) / 100 : '',
    reference ? (reference === exacte ? arrondir(reference, 'PROCHE') : versNombre(reference)) : '',
    cms ? arrondir(cms, 'SUPERIEUR') : '',
    moitie ? arrondir(moitie, 'SUPERIEUR') : '',
  ];
}
