import { anneeDeBase, DROIT_EN_VIGUEUR, droitDe, periodeDe, suivante, type Periode, type Rang } from '../../../droit';
import {
  arrondirCalcul,
  estRefus,
  objectifDeReference,
  phraseDuRefus,
  tauxDeRattrapage,
  type Calcul,
  type Situation,
} from '../../../regles';
import { OBJECTIFS_COMPARES } from '../../colonnes';
import type { Tableau } from '../../lecture/tableaux';
import { desaccord, enFeuilles, type Place } from './places';

/** L'objectif de la période suivante, ou ce qui manque pour le dire. */
export type Suite =
  | { readonly objectif: Calcul; readonly pourcent: number; readonly source: string; readonly annee: number | null }
  | { readonly manque: string };

/** La période dont un tableau fait le bilan : celle de ses en-têtes, sinon celle du contexte. */
export function periodeDuBilan({ entetes }: Tableau, dite: Periode | null): Periode | null {
  const [debut] = (['realises', ...OBJECTIFS_COMPARES] as const).flatMap((c) => entetes.get(c)?.tranche ?? []);
  if (debut === undefined) return dite;
  const periode = periodeDe(debut);
  return periode.debut === debut ? periode : null;
}

/** La suite du bilan d'une commune, d'après le parc que donnent `places` : son tableau, puis les autres du classeur. */
export function suiteDuBilan(periode: Periode | null): (places: readonly Place[]) => Suite {
  const prochaine = periode && suivante(periode);
  const droit = prochaine ? droitDe(prochaine) : DROIT_EN_VIGUEUR;
  const attendue = prochaine && anneeDeBase(prochaine);

  return (places) => {
    const parcs = places.filter(({ evaluee }) => evaluee.situation);
    const dates = parcs.filter(({ tableau }) => {
      const annee = anneeDuParc(tableau);
      return annee === null || attendue === null || annee === attendue;
    });
    const [premier] = dates;
    if (!premier) return { manque: manqueDuParc(parcs, attendue) };
    const [situation, ...autres] = dates.map((place) => situationEn(place, prochaine));
    if (!situation || autres.includes(null)) return { manque: 'le rang triennal de la commune, et sa période' };
    if (!autres.every((autre) => memeSituation(autre!, situation)))
      return { manque: `un seul parc : ${desaccord(dates)}` };
    const [objectif, taux] = [objectifDeReference(situation, droit), tauxDeRattrapage(situation, droit)];
    if (estRefus(objectif)) return { manque: phraseDuRefus(objectif) };
    if (estRefus(taux)) return { manque: phraseDuRefus(taux) };
    return {
      objectif: arrondirCalcul(objectif, 'PROCHE'),
      pourcent: taux.pourcent,
      source: premier.tableau.feuille,
      annee: anneeDuParc(premier.tableau),
    };
  };
}

/** La situation dans la période qui suit : une entrante y a un rang de plus ; `null` si l'on ne sait pas de quelle période est le sien. */
function situationEn({ evaluee, periode }: Place, prochaine: Periode | null): Situation | null {
  const situation = evaluee.situation!;
  if (situation.rang === 3 || !prochaine) return situation;
  if (!periode) return null;
  let rang: Rang = situation.rang;
  for (let p = periode; rang < 3 && p.debut < prochaine.debut; p = suivante(p)) rang = (rang + 1) as Rang;
  return periode.debut > prochaine.debut ? null : { ...situation, rang };
}

/** Le 1er janvier dont un parc est daté : l'année de ses en-têtes, sinon celle qui précède la période de ses objectifs. */
export function anneeDuParc({ entetes }: Tableau): number | null {
  const parc = (['residences_principales', 'logements_sociaux'] as const).flatMap((c) => entetes.get(c)?.annees ?? []);
  const [tranche] = OBJECTIFS_COMPARES.flatMap((c) => entetes.get(c)?.tranche ?? []);
  return parc[0] ?? (tranche === undefined ? null : anneeDeBase({ debut: tranche }));
}

function manqueDuParc(parcs: readonly Place[], attendue: number | null): string {
  const date = attendue === null ? '' : ` au 1er janvier ${attendue}`;
  const grandeurs = `résidences principales, logements sociaux et taux cible de la commune${date}`;
  if (parcs.length === 0) return `${grandeurs}, dans un autre tableau du classeur`;
  const annees = [...new Set(parcs.map(({ tableau }) => anneeDuParc(tableau)))].join(', ');
  return `${grandeurs} (le parc de ${enFeuilles(parcs)} est de ${annees})`;
}

const memeSituation = (a: Situation, b: Situation): boolean =>
  a.residencesPrincipales === b.residencesPrincipales &&
  a.logementsSociaux === b.logementsSociaux &&
  a.tauxCible === b.tauxCible &&
  a.rang === b.rang;
