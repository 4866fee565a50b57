import type { Droit } from '../../droit';
import { ecrire, versNombre } from '../../nombres';
import { articleDe, articleDuSens, plancherDuContrat, sensDe } from '../../regles';
import type { ControleObjectifs, LigneEvaluee } from '../../tableau';
import { signer, superieur } from '../mots';
import { estDeficitaire } from '../note/cadre';
import { element, liste, type Bloc } from '../note/document';
import { chapitre } from './chapitre';
import { accordDe, estRelevee, raisonDeLAbaissement } from '../note/raisons';

/** Jusqu'où la loi laisse un contrat abaisser l'objectif. */
export function planchers(l: LigneEvaluee, droit: Droit): Bloc[] {
  if (!estDeficitaire(l) || !l.reference) return [];
  if (l.rang < 3)
    return chapitre('Jusqu’où un contrat peut l’abaisser', [
      liste([element('', 'Commune entrante : aucun contrat ne l’abaisse.', articleDe('L302-8-VIII'))]),
    ]);
  const situation = { ...l, palier: l.rattrapage?.palier ?? null };
  const [cms, cims] = (['cms', 'cims'] as const).map((contrat) => plancherDuContrat(contrat, situation, droit));
  const part = l.rattrapage?.palier?.planchers?.abaissement;
  const elements = [
    ...(cms && part
      ? [
          element(
            'Contrat de mixité sociale',
            `${superieur(cms)} au moins, ${part} % des manquants`,
            articleDe('L302-8-IX'),
          ),
        ]
      : []),
    ...(cims && droit.mutualisation
      ? [
          element(
            'Contrat mutualisant',
            `${superieur(cims)} au moins, ${droit.mutualisation.regle.partDeLaReference} % de la référence`,
            articleDe('L302-8-X'),
          ),
        ]
      : []),
  ];
  return chapitre('Jusqu’où un contrat peut l’abaisser', elements.length > 0 ? [liste(elements)] : []);
}

/** Ce que le contrat du tableau change, et ce qui le permet. */
export function contrat(l: LigneEvaluee, controle: ControleObjectifs): Bloc[] {
  const { contrat: genre } = controle;
  const { contrat: objectif, reference } = l;
  if (genre === 'aucun' || objectif === null || !reference) return [];
  const base = versNombre(reference);
  const ecart = base > 0 ? ` (${signer(objectif - base)}, ${signer(((objectif - base) / base) * 100, 1)} %)` : '';
  const sens = sensDe(objectif, reference);
  const portes = controle.lignes.some(estRelevee);
  const raison = {
    égal: 'il ne change rien à la référence',
    abaissé: raisonDeLAbaissement(l, { controle, droit: controle.contexte.droit, portes }),
    relevé: `accord de la commune : ${accordDe(l)}`,
  }[sens];
  return chapitre('Ce que le contrat change', [
    liste([
      element(
        `De ${ecrire(reference)} à ${ecrire(objectif)}${ecart}`,
        raison,
        sens === 'égal' ? '' : articleDe(articleDuSens(genre, sens)),
      ),
    ]),
  ]);
}
