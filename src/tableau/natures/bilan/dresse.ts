import { comparer, type Points } from '../../../nombres';
import type { Droit } from '../../../droit';
import type { Ternaire } from '../../../regles';
import { evaluer, lue } from '../../controle/evaluation';
import type { Contexte } from '../../controle/contexte';
import type { Constat } from '../../controle/constats';
import { lireTexte } from '../../lecture/cellules';
import type { Tableau } from '../../lecture/tableaux';
import {
  colonnesDuPrelevementAbsentes,
  majorer,
  porteDesComptes,
  prelevementDe,
  type PrelevementDeLaCommune,
  type PrelevementMajore,
} from '../../prelevement';
import { lireOuiNon } from '../../reponses';
import type { CommuneAuBilan } from './commune';
import { conclure, type Conclusion } from './conclure';
import { historiqueDe, type BilanPasse } from './historique';
import { desaccord, type Ailleurs, type Place } from './places';
import { voletQualitatif, type VoletQualitatif } from './qualitatif';
import { periodeDuBilan, suiteDuBilan, type Suite } from './suite';

/** Tout ce qu'un bilan dit d'une commune ; le rapport, le volet, la page, `--json` et l'export ne calculent rien de plus. */
export interface CommuneDressee extends CommuneAuBilan, Conclusion {
  readonly qualitatif: VoletQualitatif;
  /** Les logements qui manquent à l'objectif ; `null` : inconnu ou sans objet. */
  readonly manquent: number | null;
  /** Ce que le tableau dit envisagé. */
  readonly envisage: { readonly carence: Ternaire; readonly majoration: Points | null };
  readonly prelevement: PrelevementDuBilan;
  readonly suite: Suite;
  /** Les autres périodes que le tableau rappelle. */
  readonly passe: readonly BilanPasse[];
}

export interface PrelevementDuBilan extends PrelevementDeLaCommune {
  /** Le prélèvement au taux plancher, si la carence est prononcée ; `null` si rien ne la fonde. */
  readonly majore: PrelevementMajore | null;
}

const NULLE_PART: Ailleurs = () => [];

/** Dresse le bilan d'un tableau, ses constats connus. */
export function dresserLeBilan(
  communes: readonly CommuneAuBilan[],
  constats: readonly Constat[],
  tableau: Tableau,
  contexte: Contexte,
  ailleurs: Ailleurs = NULLE_PART,
): readonly CommuneDressee[] {
  const { droit } = contexte;
  const periode = periodeDuBilan(tableau, droit.periode);
  const [conclusionDe, suiteDe, passeDe] = [conclure(constats), suiteDuBilan(periode), historiqueDe(tableau, periode)];
  return communes.map((commune): CommuneDressee => {
    const { ligne, objectif, realises, sansObjet, bilan } = commune;
    const evaluee = evaluer(ligne, droit);
    const places = [{ tableau, evaluee, periode: droit.periode }, ...ailleurs(ligne)];
    const qualitatif = voletQualitatif(commune, evaluee, tableau, contexte);
    const du = prelevementDuClasseur(places, droit);
    const plancher = bilan?.majoration ?? null;
    return {
      ...commune,
      ...conclusionDe(commune, qualitatif),
      qualitatif,
      manquent: objectif === null || realises === null || sansObjet ? null : Math.max(0, objectif - realises),
      envisage: {
        carence: lireOuiNon(lireTexte(ligne.ecrit('carence_envisagee'))),
        majoration: lue(ligne, 'majoration_envisagee')?.valeur ?? null,
      },
      prelevement: { ...du, majore: plancher ? majorer(du, plancher, droit) : null },
      suite: suiteDe(places),
      passe: passeDe(ligne),
    };
  });
}

/** Le prélèvement d'après le premier tableau qui porte des comptes, si les autres ne disent pas autre chose. */
function prelevementDuClasseur(places: readonly Place[], droit: Droit): PrelevementDeLaCommune {
  const avec = places.filter(({ tableau }) => porteDesComptes(tableau));
  const parc = places.find(({ evaluee }) => evaluee.situation);
  const [premier, ...autres] = avec.map((place) =>
    prelevementDe(place.evaluee.situation ? place : (parc ?? place), droit, place),
  );
  const rien = (...manque: readonly string[]) => ({ manque, prelevement: null, depenses: null, sort: null });
  if (!premier) return rien(...colonnesDuPrelevementAbsentes(places[0]!.tableau));
  const memes = ({ prelevement }: PrelevementDeLaCommune) =>
    prelevement && premier.prelevement && comparer(prelevement.valeur, premier.prelevement.valeur) === 0;
  return autres.every(memes) ? premier : rien(`un seul prélèvement : ${desaccord(avec)}`);
}

/** De ce qui manque le plus à ce qui manque le moins : les logements, puis les PLAI, puis les PLS de trop ; l'ordre du tableau ensuite. */
export const parManque = <C extends CommuneDressee>(communes: readonly C[]): readonly C[] =>
  [...communes].sort(
    (a, b) =>
      (b.manquent ?? -1) - (a.manquent ?? -1) ||
      b.qualitatif.plai.ecart - a.qualitatif.plai.ecart ||
      b.qualitatif.pls.ecart - a.qualitatif.pls.ecart,
  );

/** Les communes dont la carence peut être proposée : l'objectif ou le volet qualitatif n'est pas tenu (L. 302-9-1). */
export const carencesPossibles = (communes: readonly CommuneDressee[]): readonly CommuneDressee[] =>
  parManque(communes.filter(({ issue }) => issue === 'manqué'));
