import { blanc } from '../../classeur/contrat-redige';
import type { Certitude, IdReference } from '../../droit';
import { entierLu, type CodeConstat } from '../../tableau';
import { estAbaissee } from '../note/raisons';
import type { Cas } from './cas';
import { enumerer } from './mots';

/** Ce que la loi demande au contrat, et ce qu'il en est ici. */
export interface Condition {
  readonly regle: string;
  readonly reference: IdReference;
  readonly certitude: Certitude;
  /** Les constats qui la disent non tenue, ou non établie. */
  readonly codes: readonly CodeConstat[];
  /** Elle compare des références : fausses, elles ne l'établissent pas. */
  readonly surReferences?: true;
  /** Ce qui se dit quand rien ne s'y oppose. */
  readonly sinon: string;
}

/** Combien de périodes de suite une commune est abaissée. */
export function duree({ communes }: Cas, maximum: number): Pick<Condition, 'regle' | 'codes' | 'sinon'> {
  const abaissees = communes.filter(estAbaissee);
  const inconnues = abaissees.filter((l) => !entierLu(l.ligne, 'periodes_consecutives_abaissees'));
  const sinon =
    abaissees.length === 0
      ? 'Aucun objectif n’est abaissé.'
      : inconnues.length > 0
        ? blanc(`nombre de périodes, celle-ci comprise : ${enumerer(inconnues.map((l) => l.ligne.nom))}`)
        : 'Tenue.';
  return {
    regle: `Abaissement d’une même commune : ${maximum} périodes consécutives au plus`,
    codes: ['DUREE_DEPASSEE'],
    sinon,
  };
}

export function entrantes({ communes, cadre }: Cas): Condition {
  const noms = communes.filter(({ rang }) => rang < 3).map((l) => l.ligne.nom);
  const { reference, certitude } = cadre.droit.entrantes!;
  return {
    regle: 'Commune entrante, avant sa troisième période pleine : pas d’abaissement',
    reference,
    certitude,
    codes: ['ENTRANTE_ABAISSEE', 'RANG_INCONNU'],
    sinon: noms.length === 0 ? 'Aucune commune entrante.' : `Tenue : ${enumerer(noms)}.`,
  };
}
