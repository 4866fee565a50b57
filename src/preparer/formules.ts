import type { Droit, Palier, RangEntrant } from '../droit';

/** Les cellules dont une formule dépend : « C12 ». */
export interface CellulesDeLaLigne {
  readonly residences: string;
  readonly logements: string;
  /** En pourcentage : 0,2 pour 20 %. */
  readonly cible: string;
  /** 0, 1, 2, ou 3 : droit commun. */
  readonly rang: string;
}

// En formules d'Excel (anglais, virgules) et en entiers, comme la loi : un taux cible de 20 % y vaut 20, les manquants se comptent en
// centièmes de logement. Aucune comparaison ne porte sur un nombre à virgule.
const cible = (c: CellulesDeLaLigne): string => `ROUND(100*${c.cible},0)`;
const centiemes = (c: CellulesDeLaLigne): string => `MAX(0,${cible(c)}*${c.residences}-100*${c.logements})`;

/** Une année de première soumission n'est pas un rang : la formule s'abstient, le contrôle la lit. */
const RANG_MAXIMUM = 20;

/** Un rang qu'on n'a pas écrit ne se présume pas : la référence écrite le prouverait. */
const siRempli = (c: CellulesDeLaLigne, calcul: string): string =>
  `=IF(AND(ISNUMBER(${c.residences}),ISNUMBER(${c.logements}),ISNUMBER(${c.cible}),ISNUMBER(${c.rang})),IF(AND(${c.rang}>=0,${c.rang}<=${RANG_MAXIMUM},${c.rang}=INT(${c.rang})),${calcul},""),"")`;

/** Le pourcentage que donne le palier de la commune : celui du premier, sinon d'un plus proche. */
const selonLePalier = (
  c: CellulesDeLaLigne,
  [premier, ...suivants]: readonly Palier[],
  pourcent: (palier: Palier) => number,
): string =>
  suivants.reduce(
    (sinon, palier) =>
      `IF(100*${c.logements}${palier.precedent!.compris ? '>' : '>='}(${cible(c)}-${palier.precedent!.auDela})*${c.residences},${pourcent(palier)},${sinon})`,
    String(pourcent(premier!)),
  );

/** Le taux de rattrapage, en pour cent des manquants : celui du rang d'une entrante, sinon celui du palier. */
function rattrapage(c: CellulesDeLaLigne, { rattrapage: paliers, entrantes }: Droit): string {
  const palier = selonLePalier(c, paliers!.regle, ({ taux }) => taux);
  const rangs = entrantes ? (Object.entries(entrantes.regle) as [`${RangEntrant}`, number][]) : [];
  const selonLeRang = rangs.reduceRight((sinon, [rang, taux]) => `IF(${c.rang}=${rang},${taux},${sinon})`, palier);
  return selonLeRang;
}

/** L'objectif d'une commune entrante ne s'abaisse pas (VIII). */
const siAbaissable = (c: CellulesDeLaLigne, calcul: string): string => siRempli(c, `IF(${c.rang}<3,"",${calcul})`);

/** Les logements manquants, à l'entier supérieur (L. 302-8, VII). */
export const formuleDesManquants = (c: CellulesDeLaLigne): string => siRempli(c, `ROUNDUP(${centiemes(c)}/100,0)`);

/** L'objectif de référence, à l'entier le plus proche (L. 302-8, VII et VIII). */
export const formuleDeLaReference = (c: CellulesDeLaLigne, droit: Droit): string =>
  siRempli(c, `ROUND(${centiemes(c)}*${rattrapage(c, droit)}/10000,0)`);

/** Le plancher d'un contrat abaissant, à l'entier supérieur (IX) ; aucun pour une entrante. */
export const formuleDuPlancherCms = (c: CellulesDeLaLigne, droit: Droit): string =>
  siAbaissable(
    c,
    `ROUNDUP(${centiemes(c)}*${selonLePalier(c, droit.rattrapage!.regle, ({ planchers }) => planchers!.abaissement)}/10000,0)`,
  );

/** Le plancher de mutualisation, à l'entier supérieur (X) ; aucun pour une entrante. */
export const formuleDuPlancherDeMutualisation = (c: CellulesDeLaLigne, droit: Droit): string =>
  siAbaissable(
    c,
    `ROUNDUP(${centiemes(c)}*${rattrapage(c, droit)}*${droit.mutualisation!.regle.partDeLaReference}/1000000,0)`,
  );
