import type { Borne, Bornes, ContrainteBasse, ContrainteHaute } from './bornes';
import type { CommuneARepartir } from './commune';
import { sommer } from './remplir';

/** Une contrainte qui en heurte d'autres, et ce qu'elle devrait céder. */
export interface ContrainteEnCause {
  /** `null` : l'ensemble des communes. */
  readonly commune: string | null;
  readonly contrainte: ContrainteBasse | ContrainteHaute | 'TOTAL' | 'TOTAL_LEGAL';
  readonly valeur: number;
  /** Logements qu'elle peut céder, jusqu'au manque ; 0 pour la loi et les logements manquants. */
  readonly ceder: number;
  /** Elle peut céder tout le manque, les autres contraintes restant entières. */
  readonly suffit: boolean;
  /** L'autre maximum de la commune, que céder autant ferait passer : il s'ouvre avec elle. */
  readonly avec: ContrainteHaute | null;
  /** Ce qu'elle peut céder pour lever aussi le heurt suivant, à elle seule ; `null` s'il n'y en a pas ou qu'elle ne le peut pas. */
  readonly pourTout: number | null;
}

/**
 * Des contraintes qui se heurtent, et les logements qui manquent à elles seules. Qu'une seule cède ce manque, et le heurt disparaît.
 * `deplus` : une fois le heurt précédent levé, les maximums qui gênent encore ; tous sont à lever.
 */
export interface Heurt {
  readonly manque: number;
  readonly deplus: boolean;
  readonly contraintes: readonly ContrainteEnCause[];
}

/** Les communes dont le minimum dépasse le maximum : ces deux bornes se heurtent, quel que soit le total. */
export function heurtsPropres(communes: readonly CommuneARepartir[], bornes: readonly Bornes[]): Heurt[] {
  return communes.flatMap(({ nom: commune }, i) => {
    const { bas, hauts, legale } = bornes[i]!;
    const haut = hauts[0];
    if (!haut || haut.valeur >= bas.valeur) return [];
    const manque = bas.valeur - haut.valeur;
    const contraintes = [
      { commune, ...bas, ...cession(bas.valeur - legale, manque) },
      maximumEnCause(commune, hauts, manque),
    ];
    return [{ manque, deplus: false, contraintes }];
  });
}

/**
 * Le total que les maximums ne permettent pas. Les logements manquants bornent d'abord chaque commune ; des autres maximums (accord
 * refusé, maximum propre), ceux qui retirent le plus entrent dans l'ensemble, un à un, jusqu'à ce que le total ne passe plus : c'est
 * le moins qu'il en faille. Ceux qui restent retirent encore, ensemble, de quoi faire un second heurt.
 */
export function heurtsDuTotal(
  communes: readonly CommuneARepartir[],
  bornes: readonly Bornes[],
  total: number,
  totalLegal: number,
): Heurt[] {
  const retraits = bornes.map(({ hauts }) => {
    const fond = hauts.find((h) => !estNegociable(h))?.valeur ?? total;
    return Math.max(0, fond - (hauts[0]?.valeur ?? total));
  });
  const manqueEntier = total - sommer(bornes.map(({ hauts: [haut] }) => haut?.valeur ?? total));
  if (manqueEntier <= 0) return [];
  const ordre = [...communes.keys()].filter((i) => retraits[i]! > 0).sort((a, b) => retraits[b]! - retraits[a]!);
  let manque = manqueEntier - sommer(retraits);
  let nombre = 0;
  while (manque <= 0) manque += retraits[ordre[nombre++]!]!;
  const enCause = (i: number, cede: number, entier?: number) =>
    maximumEnCause(communes[i]!.nom, bornes[i]!.hauts, cede, entier);
  const dansLOrdre = (rangs: readonly number[]) => [...rangs].sort((a, b) => a - b);
  const leTotal: ContrainteEnCause = {
    commune: null,
    contrainte: total > totalLegal ? 'TOTAL' : 'TOTAL_LEGAL',
    valeur: total,
    ...cession(total - totalLegal, manque, manqueEntier),
  };
  const manquants: ContrainteEnCause = {
    commune: null,
    contrainte: 'MANQUANTS',
    valeur: total - manque,
    ...cession(0, manque),
  };
  const maximums = dansLOrdre(ordre.slice(0, nombre)).map((i) => enCause(i, manque, manqueEntier));
  const heurt = { manque, deplus: false, contraintes: [leTotal, ...(nombre === 0 ? [manquants] : maximums)] };
  const autres = dansLOrdre(ordre.slice(nombre)).map((i) => enCause(i, retraits[i]!));
  return autres.length === 0 ? [heurt] : [heurt, { manque: manqueEntier - manque, deplus: true, contraintes: autres }];
}

const estNegociable = ({ contrainte }: Borne<ContrainteHaute>): boolean =>
  contrainte === 'ACCORD' || contrainte === 'MAXIMUM';

/** Le maximum le plus serré d'une commune : s'il se négocie, il peut céder jusqu'à celui qui ne se négocie pas. */
function maximumEnCause(
  commune: string,
  hauts: readonly Borne<ContrainteHaute>[],
  manque: number,
  entier = manque,
): ContrainteEnCause {
  const [premier, suivant] = [hauts[0]!, hauts[1]];
  const fond = estNegociable(premier) ? (hauts.find((h) => !estNegociable(h))?.valeur ?? Infinity) : premier.valeur;
  const passe = (cede: number) =>
    suivant && estNegociable(suivant) && premier.valeur + cede > suivant.valeur ? suivant.contrainte : null;
  const cede = cession(fond - premier.valeur, manque, entier);
  const avec = passe(cede.ceder);
  return { commune, ...premier, ...cede, avec, pourTout: avec === passe(entier) ? cede.pourTout : null };
}

function cession(jeu: number, manque: number, entier = manque) {
  const ceder = Math.min(jeu, manque);
  return { ceder, suffit: ceder === manque, avec: null, pourTout: entier > manque && jeu >= entier ? entier : null };
}
