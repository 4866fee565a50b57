import { anneeDeBase, ecrirePeriode, suivante, type Periode } from '../../droit';
import { anneeDuParc, type Colonne, type ControleBilan } from '../../tableau';

/** Les années que portent les titres du ministère pour une période, et ce que le tableau d'origine peut mettre sous chacune. */
export interface Cadre {
  readonly periode: string;
  readonly avant: string;
  readonly apres: string;
  readonly debut: number;
  /** L'année du 1er janvier qui fonde la période ; du dernier qu'elle compte ; la première de la suivante. */
  readonly base: number;
  readonly fin: number;
  readonly suite: number;
  readonly debutDesPermis: number;
  readonly finDesPermis: number;
  /** Une colonne du tableau est de cette année : son titre la porte, ou ne porte rien et le parc est de cette année. */
  readonly estDe: (colonne: Colonne, annee: number) => boolean;
  /** Le département d'une commune, d'après son code ; vide si l'annuaire ne le connaît pas. */
  readonly departementDe: (codeInsee: string) => string;
}

const DUREE = 3;

export function cadreDe(periode: Periode, { tableau, contexte: { annuaire } }: ControleBilan): Cadre {
  const { debut } = periode;
  const apres = suivante(periode);
  const fin = anneeDeBase(apres);
  return {
    periode: ecrirePeriode(periode),
    avant: ecrirePeriode({ debut: debut - DUREE }),
    apres: ecrirePeriode(apres),
    debut,
    base: anneeDeBase(periode),
    fin,
    suite: apres.debut,
    debutDesPermis: debut - DUREE,
    finDesPermis: fin - 1,
    estDe: (colonne, annee) => {
      const annees = tableau.entetes.get(colonne)?.annees ?? [];
      return annees.length > 0 ? annees.includes(annee) : anneeDuParc(tableau) === annee;
    },
    departementDe: (codeInsee) => annuaire.departementDeLaCommune(codeInsee)?.nom ?? '',
  };
}
